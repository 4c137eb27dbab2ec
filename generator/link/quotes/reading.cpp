#include "link/quotes/reading.hpp"

#include "base/text.hpp"
#include "link/quotes/attributions.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/seam.hpp"

#include <algorithm>

// From tokens to what was said.
//
// First the attributions are found, then what is left between them is said. Two shapes differ in what "left" means:
//
//     – Nu bygger vi, säger Karin Alm. Det blir bra.         after a talstreck everything is said
//     ”Nu bygger vi”, säger Karin Alm. Bygget tar ett år.    without one, only what stands in quotation marks
//
// The marks at the seams (the comma before "säger", the full stop after the name) stand for the attribution's sake; in `words`
// they become what the speaker's own sentence needs: "Nu bygger vi. Det blir bra." (link/statement_seam: when no comma is needed)

namespace pressrum {
namespace {

using enum Token::Kind;

// Quotation marks and other marks around a piece that are taken off; more are no typing mistake but an attack.
constexpr int kMaxMarks = 6;

using Range = TokenRange;

// Which quotation marks open. They are told by the space around them: „ “ and ” ” are used both ways round.
std::vector<bool> opening_marks(const TokenText& tokens) {
    std::vector<bool> opening(tokens.size());
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (!tokens.is(i, quote_mark)) continue;
        const bool free_before =
            i == 0 || tokens[i].space_before || tokens.is(i - 1, dash) || tokens.is(i - 1, open_paren) || opening[i - 1];
        opening[i] = free_before && !tokens[i + 1].space_before;
    }
    return opening;
}

// The mark that closes the one at `open`, or the size of the text.
std::size_t closing_of(const TokenText& tokens, const std::vector<bool>& opening, std::size_t open, std::size_t limit) {
    std::size_t depth = 0;
    for (std::size_t i = open; i < limit; ++i) {
        if (!tokens.is(i, quote_mark)) continue;
        if (opening[i]) ++depth;
        else if (depth <= 1) return i;
        else --depth;
    }
    return tokens.size();
}

// What stands in quotation marks, the marks not included.
std::vector<Range> quoted_ranges(const TokenText& tokens, const std::vector<bool>& opening, std::size_t from) {
    std::vector<Range> ranges;
    for (std::size_t i = from; i < tokens.size(); ++i) {
        if (!tokens.is(i, quote_mark)) continue;
        const std::size_t close = closing_of(tokens, opening, i, tokens.size());
        ranges.push_back({i + 1, close});
        i = close;
    }
    return ranges;
}

bool lies_in(const std::vector<Range>& ranges, std::size_t i) {
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), i, [](std::size_t at, const Range& range) { return at < range.end; });
    return after != ranges.end() && after->begin <= i;
}

bool is_same_person(const Attribution& a, const Attribution& b) {
    if (b.pronoun) return true;
    if (b.name.empty()) return !b.role.empty() && b.role == a.role;
    return may_be_called(a.name, b.name);
}

// Of several attributions those that belong to the statement: the first that names somebody, and what comes after it about the
// same person. A second person is added to the name, for one statement has one speaker: nobody is called that, so it is reported.
Attribution choose(std::vector<FoundAttribution>& all, const std::vector<Range>& quoted) {
    if (std::any_of(all.begin(), all.end(), [&](const FoundAttribution& a) { return !lies_in(quoted, a.begin); })) {
        std::erase_if(all, [&](const FoundAttribution& a) { return lies_in(quoted, a.begin); });
    }
    const auto named = std::find_if(all.begin(), all.end(), [](const FoundAttribution& a) { return !a.attribution.name.empty(); });
    if (named != all.end()) all.erase(all.begin(), named);
    if (all.empty()) return {};
    Attribution speaker = all.front().attribution;
    const Attribution first = speaker;
    std::erase_if(all, [&](const FoundAttribution& a) {
        if (&a == &all.front() || is_same_person(first, a.attribution)) return false;
        if (a.attribution.name.empty()) return true;
        if (speaker.name.size() < 200) speaker.name += " … " + a.attribution.name;
        return false;
    });
    return speaker;
}

class StatementReader {
public:
    StatementReader(std::string_view text, std::string_view language)
        : text_(text), words_(find_attribution_words(language)), owned_(tokenize(text)), t_(text, owned_), opening_(opening_marks(t_)) {
        auto introduction = find_introduction(t_, language);
        const std::size_t start = introduction ? introduction->end + 1 : 0;
        const bool quoted = t_.is(start, quote_mark);
        std::vector<Range> regions = {{start, t_.size()}};
        if (quoted) regions = quoted_ranges(t_, opening_, start);

        attributions_ = find_attributions(t_, language);
        if (introduction) {
            std::erase_if(attributions_, [&](const FoundAttribution& a) { return a.begin < start; });
            attributions_.insert(attributions_.begin(), std::move(*introduction));
        }
        if (!quoted) leave_inner_quotations();
        parts_.attribution = choose(attributions_, quoted ? regions : std::vector<Range>{});
        quoted_ = quoted;
        const auto unclear = std::find_if(attributions_.begin(), attributions_.end(), [&](const FoundAttribution& a) {
            return a.unclear_end && a.end + 1 < t_.size() && (!quoted || lies_in(regions, a.end + 1));
        });
        if (unclear != attributions_.end()) {
            const std::size_t begin = unclear->end + 1, end = find_clause_end(t_, begin).value_or(begin + 1);
            parts_.unclear = {Piece::Kind::said, t_[begin].begin, t_[std::max(end, begin + 1) - 1].end};
        }
        for (const Range& region : regions) cut(region);
    }

    StatementParts take() {
        for (const FoundAttribution& a : attributions_) {
            parts_.pieces.push_back({Piece::Kind::attribution, t_[a.begin].begin, t_[a.end - 1].end});
        }
        std::sort(parts_.pieces.begin(), parts_.pieces.end(), [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
        join_words();
        return std::move(parts_);
    }

private:
    // "– ”Det går aldrig”, sa Olle Brask, men det gick, säger Karin Alm." A sentence has one speaker, and its last attribution
    // names them; one that directly follows a quotation within the sentence belongs to the story.
    void leave_inner_quotations() {
        const auto after_quotation = [&](const FoundAttribution& a) {
            return t_.is(a.begin - 1, quote_mark) || (a.begin >= 2 && t_.is(a.begin - 1, comma) && t_.is(a.begin - 2, quote_mark));
        };
        std::vector<FoundAttribution> outer;
        for (std::size_t k = 0; k < attributions_.size(); ++k) {
            FoundAttribution& a = attributions_[k];
            if (k + 1 < attributions_.size() && a.begin > 0 && after_quotation(a)) {
                const FoundAttribution& next = attributions_[k + 1];
                const bool named = !next.attribution.name.empty() && !is_same_person(a.attribution, next.attribution);
                if (named && !after_quotation(next) && is_one_sentence(a.end, next.begin)) continue;
            }
            outer.push_back(std::move(a));
        }
        attributions_ = std::move(outer);
    }

    bool is_one_sentence(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            if (is_any(i, {question, exclamation, ellipsis, dash, quote_mark}) || (t_.is(i, stop) && !t_.is_abbreviation_stop(i)))
                return false;
        }
        return true;
    }

    // What is left of a region between the attributions.
    void cut(Range region) {
        while (next_ < attributions_.size() && attributions_[next_].end <= region.begin) ++next_;
        std::size_t begin = region.begin;
        for (; next_ < attributions_.size() && attributions_[next_].begin < region.end; ++next_) {
            add(trimmed({begin, attributions_[next_].begin}));
            begin = std::min(region.end, attributions_[next_].end);
        }
        if (begin < region.end) add(trimmed({begin, region.end}));
    }

    void add(Range said) {
        if (said.begin >= said.end) return;
        parts_.pieces.push_back({Piece::Kind::said, t_[said.begin].begin, t_[said.end - 1].end});
        said_.push_back(said);
        // The mark after the piece's end tells how the next goes on; it is the one that ends the attribution between them.
        const auto between = std::lower_bound(attributions_.begin(), attributions_.end(), said.begin,
                                              [](const FoundAttribution& a, std::size_t at) { return a.begin < at; });
        seams_.push_back(between == attributions_.begin() || said.begin == 0 ? stop : mark_before(said.begin, std::prev(between)->end));
        followed_ = between != attributions_.end() || quoted_;
    }

    Token::Kind mark_before(std::size_t said, std::size_t attribution_end) const {
        return attribution_end < said ? t_[attribution_end].kind : stop;
    }

    // Without the marks that stand for the attribution's sake, and without quotation marks around the whole.
    Range trimmed(Range r) const {
        bool again = true;
        for (int rounds = 0; again && rounds < kMaxMarks; ++rounds) {
            again = false;
            while (r.begin < r.end && is_any(r.begin, {dash, comma, stop, colon, semicolon, question, exclamation, close_paren})) ++r.begin;
            while (r.begin < r.end && is_any(r.end - 1, {comma, dash, semicolon, open_paren})) --r.end;
            if (r.begin < r.end && t_.is(r.end - 1, colon) && r.end < t_.size()) --r.end, again = true;
            if (r.begin >= r.end) return r;
            if (t_.is(r.begin, quote_mark)) {
                const std::size_t close = closing_of(t_, opening_, r.begin, r.end);
                const bool whole = close + 1 == r.end || (close + 2 == r.end && is_any(close + 1, {stop, comma}));
                if (close >= r.end || whole) {
                    ++r.begin;
                    if (whole) r.end = close;
                    again = true;
                }
            } else if (t_.is(r.end - 1, quote_mark) && (opening_[r.end - 1] || is_unmatched_end(r))) {
                --r.end;
                again = true;
            }
        }
        return r;
    }

    bool is_any(std::size_t i, std::initializer_list<Token::Kind> kinds) const {
        return std::find(kinds.begin(), kinds.end(), t_[i].kind) != kinds.end();
    }

    bool is_unmatched_end(Range r) const {
        std::size_t depth = 0;
        for (std::size_t i = r.begin; i + 1 < r.end; ++i) {
            if (!t_.is(i, quote_mark)) continue;
            if (opening_[i]) ++depth;
            else if (depth > 0) --depth;
        }
        return depth == 0;
    }

    void join_words() {
        std::string& words = parts_.words;
        std::size_t said = 0;
        for (const Piece& piece : parts_.pieces) {
            if (piece.kind != Piece::Kind::said) continue;
            const std::string next = plain_words(text_.substr(piece.begin, piece.end - piece.begin));
            if (said > 0) words += ends_sentence(words) ? " " : mark_between(said);
            words += next;
            ++said;
        }
        if (said > 0 && followed_ && !ends_sentence(words)) words += '.';
    }

    std::string_view mark_between(std::size_t said) const {
        if (seams_[said] == dash) return " – ";
        if (seams_[said] != comma) return ". ";
        return words_ != nullptr && is_one_clause(t_, *words_, said_[said - 1], said_[said]) ? " " : ", ";
    }

    // Also inside a closing quotation mark.
    static bool ends_sentence(std::string_view words) {
        for (const std::string_view mark : {"”", "“", "»", "\""}) {
            if (words.ends_with(mark)) {
                words.remove_suffix(mark.size());
                break;
            }
        }
        return words.ends_with('.') || words.ends_with('?') || words.ends_with('!') || words.ends_with("…") || words.ends_with(':');
    }

    std::string_view text_;
    const AttributionWords* words_;  // nullptr: a language without a row
    std::vector<Token> owned_;
    TokenText t_;
    std::vector<bool> opening_;
    std::vector<FoundAttribution> attributions_;
    std::size_t next_ = 0;
    std::vector<Range> said_;
    std::vector<Token::Kind> seams_;  // before each said piece: the mark after which it goes on
    bool quoted_ = false;
    bool followed_ = false;  // the last said piece does not end the paragraph
    StatementParts parts_;
};

}  // namespace

StatementParts read_statement(std::string_view text, std::string_view language) { return StatementReader(text, language).take(); }

}  // namespace pressrum

#include "link/quotes/offered.hpp"

#include "link/quotes/pieces.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace pressrum {
namespace {

using enum Token::Kind;

constexpr std::size_t kMaxPieces = 40;  // of one offer

// Bytes of the text without any words that name a speaker.
struct Part {
    std::uint32_t begin, end;
};

class Offer {
public:
    Offer(std::string_view text, const Reading& reading, std::string_view language)
        : text_(text),
          reading_(reading),
          words_(find_attribution_words(language)),
          rows_(language),
          owned_(tokenize(text)),
          t_(text, owned_) {
        for (const Utterance& utterance : reading.utterances) {
            for (const Piece& piece : utterance.pieces) utterances_.emplace(piece.begin, &utterance);
        }
    }

    std::string words() {
        const std::vector<Piece>& pieces = reading_.pieces;
        const std::size_t start = first_piece();
        if (start == pieces.size()) return std::string(kNothingOffered);
        if (reading_.question) voice_ = reading_.question->attribution.name;
        if (reading_.question && reading_.question->doubt == StatementDoubt::missing_comma) return before_verb(pieces[start]);
        if (!take(pieces[start])) return std::string(kNothingOffered);
        std::size_t begin = start, end = start + 1;
        while (begin > 0 && end - begin < kMaxPieces && take(pieces[begin - 1])) --begin;
        while (end < pieces.size() && end - begin < kMaxPieces && take(pieces[end])) ++end;
        SpokenWords said(text_, t_, words_);
        for (std::size_t i = begin; i < end; ++i) {
            if (pieces[i].kind == Piece::Kind::attribution) continue;
            for (const Part& part : parts_of(pieces[i])) {
                if (const TokenRange range = trimmed(part); !range.empty()) said.add(range);
            }
        }
        return said.empty() ? std::string(kNothingOffered) : ended(said.finished());
    }

private:
    // "Vi bygger nu säger Karin Alm": the question is about the last word said and the verb.
    std::string before_verb(const Piece& piece) const {
        const TokenRange two = tokens_of({reading_.question->begin, reading_.question->end});
        const TokenRange range = two.empty() ? TokenRange{0, 0} : trimmed({piece.begin, owned_[two.begin].end});
        if (range.empty()) return std::string(kNothingOffered);
        SpokenWords said(text_, t_, words_);
        said.add(range);
        return ended(said.finished());
    }

    std::size_t first_piece() const {
        const std::vector<Piece>& pieces = reading_.pieces;
        const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            if (!reading_.question) return piece.kind == Piece::Kind::said;
            return piece.kind == Piece::Kind::undecided && piece.begin < reading_.question->end && reading_.question->begin < piece.end;
        });
        return static_cast<std::size_t>(found - pieces.begin());
    }

    // Whether the piece belongs to the words of one person that are offered.
    bool take(const Piece& piece) {
        if (piece.kind == Piece::Kind::narration) {  // without any mark, everything that says "we" may be the same person's
            const TokenRange range = tokens_of({piece.begin, piece.end});
            return words_ != nullptr && reading_.question && reading_.question->doubt == StatementDoubt::unmarked &&
                   holds_first_person(t_, *words_, range.begin, range.end);
        }
        if (piece.kind == Piece::Kind::undecided) {
            if (hides_speaker(piece)) return false;
            for (const auto& [begin, end] : reading_.speakers) {
                if (piece.begin <= begin && end <= piece.end && !is_same_voice(text_.substr(begin, end - begin))) return false;
            }
            return true;
        }
        const auto utterance = utterances_.find(piece.begin);
        if (utterance == utterances_.end()) return piece.kind == Piece::Kind::attribution;
        return is_same_voice(utterance->second->attribution.name);
    }

    bool is_same_voice(std::string_view name) {
        if (name.empty()) return true;
        if (voice_.empty()) voice_ = name;
        return name.find(voice_) != std::string_view::npos || voice_.find(name) != std::string::npos;
    }

    // "Ugglan log, trumpetar Karin Alm": nobody knows where the words end.
    bool hides_speaker(const Piece& piece) const {
        const TokenRange range = tokens_of({piece.begin, piece.end});
        if (range.empty()) return true;
        if (follows_marks(range) && begins_with_verb(range)) return true;
        const bool in_marks = t_.is(range.begin, quote_mark) || (range.begin > 0 && t_.is(range.begin - 1, quote_mark));
        if (in_marks || parts_of(piece).size() != 1 || names_speaker(piece)) return false;
        if (find_unclear_attribution(t_, rows_, range)) return true;
        if (!reading_.question) return false;
        const StatementQuestion& question = *reading_.question;
        return question.doubt == StatementDoubt::speaker && piece.begin < question.end && question.begin < piece.end;
    }

    // What follows words in quotation marks: "said a colleague", ", according to Karin Alm".
    bool begins_with_verb(TokenRange range) const {
        static constexpr std::string_view kSources[] = {"enligt", "according", "ifølge"};
        while (!range.empty() && t_.is(range.begin, comma)) ++range.begin;
        const std::string& first = t_.lower(range.begin);
        if (first.empty() || t_[range.begin].upper) return false;
        return contains(kSources, first) || std::any_of(rows_.begin(), rows_.end(), [&](const AttributionWords* words) {
                   return find_saying_verb(*words, first) != nullptr;
               });
    }

    // Whether quotation marks close right before the range.
    bool follows_marks(TokenRange range) const {
        const auto is_mark = [](const Token& token) { return token.kind == quote_mark; };
        return range.begin > 0 && t_.is(range.begin - 1, quote_mark) &&
               std::count_if(owned_.begin(), owned_.begin() + static_cast<std::ptrdiff_t>(range.begin), is_mark) % 2 == 0;
    }

    bool names_speaker(const Piece& piece) const {
        return std::any_of(reading_.speakers.begin(), reading_.speakers.end(),
                           [&](const auto& speaker) { return piece.begin <= speaker.first && speaker.second <= piece.end; });
    }

    std::vector<Part> parts_of(const Piece& piece) const {
        std::vector<Part> parts;
        std::uint32_t from = piece.begin;
        for (const auto& [begin, end] : reading_.speakers) {
            if (begin < from || piece.end < end) continue;
            if (begin > from) parts.push_back({from, begin});
            from = end;
        }
        if (from < piece.end) parts.push_back({from, piece.end});
        return parts;
    }

    TokenRange tokens_of(Part part) const {
        const auto at = [&](std::uint32_t byte) {
            return static_cast<std::size_t>(
                std::lower_bound(owned_.begin(), owned_.end(), byte, [](const Token& token, std::uint32_t b) { return token.begin < b; }) -
                owned_.begin());
        };
        return {at(part.begin), at(part.end)};
    }

    // Without the marks that are there only for the attribution, and without quotation marks around the whole.
    TokenRange trimmed(Part part) const {
        TokenRange r = tokens_of(part);
        const auto is_any = [&](std::size_t i, std::initializer_list<Token::Kind> kinds) {
            return std::any_of(kinds.begin(), kinds.end(), [&](Token::Kind kind) { return t_.is(i, kind); });
        };
        while (!r.empty() && is_any(r.begin, {comma, stop, colon, semicolon, dash})) ++r.begin;
        while (!r.empty() && is_any(r.end - 1, {comma, colon, semicolon, dash})) --r.end;
        const auto marks =
            std::count_if(owned_.begin() + static_cast<std::ptrdiff_t>(r.begin), owned_.begin() + static_cast<std::ptrdiff_t>(r.end),
                          [](const Token& token) { return token.kind == quote_mark; });
        if (!r.empty() && t_.is(r.begin, quote_mark) && (marks == 1 || (marks == 2 && t_.is(r.end - 1, quote_mark)))) {
            ++r.begin;
            if (marks == 2) --r.end;
            while (!r.empty() && t_.is(r.end - 1, comma)) --r.end;  // “It is good,”
        }
        return r;
    }

    static std::string ended(std::string words) {
        static constexpr std::string_view kEnds[] = {".", "?", "!", "…", ":", "\"", "”", "’", "»"};
        const bool ends = std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return words.ends_with(end); });
        return ends ? words : words + '.';
    }

    std::string_view text_;
    const Reading& reading_;
    const AttributionWords* words_;  // nullptr: a language without a row
    AttributionRows rows_;
    std::vector<Token> owned_;
    TokenText t_;
    std::unordered_map<std::uint32_t, const Utterance*> utterances_;  // by where their pieces begin
    std::string voice_;                                               // of the words taken so far; empty: nobody is named
};

}  // namespace

std::string offered_words(std::string_view text, const Reading& reading, std::string_view language) {
    return Offer(text, reading, language).words();
}

}  // namespace pressrum

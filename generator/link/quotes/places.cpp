#include "link/quotes/places.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "link/quotes/quotes.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace pressrum {
namespace {

constexpr Words kHereInText{"här i texten", "here in the text"};
constexpr std::string_view kMarks[] = {"\"", "”", "“", "„", "»", "«", "‘", "’"};

std::vector<SaidText> said_texts(const std::vector<SaidParagraph>& paragraphs) {
    std::vector<SaidText> texts;
    texts.reserve(paragraphs.size());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const std::string_view before = i == 0 ? std::string_view{} : paragraphs[i - 1].spoken.attribution.name;
        const bool same =
            before.empty() || may_be_called(before, paragraphs[i].spoken.attribution.name);  // two people do not say one quote
        texts.push_back({paragraphs[i].said.words, paragraphs[i].follows && same});
    }
    return texts;
}

class PlaceFinder {
public:
    PlaceFinder(const PostDocument& post, const QuoteEntries& entries, std::vector<SaidParagraph>& paragraphs, Readings& readings,
                Diagnostics& diagnostics)
        : body_(post.body),
          quotes_(post.post.quotes),
          entries_(entries),
          paragraphs_(paragraphs),
          readings_(readings),
          diagnostics_(diagnostics) {}

    QuotePlaces run() {
        texts_ = said_texts(paragraphs_);
        const Belongs belongs = [this](std::uint32_t e, std::uint32_t p) { return belonging(e, p); };
        places_.of_entry = place_quotes(entries_.said, texts_, belongs);
        look_in_plain_paragraphs();
        // From here on `paragraphs` is complete and in the order of the body.
        note_paragraphs();
        report_missing(belongs);
        return std::move(places_);
    }

private:
    Belonging belonging(std::uint32_t e, std::uint32_t p) const {
        const std::string &speaker = entries_.all[e].speaker.name, &in_text = paragraphs_[p].spoken.attribution.name;
        if (speaker.empty() || in_text.empty()) return Belonging::unknown;
        return may_be_called(speaker, in_text) ? Belonging::yes : Belonging::no;
    }

    bool is_missing(std::uint32_t e) const { return !places_.of_entry[e].known() && !entries_.all[e].placed; }

    // An entry may stand anywhere: in a block quote, in a list, as part of running text, in words that were read differently. First as whole sentences without the
    // words that name a speaker, then as any such words, then exactly as written.
    void look_in_plain_paragraphs() {
        std::vector<std::uint32_t> missing = missing_entries();
        if (missing.empty()) return;
        std::vector<SaidParagraph> plain;
        for (std::uint32_t i = 0; i < body_.size(); ++i) {
            if (!may_hold_entry(body_, i)) continue;
            const bool follows = !plain.empty() && body_[plain.back().node].end == i;
            plain.push_back(plain_paragraph(readings_, i));
            plain.back().follows = follows;
        }
        look_in(plain, missing, Borders::sentences);
        look_in(plain, missing, Borders::words);
        if (!missing.empty()) {
            for (SaidParagraph& paragraph : plain) {
                paragraph.spoken.words = paragraph.text;
                paragraph.said = ComparedText(paragraph.text);
            }
            look_in(plain, missing, Borders::words);
        }
        if (paragraphs_.size() > texts_.size()) sort_paragraphs();
    }

    std::vector<std::uint32_t> missing_entries() const {
        std::vector<std::uint32_t> missing;
        for (std::uint32_t e = 0; e < entries_.all.size(); ++e) {
            if (is_missing(e)) missing.push_back(e);
        }
        return missing;
    }

    // Entries that are found get a record of their own, and what was read there as the same person's gives way to it.
    void look_in(const std::vector<SaidParagraph>& plain, std::vector<std::uint32_t>& missing, Borders borders) {
        if (missing.empty()) return;
        std::vector<ComparedText> said;
        for (const std::uint32_t e : missing) said.push_back(compared_entry(entries_.all[e].text));
        const Belongs is_named = [&](std::uint32_t m, std::uint32_t p) {
            return holds_surname(plain[p].text, entries_.all[missing[m]].speaker.name) ? Belonging::yes : Belonging::unknown;
        };
        const std::vector<QuotePlace> found = place_quotes(said, said_texts(plain), is_named, borders);
        std::vector<std::uint32_t> rest;
        for (std::size_t m = 0; m < missing.size(); ++m) {
            const QuotePlace& place = found[m];
            if (place.known() && place.count > 1) apart_.insert(missing[m]);
            if (!place.known() || place.count != 1 || !add_plain(plain[place.first], missing[m], place)) rest.push_back(missing[m]);
        }
        missing = std::move(rest);
    }

    bool add_plain(const SaidParagraph& plain, std::uint32_t e, const QuotePlace& place) {
        const std::uint32_t begin = plain.said.words[place.begin].begin, end = plain.said.words[place.end - 1].end;
        std::vector<std::pair<std::uint32_t, std::uint32_t>>& taken = taken_[plain.node];
        if (std::any_of(taken.begin(), taken.end(), [&](const auto& other) { return begin < other.second && other.first < end; }))
            return false;
        taken.emplace_back(begin, end);
        if (reads_statements(readings_.language()) &&
            is_cut(plain, place))  // in other languages, what stands around it may be the attribution
            diagnostics_.add({rule("quote/part-of-sentence"),
                              place_of_text(e),
                              {beginning(entries_.all[e].text)},
                              {},
                              {{span_in(body_, plain.node, begin, end), kHereInText, {}}}});
        SaidParagraph record = plain_copy(plain);
        const std::string& speaker = entries_.all[e].speaker.name;
        for (SaidParagraph& other : paragraphs_) {
            if (other.node != plain.node || !other.is_said()) continue;
            const bool overlaps = std::any_of(other.spoken.pieces.begin(), other.spoken.pieces.end(), [&](const Piece& piece) {
                return piece.kind == Piece::Kind::said && piece.begin < end && begin < piece.end;
            });
            const std::string& name = other.spoken.attribution.name;
            if (!overlaps && !name.empty() && !speaker.empty() && !may_be_called(speaker, name)) continue;
            if (record.spoken.attribution.name.empty()) record.spoken.attribution = other.spoken.attribution;
            record.marked |= other.marked;
            other.gives_way = true;
        }
        paragraphs_.push_back(std::move(record));
        places_.of_entry[e] = {static_cast<std::uint32_t>(paragraphs_.size() - 1), 1, place.begin, place.end};
        return true;
    }

    // Begins or ends within a sentence, where no quotation mark stands: perhaps words are left out that were said with them.
    static bool is_cut(const SaidParagraph& plain, const QuotePlace& place) {
        const std::vector<ComparedWord>& words = plain.said.words;
        const std::string_view text = plain.text;
        const auto marked = [&](std::string_view part) {
            return std::any_of(std::begin(kMarks), std::end(kMarks),
                               [&](std::string_view mark) { return part.find(mark) != std::string_view::npos; });
        };
        const std::uint32_t begin = words[place.begin].begin, end = words[place.end - 1].end;
        const std::uint32_t before = place.begin == 0 ? 0 : words[place.begin - 1].end,
                            after = place.end == words.size() ? static_cast<std::uint32_t>(text.size()) : words[place.end].begin;
        const bool begins = place.begin == 0 || ends_sentence(words[place.begin - 1]) || words[place.begin - 1].seam ||
                            marked(text.substr(before, begin - before)) || marked(text.substr(begin, 3)) || text[before - 1] == ':';
        const bool ends = place.end == words.size() || ends_sentence(words[place.end - 1]) || words[place.end - 1].seam ||
                          marked(text.substr(end, after - end)) ||
                          marked(text.substr(end - std::min<std::uint32_t>(end, 5), std::min<std::uint32_t>(end, 5)));
        return !begins || !ends;
    }

    static SaidParagraph plain_copy(const SaidParagraph& plain) {
        SaidParagraph copy{plain.node, plain.text, plain.form};
        copy.pieces = plain.pieces;
        copy.speakers = plain.speakers;
        copy.question = plain.question;
        copy.spoken.words = plain.spoken.words;
        copy.said = ComparedText(copy.spoken.words);
        for (std::size_t i = 0; i < copy.said.words.size(); ++i) copy.said.words[i].seam = plain.said.words[i].seam;
        copy.marked = plain.form == Reading::Form::talstreck;
        return copy;
    }

    void sort_paragraphs() {
        std::vector<std::uint32_t> order(paragraphs_.size()), now(paragraphs_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return paragraphs_[a].node < paragraphs_[b].node; });
        std::vector<SaidParagraph> sorted;
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            now[order[i]] = i;
            sorted.push_back(std::move(paragraphs_[order[i]]));
        }
        paragraphs_ = std::move(sorted);
        for (QuotePlace& place : places_.of_entry) {
            if (place.known()) place.first = now[place.first];
        }
        texts_ = said_texts(paragraphs_);
    }

    void note_paragraphs() {
        places_.of_paragraph.resize(paragraphs_.size());
        for (std::uint32_t e = 0; e < entries_.all.size(); ++e) {
            const QuotePlace& place = places_.of_entry[e];
            if (!place.known()) continue;
            places_.of_paragraph[place.first].entries.push_back(e);
            for (std::uint32_t i = 1; i < place.count; ++i) places_.of_paragraph[place.first + i].goes_on = e;
        }
        for (ParagraphQuotes& quotes : places_.of_paragraph) {
            std::sort(quotes.entries.begin(), quotes.entries.end(), [&](std::uint32_t a, std::uint32_t b) {
                return std::tie(places_.of_entry[a].begin, a) < std::tie(places_.of_entry[b].begin, b);
            });
        }
    }

    void report_missing(const Belongs& belongs) {
        std::vector<bool> wanted(entries_.all.size()), free(paragraphs_.size());
        for (std::uint32_t e = 0; e < wanted.size(); ++e) wanted[e] = is_missing(e);
        for (std::uint32_t p = 0; p < free.size(); ++p)
            free[p] = places_.of_paragraph[p].entries.empty() && places_.of_paragraph[p].goes_on == kNone && !paragraphs_[p].gives_way;
        const std::vector<QuotePlace> near = place_near_misses(entries_.said, wanted, texts_, free, belongs);
        note_apart(belongs);
        for (std::uint32_t e = 0; e < wanted.size(); ++e) {
            if (!wanted[e]) continue;
            if (apart_.contains(e)) {
                report_apart(e);
            } else if (near[e].known()) {
                report_difference(e, near[e]);
            } else {
                const QuoteEntry& entry = entries_.all[e];
                diagnostics_.add({rule("quote/not-in-text"), place_of_text(e), {beginning(entry.text), entry.id}, {}, {}});
            }
        }
    }

    // Words that stand in several paragraphs and break off within a sentence.
    void note_apart(const Belongs& belongs) {
        const std::vector<std::uint32_t> missing = missing_entries();
        if (missing.empty()) return;
        std::vector<ComparedText> said;
        for (const std::uint32_t e : missing) said.push_back(compared_entry(entries_.all[e].text));
        const Belongs may = [&](std::uint32_t m, std::uint32_t p) { return belongs(missing[m], p); };
        const std::vector<QuotePlace> found = place_quotes(said, texts_, may, Borders::words);
        for (std::size_t m = 0; m < missing.size(); ++m) {
            if (!found[m].known() || found[m].count < 2) continue;
            apart_.insert(missing[m]);
            for (std::uint32_t i = 0; i < found[m].count; ++i) places_.of_paragraph[found[m].first + i].reported = true;
        }
    }

    void report_apart(std::uint32_t e) {
        diagnostics_.add({rule("quote/apart"), place_of_text(e), {beginning(entries_.all[e].text)}, {}, {}});
    }

    Span place_of_text(std::uint32_t e) const { return quotes_[e].text.given() ? quotes_[e].text.at : quotes_[e].at; }

    void report_difference(std::uint32_t e, const QuotePlace& place) {
        std::vector<ComparedWord> words;
        std::string as_in_text;  // the place's words as the text has them
        for (std::uint32_t i = 0; i < place.count; ++i) {
            const SaidParagraph& paragraph = paragraphs_[place.first + i];
            places_.of_paragraph[place.first + i].reported = true;
            const std::vector<ComparedWord>& own = paragraph.said.words;
            words.insert(words.end(), own.begin(), own.end());
            const auto [begin, end] = words_in(place, paragraphs_, place.first + i);
            if (begin >= end) continue;
            if (!as_in_text.empty()) as_in_text += ' ';
            as_in_text += std::string_view(paragraph.spoken.words).substr(own[begin].begin, own[end - 1].end - own[begin].begin);
        }
        if (as_in_text.ends_with(',') || as_in_text.ends_with(';')) as_in_text.back() = '.';
        const std::vector<ComparedWord>& entry = entries_.said[e].words;
        const std::string difference =
            word_diff({entry.data(), entry.data() + entry.size()}, {words.data() + place.begin, words.data() + place.end});
        if (difference.empty()) return report_apart(e);
        // For words that the speaker has approved, no replacement to paste is offered.
        const bool approved = quotes_[e].approved.given();
        diagnostics_.add({approved ? rule("quote/differs-approved") : rule("quote/differs"),
                          place_of_text(e),
                          {difference, shown(entries_.all[e].text), shown(as_in_text)},
                          approved ? "" : yaml_scalar(as_in_text),
                          {{body_[paragraphs_[place.first].node].at, kHereInText, {}}}});
    }

    const Body& body_;
    const std::vector<Quote>& quotes_;
    const QuoteEntries& entries_;
    std::vector<SaidParagraph>& paragraphs_;
    Readings& readings_;
    std::vector<SaidText> texts_;  // as paragraphs_; views into them
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>>
        taken_;                                // per node: the bytes that entries take up
    std::unordered_set<std::uint32_t> apart_;  // entries whose words stand in several paragraphs but are not one quote there
    Diagnostics& diagnostics_;
    QuotePlaces places_;
};

}  // namespace

std::pair<std::uint32_t, std::uint32_t> words_in(const QuotePlace& place, const std::vector<SaidParagraph>& paragraphs, std::uint32_t p) {
    std::uint32_t offset = 0;
    for (std::uint32_t i = place.first; i < p; ++i) offset += static_cast<std::uint32_t>(paragraphs[i].said.words.size());
    const auto size = static_cast<std::uint32_t>(paragraphs[p].said.words.size());
    const std::uint32_t begin = std::max(place.begin, offset) - offset, end = std::min(std::max(place.end, offset) - offset, size);
    return {begin, std::max(begin, end)};
}

QuotePlaces find_quote_places(const PostDocument& post, const QuoteEntries& entries, std::vector<SaidParagraph>& paragraphs,
                              Readings& readings, Diagnostics& diagnostics) {
    if (entries.all.empty()) return {{}, std::vector<ParagraphQuotes>(paragraphs.size())};
    return PlaceFinder(post, entries, paragraphs, readings, diagnostics).run();
}

}  // namespace pressrum

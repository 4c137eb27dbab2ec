#include "link/quotes/places.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace pressrum {
namespace {

std::vector<SaidText> said_texts(const std::vector<SaidParagraph>& paragraphs) {
    std::vector<SaidText> texts;
    texts.reserve(paragraphs.size());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const std::string_view before = i == 0 ? std::string_view{} : paragraphs[i - 1].parts.attribution.name;
        const bool same = before.empty() || may_be_called(before, paragraphs[i].parts.attribution.name);  // two people do not say one quote
        texts.push_back({paragraphs[i].said.words, paragraphs[i].follows && same});
    }
    return texts;
}

class PlaceFinder {
public:
    PlaceFinder(const PostDocument& post, const QuoteEntries& entries, std::vector<SaidParagraph>& paragraphs, Diagnostics& diagnostics)
        : body_(post.body), quotes_(post.post.quotes), entries_(entries), paragraphs_(paragraphs), diagnostics_(diagnostics) {}

    QuotePlaces run() {
        texts_ = said_texts(paragraphs_);
        const MayBelong belongs = [this](std::uint32_t e, std::uint32_t p) { return may_belong(e, p); };
        places_.of_entry = place_quotes(entries_.said, texts_, belongs);
        look_in_plain_paragraphs();
        // From here on `paragraphs` is complete and in the order of the body.
        note_paragraphs();
        report_missing(belongs);
        return std::move(places_);
    }

private:
    // Whether the paragraph's attribution allows the entry's speaker; of an entry without speaker nothing is known.
    bool may_belong(std::uint32_t e, std::uint32_t p) const {
        const std::string& speaker = entries_.all[e].speaker.name;
        return speaker.empty() || may_be_called(speaker, paragraphs_[p].parts.attribution.name);
    }

    bool is_missing(std::uint32_t e) const { return !places_.of_entry[e].known() && !entries_.all[e].placed; }

    // An entry may stand in a block quote or as sentences of running text.
    void look_in_plain_paragraphs() {
        std::vector<std::uint32_t> missing;
        std::vector<ComparedText> said;
        for (std::uint32_t e = 0; e < entries_.all.size(); ++e) {
            if (!is_missing(e)) continue;
            missing.push_back(e);
            said.push_back(compared_entry(entries_.all[e].text));
        }
        if (missing.empty()) return;
        std::unordered_set<std::uint32_t> marked;
        for (const SaidParagraph& paragraph : paragraphs_) marked.insert(paragraph.node);
        std::vector<SaidParagraph> plain;
        for (std::uint32_t i = 0; i < body_.size(); ++i) {
            if (body_[i].kind == NodeKind::paragraph && !marked.contains(i)) plain.push_back(plain_paragraph(body_, i));
        }
        const std::vector<QuotePlace> found = place_quotes(said, said_texts(plain), [](std::uint32_t, std::uint32_t) { return true; });
        std::unordered_map<std::uint32_t, std::uint32_t> added;  // plain paragraph → paragraph
        for (std::size_t m = 0; m < missing.size(); ++m) {
            const QuotePlace& place = found[m];
            if (!place.known()) continue;
            const auto [paragraph, fresh] = added.emplace(place.first, static_cast<std::uint32_t>(paragraphs_.size()));
            if (fresh) add_plain(plain[place.first].node, missing[m], place);
            else add_further(paragraphs_[paragraph->second], place);
            places_.of_entry[missing[m]] = {paragraph->second, 1, place.begin, place.end};
        }
        if (!added.empty()) sort_paragraphs();
    }

    void add_plain(std::uint32_t node, std::uint32_t e, const QuotePlace& place) {
        SaidParagraph& paragraph = paragraphs_.emplace_back(plain_paragraph(body_, node));
        paragraph.parts.words = entries_.all[e].text;
        paragraph.parts.pieces = {{Piece::Kind::said, paragraph.said.words[place.begin].begin, paragraph.said.words[place.end - 1].end}};
    }

    // A second entry in the same running text: its words are said too.
    void add_further(SaidParagraph& paragraph, const QuotePlace& place) {
        const Piece piece{Piece::Kind::said, paragraph.said.words[place.begin].begin, paragraph.said.words[place.end - 1].end};
        std::vector<Piece>& pieces = paragraph.parts.pieces;
        const auto overlaps = [&](const Piece& other) { return other.begin < piece.end && piece.begin < other.end; };
        if (std::any_of(pieces.begin(), pieces.end(), overlaps)) return;
        pieces.insert(std::find_if(pieces.begin(), pieces.end(), [&](const Piece& other) { return other.begin > piece.begin; }), piece);
        std::string words;
        for (const Piece& each : pieces) {
            if (!words.empty()) words += ' ';
            words += std::string_view(paragraph.text).substr(each.begin, each.end - each.begin);
        }
        paragraph.parts.words = std::move(words);
    }

    void sort_paragraphs() {
        std::vector<std::uint32_t> order(paragraphs_.size()), now(paragraphs_.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return paragraphs_[a].node < paragraphs_[b].node; });
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

    void report_missing(const MayBelong& belongs) {
        std::vector<bool> wanted(entries_.all.size()), free(paragraphs_.size());
        for (std::uint32_t e = 0; e < wanted.size(); ++e) wanted[e] = is_missing(e);
        for (std::uint32_t p = 0; p < free.size(); ++p)
            free[p] = places_.of_paragraph[p].entries.empty() && places_.of_paragraph[p].goes_on == kNone;
        const std::vector<QuotePlace> near = place_near_misses(entries_.said, wanted, texts_, free, belongs);
        for (std::uint32_t e = 0; e < wanted.size(); ++e) {
            if (!wanted[e]) continue;
            if (near[e].known()) {
                report_difference(e, near[e]);
            } else {
                const QuoteEntry& entry = entries_.all[e];
                diagnostics_.add({rule("quote/not-in-text"), place_of_text(e), {beginning(entry.text), entry.id}, {}, {}});
            }
        }
    }

    Span place_of_text(std::uint32_t e) const { return quotes_[e].text.given() ? quotes_[e].text.at : quotes_[e].at; }

    void report_difference(std::uint32_t e, const QuotePlace& place) {
        std::vector<ComparedWord> words;
        std::string as_in_text;  // the place's words as the text has them
        for (std::uint32_t i = 0; i < place.count; ++i) {
            const SaidParagraph& paragraph = paragraphs_[place.first + i];
            places_.of_paragraph[place.first + i].reported = true;
            const std::size_t offset = words.size();
            const std::vector<ComparedWord>& own = paragraph.said.words;
            words.insert(words.end(), own.begin(), own.end());
            const std::size_t begin = std::max<std::size_t>(place.begin, offset) - offset;
            const std::size_t end = std::min<std::size_t>(std::max<std::size_t>(place.end, offset) - offset, own.size());
            if (begin >= end) continue;
            if (!as_in_text.empty()) as_in_text += ' ';
            as_in_text += std::string_view(paragraph.parts.words).substr(own[begin].begin, own[end - 1].end - own[begin].begin);
        }
        if (as_in_text.ends_with(',') || as_in_text.ends_with(';')) as_in_text.back() = '.';
        const std::vector<ComparedWord>& entry = entries_.said[e].words;
        const std::string difference =
            word_diff({entry.data(), entry.data() + entry.size()}, {words.data() + place.begin, words.data() + place.end});
        // Words that the speaker has approved are not to be replaced by what can be pasted.
        const bool approved = quotes_[e].approved.given();
        diagnostics_.add({approved ? rule("quote/differs-approved") : rule("quote/differs"),
                          place_of_text(e),
                          {difference, shown(entries_.all[e].text), shown(as_in_text)},
                          approved ? "" : to_yaml_value(as_in_text),
                          {{body_[paragraphs_[place.first].node].at, {"här i texten", "here in the text"}, {}}}});
    }

    const Body& body_;
    const std::vector<Quote>& quotes_;
    const QuoteEntries& entries_;
    std::vector<SaidParagraph>& paragraphs_;
    std::vector<SaidText> texts_;  // as paragraphs_; views into them
    Diagnostics& diagnostics_;
    QuotePlaces places_;
};

}  // namespace

QuotePlaces find_quote_places(const PostDocument& post, const QuoteEntries& entries, std::vector<SaidParagraph>& paragraphs,
                              Diagnostics& diagnostics) {
    if (entries.all.empty()) return {{}, std::vector<ParagraphQuotes>(paragraphs.size())};
    return PlaceFinder(post, entries, paragraphs, diagnostics).run();
}

}  // namespace pressrum

#include "link/quotes/quotes.hpp"

#include "base/text.hpp"
#include "link/quotes/entries.hpp"
#include "link/quotes/interviews.hpp"
#include "link/quotes/known_roles.hpp"
#include "link/quotes/mixed.hpp"
#include "link/quotes/paragraphs.hpp"
#include "link/quotes/places.hpp"
#include "link/quotes/questions.hpp"
#include "link/quotes/said_words.hpp"
#include "link/quotes/speakers.hpp"
#include "link/quotes/struck.hpp"
#include "link/quotes/token_text.hpp"
#include "link/quotes/voices.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

// Who says what. The paragraphs are gone through in order. Each gets its speaker from its entry, else from its attribution; else the last speaker
// goes on, unless something between makes that a guess. Of several in a row that nobody is known to have said, the first is asked about.

namespace pressrum {
namespace {

constexpr std::size_t kMinAsked = 4;  // words in quotation marks alone that may be a statement

constexpr Words kHereInText{"här i texten", "here in the text"};

class StatementLinker {
public:
    StatementLinker(const PostDocument& post, const Keyed<Person>& people, Date published, std::string_view language,
                    Diagnostics& diagnostics)
        : body_(post.body),
          quotes_(post.post.quotes),
          people_(people),
          day_(published),
          language_(language),
          words_(find_attribution_words(language)),
          diagnostics_(diagnostics),
          speakers_(people, published, language),
          known_(people, published, language, diagnostics),
          questions_(post.body, people, language, speakers_, diagnostics) {
        std::vector<std::string_view> texts;
        for (const Node& node : body_.nodes()) {
            if (node.kind == NodeKind::text) texts.push_back(body_.text(node));
        }
        speakers_.in_text().read_later(std::move(texts));
        entries_ = read_entries(post, people, speakers_, ids_, diagnostics);
        Readings readings(body_, language);
        paragraphs_ = said_paragraphs(readings);
        places_ = find_quote_places(post, entries_, paragraphs_, readings, diagnostics);
    }

    std::vector<Statement> run() {
        for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) add_statement(p);
        sort_within_paragraphs();
        for (const std::uint32_t e : entries_.placed) add_placed(e);
        mark_mixed(paragraphs_, statements_);
        ask_about_struck(body_, statements_, diagnostics_);
        return std::move(statements_);
    }

private:
    void add_statement(std::uint32_t p) {
        const SaidParagraph& paragraph = paragraphs_[p];
        if (p > 0 && paragraphs_[p - 1].in_list) last_ = {};
        const ParagraphQuotes& quotes = places_.of_paragraph[p];
        if (paragraph.after_heading || paragraph.introduced) last_ = {}, questions_.forget();
        if (paragraph.gives_way) return add_attributed(paragraph, {});
        const Speaker last = last_to_go_on(paragraph);
        if (quotes.goes_on != kNone || !quotes.entries.empty()) {
            add_attributed(paragraph, last);
            if (quotes.goes_on != kNone) add_entry(p, quotes.goes_on, last);
            for (const std::uint32_t e : quotes.entries) add_entry(p, e, last);
            return;
        }
        if (!paragraph.is_said()) {
            if (!quotes.reported && !holds_entry(paragraph.node)) questions_.ask_about(paragraph);
            last_ = {};
            return;
        }
        const std::size_t before = diagnostics_.size();
        Statement statement;
        statement.node = paragraph.node;
        statement.words = paragraph.spoken.words;
        statement.pieces = paragraph.spoken.pieces;
        if (statement.words.empty()) return;
        statement.speaker = text_speaker(paragraph, last, quotes.reported);
        const bool several = is_several(paragraph.spoken.attribution);
        last_ = several || hands_over(speakers_, paragraph, statement.speaker) ? Speaker{} : statement.speaker;
        // One question per paragraph: who speaks comes first. That somebody is on no list leaves the words undecided.
        if (paragraph.question && !quotes.reported && !questions_.asked_since(before) && !holds_entry(paragraph.node))
            questions_.ask_about(paragraph);
        // Words that cannot be attributed for certain stay in the paragraph, and are nobody's statement.
        if (statement.speaker.name.empty() || several) return;
        statement.id = ids_.make(statement.words);
        finish(paragraph, std::move(statement), last);
    }

    // The entry's words, and no others, are what was said; of an entry through several paragraphs, those in this one.
    void add_entry(std::uint32_t p, std::uint32_t e, const Speaker& last) {
        const SaidParagraph& paragraph = paragraphs_[p];
        const QuotePlace& place = places_.of_entry[e];
        const auto [begin, end] = words_in(place, paragraphs_, p);
        const bool whole = begin == 0 && end == paragraph.said.words.size() && paragraph.is_said();
        Statement statement;
        statement.node = paragraph.node;
        statement.pieces = whole ? paragraph.spoken.pieces : pieces_of(paragraph, word_places(paragraph), begin, end);
        statement.words = place.count == 1 ? entries_.all[e].text : whole ? paragraph.spoken.words : words_of(paragraph, begin, end);
        if (p == place.first) statement.quote = e;
        statement.id = p == place.first ? entries_.all[e].id : ids_.make(statement.words);
        questions_.forget();
        const std::size_t told = diagnostics_.all().size();
        statement.speaker = entry_speaker(e, paragraph, last);
        questions_.check_text_names(paragraph, statement.pieces, quotes_[e], statement.speaker.name);
        if (diagnostics_.all().size() == told && is_anothers(speakers_, paragraph, statement.pieces, statement.speaker))
            questions_.report_not_in_text(paragraph, quotes_[e], statement.speaker.name);
        const bool agrees = diagnostics_.all().size() == told;  // else the name in the text is already at issue
        const bool over = is_several(paragraph.spoken.attribution) || (agrees && hands_over(speakers_, paragraph, statement.speaker));
        last_ = over ? Speaker{} : statement.speaker;
        finish(paragraph, std::move(statement), last);
    }

    // What an entry leaves out of its paragraph was not said, except a sentence that names somebody else: the entry speaks only for its own speaker.
    void add_attributed(const SaidParagraph& paragraph, const Speaker& last) {
        const Attribution& said = paragraph.spoken.attribution;
        if (!paragraph.is_said() || !said.present() || is_several(said)) return;
        Statement statement;
        statement.node = paragraph.node;
        const WordPlaces words = word_places(paragraph);
        for (const auto& [begin, end] : attributed_sentences(paragraph)) {
            std::vector<Piece> pieces = pieces_of(paragraph, words, begin, end);
            if (pieces.empty() || is_taken(paragraph.node, pieces.front().begin, pieces.back().end)) continue;
            statement.words += (statement.words.empty() ? "" : " ") + words_of(paragraph, begin, end);
            statement.pieces.insert(statement.pieces.end(), pieces.begin(), pieces.end());
        }
        if (statement.pieces.empty()) return;
        statement.speaker = text_speaker(paragraph, last, said.name.empty());
        if (statement.speaker.name.empty() || has_entry_of(statement.speaker, paragraph.node)) return;
        last_ = statement.speaker;
        statement.id = ids_.make(statement.words);
        finish(paragraph, std::move(statement), last);
    }

    // An entry and what stands beside it are found one after the other.
    void sort_within_paragraphs() {
        const auto begin = [](const Statement& statement) { return statement.pieces.empty() ? 0 : statement.pieces.front().begin; };
        for (auto first = statements_.begin(); first != statements_.end();) {
            const auto last = std::find_if(first, statements_.end(), [&](const Statement& each) { return each.node != first->node; });
            std::stable_sort(first, last, [&](const Statement& a, const Statement& b) { return begin(a) < begin(b); });
            first = last;
        }
    }

    // Whether an entry stands between these bytes of the node.
    bool is_taken(std::uint32_t node, std::uint32_t begin, std::uint32_t end) {
        if (taken_.empty()) {
            for (const QuotePlace& place : places_.of_entry) {
                for (std::uint32_t p = place.first; place.known() && p < place.first + place.count; ++p) {
                    const auto [first, last] = words_in(place, paragraphs_, p);
                    const auto words = word_places(paragraphs_[p]);
                    if (first < last && last <= words.size())
                        taken_[paragraphs_[p].node].emplace_back(words[first].first, words[last - 1].second);
                }
            }
        }
        const auto found = taken_.find(node);
        return found != taken_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                    [&](const auto& entry) { return entry.first < end && begin < entry.second; });
    }

    void finish(const SaidParagraph& paragraph, Statement statement, const Speaker& last) {
        statement.continues =
            paragraph.marked && !paragraph.spoken.attribution.present() && !last.name.empty() && last == statement.speaker;
        check_against_people(paragraph, statement.speaker);
        speakers_.add(statement.speaker);
        statements_.push_back(std::move(statement));
    }

    // Whether an entry stands somewhere in this node: nothing is asked there any more.
    bool holds_entry(std::uint32_t node) { return entries_in_nodes().contains(node); }

    bool has_entry_of(const Speaker& speaker, std::uint32_t node) {
        const auto found = entries_in_nodes().find(node);
        return found != entry_nodes_.end() &&
               std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t e) { return entries_.all[e].speaker == speaker; });
    }

    const std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& entries_in_nodes() {
        if (!entry_nodes_.empty()) return entry_nodes_;
        for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
            const ParagraphQuotes& quotes = places_.of_paragraph[p];
            if (quotes.entries.empty() && quotes.goes_on == kNone) continue;
            std::vector<std::uint32_t>& all = entry_nodes_[paragraphs_[p].node];
            all.insert(all.end(), quotes.entries.begin(), quotes.entries.end());
            if (quotes.goes_on != kNone) all.push_back(quotes.goes_on);
        }
        entry_nodes_[kNone];
        return entry_nodes_;
    }

    // An entry that only ![](quote:ID) places.
    void add_placed(std::uint32_t e) {
        if (places_.of_entry[e].known()) return;
        const QuoteEntry& entry = entries_.all[e];
        statements_.push_back({entry.id, entry.text, entry.speaker, kNone, e, false, {}});
    }

    // ------------------------------------------------------------ the speaker by the entry

    Speaker entry_speaker(std::uint32_t e, const SaidParagraph& paragraph, const Speaker& last) {
        Speaker speaker = entries_.all[e].speaker;
        if (speaker.name.empty()) return speaker;  // its key is unknown: reported
        const Attribution& said = paragraph.spoken.attribution;
        const Quote& quote = quotes_[e];
        const Span who = quote.speaker.given() ? quote.speaker.at : quote.name.at;
        const Span in_text = questions_.who_in_text(paragraph, said.name);
        if (is_several(said)) {
            if (without_brackets(said.name) != speaker.name) questions_.report_several(paragraph);
        } else if (!may_be_called(speaker.name, said.name)) {
            const std::uint32_t other = speakers_.find_person(said.name);
            const std::string key = other != kNone && quote.speaker.given() ? *people_[other].first : "";
            diagnostics_.add({rule("quote/other-speaker"), who, {speaker.name, said.name}, key, {{in_text, kHereInText, {}}}});
        } else if (said.name.empty() && (said.pronoun || !said.present()) && !last.name.empty() && last.name != speaker.name &&
                   !is_named_later(e)) {
            diagnostics_.add({rule("statement/other-speaker"),
                              body_[paragraph.node].at,
                              {speaker.name, last.name},
                              {},
                              {{who, {"citatet", "the quote"}, {}}}});
        }
        check_entry(e, speaker);
        if (speaker.person == kNone) {  // what the entry leaves out is taken from the text
            if (speaker.role.empty() && speaker.organization.empty()) speaker.role = said.role;
            if (speaker.party.empty()) speaker.party = said.party;
        }
        return speaker;
    }

    // Whether a later paragraph of the same entry names its speaker: "– Nu kör vi." "– Hela vägen, säger Lena Hovmark."
    bool is_named_later(std::uint32_t e) {
        const QuotePlace& place = places_.of_entry[e];
        for (std::uint32_t i = 1; i < place.count; ++i) {
            if (!paragraphs_[place.first + i].spoken.attribution.name.empty()) return true;
        }
        return false;
    }

    // ------------------------------------------------------------ the speaker by the text

    Speaker text_speaker(const SaidParagraph& paragraph, const Speaker& last, bool reported) {
        const Attribution& said = paragraph.spoken.attribution;
        if (!said.present()) return going_on(paragraph, last, reported);
        questions_.forget();
        if (said.pronoun) {
            Speaker meant = meant_by_pronoun(paragraph, last);
            if (meant.name.empty() && !reported) questions_.ask(paragraph);
            return meant;
        }
        if (is_several(said)) {
            if (!reported) said.name.empty() ? questions_.ask(paragraph) : questions_.report_several(paragraph);
            return {};
        }
        if (said.name.empty() && !last.name.empty() && is_same_role(said.role, last.role)) return last;
        Speakers::Match match = speakers_.find(said);
        if (match.outcome == Speakers::Outcome::found) return std::move(match.speaker);
        if (!reported) questions_.report_unknown(paragraph, match.outcome);
        if (match.outcome == Speakers::Outcome::ambiguous || said.weak) return {};
        if (said.verb == ":" && said.role.empty() && said.party.empty() && paragraph.form != Reading::Form::talstreck)
            return {};  // perhaps no person
        return {kNone, said.name, said.role, said.party, {}};
    }

    // "säger hon": whom the paragraph itself named before; else whom the writer's paragraph just before is about, or the last speaker when nobody else is named
    // between. If two are possible, nobody.
    Speaker meant_by_pronoun(const SaidParagraph& paragraph, const Speaker& last) {
        if (!paragraph.spoken.subject.name.empty()) return fitting(speaker_called(paragraph.spoken.subject), paragraph);
        const Speaker named = paragraph.mentioned ? fitting(speaker_called(*paragraph.mentioned), paragraph) : Speaker{};
        if (!named.name.empty()) {
            // Somebody whose pronoun is known comes before somebody whose is not.
            const bool rival = !last_.name.empty() && last_.name != named.name &&
                               speakers_.has_pronoun(last_, paragraph.spoken.attribution.pronoun_word) &&
                               !(speakers_.pronoun_of(named) != Pronoun::unknown && speakers_.pronoun_of(last_) == Pronoun::unknown);
            const bool two = gap_holds(body_, paragraph, [&](std::string_view text) { return speakers_.may_name_another(text, named); });
            const bool nameless =
                paragraph_before_holds(body_, paragraph, [&](std::string_view text) { return speakers_.tells_of_person(text, named); });
            return rival || two || nameless ? Speaker{} : named;
        }
        // Somebody else is named there, and it cannot be told who.
        if (paragraph.mentioned && !may_be_called(last.name, paragraph.mentioned->name)) {
            if (!is_unfitting(*paragraph.mentioned, paragraph)) return {};
        }
        if (last.name.empty() || means_one_before(paragraph, last)) return {};
        return fitting(last, paragraph);
    }

    // The last speaker's pronoun is not known, and somebody before has this one.
    bool means_one_before(const SaidParagraph& paragraph, const Speaker& last) {
        const Pronoun word = pronoun_of(paragraph.spoken.attribution.pronoun_word);
        if (word == Pronoun::unknown || speakers_.pronoun_of(last) != Pronoun::unknown) return false;
        return std::any_of(statements_.begin(), statements_.end(),
                           [&](const Statement& each) { return speakers_.pronoun_of(each.speaker) == word; });
    }

    // Somebody known, who has another pronoun: "Nils Ek ritade huset" before "säger hon".
    bool is_unfitting(const Attribution& who, const SaidParagraph& paragraph) {
        const Speaker speaker = speaker_called(who);
        return !speaker.name.empty() && !speakers_.has_pronoun(speaker, paragraph.spoken.attribution.pronoun_word);
    }

    Speaker fitting(Speaker speaker, const SaidParagraph& paragraph) const {
        return speakers_.has_pronoun(speaker, paragraph.spoken.attribution.pronoun_word) ? std::move(speaker) : Speaker{};
    }

    // The person whom the writer's own sentence names. Of three capital words at its beginning the first may not be a name ("Kollegan Kent Viik"), so
    // they count as somebody only when the rest is known.
    Speaker speaker_called(const Attribution& who) {
        if (who.several) return {};
        Speakers::Match match = speakers_.find(who);
        if (match.outcome == Speakers::Outcome::found) return std::move(match.speaker);
        const auto words = std::count(who.name.begin(), who.name.end(), ' ') + 1;
        if (match.outcome != Speakers::Outcome::unknown || words < 2) return {};
        if (words == 2 || !who.role.empty()) return {kNone, who.name, who.role, who.party, {}};
        Attribution rest = who;
        rest.name = who.name.substr(who.name.find(' ') + 1);
        match = speakers_.find(rest);
        return match.outcome == Speakers::Outcome::found ? std::move(match.speaker) : Speaker{};
    }

    // The speaker before, if nothing between the two paragraphs can have changed who speaks.
    Speaker last_to_go_on(const SaidParagraph& paragraph) {
        if (!paragraph.marked || paragraph.needs_speaker) return {};
        if (last_.name.empty() || !paragraph.spoken.attribution.name.empty()) return last_;
        const bool another = gap_holds(body_, paragraph, [&](std::string_view text) {
            return speakers_.names_another(text, last_) || speakers_.tells_of_another(text, last_) || brings_other_voice(text, paragraph) ||
                   (paragraph.spoken.attribution.pronoun &&
                    (speakers_.may_name_another(text, last_) || speakers_.tells_of_person(text, last_)));
        });
        return another ? Speaker{} : last_;
    }

    // "Publiken buar." before a talstreck that names nobody.
    bool brings_other_voice(std::string_view text, const SaidParagraph& paragraph) {
        const Attribution& said = paragraph.spoken.attribution;
        const LastVoice last = {last_.name, last_.role};
        if (words_ == nullptr || (said.present() && !said.pronoun)) return false;
        return said.present() ? brings_opinion(text, *words_, last) : brings_voice(text, *words_, last);
    }

    Speaker going_on(const SaidParagraph& paragraph, const Speaker& last, bool reported) {
        const bool of_another =
            !last.name.empty() && (speakers_.is_signed_by_another(paragraph.text, last) || speakers_.asks_another(paragraph.text, last));
        if (!last.name.empty() && !of_another && !is_dialogue(paragraphs_, paragraph) && !calls(paragraph.spoken.words, last)) return last;
        if (paragraph.answers && last_.name.empty()) {  // an interview: the text names one person only
            Attribution only;
            only.verb = "?";
            only.name = speakers_.in_text().only();
            if (paragraph_before_holds(body_, paragraph,
                                       [&](std::string_view text) { return text.find(only.name) != std::string_view::npos; }))
                only.name.clear();
            if (Speaker speaker = only.name.empty() ? Speaker{} : speaker_called(only); !speaker.name.empty()) return speaker;
        }
        if (paragraph.needs_speaker && paragraph.said.words.size() < kMinAsked) return {};  // a title, a motto
        // After a talstreck that nobody is known to have spoken, the next one is part of the same question.
        const bool part_of_question = questions_.asked() && paragraph.follows && !of_another && paragraph.form == Reading::Form::talstreck;
        if (!reported && !part_of_question && !holds_entry(paragraph.node)) questions_.ask(paragraph);
        questions_.remember();
        return {};
    }

    // ------------------------------------------------------------ both

    bool is_several(const Attribution& who) const { return who.several || is_several_names(who.name, words_); }

    // What the text says of somebody must not be what was true on another day, or of somebody else.
    void check_against_people(const SaidParagraph& paragraph, const Speaker& speaker) {
        if (speaker.name.empty()) return;
        const Attribution& said = paragraph.spoken.attribution;
        const bool covered = speaker.person == kNone || known_.has_role_on_day(speaker.person);
        if (!covered && roleless_.insert(speaker.person).second)
            diagnostics_.add({rule("statement/no-role"), questions_.who_in_text(paragraph, said.name), {speaker.name}, {}, {}});
        if (said.name.empty() || !may_be_called(speaker.name, said.name)) return;
        known_.check_party(speaker, said.party, speaker.party, questions_.who_in_text(paragraph, said.party), covered);
        known_.check_role(speaker, said.role, questions_.who_in_text(paragraph, said.role));
    }

    // An entry with `name:` for somebody in people.yaml may give another role or party.
    void check_entry(std::uint32_t e, const Speaker& speaker) {
        const Quote& quote = quotes_[e];
        if (speaker.person == kNone || !quote.name.given()) return;
        const Speaker known = speakers_.on_day(speaker.person);
        known_.check_party(known, *quote.party, known.party, quote.party.at, known_.has_role_on_day(speaker.person));
        known_.check_role(known, *quote.role, quote.role.at);
    }

    const Body& body_;
    const std::vector<Quote>& quotes_;
    const Keyed<Person>& people_;
    Date day_;
    std::string_view language_;
    const AttributionWords* words_;  // nullptr: a language without a row
    Diagnostics& diagnostics_;
    Speakers speakers_;
    KnownRoles known_;
    Questions questions_;
    StatementIds ids_;
    QuoteEntries entries_;
    std::vector<SaidParagraph> paragraphs_;
    QuotePlaces places_;

    Speaker last_;                                // name empty: nobody yet, or nobody knows
    std::unordered_set<std::uint32_t> roleless_;  // people without a role that day, reported
    // Per node, the bytes that entries take up; made when first needed.
    std::unordered_map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> taken_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> entry_nodes_;  // the entries that stand there; made when first needed
    std::vector<Statement> statements_;
};

}  // namespace

bool reads_statements(std::string_view language) { return find_attribution_words(language) != nullptr; }

std::string undecided_words(const Body& body, Span at, std::string_view language) {
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        if (may_hold_entry(body, i) && body[i].at.begin <= at.begin && at.begin < body[i].at.end) return offered_words(body, i, language);
    }
    return {};
}

std::vector<Statement> link_statements(const PostDocument& post, const Keyed<Person>& people, Date published, std::string_view language,
                                       Diagnostics& diagnostics) {
    return StatementLinker(post, people, published, language, diagnostics).run();
}

}  // namespace pressrum

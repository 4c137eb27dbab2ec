#include "link/quotes/quotes.hpp"

#include "base/text.hpp"
#include "link/quotes/entries.hpp"
#include "link/quotes/places.hpp"
#include "link/quotes/paragraphs.hpp"
#include "link/quotes/speakers.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

// Who says what.
//
// When the entries have found their places (link/quote_places), the paragraphs are walked in order. Each has its speaker from its
// entry; else from its attribution (link/speakers); else the last speaker goes on, unless something between makes that a guess: a
// heading, a line that ends with a colon, the name of somebody else.
//
// What is reported stays reported once: a paragraph whose entry differs is not also asked who said it, and of several in a row
// that nobody is known to have said, the first is asked.

namespace pressrum {
namespace {

constexpr std::size_t kMaxSuggestions = 50;  // of names for misspelt ones; each is a look through all names

constexpr Words kHereInText{"här i texten", "here in the text"};

bool is_on(const Role& role, Date day) { return (!role.from.given() || *role.from <= day) && (!role.to.given() || *role.to >= day); }

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
          speakers_(people, published, language) {
        entries_ = read_entries(post, people, speakers_, ids_, diagnostics);
        paragraphs_ = said_paragraphs(body_, language);
        places_ = find_quote_places(post, entries_, paragraphs_, diagnostics);
    }

    std::vector<Statement> run() {
        for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) add_statement(paragraphs_[p], places_.of_paragraph[p]);
        for (const std::uint32_t e : entries_.placed) add_placed(e);
        return std::move(statements_);
    }

private:
    void add_statement(const SaidParagraph& paragraph, const ParagraphQuotes& quotes) {
        if (paragraph.after_heading || paragraph.introduced) last_ = {}, asked_ = false;
        if (paragraph.parts.words.empty() && quotes.entries.empty()) return;

        Statement statement;
        statement.node = paragraph.node;
        statement.words = paragraph.parts.words;
        statement.pieces = paragraph.parts.pieces;
        if (!quotes.entries.empty()) {
            statement.quote = quotes.entries.front();
            // Where nobody can tell how much was said, it is what the entry says.
            const bool told = paragraph.parts.unclear && quotes.entries.size() == 1;
            if (told || is_whole(statement.quote, paragraph)) statement.words = entries_.all[statement.quote].text;
        }
        statement.id = statement.quote != kNone ? entries_.all[statement.quote].id : ids_.make(statement.words);

        const Speaker last = last_to_go_on(paragraph);
        const std::uint32_t entry = statement.quote != kNone ? statement.quote : quotes.goes_on;
        if (entry != kNone) {
            asked_ = false;
            statement.speaker = entry_speaker(entry, paragraph, last);
            for (std::size_t i = 1; i < quotes.entries.size(); ++i) entry_speaker(quotes.entries[i], paragraph, {});
        } else {
            statement.speaker = text_speaker(paragraph, last, quotes.reported);
        }
        statement.continues = paragraph.marked && !paragraph.parts.attribution.present() && !last.name.empty() && last == statement.speaker;
        check_against_people(paragraph, statement.speaker);
        speakers_.add(statement.speaker);
        last_ = is_several(paragraph.parts.attribution.name) ? Speaker{} : statement.speaker;
        statements_.push_back(std::move(statement));
    }

    // Whether the entry is all that the paragraph says, and no more; it is then the better written of the two.
    bool is_whole(std::uint32_t e, const SaidParagraph& paragraph) const {
        const QuotePlace& place = places_.of_entry[e];
        return place.count == 1 && place.begin == 0 && place.end == paragraph.said.words.size();
    }

    // An entry that only ![](quote:ID) places, or that shares its paragraph with the entry the statement there is named after.
    void add_placed(std::uint32_t e) {
        const QuotePlace& place = places_.of_entry[e];
        if (place.known() && places_.of_paragraph[place.first].entries.front() == e) return;
        const QuoteEntry& entry = entries_.all[e];
        statements_.push_back({entry.id, entry.text, entry.speaker, kNone, e, false, {}});
    }

    // ------------------------------------------------------------ the speaker by the entry

    Speaker entry_speaker(std::uint32_t e, const SaidParagraph& paragraph, const Speaker& last) {
        Speaker speaker = entries_.all[e].speaker;
        if (speaker.name.empty()) return speaker;  // its key is unknown: reported
        const Attribution& said = paragraph.parts.attribution;
        const Quote& quote = quotes_[e];
        const Span who = quote.speaker.given() ? quote.speaker.at : quote.name.at;
        const Span in_text = who_in_text(paragraph, said.name);
        if (is_several(said.name)) {
            if (without_brackets(said.name) != speaker.name)
                diagnostics_.add({rule("statement/several-speakers"), in_text, {said.name}, {}, {}});
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
        if (speaker.person == kNone) {  // what the entry leaves out stands in the text
            if (speaker.role.empty() && speaker.organization.empty()) speaker.role = said.role;
            if (speaker.party.empty()) speaker.party = said.party;
        }
        return speaker;
    }

    // Whether a later paragraph of the same entry names its speaker: "– Nu kör vi." "– Hela vägen, säger Lena Hovmark."
    bool is_named_later(std::uint32_t e) const {
        const QuotePlace& place = places_.of_entry[e];
        for (std::uint32_t i = 1; i < place.count; ++i) {
            if (!paragraphs_[place.first + i].parts.attribution.name.empty()) return true;
        }
        return false;
    }

    // ------------------------------------------------------------ the speaker by the text

    Speaker text_speaker(const SaidParagraph& paragraph, const Speaker& last, bool reported) {
        const Attribution& said = paragraph.parts.attribution;
        if (!said.present()) return going_on(paragraph, last, reported);
        asked_ = false;
        if (paragraph.parts.unclear) {  // how much of it the speaker said
            if (!reported) report_unclear(paragraph, *paragraph.parts.unclear);
            return {};
        }
        if (said.pronoun) {
            if (!last.name.empty() && has_pronoun(last, paragraph)) return last;
            if (!reported) ask(paragraph);
            return {};
        }
        if (said.name.empty() && !last.name.empty() && is_same_role(said.role, last.role)) return last;
        Speakers::Match match = speakers_.find(said);
        if (match.outcome == Speakers::Outcome::found) return std::move(match.speaker);
        if (!reported) report_unknown(paragraph, match.outcome);
        if (match.outcome == Speakers::Outcome::ambiguous) return {};
        return {kNone, said.name, said.role, said.party, {}};
    }

    void report_unknown(const SaidParagraph& paragraph, Speakers::Outcome outcome) {
        const std::string& name = paragraph.parts.attribution.name;
        if (name.empty()) return ask(paragraph);
        const Span at = who_in_text(paragraph, name);
        if (is_several(name)) {
            diagnostics_.add({rule("statement/several-speakers"), at, {name}, {}, {}});
        } else if (outcome == Speakers::Outcome::ambiguous) {
            diagnostics_.add({rule("statement/ambiguous-speaker"), at, {name}, {}, {}});
        } else {
            const bool suggest = at != body_[paragraph.node].at && ++unlisted_ <= kMaxSuggestions;
            diagnostics_.add({rule("statement/unlisted-speaker"), at, {name}, suggest ? speakers_.nearest_name(name) : "", {}});
        }
    }

    // The speaker before, if nothing between the two paragraphs may have changed who speaks.
    Speaker last_to_go_on(const SaidParagraph& paragraph) const {
        if (!paragraph.marked) return {};
        if (last_.name.empty() || !paragraph.parts.attribution.name.empty()) return last_;
        for (std::uint32_t i = paragraph.gap_begin; i < paragraph.node; ++i) {
            if (body_[i].kind == NodeKind::text &&
                speakers_.names_another(body_.text(body_[i]), last_, !paragraph.parts.attribution.present()))
                return {};
        }
        return last_;
    }

    Speaker going_on(const SaidParagraph& paragraph, const Speaker& last, bool reported) {
        const std::vector<Token> owned = tokenize(paragraph.text);
        const TokenText tokens(paragraph.text, owned);
        const auto unclear = find_unclear_attribution(tokens, language_);
        const bool signed_by_another = !last.name.empty() && speakers_.is_signed_by_another(paragraph.text, last);
        if (!unclear && !last.name.empty() && !signed_by_another) return last;
        // After a statement that nobody is known to have said, the next is a part of the same question.
        const bool part_of_question = asked_ && paragraph.follows && !unclear && !signed_by_another;
        asked_ = true;
        if (reported || part_of_question) return {};
        if (unclear && unclear->fault == UnclearAttribution::Fault::missing_comma) report_missing_comma(paragraph, tokens, unclear->verb);
        else ask(paragraph);
        return {};
    }

    void ask(const SaidParagraph& paragraph) {
        diagnostics_.add({rule("statement/unknown-speaker"), body_[paragraph.node].at, {beginning(paragraph.parts.words)}, {}, {}});
        asked_ = true;
    }

    void report_unclear(const SaidParagraph& paragraph, const Piece& clause) {
        const std::string words = plain_words(std::string_view(paragraph.text).substr(clause.begin, clause.end - clause.begin));
        diagnostics_.add(
            {rule("statement/unclear-words"), span_in(body_, paragraph.node, clause.begin, clause.end), {shown(words)}, {}, {}});
        asked_ = true;
    }

    void report_missing_comma(const SaidParagraph& paragraph, const TokenText& tokens, std::size_t verb) {
        const Span at = span_in(body_, paragraph.node, tokens[verb - 1].begin, tokens[verb].end);
        const bool exact = at != body_[paragraph.node].at;
        diagnostics_.add({rule("statement/missing-comma"),
                          at,
                          {tokens.word(verb)},
                          exact ? fmt::format("{}, {}", tokens.word(verb - 1), tokens.word(verb)) : "",
                          {}});
    }

    // "säger han" of somebody whose pronoun is "hon" means somebody else.
    bool has_pronoun(const Speaker& speaker, const SaidParagraph& paragraph) const {
        if (words_ == nullptr || speaker.person == kNone) return true;
        const std::string own = lower_word(*people_[speaker.person].second.pronoun);
        if (!contains(words_->pronouns, own)) return true;
        for (const Piece& piece : paragraph.parts.pieces) {
            if (piece.kind != Piece::Kind::attribution) continue;
            const std::string_view text = std::string_view(paragraph.text).substr(piece.begin, piece.end - piece.begin);
            const std::vector<Token> owned = tokenize(text);
            const TokenText tokens(text, owned);
            for (std::size_t i = 0; i < tokens.size(); ++i) {
                if (contains(words_->pronouns, tokens.lower(i))) return tokens.lower(i) == own;
            }
        }
        return true;
    }

    // ------------------------------------------------------------ both

    // Several people as read_statement writes them: with parties, commas or "och" between.
    bool is_several(std::string_view name) const {
        if (name.empty()) return false;
        const std::string bare = without_nickname(name);
        name = bare;
        if (name.find_first_of("(,") != std::string_view::npos || name.find("…") != std::string_view::npos) return true;
        const std::vector<std::string_view> parts = split(name, ' ');
        return std::any_of(parts.begin(), parts.end(), [&](std::string_view word) {
            return word == "and" || (words_ != nullptr && contains(words_->and_words, word));
        });
    }

    // Where the text names the speaker; the whole paragraph when that cannot be told.
    Span who_in_text(const SaidParagraph& paragraph, std::string_view name) const {
        for (const Piece& piece : paragraph.parts.pieces) {
            if (piece.kind != Piece::Kind::attribution || name.empty()) continue;
            const std::size_t at = std::string_view(paragraph.text).substr(0, piece.end).find(name, piece.begin);
            if (at != std::string_view::npos) return span_in(body_, paragraph.node, at, at + name.size());
        }
        return body_[paragraph.node].at;
    }

    // What the text says of somebody must not be what was true on another day, or of somebody else.
    void check_against_people(const SaidParagraph& paragraph, const Speaker& speaker) {
        if (speaker.name.empty()) return;
        const Attribution& said = paragraph.parts.attribution;
        const bool covered = speaker.person == kNone || has_role_on_day(speaker.person);
        if (!covered && roleless_.insert(speaker.person).second)
            diagnostics_.add({rule("statement/no-role"), who_in_text(paragraph, said.name), {speaker.name}, {}, {}});
        if (said.name.empty() || !may_be_called(speaker.name, said.name)) return;
        check_party(speaker, said.party, speaker.party, who_in_text(paragraph, said.party), covered);
        check_role(speaker, said.role, who_in_text(paragraph, said.role));
    }

    // An entry with name: of somebody in people.yaml may say another role or party.
    void check_entry(std::uint32_t e, const Speaker& speaker) {
        const Quote& quote = quotes_[e];
        if (speaker.person == kNone || !quote.name.given()) return;
        const Speaker known = speakers_.on_day(speaker.person);
        check_party(known, *quote.party, known.party, quote.party.at, has_role_on_day(speaker.person));
        check_role(known, *quote.role, quote.role.at);
    }

    // Nothing to warn of: a role on the day, or a person without roles.
    bool has_role_on_day(std::uint32_t person) const {
        const Person& who = people_[person].second;
        return who.roles.empty() || !(*who.role).empty() || find_role_on(who, day_) != nullptr;
    }

    void check_party(const Speaker& speaker, const std::string& said, const std::string& known, Span at, bool covered) {
        if (said.empty()) return;
        if (!known.empty()) {
            if (is_same_party(said, known)) return;
            if (speaker.person == kNone)
                diagnostics_.add({rule("quote/other-role"), at, {speaker.name, '(' + said + ')', '(' + known + ')'}, {}, {}});
            else diagnostics_.add({rule("statement/other-party"), at, {speaker.name, said, known}, {}, {}});
        } else if (speaker.person != kNone && covered && count_characters(said) <= 3) {
            diagnostics_.add({rule("statement/no-party"), at, {speaker.name, said}, {}, {}});
        }
    }

    void check_role(const Speaker& speaker, const std::string& said, Span at) {
        if (said.empty() || speaker.role.empty() || words_ == nullptr) return;
        if (!is_other_role(*words_, said, speaker.role)) return;
        if (speaker.person != kNone) {
            const Person& who = people_[speaker.person].second;
            const bool held = std::any_of(who.roles.begin(), who.roles.end(),
                                          [&](const Role& role) { return is_on(role, day_) && !is_other_role(*words_, said, *role.role); });
            if (held || (!(*who.role).empty() && !is_other_role(*words_, said, *who.role))) return;
        }
        const Rule* other = speaker.person == kNone ? rule("quote/other-role") : rule("statement/other-role");
        diagnostics_.add({other, at, {speaker.name, said, speaker.role}, {}, {}});
    }

    const Body& body_;
    const std::vector<Quote>& quotes_;
    const Keyed<Person>& people_;
    Date day_;
    std::string_view language_;
    const AttributionWords* words_;  // nullptr: a language without a row
    Diagnostics& diagnostics_;
    Speakers speakers_;
    StatementIds ids_;
    QuoteEntries entries_;
    std::vector<SaidParagraph> paragraphs_;
    QuotePlaces places_;

    Speaker last_;                                // name empty: nobody yet, or nobody knows
    bool asked_ = false;                          // the statement before has an unknown speaker, and that was reported
    std::size_t unlisted_ = 0;                    // names that were reported as in no list
    std::unordered_set<std::uint32_t> roleless_;  // people without a role that day, reported
    std::vector<Statement> statements_;
};

}  // namespace

const Role* find_role_on(const Person& person, Date day) {
    const auto found = std::find_if(person.roles.begin(), person.roles.end(), [&](const Role& role) { return is_on(role, day); });
    return found != person.roles.end() ? &*found : nullptr;
}

Speaker speaker_on(const Keyed<Person>& people, std::uint32_t person, Date day) {
    const Person& who = people[person].second;
    Speaker speaker{person, *who.name, *who.role, *who.party, *who.organization};
    const Role* role = find_role_on(who, day);
    if (role == nullptr) return speaker;
    speaker.role = *role->role;
    if (role->party.given()) speaker.party = *role->party;
    if (role->organization.given()) speaker.organization = *role->organization;
    return speaker;
}

std::vector<Statement> link_statements(const PostDocument& post, const Keyed<Person>& people, Date published, std::string_view language,
                                       Diagnostics& diagnostics) {
    return StatementLinker(post, people, published, language, diagnostics).run();
}

}  // namespace pressrum

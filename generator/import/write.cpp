#include "import/write.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/yaml_text.hpp"
#include "model/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pressrum {
namespace {

using Doubt = ProposedEvent::Doubt;

struct DoubtRow {
    Doubt doubt;
    Words text;  // {0} the day as the text says it
};
constexpr DoubtRow kDoubts[] = {
    {Doubt::no_year, {"vilket år är \"{0}\"? Året saknas i texten", "which year is \"{0}\"? The text does not say"}},
    {Doubt::no_time,
     {"är \"{0}\" ett evenemang, och hur dags? Klockslaget saknas i texten",
      "is \"{0}\" an event, and at what time? The text does not say"}},
    {Doubt::weekday, {"veckodagen stämmer inte med datumet: \"{0}\"", "the weekday is not that day's: \"{0}\""}},
    {Doubt::deadline, {"är \"{0}\" ett evenemang eller en sista dag?", "is \"{0}\" an event or a last day?"}},
    {Doubt::impossible, {"det finns inget sådant datum: \"{0}\"", "there is no such day: \"{0}\""}},
};

class Writer {
public:
    Writer(const Draft& draft, const ImportSite& site, LanguageOfWords comments) : draft_(draft), site_(site), comments_(comments) {}

    ImportedPost run(const std::string& body, const std::vector<std::size_t>& lines, const std::vector<ProposedQuote>& quotes) {
        decide_publication();
        post_.slug = draft_.title.empty() ? comments_ == &Words::sv ? "utan-rubrik" : "without-title" : to_slug(draft_.title);
        line("---");
        write_title();
        write_publication();
        write_quotes(quotes);
        write_photos();
        write_events();
        write_contacts();
        write_topics();
        write_aside();
        line("---");
        const std::size_t first = line_;
        post_.text += body;
        for (const Draft::Remark& remark : draft_.remarks) ask_at(first + lines[remark.block], remark.text, remark.words);
        std::stable_sort(post_.questions.begin(), post_.questions.end(),
                         [](const Question& a, const Question& b) { return a.line < b.line; });
        return std::move(post_);
    }

private:
    void line(std::string_view text) {
        post_.text += text;
        post_.text += '\n';
        ++line_;
    }
    void field(std::string_view key, std::string_view value) { line(fmt::format("{}: {}", key, value)); }
    std::string say(const Words& words, const std::vector<std::string>& values = {}) const { return fill(words.*comments_, values); }
    void comment(const Words& words, const std::vector<std::string>& values = {}) { line("# " + say(words, values)); }

    void ask_at(std::size_t at, const Words& words, std::vector<std::string> values = {}) {
        post_.questions.push_back({at, words, std::move(values)});
    }
    // A comment at the next line, and the same words for the terminal.
    void ask(const Words& words, const std::vector<std::string>& values = {}) {
        ask_at(line_, words, values);
        comment(words, values);
    }

    // ------------------------------------------------------------ title, publication

    void decide_publication() {
        post_.published = site_.next_hour;
        if (!draft_.published || !draft_.published->year) return;
        const DateMention& day = *draft_.published;
        const Date date{std::chrono::year(*day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
        if (!date.ok()) return;
        dated_ = true;
        post_.published = midnight(date) + std::chrono::minutes(day.minutes.value_or(0));
    }

    void write_title() {
        field("id", fmt::format("{}-{}", to_iso(date_of(post_.published)), post_.slug));
        if (draft_.title.empty())
            ask({"rubriken saknas i texten: skriv den här, och byt namn på filen",
                 "the text has no title: write it here, and rename the file"});
        else if (draft_.title_from_subject)
            ask({"rubriken är mejlets ämnesrad: kontrollera den", "the title is the subject of the mail: check it"});
        if (draft_.title_is_sentence) ask({"är det här rubriken? Den slutar med punkt", "is this the title? It ends with a full stop"});
        field("title", draft_.title.empty() ? say({"Rubriken saknas", "The title is missing"}) : yaml_scalar(draft_.title));
        if (!draft_.lead.empty()) field("lead", yaml_scalar(draft_.lead));
        else if (draft_.lead_is_open) {
            ask({"är textens första stycke ingressen? Flytta det i så fall hit", "is the first paragraph the lead? If so, move it here"});
            line("#lead:");
        }
    }

    void write_publication() {
        if (!dated_) {
            if (draft_.published && draft_.published->year)
                ask({"det finns inget sådant datum: \"{0}\"; rätta tiden för publiceringen",
                     "there is no such day: \"{0}\"; correct the time of publication"},
                    {draft_.published_text});
            else if (draft_.published)
                ask({"texten säger \"{0}\" utan år; rätta tiden för publiceringen",
                     "the text says \"{0}\" without a year; correct the time of publication"},
                    {draft_.published_text});
            else
                ask({"tiden för publiceringen saknas i texten; rätta den", "the text does not say when it is published; correct the time"});
        } else if (!draft_.published->minutes) {
            ask({"klockslaget för publiceringen saknas i texten; rätta det",
                 "the text does not say at what time it is published; correct it"});
        }
        field("published", to_iso(post_.published));
        field("kind", draft_.kind.empty() ? "press-release" : draft_.kind);
        comment({"Ett utkast: ta bort raden när inlägget ska publiceras.", "A draft: remove the line when the post is to be published."});
        field("draft", "true");
        if (draft_.language != *site_.config.language) write_language();
        if (draft_.place_is_open)
            ask({"är \"{0}\" orten? Flytta annars tillbaka ordet till slutet av texten",
                 "is \"{0}\" the place? If not, move the word back to the end of the text"},
                {draft_.place});
        if (!draft_.place.empty()) field("place", yaml_scalar(draft_.place));
        if (!draft_.diary_number.empty()) field("diary_number", yaml_scalar(draft_.diary_number));
    }

    void write_language() {
        const auto& all = site_.config.languages;
        const bool known = std::any_of(all.begin(), all.end(), [&](const Text& each) { return *each == draft_.language; });
        if (!known)
            ask({"texten är på ett annat språk ({0}) än webbplatsen; lägg till det under languages i site.yaml",
                 "the text is in another language ({0}) than the site; add it under languages in site.yaml"},
                {draft_.language});
        line(fmt::format("{}lang: {}", known ? "" : "#", draft_.language));
    }

    // ------------------------------------------------------------ what was said

    void write_quotes(const std::vector<ProposedQuote>& quotes) {
        if (quotes.empty()) return;
        const bool any = std::any_of(quotes.begin(), quotes.end(), [](const ProposedQuote& quote) { return !quote.doubt; });
        line(any ? "quotes:" : "#quotes:");
        std::set<std::string> asked;
        for (const ProposedQuote& quote : quotes) {
            if (quote.doubt) {
                const std::vector<std::string>& words = quote.doubt_words;
                ask(quote.doubt->text, words);
                line("#  - name:");
                line("#    text: " + yaml_scalar(quote.text));
                continue;
            }
            const Speaker& who = quote.speaker;
            if (quote.key.empty() && asked.insert(who.name).second)
                ask({"{0} finns inte i people.yaml: lägg till, eller kontrollera stavningen",
                     "{0} is not in people.yaml: add, or check the spelling"},
                    {who.name});
            line("  - id: " + quote.id);
            if (!quote.key.empty()) line("    speaker: " + quote.key);
            else {
                line("    name: " + yaml_scalar(who.name));
                if (!who.role.empty()) line("    role: " + yaml_scalar(who.role));
                if (!who.party.empty()) line("    party: " + yaml_scalar(who.party));
                if (!who.organization.empty()) line("    organization: " + yaml_scalar(who.organization));
            }
            line("    text: " + yaml_scalar(quote.text));
        }
    }

    // ------------------------------------------------------------ photos

    void write_photos() {
        for (std::size_t i = 0; i < draft_.photos.size(); ++i) {
            const ProposedPhoto& photo = draft_.photos[i];
            if (photo.credit.empty())
                ask({"bilden och fotografens namn saknas; lägg bilden bredvid filen och fyll i",
                     "the picture and the photographer's name are missing; put the picture beside the file and fill in"});
            else
                ask({"bilden av {0} saknas; lägg den bredvid filen och fyll i src och alt",
                     "the picture by {0} is missing; put it beside the file and fill in src and alt"},
                    {photo.credit});
            if (i < 2) line(i == 0 ? "#photo:" : "#photos:");
            const std::string_view first = i == 0 ? "#  " : "#  - ", rest = i == 0 ? "#  " : "#    ";
            line(fmt::format("{}src:", first));
            line(fmt::format("{}alt:", rest));
            line(
                fmt::format("{}credit:{}{}", rest, photo.credit.empty() ? "" : " ", photo.credit.empty() ? "" : yaml_scalar(photo.credit)));
            if (!photo.caption.empty()) line(fmt::format("{}caption: {}", rest, yaml_scalar(photo.caption)));
        }
        if (draft_.pictures > 0)
            ask(draft_.pictures == 1 ? Words{"dokumentet har en bild som inte följde med; spara den som fil bredvid inlägget",
                                             "the document has a picture that was not taken along; save it as a file beside the post"}
                                     : Words{"dokumentet har {0} bilder som inte följde med; spara dem som filer bredvid inlägget",
                                             "the document has {0} pictures that were not taken along; save them as files beside the post"},
                {fmt::to_string(draft_.pictures)});
        if (draft_.notes > 0)
            ask({"dokumentet har fotnoter eller textrutor ({0}) som inte följde med",
                 "the document has footnotes or text boxes ({0}) that were not taken along"},
                {fmt::to_string(draft_.notes)});
    }

    // ------------------------------------------------------------ events

    static std::string to_moment(const DateMention& when, std::string_view year, std::optional<unsigned> day,
                                 std::optional<unsigned> minutes) {
        std::string text = fmt::format("{}-{:02}-{:02}", year, when.month, day.value_or(when.day));
        if (minutes) text += fmt::format("T{:02}:{:02}", *minutes / 60, *minutes % 60);
        return text;
    }

    void write_events() {
        const bool any =
            std::any_of(draft_.events.begin(), draft_.events.end(), [](const ProposedEvent& event) { return event.doubt == Doubt::none; });
        if (!draft_.events.empty()) line(any ? "events:" : "#events:");
        std::set<std::string> ids;
        for (const ProposedEvent& event : draft_.events) {
            comment({"Ur texten: \"{0}\"", "From the text: \"{0}\""}, {event.sentence});
            const auto row =
                std::find_if(std::begin(kDoubts), std::end(kDoubts), [&](const DoubtRow& each) { return each.doubt == event.doubt; });
            if (row != std::end(kDoubts)) ask(row->text, {event.when_text});
            else if (!event.sure_title)
                ask({"evenemangets namn är ett förslag efter rubriken: kontrollera det",
                     "the name of the event is a proposal by the heading: check it"});
            const std::string_view mark = event.doubt == Doubt::none ? "" : "#";
            const std::string title = event.title.empty() ? "" : " " + yaml_scalar(event.title);
            const std::string base = to_slug(event.title).empty() ? "evenemang" : to_slug(event.title);
            std::string id = base;
            for (int n = 2; !ids.insert(id).second; ++n) id = fmt::format("{}-{}", base, n);
            const std::string year = event.when.year ? fmt::format("{:04}", *event.when.year) : say({"ÅÅÅÅ", "YYYY"});
            line(fmt::format("{}  - id: {}", mark, id));
            line(fmt::format("{}    title:{}", mark, title));
            line(fmt::format("{}    start: {}", mark, to_moment(event.when, year, {}, event.when.minutes)));
            if (event.when.last_day) line(fmt::format("{}    end: {}", mark, to_moment(event.when, year, event.when.last_day, {})));
            else if (event.when.end_minutes)
                line(fmt::format("{}    end: {}", mark, to_moment(event.when, year, {}, event.when.end_minutes)));
            else if (event.when.minutes && (event.doubt == Doubt::none || event.doubt == Doubt::no_year)) {
                ask({"sluttiden för {0} saknas i texten; skriv den här, eller ta bort raden",
                     "the text does not say when {0} ends; write it here, or remove the line"},
                    {event.title.empty() ? event.when_text : event.title});
                line(fmt::format("#    end: {}T", to_moment(event.when, year, {}, {})));
            }
            if (!event.location.empty()) line(fmt::format("{}    location: {}", mark, yaml_scalar(event.location)));
        }
    }

    // ------------------------------------------------------------ contacts, topics, the rest

    void write_contacts() {
        if (!draft_.open_contacts.empty()) {
            ask(
                {"kontakten finns inte i people.yaml med contact: true; lägg till den där och under contacts, och ta bort raderna ur "
                 "texten",
                 "the contact is not in people.yaml with contact: true; add it there and under contacts, and remove the lines from the "
                 "text"});
            for (const std::string& each : draft_.open_contacts) line("#   " + each);
        }
        if (!draft_.contacts.empty()) field("contacts", "[" + join(draft_.contacts, ", ") + "]");
    }

    void write_topics() {
        std::string text = " " + words_only(draft_.title + " " + draft_.lead);
        for (const Block& block : draft_.body) text += words_only(block.text());
        const auto named = [&](const Keyed<Topic>& all) {
            std::vector<std::string> keys;
            for (const auto& [key, topic] : all) {
                const std::string words = " " + words_only(*topic.name);
                if (words.size() > 2 && text.find(words) != std::string::npos) keys.push_back(*key);
            }
            return keys;
        };
        const std::vector<std::string> topics = named(site_.topics.topics), areas = named(site_.topics.areas);
        if (topics.empty() && areas.empty()) return;
        comment({"Nämns i texten. Ta bort tecknet # om det är vad inlägget handlar om.",
                 "Named in the text. Remove the # if it is what the post is about."});
        if (!topics.empty()) line("#topics: [" + join(topics, ", ") + "]");
        if (!areas.empty()) line("#areas: [" + join(areas, ", ") + "]");
    }

    // Lower case, one space after each word: whole words can be looked for.
    static std::string words_only(std::string_view text) {
        const std::string lower = to_lower(text);
        std::string out;
        for (std::size_t at = 0; at < lower.size();) {
            const Character c = character_at(lower, at);
            if (is_letter_or_digit(c.code)) out += lower.substr(at, c.length);
            else if (!out.empty() && out.back() != ' ') out += ' ';
            at += c.length;
        }
        if (!out.empty() && out.back() != ' ') out += ' ';
        return out;
    }

    void write_aside() {
        if (draft_.aside.empty()) return;
        ask({"det här stod i mejlet runt texten och är inte med i inlägget",
             "this stood in the mail around the text and is not in the post"});
        for (const std::string& each : draft_.aside) line("#   " + each);
    }

    const Draft& draft_;
    const ImportSite& site_;
    LanguageOfWords comments_;
    ImportedPost post_;
    std::size_t line_ = 1;  // that is written next
    bool dated_ = false;    // the text says the whole day
};

}  // namespace

ImportedPost write_post(const Draft& draft, const std::string& body, const std::vector<std::size_t>& lines,
                        const std::vector<ProposedQuote>& quotes, const ImportSite& site, LanguageOfWords comments) {
    return Writer(draft, site, comments).run(body, lines, quotes);
}

}  // namespace pressrum

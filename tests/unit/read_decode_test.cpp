#include "read/field.hpp"

#include "model/config.hpp"
#include "model/post.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"
#include "read/yaml/yaml.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

const std::string kHead = "title: Ljus på Västerleden\npublished: 2024-05-02T10:00\n";

// A record decoded from YAML, and what was found.
template <class Record>
struct Decoded {
    Sources sources;
    Diagnostics diagnostics;
    Record record;

    Decoded(const RecordType& type, const std::string& yaml, bool translation = false) {
        sources.add("post.md", yaml);
        const auto tree = read_yaml(sources, {0, 0, static_cast<std::uint32_t>(yaml.size())}, diagnostics);
        REQUIRE(tree);
        Decoder decoder{diagnostics, translation};
        decode_record(*tree, type, &record, decoder);
        diagnostics.sort();
    }
    // "line:column rule [what stands there] -> what to write instead", one a line.
    std::string messages() const {
        std::string out;
        for (const Diagnostic& d : diagnostics.all()) {
            const Position at = sources[0].position(d.at.begin);
            out += (out.empty() ? "" : "\n") + std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + std::string(d.rule->id) +
                   " [" + std::string(sources.text(d.at)) + ']' + (d.suggestion.empty() ? "" : " -> " + d.suggestion);
        }
        return out;
    }
};

Decoded<Post> post(const std::string& yaml, bool translation = false) { return {post_type(), yaml, translation}; }

struct Case {
    std::string yaml, messages;
};

// Each below a sound head of two lines.
void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.yaml);
        CHECK(post(kHead + c.yaml).messages() == c.messages);
    }
}

}  // namespace

TEST_CASE("a sound post becomes typed data, each value with its place") {
    const auto decoded = post(kHead +
                              "kind: invitation\n"
                              "topics: [trygghet, dialog]\n"
                              "quotes:\n  - id: nu\n    speaker: karin-alm\n    text: Nu bygger vi.\n    approved: 2024-05-01\n"
                              "photo: {src: led.jpg, alt: \"\", credit: Maria Ek}\n"
                              "events:\n  - {id: mote, title: Möte, start: 2024-05-07T16:30, geo: [59.6361, 17.0777]}\n"
                              "changes:\n  - {at: 2024-05-03T09:15, kind: correction, note: Fel lokal.}\n"
                              "draft: true\n");
    CHECK(decoded.messages() == "");
    const Post& p = decoded.record;
    CHECK(*p.title == "Ljus på Västerleden");
    CHECK(decoded.sources.text(p.title.at) == "Ljus på Västerleden");
    CHECK(to_iso(*p.published) == "2024-05-02T10:00");
    CHECK(*p.kind == PostKind::invitation);
    REQUIRE(p.topics.size() == 2);
    CHECK(*p.topics[1] == "dialog");
    CHECK(decoded.sources.text(p.topics[1].at) == "dialog");
    REQUIRE(p.quotes.size() == 1);
    CHECK(to_iso(*p.quotes[0].approved) == "2024-05-01");
    REQUIRE(p.photo);
    CHECK(p.photo->alt.given());
    CHECK(*p.photo->alt == "");
    REQUIRE(p.events.size() == 1);
    CHECK(p.events[0].geo->latitude == 59.6361);
    CHECK(p.events[0].geo->longitude == 17.0777);
    CHECK_FALSE(p.events[0].end.given());
    CHECK(*p.changes.at(0).kind == ChangeKind::correction);
    CHECK(*p.draft);
    CHECK_FALSE(p.unlisted.given());
    CHECK_FALSE(p.lead.given());
}

TEST_CASE("an unknown key is told with the nearest known one") {
    check(
        {{"foto: x\n", "3:1 front-matter/unknown-key [foto] -> photo"},
         {"Lead: x\n", "3:1 front-matter/unknown-key [Lead] -> lead"},
         {"contact: [press]\n", "3:1 front-matter/unknown-key [contact] -> contacts"},
         {"väderlek: sol\n", "3:1 front-matter/unknown-key [väderlek]"},
         {"quotes:\n  - {speker: karin-alm, name: Karin Alm, text: Nu bygger vi.}\n", "4:6 front-matter/unknown-key [speker] -> speaker"}});
}

TEST_CASE("an unknown key lists the keys that can be used there") {
    const auto decoded = post(kHead + "links:\n  - {title: Mer, url: https://ekinge.example/, vädret: sol}\n");
    REQUIRE(decoded.diagnostics.size() == 1);
    CHECK(decoded.diagnostics.all()[0].words == std::vector<std::string>{"vädret", "title, url"});
}

TEST_CASE("a misspelt required key is not also missing") {
    CHECK(post("titel: Ljus\npublished: 2024-05-02T10:00\n").messages() == "1:1 front-matter/unknown-key [titel] -> title");
    CHECK(post("title: Ljus\npublised: 2024-05-02T10:00\n").messages() == "2:1 front-matter/unknown-key [publised] -> published");
    CHECK(post("Title: Ljus\nPublished: 2024-05-02T10:00\n").messages() ==
          "1:1 front-matter/unknown-key [Title] -> title\n2:1 front-matter/unknown-key [Published] -> published");
}

TEST_CASE("a required field that is missing is told with an example line") {
    CHECK(post("lead: x\n").messages() ==
          "1:1 front-matter/missing [lead]\n"
          "1:1 front-matter/missing [lead]");
    CHECK(post("").diagnostics.size() == 2);
    check({{"photo: {src: led.jpg, alt: Led}\n", "3:9 front-matter/missing [src]"},
           {"photo: {src: led.jpg, credit: Maria Ek}\n", "3:9 front-matter/missing [src]"},
           {"links:\n  - title: Mer\n", "4:5 front-matter/missing [title]"}});
}

TEST_CASE("a translation takes from its original what it does not say") {
    CHECK(post("title: Light\n", true).messages() == "");
    CHECK(post("lead: Light\n", true).messages() == "1:1 front-matter/missing [lead]");
    CHECK(post("title: Light\nevents:\n  - id: meeting\n", true).messages() == "");
    CHECK(post("title: Light\nevents:\n  - title: Meeting\n", true).messages() == "3:5 front-matter/missing [title]");
}

TEST_CASE("a value of the wrong shape is told at its place") {
    check({{"topics: trygghet\n", "3:9 front-matter/wants-list [trygghet] -> [trygghet]"},
           {"topics: trygghet, dialog\n", "3:9 front-matter/wants-list [trygghet, dialog] -> [trygghet, dialog]"},
           {"lead: [a, b]\n", "3:7 front-matter/wants-value [[a, b]]"},
           {"lead:\n  a: b\n", "4:3 front-matter/wants-value [a: b]"},
           {"photo: led.jpg\n", "3:8 front-matter/wants-mapping [led.jpg]"},
           {"events: mote\n", "3:9 front-matter/wants-list [mote]"},
           {"topics: {trygghet: ja}\n", "3:9 front-matter/wants-list [{trygghet: ja}]"},
           {"topics: [[trygghet]]\n", "3:10 front-matter/wants-value [[trygghet]]"}});
    CHECK(post("- a\n- b\n").messages() == "1:1 front-matter/wants-mapping [- a\n- b]");
}

TEST_CASE("an empty value is told at its key, an empty list item where it is missing") {
    check({{"lead:\n", "3:1 front-matter/empty [lead]"},
           {"lead: \"\"\n", "3:7 front-matter/empty [\"\"]"},
           {"lead: \"  \"\n", "3:7 front-matter/empty [\"  \"]"},
           {"topics:\n", "3:1 front-matter/empty [topics]"},
           {"topics: []\n", ""},
           {"topics:\n  -\n  - dialog\n", "4:4 front-matter/empty []"},
           {"lead: # kommentar\n", "3:1 front-matter/empty [lead]"}});
}

TEST_CASE("what a program leaves for nothing is nothing, unless it is written in quotation marks") {
    CHECK(post(kHead + "lead: null\n").messages() == "3:7 front-matter/empty [null]");
    CHECK(post(kHead + "topics: [~]\n").messages() == "3:10 front-matter/empty [~]");
    CHECK(post(kHead + "lead: \"null\"\n").messages() == "");
}

TEST_CASE("a fault of the text is one message, not also a fault of the value") {
    check({{"lead: #trygghet\n", "3:7 yaml/hash [#trygghet] -> \"#trygghet\""},
           {"place: !Ekinge\n", "3:8 yaml/start-character [!Ekinge] -> \"!Ekinge\""},
           {"lead: x\nlead: y\n", "4:1 yaml/duplicate-key [lead]"},
           {"pla\u00ADce: Ekinge\n", "3:1 yaml/invisible-character [pla\u00ADce] -> place"}});
    CHECK(*post(kHead + "lead: x\nlead: y\n").record.lead == "x");
}

TEST_CASE("a fixed word is told with the nearest, and with all") {
    check({{"kind: press release\n", "3:7 front-matter/choice [press release] -> press-release"},
           {"kind: Nyhet\n", "3:7 front-matter/choice [Nyhet]"},
           {"kind: News\n", "3:7 front-matter/choice [News] -> news"},
           {"kind: [news]\n", "3:7 front-matter/wants-value [[news]]"}});
    CHECK(post(kHead + "kind: Nyhet\n").diagnostics.all()[0].words ==
          std::vector<std::string>{"kind", "Nyhet", "press-release, news, invitation, statement"});
}

TEST_CASE("times and dates are told as values, never guessed") {
    check({{"expires: 2024-06-01 12:00\n", "3:10 value/time [2024-06-01 12:00] -> 2024-06-01T12:00"},
           {"expires: 2024-02-30T12:00\n", "3:10 value/impossible-time [2024-02-30T12:00]"},
           {"expires: ~\n", "3:10 front-matter/empty [~]"},
           {"expires: null\n", "3:10 front-matter/empty [null]"},
           {"draft: ja\n", "3:8 value/boolean [ja] -> true"},
           {"draft: no\n", "3:8 value/boolean [no] -> false"},
           {"topics: [Trygghet & dialog]\n", "3:10 value/key [Trygghet & dialog] -> trygghet-dialog"},
           {"quotes:\n  - {speaker: karin-alm, text: Nu., approved: 2024-02-30}\n", "4:47 value/impossible-date [2024-02-30]"},
           {"events:\n  - {id: a, title: A, start: tisdag}\n", "4:30 value/moment [tisdag]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [59.6, 200]}\n", "4:47 value/coordinates [[59.6, 200]]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [\"59,6\", 17]}\n", "4:48 value/number [\"59,6\"] -> 59.6"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [59.6]}\n", "4:47 value/coordinates [[59.6]]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [59.6, 17, 58.1, 16]}\n",
            "4:47 value/coordinates [[59.6, 17, 58.1, 16]]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: \"59.6, 17\"}\n", "4:47 value/coordinates [\"59.6, 17\"]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [90.5, 17]}\n", "4:47 value/coordinates [[90.5, 17]]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [-90.5, 17]}\n", "4:47 value/coordinates [[-90.5, 17]]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [59.6, 180.5]}\n", "4:47 value/coordinates [[59.6, 180.5]]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, geo: [59.6, -180.5]}\n", "4:47 value/coordinates [[59.6, -180.5]]"},
           {"slug: Ljus på led\n", "3:7 value/key [Ljus på led] -> ljus-pa-led"},
           {"aliases: [nyheter/1]\n", "3:11 value/path [nyheter/1]"},
           {"lang: svenska\n", "3:7 value/language [svenska]"}});
    const Post kept = post(kHead + "expires: i morgon\nlead: x\n").record;
    CHECK_FALSE(kept.expires.given());
    CHECK(*kept.lead == "x");
}

TEST_CASE("what no single field can tell is told once the fields are sound") {
    check({{"quotes:\n  - text: Nu bygger vi.\n", "4:5 quote/who [text: Nu bygger vi.]"},
           {"quotes:\n  - {speaker: karin-alm, name: Karin, text: Nu.}\n", "4:32 quote/speaker-and-name [Karin]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07T16:30, end: 2024-05-07T15:00}\n",
            "4:53 event/end-before-start [2024-05-07T15:00]"},
           {"events:\n  - id: a\n    title: A\n    start: 2024-05-07T16:00\n    repeat:\n      every: week\n      moved:\n"
            "       - {date: 2024-05-14, start: 2024-05-15T16:00, end: 2024-05-15T15:00}\n",
            "10:59 event/end-before-start [2024-05-15T15:00]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, end: 2024-05-07T15:00}\n", "4:47 event/day-and-time [2024-05-07T15:00]"},
           {"events:\n  - {id: a, title: A, start: 2024-05-07, end: igår}\n", "4:47 value/moment [igår]"},
           {"expires: 2024-05-01T10:00\n", "3:10 post/expires-before-published [2024-05-01T10:00]"}});
}

TEST_CASE("a value in place of a mapping is the field that may stand alone") {
    const Decoded<Topics> topics(topics_type(), "topics:\n  dialog: Dialog\n  trygghet: {name: Trygghet, description: Om trygghet.}\n");
    CHECK(topics.messages() == "");
    REQUIRE(topics.record.topics.size() == 2);
    CHECK(*topics.record.topics[0].second.name == "Dialog");
    CHECK(*topics.record.topics[1].second.description == "Om trygghet.");
    const Decoded<Topics> wrong(topics_type(), "topics:\n  Ny dialog: Dialog\n  trygghet: [Trygghet]\n");
    CHECK(wrong.messages() == "2:3 value/key [Ny dialog] -> ny-dialog\n3:13 front-matter/wants-mapping [[Trygghet]]");
}

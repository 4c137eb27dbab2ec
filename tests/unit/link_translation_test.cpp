// What a translation may say itself, what it takes over, and what it may not say: every field of a post, one at a time, as data and as messages.
#include "base/text.hpp"
#include "support/golden.hpp"
#include "support/rendered_site.hpp"
#include "support/told.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr std::string_view kOriginal =
    "lead: Kom och säg vad du tycker.\nkind: invitation\nplace: Ekinge\ntopics: [trygghet]\nareas: [vasterleden]\n"
    "diary_number: KS 2026/17\ncontacts: [press]\nexpires: 2030-01-01T00:00\nexpired: remove\nunlisted: false\ndraft: false\n"
    "quotes:\n  - {id: lyssna, speaker: karin-alm, text: Vi vill lyssna.}\n"
    "photo: {id: torg, src: torget.jpg, alt: Torget i sol., credit: Maria Ek, caption: Torget., license: press, focus: [0.2, 0.3]}\n"
    "photos:\n  - {src: parken.jpg, alt: Parken., credit: Lo Ek}\n  - {id: an, src: an.jpg, alt: Ån., credit: Lo Ek}\n"
    "attachments:\n  - {src: karta.pdf, title: Karta}\nlinks:\n  - {title: Mer, url: https://www.ekinge.example/mer}\n"
    "events:\n"
    "  - {id: mote, title: Möte, start: 2026-12-07T16:30, end: 2026-12-07T18:00, location: Aulan, address: Storgatan 1, geo: [59.5, "
    "17.5],\n"
    "     status: moved, previous_start: 2026-12-06T16:30, online: 'https://www.ekinge.example/webb', description: Kaffe., price: Fritt,\n"
    "     accessibility: Ramp., registration: {url: 'https://www.ekinge.example/anmalan', until: 2026-12-05}}\n"
    "  - id: kurs\n    title: Kurs\n    start: 2026-12-01T18:00\n    end: 2026-12-01T19:00\n"
    "    repeat: {every: week, on: [tue], interval: 1, count: 4, except: [2026-12-15], extra: [2027-01-20],\n"
    "             moved: [{date: 2026-12-08, start: 2026-12-09T18:00, end: 2026-12-09T19:30, location: Biblioteket, address: Ågatan 2, "
    "note: Fullt.}],\n"
    "             cancelled: [{date: 2026-12-22, note: Jul.}]}\n"
    "changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: Fel sal stod här., event: mote}\n";
constexpr std::string_view kBody = "– Vi vill lyssna, säger Karin Alm.\n\n![](quote:lyssna)\n";

// Each is all that a translation says besides its title.
constexpr std::string_view kSaid[] = {
    "lead: Come and tell us.\n",
    "kind: news\n",
    "place: Norrsjö\n",
    "topics: [dialog]\n",
    "areas: []\n",
    "diary_number: KS 2026/18\n",
    "contacts: [karin-alm]\n",
    "published: 2026-11-05T10:00\n",
    "published: 2026-11-05T11:00\n",
    "expires: 2030-01-01T00:00\n",
    "expires: 2030-01-02T00:00\n",
    "expired: tombstone\n",
    "unlisted: true\n",
    "unlisted: false\n",
    "draft: true\n",
    "draft: false\n",
    "quotes:\n  - {id: lyssna, speaker: karin-alm, text: We want to listen.}\n",
    "quotes:\n  - {id: annat, speaker: karin-alm, text: We want to listen.}\n",
    "photo: {alt: The square.}\n",
    "photo: {alt: The square., caption: Square.}\n",
    "photo: {alt: The square., id: square}\n",
    "photo: {alt: The square., src: square.jpg}\n",
    "photo: {alt: The square., credit: Bo Ek}\n",
    "photo: {alt: The square., focus: [0.9, 0.9]}\n",
    "photos:\n  - {src: parken.jpg, alt: The park.}\n",
    "photos:\n  - {id: an, alt: The river.}\n",
    "photos:\n  - {id: an, src: parken.jpg, alt: The park.}\n",
    "photos:\n  - {src: bron.jpg, alt: The bridge., credit: Bo Ek}\n",
    "attachments:\n  - {src: map.pdf, title: Map}\n",
    "links:\n  - {title: More, url: https://www.ekinge.example/more}\n",
    "changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: The wrong room stood here.}\n",
    "changes:\n  - {at: 2026-11-06T09:00, kind: update, note: The wrong room stood here.}\n",
    "changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: The wrong room stood here., event: kurs}\n",
    "changes:\n  - {at: 2026-11-07T09:00, kind: correction, note: A comma.}\n",
    "events:\n  - {id: mote, title: Meeting}\n",
    "events:\n  - {id: mote, start: 2026-12-07T16:30}\n",
    "events:\n  - {id: mote, start: 2026-12-07T17:00}\n",
    "events:\n  - {id: mote, end: 2026-12-07T18:00}\n",
    "events:\n  - {id: mote, end: 2026-12-07T19:00}\n",
    "events:\n  - {id: mote, location: The hall}\n",
    "events:\n  - {id: mote, address: High street 1}\n",
    "events:\n  - {id: mote, geo: [1, 2]}\n",
    "events:\n  - {id: mote, status: cancelled}\n",
    "events:\n  - {id: mote, status: moved, previous_start: 2026-12-06T16:30}\n",
    "events:\n  - {id: mote, status: moved, previous_start: 2026-12-05T16:30}\n",
    "events:\n  - {id: mote, online: 'https://www.ekinge.example/web'}\n",
    "events:\n  - {id: mote, description: Coffee.}\n",
    "events:\n  - {id: mote, price: Free}\n",
    "events:\n  - {id: mote, accessibility: A ramp.}\n",
    "events:\n  - {id: mote, registration: {url: 'https://www.ekinge.example/register'}}\n",
    "events:\n  - {id: mote, registration: {note: Hurry up.}}\n",
    "events:\n  - {id: mote, registration: {note: Hurry up., until: 2026-12-04}}\n",
    "events:\n  - {id: mote, same_as: 2026-11-annat#mote}\n",
    "events:\n  - {id: mote, repeat: {every: day, count: 2}}\n",
    "events:\n  - {id: nytt, title: New, start: 2026-12-10}\n",
    "events:\n  - {id: kurs, title: Course}\n",
    "events:\n  - {id: kurs, repeat: {every: week}}\n",
    "events:\n  - {id: kurs, repeat: {every: day}}\n",
    "events:\n  - {id: kurs, repeat: {every: week, on: [tue]}}\n",
    "events:\n  - {id: kurs, repeat: {every: week, on: [wed]}}\n",
    "events:\n  - {id: kurs, repeat: {interval: 1}}\n",
    "events:\n  - {id: kurs, repeat: {interval: 2}}\n",
    "events:\n  - {id: kurs, repeat: {count: 4}}\n",
    "events:\n  - {id: kurs, repeat: {count: 5}}\n",
    "events:\n  - {id: kurs, repeat: {until: 2026-12-31}}\n",
    "events:\n  - {id: kurs, repeat: {except: [2026-12-15]}}\n",
    "events:\n  - {id: kurs, repeat: {except: [2026-12-16]}}\n",
    "events:\n  - {id: kurs, repeat: {except: [2026-12-15, 2026-12-16]}}\n",
    "events:\n  - {id: kurs, repeat: {extra: [2027-01-20]}}\n",
    "events:\n  - {id: kurs, repeat: {extra: [2027-01-21]}}\n",
    "events:\n  - {id: kurs, repeat: {moved: [{date: 2026-12-08, note: Full.}]}}\n",
    "events:\n  - {id: kurs, repeat: {moved: [{date: 2026-12-08, location: The library, address: River street 2}]}}\n",
    "events:\n  - {id: kurs, repeat: {moved: [{date: 2026-12-08, start: 2026-12-09T18:00, end: 2026-12-09T19:30}]}}\n",
    "events:\n  - {id: kurs, repeat: {moved: [{date: 2026-12-08, start: 2026-12-10T18:00}]}}\n",
    "events:\n  - {id: kurs, repeat: {moved: [{date: 2026-12-08, end: 2026-12-09T20:00}]}}\n",
    "events:\n  - {id: kurs, repeat: {moved: [{date: 2026-12-01, note: Moved.}]}}\n",
    "events:\n  - {id: kurs, repeat: {cancelled: [{date: 2026-12-22, note: Christmas.}]}}\n",
    "events:\n  - {id: kurs, repeat: {cancelled: [{date: 2026-12-01, note: Ill.}]}}\n",
};

std::string with_translation(std::string_view said, std::string& messages) {
    Files files = with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", kOriginal, kBody));
    files = with(files, "posts/2026/11/mote.en.md", "---\ntitle: Meeting\n" + std::string(said) + "---\nWelcome.\n\n![](quote:lyssna)\n");
    files = with(files, "posts/2026/11/annat.md",
                 post_text("Annat", "2026-11-04T10:00", "events:\n  - {id: mote, title: Annat, start: 2026-12-07T16:30}\n"));
    for (const char* name : {"torget", "parken", "an", "bron", "square"}) files["posts/2026/11/" + std::string(name) + ".jpg"] = name;
    for (const char* name : {"karta", "map"}) files["posts/2026/11/" + std::string(name) + ".pdf"] = name;
    const RenderedSite site(files);
    messages = whole_messages(site.test().diagnostics, site.test().tree.sources);
    return nlohmann::json::parse(site.file("releases/2026.json")).dump(1);
}

}  // namespace

TEST_CASE("what a translation says itself is told in its data, or told to be the original's to say") {
    std::string always;
    const std::string plain = with_translation("", always);
    REQUIRE(always.find(" error\n") == std::string::npos);
    const std::vector<std::string> taken_over = lines_of(plain);
    std::string out = plain + "\n" + always;
    for (const std::string_view said : kSaid) {
        std::string messages;
        const std::vector<std::string> now = lines_of(with_translation(said, messages));
        messages = replace_all(std::move(messages), always, "");
        out += "\n" + std::string(said);
        for (const std::string& line : lines_of(messages)) out += "  " + line + "\n";
        if (messages.find(" error\n") != std::string::npos) continue;  // it is left out
        // Both have the same order, so what differs is what is left between the same beginning and the same end.
        const auto [first, from] = std::mismatch(taken_over.begin(), taken_over.end(), now.begin(), now.end());
        const auto [last, to] =
            std::mismatch(taken_over.rbegin(), std::make_reverse_iterator(first), now.rbegin(), std::make_reverse_iterator(from));
        for (auto line = first; line != last.base(); ++line) out += "  -" + *line + "\n";
        for (auto line = from; line != to.base(); ++line) out += "  +" + *line + "\n";
    }
    check_golden(std::string(PRESSRUM_TESTS_DIR) + "/told/translation.txt", out);
}

// Lists of a press room that has very much: each page stays short, and leads to all of it.

#include "support/rendered_site.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

// Releases of 2026, all about one topic and all with a statement of the same person; with some in each of the two years before.
Files many(std::size_t count) {
    Files files = ekinge();
    const auto add = [&](int year, std::size_t month, std::size_t number) {
        const std::string name = fmt::format("nyhet-{}-{}", year, number);
        files[fmt::format("posts/{}/{:02}/{}.md", year, month, name)] =
            post_text(fmt::format("Nyhet {} år {}", number, year),
                      fmt::format("{}-{:02}-{:02}T10:{:02}", year, month, 1 + number % 28, number / 28 % 60),
                      "lead: Det här är vad det handlar om.\ntopics: [trygghet]\n",
                      fmt::format("– Vi bygger väg nummer {}, säger Karin Alm.\n", number));
    };
    for (std::size_t i = 0; i < count; ++i) add(2026, i < count / 2 ? 3 : 4 + i % 6, i);
    for (const int year : {2024, 2025}) add(year, 2, 0);
    return files;
}

std::size_t count_of(const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

constexpr std::string_view kItem = "<li class=\"item";
constexpr std::string_view kLine = "<li class=\"line\"";
constexpr std::string_view kSaid = "<figure class=\"quote\"";

}  // namespace

TEST_CASE("a list of many releases has a line for each, and one of few their leads") {
    const RenderedSite few(many(120)), more(many(122));
    CHECK(count_of(few.file("2026/03/"), kItem) == 60);
    CHECK(count_of(few.file("2026/03/"), kLine) == 0);
    CHECK(count_of(more.file("2026/03/"), kItem) == 0);
    CHECK(count_of(more.file("2026/03/"), kLine) == 61);
    CHECK(count_of(few.file("amnen/trygghet/2026/"), kLine) == 120);
    CHECK(count_of(few.file("amnen/trygghet/2025/"), kItem) == 1);
}

TEST_CASE("a year of very many releases leads to its months alone") {
    const RenderedSite few(many(400)), more(many(401));
    CHECK(count_of(few.file("2026/"), kLine) == 400);
    CHECK(count_of(more.file("2026/"), kLine) == 0);
    for (int month = 3; month < 10; ++month)
        CHECK(more.file("2026/").find(fmt::format("href=\"/2026/{:02}/\"", month)) != std::string::npos);
    CHECK(more.file("2026/").find("200\u00A0nyheter") != std::string::npos);
}

TEST_CASE("a person who has said much has a page for each year, and one who has not has all on one") {
    const RenderedSite few(many(18)), enough(many(19)), more(many(39));
    CHECK(count_of(few.file("personer/karin-alm/"), kSaid) == 20);
    CHECK(count_of(few.file("personer/karin-alm/"), kItem) == 20);
    CHECK(few.test().plan.find("personer/karin-alm/2026/") == nullptr);
    CHECK(enough.test().plan.find("personer/karin-alm/2026/") != nullptr);  // a twenty-first release

    const std::string page = more.file("personer/karin-alm/");
    CHECK(count_of(page, kSaid) == 40);
    CHECK(count_of(page, kItem) == 20);
    for (const int year : {2024, 2025, 2026}) CHECK(page.find(fmt::format("href=\"/personer/karin-alm/{}/\"", year)) != std::string::npos);
    CHECK(page.find("39\u00A0uttalanden") != std::string::npos);
    const std::string year = more.file("personer/karin-alm/2026/");
    CHECK(count_of(year, kSaid) == 39);
    CHECK(count_of(year, kLine) == 39);
    CHECK(year.find("href=\"/personer/karin-alm/2025/\"") != std::string::npos);
    CHECK(year.find("href=\"/personer/karin-alm/\"") != std::string::npos);
    const std::string between = more.file("personer/karin-alm/2025/");
    CHECK(between.find("href=\"/personer/karin-alm/2024/\"") != std::string::npos);
    CHECK(between.find("href=\"/personer/karin-alm/2026/\"") != std::string::npos);
    CHECK(count_of(between, kSaid) == 1);
}

TEST_CASE("a year of very many events has a line for each, which says what is off") {
    const auto year = [](int days) {
        const Files files =
            with(ekinge(), "posts/2026/01/kurs.md",
                 post_text("Kurs", "2026-01-02T10:00",
                           fmt::format("events:\n  - {{id: kurs, title: Kurs, start: 2026-02-01T18:00, location: Aulan, repeat: {{every: "
                                       "day, count: {}, cancelled: [{{date: 2026-02-05, note: Sjukdom.}}]}}}}\n",
                                       days)));
        return RenderedSite(files).file("evenemang/2026/");
    };
    const std::string few = year(150), many = year(151);
    CHECK(count_of(few, kLine) == 0);
    CHECK(count_of(few, "<li class=\"event-row") == 150);
    CHECK(count_of(many, kLine) == 151);
    CHECK(count_of(many, "<li class=\"event-row") == 0);
    CHECK(count_of(many, "label-cancelled") == 1);
    CHECK(many.find("<time datetime=\"2026-02-01T18:00:00+01:00\">1\u00A0februari 2026</time>") != std::string::npos);
    CHECK(many.find("Aulan") != std::string::npos);
}

TEST_CASE("what a translation alone quotes stands on the person's page, and what it only translates does not") {
    const std::string english = "– We build new houses, says Karin Alm.\n";
    Files files = with(ekinge(), "posts/2026/11/a.md", post_text("Nya hus", "2026-11-05T10:00"));
    files["posts/2026/11/a.en.md"] = "---\ntitle: New houses\n---\n" + english;
    const RenderedSite alone(files);
    const std::string page = alone.file("personer/karin-alm/");
    CHECK(page.find("We build new houses") != std::string::npos);
    CHECK(page.find("href=\"/en/2026/11/a/#") != std::string::npos);
    CHECK(count_of(page, kSaid) == 1);
    CHECK(alone.file("personer/karin-alm/feed.json").find("New houses") != std::string::npos);

    files = with(ekinge(), "posts/2026/11/a.md", post_text("Nya hus", "2026-11-05T10:00", "", "– Vi bygger nya hus, säger Karin Alm.\n"));
    files["posts/2026/11/a.en.md"] = "---\ntitle: New houses\n---\n" + english;
    const std::string both = RenderedSite(files).file("personer/karin-alm/");
    CHECK(both.find("Vi bygger nya hus") != std::string::npos);
    CHECK(both.find("We build") == std::string::npos);
}

// `pressrum new`: a draft that can be checked at once, and never over a file that is there.
#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "cli/commands/new_post.hpp"
#include "cli/run.hpp"
#include "model/post.hpp"
#include "read/fields.hpp"
#include "read/yaml/front_matter.hpp"
#include "read/yaml/yaml.hpp"
#include "support/golden.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <sstream>

using namespace pressrum;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

constexpr MessageLanguage kSv = MessageLanguage::swedish;
constexpr MessageLanguage kEn = MessageLanguage::english;

NewPost new_post(std::string title) {
    return {std::move(title), "vi-bygger-ut", *parse_iso_local_time("2024-05-02T10:00"), "press-release"};
}

// The front matter as the program reads it, and the rules that were reported.
std::pair<Post, std::string> read_back(const std::string& text) {
    Sources sources;
    Diagnostics found;
    const FileId file = sources.add("posts/2024/05/vi-bygger-ut.md", text);
    Post post;
    if (const auto front_matter = split_front_matter(sources, file, found)) {
        if (const auto yaml = read_yaml(sources, front_matter->yaml, found)) {
            Decoder decoder{found};
            decode_record(*yaml, post_type(), &post, decoder);
        }
    }
    std::string rules;
    for (const Diagnostic& each : found.all()) rules += std::string(each.rule->id) + " ";
    return {std::move(post), rules};
}

// The text with every "#key: value" made a field.
std::string with_all_fields(const std::string& text) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
        const bool field = line.size() > 1 && line[0] == '#' && ((line[1] >= 'a' && line[1] <= 'z') || line.starts_with("#  "));
        out += std::string(field ? line.substr(1) : line) + "\n";
    }
    return out;
}

struct Ran {
    int status;
    std::string out, err;
};
Ran ran(const std::vector<std::string>& words) {
    std::ostringstream out, err;
    const int status = run(words, out, err);
    return {status, out.str(), err.str()};
}

constexpr const char* kSite =
    "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Stockholm\n";

}  // namespace

TEST_CASE("a title is written so that it is read back the same") {
    struct {
        std::string title, written;
    } const cases[] = {
        {"Vi bygger ut", "Vi bygger ut"},
        {"Östra skolan – nu öppnar vi", "Östra skolan – nu öppnar vi"},
        {"Möte: om Västerleden", "\"Möte: om Västerleden\""},
        {"Skola #1", "\"Skola #1\""},
        {"#trygghet", "\"#trygghet\""},
        {"- en punkt", "\"- en punkt\""},
        {"– ett talstreck", "– ett talstreck"},
        {"[Uppdaterad] Nytt", "\"[Uppdaterad] Nytt\""},
        {"\"Trygghet\" är viktigt", "'\"Trygghet\" är viktigt'"},
        {"Karin's \"plan\"", "\"Karin's \\\"plan\\\"\""},
        {"C:\\mapp", "'C:\\mapp'"},
        {"!Viktigt besked", "\"!Viktigt besked\""},
        {"&Co AB", "\"&Co AB\""},
        {"*viktigt*", "\"*viktigt*\""},
        {"@ekinge", "\"@ekinge\""},
        {"`kod`", "\"`kod`\""},
        {"%procent", "\"%procent\""},
        {"null", "\"null\""},
        {"~", "\"~\""},
        {"2024", "\"2024\""},
        {"Ja", "Ja"},
        {"no", "\"no\""},
        {"slutar med kolon:", "\"slutar med kolon:\""},
    };
    for (const auto& [title, written] : cases) {
        INFO(title);
        CHECK(yaml_scalar(title) == written);
        const auto [post, rules] = read_back(new_post_text(new_post(title), kSv, kSv));
        CHECK(rules == "");
        CHECK(*post.title == title);
    }
}

TEST_CASE("a text stands in quotation marks only where YAML would read something else, or might") {
    for (const char* word : {"null", "true", "false", "yes", "no", "on", "off"}) {
        std::string text(word);
        CHECK(yaml_scalar(text) == "\"" + text + "\"");
        CHECK(yaml_scalar(text + "s") == text + "s");
        text.back() -= 'a' - 'A';
        CHECK(yaml_scalar(text) == "\"" + text + "\"");
    }
    for (const char* text : {"A", "Z", "a", "z", "Ängen", "öppet", "À la carte", "– ett talstreck", "”Torget”"})
        CHECK(yaml_scalar(text) == text);
    for (const char* text : {"", " ", "@", "[", "`", "{", "-", "0", "9", "\u00A0a"})
        CHECK(yaml_scalar(text) == "\"" + std::string(text) + "\"");
    for (const char mark : std::string_view(":#'`{}[]"))
        CHECK(yaml_scalar(std::string("Torget") + mark) == std::string("\"Torget") + mark + '"');
    for (const char mark : std::string_view("\"\\"))
        CHECK(yaml_scalar(std::string("Torget") + mark) == std::string("'Torget") + mark + '\'');
}

TEST_CASE("a new post has what a post needs, and the usual fields as comments") {
    CHECK(new_post_text(new_post("Vi bygger ut"), kSv, kSv)
              .starts_with("---\n"
                           "id: 2024-05-02-vi-bygger-ut\n"
                           "title: Vi bygger ut\n"
                           "published: 2024-05-02T10:00\n"
                           "kind: press-release\n"
                           "# Ett utkast: ta bort raden när inlägget ska publiceras.\n"
                           "draft: true\n"
                           "# Citat som ska stämma med texten\n"
                           "quotes:\n"
                           "  - name: Förnamn Efternamn\n"
                           "    role: titel\n"
                           "    text: Skriv det som sades här\n"
                           "#\n"
                           "# Mer som kan stå här."));
    const std::string text = new_post_text(new_post("Vi bygger ut"), kSv, kSv);
    CHECK(text.find("#\n# Ingressen\n#lead: Bygget börjar i augusti.\n") != std::string::npos);
    CHECK(text.find("#\n# Huvudbilden\n#photo:\n#  src: torget.jpg\n#  alt: Torget i kvällsljus.\n#  credit: Förnamn Efternamn\n") !=
          std::string::npos);
    CHECK(
        text.find("#\n# Evenemang\n#events:\n#  - id: dialogmote\n#    title: Dialogmöte om Västerleden\n#    start: 2024-05-07T16:30\n") !=
        std::string::npos);
    CHECK(
        text.ends_with("---\nSkriv det viktigaste först: vad som händer, var och när.\n\n"
                       "– Skriv det som sades här, säger Förnamn Efternamn, titel.\n\nFortsätt texten här.\n"));
}

TEST_CASE("comments are in the language of messages, the text in the site's") {
    const std::string text = new_post_text(new_post("We build"), kEn, kSv);
    CHECK(text.find("# A draft: remove the line") != std::string::npos);
    CHECK(text.find("# The lead\n#lead: ") != std::string::npos);
    CHECK(text.find("säger Förnamn Efternamn") != std::string::npos);
    CHECK(new_post_text(new_post("We build"), kSv, kEn).find("– Write what was said here, says Firstname Lastname, title.\n") !=
          std::string::npos);
}

TEST_CASE("every commented field can be used as it stands") {
    for (const MessageLanguage language : {kSv, kEn}) {
        const std::string text = new_post_text(new_post("Vi bygger ut"), language, kSv);
        const auto [draft, draft_rules] = read_back(text);
        CHECK(draft_rules == "");
        CHECK(*draft.draft);
        CHECK(draft.lead.value.empty());
        const auto [post, rules] = read_back(with_all_fields(text));
        CHECK(rules == "");
        CHECK_FALSE(post.lead.value.empty());
        CHECK(post.topics.size() == 1);
        CHECK(post.photo.has_value());
        CHECK(post.events.size() == 1);
        CHECK(post.contacts.size() == 1);
        CHECK(post.links.size() == 1);
    }
}

TEST_CASE("a new post is published at the next full hour that exists once") {
    const Zone zone = *Zone::find("Europe/Stockholm");
    const auto next = [&](std::string_view utc) {
        return to_iso(next_full_hour(Instant(parse_iso_local_time(utc)->time_since_epoch()), zone));
    };
    CHECK(next("2024-05-02T07:59") == "2024-05-02T10:00");
    CHECK(next("2024-05-02T08:00") == "2024-05-02T11:00");
    CHECK(next("2024-12-31T22:30") == "2025-01-01T00:00");
    CHECK(next("2024-03-31T00:30") == "2024-03-31T03:00");  // 02:00 does not exist
    CHECK(next("2024-10-26T23:30") == "2024-10-27T03:00");  // 02:00 exists twice
}

TEST_CASE("new writes the file where its time and title say and tells where") {
    const TempFolder temp;
    const std::string root = temp.path().string();
    temp.write("site/site.yaml", kSite);

    const Ran made = ran({"new", "--root", root, "--now", "2024-05-02T09:20", "--kind", "news", "Väg", "55:", "nu öppnar vi"});
    CHECK(made.err == "");
    CHECK(made.status == 0);
    CHECK(made.out == root + "/posts/2024/05/vag-55-nu-oppnar-vi.md\n");
    const std::string text = temp.read("posts/2024/05/vag-55-nu-oppnar-vi.md");
    CHECK(text.starts_with(
        "---\nid: 2024-05-02-vag-55-nu-oppnar-vi\ntitle: \"Väg 55: nu öppnar vi\"\npublished: 2024-05-02T10:00\nkind: news\n"));

    // Not once more, and not beside a folder of that name.
    const Ran again = ran({"new", "--root", root, "--now", "2024-05-02T09:20", "Väg 55: nu öppnar vi"});
    CHECK(again.status == 2);
    CHECK(again.out == "");
    CHECK(again.err.find("vag-55-nu-oppnar-vi.md finns redan; välj en annan rubrik") != std::string::npos);
    CHECK(temp.read("posts/2024/05/vag-55-nu-oppnar-vi.md") == text);
    fs::create_directories(temp.path() / "posts/2024/05/mapp");
    CHECK(ran({"new", "--root", root, "--now", "2024-05-02T09:20", "Mapp"}).status == 2);
    CHECK_FALSE(temp.has("posts/2024/05/mapp.md"));

    // A link that leads nowhere is something that is there.
    fs::create_symlink(temp.path() / "ute.md", temp.path() / "posts/2024/05/lank.md");
    CHECK(ran({"new", "--root", root, "--now", "2024-05-02T09:20", "Länk"}).status == 2);
    CHECK_FALSE(temp.has("ute.md"));
}

TEST_CASE("an instant is turned into the site's own time") {
    const TempFolder temp;
    temp.write("site/site.yaml", kSite);
    const Ran made = ran({"new", "--root", temp.path().string(), "--now", "2024-12-31T22:59Z", "Gott nytt år"});
    CHECK(made.status == 0);
    CHECK(made.out == temp.path().string() + "/posts/2025/01/gott-nytt-ar.md\n");
}

TEST_CASE("new refuses what cannot become a post") {
    const TempFolder temp;
    const std::string root = temp.path().string();
    const Ran no_site = ran({"new", "--root", root, "--now", "2024-05-02T09:20", "Titel"});
    CHECK(no_site.status == 1);
    CHECK(no_site.err.starts_with("fel: filen site/site.yaml saknas [site/missing]\n"));
    CHECK(no_site.err.find("people") == std::string::npos);

    temp.write("site/site.yaml", replace_all(kSite, "Europe/Stockholm", "Europe/Ekinge"));
    const Ran no_zone = ran({"new", "--root", root, "--now", "2024-05-02T09:20", "Titel"});
    CHECK(no_zone.status == 1);
    CHECK(no_zone.err.starts_with(
        "site/site.yaml:4:11: fel: det finns ingen tidszon \"Europe/Ekinge\" [site/timezone]\n   4 | timezone: Europe/Ekinge\n"));

    temp.write("site/site.yaml", kSite);
    struct {
        std::vector<std::string> words;
        std::string said;
    } const cases[] = {
        {{"!!!"}, "rubriken behöver minst en bokstav eller siffra"},
        {{"a\x01"
          "b"},
         "rubriken behöver minst en bokstav eller siffra"},
        {{"a\xFF"
          "b"},
         "rubriken behöver minst en bokstav eller siffra"},
        {{"Titel", "--kind", "invitaton"},
         "--kind kan inte vara \"invitaton\"; välj mellan press-release, news, invitation, statement; menade du invitation?"},
    };
    for (const auto& [words, said] : cases) {
        std::vector<std::string> line = {"new", "--root", root, "--now", "2024-05-02T09:20"};
        line.insert(line.end(), words.begin(), words.end());
        const Ran refused = ran(line);
        INFO(said);
        CHECK(refused.status == 2);
        CHECK(refused.out == "");
        CHECK(refused.err.find(said) != std::string::npos);
    }
    CHECK_FALSE(temp.has("posts"));
}

TEST_CASE("messages are in the site's language unless another is asked for") {
    const TempFolder temp;
    const std::string root = temp.path().string();
    const auto language = [&](const std::string& code, const std::vector<std::string>& more = {}) {
        temp.write("site/site.yaml", replace_all(kSite, "language: sv", "language: " + code));
        std::vector<std::string> line = {"new", "--root", root, "--now", "2024-05-02T09:20", "!!!"};
        line.insert(line.end(), more.begin(), more.end());
        return ran(line).err.find("rubriken") != std::string::npos ? "sv" : "en";
    };
    CHECK(language("sv") == std::string("sv"));
    CHECK(language("sv-FI") == std::string("sv"));
    CHECK(language("en") == std::string("en"));
    CHECK(language("fi") == std::string("en"));
    CHECK(language("en", {"--messages", "sv"}) == std::string("sv"));
    CHECK(language("sv", {"--messages", "en"}) == std::string("en"));
}

TEST_CASE("the exit status tells what happened") {
    CHECK(ran({"--version"}).status == 0);
    CHECK(ran({}).out.starts_with("pressrum gör en mapp"));
    CHECK(ran({"rules", "--messages", "en"}).status == 0);
    CHECK(ran({"bild"}).status == 2);
    CHECK(ran({"bild"}).out == "");

    // A stream that cannot be written to is a failing machine.
    std::ostringstream closed, err;
    closed.setstate(std::ios::badbit);
    CHECK(run({"rules"}, closed, err) == 3);
    CHECK(err.str() == "pressrum: programmet stannade: det går inte att skriva till standard ut\n");
}

TEST_CASE("a new post is of the time that SOURCE_DATE_EPOCH gives, unless one is typed") {
    const auto told = [](const std::string& environment, const std::string& flags) {
        const TempFolder temp;
        temp.write("site/site.yaml",
                   "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\n"
                   "timezone: Europe/Stockholm\norganization: {name: Ekinge kommun}\n");
        const std::string console =
            test::run(std::string(PRESSRUM_BINARY) + " new \"Ny bro\" --messages sv --root " + temp.path().string() + " " + flags,
                      temp.path(), environment)
                .console;
        std::filesystem::create_directories(temp.path() / "posts");
        const auto posts = temp.files("posts");
        return posts.empty() ? console : posts.begin()->first;
    };
    CHECK(told("SOURCE_DATE_EPOCH=1714560000", "") == "2024/05/ny-bro.md");
    CHECK(told("SOURCE_DATE_EPOCH=1714560000", "--now 2023-06-01T12:00") == "2023/06/ny-bro.md");
    CHECK(told("SOURCE_DATE_EPOCH=i-dag", "").find("ska vara ett antal sekunder, inte \"i-dag\"") != std::string::npos);
}

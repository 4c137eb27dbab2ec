// build, check and explain from the command line to what is printed, in a small press room on the disk.
#include "base/text.hpp"
#include "cli/run.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <sstream>

using namespace pressrum;
using namespace pressrum::test;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

struct Ran {
    int status;
    std::string out, err;
};

// A press room with one release and the repository's own layouts.
struct Room {
    TempFolder folder;

    Room() {
        for (const auto& [path, text] : ekinge()) folder.write(path, text);
        folder.write("posts/2024/05/motet.md",
                     post_text("Mötet flyttas", "2024-05-02T10:00", "topics: [dialog]\n", "Läs mer på [startsidan](/).\n"));
        folder.write("posts/2024/06/senare.md", post_text("Senare", "2024-06-02T10:00"));
        fs::copy(fs::path(PRESSRUM_ROOT) / "layouts", folder.path() / "layouts", fs::copy_options::recursive);
    }
    Ran run(std::vector<std::string> words) const {
        words.insert(words.end(), {"--root", folder.path().string(), "--now", "2024-05-03T12:00"});
        std::ostringstream out, err;
        const int status = pressrum::run(words, out, err);
        return {status, out.str(), err.str()};
    }
};

const std::string kFault = "---\ntitle: Fel\npublished: 2024-05-02T10:00\nfoto: x\n---\nText.\n";

}  // namespace

TEST_CASE("a fault in people.yaml is one, and not a change of all that is published") {
    const Room room;
    room.folder.write("posts/2024/05/sagt.md", post_text("Sagt", "2024-05-02T11:00", "", "– Nu bygger vi, säger Karin Alm.\n"));
    REQUIRE(room.run({"build", "--out", room.folder.at("ut"), "--cache", room.folder.at("cache")}).status == 0);
    const std::string people = room.folder.read("site/people.yaml");
    const auto check = [&] { return room.run({"check", "--against", room.folder.at("ut/manifest.json")}); };
    room.folder.write("site/people.yaml", people + "  foto: x\n - y\n");
    const Ran faulty = check();
    CHECK(faulty.status == 1);
    CHECK(faulty.err.find("site/people.yaml:") != std::string::npos);
    CHECK(faulty.err.find("[against/") == std::string::npos);
    room.folder.write("site/people.yaml", replace_all(people, "party: C", "party: L"));
    CHECK(check().err.find("[against/role]") != std::string::npos);
}

TEST_CASE("an output folder in, at or above the sources is refused before anything is made") {
    const Room room;
    for (const char* out : {"posts", "posts/ut", "site/../posts", "."}) {
        INFO(out);
        const Ran ran = room.run({"build", "--out", room.folder.at(out), "--cache", room.folder.at("cache")});
        CHECK(ran.status == 1);
        CHECK(ran.err.find("[publish/overwrites-source]") != std::string::npos);
        CHECK_FALSE(room.folder.has("cache"));
        CHECK_FALSE(room.folder.has("posts/ut"));
    }
}

TEST_CASE("a link into a post that waits is read in the site as it will be") {
    const Room room;
    const auto with_link = [&](const std::string& address) {
        room.folder.write("posts/2024/05/motet.md", post_text("Mötet flyttas", "2024-05-02T10:00", "", "Läs [mer](" + address + ").\n"));
        return room.run({"check"});
    };
    room.folder.write("posts/2024/06/senare.md", post_text("Senare", "2024-06-02T10:00", "", "## Byggstart\n\nText.\n"));
    CHECK(with_link("/2024/06/senare/#byggstart").status == 0);
    for (const char* address : {"/2024/06/senare/#finns-inte", "/2024/06/senare/finns-inte.pdf", "/2024/06/senare/finns-inte.ics"}) {
        INFO(address);
        const Ran ran = with_link(address);
        CHECK(ran.status == 1);
        CHECK((ran.out + ran.err).find("posts/2024/05/motet.md:5:5: fel: ") != std::string::npos);
    }
}

TEST_CASE("a fault in a picture of a post that waits is told today, and what is only a warning on its day") {
    const Room room;
    const fs::path pictures = fs::path(PRESSRUM_TESTS_DIR) / "rules/files";
    const auto with_picture = [&](const std::string& name, const std::string& file) {
        room.folder.write("posts/2024/06/senare.md",
                          post_text("Bron öppnas i juni", "2024-06-02T10:00",
                                    "photo:\n  src: " + name + "\n  alt: Bron i kvällsljus.\n  credit: Maria Ek\n"));
        fs::copy_file(pictures / file, room.folder.path() / "posts/2024/06" / name, fs::copy_options::overwrite_existing);
    };
    const std::string at = "posts/2024/06/senare.md:5:8: fel: ";
    const std::vector<std::vector<std::string>> commands = {{"check"}, {"build", "--out", room.folder.at("ut")}};
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--cache", room.folder.at("cache")});
        return room.run(words);
    };
    for (const auto& words : commands) {
        INFO(words.front());
        with_picture("bron.jpg", "damaged.jpg");
        Ran ran = run(words);
        CHECK(ran.status == 1);
        CHECK((ran.out + ran.err).find(at + "bilden \"bron.jpg\" går inte att visa") != std::string::npos);
        with_picture("bron.png", "too-many-pixels.png");
        ran = run(words);
        CHECK(ran.status == 1);
        CHECK((ran.out + ran.err).find(at + "bilden \"bron.png\" är för stor") != std::string::npos);
        CHECK_FALSE(room.folder.has("ut"));
        // Words of the file itself may wait as the post does.
        for (const auto& [name, file] :
             {std::pair("bron.webp", "moves.webp"), {"bron.jpg", "other-credit.jpg"}, {"bron.jpg", "torget.jpg"}}) {
            INFO(file);
            with_picture(name, file);
            ran = run(words);
            CHECK(ran.status == 0);
            CHECK((ran.out + ran.err).find("senare.md") == std::string::npos);
        }
        fs::remove_all(room.folder.path() / "ut");
    }
    // What is made of pictures that nobody may see yet lies apart.
    CHECK(room.folder.has("cache/private/photos"));
    CHECK_FALSE(room.folder.files("cache/private/photos").empty());
    with_picture("bron.webp", "moves.webp");
    CHECK(room.run({"check", "--future", "--cache", room.folder.at("cache")}).err.find("senare.md:5:8: varning: ") != std::string::npos);
}

TEST_CASE("a build tells what became of posts and files, and a second one that nothing changed") {
    const Room room;
    const Ran first = room.run({"build"});
    CHECK(first.err == "");
    CHECK(first.status == 0);
    CHECK(first.out.starts_with("1 publicerat inlägg, 1 väntar (nästa 2\u00A0juni 2024 kl.\u00A010.00), 0 utkast, 0 utgångna; "));
    CHECK(first.out.find(" filer skrivna, 0 oförändrade, 0 borttagna; ") != std::string::npos);
    CHECK(room.folder.has("public/2024/05/motet/index.html"));
    CHECK_FALSE(room.folder.has("public/2024/06/senare/index.html"));

    const Ran second = room.run({"build", "--messages", "en"});
    CHECK(second.status == 0);
    CHECK(second.out.find("; 0 files written, ") != std::string::npos);
    CHECK(room.run({"build", "--future", "--out", room.folder.at("ute")}).status == 0);
    CHECK(room.folder.has("ute/2024/06/senare/index.html"));
}

TEST_CASE("the machine's words are the command line but for the first, which may be missing") {
    const auto said = [](const std::vector<const char*>& words) {
        std::ostringstream out;
        std::streambuf* const before = std::cout.rdbuf(out.rdbuf());
        int status = -1;
        try {
            status = pressrum::run(static_cast<int>(words.size()) - 1, words.data());
        } catch (...) {}
        std::cout.rdbuf(before);
        CHECK(status == 0);
        return out.str();
    };
    const std::string version = said({"pressrum", "--version", nullptr});
    CHECK(version.starts_with("pressrum "));
    CHECK(said({"rules", "--version", nullptr}) == version);
    CHECK(said({"pressrum", nullptr}).find("KOMMANDO") != std::string::npos);
    CHECK(said({nullptr}).find("KOMMANDO") != std::string::npos);
}

TEST_CASE("with a fault nothing is published and what was there stays") {
    const Room room;
    CHECK(room.run({"build"}).status == 0);
    const auto before = room.folder.files("public");
    room.folder.write("posts/2024/05/fel.md", kFault);
    const Ran ran = room.run({"build"});
    CHECK(ran.status == 1);
    CHECK(ran.err ==
          "posts/2024/05/fel.md:4:1: fel: okänd nyckel \"foto\" [front-matter/unknown-key]\n   4 | foto: x\n     | ^^^^ menade du "
          "\"photo\"?\n");
    CHECK(ran.out.starts_with("1 fel: ingenting är publicerat och mappen " + room.folder.at("public") + " är orörd; "));
    CHECK(room.folder.files("public") == before);
}

TEST_CASE("check writes no file and says the same in three forms") {
    const Room room;
    CHECK(room.run({"check"}).status == 0);
    CHECK(room.run({"check", "--format", "json"}).out == "");
    room.folder.write("posts/2024/05/fel.md", kFault);

    const Ran text = room.run({"check"});
    CHECK(text.status == 1);
    CHECK(text.err.starts_with("posts/2024/05/fel.md:4:1: fel: "));
    CHECK(text.out.starts_with("1 fel, inga varningar; 1 publicerat inlägg, "));

    const Ran json = room.run({"check", "--format", "json"});
    CHECK(json.status == 1);
    CHECK(std::count(json.out.begin(), json.out.end(), '\n') == 1);
    const auto finding = nlohmann::json::parse(json.out);
    CHECK(finding["rule"] == "front-matter/unknown-key");
    CHECK(finding["path"] == "posts/2024/05/fel.md");
    CHECK(finding["suggestion"] == "photo");

    // The path is the one from where the command stands: that is the repository.
    const Ran github = room.run({"check", "--format", "github"});
    CHECK(github.status == 1);
    CHECK(github.out.starts_with("::error file=" + replace_all(room.folder.at("posts/2024/05/fel.md"), ":", "%3A") +
                                 ",line=4,col=1,endColumn=4,title=front-matter/unknown-key::okänd nyckel"));
    CHECK_FALSE(room.folder.has("public"));
}

TEST_CASE("a file full of faults fills no screen, and every fault counts") {
    const Room room;
    constexpr int kKeys = 3000;
    std::string front = "---\ntitle: Fel\npublished: 2024-05-02T10:00\n";
    for (int i = 0; i < kKeys; ++i) front += "okand" + std::to_string(i) + ": x\n";
    room.folder.write("posts/2024/05/fel.md", front + "---\nText.\n");

    const Ran text = room.run({"check"});
    CHECK(text.status == 1);
    CHECK(text.out.starts_with("3000 fel, inga varningar; "));
    CHECK(text.err.find("… och 2\u00A0980 till av samma slag\n") != std::string::npos);
    CHECK(text.err.size() < 50'000);
    const Ran json = room.run({"check", "--format", "json"});
    CHECK(json.status == 1);
    CHECK(std::count(json.out.begin(), json.out.end(), '\n') == 20);
    CHECK(json.err.starts_with("3000 fel"));
    const Ran build = room.run({"build"});
    CHECK(build.status == 1);
    CHECK(build.out.starts_with("3000 fel: ingenting är publicerat"));
}

TEST_CASE("a rule that site.yaml makes stricter counts as an error") {
    const Room room;
    const std::string site = room.folder.read("site/site.yaml");
    room.folder.write("posts/2024/04/fel-manad.md", post_text("Fel månad", "2024-05-02T09:00"));
    CHECK(room.run({"check"}).out.starts_with("inga fel, 1 varning; "));
    room.folder.write("site/site.yaml", site + "rules:\n  post/month: error\n");
    const Ran strict = room.run({"check"});
    CHECK(strict.status == 1);
    CHECK(strict.err.find(": fel: inlägget publiceras") != std::string::npos);
    room.folder.write("site/site.yaml", site + "rules:\n  post/month: off\n");
    CHECK(room.run({"check"}).err == "");
}

TEST_CASE("explain finds an address in every form in which it is written") {
    const Room room;
    const std::string expected = room.run({"explain", "/2024/05/motet/"}).out;
    CHECK(expected.starts_with(
        "https://press.ekinge.example/2024/05/motet/\n  fil         2024/05/motet/index.html\n  slag        release: "));
    CHECK(expected.find("  handlar om  posts/2024/05/motet.md\n") != std::string::npos);
    CHECK(expected.find("källfiler (1)\n    posts/2024/05/motet.md\n") != std::string::npos);
    CHECK(expected.find("\nlänkar till (") != std::string::npos);
    CHECK(expected.substr(expected.find("\nlänkas från (")).find("\n    /amnen/dialog/\n") != std::string::npos);
    for (const char* form : {"2024/05/motet/", "/2024/05/motet", "2024/05/motet/index.html", "https://press.ekinge.example/2024/05/motet/",
                             "/2024/05/motet/#x", "/2024/05/motet/?utm=1"}) {
        INFO(form);
        CHECK(room.run({"explain", form}).out == expected);
    }
    CHECK(room.run({"explain", "/"}).out.starts_with("https://press.ekinge.example/\n  fil         index.html\n"));
    CHECK(room.run({"explain", "rss.xml"}).out.starts_with("https://press.ekinge.example/rss.xml\n"));
    const Ran moved = room.run({"explain", "/press/2024/05/motet/", "--base-url", "https://ekinge.example/press"});
    CHECK(moved.out.starts_with("https://ekinge.example/press/2024/05/motet/\n"));
}

TEST_CASE("explain of an address that is not there names the nearest") {
    const Room room;
    const Ran ran = room.run({"explain", "/2024/05/mote/"});
    CHECK(ran.status == 2);
    CHECK(ran.out == "");
    CHECK(ran.err.starts_with("pressrum: pressrummet har ingen adress \"/2024/05/mote/\"; menade du /2024/05/motet/?\n"));
    CHECK(room.run({"explain", "/2024/06/senare/"}).status == 2);
    CHECK(room.run({"explain", "/2024/06/senare/", "--future"}).status == 0);
}

TEST_CASE("folders that were typed must be there") {
    const Room room;
    for (const char* flag : {"--posts", "--site", "--layouts"}) {
        const Ran ran = room.run({"check", flag, "finns-inte"});
        CHECK(ran.status == 2);
        CHECK(ran.err.starts_with("pressrum: " + std::string(flag) + ": det finns ingen mapp \"finns-inte\"\n"));
    }
}

TEST_CASE("a new post passes check, as a draft and with its statement taken up") {
    const Room room;
    CHECK(room.run({"new", "Vi bygger ut skolan"}).status == 0);
    for (const std::vector<std::string>& words : {std::vector<std::string>{"check"}, {"check", "--drafts"}}) {
        const Ran ran = room.run(words);
        CHECK(ran.err == "");
        CHECK(ran.status == 0);
        CHECK(ran.out.find(", 1 utkast, ") != std::string::npos);
    }
    CHECK(room.run({"build", "--drafts", "--out", room.folder.at("ute")}).status == 0);
    CHECK(room.run({"build", "--drafts"}).status == 2);
    CHECK(room.run({"build", "--future"}).status == 2);
    CHECK(room.folder.read("ute/2024/05/vi-bygger-ut-skolan/index.html").find("Förnamn Efternamn") != std::string::npos);
}

TEST_CASE("people counts who has been heard, and publishes nothing") {
    const Room room;
    room.folder.write("posts/2024/05/torget.md",
                      post_text("Torget", "2024-05-02T11:00", "topics: [dialog, trygghet]\nunlisted: true\n",
                                "– Ett två tre, säger Karin Alm (C).\n\n– Fyra – fem.\n\n– Sex, säger Bo Ek.\n"));
    room.folder.write("posts/2024/05/aldre.md", post_text("Äldre", "2022-05-02T11:00", "", "– Sju, säger Karin Alm.\n"));
    room.folder.write("posts/2024/05/utkast.md", post_text("Utkast", "2024-05-02T11:00", "draft: true\n", "– Åtta, säger Karin Alm.\n"));

    const Ran text = room.run({"people", "--from", "2024-05-01"});
    CHECK(text.err == "");
    CHECK(text.status == 0);
    CHECK(text.out ==
          "2024-05-01 till 2024-05-03: 3 uttalanden i 1 inlägg, 6 ord\n"
          "\nPerson         uttalanden  andel   inlägg      ord\n"
          "Karin Alm (C)           2   67 %        1        5\n"
          "Bo Ek                   1   33 %        1        1\n"
          "\nParti          uttalanden  andel   inlägg      ord\n"
          "C                       2   67 %        1        5\n"
          "utan parti              1   33 %        1        1\n"
          "\nÄmne           uttalanden  andel   inlägg      ord\n"
          "Dialog                  3  100 %        1        6\n"
          "Trygghet                3  100 %        1        6\n");
    CHECK_FALSE(room.folder.has("public"));

    const Ran csv = room.run({"people", "--format", "csv", "--to", "2022-12-31"});
    CHECK(csv.out ==
          "per,key,name,party,statements,releases,words\r\n"
          "person,karin-alm,Karin Alm,C,1,1,1\r\n"
          "party,C,C,,1,1,1\r\n"
          "topic,,utan ämne,,1,1,1\r\n");

    const auto json = nlohmann::json::parse(room.run({"people", "--format", "json"}).out);
    CHECK(json["statements"] == 4);
    CHECK(json["from"] == "2022-05-02");
    CHECK(json["people"][0]["key"] == "karin-alm");
    CHECK(json["people"][0]["statements"] == 3);
    CHECK(json["people"][1]["key"].is_null());
}

TEST_CASE("people counts somebody who has had another name once, under the newest") {
    const Room room;
    room.folder.write("site/people.yaml", "bo-ek:\n  name: Bo Ek\n  former_names:\n    - {name: Bo Holm, to: 2023-12-31}\n");
    room.folder.write("posts/2023/05/forr.md", post_text("Förr", "2023-05-02T11:00", "", "– Ett, säger Bo Holm.\n"));
    room.folder.write("posts/2024/05/nu.md", post_text("Nu", "2024-05-02T11:00", "", "– Två, säger Bo Ek.\n"));
    const Ran csv = room.run({"people", "--format", "csv"});
    CHECK(csv.err == "");
    CHECK(csv.out.find("\r\nperson,bo-ek,Bo Ek,,2,2,2\r\nparty") != std::string::npos);
}

TEST_CASE("people refuses a period that ends before it begins, and half a count") {
    const Room room;
    const Ran backwards = room.run({"people", "--from", "2024-05-02", "--to", "2024-05-01"});
    CHECK(backwards.status == 2);
    CHECK(backwards.err.find("--to 2024-05-01 är före --from 2024-05-02") != std::string::npos);
    CHECK(room.run({"people", "--from", "i maj"}).status == 2);
    const Ran empty = room.run({"people", "--to", "1999-01-01", "--from", "1999-01-01"});
    CHECK(empty.status == 0);
    CHECK(empty.out == "1999-01-01 till 1999-01-01: 0 uttalanden i 0 inlägg, 0 ord\n");
    room.folder.write("posts/2024/05/fel.md", kFault);
    const Ran faulty = room.run({"people"});
    CHECK(faulty.status == 1);
    CHECK(faulty.out == "");
    CHECK(faulty.err.find("[front-matter/unknown-key]") != std::string::npos);
}

TEST_CASE("explain shows what the layout of a page gets, also through a part of the site's own") {
    const Room room;
    room.folder.write("site/layouts/partials/item_lead.mustache", "<p>EGEN {{title}}</p>");
    CHECK(room.run({"build"}).status == 0);
    CHECK(room.folder.read("public/2024/05/index.html").find("<p>EGEN Mötet flyttas</p>") != std::string::npos);
    const Ran ran = room.run({"explain", "/2024/05/motet/"});
    CHECK(ran.status == 0);
    CHECK(ran.out.find("  mallen får:\nrelease.mustache\ntitle: Mötet flyttas\n") != std::string::npos);
    room.folder.write("site/layouts/partials/item_lead.mustache", "<p>{{titel}}</p>");
    const Ran faulty = room.run({"check"});
    CHECK(faulty.status == 1);
    CHECK(faulty.err.find("site/layouts/partials/item_lead.mustache:1:") != std::string::npos);
    CHECK(faulty.err.find("[layout/unknown-name]") != std::string::npos);
}

// verify and sign, from the command line to what is printed and written.
#include "cli/run.hpp"
#include "support/golden.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <stdlib.h>

using namespace pressrum;
using namespace pressrum::test;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

const std::string kKey = "RWR4VvpS7EikWVFFWoavauYqeqyuV+EQH5ZJLnn+tQzQ4a7AWim2cph6";
const std::string kOtherKey = "RWRI4T35ni7LPdwyL9COMvboEbWg3QFZeaE1qWnhvSULJQSClBCsx/5k";
const fs::path kKeys = fs::path(PRESSRUM_TESTS_DIR) / "keys";

struct Ran {
    int status;
    std::string out, err;
};

// A press room that is built, and the key of the tests beside it.
struct Room {
    TempFolder folder;

    explicit Room(const std::string& more = "signing_key: " + kKey + "\n") {
        for (const auto& [path, text] : ekinge()) folder.write(path, text);
        folder.write("site/site.yaml", folder.read("site/site.yaml") + more);
        folder.write("posts/2024/05/motet.md", post_text("Mötet flyttas", "2024-05-02T10:00", "topics: [dialog]\n", "Läs mer.\n"));
        fs::copy(fs::path(PRESSRUM_ROOT) / "layouts", folder.path() / "layouts", fs::copy_options::recursive);
        for (const char* name : {"test.key", "test-encrypted.key"}) folder.write(name, read_file(kKeys / name));
        REQUIRE(build().status == 0);
    }
    Ran run(std::vector<std::string> words) const {
        words.insert(words.end(), {"--root", folder.path().string()});
        std::ostringstream out, err;
        const int status = pressrum::run(words, out, err);
        return {status, out.str(), err.str()};
    }
    Ran build(const std::string& now = "2024-05-03T12:00") const { return run({"build", "--now", now}); }
    Ran verify(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"verify", folder.at("public")});
        return run(std::move(more));
    }
    Ran sign(const std::string& key = "test.key", const std::string& now = "2024-05-03T12:00") const {
        return run({"sign", folder.at("public"), "--key", folder.at(key), "--now", now});
    }
    bool is_signed() const { return folder.has("public/manifest.json.minisig"); }
    std::string signature() const { return folder.read("public/manifest.json.minisig"); }
};

struct Password {
    explicit Password(const char* password) { ::setenv("PRESSRUM_KEY_PASSWORD", password, 1); }
    ~Password() { ::unsetenv("PRESSRUM_KEY_PASSWORD"); }
    Password(const Password&) = delete;
};

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what is built and signed is verified, and the time it was signed is told") {
    const Room room;
    const Ran made = room.sign();
    CHECK(made.err == "");
    CHECK(made.status == 0);
    CHECK(made.out.starts_with("manifest.json är signerad med nyckeln 59A448EC52FA5678; "));
    CHECK(says(made.out, " filer stämmer, 0 ändrade, 0 saknas, 0 okända; "));
    CHECK(says(room.signature(), "\ntrusted comment: timestamp:1714730400\tfile:manifest.json\thashed\n"));

    const Ran sound = room.verify();
    CHECK(sound.err == "");
    CHECK(sound.status == 0);
    CHECK(sound.out.starts_with("inga fel, inga varningar; "));
    CHECK(says(sound.out, "; signaturen stämmer, gjord 2024-05-03T10:00:00Z; "));
    CHECK(room.verify({"--public-key", kKey}).status == 0);
    CHECK(says(room.verify({"--messages", "en"}).out, "no errors, no warnings; "));
    CHECK(room.run({"sign", room.folder.at("public"), "--key", room.folder.at("test.key"), "--messages", "en"})
              .out.starts_with("manifest.json is signed with the key 59A448EC52FA5678; "));
}

TEST_CASE("a signature is the same whenever it is made with the same --now") {
    const Room room;
    REQUIRE(room.sign().status == 0);
    const std::string first = room.signature();
    REQUIRE(room.sign().status == 0);
    CHECK(room.signature() == first);
    REQUIRE(room.sign("test.key", "2024-05-03T10:00:00Z").status == 0);
    CHECK(room.signature() == first);
    REQUIRE(room.sign("test.key", "2024-05-03T12:01").status == 0);
    CHECK(room.signature() != first);
}

TEST_CASE("an encrypted key is unlocked by the password of the environment, which no message shows") {
    const Room room;
    const Ran without = room.sign("test-encrypted.key");
    CHECK(without.status == 2);
    CHECK(says(without.err, "har ett lösenord; lägg det i miljövariabeln PRESSRUM_KEY_PASSWORD"));
    {
        const Password password("hemligt-men-fel");
        const Ran wrong = room.sign("test-encrypted.key");
        CHECK(wrong.status == 2);
        CHECK(says(wrong.err, "lösenordet i miljövariabeln PRESSRUM_KEY_PASSWORD är inte det som nyckeln"));
        CHECK_FALSE(says(wrong.err + wrong.out, "hemligt-men-fel"));
    }
    CHECK_FALSE(room.is_signed());
    const Password password("blå båt");
    CHECK(room.sign("test-encrypted.key").status == 0);
    const std::string signature = room.signature();
    CHECK(room.sign("test.key").status == 0);
    CHECK(room.signature() == signature);
}

TEST_CASE("nothing is signed with a key that lies where it might be published") {
    const Room room;
    for (const char* place :
         {"site/assets/hemlig.key", "posts/2024/hemlig.key", "layouts/assets/hemlig.key", "public/hemlig.key", "public/.hemlig.key"}) {
        INFO(place);
        room.folder.write(place, read_file(kKeys / "test.key"));
        const Ran ran = room.sign(place);
        CHECK(ran.status == 2);
        CHECK(says(ran.err, "där den kan bli publicerad"));
        CHECK(room.sign(std::string(place) + "/../hemlig.key").status == 2);
        // A link from elsewhere leads there all the same.
        fs::create_symlink(room.folder.path() / place, room.folder.path() / "via.key");
        CHECK(room.sign("via.key").status == 2);
        fs::remove(room.folder.path() / "via.key");
        fs::remove(room.folder.path() / place);
    }
    CHECK_FALSE(room.is_signed());
    CHECK(room.sign().status == 0);
    // Beside the folder, though its name begins as the folder's.
    room.folder.write("public.key", read_file(kKeys / "test.key"));
    CHECK(room.sign("public.key").status == 0);
}

TEST_CASE("nothing is signed with a key that git has") {
    const Room room;
    const auto git = [&](const std::string& words) { return run("git -c init.defaultBranch=main " + words, room.folder.path()).status; };
    REQUIRE(git("init -q .") == 0);
    CHECK(room.sign().status == 0);  // it lies in the work tree, but git does not have it
    REQUIRE(git("add test.key") == 0);
    const Ran ran = room.sign();
    CHECK(ran.status == 2);
    CHECK(says(ran.err, "är incheckad i git"));
    const Ran english = room.run({"sign", room.folder.at("public"), "--key", room.folder.at("test.key"), "--messages", "en"});
    CHECK(says(english.err, "is committed to git, where everybody with the repository sees it"));
    CHECK(room.sign("test-encrypted.key").status == 2);  // for its password
}

TEST_CASE("nothing is signed with another key than the one that site.yaml names") {
    const Room room("signing_key: " + kOtherKey + "\n");
    const Ran ran = room.sign();
    CHECK(ran.status == 2);
    CHECK(says(ran.err, "hör ihop med " + kKey + ", men site.yaml har signing_key: " + kOtherKey));
    CHECK_FALSE(room.is_signed());
}

TEST_CASE("without a signing_key signing tells what to write into site.yaml") {
    const Room room("");
    const Ran made = room.sign();
    CHECK(made.status == 0);
    CHECK(says(made.err, "signing_key: " + kKey + "\n"));
    const Ran unchecked = room.verify();
    CHECK(unchecked.status == 0);
    CHECK(says(unchecked.out, "; signaturen är inte kontrollerad, för ingen nyckel är angiven; "));
    CHECK(says(room.verify({"--public-key", kKey}).out, "; signaturen stämmer, gjord "));
}

TEST_CASE("a folder that is not what its manifest says is not signed") {
    const Room room;
    room.folder.write("public/index.html", "<p>Hemskt");
    const Ran ran = room.sign();
    CHECK(ran.status == 1);
    CHECK(says(ran.err, "fel: index.html har ett annat innehåll än det som står i manifest.json [seal/changed]\n"));
    CHECK(ran.out.starts_with("1 fel: ingenting är signerat; "));
    CHECK_FALSE(room.is_signed());
}

TEST_CASE("what was changed after signing is told, and so is what was added") {
    const Room room;
    REQUIRE(room.sign().status == 0);
    room.folder.write("public/2024/05/motet/index.html", "<p>Falskt");
    fs::remove(room.folder.path() / "public/rss.xml");
    room.folder.write("public/nytt/\x1B[2Jfarligt.html", "x");
    const Ran ran = room.verify();
    CHECK(ran.status == 1);
    CHECK(ran.err ==
          "fel: 2024/05/motet/index.html har ett annat innehåll än det som står i manifest.json [seal/changed]\n"
          "fel: rss.xml står i manifest.json men finns inte i mappen [seal/missing]\n"
          "varning: nytt/\uFFFD[2Jfarligt.html ligger i mappen men står inte i manifest.json [seal/unlisted]\n");
    CHECK(ran.out.starts_with("2 fel, 1 varning; "));
    CHECK(says(ran.out, ", 1 ändrad, 1 saknas, 1 okänd; signaturen stämmer, gjord "));
}

TEST_CASE("a missing or wrong signature is an error where a key is known") {
    const Room room;
    CHECK(room.verify().status == 1);
    CHECK(says(room.verify().err, "[seal/no-signature]"));
    REQUIRE(room.sign().status == 0);
    CHECK(
        says(room.verify({"--public-key", kOtherKey}).err, "signaturen är gjord med nyckeln 59A448EC52FA5678, inte med 3DCB2E9EF93DE148"));
    // Whoever changes a page and the manifest cannot make the signature.
    std::string manifest = room.folder.read("public/manifest.json");
    const std::size_t at = manifest.find("\"sha256\":\"", manifest.find("\"files\"")) + 10;
    manifest[at] = manifest[at] == '0' ? '1' : '0';
    room.folder.write("public/manifest.json", manifest);
    const Ran ran = room.verify();
    CHECK(ran.status == 1);
    CHECK(says(ran.err, "[seal/signature]"));
    CHECK(says(ran.out, "; signaturen är inte godkänd; "));
}

TEST_CASE("of a thousand files that are wrong the first are told, and how many more there are") {
    const Room room("");
    for (int i = 0; i < 1000; ++i) room.folder.write("public/extra/" + std::to_string(i), "");
    room.folder.write("public/index.html", "<p>Falskt");
    const Ran ran = room.verify();
    CHECK(ran.status == 1);
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 22);
    CHECK(ran.err.ends_with("[seal/unlisted]\n… och 980 till av samma slag\n"));
    CHECK(says(ran.err, "[seal/changed]\n"));
    CHECK(ran.out.starts_with("1 fel, 1000 varningar; "));
}

TEST_CASE("site.yaml may make strangers in the folder an error, or nothing") {
    const Room strict("rules: {seal/unlisted: error}\n"), silent("rules: {seal/unlisted: off}\n");
    for (const Room* room : {&strict, &silent}) room->folder.write("public/extra.txt", "");
    CHECK(strict.verify().status == 1);
    CHECK(strict.sign().status == 1);
    CHECK(silent.verify().err == "");
    CHECK(silent.verify().status == 0);
}

TEST_CASE("a site.yaml with faults hides no key") {
    const Room room;
    REQUIRE(room.sign().status == 0);
    room.folder.write("site/site.yaml", room.folder.read("site/site.yaml") + "foto: x\n");
    const Ran ran = room.verify();
    CHECK(ran.status == 1);
    CHECK(says(ran.err, "okänd nyckel \"foto\""));
    CHECK(room.sign().status == 1);
    CHECK(room.verify({"--public-key", kKey}).status == 0);
}

TEST_CASE("verify and sign say how they are used") {
    const Room room;
    CHECK(says(room.run({"verify"}).err, "verify behöver en mapp"));
    CHECK(says(room.run({"verify", "finns-inte"}).err, "det finns ingen mapp \"finns-inte\""));
    CHECK(room.run({"verify", "finns-inte"}).status == 2);
    CHECK(says(room.run({"sign", room.folder.at("public")}).err, "sign behöver filen med den hemliga nyckeln"));
    CHECK(room.sign("finns-inte.key").status == 2);
    CHECK(says(room.sign("finns-inte.key").err, "går inte att läsa"));
    CHECK(says(room.sign("site").err, "går inte att läsa") == false);  // a folder among the sources
    CHECK(room.sign("site").status == 2);
    room.folder.write("text.key", "ingen nyckel\n");
    CHECK(says(room.sign("text.key").err, "är ingen hemlig nyckel som minisign har gjort"));
    CHECK(says(room.verify({"--public-key", "RWR4"}).err, "--public-key kan inte vara \"RWR4\""));
    // A secret key that was given by mistake is not repeated where others may read it.
    const std::string secret = lines_of(read_file(kKeys / "test.key")).at(1);
    const Ran ran = room.verify({"--public-key", secret});
    CHECK(ran.status == 2);
    CHECK(says(ran.err, "fick en hemlig nyckel"));
    CHECK_FALSE(says(ran.err, secret.substr(100, 20)));
}

TEST_CASE("a build keeps the signature of a manifest that stays, and removes it with one that does not") {
    const Room room;
    REQUIRE(room.sign().status == 0);
    const std::string signature = room.signature();
    CHECK_FALSE(says(room.build().out, "signaturen"));
    CHECK(room.signature() == signature);
    CHECK(room.verify().status == 0);
    room.folder.write("posts/2024/05/nytt.md", post_text("Nytt", "2024-05-02T11:00"));
    const Ran ran = room.build();
    CHECK(ran.status == 0);
    CHECK(says(ran.out, "; signaturen gällde det förra bygget och är borttagen; "));
    CHECK_FALSE(room.is_signed());
    CHECK(room.sign().status == 0);
    CHECK(room.verify().status == 0);
}

TEST_CASE("minisign itself accepts our signature") {
    if (run("minisign -v", "/").status != 0) {
        WARN("minisign is not installed");
        return;
    }
    const Room room;
    REQUIRE(room.sign().status == 0);
    const Finished sound = run("minisign -Vm manifest.json -P '" + kKey + "'", room.folder.path() / "public");
    CHECK(sound.status == 0);
    CHECK(says(sound.console,
               "Signature and comment signature verified\nTrusted comment: timestamp:1714730400\tfile:manifest.json\thashed\n"));
    room.folder.write("public/manifest.json", "{}");
    CHECK(run("minisign -Vm manifest.json -P '" + kKey + "'", room.folder.path() / "public").status != 0);
}

// What the program that makes pictures is asked and answers, as text; and when what it made may be used again.
#include "io/pictures/job.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <set>

using namespace pressrum;

namespace {

const PictureJob kPhoto = {"/m", 3, "/a.jpg", "Åsa Ek", "Foto: Åsa Ek", "https://a.example/", "Fri"};
const CardJob kCard = {"/m", "Titel", "Pressmeddelande", "Ekinge", "sv", "#102030", "#ffffff", "/logo.svg"};

const std::string kAnswer = R"({"fault":"none","tone":"012","creator":"Bo","position":true,"moves":false,)"
                            R"("files":[{"kind":"avif","file":"480.avif","width":480,"height":320,"size":9,"digest":"ab"}]})";

}  // namespace

TEST_CASE("jobs are read as they were written") {
    const std::string text = to_json(std::vector<Job>{kPhoto, kCard});
    const auto jobs = parse_jobs(text);
    REQUIRE((jobs && jobs->size() == 2));
    CHECK(to_json(*jobs) == text);
    const auto* photo = std::get_if<PictureJob>(&jobs->front());
    REQUIRE(photo != nullptr);
    CHECK((photo->folder == "/m" && photo->threads == 3 && photo->file == "/a.jpg" && photo->creator == "Åsa Ek"));
    CHECK((photo->rights == "Foto: Åsa Ek" && photo->license_url == "https://a.example/" && photo->terms == "Fri"));
    const auto* card = std::get_if<CardJob>(&jobs->back());
    REQUIRE(card != nullptr);
    CHECK((card->folder == "/m" && card->title == "Titel" && card->kicker == "Pressmeddelande" && card->organization == "Ekinge"));
    CHECK((card->language == "sv" && card->background == "#102030" && card->ink == "#ffffff" && card->logo == "/logo.svg"));
    CHECK(to_json(std::vector<Job>{}) == "[]");
    // Broken letters are no reason to end.
    CHECK(parse_jobs(to_json(std::vector<Job>{PictureJob{"", 1, "", "\xC5sa", "", "", ""}})).has_value());
}

TEST_CASE("answers are read as they were written, each fault and each kind of file") {
    for (const char* fault : {"none", "damaged", "not-a-photo", "too-large", "too-demanding"}) {
        for (const char* kind : {"avif", "webp", "jpg", "png"}) {
            std::string text = "[" + kAnswer + "]";
            text.replace(text.find("none"), 4, fault);
            text.replace(text.find("avif"), 4, kind);
            const auto answers = parse_answers(text);
            REQUIRE((answers && answers->size() == 1));
            const std::string again = to_json(*answers);
            CHECK(again.find(std::string("\"fault\":\"") + fault + "\"") != std::string::npos);
            CHECK(again.find(std::string("\"kind\":\"") + kind + "\"") != std::string::npos);
            CHECK(to_json(*parse_answers(again)) == again);
        }
    }
    const PictureAnswer answer = parse_answers("[" + kAnswer + "]")->front();
    CHECK((answer.fault == PictureFault::none && answer.tone == "012" && answer.creator == "Bo" && answer.position && !answer.moves));
    const MadeFile& file = answer.files.at(0);
    CHECK((file.kind == DerivativeKind::avif && file.file == "480.avif" && file.width == 480 && file.height == 320));
    CHECK((file.size == 9 && file.digest == "ab"));
}

TEST_CASE("what is no list of answers is nothing, whatever is wrong with it") {
    const auto changed = [](const std::string& from, const std::string& to) {
        std::string text = "[" + kAnswer + "]";
        return text.replace(text.find(from), from.size(), to);
    };
    for (const std::string& text :
         std::vector<std::string>{"", "{", "null", kAnswer, "[1]", "[{}]", changed("\"none\"", "\"fine\""), changed("\"none\"", "1"),
                                  changed("\"avif\"", "\"gif\""), changed("\"tone\"", "\"ton\""), changed("\"creator\"", "\"by\""),
                                  changed("true", "1"), changed("\"moves\"", "\"m\""), changed("\"files\"", "\"f\""),
                                  changed("\"width\"", "\"w\""), changed("480,", "\"480\","), changed("\"digest\"", "\"d\"")}) {
        INFO(text);
        CHECK_FALSE(parse_answers(text).has_value());
        CHECK_FALSE(parse_jobs(text).has_value());
    }
}

TEST_CASE("what was made is used again for the same words and bytes, wherever they lie") {
    const Sha256 source = sha256("jpeg");
    std::set<Sha256> keys = {job_key(kPhoto, source), job_key(kCard, source)};
    CHECK(keys.size() == 2);
    // Each of these asks for another file.
    for (std::string PictureJob::*word : {&PictureJob::creator, &PictureJob::rights, &PictureJob::license_url, &PictureJob::terms}) {
        PictureJob job = kPhoto;
        job.*word += "x";
        CHECK(keys.insert(job_key(job, source)).second);
    }
    for (std::string CardJob::*word :
         {&CardJob::title, &CardJob::kicker, &CardJob::organization, &CardJob::language, &CardJob::background, &CardJob::ink}) {
        CardJob job = kCard;
        job.*word += "x";
        CHECK(keys.insert(job_key(job, source)).second);
    }
    CHECK(keys.insert(job_key(kPhoto, sha256("another"))).second);
    // And none of these.
    PictureJob photo = kPhoto;
    photo.folder = "/n", photo.file = "/b.jpg", photo.threads = 9;
    CHECK(job_key(photo, source) == job_key(kPhoto, source));
    CardJob card = kCard;
    card.folder = "/n", card.logo = "/b.svg";
    CHECK(job_key(card, source) == job_key(kCard, source));
}

TEST_CASE("two credits name the same when one stands in the other as whole words") {
    const auto same = [](const char* a, const char* b) {
        CHECK(names_the_same(a, b) == names_the_same(b, a));
        return names_the_same(a, b);
    };
    for (const char* whole :
         {"Bo Ek", "BO EK", "Bo Ek/TT", "Foto: Bo Ek", "Bo Ek, Ekinge", "(Bo Ek)", "@Bo Ek[", "`Bo Ek{", "1:Bo Ek:2", "/Bo Ek/"}) {
        INFO(whole);
        CHECK(same(whole, "Bo Ek"));
    }
    for (const char* other : {"Bo Eka", "aBo Ek", "zBo Ek", "Bo Ekz", "0Bo Ek", "Bo Ek9", "Bo Ekå", "ÅBo Ek", "Bo  Ek", "Bo", "Åsa Ek"}) {
        INFO(other);
        CHECK((same(other, "Bo Ek") == (std::string_view(other) == "Bo")));
    }
    // Within another word first, and as a word after that.
    CHECK(same("Eklund och Ek", "Ek"));
}

// The program that makes pictures, asked directly: what its files say about themselves, how large they are, and what it cannot be asked.
// (What the pictures stage makes of its answers: photos_test.cpp.)
#include "io/child_process.hpp"
#include "io/pictures/job.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <exiv2/exiv2.hpp>
#include <vips/vips8>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
using vips::VImage;

namespace {

using Tags = std::map<std::string, std::string>;
using Colour = std::vector<double>;

class Workshop {
public:
    Workshop() {
        REQUIRE(VIPS_INIT("pressrum_photo_tests") == 0);
        REQUIRE(Exiv2::XmpParser::initialize());
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        Exiv2::enableBMFF(true);
        g_setenv("VIPS_WARNING", "0", TRUE);
        std::filesystem::create_directory(folder_.path() / "made");
    }

    const TempFolder& folder() const { return folder_; }
    std::string at(const std::string& name) const { return folder_.at(name); }
    std::string made(const std::string& name) const { return at("made/" + name); }

    PictureJob job(const std::string& name) const { return {at("made"), 1, at(name), "", "", "", ""}; }
    PictureAnswer make(const PictureJob& job) const { return answer_to(job); }
    PictureAnswer make(const std::string& name) const { return answer_to(job(name)); }
    PictureAnswer make(CardJob job) const {
        job.folder = at("made");
        return answer_to(job);
    }

private:
    PictureAnswer answer_to(const Job& job) const {
        const ChildResult result = run_child(PRESSRUM_PHOTOS, {}, to_json(std::vector<Job>{job}), std::chrono::minutes(1));
        REQUIRE((result.end == ChildEnd::exited && result.code == 0));
        const auto answers = parse_answers(result.output);
        REQUIRE((answers && answers->size() == 1));
        return answers->front();
    }
    TempFolder folder_;
};

VImage plain(int width, int height, const Colour& colour) {
    return (VImage::black(width, height, VImage::option()->set("bands", 3)) + colour)
        .cast(VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

// Something uneven, the same every time.
VImage uneven(int width, int height) {
    const VImage noise = VImage::gaussnoise(width, height, VImage::option()->set("sigma", 6)->set("mean", 0)->set("seed", 7));
    return (plain(width, height, {120, 160, 200}) + noise)
        .cast(VIPS_FORMAT_UCHAR)
        .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

void tell(const std::string& file, const Tags& tags) {
    const auto image = Exiv2::ImageFactory::open(file);
    image->readMetadata();
    for (const auto& [key, value] : tags) {
        if (key.starts_with("Exif")) image->exifData()[key] = value;
        if (key.starts_with("Iptc")) image->iptcData()[key] = value;
        if (key.starts_with("Xmp")) image->xmpData()[key] = value;
    }
    image->writeMetadata();
}

// What a file that was made says of each of these, as XMP: "creator=Bo Ek; rights=…".
std::string told_by(const std::string& file) {
    static const std::pair<const char*, const char*> kWords[] = {{"creator", "Xmp.dc.creator"},
                                                                 {"credit", "Xmp.photoshop.Credit"},
                                                                 {"rights", "Xmp.dc.rights"},
                                                                 {"url", "Xmp.xmpRights.WebStatement"},
                                                                 {"terms", "Xmp.xmpRights.UsageTerms"},
                                                                 {"words", "Xmp.dc.description"},
                                                                 {"source", "Xmp.iptcExt.DigitalSourceType"},
                                                                 {"licensor", "Xmp.plus.Licensor[1]/plus:LicensorURL"}};
    const auto image = Exiv2::ImageFactory::open(file);
    image->readMetadata();
    std::string told;
    for (const auto& [name, key] : kWords) {
        const auto found = image->xmpData().findKey(Exiv2::XmpKey(key));
        if (found == image->xmpData().end()) continue;
        const auto* text = dynamic_cast<const Exiv2::XmpTextValue*>(&found->value());  // as it is written, whatever it looks like
        std::string value = text != nullptr ? text->value_ : found->toString();
        if (const std::string usual = "lang=\"x-default\" "; value.starts_with(usual)) value.erase(0, usual.size());
        told += std::string(told.empty() ? "" : "; ") + name + "=" + value;
    }
    return told;
}

bool is_near(const Colour& a, const Colour& b, double most) {
    return a.size() >= b.size() && std::equal(b.begin(), b.end(), a.begin(), [&](double x, double y) { return std::abs(x - y) <= most; });
}

const Colour kSky = {120, 160, 200};

}  // namespace

TEST_CASE("a picture keeps what its file says of it, from whichever of the three places says so first") {
    const Workshop shop;
    const auto told = [&](const Tags& tags, PictureJob job = {}) {
        plain(24, 16, kSky).jpegsave(shop.at("a.jpg").c_str());
        tell(shop.at("a.jpg"), tags);
        job.folder = shop.at("made"), job.file = shop.at("a.jpg");
        CHECK(shop.make(job).fault == PictureFault::none);
        return told_by(shop.made("24.jpg"));
    };
    const std::pair<std::string, std::string> artist = {"Exif.Image.Artist", "Exif Ek"}, byline = {"Iptc.Application2.Byline", "Iptc Ek"},
                                              creator = {"Xmp.dc.creator", "Xmp Ek"};
    CHECK(told({artist}) == "creator=Exif Ek; credit=Exif Ek");
    CHECK(told({artist, byline}) == "creator=Iptc Ek; credit=Iptc Ek");
    CHECK(told({artist, byline, creator}) == "creator=Xmp Ek; credit=Xmp Ek");
    CHECK(told({byline, {"Xmp.dc.creator", "  "}}) == "creator=Iptc Ek; credit=Iptc Ek");

    CHECK(told({artist, {"Iptc.Application2.Credit", "Byrån"}}) == "creator=Exif Ek; credit=Byrån");
    CHECK(told({artist, {"Iptc.Application2.Credit", "Byrån"}, {"Xmp.photoshop.Credit", "TT"}}) == "creator=Exif Ek; credit=TT");

    const std::pair<std::string, std::string> copyright = {"Exif.Image.Copyright", "© exif"},
                                              iptc = {"Iptc.Application2.Copyright", "© iptc"}, rights = {"Xmp.dc.rights", "© xmp"};
    CHECK(told({copyright}) == "rights=© exif");
    CHECK(told({copyright, iptc}) == "rights=© iptc");
    CHECK(told({copyright, iptc, rights}) == "rights=© xmp");

    const std::pair<std::string, std::string> text = {"Exif.Image.ImageDescription", "exif"},
                                              caption = {"Iptc.Application2.Caption", "iptc"}, description = {"Xmp.dc.description", "xmp"};
    CHECK(told({text}) == "words=exif");
    CHECK(told({text, caption}) == "words=iptc");
    CHECK(told({text, caption, description}) == "words=xmp");

    CHECK(told({{"Xmp.xmpRights.WebStatement", "https://a.example"}, {"Xmp.xmpRights.UsageTerms", "Fri"}}) ==
          "url=https://a.example; terms=Fri");
    CHECK(told({{"Xmp.iptcExt.DigitalSourceType", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}}) ==
          "source=http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
    // Of a list the first, of languages the usual one, and a text as it is written.
    CHECK(told({{"Xmp.dc.rights", "lang=\"sv-SE\" Alla"}}) == "rights=Alla");
    CHECK(told({{"Xmp.photoshop.Credit", "type=Seq Ek"}}).empty());  // Exiv2 writes a list of that, which has no words
    CHECK(told({}).empty());
    Exiv2::LangAltValue languages;
    languages.value_["de-DE"] = "Alle";
    languages.value_["x-default"] = "Alla";
    plain(24, 16, kSky).jpegsave(shop.at("b.jpg").c_str());
    const auto image = Exiv2::ImageFactory::open(shop.at("b.jpg"));
    image->readMetadata();
    image->xmpData().add(Exiv2::XmpKey("Xmp.dc.rights"), &languages);
    image->writeMetadata();
    shop.make("b.jpg");
    CHECK(told_by(shop.made("24.jpg")) == "rights=Alla");

    // A caption is cut where it is longer than one can be.
    CHECK(told({{"Exif.Image.ImageDescription", std::string(2000, 'a')}}) == "words=" + std::string(2000, 'a'));
    CHECK(told({{"Exif.Image.ImageDescription", std::string(2500, 'a')}}) == "words=" + std::string(2000, 'a'));
}

TEST_CASE("the words of the press room go into a picture, and its own stay where they are of the same person") {
    const Workshop shop;
    const Tags all = {{"Exif.Image.Artist", "Bo Ek"},
                      {"Xmp.photoshop.Credit", "Bo Ek/TT"},
                      {"Xmp.dc.rights", "© Bo Ek"},
                      {"Xmp.xmpRights.WebStatement", "https://bo.example"},
                      {"Xmp.xmpRights.UsageTerms", "Fråga Bo"},
                      {"Xmp.dc.description", "Torget"},
                      {"Xmp.iptcExt.DigitalSourceType", "http://a.example/digitalCapture"}};
    plain(24, 16, kSky).jpegsave(shop.at("a.jpg").c_str());
    plain(24, 16, kSky).jpegsave(shop.at("bar.jpg").c_str());
    tell(shop.at("a.jpg"), all);
    const auto told = [&](const char* name, const char* creator, const char* rights, const char* url, const char* terms) {
        CHECK(shop.make(PictureJob{shop.at("made"), 1, shop.at(name), creator, rights, url, terms}).fault == PictureFault::none);
        return told_by(shop.made("24.jpg"));
    };
    const std::string kept = "; words=Torget; source=http://a.example/digitalCapture";
    CHECK(told("a.jpg", "", "", "", "") == "creator=Bo Ek; credit=Bo Ek/TT; rights=© Bo Ek; url=https://bo.example; terms=Fråga Bo" + kept);
    CHECK(told("a.jpg", "BO EK", "Foto: Bo Ek", "https://e.example", "Ange namn") ==
          "creator=BO EK; credit=Bo Ek/TT; rights=© Bo Ek; url=https://e.example; terms=Ange namn" + kept);
    CHECK(told("a.jpg", "Åsa Alm", "Foto: Åsa Alm", "", "") == "creator=Åsa Alm; credit=Åsa Alm; rights=Foto: Åsa Alm" + kept);
    CHECK(told("a.jpg", "Åsa Alm", "", "https://e.example", "Ange namn") ==
          "creator=Åsa Alm; credit=Åsa Alm; url=https://e.example; terms=Ange namn" + kept);
    CHECK(told("bar.jpg", "Åsa Alm", "Foto: Åsa Alm", "https://e.example", "Ange namn") ==
          "creator=Åsa Alm; credit=Åsa Alm; rights=Foto: Åsa Alm; url=https://e.example; terms=Ange namn");
    // A text that looks like the head of a list is a text.
    told("bar.jpg", "type=Seq Ek", "type=Bag", "", "");
    CHECK(shop.folder().read("made/24.jpg").find("Credit=\"type=Seq Ek\"") != std::string::npos);
}

TEST_CASE("that a picture is somebody's, and how its words are written, is said in every kind of file that is made") {
    const Workshop shop;
    uneven(1000, 800).pngsave(shop.at("a.png").c_str());
    const PictureAnswer answer = shop.make(PictureJob{shop.at("made"), 1, shop.at("a.png"), "Åsa Ek", "© Åsa Ek", "", ""});
    std::set<DerivativeKind> kinds;
    for (const MadeFile& file : answer.files) {
        kinds.insert(file.kind);
        INFO(file.file);
        CHECK(told_by(shop.made(file.file)) == "creator=Åsa Ek; credit=Åsa Ek; rights=© Åsa Ek");
        const auto image = Exiv2::ImageFactory::open(shop.made(file.file));
        image->readMetadata();
        CHECK(image->xmpData()["Xmp.xmpRights.Marked"].toString() == "True");
        CHECK(image->exifData()["Exif.Image.Artist"].toString() == "Åsa Ek");
        CHECK(image->exifData()["Exif.Image.Copyright"].toString() == "© Åsa Ek");
        if (file.kind != DerivativeKind::jpeg) continue;
        CHECK(image->iptcData()["Iptc.Envelope.CharacterSet"].toString() == "\x1B%G");
        CHECK(image->iptcData()["Iptc.Application2.Byline"].toString() == "Åsa Ek");
        CHECK(image->iptcData()["Iptc.Application2.Credit"].toString() == "Åsa Ek");
    }
    CHECK(kinds == std::set{DerivativeKind::avif, DerivativeKind::webp, DerivativeKind::jpeg});
}

TEST_CASE("pictures of every kind are asked who took them, where, and whether they move") {
    const Workshop shop;
    const VImage picture = plain(24, 16, kSky);
    picture.jpegsave(shop.at("a.jpg").c_str());
    picture.pngsave(shop.at("a.png").c_str());
    picture.webpsave(shop.at("a.webp").c_str());
    for (const char* name : {"a.jpg", "a.png", "a.webp"}) {
        INFO(name);
        const PictureAnswer bare = shop.make(name);
        CHECK((bare.creator.empty() && !bare.position && !bare.moves));
        tell(shop.at(name), {{"Exif.Image.Artist", "Bo Ek"}, {"Exif.GPSInfo.GPSLongitudeRef", "E"}});
        CHECK(shop.make(name).creator == "Bo Ek");
        CHECK_FALSE(shop.make(name).position);
        tell(shop.at(name), {{"Exif.GPSInfo.GPSLatitude", "59/1 38/1 10/1"}});
        CHECK(shop.make(name).position);
    }
    picture.jpegsave(shop.at("b.jpg").c_str());
    tell(shop.at("b.jpg"), {{"Xmp.exif.GPSLatitude", "59,38.1N"}});
    CHECK(shop.make("b.jpg").position);
    // An AVIF, which Exiv2 reads and cannot write.
    VImage avif = plain(64, 64, kSky);
    const std::string packet =
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
        "xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" photoshop:Credit=\"TT\"/></rdf:RDF></x:xmpmeta>";
    vips_image_set_blob_copy(avif.get_image(), "xmp-data", packet.data(), packet.size());
    avif.heifsave(shop.at("a.avif").c_str(), VImage::option()->set("compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1)->set("effort", 0));
    CHECK(shop.make("a.avif").fault == PictureFault::none);
    CHECK(told_by(shop.made("64.jpg")) == "credit=TT");
}

TEST_CASE("a picture is shown in the usual widths that fit, and in its own where that adds a fifth") {
    const Workshop shop;
    const std::pair<int, const char*> rows[] = {{1, "1"},
                                                {479, "479"},
                                                {480, "480"},
                                                {576, "480"},
                                                {577, "480 577"},
                                                {959, "480 959"},
                                                {960, "480 960"},
                                                {1152, "480 960"},
                                                {1153, "480 960 1153"},
                                                {1599, "480 960 1599"},
                                                {1600, "480 960 1600"},
                                                {1601, "480 960 1600"}};
    for (const auto& [width, widths] : rows) {
        plain(width, 2, kSky).pngsave(shop.at("a.png").c_str());
        std::string made;
        for (const MadeFile& file : shop.make("a.png").files) {
            if (file.kind == DerivativeKind::jpeg) made += (made.empty() ? "" : " ") + std::to_string(file.width);
            CHECK(file.file == std::to_string(file.width) + "." + std::string(row_of(file.kind).ending));
            CHECK(file.size == std::filesystem::file_size(shop.made(file.file)));
        }
        CHECK(made == widths);
    }
}

TEST_CASE("a tall picture is as wide as the others") {
    const Workshop shop;
    plain(1000, 1500, kSky).pngsave(shop.at("a.png").c_str());
    std::string made;
    for (const MadeFile& file : shop.make("a.png").files) made += " " + std::to_string(file.width) + "x" + std::to_string(file.height);
    CHECK(made == " 480x720 960x1440 480x720 960x1440 480x720 960x1440");  // in each kind
}

TEST_CASE("a picture with too many pixels is not opened, and one with as many as are allowed is") {
    const Workshop shop;
    const auto fault = [&](int width, int height) {
        VImage::black(width, height).pngsave(shop.at("a.png").c_str(), VImage::option()->set("bitdepth", 1));
        return shop.make("a.png").fault;
    };
    CHECK(fault(20'000, 1) == PictureFault::none);
    CHECK(fault(20'001, 1) == PictureFault::too_large);
    CHECK(fault(1, 20'000) == PictureFault::none);
    CHECK(fault(1, 20'001) == PictureFault::too_large);
    CHECK(fault(15'000, 10'001) == PictureFault::too_large);
    shop.folder().write("a.jpg", "GIF89a");
    CHECK(shop.make("a.jpg").fault == PictureFault::not_a_photo);
    CHECK(shop.make("finns-inte.jpg").fault == PictureFault::not_a_photo);
}

TEST_CASE("the tone of a picture is the most common of 27 colours") {
    const Workshop shop;
    const std::pair<Colour, const char*> rows[] = {
        {{0, 0, 0}, "000"}, {{255, 255, 255}, "222"}, {{85, 86, 171}, "012"}, {{170, 171, 85}, "120"}, {{255, 0, 128}, "201"}};
    for (const auto& [colour, tone] : rows) {
        plain(60, 40, colour).pngsave(shop.at("a.png").c_str());
        CHECK(shop.make("a.png").tone == tone);
    }
    // What there is most of, though there are more kinds of the rest.
    VImage mixed = plain(40, 40, {0, 0, 200});
    for (const Colour& colour : {Colour{200, 0, 0}, Colour{0, 200, 0}, Colour{200, 200, 200}})
        mixed = mixed.join(plain(20, 40, colour), VIPS_DIRECTION_HORIZONTAL);
    mixed.pngsave(shop.at("a.png").c_str());
    CHECK(shop.make("a.png").tone == "002");
}

TEST_CASE("what can be seen through is white in a JPEG, and stays as it is in the others") {
    const Workshop shop;
    const VImage half = VImage::black(300, 600).linear(1, 255).cast(VIPS_FORMAT_UCHAR).embed(0, 0, 600, 600);
    uneven(600, 600).bandjoin(half).pngsave(shop.at("a.png").c_str());
    const PictureAnswer answer = shop.make("a.png");
    CHECK(answer.tone.empty());
    CHECK(answer.files.size() > 2);
    for (const MadeFile& file : answer.files) {
        INFO(file.file);
        const VImage shown = VImage::new_from_file(shop.made(file.file).c_str());
        const Colour seen = shown.getpoint(20, 20), unseen = shown.getpoint(shown.width() - 20, 20);
        CHECK(is_near(seen, kSky, 60));
        if (file.kind == DerivativeKind::jpeg) CHECK((unseen.size() == 3 && is_near(unseen, {255, 255, 255}, 3)));
        else CHECK((unseen.size() == 4 && unseen[3] < 3 && seen[3] > 252));
    }
}

TEST_CASE("the colours of print come out as they look, with a profile and without") {
    const Workshop shop;
    const VImage picture = plain(40, 40, {200, 40, 60});
    picture.icc_transform("cmyk", VImage::option()->set("input_profile", "srgb"))
        .jpegsave(shop.at("profile.jpg").c_str(), VImage::option()->set("Q", 95));
    picture.colourspace(VIPS_INTERPRETATION_CMYK).jpegsave(shop.at("bare.jpg").c_str(), VImage::option()->set("Q", 95)->set("strip", true));
    for (const char* name : {"profile.jpg", "bare.jpg"}) {
        INFO(name);
        CHECK(shop.make(name).fault == PictureFault::none);
        const Colour middle = VImage::new_from_file(shop.made("40.jpg").c_str()).getpoint(20, 20);
        INFO(middle[0] << " " << middle[1] << " " << middle[2]);
        CHECK(is_near(middle, {200, 40, 60}, 25));
    }
}

// A photo of the usual width is not shrunk, so that what an encoder makes of it can be made here too.
TEST_CASE("a profile that is of other colours than the picture is passed over") {
    const Workshop shop;
    const VImage picture = plain(40, 40, {200, 40, 60});
    const VImage print = picture.icc_transform("cmyk", VImage::option()->set("input_profile", "srgb"));
    std::size_t size = 0;
    const void* profile = print.get_blob("icc-profile-data", &size);
    VImage odd = picture.copy();
    vips_image_set_blob_copy(odd.get_image(), "icc-profile-data", profile, size);
    odd.pngsave(shop.at("a.png").c_str());
    CHECK(shop.make("a.png").fault == PictureFault::none);
    CHECK(is_near(VImage::new_from_file(shop.made("40.jpg").c_str()).getpoint(20, 20), {200, 40, 60}, 12));
}

TEST_CASE("each kind of file is as good as agreed, and no larger for that") {
    const Workshop shop;
    const VImage picture = uneven(480, 2000).gaussblur(1.5).cast(VIPS_FORMAT_UCHAR);
    picture.pngsave(shop.at("a.png").c_str());
    const PictureAnswer answer = shop.make("a.png");
    picture.heifsave(shop.at("480.avif").c_str(),
                     VImage::option()->set("Q", 55)->set("effort", 1)->set("compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1));
    picture.webpsave(shop.at("480.webp").c_str(), VImage::option()->set("Q", 78)->set("effort", 4));
    picture.jpegsave(shop.at("480.jpg").c_str(), VImage::option()->set("Q", 78)->set("interlace", true)->set("optimize_coding", true));
    const auto points = [](const std::string& file) {
        const VImage image = VImage::new_from_file(file.c_str());
        std::size_t size = 0;
        const std::unique_ptr<void, void (*)(void*)> memory(image.write_to_memory(&size), g_free);
        return std::string(static_cast<const char*>(memory.get()), size);
    };
    std::set<std::string> seen;
    for (const MadeFile& file : answer.files) {
        INFO(file.file);
        CHECK(points(shop.made(file.file)) == points(shop.at(file.file)));
        seen.insert(file.file);
    }
    CHECK(seen == std::set<std::string>{"480.avif", "480.webp", "480.jpg"});
}

TEST_CASE("a JPEG comes line by line, coarse first") {
    const Workshop shop;
    uneven(300, 200).pngsave(shop.at("a.png").c_str());
    shop.make("a.png");
    CHECK(shop.folder().read("made/300.jpg").find("\xFF\xC2") != std::string::npos);
}

TEST_CASE("the program says so when it is asked nothing that it knows") {
    const Workshop shop;
    const auto code = [](const std::string& input, const std::vector<std::string>& arguments = {}) {
        const ChildResult result = run_child(PRESSRUM_PHOTOS, arguments, input, std::chrono::minutes(1));
        CHECK(result.end == ChildEnd::exited);
        return result.code == 0 ? result.output : std::to_string(result.code);
    };
    CHECK(code("") == "2");
    CHECK(code("nonsens") == "2");
    CHECK(code("[]") == "[]\n");
    CHECK(code("[]", {"--annat"}) == "[]\n");
    CHECK(code("[]", {"--confinement"}) == "");
}

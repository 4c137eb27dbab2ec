// The pictures stage with the real program: what becomes of photos, of good ones and of hostile ones. The pictures are drawn here.
#include "base/text.hpp"
#include "io/child_process.hpp"
#include "io/pictures/cache.hpp"
#include "io/pictures/job.hpp"
#include "io/pictures/pictures.hpp"
#include "model/rules.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <exiv2/exiv2.hpp>
#include <vips/vips8>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
using vips::VImage;

namespace {

bool start_libraries() {
    static const bool started = VIPS_INIT("pressrum_photo_tests") == 0 && Exiv2::XmpParser::initialize();
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::enableBMFF(true);
    g_setenv("VIPS_WARNING", "0", TRUE);
    return started;
}

// ---------------------------------------------------------------- drawing

// A sky over a meadow, with some unevenness, so that there is something to encode.
VImage landscape(int width, int height) {
    const VImage noise = VImage::gaussnoise(width, height, VImage::option()->set("sigma", 6)->set("mean", 0)->set("seed", 7));
    const VImage sky = VImage::black(width, height, VImage::option()->set("bands", 3)).linear({1, 1, 1}, {120, 185, 220});
    return (sky + noise).cast(VIPS_FORMAT_UCHAR).copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

// Red, green, blue and white quarters: top left, top right, bottom left, bottom right.
VImage quarters(int width, int height) {
    const auto part = [&](std::vector<double> colour) {
        return VImage::black(width / 2, height / 2, VImage::option()->set("bands", 3)).linear({1, 1, 1}, colour).cast(VIPS_FORMAT_UCHAR);
    };
    const VImage top = part({255, 0, 0}).join(part({0, 255, 0}), VIPS_DIRECTION_HORIZONTAL);
    const VImage bottom = part({0, 0, 255}).join(part({255, 255, 255}), VIPS_DIRECTION_HORIZONTAL);
    return top.join(bottom, VIPS_DIRECTION_VERTICAL).copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

void write_metadata(const std::string& file, const std::map<std::string, std::string>& exif,
                    const std::map<std::string, std::string>& xmp = {}, const std::map<std::string, std::string>& iptc = {}) {
    const auto image = Exiv2::ImageFactory::open(file);
    image->readMetadata();
    for (const auto& [key, value] : exif) image->exifData()[key] = value;
    for (const auto& [key, value] : xmp) image->xmpData()[key] = value;
    for (const auto& [key, value] : iptc) image->iptcData()[key] = value;
    image->writeMetadata();
}

// ---------------------------------------------------------------- making

struct Made {
    Pictures pictures;
    std::string rules;               // ids of what was reported, in order
    std::vector<std::string> words;  // of the first
};

class Studio {
public:
    Studio() { REQUIRE(start_libraries()); }

    const TempFolder& folder() const { return folder_; }
    std::string at(const std::string& name) const { return folder_.at(name); }

    WantedPicture wanted(const std::string& name) const {
        return {{"posts/2026/11/" + name, "Åsa Ek", "press"},
                at(name),
                sha256(folder_.read(name)),
                "Foto: Åsa Ek",
                "https://www.ekinge.example/villkor",
                "Ange fotografen.",
                {0, 1, 2},
                {0, 3, 4}};
    }
    Made make(const std::vector<WantedPicture>& all) const { return make(all, {PRESSRUM_PHOTOS, at("cache")}); }
    Made make(const std::vector<WantedPicture>& all, const PictureMaking& making) const {
        Made made;
        Diagnostics diagnostics;
        made.pictures = make_pictures({all, {}}, making, Threads{2}, diagnostics);
        for (const Diagnostic& each : diagnostics.all()) made.rules += (made.rules.empty() ? "" : " ") + std::string(each.rule->id);
        if (!diagnostics.empty()) made.words = diagnostics.all().front().words;
        return made;
    }
    Made make(const std::string& name) const { return make({wanted(name)}); }
    std::string program(const std::string& script) const {
        folder_.write("program", "#!/bin/sh\n" + script + "\n");
        REQUIRE(::chmod(at("program").c_str(), 0755) == 0);
        return at("program");
    }

private:
    TempFolder folder_;
};

std::string sizes_of(const Picture& picture) {
    std::string text;
    for (const Derivative& each : picture.derivatives)
        text += (text.empty() ? "" : " ") + std::string(row_of(each.kind).ending) + ":" + std::to_string(each.width) + "x" +
                std::to_string(each.height);
    return text;
}

const Derivative& derivative(const Picture& picture, DerivativeKind kind, std::uint32_t width) {
    const auto found = std::find_if(picture.derivatives.begin(), picture.derivatives.end(),
                                    [&](const Derivative& each) { return each.kind == kind && each.width == width; });
    REQUIRE(found != picture.derivatives.end());
    return *found;
}

// Every name and value that a file holds about itself, as Exiv2 shows it.
std::map<std::string, std::string> metadata_of(const std::string& file) {
    std::map<std::string, std::string> all;
    const auto image = Exiv2::ImageFactory::open(file);
    image->readMetadata();
    for (const auto& each : image->exifData()) all[each.key()] = each.toString();
    for (const auto& each : image->iptcData()) all[each.key()] = each.toString();
    for (const auto& each : image->xmpData()) all[each.key()] = each.toString();
    return all;
}

// What the smallest derivative of a.jpg tells, which nothing is said against.
std::map<std::string, std::string> told_by(const Studio& studio, DerivativeKind kind) {
    const Made made = studio.make("a.jpg");
    CHECK(made.rules == "");
    return metadata_of(derivative(made.pictures.all.front(), kind, kDerivativeWidths.front()).file);
}

// What says nothing of anybody: how the file is to be read.
bool is_technical(const std::string& key) {
    static const std::set<std::string> kKeys = {
        "Exif.Image.Orientation",      "Exif.Image.XResolution", "Exif.Image.YResolution",     "Exif.Image.ResolutionUnit",
        "Exif.Image.YCbCrPositioning", "Exif.Image.ExifTag",     "Exif.Photo.ExifVersion",     "Exif.Photo.ComponentsConfiguration",
        "Exif.Photo.FlashpixVersion",  "Exif.Photo.ColorSpace",  "Exif.Photo.PixelXDimension", "Exif.Photo.PixelYDimension",
        "Iptc.Envelope.CharacterSet"};
    return kKeys.contains(key);
}

}  // namespace

TEST_CASE("every derivative says who made the picture and under which terms, and nothing private") {
    Studio studio;
    landscape(2000, 1500).jpegsave(studio.at("torget.jpg").c_str());
    write_metadata(studio.at("torget.jpg"),
                   {{"Exif.Image.Make", "Kamera"},
                    {"Exif.Image.Artist", "Åsa Ek"},
                    {"Exif.Photo.BodySerialNumber", "4711"},
                    {"Exif.Photo.LensSerialNumber", "4712"},
                    {"Exif.Photo.CameraOwnerName", "Någon Annan"},
                    {"Exif.Photo.UserComment", "hemligt"},
                    {"Exif.Photo.MakerNote", "1 2 3 4"},
                    {"Exif.Photo.ImageUniqueID", "abc"},
                    {"Exif.GPSInfo.GPSLatitude", "59/1 38/1 10/1"},
                    {"Exif.GPSInfo.GPSLatitudeRef", "N"}},
                   {{"Xmp.exif.GPSLatitude", "59,38.1N"},
                    {"Xmp.aux.SerialNumber", "4711"},
                    {"Xmp.dc.creator", "Åsa Ek"},
                    {"Xmp.dc.rights", "© Ekinge kommun"},
                    {"Xmp.photoshop.Credit", "Åsa Ek/Ekinge kommun"},
                    {"Xmp.photoshop.City", "Ekinge"}},
                   {{"Iptc.Application2.Caption", "Torget."}, {"Iptc.Application2.City", "Ekinge"}});
    const Made made = studio.make("torget.jpg");
    CHECK(made.rules == "photo/position");
    REQUIRE(made.pictures.all.size() == 1);
    const Picture& picture = made.pictures.all.front();
    CHECK(sizes_of(picture) ==
          "avif:480x360 avif:960x720 avif:1600x1200 webp:480x360 webp:960x720 webp:1600x1200 jpg:480x360 jpg:960x720 jpg:1600x1200");
    for (const Derivative& each : picture.derivatives) {
        INFO(each.file);
        std::map<std::string, std::string> told = metadata_of(each.file);
        std::map<std::string, std::string> wanted = {
            {"Exif.Image.Artist", "Åsa Ek"},
            {"Exif.Image.Copyright", "© Ekinge kommun"},
            {"Exif.Image.ImageDescription", "Torget."},
            {"Xmp.dc.creator", "Åsa Ek"},
            {"Xmp.dc.description", "lang=\"x-default\" Torget."},
            {"Xmp.dc.rights", "lang=\"x-default\" © Ekinge kommun"},
            {"Xmp.photoshop.Credit", "Åsa Ek/Ekinge kommun"},
            {"Xmp.xmpRights.Marked", "True"},
            {"Xmp.xmpRights.UsageTerms", "lang=\"x-default\" Ange fotografen."},
            {"Xmp.xmpRights.WebStatement", "https://www.ekinge.example/villkor"},
        };
        if (each.kind == DerivativeKind::jpeg) {
            wanted["Iptc.Application2.Byline"] = "Åsa Ek";
            wanted["Iptc.Application2.Caption"] = "Torget.";
            wanted["Iptc.Application2.Copyright"] = "© Ekinge kommun";
            wanted["Iptc.Application2.Credit"] = "Åsa Ek/Ekinge kommun";
        }
        std::erase_if(told, [](const auto& entry) { return is_technical(entry.first); });
        CHECK(told == wanted);
    }
}

TEST_CASE("the front matter's credit goes before the file's, and takes no rights over from it") {
    Studio studio;
    landscape(600, 400).jpegsave(studio.at("a.jpg").c_str());
    write_metadata(studio.at("a.jpg"), {{"Exif.Image.Artist", "Bo Lund"}},
                   {{"Xmp.dc.rights", "© Bo Lund"}, {"Xmp.photoshop.Credit", "Bo Lund"}});
    const Made made = studio.make("a.jpg");
    CHECK(made.rules == "photo/other-credit");
    CHECK(made.words == std::vector<std::string>{"Bo Lund", "Åsa Ek"});
    for (const Derivative& each : made.pictures.all.front().derivatives) {
        const auto told = metadata_of(each.file);
        CHECK(told.at("Xmp.dc.creator") == "Åsa Ek");
        CHECK(told.at("Xmp.photoshop.Credit") == "Åsa Ek");
        CHECK(told.at("Xmp.dc.rights") == "lang=\"x-default\" Foto: Åsa Ek");
    }
}

TEST_CASE("a name in capitals is the same name, and half a name is not") {
    CHECK(names_the_same("NORA BRINK / TT", "Nora Brink"));
    CHECK(names_the_same("Nora Brink", "Foto: Nora Brink"));
    CHECK_FALSE(names_the_same("Annika Ek", "Ann"));
    CHECK_FALSE(names_the_same("Nora Brink", "Bo Lund"));

    Studio studio;
    landscape(600, 400).jpegsave(studio.at("a.jpg").c_str());
    write_metadata(studio.at("a.jpg"), {{"Exif.Image.Artist", "ÅSA EK"}},
                   {{"Xmp.photoshop.Credit", "Bildbyrån"}, {"Xmp.dc.rights", "lang=\"sv-SE\" Alla rättigheter"}});
    const auto told = told_by(studio, DerivativeKind::jpeg);
    CHECK(told.at("Xmp.photoshop.Credit") == "Bildbyrån");
    CHECK(told.at("Xmp.dc.rights") == "lang=\"x-default\" Alla rättigheter");
}

TEST_CASE("a picture taller than a format allows is shown in the others") {
    Studio studio;
    landscape(40, 17000).pngsave(studio.at("a.png").c_str());
    const Made made = studio.make("a.png");
    CHECK(made.rules == "");
    CHECK(sizes_of(made.pictures.all.at(0)).find("webp") == std::string::npos);
    CHECK(sizes_of(made.pictures.all.at(0)).ends_with("jpg:40x17000"));
}

TEST_CASE("words that a camera wrote in Latin-1 become UTF-8, and a licensor is kept") {
    Studio studio;
    landscape(500, 400).jpegsave(studio.at("a.jpg").c_str());
    write_metadata(studio.at("a.jpg"), {{"Exif.Image.ImageDescription", "Sn\xF6r\xF6jning"}});
    {
        const auto image = Exiv2::ImageFactory::open(studio.at("a.jpg"));
        image->readMetadata();
        Exiv2::XmpTextValue list("");
        list.setXmpArrayType(Exiv2::XmpValue::xaSeq);
        image->xmpData().add(Exiv2::XmpKey("Xmp.plus.Licensor"), &list);
        image->xmpData()["Xmp.plus.Licensor[1]/plus:LicensorURL"] = "https://www.ekinge.example/bilder";
        image->writeMetadata();
    }
    const auto told = told_by(studio, DerivativeKind::avif);
    CHECK(told.at("Xmp.dc.description") == "lang=\"x-default\" Snöröjning");
    CHECK(told.at("Xmp.plus.Licensor[1]/plus:LicensorURL") == "https://www.ekinge.example/bilder");

    // What Windows says instead of Latin-1; and no control characters, in UTF-8 neither.
    write_metadata(studio.at("a.jpg"), {{"Exif.Image.ImageDescription", "Sn\xF6 \x96 nu \x81\x85"}});
    CHECK(told_by(studio, DerivativeKind::avif).at("Xmp.dc.description") == "lang=\"x-default\" Snö – nu \uFFFD…");
    write_metadata(studio.at("a.jpg"), {{"Exif.Image.ImageDescription", "Snö\u0085\u009F\uFFFFnu\x1B."}});
    CHECK(told_by(studio, DerivativeKind::avif).at("Xmp.dc.description") == "lang=\"x-default\" Snö   nu .");
}

TEST_CASE("a picture is never larger than its original") {
    Studio studio;
    const std::pair<int, const char*> rows[] = {{100, "jpg:100x50"},
                                                {480, "jpg:480x240"},
                                                {500, "jpg:480x240"},
                                                {600, "jpg:480x240 jpg:600x300"},
                                                {1400, "jpg:480x240 jpg:960x480 jpg:1400x700"},
                                                {1700, "jpg:480x240 jpg:960x480 jpg:1600x800"}};
    for (const auto& [width, sizes] : rows) {
        landscape(width, width / 2).jpegsave(studio.at("a.jpg").c_str());
        const std::string all = sizes_of(studio.make("a.jpg").pictures.all.at(0));
        CHECK(all.substr(all.find("jpg:")) == sizes);
    }
}

TEST_CASE("a format that saves next to nothing is not made") {
    Studio studio;
    landscape(60, 40).jpegsave(studio.at("small.jpg").c_str());
    landscape(1200, 800).jpegsave(studio.at("large.jpg").c_str());
    CHECK(sizes_of(studio.make("small.jpg").pictures.all.at(0)) == "jpg:60x40");
    CHECK(sizes_of(studio.make("large.jpg").pictures.all.at(0)).starts_with("avif:480x320"));
}

TEST_CASE("a photo is turned as the camera was held") {
    Studio studio;
    const VImage upright = quarters(640, 320);
    // What the camera has to write for the picture to be upright after the turn that the number asks for.
    const std::map<int, VImage> held = {
        {1, upright},
        {2, upright.fliphor()},
        {3, upright.rot180()},
        {4, upright.flipver()},
        {5, upright.fliphor().rot270()},
        {6, upright.rot270()},
        {7, upright.fliphor().rot90()},
        {8, upright.rot90()},
    };
    for (const auto& [number, picture] : held) {
        INFO("orientation " << number);
        picture.jpegsave(studio.at("a.jpg").c_str(), VImage::option()->set("Q", 95));
        write_metadata(studio.at("a.jpg"), {{"Exif.Image.Orientation", std::to_string(number)}});
        const Made made = studio.make("a.jpg");
        REQUIRE(made.pictures.all.size() == 1);
        for (const Derivative& each : made.pictures.all.front().derivatives) {
            INFO(each.file);
            const VImage shown = VImage::new_from_file(each.file.c_str());
            CHECK(shown.width() == 2 * shown.height());
            const auto is = [&](int x, int y, std::vector<double> colour) {
                const std::vector<double> point = shown.getpoint(x, y);
                return std::equal(colour.begin(), colour.end(), point.begin(), [](double a, double b) { return std::abs(a - b) < 40; });
            };
            CHECK(is(20, 20, {255, 0, 0}));
            CHECK(is(shown.width() - 20, 20, {0, 255, 0}));
            CHECK(is(20, shown.height() - 20, {0, 0, 255}));
            const auto told = metadata_of(each.file);
            CHECK((!told.contains("Exif.Image.Orientation") || told.at("Exif.Image.Orientation") == "1"));
        }
    }
}

TEST_CASE("unusual photos come out as 8 bits of sRGB") {
    Studio studio;
    const VImage picture = landscape(500, 300);
    picture.colourspace(VIPS_INTERPRETATION_CMYK).jpegsave(studio.at("cmyk.jpg").c_str());
    picture.colourspace(VIPS_INTERPRETATION_RGB16).pngsave(studio.at("16.png").c_str());
    picture.colourspace(VIPS_INTERPRETATION_B_W).jpegsave(studio.at("grey.jpg").c_str());
    picture.bandjoin(VImage::black(500, 300).linear(1, 100).cast(VIPS_FORMAT_UCHAR)).pngsave(studio.at("glass.png").c_str());
    picture.pngsave(studio.at("palette.png").c_str(), VImage::option()->set("palette", true));
    picture.webpsave(studio.at("a.webp").c_str());
    picture.heifsave(studio.at("a.avif").c_str(),
                     VImage::option()->set("compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1)->set("effort", 0));
    for (const char* name : {"cmyk.jpg", "16.png", "grey.jpg", "glass.png", "palette.png", "a.webp", "a.avif"}) {
        INFO(name);
        const Made made = studio.make(name);
        CHECK(made.rules == "");
        REQUIRE(made.pictures.all.size() == 1);
        const bool glass = std::string_view(name) == "glass.png";
        CHECK(made.pictures.all.front().tone.empty() == glass);
        for (const Derivative& each : made.pictures.all.front().derivatives) {
            INFO(each.file);
            const VImage shown = VImage::new_from_file(each.file.c_str());
            CHECK(shown.format() == VIPS_FORMAT_UCHAR);
            CHECK(shown.bands() == (glass && each.kind != DerivativeKind::jpeg ? 4 : 3));
            CHECK(shown.get_typeof("icc-profile-data") == 0);
            const std::vector<double> middle = shown.getpoint(shown.width() / 2, shown.height() / 2);
            if (std::string_view(name) == "16.png") CHECK(std::abs(middle[2] - 220) < 25);
        }
    }
}

TEST_CASE("colours stay what they are: with no profile, with sRGB's, and with a wider one's") {
    Studio studio;
    const std::vector<double> strong = {0, 0, 250};
    const VImage plain = (VImage::black(300, 200, VImage::option()->set("bands", 3)) + strong)
                             .cast(VIPS_FORMAT_UCHAR)
                             .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
    plain.jpegsave(studio.at("plain.jpg").c_str(), VImage::option()->set("Q", 95));
    plain.icc_transform("srgb", VImage::option()->set("input_profile", "srgb"))
        .jpegsave(studio.at("srgb.jpg").c_str(), VImage::option()->set("Q", 95));
    // In Display P3 the same blue is told by other numbers.
    plain.icc_transform("p3", VImage::option()->set("input_profile", "srgb")).pngsave(studio.at("p3.png").c_str());
    // A profile that is none.
    VImage broken = plain.copy();
    vips_image_set_blob_copy(broken.get_image(), "icc-profile-data", "nonsense", 8);
    broken.webpsave(studio.at("broken.webp").c_str(), VImage::option()->set("Q", 95));
    for (const char* name : {"plain.jpg", "srgb.jpg", "p3.png", "broken.webp"}) {
        INFO(name);
        const Made made = studio.make(name);
        CHECK(made.rules == "");
        REQUIRE(made.pictures.all.size() == 1);
        for (const Derivative& each : made.pictures.all.front().derivatives) {
            const std::vector<double> point = VImage::new_from_file(each.file.c_str()).getpoint(100, 100);
            INFO(each.file << " " << point[0] << " " << point[1] << " " << point[2]);
            for (std::size_t i = 0; i < 3; ++i) CHECK(std::abs(point[i] - strong[i]) < 12);
        }
    }
}

TEST_CASE("of an animation the first picture is shown, and that is said") {
    Studio studio;
    const VImage strip = landscape(200, 100).join(quarters(200, 100), VIPS_DIRECTION_VERTICAL);
    VImage frames = strip.copy();
    frames.set("page-height", 100);
    frames.webpsave(studio.at("a.webp").c_str());
    const Made made = studio.make("a.webp");
    CHECK(made.rules == "photo/moves");
    CHECK(sizes_of(made.pictures.all.at(0)) == "jpg:200x100");
}

TEST_CASE("a hostile or broken file costs a message, and the others are made") {
    Studio studio;
    const auto write = [&](const std::string& name, const std::string& bytes) { studio.folder().write(name, bytes); };
    landscape(700, 500).jpegsave(studio.at("good.jpg").c_str());
    landscape(700, 500).pngsave(studio.at("good.png").c_str());
    const std::string jpeg = studio.folder().read("good.jpg"), png = studio.folder().read("good.png");
    write("cut.jpg", jpeg.substr(0, jpeg.size() / 2));
    write("cut.png", png.substr(0, png.size() / 2));
    write("html.jpg", "<!DOCTYPE html><title>404</title><p>Sidan finns inte.");
    write("svg.jpg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"300\"><image href=\"/etc/passwd\"/></svg>");
    write("empty.jpg", "");
    write("zeros.jpg", std::string(100'000, '\0'));
    // A file of some kilobytes that claims 30,000 pixels a side; libvips writes it line by line.
    VImage::black(30'000, 30'000).pngsave(studio.at("bomb.png").c_str(), VImage::option()->set("bitdepth", 1)->set("compression", 9));
    std::string torn = jpeg;
    for (std::size_t at = torn.size() / 3; at < torn.size(); at += 5) torn[at] = static_cast<char>(at * 31);
    write("torn.jpg", torn);

    const std::pair<const char*, const char*> rows[] = {
        {"cut.jpg", "photo/damaged"},          {"cut.png", "photo/damaged"},      {"html.jpg", "photo/no-picture"},
        {"svg.jpg", "photo/no-picture"},       {"empty.jpg", "photo/no-picture"}, {"zeros.jpg", "photo/no-picture"},
        {"bomb.png", "photo/too-many-pixels"},
    };
    for (const auto& [name, rule] : rows) {
        INFO(name);
        const Made made = studio.make({studio.wanted(name), studio.wanted("good.jpg")});
        CHECK(made.rules == rule);
        CHECK(made.pictures.all.size() == 1);
        CHECK(made.pictures.find(studio.wanted("good.jpg").use) != nullptr);
    }
    // Torn in the middle: whatever comes of it, nothing else suffers.
    const Made made = studio.make({studio.wanted("torn.jpg"), studio.wanted("good.jpg")});
    CHECK(made.pictures.find(studio.wanted("good.jpg").use) != nullptr);
    // Nothing half-made is left.
    for (const std::string& entry : studio.folder().entries("cache/photos")) CHECK(entry.front() != '.');
}

// The program tries its own walls; what a kernel does not have cannot hold.
TEST_CASE("the program that makes pictures reaches nothing but what its jobs name") {
    Studio studio;
    studio.folder().write("pictures/a.jpg", "never read");
    std::filesystem::create_directories(studio.at("work/a"));
    PictureJob job;
    job.file = studio.at("pictures/a.jpg"), job.folder = studio.at("work/a");
    const ChildResult tried = run_child(PRESSRUM_PHOTOS, {"--confinement"}, to_json(std::vector<Job>{job}), std::chrono::minutes(1));
    REQUIRE((tried.end == ChildEnd::exited && tried.code == 0));

    std::map<std::string, std::set<std::string>> by_begin;
    for (const std::string_view line : split(tried.output, '\n')) {
        const std::size_t colon = line.rfind(": ");
        if (colon != std::string_view::npos) by_begin[std::string(line.substr(0, colon))].insert(std::string(line.substr(colon + 2)));
    }
    using Names = std::set<std::string>;
    CHECK(by_begin["no new rights"] == Names{"1"});
    CHECK(by_begin["dumpable"] == Names{"0"});
    CHECK(by_begin["seccomp"] == Names{"yes"});
    CHECK(by_begin["none: refused"] == Names{});
    CHECK(by_begin["none: possible"].size() == 5);
    CHECK(by_begin["calls: possible"] == Names{});
    CHECK(by_begin["calls: refused"].size() == 15);
    if (by_begin["landlock"] == Names{"0"}) {
        WARN("this kernel has no Landlock: files are not shut off");
        return;
    }
    CHECK(by_begin["files: possible"] == Names{});
    CHECK(by_begin["files: refused"].size() == 7);
    CHECK(studio.folder().entries("work/a").empty());
}

TEST_CASE("a picture that lies behind a link, or beside the press room, is in reach of the program") {
    Studio studio;
    TempFolder elsewhere;
    landscape(300, 200).jpegsave(elsewhere.at("a.jpg").c_str());
    std::filesystem::create_symlink(elsewhere.at("a.jpg"), studio.at("a.jpg"));
    const Made made = studio.make("a.jpg");
    CHECK(made.rules == "");
    CHECK(made.pictures.all.size() == 1);
}

TEST_CASE("what has been made is not made again, and gives the same") {
    Studio studio;
    landscape(1000, 700).jpegsave(studio.at("a.jpg").c_str());
    const Made first = studio.make("a.jpg");
    const Made again = studio.make({studio.wanted("a.jpg")}, {"/nowhere/pressrum-photos", studio.at("cache")});
    CHECK(again.rules == "");
    const Made elsewhere = studio.make({studio.wanted("a.jpg")}, {PRESSRUM_PHOTOS, studio.at("other")});
    const Picture &a = first.pictures.all.at(0), &b = again.pictures.all.at(0), &c = elsewhere.pictures.all.at(0);
    CHECK((a.fingerprint == b.fingerprint && a.fingerprint == c.fingerprint));
    CHECK((a.tone == "122" && b.tone == a.tone && c.tone == a.tone));
    for (std::size_t i = 0; i < a.derivatives.size(); ++i) {
        CHECK(a.derivatives[i].file == b.derivatives[i].file);
        CHECK(a.derivatives[i].digest == b.derivatives[i].digest);
        CHECK(a.derivatives[i].digest == c.derivatives[i].digest);
    }
    // Other words, other files; another place of the same file, the same.
    WantedPicture other = studio.wanted("a.jpg");
    other.use.creator = "Bo Lund";
    CHECK(studio.make({other}).pictures.all.at(0).fingerprint != a.fingerprint);
    WantedPicture moved = studio.wanted("a.jpg");
    moved.use.source = "site/assets/photos/a.jpg";
    const Made twice = studio.make({studio.wanted("a.jpg"), moved}, {"/nowhere/pressrum-photos", studio.at("cache")});
    CHECK((twice.rules == "" && twice.pictures.all.size() == 2));
    // A file of the cache that is not what it was is made anew.
    studio.folder().write("cache/photos/" + std::filesystem::path(a.derivatives[0].file).parent_path().filename().string() + "/480.avif",
                          "broken");
    CHECK(studio.make("a.jpg").pictures.all.at(0).derivatives[0].digest == a.derivatives[0].digest);
}

TEST_CASE("a file of the cache with one other byte is made anew") {
    Studio studio;
    landscape(1000, 700).jpegsave(studio.at("a.jpg").c_str());
    const Derivative first = studio.make("a.jpg").pictures.all.at(0).derivatives[0];
    const std::string name = std::filesystem::relative(first.file, studio.folder().path()).string();
    std::string bytes = studio.folder().read(name);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    studio.folder().write(name, bytes);
    const Derivative again = studio.make("a.jpg").pictures.all.at(0).derivatives[0];
    CHECK(again.digest == first.digest);
    CHECK(sha256(studio.folder().read(name)) == first.digest);
}

TEST_CASE("what ended runs left in the cache goes, as what nobody uses, and what a run works in stays") {
    namespace fs = std::filesystem;
    Studio studio;
    landscape(300, 200).jpegsave(studio.at("a.jpg").c_str());
    landscape(400, 200).jpegsave(studio.at("b.jpg").c_str());
    studio.make("a.jpg");
    const std::vector<std::string> only_a = studio.folder().entries("cache/photos");
    studio.make("b.jpg");
    studio.folder().write("cache/photos/.work-ended1/480.jpg", "half");
    studio.folder().write("cache/photos/.work-atwork/480.jpg", "half");
    const Descriptor at_work = open_folder(AT_FDCWD, studio.at("cache/photos/.work-atwork").c_str());
    REQUIRE(::flock(at_work.number(), LOCK_EX | LOCK_NB) == 0);
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24 * 40);
    for (const std::string& entry : studio.folder().entries("cache/photos")) {
        if (entry != only_a.front() && entry.front() != '.')
            fs::last_write_time(studio.at("cache/photos/" + entry + "/answer.json"), long_ago);
    }
    fs::last_write_time(studio.at("cache/pruned"), long_ago);
    studio.make("a.jpg");
    CHECK(studio.folder().entries("cache/photos") == std::vector<std::string>{".work-atwork", only_a.front()});
}

TEST_CASE("where the cache cannot be written, a check makes pictures elsewhere") {
    Studio studio;
    landscape(300, 200).jpegsave(studio.at("a.jpg").c_str());
    studio.folder().write("cache", "a file where a folder should be");
    PictureMaking making{PRESSRUM_PHOTOS, studio.at("cache")};
    making.spare = studio.at("spare");
    const Made made = studio.make({studio.wanted("a.jpg")}, making);
    CHECK(made.rules == "");
    CHECK(made.pictures.all.size() == 1);
    CHECK(studio.folder().has("spare/photos"));
}

TEST_CASE("a program that breaks down, hangs, or is missing costs a message") {
    Studio studio;
    landscape(300, 200).jpegsave(studio.at("a.jpg").c_str());
    const auto rules = [&](const std::string& script) {
        PictureMaking making{studio.program(script), studio.at("cache")};
        making.limit = std::chrono::milliseconds(400);
        const Made made = studio.make({studio.wanted("a.jpg")}, making);
        CHECK(made.pictures.all.empty());
        return made.rules;
    };
    CHECK(rules("kill -SEGV $$") == "photo/damaged");
    CHECK(rules("exit 1") == "photo/damaged");
    CHECK(rules("echo '[{\"fault\": \"none\"}]'") == "photo/damaged");
    CHECK(rules("exec sleep 60") == "photo/too-demanding");
    // Each end that a limit brings about; other ends are the file's fault.
    for (const char* signal : {"XCPU", "KILL", "TRAP"}) CHECK(rules(std::string("kill -") + signal + " $$") == "photo/too-demanding");
    for (const char* signal : {"ABRT", "BUS", "ILL", "FPE"}) CHECK(rules(std::string("kill -") + signal + " $$") == "photo/damaged");
    CHECK(rules("cat >/dev/null; head -c 3000000 /dev/zero") == "photo/damaged");
    // One that names files outside its folder is not believed.
    CHECK(rules("echo "
                "'[{\"fault\":\"none\",\"tone\":\"\",\"creator\":\"\",\"position\":false,\"moves\":false,\"files\":[{\"kind\":\"jpg\","
                "\"file\":\"../../../a.jpg\",\"width\":1,\"height\":1,\"size\":1,\"digest\":\"\"}]}]'") == "photo/damaged");
    CHECK(studio.make({studio.wanted("a.jpg")}, {studio.at("nothing"), studio.at("cache")}).rules == "photo/program");
    CHECK(studio.make("a.jpg").rules == "");
}

TEST_CASE("a cache that cannot be used is an error, not a press room without pictures") {
    Studio studio;
    landscape(300, 200).jpegsave(studio.at("a.jpg").c_str());
    studio.folder().write("cache", "a file where a folder should be");
    CHECK_THROWS_WITH(studio.make("a.jpg"), Catch::StartsWith(studio.at("cache/photos")));
    // Also when other workers have pictures left to make.
    std::vector<WantedPicture> all;
    for (int i = 0; i < 40; ++i) {
        all.push_back(studio.wanted("a.jpg"));
        all.back().use.creator = "Åsa Ek " + std::to_string(i);
    }
    CHECK_THROWS_WITH(studio.make(all), Catch::StartsWith(studio.at("cache/photos")));
}

TEST_CASE("a photo that breaks the program down takes none of the others with it") {
    Studio studio;
    std::vector<WantedPicture> all;
    for (int i = 0; i < 6; ++i) {
        const std::string name = i == 2 ? "evil.jpg" : "a" + std::to_string(i) + ".jpg";
        landscape(60 + i, 40).jpegsave(studio.at(name).c_str());
        all.push_back(studio.wanted(name));
    }
    for (const auto& [end, rule] : {std::pair("kill -SEGV $$", "photo/damaged"), std::pair("exec sleep 60", "photo/too-demanding")}) {
        TempFolder cache;
        PictureMaking making{
            studio.program("in=$(cat)\ncase $in in *evil*) " + std::string(end) + ";; esac\nprintf %s \"$in\" | " PRESSRUM_PHOTOS),
            cache.at("cache")};
        making.limit = std::chrono::seconds(5);
        Diagnostics diagnostics;
        const Pictures made = make_pictures({all, {}}, making, Threads{1}, diagnostics);
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics.all().front().rule->id == rule);
        CHECK(made.all.size() == 5);
    }
}

namespace {

std::vector<WantedCard> plain_cards(std::uint32_t count) {
    std::vector<WantedCard> all;
    for (std::uint32_t i = 0; i < count; ++i) {
        WantedCard card;
        card.post = i, card.name = "kort", card.title = "Titel " + std::to_string(i) + ".", card.organization = "Ekinge";
        card.language = "sv", card.background = "#000000", card.ink = "#ffffff";
        all.push_back(card);
    }
    return all;
}

}  // namespace

TEST_CASE("a process gets some of the pictures, so that all of them have work, and the cards come last") {
    Studio studio;
    Wanted wanted;
    for (int i = 0; i < 20; ++i) {
        const std::string name = "a" + std::to_string(i) + ".jpg";
        landscape(8 + i, 8).jpegsave(studio.at(name).c_str());
        wanted.pictures.push_back(studio.wanted(name));
    }
    wanted.cards = plain_cards(6);
    // Tells of each process what it got and how many cores it may use.
    const std::string program = studio.program(
        "in=$(cat)\nn=$(printf %s \"$in\" | grep -o '\"kind\"' | wc -l)\nt=$(printf %s \"$in\" | grep -o '\"threads\":[0-9]*' | head -n "
        "1)\n"
        "case $in in *'\"kind\":\"photo\"'*) k=photo;; esac\ncase $in in *'\"kind\":\"card\"'*) k=\"$k\"card;; esac\necho \"$k $n $t\" "
        ">> " +
        studio.at("told") + "\nprintf %s \"$in\" | " PRESSRUM_PHOTOS);
    const auto told = [&](unsigned threads) {
        TempFolder cache;
        Diagnostics diagnostics;
        studio.folder().write("told", "");
        const Pictures made = make_pictures(wanted, {program, cache.at("cache")}, Threads{threads}, diagnostics);
        CHECK(diagnostics.empty());
        CHECK((made.all.size() == 20 && made.cards.size() == 6));
        std::multiset<std::string> lines;
        const std::string text = studio.folder().read("told");
        for (const std::string_view line : split(text, '\n')) {
            if (!line.empty()) lines.emplace(line);
        }
        return lines;
    };
    using Lines = std::multiset<std::string>;
    CHECK(told(1) == Lines{"photo 8 \"threads\":1", "photo 8 \"threads\":1", "photocard 10 \"threads\":1"});
    CHECK(told(2) == Lines{"photo 6 \"threads\":1", "photo 6 \"threads\":1", "photocard 12 \"threads\":1", "photo 2 \"threads\":1"});
    wanted.pictures.resize(1), wanted.cards.clear();
    TempFolder cache;
    Diagnostics diagnostics;
    studio.folder().write("told", "");
    make_pictures(wanted, {program, cache.at("cache")}, Threads{3}, diagnostics);
    CHECK(studio.folder().read("told") == "photo 1 \"threads\":3\n");
}

TEST_CASE("cards that have to do with a process that broke down are made together, and a card that breaks it is found by halving") {
    Studio studio;
    landscape(60, 40).jpegsave(studio.at("evil.jpg").c_str());
    landscape(61, 40).jpegsave(studio.at("good.jpg").c_str());
    // Whatever names `evil` breaks down.
    const auto made_with = [&](const std::string& evil, const Wanted& wanted, Diagnostics& diagnostics) {
        TempFolder cache;
        studio.folder().write("told", "");
        const std::string program = studio.program("in=$(cat)\necho x >> " + studio.at("told") + "\ncase $in in *'" + evil +
                                                   "'*) kill -SEGV $$;; esac\nprintf %s \"$in\" | " PRESSRUM_PHOTOS);
        return make_pictures(wanted, {program, cache.at("cache")}, Threads{1}, diagnostics);
    };
    const auto processes = [&] { return studio.folder().read("told").size() / 2; };

    Diagnostics of_photo;
    const Pictures photo = made_with("evil.jpg", {{studio.wanted("evil.jpg"), studio.wanted("good.jpg")}, plain_cards(16)}, of_photo);
    REQUIRE(of_photo.size() == 1);
    CHECK(of_photo.all().front().rule->id == "photo/damaged");
    CHECK((photo.all.size() == 1 && photo.cards.size() == 16));
    CHECK(processes() == 4);  // all, each photo, the cards

    Diagnostics of_card;
    const Pictures card = made_with("Titel 5.", {{studio.wanted("good.jpg")}, plain_cards(16)}, of_card);
    REQUIRE(of_card.size() == 1);
    CHECK(of_card.all().front().rule->id == "photo/card");
    CHECK((card.all.size() == 1 && card.cards.size() == 15 && card.card(5) == nullptr));
    CHECK(processes() == 2 + 1 + 2 * 4);  // all, the photo; the cards, and four times two halves
}

TEST_CASE("a logo may be an SVG beside photos that may not") {
    Studio studio;
    landscape(60, 40).jpegsave(studio.at("a.jpg").c_str());
    studio.folder().write("logo.svg",
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"280\" height=\"72\">"
                          "<rect width=\"280\" height=\"72\" fill=\"#c80a0a\"/></svg>");
    studio.folder().write("svg.jpg", studio.folder().read("logo.svg"));
    std::vector<WantedCard> cards = plain_cards(70);
    for (WantedCard& card : cards) card.logo = studio.at("logo.svg"), card.logo_digest = sha256("logo");
    Diagnostics diagnostics;
    const Pictures made = make_pictures({{studio.wanted("a.jpg"), studio.wanted("svg.jpg")}, cards}, {PRESSRUM_PHOTOS, studio.at("cache")},
                                        Threads{16}, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.all().front().rule->id == "photo/no-picture");
    REQUIRE(made.cards.size() == 70);
    for (const auto& [post, card] : made.cards) {
        const std::vector<double> point = VImage::new_from_file(card.file.file.c_str()).getpoint(960, 514);
        CHECK((point[0] > 190 && point[1] < 20 && point[2] < 20));
    }
}

TEST_CASE("a card that cannot be made is told at the title, and the release goes without") {
    Studio studio;
    WantedCard card;
    card.post = 4, card.name = "kort", card.title = "Torget", card.background = "#000000", card.ink = "#ffffff", card.at = {2, 5, 11};
    for (const char* script : {"exit 1", "kill -SEGV $$"}) {
        Diagnostics diagnostics;
        const Pictures made = make_pictures({{}, {card}}, {studio.program(script), studio.at("cache")}, Threads{1}, diagnostics);
        REQUIRE(diagnostics.size() == 1);
        CHECK(diagnostics.all().front().rule->id == "photo/card");
        CHECK(diagnostics.all().front().at == Span{2, 5, 11});
        CHECK(made.cards.empty());
    }
    // A program that is not there is to blame itself, once.
    Diagnostics diagnostics;
    make_pictures({{}, {card, card}}, {studio.at("nothing"), studio.at("cache")}, Threads{1}, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics.all().front().rule->id == "photo/program");
    CHECK(diagnostics.all().front().words == std::vector<std::string>{studio.at("nothing"), "1"});
}

TEST_CASE("what a photo tells stands where an editor named it") {
    Studio studio;
    landscape(60, 40).jpegsave(studio.at("a.jpg").c_str());
    write_metadata(studio.at("a.jpg"), {{"Exif.Image.Artist", "Bo Lund"}, {"Exif.GPSInfo.GPSLatitude", "59/1 38/1 10/1"}});
    Diagnostics diagnostics;
    const Pictures made = make_pictures({{studio.wanted("a.jpg")}, {}}, {PRESSRUM_PHOTOS, studio.at("cache")}, Threads{1}, diagnostics);
    REQUIRE(diagnostics.size() == 2);
    CHECK((diagnostics.all()[0].rule->id == "photo/position" && diagnostics.all()[0].at == Span{0, 1, 2}));
    CHECK(diagnostics.all()[0].words == std::vector<std::string>{"a.jpg"});
    CHECK((diagnostics.all()[1].rule->id == "photo/other-credit" && diagnostics.all()[1].at == Span{0, 3, 4}));
    CHECK(made.all.at(0).source == "posts/2026/11/a.jpg");
    CHECK(made.all.at(0).fingerprint.size() == 8);
    // Two uses of one file, of which one names its photographer.
    WantedPicture right = studio.wanted("a.jpg");
    right.use.creator = "Bo Lund";
    CHECK(studio.make({right}).rules == "photo/position");
    studio.folder().write("b.jpg", "ingen bild");
    Diagnostics damaged;
    make_pictures({{studio.wanted("b.jpg")}, {}}, {PRESSRUM_PHOTOS, studio.at("cache")}, Threads{1}, damaged);
    REQUIRE(damaged.size() == 1);
    CHECK((damaged.all()[0].at == Span{0, 1, 2} && damaged.all()[0].words == std::vector<std::string>{"b.jpg"}));
}

TEST_CASE("progress counts what is made, and is silent when there is nothing to make") {
    Studio studio;
    landscape(64, 48).jpegsave(studio.at("a.jpg").c_str());
    landscape(65, 48).jpegsave(studio.at("b.jpg").c_str());
    std::string told;
    PictureMaking making{PRESSRUM_PHOTOS, studio.at("cache")};
    making.progress = [&](std::size_t done, std::size_t of) { told += std::to_string(done) + "/" + std::to_string(of) + " "; };
    studio.make({studio.wanted("a.jpg"), studio.wanted("b.jpg")}, making);
    CHECK(told == "0/2 1/2 2/2 ");
    told.clear();
    studio.make({studio.wanted("a.jpg"), studio.wanted("b.jpg")}, making);
    CHECK(told == "");
}

TEST_CASE("a release without a photo has a card with its title on the municipality's colours") {
    Studio studio;
    const auto wanted = [](std::uint32_t post, const std::string& title) {
        WantedCard card;
        card.post = post;
        card.name = "dialogmote";
        card.title = title;
        card.kicker = "Pressmeddelande";
        card.organization = "Ekinge kommun";
        card.language = "sv";
        card.background = "#1a5c38";
        card.ink = "#ffffff";
        return card;
    };
    std::string endless(400, 'x');
    const std::vector<WantedCard> cards = {wanted(3, "Dialogmöte om Västerleden"), wanted(5, "<b>& \"citat\"</b> \u202e"),
                                           wanted(8, endless), wanted(9, "Dialogmöte om Västerleden")};
    Diagnostics diagnostics;
    const Pictures made = make_pictures({{}, cards}, {PRESSRUM_PHOTOS, studio.at("cache")}, Threads{2}, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(made.cards.size() == 4);
    for (const auto& [post, card] : made.cards) {
        const VImage shown = VImage::new_from_file(card.file.file.c_str());
        CHECK((shown.width() == 1200 && shown.height() == 630));
        const std::vector<double> corner = shown.getpoint(5, 5);
        CHECK((std::abs(corner[0] - 0x1a) < 2 && std::abs(corner[1] - 0x5c) < 2 && std::abs(corner[2] - 0x38) < 2));
        CHECK(card.file.kind == DerivativeKind::png);
        CHECK(card.file.size < 40'000);  // fetched by everybody who sees a shared link
        CHECK(shown.max() > 240);        // something is written on it
    }
    CHECK(made.card(3)->fingerprint == made.card(9)->fingerprint);
    CHECK(made.card(3)->fingerprint != made.card(5)->fingerprint);
    CHECK(made.card(4) == nullptr);
}

namespace {

// Where something is written on a card, between two of its rows.
struct Ink {
    int top = -1, bottom = -1, left = 10'000, right = -1;
    int height() const { return bottom - top + 1; }
    int width() const { return right - left + 1; }
};

Ink ink_of(const Studio& studio, const std::string& title, const std::string& kicker, int from, int to) {
    WantedCard card;
    card.name = "kort", card.title = title, card.kicker = kicker, card.organization = "Ekinge";
    card.language = "sv", card.background = "#000000", card.ink = "#ffffff";
    Diagnostics diagnostics;
    const Pictures made = make_pictures({{}, {card}}, {PRESSRUM_PHOTOS, studio.at("cache")}, Threads{1}, diagnostics);
    REQUIRE(diagnostics.empty());
    const VImage shown = VImage::new_from_file(made.cards.begin()->second.file.file.c_str()).extract_band(0);
    std::size_t size = 0;
    const std::unique_ptr<void, void (*)(void*)> memory(shown.write_to_memory(&size), g_free);
    const auto* points = static_cast<const unsigned char*>(memory.get());
    Ink ink;
    for (int y = from; y < to; ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            if (points[y * shown.width() + x] < 0x80) continue;
            if (ink.top < 0) ink.top = y;
            ink.bottom = y, ink.left = std::min(ink.left, x), ink.right = std::max(ink.right, x);
        }
    }
    return ink;
}

}  // namespace

TEST_CASE("a short title stands large and bold on its card, a long one as large as it fits, and none runs into the line below") {
    Studio studio;
    constexpr int kTitleTop = 160, kTitleEnd = 470, kEnd = 500;  // below it stands the organisation
    const Ink letter = ink_of(studio, "H", "", kTitleTop, kEnd), stroke = ink_of(studio, "l", "", kTitleTop, kEnd);
    CHECK((letter.height() >= 46 && letter.height() <= 58));
    CHECK(stroke.width() >= 9);  // 6 in regular
    CHECK((letter.left >= 80 && letter.left < 92));
    const Ink kicker = ink_of(studio, "Kort", "H", 0, kTitleTop);
    CHECK((kicker.height() >= 18 && kicker.height() <= 26));

    // Up to one for which there is no room.
    for (const int more : {2, 5, 8, 11, 14, 40, 128}) {
        std::string title = "Kommunen bygger om torget";
        for (int i = 0; i < more; ++i) title += " och parken";
        INFO(title);
        const Ink ink = ink_of(studio, title, "", 0, kEnd);
        CHECK((ink.top >= kTitleTop && ink.bottom < kTitleEnd));
        CHECK((ink.left >= 78 && ink.right < 1122));
        CHECK(ink.height() > 110);  // two lines of the largest size, or more lines
    }
}

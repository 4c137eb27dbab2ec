#include "io/pictures/size.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

using namespace pressrum;
using namespace std::string_literals;

namespace pressrum {
std::ostream& operator<<(std::ostream& out, const PictureSize& size) { return out << size.width << "×" << size.height; }
}  // namespace pressrum

namespace {

std::string big(std::uint32_t value, unsigned count) {
    std::string out;
    for (unsigned i = count; i-- > 0;) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    return out;
}
std::string little(std::uint32_t value, unsigned count) {
    const std::string turned = big(value, count);
    return {turned.rbegin(), turned.rend()};
}

// ---------------------------------------------------------------- pictures of each kind, as far as their size

std::string segment(char kind, const std::string& content) {
    return "\xFF"s + kind + big(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}
std::string frame(std::uint32_t width, std::uint32_t height, char kind = '\xC0') {
    return segment(kind, "\x08"s + big(height, 2) + big(width, 2) + "\x03" + std::string(9, '\x11'));
}
std::string exif_big(std::uint32_t orientation) {
    return segment('\xE1', "Exif\0\0MM\0*"s + big(8, 4) + big(2, 2) + big(0x010F, 2) + big(2, 2) + big(1, 4) + big(0, 4) + big(0x0112, 2) +
                               big(3, 2) + big(1, 4) + big(orientation, 2) + big(0, 2));
}
std::string exif_little(std::uint32_t orientation) {
    return segment(
        '\xE1', "Exif\0\0II*\0"s + little(8, 4) + little(1, 2) + little(0x0112, 2) + little(3, 2) + little(1, 4) + little(orientation, 4));
}
const std::string kJfif = segment('\xE0', "JFIF\0\1\1\0\0\1\0\1\0\0"s);
std::string jpeg(const std::string& segments) { return "\xFF\xD8" + segments + "\xFF\xDA"; }

std::string png(std::uint32_t width, std::uint32_t height) {
    return "\x89PNG\r\n\x1A\n"s + big(13, 4) + "IHDR" + big(width, 4) + big(height, 4) + "\x08\x02\0\0\0"s + big(0, 4);
}

std::string webp(const std::string& chunk) { return "RIFF" + little(100, 4) + "WEBP" + chunk + std::string(16, '\0'); }
std::string vp8(std::uint32_t width, std::uint32_t height) {
    return webp("VP8 " + little(64, 4) + "\x30\x01\x00\x9D\x01\x2A"s + little(width, 2) + little(height, 2));
}
std::string vp8l(std::uint32_t width, std::uint32_t height) {
    return webp("VP8L" + little(64, 4) + "\x2F" + little((width - 1) | (height - 1) << 14, 4));
}
std::string vp8x(std::uint32_t width, std::uint32_t height) {
    return webp("VP8X" + little(10, 4) + little(0, 4) + little(width - 1, 3) + little(height - 1, 3));
}

std::string box(const std::string& type, const std::string& content) {
    return big(static_cast<std::uint32_t>(content.size() + 8), 4) + type + content;
}
// With its length in eight bytes, as boxes of more than four gigabytes have it, and others may.
std::string long_box(const std::string& type, const std::string& content) {
    return big(1, 4) + type + big(0, 4) + big(static_cast<std::uint32_t>(content.size() + 16), 4) + content;
}
std::string full_box(const std::string& type, const std::string& content, std::uint32_t version = 0, std::uint32_t flags = 0) {
    return box(type, big(version, 1) + big(flags, 3) + content);
}
std::string ispe(std::uint32_t width, std::uint32_t height) { return full_box("ispe", big(width, 4) + big(height, 4)); }
const std::string kFtyp = box("ftyp", "avif" + big(0, 4) + "mif1avif");
std::string avif(const std::string& pitm, const std::string& ipco, const std::string& ipma, const std::string& ftyp = kFtyp) {
    return ftyp + full_box("meta", full_box("hdlr", std::string(20, '\0')) + pitm + box("iprp", box("ipco", ipco) + ipma)) +
           box("mdat", "data");
}
// Item 1 is a preview, item 2 what is shown: properties 2 and `more`.
std::string usual_avif(const std::string& more_property = "", const std::string& more_number = "") {
    const std::string numbers = "\x82"s + more_number;
    return avif(
        full_box("pitm", big(2, 2)), ispe(160, 120) + ispe(1600, 1200) + more_property,
        full_box("ipma", big(2, 4) + big(1, 2) + "\x01\x01" + big(2, 2) + big(static_cast<std::uint32_t>(numbers.size()), 1) + numbers));
}

// The function sees a block of exactly these bytes, so that the sanitizer meets every read past the end.
PictureSize size_of(const std::string& bytes) {
    const auto exact = std::make_unique<char[]>(bytes.size());
    bytes.copy(exact.get(), bytes.size());
    return picture_size({exact.get(), bytes.size()});
}

struct Sample {
    const char* name;
    std::string bytes;
    PictureSize size;
};
const std::vector<Sample> kSamples = {
    {"a plain JPEG", jpeg(kJfif + frame(1600, 1067)), {1600, 1067}},
    {"a progressive JPEG", jpeg(kJfif + frame(65535, 1, '\xC2')), {65535, 1}},
    {"a JPEG with tables before the frame",
     jpeg(segment('\xDB', std::string(65, '\1')) + segment('\xC4', std::string(30, '\xC0')) + segment('\xCC', "abc") + frame(10, 20)),
     {10, 20}},
    {"a JPEG with filling and marks that stand alone",
     jpeg("\xFF\xFF\xFF\xFE"s + big(4, 2) + "ab" + "\xFF\x01\xFF\xD0" + frame(10, 20)),
     {10, 20}},
    {"an upright JPEG", jpeg(exif_big(1) + frame(4000, 3000)), {4000, 3000}},
    {"a JPEG upside down", jpeg(exif_little(3) + frame(4000, 3000)), {4000, 3000}},
    {"a JPEG on its side, Motorola's order", jpeg(kJfif + exif_big(6) + frame(4000, 3000)), {3000, 4000}},
    {"a JPEG on its side, Intel's order", jpeg(exif_little(8) + frame(4000, 3000)), {3000, 4000}},
    {"a mirrored JPEG on its side", jpeg(exif_big(5) + frame(4000, 3000)), {3000, 4000}},
    {"a JPEG with an orientation that does not exist", jpeg(exif_big(9) + frame(4000, 3000)), {4000, 3000}},
    {"a JPEG whose EXIF is something else", jpeg(segment('\xE1', "http://ns.adobe.com/xap/1.0/\0<x/>"s) + frame(4000, 3000)), {4000, 3000}},
    {"a JPEG whose EXIF points outside itself", jpeg(segment('\xE1', "Exif\0\0MM\0*"s + big(0xFFFFFFFF, 4)) + frame(40, 30)), {40, 30}},
    {"a PNG", png(1200, 630), {1200, 630}},
    {"a lossy WebP", vp8(1024, 16383), {1024, 16383}},
    {"a lossy WebP that wants to be scaled", vp8(0x4000 | 640, 0xC000 | 480), {640, 480}},
    {"a lossless WebP", vp8l(16384, 1), {16384, 1}},
    {"an extended WebP", vp8x(70000, 3), {70000, 3}},
    {"an AVIF", usual_avif(), {1600, 1200}},
    {"an AVIF on its side", usual_avif(box("irot", "\x03"), "\x03"), {1200, 1600}},
    {"an AVIF upside down", usual_avif(box("irot", "\x02"), "\x03"), {1600, 1200}},
    {"an AVIF whose preview alone is turned", usual_avif(box("irot", "\x01"), ""), {1600, 1200}},
    {"an AVIF after a box with a long length", usual_avif().insert(kFtyp.size(), long_box("free", "abc")), {1600, 1200}},
    {"an AVIF with a long length of what describes it", kFtyp + long_box("meta", usual_avif().substr(kFtyp.size() + 8)), {1600, 1200}},
    {"an AVIF with wide numbers",
     avif(full_box("pitm", big(70000, 4), 1), box("pixi", "abc") + ispe(9, 8),
          full_box("ipma", big(1, 4) + big(70000, 4) + "\x01" + big(0x8002, 2), 1, 1)),
     {9, 8}},
};

}  // namespace

TEST_CASE("the size of a picture stands in its first bytes") {
    for (const Sample& sample : kSamples) {
        INFO(sample.name);
        CHECK(size_of(sample.bytes) == sample.size);
    }
}

TEST_CASE("a picture that is cut off has its size or none, never another one") {
    for (const Sample& sample : kSamples) {
        INFO(sample.name);
        for (std::size_t length = 0; length < sample.bytes.size(); ++length) {
            const PictureSize size = size_of(sample.bytes.substr(0, length));
            if (size != PictureSize{}) CHECK(size == sample.size);
        }
        CHECK(size_of(sample.bytes.substr(0, 12)) == PictureSize{});
    }
}

TEST_CASE("what is no picture, or no sound one, has no size") {
    const std::vector<Sample> samples = {
        {"nothing", "", {}},
        {"text", "Pressmeddelande från Ekinge kommun", {}},
        {"an SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"20\"/>", {}},
        {"a GIF", "GIF89a" + little(10, 2) + little(20, 2) + std::string(40, '\0'), {}},
        {"a PDF", "%PDF-1.7\n" + std::string(100, ' '), {}},
        {"a JPEG of no height", jpeg(frame(1600, 0)), {}},
        {"a JPEG without a frame", jpeg(kJfif), {}},
        {"a JPEG whose segment has no length", jpeg("\xFF\xE0\0\0"s + frame(10, 20)), {}},
        {"a JPEG whose scan comes before its frame", "\xFF\xD8\xFF\xDA\0\2"s + frame(10, 20), {}},
        {"a JPEG with rubbish between segments", jpeg(kJfif + "rubbish" + frame(10, 20)), {}},
        {"a PNG of no width", png(0, 630), {}},
        {"a PNG larger than PNG allows", png(0x80000000, 2), {}},
        {"a PNG that begins with another chunk", "\x89PNG\r\n\x1A\n"s + big(13, 4) + "tEXt" + std::string(20, '\1'), {}},
        {"a WebP of an unknown kind", webp("VP9 " + std::string(20, '\1')), {}},
        {"a lossy WebP without its start code", webp("VP8 " + std::string(20, '\1')), {}},
        {"a lossless WebP without its signature", webp("VP8L" + std::string(20, '\1')), {}},
        {"a HEIC, which browsers do not show",
         avif(full_box("pitm", big(1, 2)), ispe(9, 8), full_box("ipma", big(1, 4) + big(1, 2) + "\x01\x01"),
              box("ftyp", "heic" + big(0, 4) + "mif1heic")),
         {}},
        {"an AVIF without a picture to show", avif("", ispe(9, 8), full_box("ipma", big(1, 4) + big(1, 2) + "\x01\x01")), {}},
        {"an AVIF whose picture has no properties", avif(full_box("pitm", big(1, 2)), ispe(9, 8), full_box("ipma", big(0, 4))), {}},
        {"an AVIF whose property does not exist",
         avif(full_box("pitm", big(1, 2)), ispe(9, 8), full_box("ipma", big(1, 4) + big(1, 2) + "\x01\x7F")),
         {}},
        {"an AVIF with a box longer than the file", kFtyp + big(0xFFFFFFF0, 4) + "meta" + std::string(40, '\0'), {}},
        {"an AVIF with a box of no length", kFtyp + big(3, 4) + "meta" + std::string(40, '\0'), {}},
        {"an AVIF with a box of 2⁶⁴ − 1 bytes", kFtyp + big(1, 4) + "meta" + std::string(8, '\xFF') + std::string(40, '\0'), {}},
    };
    for (const Sample& sample : samples) {
        INFO(sample.name);
        CHECK(size_of(sample.bytes) == PictureSize{});
    }
}

TEST_CASE("a byte changed anywhere is no harm") {
    for (const Sample& sample : kSamples) {
        for (std::size_t at = 0; at < sample.bytes.size(); ++at) {
            for (const char value : {'\0', '\1', '\x7F', '\x80', '\xFF'}) {
                std::string broken = sample.bytes;
                broken[at] = value;
                const PictureSize size = size_of(broken);
                CHECK((size.width == 0) == (size.height == 0));
            }
        }
    }
}

TEST_CASE("a hostile file costs no more than its length") {
    // Each of these is a walk of as many steps as fit; a walk within a walk would take hours.
    const std::size_t kBytes = 4'000'000;
    std::string marks = "\xFF\xD8";
    while (marks.size() < kBytes) marks += "\xFF\xD0";
    CHECK(size_of(marks) == PictureSize{});

    std::string exifs = "\xFF\xD8";
    const std::string exif = segment('\xE1', "Exif\0\0MM\0*"s + big(8, 4) + big(0xFFFF, 2) + std::string(60'000, '\0'));
    while (exifs.size() < kBytes) exifs += exif;
    CHECK(size_of(exifs) == PictureSize{});

    std::string boxes;
    while (boxes.size() < kBytes) boxes += box("free", "");
    std::string numbers;
    while (numbers.size() < kBytes) numbers += big(2, 2) + "\xFF" + std::string(255, '\x01');
    CHECK(size_of(avif(full_box("pitm", big(1, 2)), boxes, full_box("ipma", big(0xFFFFFFFF, 4) + numbers))) == PictureSize{});
}

TEST_CASE("the pictures of the example have sizes") {
    std::size_t seen = 0;
    for (const char* folder : {"site/assets", "posts"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(PRESSRUM_ROOT) / folder)) {
            const std::string ending = entry.path().extension().string();
            if (ending != ".jpg" && ending != ".png") continue;
            std::ifstream in(entry.path(), std::ios::binary);
            INFO(entry.path().filename().string());
            const PictureSize size = size_of({std::istreambuf_iterator<char>(in), {}});
            CHECK(size.width > 0);
            CHECK(size.height > 0);
            ++seen;
        }
    }
    CHECK(seen > 0);
}

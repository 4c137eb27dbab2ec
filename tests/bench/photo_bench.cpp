// What the pictures of a press room cost: a corpus of 50 photos of 12 million pixels, drawn here, as a camera writes them.
//
//   plain     libvips alone, told to make the same nine files of each photo: the least that can be
//   first     pressrum build of a site with these photos, nothing in the cache
//   second    the same build again
//
// Told in seconds of all cores together, and by the clock. Then every derivative is read with Exiv2: none may tell where the photo was taken
// or with which camera, each must name the photographer. Exit status 1 when one does not, or when `first` needs 10 % more than `plain`.
#include "io/child_process.hpp"
#include "model/picture.hpp"
#include "support/temp_folder.hpp"

#include <fmt/format.h>
#include <exiv2/exiv2.hpp>
#include <vips/vips8>

#include <sys/resource.h>

#include <filesystem>

using namespace pressrum;
using vips::VImage;
namespace fs = std::filesystem;

namespace {

constexpr int kPhotos = 50, kWidth = 4000, kHeight = 3000;

// Hills of many sizes with the unevenness of a sensor: about as hard to encode as a photo.
VImage landscape(int seed) {
    const auto option = [&](int n) { return VImage::option()->set("seed", seed * 10 + n); };
    std::vector<VImage> bands;
    for (int band = 0; band < 3; ++band) {
        const VImage broad = VImage::perlin(kWidth, kHeight, option(band)->set("cell_size", 700));
        const VImage fine = VImage::perlin(kWidth, kHeight, option(3 + band)->set("cell_size", 60));
        const VImage grain = VImage::gaussnoise(kWidth, kHeight, option(6 + band)->set("mean", 0)->set("sigma", 3));
        bands.push_back(broad * 70 + fine * 25 + grain + 120);
    }
    return VImage::bandjoin(bands).cast(VIPS_FORMAT_UCHAR).copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
}

void write_photo(const std::string& file, int number) {
    landscape(number).jpegsave(file.c_str(), VImage::option()->set("Q", 92));
    const auto image = Exiv2::ImageFactory::open(file);
    image->readMetadata();
    image->exifData()["Exif.Image.Make"] = std::string("Kamera");
    image->exifData()["Exif.Photo.BodySerialNumber"] = std::to_string(471100 + number);
    image->exifData()["Exif.GPSInfo.GPSLatitudeRef"] = std::string("N");
    image->exifData()["Exif.GPSInfo.GPSLatitude"] = std::string("59/1 38/1 10/1");
    image->writeMetadata();
}

struct Cost {
    double cores = 0, clock = 0;
};

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

template <class Work>
Cost cost_of(Work work) {
    const auto cores = [] {
        double sum = 0;
        for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
            rusage usage{};
            ::getrusage(who, &usage);
            sum += seconds(usage.ru_utime) + seconds(usage.ru_stime);
        }
        return sum;
    };
    const double before = cores();
    const auto begin = std::chrono::steady_clock::now();
    work();
    return {cores() - before, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count()};
}

// The encoders' settings are those of photos/derivatives.cpp.
void make_plainly(const std::string& photo, const std::string& out) {
    for (const std::uint32_t width : kDerivativeWidths) {
        const VImage image = VImage::thumbnail(photo.c_str(), static_cast<int>(width)).copy_memory();
        const std::string name = out + "/" + std::to_string(width);
        image.heifsave((name + ".avif").c_str(),
                       VImage::option()->set("Q", 55)->set("effort", 1)->set("compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1));
        image.webpsave((name + ".webp").c_str(), VImage::option()->set("Q", 78)->set("effort", 4));
        image.jpegsave((name + ".jpg").c_str(), VImage::option()->set("Q", 78)->set("interlace", true)->set("optimize_coding", true));
    }
}

void write_site(const test::TempFolder& folder) {
    folder.write("site/site.yaml", "title: Pressrum\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Stockholm\n");
    folder.write("site/people.yaml", "press:\n  name: Presstjänsten\n  email: press@ekinge.example\n");
    fs::create_directories(folder.path() / "posts/2026/11");
    for (int i = 0; i < kPhotos; ++i) {
        folder.write(fmt::format("posts/2026/11/bild-{:02}.md", i),
                     fmt::format("---\ntitle: Bild {0}\npublished: 2026-11-02T10:00\nphoto:\n  src: foto-{0:02}.jpg\n  alt: Kullar.\n  "
                                 "credit: Åsa Ek\n---\nText.\n",
                                 i));
    }
}

std::string build(const test::TempFolder& folder) {
    const ChildResult result = run_child(
        PRESSRUM_BINARY, {"build", "--root", folder.path().string(), "--layouts", PRESSRUM_ROOT "/layouts", "--now", "2026-11-24T12:00"},
        "", std::chrono::hours(2));
    if (result.end != ChildEnd::exited || result.code != 0) throw std::runtime_error("the build failed: " + result.output);
    return result.output;
}

std::size_t count_faulty(const fs::path& derivatives, std::size_t& count) {
    std::size_t faulty = 0;
    for (const auto& entry : fs::directory_iterator(derivatives)) {
        ++count;
        const auto image = Exiv2::ImageFactory::open(entry.path().string());
        image->readMetadata();
        bool named = false, is_private = false;
        for (const auto& each : image->exifData()) {
            is_private = is_private || each.groupName() == "GPSInfo" || each.tagName().find("SerialNumber") != std::string::npos ||
                         each.tagName() == "Make";
        }
        for (const auto& each : image->xmpData()) named = named || (each.key() == "Xmp.dc.creator" && each.toString() == "Åsa Ek");
        faulty += named && !is_private ? 0 : 1;
    }
    return faulty;
}

}  // namespace

int main(int, char** arguments) {
    if (VIPS_INIT(arguments[0]) != 0) return 3;
    Exiv2::enableBMFF(true);  // AVIF
    const test::TempFolder folder;
    write_site(folder);
    for (int i = 0; i < kPhotos; ++i) write_photo(folder.at(fmt::format("posts/2026/11/foto-{:02}.jpg", i)), i + 1);
    fs::create_directories(folder.path() / "plain");

    const Cost plain = cost_of([&] {
        for (int i = 0; i < kPhotos; ++i) make_plainly(folder.at(fmt::format("posts/2026/11/foto-{:02}.jpg", i)), folder.at("plain"));
    });
    const Cost first = cost_of([&] { build(folder); });
    std::string told;
    const Cost second = cost_of([&] { told = build(folder); });
    std::size_t count = 0;
    const std::size_t faulty = count_faulty(folder.path() / "public/assets/derivatives", count);

    fmt::print("{} photos of {} x {}, 9 files each\n", kPhotos, kWidth, kHeight);
    for (const auto& [name, cost] : {std::pair("plain", plain), std::pair("first", first), std::pair("second", second)})
        fmt::print("{:8} {:8.2f} s of all cores {:8.2f} s by the clock\n", name, cost.cores, cost.clock);
    fmt::print("first / plain: {:.2f}\n{}{} derivatives, {} of them with private fields or without the photographer\n",
               first.cores / plain.cores, told, count, faulty);
    return faulty == 0 && count == std::size_t{9} * kPhotos && first.cores <= 1.1 * plain.cores ? 0 : 1;
}

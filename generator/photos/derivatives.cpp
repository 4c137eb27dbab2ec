// Decoding is half of the work for a large JPEG, so it happens once: libvips shrinks while it decodes, to the largest width wanted, and
// the narrower ones are made from that. Each width is then written by three encoders.
//
// Numbers for a photo of 1600 × 1067 on one core: AVIF at effort 1 takes 0.3 s, at effort 2 (where the encoder leaves its real-time mode)
// 2 s for a file a third smaller at the same error. A municipality brings thousands of old photos; effort 1 it is, and still half a JPEG.
#include "photos/derivatives.hpp"

#include "photos/metadata.hpp"

#include <vips/vips8>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace pressrum {
namespace {

using vips::VImage;

// What may be opened at all, whatever a file is called.
constexpr std::string_view kLoaders[] = {"VipsForeignLoadJpegFile", "VipsForeignLoadPngFile", "VipsForeignLoadWebpFile",
                                         "VipsForeignLoadHeifFile"};

constexpr int kAnyHeight = 1'000'000;  // boxes nothing: only the width is given

vips::VOption* reading() { return VImage::option()->set("access", VIPS_ACCESS_SEQUENTIAL)->set("fail_on", VIPS_FAIL_ON_ERROR); }

std::string blob(const VImage& image, const char* name) {
    if (image.get_typeof(name) != VIPS_TYPE_BLOB) return {};
    std::size_t length = 0;
    const void* data = image.get_blob(name, &length);
    return {static_cast<const char*>(data), length};
}

void set_blob(VImage& image, const char* name, const std::string& bytes) {
    if (!bytes.empty()) vips_image_set_blob_copy(image.get_image(), name, bytes.data(), bytes.size());
}

// As shown: by the orientation.
std::uint32_t width_shown(const VImage& image) {
    const bool on_its_side = vips_image_get_orientation_swap(image.get_image()) != 0;
    return static_cast<std::uint32_t>(on_its_side ? image.height() : image.width());
}

PictureAnswer failed(PictureFault fault) {
    PictureAnswer answer;
    answer.fault = fault;
    return answer;
}

// The usual widths that fit, and the photo's own when it adds something to them.
std::vector<std::uint32_t> widths_for(std::uint32_t own) {
    std::vector<std::uint32_t> widths;
    for (const std::uint32_t width : kDerivativeWidths) {
        if (width <= own) widths.push_back(width);
    }
    const bool adds = widths.empty() || (own < kDerivativeWidths.back() && own > widths.back() + widths.back() / 5);
    if (adds) widths.push_back(own);
    return widths;
}

VImage without_metadata(const VImage& image) {
    VImage bare = image.copy();
    gchar** fields = vips_image_get_fields(bare.get_image());
    for (gchar** field = fields; *field != nullptr; ++field) bare.remove(*field);  // the picture's own measures stay
    g_strfreev(fields);
    return bare;
}

// Pixels without a profile are sRGB as they are: sent through a conversion all the same, pure blue would come out purple. Only CMYK has to be
// converted before it is shrunk.
VImage shrunk(const std::string& file, std::uint32_t width, const VImage& header) {
    vips::VOption* options = VImage::option()->set("height", kAnyHeight)->set("size", VIPS_SIZE_DOWN)->set("fail_on", VIPS_FAIL_ON_ERROR);
    if (header.interpretation() == VIPS_INTERPRETATION_CMYK) options->set("export_profile", "srgb");
    return VImage::thumbnail(file.c_str(), static_cast<int>(width), options);
}

// 8 bits of sRGB. A profile that makes no sense is passed over, as browsers do.
VImage in_srgb(const VImage& image) {
    VImage converted = image;
    if (image.get_typeof("icc-profile-data") != 0 && image.interpretation() != VIPS_INTERPRETATION_CMYK) {
        try {
            const VImage whole = image.copy_memory();  // what cannot be read is a fault of the file, not of its profile
            converted = whole;
            converted =
                whole.icc_transform("srgb", VImage::option()->set("embedded", true)->set("intent", VIPS_INTENT_RELATIVE)).copy_memory();
        } catch (const vips::VError&) {
            if (converted.get_image() == image.get_image()) throw;
            vips_error_clear();
        }
    }
    return converted.colourspace(VIPS_INTERPRETATION_sRGB).cast(VIPS_FORMAT_UCHAR);
}

// The most common of 27 colours, three levels of each of red, green and blue: "012".
std::string tone_of(const VImage& image) {
    if (image.has_alpha()) return {};
    constexpr int kLevels = 3, kWidth = 48;
    const VImage small = image.thumbnail_image(kWidth, VImage::option()->set("height", kAnyHeight)->set("size", VIPS_SIZE_DOWN));
    std::size_t length = 0;
    auto* bytes = static_cast<unsigned char*>(small.write_to_memory(&length));
    std::array<int, kLevels * kLevels * kLevels> count{};
    const auto level = [&](std::size_t at) { return static_cast<std::size_t>(bytes[at] * kLevels / 256); };
    for (std::size_t at = 0; at + 2 < length; at += 3) ++count[(level(at) * kLevels + level(at + 1)) * kLevels + level(at + 2)];
    g_free(bytes);
    const auto most = static_cast<int>(std::max_element(count.begin(), count.end()) - count.begin());
    return {static_cast<char>('0' + most / 9), static_cast<char>('0' + most / 3 % 3), static_cast<char>('0' + most % 3)};
}

void save_avif(const VImage& image, const std::string& file) {
    image.heifsave(file.c_str(), VImage::option()->set("Q", 55)->set("effort", 1)->set("compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1));
}
void save_webp(const VImage& image, const std::string& file) {
    image.webpsave(file.c_str(), VImage::option()->set("Q", 78)->set("effort", 4));
}
// A JPEG cannot be seen through: what shows is white, as the page is.
void save_jpeg(const VImage& image, const std::string& file) {
    image.jpegsave(file.c_str(), VImage::option()
                                     ->set("Q", 78)
                                     ->set("interlace", true)
                                     ->set("optimize_coding", true)
                                     ->set("background", std::vector<double>{255, 255, 255}));
}
constexpr std::pair<DerivativeKind, void (*)(const VImage&, const std::string&)> kSavers[] = {
    {DerivativeKind::avif, save_avif}, {DerivativeKind::webp, save_webp}, {DerivativeKind::jpeg, save_jpeg}};

// Written by the savers. libvips keeps of an EXIF block what it also has as fields, and writes a field anew, in ASCII, when it differs from the
// block: so each is told as libvips itself tells it, and Åsa stays Åsa.
void write_words(VImage& image, const PictureWords& words) {
    const std::pair<const char*, const std::string*> exif[] = {
        {"exif-ifd0-Artist", &words.creator}, {"exif-ifd0-Copyright", &words.rights}, {"exif-ifd0-ImageDescription", &words.description}};
    for (const auto& [field, text] : exif) {
        const std::string length = std::to_string(text->size() + 1);
        if (!text->empty()) image.set(field, (*text + " (" + *text + ", ASCII, " + length + " components, " + length + " bytes)").c_str());
    }
    set_blob(image, "exif-data", to_exif(words));
    set_blob(image, "xmp-data", to_xmp(words));
    set_blob(image, "iptc-data", to_iptc(words));
}

// Naming one more kind takes a quarter of a kilobyte of every page that shows the picture: of a small picture that is more than it saves.
constexpr std::uint64_t kWorthNaming = 2048;

void leave_out_what_saves_nothing(std::vector<MadeFile>& files, const std::string& folder) {
    const auto weight = [&](DerivativeKind kind) {
        std::uint64_t sum = 0;
        for (const MadeFile& each : files) sum += each.kind == kind ? each.size : 0;
        return sum;
    };
    for (const DerivativeKind kind : {DerivativeKind::avif, DerivativeKind::webp}) {
        if (weight(kind) + kWorthNaming <= weight(DerivativeKind::jpeg)) continue;
        const auto gone = std::stable_partition(files.begin(), files.end(), [&](const MadeFile& each) { return each.kind != kind; });
        for (auto each = gone; each != files.end(); ++each) std::filesystem::remove(folder + "/" + each->file);
        files.erase(gone, files.end());
    }
}

PictureAnswer made(const PictureJob& job) {
    PictureAnswer answer;
    const char* loader = vips_foreign_find_load(job.file.c_str());
    const bool known =
        loader != nullptr && std::find(std::begin(kLoaders), std::end(kLoaders), std::string_view(loader)) != std::end(kLoaders);
    if (!known) return failed(PictureFault::not_a_photo);

    const VImage header = VImage::new_from_file(job.file.c_str(), reading());
    const auto width = static_cast<std::uint64_t>(header.width()), height = static_cast<std::uint64_t>(header.height());
    if (width > kMaxPixelsASide || height > kMaxPixelsASide || width * height > kMaxPixels) return failed(PictureFault::too_large);

    const ReadMetadata read = read_metadata(job.file, blob(header, "exif-data"), blob(header, "xmp-data"));
    answer.creator = read.words.creator;
    answer.position = read.position;
    answer.moves = std::string_view(loader).find("Webp") != std::string_view::npos && header.get_typeof("n-pages") != 0 &&
                   header.get_int("n-pages") > 1;
    const PictureWords words = words_for(job, read.words);

    const std::vector<std::uint32_t> widths = widths_for(width_shown(header));
    VImage image = without_metadata(in_srgb(shrunk(job.file, widths.back(), header))).copy_memory();
    constexpr int kMaxWebp = 16383;  // a side, all that the format can say
    const int tallest = image.height();
    for (auto each = widths.rbegin(); each != widths.rend(); ++each) {
        if (*each != widths.back())
            image = image.thumbnail_image(static_cast<int>(*each), VImage::option()->set("height", kAnyHeight)->set("size", VIPS_SIZE_DOWN))
                        .copy_memory();
        VImage ready = image.copy();
        write_words(ready, words);
        for (const auto& [kind, save] : kSavers) {
            if (kind == DerivativeKind::webp && tallest > kMaxWebp) continue;
            const std::string name = std::to_string(*each) + "." + std::string(row_of(kind).ending);
            const std::string file = job.folder + "/" + name;
            save(ready, file);
            answer.files.push_back({kind,
                                    name,
                                    static_cast<std::uint32_t>(ready.width()),
                                    static_cast<std::uint32_t>(ready.height()),
                                    std::filesystem::file_size(file),
                                    {}});
        }
    }
    leave_out_what_saves_nothing(answer.files, job.folder);
    answer.tone = tone_of(image);
    std::sort(answer.files.begin(), answer.files.end(),
              [](const MadeFile& a, const MadeFile& b) { return std::pair(a.kind, a.width) < std::pair(b.kind, b.width); });
    return answer;
}

}  // namespace

PictureAnswer make_derivatives(const PictureJob& job) {
    vips_concurrency_set(static_cast<int>(job.threads));
    vips_cache_set_max(0);  // one picture: nothing comes twice
    vips_block_untrusted_set(TRUE);
    vips_error_clear();  // of the picture before
    try {
        return made(job);
    } catch (const std::bad_alloc&) {
        return failed(PictureFault::too_demanding);
    } catch (const vips::VError& error) {
        const bool memory = std::string_view(error.what()).find("memory") != std::string_view::npos;
        return failed(memory ? PictureFault::too_demanding : PictureFault::damaged);
    } catch (const std::exception&) {
        return failed(PictureFault::damaged);
    }
}

}  // namespace pressrum

#include "io/pictures/size.hpp"

#include <bitset>
#include <optional>

namespace pressrum {
namespace {

// Numbers in a run of bytes. One that does not lie wholly inside reads as 0: a size that is cut off becomes unknown, and a walk over segments
// or boxes ends there, so that hardly any other check of bounds is needed.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t size() const { return bytes_.size(); }
    std::uint32_t byte(std::uint64_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    // Most significant byte first.
    std::uint32_t big(std::uint64_t at, unsigned count) const {
        std::uint32_t value = 0;
        for (unsigned i = 0; holds(at, count) && i < count; ++i) value = value << 8 | byte(at + i);
        return value;
    }
    // Least significant byte first.
    std::uint32_t little(std::uint64_t at, unsigned count) const {
        std::uint32_t value = 0;
        for (unsigned i = holds(at, count) ? count : 0; i-- > 0;) value = value << 8 | byte(at + i);
        return value;
    }
    std::string_view text(std::uint64_t at, std::uint64_t length) const {
        return at <= bytes_.size() ? bytes_.substr(at, length) : std::string_view();
    }
    bool stands(std::uint64_t at, std::string_view word) const { return text(at, word.size()) == word; }
    Bytes part(std::uint64_t at, std::uint64_t length) const { return Bytes(text(at, length)); }

private:
    bool holds(std::uint64_t at, unsigned count) const { return at <= bytes_.size() && bytes_.size() - at >= count; }
    std::string_view bytes_;
};

PictureSize turned(PictureSize size) { return {size.height, size.width}; }

// ---------------------------------------------------------------- JPEG

// The orientation of an EXIF block (a small TIFF file); 1, upright, when it says nothing sensible.
std::uint32_t exif_orientation(Bytes tiff) {
    constexpr std::uint32_t kOrientation = 0x0112, kShort = 3, kEntrySize = 12;
    const bool little = tiff.stands(0, std::string_view("II*\0", 4));
    if (!little && !tiff.stands(0, std::string_view("MM\0*", 4))) return 1;
    const auto number = [&](std::uint64_t at, unsigned count) { return little ? tiff.little(at, count) : tiff.big(at, count); };
    const std::uint64_t directory = number(4, 4);
    const std::uint32_t entries = number(directory, 2);
    for (std::uint64_t i = 0, at = directory + 2; i < entries && at < tiff.size(); ++i, at += kEntrySize) {
        if (number(at, 2) == kOrientation && number(at + 2, 2) == kShort) return number(at + 8, 2);
    }
    return 1;
}

// A chain of segments, FF KIND LENGTH…; the size stands in the one that begins a frame, the orientation before it.
PictureSize jpeg_size(Bytes file) {
    constexpr std::uint32_t kApp1 = 0xE1, kStartOfScan = 0xDA, kEndOfImage = 0xD9;
    constexpr std::string_view kExif("Exif\0\0", 6);
    std::uint32_t orientation = 1;
    for (std::uint64_t at = 2; at < file.size();) {
        if (file.byte(at) != 0xFF) return {};
        const std::uint32_t kind = file.byte(at + 1);
        if (kind == 0xFF) {  // padding
            ++at;
            continue;
        }
        const bool alone = kind == 0x01 || (kind >= 0xD0 && kind <= 0xD7);
        if (alone) {
            at += 2;
            continue;
        }
        if (kind == kStartOfScan || kind == kEndOfImage) return {};
        const std::uint32_t length = file.big(at + 2, 2);
        if (length < 2) return {};
        // C0 to CF begin a frame, but for three that hold tables.
        const bool frame = kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
        if (frame) {
            const PictureSize size{file.big(at + 7, 2), file.big(at + 5, 2)};
            return orientation >= 5 && orientation <= 8 ? turned(size) : size;
        }
        if (kind == kApp1 && length >= 8 && file.stands(at + 4, kExif)) orientation = exif_orientation(file.part(at + 10, length - 8));
        at += 2 + std::uint64_t{length};
    }
    return {};
}

// ---------------------------------------------------------------- PNG, WebP

PictureSize png_size(Bytes file) {
    if (!file.stands(12, "IHDR")) return {};
    return {file.big(16, 4), file.big(20, 4)};
}

PictureSize webp_size(Bytes file) {
    const bool whole = file.size() >= 30;  // of all three kinds, a chunk that holds a picture is longer
    if (!whole) return {};
    if (file.stands(12, "VP8X")) return {file.little(24, 3) + 1, file.little(27, 3) + 1};
    if (file.stands(12, "VP8L") && file.byte(20) == 0x2F) {  // 14 bits each
        const std::uint32_t sizes = file.little(21, 4);
        return {(sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1};
    }
    // 14 bits each, above them how to scale.
    if (file.stands(12, "VP8 ") && file.stands(23, "\x9D\x01\x2A")) return {file.little(26, 2) & 0x3FFF, file.little(28, 2) & 0x3FFF};
    return {};
}

// ---------------------------------------------------------------- AVIF
//
// A tree of boxes, LENGTH TYPE CONTENT. The file holds several pictures (transparency, tiles, a preview), each with properties. `pitm`
// names the one that is shown, `ipma` lists the numbers of its properties, `ipco` holds the properties: `ispe` is a size, `irot` a turn.

struct Box {
    std::string_view type;
    Bytes content;
    std::uint64_t next;  // where the box after it begins
};

// The box at `at`; nothing when none is whole there.
std::optional<Box> box_at(Bytes parent, std::uint64_t at) {
    if (at >= parent.size() || parent.size() - at < 8) return std::nullopt;
    std::uint64_t length = parent.big(at, 4), head = 8;
    if (length == 0) {  // it goes to the end
        length = parent.size() - at;
    } else if (length == 1) {
        length = std::uint64_t{parent.big(at + 8, 4)} << 32 | parent.big(at + 12, 4);
        head = 16;
    }
    if (length < head || length > parent.size() - at) return std::nullopt;
    return Box{parent.text(at + 4, 4), parent.part(at + head, length - head), at + length};
}

// The content of the first box of a type, empty when there is none. `begin` passes over what stands before the boxes.
Bytes find_box(Bytes parent, std::string_view type, std::uint64_t begin = 0) {
    for (auto box = box_at(parent, begin); box; box = box_at(parent, box->next)) {
        if (box->type == type) return box->content;
    }
    return Bytes({});
}

using PropertyNumbers = std::bitset<0x8000>;  // a number has at most 15 bits, and counts from 1

PropertyNumbers properties_of(std::uint32_t item, Bytes ipma) {
    const unsigned item_bytes = ipma.byte(0) == 0 ? 2 : 4;          // by the version
    const unsigned number_bytes = (ipma.byte(3) & 1) != 0 ? 2 : 1;  // by a flag; the highest bit says whether it is essential
    PropertyNumbers numbers;
    for (std::uint64_t at = 8; at < ipma.size();) {
        const bool wanted = ipma.big(at, item_bytes) == item;
        const std::uint32_t count = ipma.byte(at + item_bytes);
        at += item_bytes + 1;
        for (std::uint32_t i = 0; wanted && i < count; ++i) {
            numbers.set(ipma.big(at + std::uint64_t{i} * number_bytes, number_bytes) & (number_bytes == 2 ? 0x7FFF : 0x7F));
        }
        if (wanted) break;
        at += std::uint64_t{count} * number_bytes;
    }
    return numbers;
}

PictureSize avif_size(Bytes file) {
    constexpr std::uint64_t kVersionAndFlags = 4;
    const Bytes meta = find_box(file, "meta");
    const Bytes pitm = find_box(meta, "pitm", kVersionAndFlags);
    const Bytes iprp = find_box(meta, "iprp", kVersionAndFlags);
    const std::uint32_t item = pitm.big(kVersionAndFlags, pitm.byte(0) == 0 ? 2 : 4);
    const PropertyNumbers wanted = properties_of(item, find_box(iprp, "ipma"));

    const Bytes ipco = find_box(iprp, "ipco");
    PictureSize size;
    bool on_its_side = false;
    std::size_t number = 1;
    for (auto box = box_at(ipco, 0); box && number < wanted.size(); box = box_at(ipco, box->next), ++number) {
        if (!wanted.test(number)) continue;
        if (box->type == "ispe") size = {box->content.big(kVersionAndFlags, 4), box->content.big(kVersionAndFlags + 4, 4)};
        if (box->type == "irot") on_its_side = (box->content.byte(0) & 1) != 0;  // quarters of a turn
    }
    return on_its_side ? turned(size) : size;
}

bool is_avif(Bytes file) {
    if (!file.stands(4, "ftyp")) return false;
    const Bytes brands = find_box(file, "ftyp");
    for (std::uint64_t at = 0; at < brands.size(); at += 4) {
        if (brands.stands(at, "avif") || brands.stands(at, "avis")) return true;
    }
    return false;
}

PictureSize written_size(Bytes file) {
    if (file.stands(0, "\xFF\xD8")) return jpeg_size(file);
    if (file.stands(0, "\x89PNG\r\n\x1A\n")) return png_size(file);
    if (file.stands(0, "RIFF") && file.stands(8, "WEBP")) return webp_size(file);
    return is_avif(file) ? avif_size(file) : PictureSize{};
}

}  // namespace

PictureSize picture_size(std::string_view bytes) {
    constexpr std::uint32_t kMax = 0x7FFFFFFF;  // what PNG allows, and more than any browser shows
    const PictureSize size = written_size(Bytes(bytes));
    const bool known = size.width > 0 && size.height > 0 && size.width <= kMax && size.height <= kMax;
    return known ? size : PictureSize{};
}

}  // namespace pressrum

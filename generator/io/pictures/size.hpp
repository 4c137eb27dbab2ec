#pragma once
// Width and height of a picture, read from its first bytes: JPEG, PNG, WebP, AVIF.
//
// As a browser shows it: a JPEG that its EXIF orientation, or an AVIF that its `irot`, lays on its side is turned. 0 × 0 for
// everything else, even for a picture that is cut off before its size or contradicts itself. No byte outside `bytes` is read, and the
// cost is linear in them, whatever they are.
//
// Why no library: libvips takes 40 ms to start, more than a whole build in which nothing changed, and belongs to a program
// of its own; and a broken or hostile file must not reach a decoder in this process. A header says all that is wanted here.

#include <cstdint>
#include <string_view>

namespace pressrum {

struct PictureSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;

    friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

PictureSize picture_size(std::string_view bytes);

}  // namespace pressrum

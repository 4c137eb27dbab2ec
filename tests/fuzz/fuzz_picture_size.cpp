// A picture's first bytes: a size that fits, or none.
#include "fuzz/fuzz.hpp"
#include "io/pictures/size.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);  // not copied: a read past the end must be met
    const PictureSize whole = picture_size(bytes);
    must((whole.width == 0) == (whole.height == 0), "a size is whole or not there");
    must(whole.width <= 0x7FFFFFFF && whole.height <= 0x7FFFFFFF, "a size is one that a browser can show");
    // A JPEG, PNG or WebP says its size once. Boxes of an AVIF may go to the end of the file, wherever that is.
    if (bytes.size() > 8 && bytes.substr(4, 4) == "ftyp") return 0;
    for (std::size_t length = size; length > 0; length /= 2) {
        const PictureSize part = picture_size(bytes.substr(0, length));
        must(part == whole || part == PictureSize{}, "a picture that is cut off has its size or none");
    }
    return 0;
}

#pragma once
// An address as a QR code (ISO/IEC 18004), drawn as SVG: dark on white with the quiet zone of four modules that readers ask for.

#include <string>
#include <string_view>

namespace pressrum {

// The symbol is made by libqrencode at error correction M, so that a poster with a fold still reads. An address that is too long for
// any symbol (over 2,331 bytes) gives an empty picture.
std::string qr_svg(std::string_view address);

}  // namespace pressrum

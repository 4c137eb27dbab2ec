#include "render/qr.hpp"

#include <fmt/compile.h>
#include <qrencode.h>

#include <memory>

namespace pressrum {

std::string qr_svg(std::string_view address) {
    constexpr int kQuiet = 4;
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(address.size()), reinterpret_cast<const unsigned char*>(address.data()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    const int width = code ? code->width : 0;
    const int side = width + 2 * kQuiet;
    // Adjacent modules in a row become one rectangle.
    std::string path;
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width;) {
            const auto dark = [&](int at) { return at < width && (code->data[y * width + at] & 1) != 0; };
            int end = x;
            while (dark(end)) ++end;
            if (end > x) path += fmt::format(FMT_COMPILE("M{} {}h{}v1h-{}z"), x + kQuiet, y + kQuiet, end - x, end - x);
            x = end + 1;
        }
    }
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 "
        "0h{0}v{0}h-{0}z\"/><path d=\"{1}\"/></svg>\n",
        side, path);
}

}  // namespace pressrum

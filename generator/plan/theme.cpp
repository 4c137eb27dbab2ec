#include "plan/theme.hpp"

#include <fmt/format.h>

namespace pressrum {

namespace {

// Words stand on it until the picture comes, or when it does not: black or white, whichever is easier to read.
std::string picture_css() {
    constexpr int kLevels[] = {0x2b, 0x80, 0xd5};
    std::string css;
    for (int red = 0; red < 3; ++red) {
        for (int green = 0; green < 3; ++green) {
            for (int blue = 0; blue < 3; ++blue) {
                const bool light = 2126 * kLevels[red] + 7152 * kLevels[green] + 722 * kLevels[blue] > 10000 * 0x75;
                css += fmt::format(".tone-{}{}{} {{ background-color: #{:02x}{:02x}{:02x}; color: #{}; }}\n", red, green, blue,
                                   kLevels[red], kLevels[green], kLevels[blue], light ? "000" : "fff");
            }
        }
    }
    for (int step = 0; step <= 10; ++step)
        css += fmt::format(".focus-x-{0} {{ --focus-x: {1}%; }}\n.focus-y-{0} {{ --focus-y: {1}%; }}\n", step, 10 * step);
    return css;
}

}  // namespace

std::string picture_classes(std::string_view tone, const Sourced<Focus>& focus) {
    std::string classes = tone.empty() ? std::string() : fmt::format("tone-{}", tone);
    if (!focus.given()) return classes;
    const auto step = [](double part) { return static_cast<int>(part * 10 + 0.5); };
    return fmt::format("{}{}focus-x-{} focus-y-{}", classes, classes.empty() ? "" : " ", step(focus->from_left), step(focus->from_top));
}

std::string theme_css(const Theme& theme) {
    const auto block = [](std::initializer_list<std::pair<const char*, const Text*>> colours) {
        std::string text;
        for (const auto& [property, colour] : colours) {
            if (colour->given()) text += fmt::format("  --{}: {};\n", property, **colour);
        }
        return text;
    };
    const std::string light = block({{"accent", &theme.accent}, {"on-accent", &theme.on_accent}, {"link", &theme.link}});
    const std::string dark = block({{"accent", &theme.accent_dark}, {"on-accent", &theme.on_accent_dark}, {"link", &theme.link_dark}});
    std::string css;
    if (!light.empty()) css += ":root {\n" + light + "}\n";
    if (!dark.empty()) css += "@media screen and (prefers-color-scheme: dark) {\n:root {\n" + dark + "}\n}\n";
    return css + picture_css();
}

}  // namespace pressrum

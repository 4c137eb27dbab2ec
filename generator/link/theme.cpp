#include "link/theme.hpp"

#include <fmt/format.h>

namespace pressrum {

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
    return css.empty() ? "/* site.yaml has no theme */\n" : css;
}

}  // namespace pressrum

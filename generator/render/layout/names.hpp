#pragma once
// Names in a layout, looked up in the views table.

#include "base/diagnostic.hpp"
#include "render/layout/view.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// What a name stands for.
struct LayoutName {
    std::uint32_t scope = 0;               // index into the open records
    std::vector<std::uint32_t> path = {};  // fields: through records to the last
    const ViewField* field = nullptr;      // the last one; null: words of the program
    bool has = false;                      // has_NAME: whether it is there
    bool lang = false;                     // NAME_lang: the language of a text, not the text
};

// `open` are the records from the outermost to the innermost.
Result<LayoutName> find_layout_name(std::string_view name, std::span<const ViewRecord* const> open);

// How a tag uses a name. Nothing when the name is fit for it.
enum class LayoutUse : std::uint8_t { text, raw, section, inverted };
std::optional<Problem> find_misuse(const LayoutName& found, std::string_view name, LayoutUse use);

}  // namespace pressrum

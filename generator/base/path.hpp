#pragma once
// The parts of a path that is written with slashes, as addresses and sources are.

#include <string_view>

namespace pressrum {

// "site/assets/torget.jpg" → "torget.jpg"; all of it when it has no folder.
constexpr std::string_view file_name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }
// "2024/05/slug/rss.xml" → "2024/05/slug/"; nothing when it has no folder.
constexpr std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

}  // namespace pressrum

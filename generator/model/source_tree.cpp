#include "model/source_tree.hpp"

#include "model/parts.hpp"

#include <algorithm>

namespace pressrum {

const Asset* SourceTree::find_asset(std::string_view path) const {
    note_read(Part::asset, path);
    const auto found = std::lower_bound(assets.begin(), assets.end(), path,
                                        [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
    return found != assets.end() && found->path == path ? &*found : nullptr;
}

}  // namespace pressrum

#pragma once
// Strict YAML: text, lists and mappings with the place of everything, or messages that a writer understands.
//
// Only what front matter needs is let through: one document of plain mappings, lists and scalars. Anchors, aliases,
// tags, a second document, duplicate keys, broken UTF-8, control characters and more than kMaxYamlDepth levels are
// refused with a message, and so is everything that the YAML library would lose in silence ("Skola #1" → "Skola").
// Scalars stay text: what `2024`, `no`, `0123`, `null` or `~` means is decided by the field's type, never by YAML.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

inline constexpr int kMaxYamlDepth = 12;

struct YamlEntry;

struct YamlNode {
    enum class Kind { null, scalar, sequence, mapping };

    Kind kind = Kind::null;          // null: nothing is written where the value should be
    bool quoted = false;             // a scalar in quotation marks or a block scalar
    std::string text;                // of a scalar; empty for null
    Span at;                         // the value as written, quotation marks included; of a collection from its first key, dash
                                     // or bracket to its last value or bracket; of null the point where a value is missing
    std::vector<YamlNode> items;     // of a sequence
    std::vector<YamlEntry> entries;  // of a mapping, in the order of the file, keys unique

    const YamlEntry* find(std::string_view key) const;
};

struct YamlEntry {
    std::string key;
    Span key_at;
    YamlNode value;
};

// Reads the part `region` of a file. Nothing: a fault was reported that leaves no sound tree. An empty region is an
// empty mapping. Faults that leave the rest sound (a duplicate key, a lost comment) are reported, and a tree is returned.
std::optional<YamlNode> read_yaml(const Sources& sources, Span region, Diagnostics& diagnostics);

}  // namespace pressrum

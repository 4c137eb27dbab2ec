#pragma once
// Releases as JSON, and the JSON Schema that says so: one table of fields for each record of render/release_data.hpp.
//
// What is not known is left out, never empty. A field's row is all there is: its name, what its value looks like, what it means, where it
// comes from. The published schema is printed from the same rows, so the two cannot differ.
// Promise to those who read the data: within a version fields are added, never removed and never given another meaning.

#include "render/release_data.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>

namespace pressrum {

inline constexpr int kDataVersion = 1;

using OrderedJson = nlohmann::ordered_json;

OrderedJson to_json(const ReleaseData& release);
OrderedJson to_json(const StatementData& statement);
OrderedJson to_json(const EventData& event);
OrderedJson to_json(const PhotoData& photo);

// What stands around the releases, and around the index of their years.
struct DataHead {
    std::string schema;  // address of the schema
    std::string title, language, address, organization, organization_address;
    std::string updated;  // the newest of the releases' times; empty: there are none
};
OrderedJson to_json(const DataHead& head);

// A file with the releases of a year, as the index names it.
struct DataYear {
    std::uint64_t year = 0;
    std::string address;
    std::uint64_t releases = 0;  // how many
    std::string updated;         // the newest of their times
};
OrderedJson to_json(const DataYear& year);

// JSON Schema (2020-12) of releases.json and of the files of its years; `address` is where the schema itself stands.
std::string releases_schema(std::string_view address);

// The rows as a table for people: Markdown, a section for each record.
std::string releases_markdown();

}  // namespace pressrum

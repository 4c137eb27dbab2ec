#pragma once
// The tables as people read them: pages in Markdown, and lines of text for a terminal.
//
// The pages are committed under docs/; a test prints them again and compares. {0}, {1}, … of a rule's words are shown as ….

#include "cli/console.hpp"
#include "plan/plan.hpp"
#include "read/field.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pressrum {

// With a capital: the tables' words as the beginning of a sentence.
std::string sentence(std::string_view words);

// All fields of these types and of the records in them, each record once, where it is first met.
std::string fields_markdown(std::span<const RecordType* const> types, MessageLanguage language);

// The fields of releases.json.
std::string releases_reference(MessageLanguage language);

std::string rules_text(std::span<const std::span<const Rule>> tables, MessageLanguage language);
std::string rules_markdown(std::span<const std::span<const Rule>> tables, MessageLanguage language);

std::string formats_text(std::span<const Format> formats, MessageLanguage language);
std::string formats_markdown(std::span<const Format> formats, MessageLanguage language);

}  // namespace pressrum

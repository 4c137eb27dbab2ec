#pragma once
// Where a post that the program makes is put.

#include "base/time.hpp"
#include "cli/arguments.hpp"

#include <filesystem>
#include <string>

namespace pressrum {

// posts/YYYY/MM/slug.md, seen from the current folder.
std::filesystem::path post_path(const Arguments& arguments, LocalTime published, const std::string& slug);

// Creates the file and the folders on the way; false when there is a post of that name already, as a file or as a folder of its own.
// Nothing is ever overwritten, not even when two do this at once.
bool create_post(const std::filesystem::path& path, const std::string& text);

}  // namespace pressrum

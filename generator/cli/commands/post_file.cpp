#include "cli/commands/post_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace pressrum {
namespace {

namespace fs = std::filesystem;

}  // namespace

fs::path post_path(const Arguments& arguments, LocalTime published, const std::string& slug) {
    return fs::path(arguments.posts_folder()) / fmt::format("{:04}", year_of(published)) / fmt::format("{:02}", month_of(published)) /
           (slug + ".md");
}

bool create_post(const fs::path& path, const std::string& text) {
    // A post may also be a folder of its own, with its pictures beside it.
    std::error_code none;
    if (fs::exists(fs::symlink_status(fs::path(path).replace_extension(), none))) return false;
    fs::create_directories(path.parent_path());
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"), &std::fclose);
    if (!file && errno == EEXIST) return false;
    if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fflush(file.get()) != 0) {
        throw std::system_error(errno, std::generic_category(), path.string());
    }
    return true;
}

}  // namespace pressrum

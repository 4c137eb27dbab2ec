#pragma once
// A folder of its own for a test, gone when the test ends, however it ends.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <stdlib.h>

namespace pressrum::test {

class TempFolder {
public:
    TempFolder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "pressrum-test-").string() + std::string(6, 'X');  // what mkdtemp fills
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder can be made");
        path_ = std::filesystem::canonical(name);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }
    // The place of something in it, as text.
    std::string at(std::string_view name) const { return (path_ / name).string(); }

    // Folders on the way are made.
    void write(std::string_view name, std::string_view text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream out(path_ / name, std::ios::binary);
        out << text;
        if (!out.flush()) throw std::runtime_error("cannot write " + at(name));
    }
    std::string read(std::string_view name) const {
        std::ifstream in(path_ / name, std::ios::binary);
        if (!in) throw std::runtime_error("cannot read " + at(name));
        return {std::istreambuf_iterator<char>(in), {}};
    }
    bool has(std::string_view name) const { return std::filesystem::exists(std::filesystem::symlink_status(path_ / name)); }

    // Every regular file below `name`, by its path from there; links are not followed, folders are not listed. The mark of a run that ended well
    // is no part of what was published.
    std::map<std::string, std::string> files(std::string_view name = ".") const {
        std::map<std::string, std::string> all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path_ / name)) {
            const std::string path = std::filesystem::relative(entry.path(), path_ / name).generic_string();
            if (path.ends_with(".pressrum-finished")) continue;
            if (!entry.is_symlink() && entry.is_regular_file()) all.emplace(path, read((std::filesystem::path(name) / path).string()));
        }
        return all;
    }
    // What stands in the folder itself, hidden or not, sorted; without that mark.
    std::vector<std::string> entries(std::string_view name = ".") const {
        std::map<std::string, int> names;
        for (const auto& entry : std::filesystem::directory_iterator(path_ / name)) names[entry.path().filename().string()];
        names.erase(".pressrum-finished");
        std::vector<std::string> all;
        for (const auto& each : names) all.push_back(each.first);
        return all;
    }

private:
    std::filesystem::path path_;
};

}  // namespace pressrum::test

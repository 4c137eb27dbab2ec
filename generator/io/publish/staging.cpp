#include "io/publish/staging.hpp"

#include "base/text.hpp"
#include "io/out_folder.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace pressrum {
namespace {

constexpr const char* kJournal = "journal";
constexpr const char* kNewJournal = "journal-new";
constexpr std::uint64_t kMaxJournalBytes = std::uint64_t{256} * 1024 * 1024;

// One path per line.
std::vector<std::string> read_journal(const Descriptor& folder) {
    std::vector<std::string> paths;
    const WholeFile file = read_whole(folder.number(), kJournal, kMaxJournalBytes);
    for (const std::string_view line : split(file.bytes, '\n')) {
        if (is_output_path(line)) paths.emplace_back(line);
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

}  // namespace

Staging::Staging(int top, std::string shown) : top_(top), shown_(std::move(shown)), folder_(open_folder(top, kFolder)) {
    if (folder_) interrupted_ = read_journal(folder_);
}

Staging::~Staging() {
    if (finished_) return;
    try {
        clear();
        if (!placed_ && interrupted_.empty()) finish();
    } catch (const std::system_error&) {
        // It is left for the next run, which clears it.
    }
}

// All but the journal.
void Staging::clear() {
    for (const std::string& name : entries_of(folder_)) {
        if (name != kJournal && ::unlinkat(folder_.number(), name.c_str(), 0) != 0) fail(shown(kFolder), errno);
    }
}

void Staging::begin() {
    if (!folder_) {
        if (::mkdirat(top_, kFolder, 0777) != 0) fail(shown(kFolder), errno);
        folder_ = open_folder(top_, kFolder);
        if (!folder_) fail(shown(kFolder), errno);
    }
    finished_ = false;
    clear();
}

void Staging::announce(const std::vector<std::string_view>& paths) {
    std::set<std::string_view> all(interrupted_.begin(), interrupted_.end());
    all.insert(paths.begin(), paths.end());
    std::string journal;
    for (const std::string_view path : all) journal.append(path).push_back('\n');
    write_new(folder_.number(), kNewJournal, journal, shown(kFolder));
    if (::renameat(folder_.number(), kNewJournal, folder_.number(), kJournal) != 0) fail(shown(kFolder), errno);
}

void Staging::stage(std::size_t number, const FileToPublish& file) {
    write_file(folder_.number(), std::to_string(number), file, shown(file.path));
}

void Staging::place(std::size_t number, int folder, std::string_view name, std::string_view path) {
    placed_ = true;
    if (::renameat(folder_.number(), std::to_string(number).c_str(), folder, std::string(name).c_str()) != 0) fail(shown(path), errno);
}

void Staging::finish() {
    if (!folder_) return;
    if (::unlinkat(folder_.number(), kJournal, 0) != 0 && errno != ENOENT) fail(shown(kFolder), errno);
    clear();
    if (::unlinkat(top_, kFolder, AT_REMOVEDIR) != 0) fail(shown(kFolder), errno);
    folder_ = {};
    finished_ = true;
}

}  // namespace pressrum

#include "io/walk.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

namespace pressrum {
namespace {

enum class EntryKind { file, folder, link, other };

struct Entry {
    std::string name;
    EntryKind kind;
};

EntryKind kind_of(const std::string& file) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0) return EntryKind::other;
    return S_ISREG(status.st_mode)   ? EntryKind::file
           : S_ISDIR(status.st_mode) ? EntryKind::folder
           : S_ISLNK(status.st_mode) ? EntryKind::link
                                     : EntryKind::other;
}

EntryKind kind_of(const dirent& entry, const std::string& folder) {
    switch (entry.d_type) {
        case DT_REG: return EntryKind::file;
        case DT_DIR: return EntryKind::folder;
        case DT_LNK: return EntryKind::link;
        case DT_UNKNOWN: return kind_of(folder + "/" + entry.d_name);  // some file systems do not say at once
        default: return EntryKind::other;
    }
}

bool is_of_no_concern(std::string_view name) {
    return name.starts_with('.') || name.starts_with('_') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#')) ||
           name == "Thumbs.db" || name == "desktop.ini";
}

bool is_sound_name(std::string_view name) { return !find_text_fault(name) && name.find_first_of("\n\r\t") == std::string_view::npos; }

// A name for a message: what is not text becomes U+FFFD.
std::string shown_name(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const Character next = character_at(name, at);
        append_character(out, next.code < 0x20 ? 0xFFFD : next.code);
        at += next.length;
    }
    return out;
}

class Walk {
public:
    Walk(const std::vector<std::string>& inside, std::vector<FoundFile>& found, Diagnostics& diagnostics)
        : inside_(inside), found_(found), diagnostics_(diagnostics) {}

    FolderState folder(const std::string& path, const std::string& file, int depth) {
        const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(file.c_str()), ::closedir);
        if (!open) {
            if (errno == ENOENT || errno == ENOTDIR) return FolderState::missing;
            unreadable(path, errno);
            return FolderState::walked;
        }
        // Folders within are walked when this one is closed, so that depth costs no open files.
        std::vector<std::string> folders;
        errno = 0;
        for (const dirent* next = ::readdir(open.get()); next != nullptr; next = ::readdir(open.get())) {
            entry(path, file, {next->d_name, kind_of(*next, file)}, folders);
            errno = 0;
        }
        if (errno != 0) unreadable(path, errno);
        for (const std::string& name : folders) within(path + "/" + to_nfc(name), file + "/" + name, depth + 1);
        return FolderState::walked;
    }

private:
    void entry(const std::string& path, const std::string& folder, Entry entry, std::vector<std::string>& folders) {
        if (is_of_no_concern(entry.name)) return;
        if (!is_sound_name(entry.name)) return report(rule("load/name"), {path + "/" + shown_name(entry.name)});
        if (entry.kind == EntryKind::folder) {
            folders.push_back(std::move(entry.name));
            return;
        }
        std::string file = folder + "/" + entry.name;
        std::string place = path + "/" + to_nfc(std::move(entry.name));
        if (entry.kind == EntryKind::link) {
            file = real_path(file);
            if (is_inside(file)) entry.kind = kind_of(file);
        }
        if (entry.kind != EntryKind::file) return report(rule("load/not-regular"), {std::move(place)});
        found_.push_back({std::move(place), std::move(file)});
    }

    void within(const std::string& path, const std::string& file, int depth) {
        if (depth > kMaxFolderDepth) return report(rule("load/too-deep"), {path, std::to_string(kMaxFolderDepth)});
        if (folder(path, file, depth) == FolderState::missing) unreadable(path, ENOENT);
    }

    // What a walk would pass over is not there for a link either.
    bool is_inside(std::string_view file) const {
        return std::any_of(inside_.begin(), inside_.end(), [&](const std::string& root) {
            const bool inside = file.size() > root.size() && file.starts_with(root) && (root.ends_with('/') || file[root.size()] == '/');
            if (!inside) return false;
            const auto parts = split(file.substr(root.size()), '/');
            return std::none_of(parts.begin(), parts.end(), is_of_no_concern);
        });
    }

    void unreadable(const std::string& path, int error) { report(rule("load/unreadable"), {path, std::generic_category().message(error)}); }
    void report(const Rule* rule, std::vector<std::string> words) { diagnostics_.add(Diagnostic{rule, {}, std::move(words), {}, {}}); }

    const std::vector<std::string>& inside_;
    std::vector<FoundFile>& found_;
    Diagnostics& diagnostics_;
};

}  // namespace

FolderState walk(std::string_view name, const std::string& folder, const std::vector<std::string>& inside, std::vector<FoundFile>& found,
                 Diagnostics& diagnostics) {
    return Walk(inside, found, diagnostics).folder(std::string(name), folder, 0);
}

std::string real_path(const std::string& file) {
    const std::unique_ptr<char, void (*)(void*)> real(::realpath(file.c_str(), nullptr), std::free);
    return real ? real.get() : "";
}

}  // namespace pressrum

#include "io/pictures/cache.hpp"

#include "io/out_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <vector>

namespace pressrum {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAnswerFile = "answer.json";
constexpr std::uint64_t kMaxAnswer = 1 << 20;
constexpr std::uint64_t kMaxDerivative = 64 << 20;

std::string inside(const std::string& folder, const std::string& name) { return folder + "/" + name; }

// A name and nothing more: the answer comes from a program that has met a hostile file.
bool is_plain_name(const std::string& name) { return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos; }

// When its bytes, or its name, last changed: nobody but the kernel sets it.
timespec changed(const struct stat& status) { return status.st_ctim; }
bool is_later(const timespec& a, const timespec& b) { return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec; }

bool has_digest(const std::string& file, const std::string& digest) {
    const WholeFile whole = read_whole(AT_FDCWD, file.c_str(), kMaxDerivative);
    return whole.fault == ReadFault::none && to_hex(sha256(whole.bytes)) == digest;
}

bool is_older(const fs::path& file, std::chrono::hours age) {
    std::error_code error;
    const fs::file_time_type time = fs::last_write_time(file, error);
    return !error && fs::file_time_type::clock::now() - time > age;
}

// Of the files in a folder.
std::uint64_t size_of(const fs::path& folder) {
    std::uint64_t all = 0;
    std::error_code error;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, error)) {
        const std::uintmax_t size = file.file_size(error);
        if (!error) all += size;
    }
    return all;
}

constexpr std::string_view kWorkPrefix = ".work-";
constexpr auto kDay = std::chrono::hours(24);

}  // namespace

std::string PictureCache::folder_of(const Sha256& key) const { return inside(place(), to_hex(key)); }

bool PictureCache::is_writable() const {
    fs::path there = fs::absolute(place());
    std::error_code error;
    while (!fs::exists(there, error) && there.has_parent_path() && there != there.parent_path()) there = there.parent_path();
    return ::access(there.c_str(), W_OK | X_OK) == 0;
}

std::optional<PictureAnswer> PictureCache::find(const Sha256& key) const {
    const std::string folder = folder_of(key);
    const std::string answer_file = inside(folder, kAnswerFile);
    const WholeFile file = read_whole(AT_FDCWD, answer_file.c_str(), kMaxAnswer);
    struct stat answered {};
    if (file.fault != ReadFault::none || ::lstat(answer_file.c_str(), &answered) != 0) return std::nullopt;
    const auto answers = parse_answers(file.bytes);
    if (!answers || answers->size() != 1 || answers->front().fault != PictureFault::none) return std::nullopt;
    for (const MadeFile& made : answers->front().files) {
        struct stat status {};
        const std::string path = inside(folder, made.file);
        if (!is_plain_name(made.file) || ::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
        if (static_cast<std::uint64_t>(status.st_size) != made.size) return std::nullopt;
        // In the same tick of the kernel's clock either may have been first.
        if (!is_later(changed(answered), changed(status)) && !has_digest(path, made.digest)) return std::nullopt;
    }
    // Used today, and its files are what the answer says.
    if (is_older(answer_file, kDay)) ::utimensat(AT_FDCWD, answer_file.c_str(), nullptr, 0);
    return answers->front();
}

PictureCache::Work PictureCache::begin() const {
    std::error_code error;
    fs::create_directories(place(), error);
    if (error) throw std::runtime_error(place() + ": " + error.message());
    constexpr int kMaxTries = 100;
    for (int i = 0; i < kMaxTries; ++i) {
        std::string name = inside(place(), std::string(kWorkPrefix) + std::string(6, 'X'));
        if (::mkdtemp(name.data()) == nullptr) fail(place(), errno);
        Work work{name, open_folder(AT_FDCWD, name.c_str())};
        ::chmod(name.c_str(), 0755);  // it becomes the entry, which others may read
        // Another run may have found it before it was locked, and taken it for a leftover.
        if (work.lock && lock_folder(work.lock, std::chrono::milliseconds(0)) && is_still(work.lock, name)) return work;
    }
    throw std::runtime_error(place() + ": other builds keep removing what is made there");
}

std::optional<PictureAnswer> PictureCache::finish(const Sha256& key, const Work& work, PictureAnswer answer) const {
    for (MadeFile& made : answer.files) {
        if (!is_plain_name(made.file)) return std::nullopt;
        const WholeFile file = read_whole(AT_FDCWD, inside(work.folder, made.file).c_str(), kMaxDerivative);
        if (file.fault != ReadFault::none || file.bytes.empty()) return std::nullopt;
        made.size = file.bytes.size();
        made.digest = to_hex(sha256(file.bytes));
    }
    write_new(AT_FDCWD, inside(work.folder, kAnswerFile).c_str(), to_json(std::vector<PictureAnswer>{answer}), work.folder);
    const std::string folder = folder_of(key);
    std::error_code error;
    fs::rename(work.folder, folder, error);
    if (error && find(key)) {  // another run was first
        give_up(work);
        return find(key);
    }
    if (error) {  // something broken stands there
        fs::remove_all(folder, error);
        fs::rename(work.folder, folder, error);
        if (error) throw std::runtime_error(folder + ": " + error.message());
    }
    return answer;
}

void PictureCache::give_up(const Work& work) const {
    std::error_code ignored;
    fs::remove_all(work.folder, ignored);
}

void PictureCache::check_room(const Work& work) const {
    constexpr off_t kRoomForOne = off_t{16} << 20;
    const std::string probe = inside(work.folder, "room");
    const Descriptor file(::open(probe.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    const int error = file ? ::posix_fallocate(file.number(), 0, kRoomForOne) : errno;
    ::unlink(probe.c_str());
    if (error == ENOSPC || error == EDQUOT || error == EROFS || error == EACCES) fail(place(), error);
}

void PictureCache::prune(const Keeping& keeping) const {
    const std::string mark = inside(folder_, "pruned");
    std::error_code error;
    if (!fs::exists(place(), error) || (fs::exists(mark, error) && !is_older(mark, kDay))) return;
    std::vector<CacheEntry> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(place(), error)) {
        const std::string name = entry.path().filename();
        bool left_over = false;
        if (name.starts_with(kWorkPrefix)) {
            const Descriptor folder = open_folder(AT_FDCWD, entry.path().c_str());
            left_over = folder && lock_folder(folder, std::chrono::milliseconds(0));
            if (left_over) fs::remove_all(entry.path(), error);
        } else if (!name.starts_with('.')) {
            const auto answer = stamp_of(AT_FDCWD, (entry.path() / kAnswerFile).c_str());
            if (answer) entries.push_back({name, size_of(entry.path()), answer->modified});
        }
    }
    for (const std::string& name : outdated(std::move(entries), keeping)) fs::remove_all(inside(place(), name), error);
    const Descriptor marked(::open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    if (marked) ::futimens(marked.number(), nullptr);
}

}  // namespace pressrum

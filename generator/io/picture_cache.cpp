#include "io/picture_cache.hpp"

#include "io/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace pressrum {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAnswerFile = "answer.json";
constexpr std::uint64_t kMostAnswer = 1 << 20;
constexpr std::uint64_t kMostDerivative = 64 << 20;

std::string inside(const std::string& folder, const std::string& name) { return folder + "/" + name; }

// A name and nothing more: the answer comes from a program that has met a hostile file.
bool is_plain_name(const std::string& name) { return !name.empty() && name.front() != '.' && name.find('/') == std::string::npos; }

}  // namespace

std::string PictureCache::folder_of(const Sha256& key) const { return folder_ + "/photos/" + to_hex(key); }

std::optional<PictureAnswer> PictureCache::find(const Sha256& key) const {
    const std::string folder = folder_of(key);
    const WholeFile file = read_whole(AT_FDCWD, inside(folder, kAnswerFile).c_str(), kMostAnswer);
    if (file.fault != ReadFault::none) return std::nullopt;
    const auto answers = parse_answers(file.bytes);
    if (!answers || answers->size() != 1 || answers->front().fault != PictureFault::none) return std::nullopt;
    for (const MadeFile& made : answers->front().files) {
        std::error_code error;
        if (!is_plain_name(made.file) || fs::file_size(inside(folder, made.file), error) != made.size || error) return std::nullopt;
    }
    return answers->front();
}

std::string PictureCache::begin(const Sha256& key) const {
    const std::string work = folder_ + "/photos/." + to_hex(key) + "." + std::to_string(::getpid());
    std::error_code error;
    fs::remove_all(work, error);  // of a run that was ended
    fs::create_directories(work, error);
    if (error) throw std::runtime_error(work + ": " + error.message());
    return work;
}

std::optional<PictureAnswer> PictureCache::finish(const Sha256& key, const std::string& work, PictureAnswer answer) const {
    for (MadeFile& made : answer.files) {
        if (!is_plain_name(made.file)) return std::nullopt;
        const WholeFile file = read_whole(AT_FDCWD, inside(work, made.file).c_str(), kMostDerivative);
        if (file.fault != ReadFault::none || file.bytes.empty()) return std::nullopt;
        made.size = file.bytes.size();
        made.digest = to_hex(sha256(file.bytes));
    }
    write_new(AT_FDCWD, inside(work, kAnswerFile).c_str(), to_json(std::vector<PictureAnswer>{answer}), work);
    const std::string folder = folder_of(key);
    std::error_code error;
    fs::rename(work, folder, error);
    if (error && find(key)) {  // another run was first
        give_up(work);
        return find(key);
    }
    if (error) {  // something broken stands there
        fs::remove_all(folder, error);
        fs::rename(work, folder, error);
        if (error) throw std::runtime_error(folder + ": " + error.message());
    }
    return answer;
}

void PictureCache::give_up(const std::string& work) const {
    std::error_code ignored;
    fs::remove_all(work, ignored);
}

}  // namespace pressrum

#pragma once
// What the program that makes pictures is asked, and what it answers: one JSON text each, over its standard input and output.
// Both sides use this file, and the cache keeps answers.

#include "model/picture.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pressrum {

// Raised when the same job would give other files than before, so that no cache answers with the old ones.
inline constexpr int kPhotoRecipe = 2, kCardRecipe = 3;

struct PictureJob {
    std::string folder;  // exists; the derivatives are written into it
    unsigned threads = 1;
    std::string file;  // the original
    std::string creator, rights, license_url, terms;
};

struct CardJob {
    std::string folder;  // exists; the card is written into it
    std::string title, kicker, organization, language;
    std::string background, ink;  // #rrggbb
    std::string logo;             // a file; empty: none
};

using Job = std::variant<PictureJob, CardJob>;

// One file that was made. Whatever the program says of size and digest, they are taken from what really lies there.
struct MadeFile {
    DerivativeKind kind = DerivativeKind::jpeg;
    std::string file;  // its name in the folder
    std::uint32_t width = 0, height = 0;
    std::uint64_t size = 0;
    std::string digest;  // hexadecimal
};

enum class PictureFault { none, damaged, not_a_photo, too_large, too_demanding };

struct PictureAnswer {
    PictureFault fault = PictureFault::none;
    std::string tone;
    std::vector<MadeFile> files;
    std::string creator;    // what the original itself says; may be empty
    bool position = false;  // the original says where it was taken
    bool moves = false;     // the original is an animation; its first picture was used
};

// Whether two credits may name the same person: one stands in the other as whole words, in capitals or not ("NORA BRINK / TT", "Nora Brink").
bool names_the_same(std::string_view a, std::string_view b);

std::string to_json(const std::vector<Job>& jobs);
std::string to_json(const std::vector<PictureAnswer>& answers);  // in the order of the jobs
// Nothing when it is not that: the other side broke down, or the cache is of another version.
std::optional<std::vector<Job>> parse_jobs(std::string_view json);
std::optional<std::vector<PictureAnswer>> parse_answers(std::string_view json);

// The name of a job's result: everything that the files depend on. `source` is of the original's bytes; for a card, of its logo's.
Sha256 job_key(const Job& job, const Sha256& source);

}  // namespace pressrum

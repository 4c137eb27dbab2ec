#pragma once
// What was made of pictures in earlier runs: CACHE/photos/KEY/, with the files and the answer that tells about them.
//
// An entry is made in a folder of another name that is renamed when all of it is there, so that a run that is ended leaves no half one, and two
// runs at once do no harm. Nothing is ever changed or removed: the whole folder may be deleted at any time, and costs the next build its time.

#include "base/digest.hpp"
#include "io/picture_job.hpp"

#include <optional>
#include <string>

namespace pressrum {

class PictureCache {
public:
    explicit PictureCache(std::string folder) : folder_(std::move(folder)) {}

    // The entry's folder, whether there is one or not.
    std::string folder_of(const Sha256& key) const;
    // What an earlier run was answered; nothing when there is no entry, or a file of it is not as long as it was.
    std::optional<PictureAnswer> find(const Sha256& key) const;
    // An empty folder to work in. Throws std::runtime_error when none can be made.
    std::string begin(const Sha256& key) const;
    // Makes it the entry: with the sizes and digests of its files, which are returned. Nothing when a file of the answer is not there.
    std::optional<PictureAnswer> finish(const Sha256& key, const std::string& work, PictureAnswer answer) const;
    void give_up(const std::string& work) const;

private:
    std::string folder_;
};

}  // namespace pressrum

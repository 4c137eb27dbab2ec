#pragma once
// What was made of pictures in earlier runs: CACHE/photos/KEY/, with the files and the answer that describes them.
//
// An entry is made in a folder of another name that is renamed when all of it is there, so that a run cut off leaves no half entry, and two
// runs at once (even in two containers) do no harm: whoever works in a folder has it locked, and one that nobody has locked is a leftover.
// A file that was touched after its answer was written is read before it is trusted. The whole folder may be deleted at any time, at the cost
// of the next build's time; what has not been used for a month goes by itself.

#include "base/digest.hpp"
#include "io/cache_folder.hpp"
#include "io/descriptor.hpp"
#include "io/pictures/job.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace pressrum {

class PictureCache {
public:
    explicit PictureCache(std::string folder) : folder_(std::move(folder)) {}

    // Where an entry is made; locked until it is destroyed.
    struct Work {
        std::string folder;
        Descriptor lock;
    };

    // Whether begin() may succeed here.
    bool is_writable() const;
    // The entry's folder, whether there is one or not.
    std::string folder_of(const Sha256& key) const;
    // What an earlier run was answered; nothing when there is no entry, or a file of it is not what it was.
    std::optional<PictureAnswer> find(const Sha256& key) const;
    // An empty folder to work in. Throws std::runtime_error when none can be made.
    Work begin() const;
    // Makes it the entry: with the sizes and digests of its files, which are returned. Nothing when a file of the answer is not there.
    std::optional<PictureAnswer> finish(const Sha256& key, const Work& work, PictureAnswer answer) const;
    void give_up(const Work& work) const;
    // What a picture that could not be made is not to blame for: throws when there is no room to write one.
    void check_room(const Work& work) const;
    // Once a day: removes what ended runs left and what is not kept. When an entry was used is noted once a day.
    void prune(const Keeping& keeping = {std::chrono::days(31), std::uint64_t{4} << 30, std::chrono::days(2)}) const;

private:
    std::string place() const { return folder_ + "/photos"; }

    std::string folder_;
};

}  // namespace pressrum

#pragma once
// The pictures stage: the sizes that the site's pictures are shown in, from the cache or from the program that makes them.
//
// As many processes at once as there are cores, each with some photos and then some cards. One that breaks down, or is kept busy for ever, is
// replaced by one for each of its photos and one for its cards, so that a file that breaks its decoder costs a message at the line that names it.
// The result depends on the pictures alone, not on what was in the cache or which was ready first.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "model/picture.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace pressrum {

struct PictureMaking {
    std::string program;     // pressrum-photos
    std::string cache;       // folder; made when something is put into it
    std::string spare = {};  // where they are made when the cache cannot be written; empty: that is an error
    std::chrono::milliseconds limit = std::chrono::minutes(3);            // for one process, by the clock
    std::function<void(std::size_t done, std::size_t of)> progress = {};  // called by one thread at a time; only when something is made
};

struct Wanted {
    std::vector<WantedPicture> pictures;
    std::vector<WantedCard> cards;
};

// Reports pictures that cannot be shown, what they say that contradicts the front matter, and a program that is not there.
Pictures make_pictures(const Wanted& wanted, const PictureMaking& making, Threads threads, Diagnostics& diagnostics);

// Removes from the cache what `file`, one of its pictures, belongs to. A file that lies elsewhere is left alone.
void forget_picture(const std::string& file, const std::string& cache);

}  // namespace pressrum

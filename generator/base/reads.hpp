#pragma once
// What is looked at while something is made, so that it need not be made again while all of that is as it was.
//
// A Noting notes for its thread, until it ends, the number of every part that note_read() tells of, and the nearest moment that something
// will depend on. Where nothing is being noted, telling costs a glance at a pointer. The numbers are the caller's: model/parts.hpp.

#include "base/time.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pressrum {

struct Reads {
    std::vector<std::uint64_t> parts;  // sorted, each once, when the Noting has ended
    Instant next = Instant::max();     // until then the time that passes changes nothing
};

class Noting {
public:
    explicit Noting(Reads& into) : into_(into), outer_(now_) { now_ = this; }
    ~Noting() {
        now_ = outer_;
        std::sort(into_.parts.begin(), into_.parts.end());
        into_.parts.erase(std::unique(into_.parts.begin(), into_.parts.end()), into_.parts.end());
    }
    Noting(const Noting&) = delete;
    Noting& operator=(const Noting&) = delete;

private:
    friend void note_read(std::uint64_t part);
    friend void note_moment(Instant moment);
    friend Instant noted_moment();
    friend bool is_noting();

    Reads& into_;
    Noting* outer_;
    static inline thread_local Noting* now_ = nullptr;
};

inline bool is_noting() { return Noting::now_ != nullptr; }

inline void note_read(std::uint64_t part) {
    if (Noting::now_ == nullptr) return;
    std::vector<std::uint64_t>& parts = Noting::now_->into_.parts;
    if (parts.empty() || parts.back() != part) parts.push_back(part);
}

inline void note_moment(Instant moment) {
    if (Noting::now_ != nullptr) Noting::now_->into_.next = std::min(Noting::now_->into_.next, moment);
}
// The nearest moment noted so far; a very late one where nothing is being noted, since then none needs to be.
inline Instant noted_moment() { return Noting::now_ == nullptr ? Instant::min() : Noting::now_->into_.next; }

}  // namespace pressrum

#include "check/same_pictures.hpp"

#include <algorithm>

namespace pressrum {
namespace {

bool has_same_bytes(const PublishedPhoto& a, const PublishedPhoto& b) { return !a.sha256.empty() && a.sha256 == b.sha256; }

}  // namespace

bool is_replaced(const PublishedPhoto& before, const PublishedPhoto& now) {
    return !before.sha256.empty() && !now.sha256.empty() && before.sha256 != now.sha256;
}

// A copy that was published beside it is not another file.
bool SamePictures::is_in_another_file(const PublishedPhoto& before) const {
    return std::any_of(now_.begin(), now_.end(), [&](const PublishedPhoto& now) {
        return has_same_bytes(before, now) && std::none_of(before_.begin(), before_.end(), [&](const PublishedPhoto& each) {
                   return each.file == now.file && has_same_bytes(each, now);
               });
    });
}

// Bytes before names; of several that are alike, the one by the same photographer. 0: not the same picture.
int SamePictures::likeness(const PublishedPhoto& before, const PublishedPhoto& now) const {
    const bool same_bytes = has_same_bytes(before, now), same_file = before.file == now.file;
    if (!same_bytes && (!same_file || is_in_another_file(before))) return 0;
    return (same_bytes ? 8 : 4) + (before.credit == now.credit ? 2 : 0) + (same_file ? 1 : 0);
}

const PublishedPhoto* SamePictures::published_as(const PublishedPhoto& now) const {
    const PublishedPhoto* best = nullptr;
    for (const PublishedPhoto& each : before_) {
        if (likeness(each, now) > (best != nullptr ? likeness(*best, now) : 0)) best = &each;
    }
    return best;
}

bool SamePictures::is_gone(const PublishedPhoto& before) const {
    return std::none_of(now_.begin(), now_.end(), [&](const PublishedPhoto& now) {
        const PublishedPhoto* published = published_as(now);
        if (published == nullptr) return now.credit == before.credit;
        return has_same_bytes(before, now) || published->file == before.file;
    });
}

}  // namespace pressrum

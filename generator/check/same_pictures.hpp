#pragma once
// Which picture of a release is which of those it was published with.
//
// The same bytes are the same picture, whatever the file is called. Other bytes under a published name are taken for that picture made anew,
// unless it now stands in another file. An earlier version of the program recorded nothing of the bytes: then the names decide.

#include "model/ledger.hpp"

#include <vector>

namespace pressrum {

// Whether the file holds other bytes, as far as both are known.
bool is_replaced(const PublishedPhoto& before, const PublishedPhoto& now);

class SamePictures {
public:
    // Both must outlive it.
    SamePictures(const std::vector<PublishedPhoto>& before, const std::vector<PublishedPhoto>& now) : before_(before), now_(now) {}

    // Null when it is a new one.
    const PublishedPhoto* published_as(const PublishedPhoto& now) const;
    // A published picture that nobody sees any more. When there is a new one by its photographer, it may have been scaled.
    bool is_gone(const PublishedPhoto& before) const;

private:
    bool is_in_another_file(const PublishedPhoto& before) const;
    int likeness(const PublishedPhoto& before, const PublishedPhoto& now) const;

    const std::vector<PublishedPhoto>& before_;
    const std::vector<PublishedPhoto>& now_;
};

}  // namespace pressrum

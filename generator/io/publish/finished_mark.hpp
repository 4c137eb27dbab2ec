#pragma once
// The mark of a run that ended well: `.pressrum-finished` in the output folder, with the digest of the manifest beside it.
//
// After a power cut a file may have its name and its size, and nothing in it. So the mark goes before anything changes, and comes back when
// all that was written has reached the disk. With it, what the manifest says of a file holds; without it every file is read again.

#include "base/digest.hpp"
#include "io/descriptor.hpp"

#include <string_view>

namespace pressrum {

inline constexpr const char* kFinishedMark = ".pressrum-finished";

bool is_finished(const Descriptor& folder, const Sha256& manifest);
// Once for the whole file system, which is far quicker than a file at a time. Throws when the disk says that it has lost something.
void mark_finished(const Descriptor& folder, const Sha256& manifest, std::string_view shown);
void remove_mark(const Descriptor& folder, std::string_view shown);

}  // namespace pressrum

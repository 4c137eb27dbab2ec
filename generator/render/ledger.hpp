#pragma once
// manifest.json, the publication ledger: every file with its SHA-256, every release with its permanent id, and the fingerprint
// of every statement and event time, so that a later run can tell what has changed since it was published.

#include "render/renderer.hpp"

#include <string>
#include <vector>

namespace pressrum {

// `outputs` are parallel to `files`; the ledger itself is left out.
std::string ledger(const Site& site, const std::vector<PlannedFile>& files, const std::vector<Output>& outputs, Threads threads);
// Writes it into its place among the outputs, when all others are finished; which that is.
std::size_t write_ledger(const Site& site, const Plan& plan, std::vector<Output>& outputs, Threads threads);

}  // namespace pressrum

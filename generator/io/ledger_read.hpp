#pragma once
// The releases of a manifest.json that an earlier run has written, for `--against`.

#include "base/diagnostic.hpp"
#include "model/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

// What a manifest's bytes say of releases. Nothing when it is not a whole manifest of ours; never throws, whatever the bytes are.
std::optional<Ledger> read_ledger(std::string_view bytes);

// Reads the file, which stands in `sources` from then on, and places every release in it. Reports a file that cannot be read or is not a
// manifest; nothing is compared then.
std::optional<Ledger> load_ledger(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace pressrum

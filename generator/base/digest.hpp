#pragma once
// Fingerprints of bytes: SHA-256 for what others may check (the publication ledger, addresses of assets).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressrum {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
std::string to_hex(const Sha256& digest);
// "sha256-…", as Subresource Integrity writes it.
std::string to_integrity(const Sha256& digest);

}  // namespace pressrum

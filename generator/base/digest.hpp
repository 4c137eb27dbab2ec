#pragma once
// Fingerprints of bytes: SHA-256 for what others may check (the publication ledger, addresses of assets).

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressrum {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
// Of bytes that come in parts.
class Sha256Stream {
public:
    Sha256Stream();
    void add(std::string_view bytes);
    Sha256 digest();  // once, at the end

private:
    alignas(std::max_align_t) std::array<std::uint8_t, 128> state_;  // the library's
};
std::string to_hex(const Sha256& digest);
Sha256 from_hex(std::string_view digits);  // what to_hex() wrote
// The first eight digits: enough to tell the versions of one file apart in its name.
std::string to_short_hex(const Sha256& digest);
inline constexpr std::size_t kShortHex = 8;
// "sha256-…", as Subresource Integrity writes it.
std::string to_integrity(const Sha256& digest);

}  // namespace pressrum

#pragma once
// Fingerprints of bytes: SHA-256 for what others may check (the publication ledger, addresses of assets).

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace pressrum {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
// The same for bytes that come piece by piece.
class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    void add(std::string_view bytes);
    Sha256 finish();  // once, and nothing after it

private:
    struct State;
    std::unique_ptr<State> state_;
};
std::string to_hex(const Sha256& digest);
Sha256 from_hex(std::string_view digits);  // what to_hex() wrote
// The first eight digits: enough to tell the versions of one file apart in its name.
std::string to_short_hex(const Sha256& digest);
inline constexpr std::size_t kShortHex = 8;
// "sha256-…", as Subresource Integrity writes it.
std::string to_integrity(const Sha256& digest);

}  // namespace pressrum

#include "base/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <stdexcept>

namespace pressrum {
namespace {

void require(bool done) {
    if (!done) throw std::runtime_error("the cryptographic library cannot make a SHA-256");
}

// The library's SHA-256 uses what the processor has for it. It is looked up once, and no configuration of the machine's is read.
const EVP_MD* algorithm() {
    static const EVP_MD* const found = [] {
        require(OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr) == 1);
        const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        require(fetched != nullptr);
        return fetched;
    }();
    return found;
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
    Sha256 digest{};
    require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm(), nullptr) == 1);
    return digest;
}

struct Sha256Stream::State {
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
    require(state_->context != nullptr && EVP_DigestInit_ex(state_->context.get(), algorithm(), nullptr) == 1);
}
Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(std::string_view bytes) { require(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1); }

Sha256 Sha256Stream::finish() {
    Sha256 digest{};
    require(EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr) == 1);
    return digest;
}

std::string to_hex(const Sha256& digest) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        out.push_back(kDigits[byte >> 4]);
        out.push_back(kDigits[byte & 15]);
    }
    return out;
}

std::string to_short_hex(const Sha256& digest) { return to_hex(digest).substr(0, kShortHex); }

Sha256 from_hex(std::string_view digits) {
    const auto value = [](char c) { return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
    Sha256 digest{};
    for (std::size_t i = 0; i < digest.size() && 2 * i + 1 < digits.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(value(digits[2 * i]) << 4 | value(digits[2 * i + 1]));
    return digest;
}

std::string to_integrity(const Sha256& digest) {
    std::array<unsigned char, 4 * ((sizeof(Sha256) + 2) / 3) + 1> text{};
    EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
    return std::string("sha256-") + reinterpret_cast<const char*>(text.data());
}

}  // namespace pressrum

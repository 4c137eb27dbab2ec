#include "base/minisign.hpp"

#include "base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace pressrum {
namespace {

constexpr std::string_view kUntrusted = "untrusted comment: ", kTrusted = "trusted comment: ";
constexpr std::string_view kKeyMark = "Ed", kPrehashedMark = "ED", kScryptMark = "Sc", kBlakeMark = "B2";
constexpr std::string_view kUnencryptedMark("\0\0", 2);

using Hash = std::array<unsigned char, 64>;
using Ed25519Signature = std::array<std::uint8_t, crypto_sign_BYTES>;

// Other processors have other implementations, and the library chooses once.
void start_library() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be started");
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string to_base64(const std::vector<std::uint8_t>& bytes) {
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the final NUL
    return text;
}

// Exactly this many bytes, written as they must be.
template <std::size_t Size>
bool read_base64(std::string_view text, std::array<std::uint8_t, Size>& bytes) {
    std::size_t length = 0;
    const char* end = nullptr;
    // libsodium takes some bytes above 0x7F for letters.
    const bool read = is_ascii(text) && sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length, &end,
                                                          sodium_base64_VARIANT_ORIGINAL) == 0;
    return read && length == Size && end == text.data() + text.size();
}

template <std::size_t Size>
std::array<std::uint8_t, Size> part_of(const std::uint8_t* bytes) {
    std::array<std::uint8_t, Size> part;
    std::copy_n(bytes, Size, part.begin());
    return part;
}

bool has_mark(const std::uint8_t* bytes, std::string_view mark) { return std::memcmp(bytes, mark.data(), mark.size()) == 0; }

std::uint64_t read_number(const std::uint8_t* bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = 8; i-- > 0;) number = number << 8 | bytes[i];
    return number;
}

std::vector<std::string_view> lines_of(std::string_view file) {
    std::vector<std::string_view> lines = split(file, '\n');
    for (std::string_view& line : lines) {
        if (line.ends_with('\r')) line.remove_suffix(1);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

Hash hash_of(std::string_view bytes) {
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
    return hash;
}

// What the second signature covers.
std::string signed_comment(const Ed25519Signature& signature, std::string_view comment) {
    return std::string(signature.begin(), signature.end()).append(comment);
}

bool fits(const Ed25519Signature& signature, const unsigned char* bytes, std::size_t size, const PublicKey& key) {
    return crypto_sign_verify_detached(signature.data(), bytes, size, key.point.data()) == 0;
}

}  // namespace

// ---------------------------------------------------------------- public keys

namespace {
constexpr std::size_t kPublicKeyBytes = 2 + 8 + 32;
}

std::optional<PublicKey> parse_public_key(std::string_view line) {
    std::array<std::uint8_t, kPublicKeyBytes> bytes;
    if (!read_base64(line, bytes) || !has_mark(bytes.data(), kKeyMark)) return std::nullopt;
    const PublicKey key{part_of<8>(bytes.data() + 2), part_of<32>(bytes.data() + 10)};
    // For some points anybody could make signatures.
    if (crypto_core_ed25519_is_valid_point(key.point.data()) != 1) return std::nullopt;
    return key;
}

std::string to_text(const PublicKey& key) {
    std::vector<std::uint8_t> bytes(kKeyMark.begin(), kKeyMark.end());
    bytes.insert(bytes.end(), key.id.begin(), key.id.end());
    bytes.insert(bytes.end(), key.point.begin(), key.point.end());
    return to_base64(bytes);
}

std::string to_hex(const std::array<std::uint8_t, 8>& key_id) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string text;
    for (std::size_t i = key_id.size(); i-- > 0;) {
        text += kDigits[key_id[i] >> 4];
        text += kDigits[key_id[i] & 15];
    }
    return text;
}

// ---------------------------------------------------------------- signatures

namespace {
constexpr std::size_t kSignatureBytes = 2 + 8 + crypto_sign_BYTES;
}

CheckedSignature check_signature(std::string_view file, std::string_view bytes, const PublicKey& key) {
    start_library();
    const auto failed = [](SignatureFault fault, std::array<std::uint8_t, 8> key_id = {}) { return CheckedSignature{fault, key_id, {}}; };
    const std::vector<std::string_view> lines = lines_of(file);
    std::array<std::uint8_t, kSignatureBytes> first;
    Ed25519Signature second;
    const bool sound = lines.size() == 4 && lines[0].starts_with(kUntrusted) && lines[2].starts_with(kTrusted) &&
                       read_base64(lines[1], first) && read_base64(lines[3], second) && has_mark(first.data(), kPrehashedMark);
    if (!sound) return failed(SignatureFault::form);
    const auto key_id = part_of<8>(first.data() + 2);
    if (key_id != key.id) return failed(SignatureFault::other_key, key_id);
    const auto signature = part_of<crypto_sign_BYTES>(first.data() + 10);
    const Hash hash = hash_of(bytes);
    if (!fits(signature, hash.data(), hash.size(), key)) return failed(SignatureFault::content, key_id);
    const std::string_view comment = lines[2].substr(kTrusted.size());
    const std::string about = signed_comment(signature, comment);
    if (!fits(second, bytes_of(about), about.size(), key)) return failed(SignatureFault::comment, key_id);
    return {std::nullopt, key_id, std::string(comment)};
}

// ---------------------------------------------------------------- secret keys

namespace {

// "Ed", how it is encrypted, how it is checked, salt, two limits; then, encrypted or not: id, key, checksum.
constexpr std::size_t kOpenBytes = 2 + 2 + 2 + 32 + 8 + 8, kHiddenBytes = 8 + 64 + 32;
constexpr std::size_t kSalt = 6, kOperations = 38, kMemory = 46;

// A key made by minisign itself wants 2^25 operations and 1 GiB.
constexpr std::uint64_t kMaxOperations = std::uint64_t{1} << 27, kMaxMemory = std::uint64_t{2} << 30;

// Wiped when it is destroyed.
template <std::size_t Size>
struct Secret {
    std::array<std::uint8_t, Size> bytes{};
    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { sodium_memzero(bytes.data(), bytes.size()); }
};

}  // namespace

bool is_secret_key(std::string_view line) {
    Secret<kOpenBytes + kHiddenBytes> key;
    return read_base64(line, key.bytes) && has_mark(key.bytes.data(), kKeyMark);
}

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(other.bytes_), public_(other.public_) {
    sodium_memzero(other.bytes_.data(), other.bytes_.size());
}
SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

class SecretKeyReader {
public:
    tl::expected<SecretKey, KeyFault> read(std::string_view file, std::optional<std::string_view> password) {
        start_library();
        const std::vector<std::string_view> lines = lines_of(file);
        const std::uint8_t* const all = whole_.bytes.data();
        const bool sound = lines.size() == 2 && lines[0].starts_with(kUntrusted) && read_base64(lines[1], whole_.bytes) &&
                           has_mark(all, kKeyMark) && has_mark(all + 4, kBlakeMark);
        if (!sound) return tl::unexpected(KeyFault::form);
        const bool encrypted = has_mark(all + 2, kScryptMark);
        if (!encrypted && !has_mark(all + 2, kUnencryptedMark)) return tl::unexpected(KeyFault::form);
        if (encrypted) {
            if (!password) return tl::unexpected(KeyFault::wants_password);
            if (!decrypt(*password)) return tl::unexpected(KeyFault::too_demanding);
            if (!has_checksum()) return tl::unexpected(KeyFault::wrong_password);
        }
        return key();
    }

private:
    std::uint8_t* hidden() { return whole_.bytes.data() + kOpenBytes; }

    bool decrypt(std::string_view password) {
        const std::uint8_t* const all = whole_.bytes.data();
        const std::uint64_t operations = read_number(all + kOperations), memory = read_number(all + kMemory);
        if (operations > kMaxOperations || memory > kMaxMemory) return false;
        Secret<kHiddenBytes> stream;
        const int failed = crypto_pwhash_scryptsalsa208sha256(stream.bytes.data(), stream.bytes.size(), password.data(), password.size(),
                                                              all + kSalt, operations, static_cast<std::size_t>(memory));
        if (failed != 0) return false;
        for (std::size_t i = 0; i < kHiddenBytes; ++i) hidden()[i] ^= stream.bytes[i];
        return true;
    }

    // An unencrypted key has none: minisign leaves zeros there.
    bool has_checksum() {
        std::array<unsigned char, 32> checksum;
        crypto_generichash_state state;
        crypto_generichash_init(&state, nullptr, 0, checksum.size());
        crypto_generichash_update(&state, whole_.bytes.data(), 2);
        crypto_generichash_update(&state, hidden(), 8 + 64);
        crypto_generichash_final(&state, checksum.data(), checksum.size());
        return sodium_memcmp(checksum.data(), hidden() + 8 + 64, checksum.size()) == 0;
    }

    // Signing with halves that do not belong together would give the secret one away.
    tl::expected<SecretKey, KeyFault> key() {
        std::array<std::uint8_t, 32> point;
        Secret<64> pair;
        crypto_sign_seed_keypair(point.data(), pair.bytes.data(), hidden() + 8);
        if (sodium_memcmp(pair.bytes.data(), hidden() + 8, pair.bytes.size()) != 0) return tl::unexpected(KeyFault::form);
        SecretKey key;
        key.bytes_ = pair.bytes;
        key.public_ = {part_of<8>(hidden()), point};
        return key;
    }

    Secret<kOpenBytes + kHiddenBytes> whole_;
};

tl::expected<SecretKey, KeyFault> parse_secret_key(std::string_view file, std::optional<std::string_view> password) {
    return SecretKeyReader().read(file, password);
}

std::string make_signature(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment) {
    start_library();
    const auto sign_bytes = [&](const unsigned char* begin, std::size_t size) {
        Ed25519Signature signature;
        crypto_sign_detached(signature.data(), nullptr, begin, size, key.bytes_.data());
        return signature;
    };
    const Hash hash = hash_of(bytes);
    const Ed25519Signature first = sign_bytes(hash.data(), hash.size());
    const std::string about = signed_comment(first, trusted_comment);
    const Ed25519Signature second = sign_bytes(bytes_of(about), about.size());

    std::vector<std::uint8_t> marked(kPrehashedMark.begin(), kPrehashedMark.end());
    marked.insert(marked.end(), key.public_.id.begin(), key.public_.id.end());
    marked.insert(marked.end(), first.begin(), first.end());
    std::string file(kUntrusted);
    file.append("signature from pressrum\n").append(to_base64(marked)).append("\n");
    file.append(kTrusted).append(trusted_comment).append("\n").append(to_base64({second.begin(), second.end()})).append("\n");
    return file;
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

}  // namespace pressrum

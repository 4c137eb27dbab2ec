#pragma once
// Keys and signatures as minisign writes them (https://jedisct1.github.io/minisign/), so that whoever has that program can check what we
// have signed.
//
// A signature is Ed25519 over the BLAKE2b-512 of the file (the prehashed form, "ED"), and a second one over the first and its trusted
// comment. The older form over the file itself is neither made nor accepted. Nothing here throws, whatever the bytes are. Nothing here
// reads a file, a clock or a password: the caller does.

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

struct PublicKey {
    std::array<std::uint8_t, 8> id{};  // chosen when the pair was made; a signature names it
    std::array<std::uint8_t, 32> point{};

    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

// "RW…": the second line of a file that minisign calls a public key.
std::optional<PublicKey> parse_public_key(std::string_view line);
std::string to_text(const PublicKey& key);
// The id as minisign shows it: "1A350EBC12C7C684".
std::string to_hex(const std::array<std::uint8_t, 8>& key_id);
// Whether this line is the other half of a pair, which nobody may see.
bool is_secret_key(std::string_view line);

enum class SignatureFault {
    form,       // not a minisign signature, or one of the older form
    other_key,  // made with another key
    content,    // it is not about these bytes
    comment,    // its own comment was changed
};
struct CheckedSignature {
    std::optional<SignatureFault> fault;
    std::array<std::uint8_t, 8> key_id{};  // of the key it says it was made with; unless fault is `form`
    std::string trusted_comment;           // when there is no fault: any one-line text
};
// `file` is what stands in the .minisig.
CheckedSignature check_signature(std::string_view file, std::string_view bytes, const PublicKey& key);

// Its bytes are overwritten when it is destroyed.
class SecretKey {
public:
    SecretKey(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    const PublicKey& public_key() const { return public_; }

private:
    friend class SecretKeyReader;
    friend std::string make_signature(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment);
    SecretKey() = default;

    std::array<std::uint8_t, 64> bytes_{};
    PublicKey public_;
};

enum class KeyFault {
    form,            // not a secret key of minisign, or damaged
    wants_password,  // encrypted, and none was given
    wrong_password,
    too_demanding,  // decrypting it takes more memory than there is, or than we give
};
// What stands in a secret key's file. Only encrypted ones ask for the password.
tl::expected<SecretKey, KeyFault> parse_secret_key(std::string_view file, std::optional<std::string_view> password);

// What stands in the .minisig. The same key, bytes and comment always give the same text; the comment is one line.
std::string make_signature(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment);

// Overwrites a text that nobody should find in memory afterwards, and empties it.
void wipe(std::string& text);

}  // namespace pressrum

// Keys and signatures: what is taken for one is whole, and only what the key has signed is taken for signed.
#include "base/minisign.hpp"
#include "fuzz/fuzz.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

constexpr std::string_view kKey = "RWR4VvpS7EikWVFFWoavauYqeqyuV+EQH5ZJLnn+tQzQ4a7AWim2cph6";  // of tests/keys
constexpr std::string_view kBytes = "hej\n";
// All that the key has signed, in tests/fuzz/corpus.
constexpr std::string_view kComment = "timestamp:1795518000\tfile:hej.txt\thashed";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = to_text(data, size);
    const std::optional<PublicKey> key = parse_public_key(text);
    if (key) must(to_text(*key) == text, "a public key is written as it is read");
    must(!key || !is_secret_key(text), "no line is both halves of a pair");
    const CheckedSignature checked = check_signature(text, kBytes, *parse_public_key(kKey));
    if (!checked.fault) must(checked.trusted_comment == kComment, "nothing is accepted that was not signed");
    // Without a password: guessing them is not what this is about.
    const auto secret = parse_secret_key(text, std::nullopt);
    if (!secret) return 0;
    const CheckedSignature own = check_signature(make_signature(*secret, text, "x"), text, secret->public_key());
    must(!own.fault && own.trusted_comment == "x", "what a key signs its other half accepts");
    return 0;
}

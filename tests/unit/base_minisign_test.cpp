// Keys and signatures of minisign. The vectors were made by minisign 0.11 of Debian with the key of tests/keys.
#include "base/minisign.hpp"

#include "support/golden.hpp"

#include <sodium.h>
#include <catch2/catch.hpp>

#include <random>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const std::string kPublic = "RWR4VvpS7EikWVFFWoavauYqeqyuV+EQH5ZJLnn+tQzQ4a7AWim2cph6";
const std::string kOtherPublic = "RWRI4T35ni7LPdwyL9COMvboEbWg3QFZeaE1qWnhvSULJQSClBCsx/5k";

const std::string kComment = "timestamp:1795518000\tfile:hej.txt\thashed";
const std::string kSigned =
    "untrusted comment: signature from minisign secret key\n"
    "RUR4VvpS7EikWWU8K2AcLOkhZ+PqLBDGVM4N5HIb4/wiUUCj+kMoItpBJKCZQZahBlzeYhnkK0Y3puujlhnKGdRWJlKM+VEn9gE=\n"
    "trusted comment: timestamp:1795518000\tfile:hej.txt\thashed\n"
    "hRspn10sCMRORsQMe+ZPqUelnmIWKO1aQAoCU/C8kMg6PjFq31o0tF5Yz5f0I745fuwS94d1miFOjMTBUrI1AA==\n";
// The form of minisign before 0.10: over the file itself.
const std::string kLegacy =
    "untrusted comment: signature from minisign secret key\n"
    "RWR4VvpS7EikWW+kGelCl3kz4lfl2ehuGvtDAvoxH8PCbYvQ/mXSJ12haydPXqg8VzfP96bDFh7JSRQhvmqdv9vZkcesIAhO1gM=\n"
    "trusted comment: timestamp:1795518000\tfile:hej.txt\n"
    "4RuS504MdFw5k0SRrirdvRrAAtNO9CTYgIpJ5hX7xiKphyszyU5Tzcy/YocDOtwFCE7VPgjuzc4kqfPQC0VhAQ==\n";
const std::string kByOther =
    "untrusted comment: signature from minisign secret key\n"
    "RURI4T35ni7LPc4tTMfZeIjKAYX/4rkHCKPf8EU6HcOcrIa/BybfPnK4eqRjhyZSiUgLZPQDmeZWb6FiGuX6cgtRa7DRN5eqEQY=\n"
    "trusted comment: x\n"
    "qsLEDhKcfaCbGM74T9HaV2xQlQHwPdtCJBHa6F97HmnTSesQjFXn7xGefty2sVCJTrQ4NqMoWcFFtu691m/6Dg==\n";
const std::string kOfMany =
    "untrusted comment: signature from minisign secret key\n"
    "RUR4VvpS7EikWdZ2KGkhdzsOq33K+yJl/Qgvk1xA1r6AoYy3n1n6BiNf2rboyy28LLUQMdLkTBZNEyE88taWJgKpQCtiZ82dZgM=\n"
    "trusted comment: åäö – blå\n"
    "I9/hFB++wraMHWypU+PaPC6AaI4wVzAGyM9FEiFRO/Fsrs+H+55E50SnCvCV44THXaJeBJrL5NxrvJaZtKCVCg==\n";

PublicKey public_key(const std::string& line = kPublic) {
    const auto key = parse_public_key(line);
    REQUIRE(key);
    return *key;
}

std::string key_file(const char* name) { return read_file(fs::path(PRESSRUM_TESTS_DIR) / "keys" / name); }

SecretKey secret_key() {
    auto key = parse_secret_key(key_file("test.key"), std::nullopt);
    REQUIRE(key);
    return std::move(*key);
}

// The trusted comment, or what is wrong.
std::string checked(const std::string& file, const std::string& bytes = "hej\n", const std::string& key = kPublic) {
    const CheckedSignature result = check_signature(file, bytes, public_key(key));
    if (!result.fault) return result.trusted_comment;
    static constexpr const char* kFaults[] = {"!form", "!other key", "!content", "!comment"};
    return kFaults[static_cast<int>(*result.fault)];
}

std::string key_fault(const std::string& file, std::optional<std::string_view> password = {}) {
    const auto key = parse_secret_key(file, password);
    static constexpr const char* kFaults[] = {"!form", "!wants password", "!wrong password", "!too demanding"};
    return key ? to_text(key->public_key()) : kFaults[static_cast<int>(key.error())];
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a public key is read and written as minisign does, and shown by its id") {
    CHECK(to_text(public_key()) == kPublic);
    CHECK(to_hex(public_key().id) == "59A448EC52FA5678");
    CHECK(key_file("test.pub") == "untrusted comment: minisign public key 59A448EC52FA5678\n" + kPublic + "\n");
    CHECK(public_key() == public_key());
    CHECK_FALSE(public_key() == public_key(kOtherPublic));
}

TEST_CASE("what is no public key is none") {
    const std::string zeros(43, 'A');
    for (const std::string& line :
         std::vector<std::string>{"", "RW", kPublic.substr(1), kPublic + "A", kPublic + "\n", " " + kPublic, kPublic.substr(0, 55) + "=",
                                  "RU" + kPublic.substr(2), kPublic.substr(0, 30) + "*" + kPublic.substr(31), std::string(10000, 'R'),
                                  std::string(56, '\0'), "RWR4VvpS7EikW" + zeros}) {
        INFO(line);
        CHECK_FALSE(parse_public_key(line));
        CHECK_FALSE(is_secret_key(line));
    }
    for (int byte = 0x80; byte < 0x100; ++byte) {  // no letter of base64, whatever a library makes of it
        std::string line = kPublic;
        line[4] = static_cast<char>(byte);
        CHECK_FALSE(parse_public_key(line));
    }
    CHECK(is_secret_key(lines_of(key_file("test.key")).at(1)));
    CHECK_FALSE(is_secret_key(kPublic));
}

TEST_CASE("signatures that minisign made are accepted, for the bytes they were made of and no others") {
    CHECK(checked(kSigned) == kComment);
    CHECK(checked(replaced(kSigned, "secret key", "a friend")) == kComment);  // nobody vouches for that comment
    CHECK(checked(replaced(replaced(replaced(replaced(kSigned, "key\n", "key\r\n"), "9gE=\n", "9gE=\r\n"), "hashed\n", "hashed\r\n"),
                           "AA==\n", "AA==\r\n")) == kComment);
    CHECK(checked(kSigned.substr(0, kSigned.size() - 1)) == kComment);
    CHECK(checked(kOfMany, std::string(300'000, 'a')) == "åäö – blå");
    CHECK(checked(kByOther, "hej\n", kOtherPublic) == "x");

    CHECK(checked(kSigned, "hej") == "!content");
    CHECK(checked(kSigned, "") == "!content");
    CHECK(checked(kByOther) == "!other key");
    // Another key under the same id.
    CHECK(checked(replaced(kByOther, "RURI4T35ni7LP", "RUR4VvpS7EikW")) == "!content");
    CHECK(checked(replaced(kSigned, "1795518000", "1795518001")) == "!comment");
    CHECK(checked(replaced(kSigned, "hRspn10s", "hRspn10t")) == "!comment");
    CHECK(checked(replaced(kSigned, "RUR4VvpS7EikWWU8", "RUR4VvpS7EikWWU9")) == "!content");
}

TEST_CASE("what is no signature in today's form is refused as such") {
    const std::string first = "untrusted comment: x\n", trusted = "trusted comment: x\n";
    for (const std::string& file : std::vector<std::string>{
             "", "\n\n\n\n", kLegacy, kSigned + "mer\n", kSigned + kSigned, kSigned.substr(0, 200), replaced(kSigned, "trusted", "Trusted"),
             replaced(kSigned, "\ntrusted comment: ", "\ncomment: "), replaced(kSigned, "9gE=", "9gE"), replaced(kSigned, "9gE=", "9gE= "),
             replaced(kSigned, "AA==", "AB=="), replaced(kSigned, "RUR4", "RUS*"), replaced(kSigned, "\nhR", "\n\nhR"),
             std::string(8000, '\0'), "\xEF\xBB\xBF" + kSigned, first + trusted + "\n\n"}) {
        INFO(file.substr(0, 200));
        CHECK(checked(file) == "!form");
    }
}

TEST_CASE("no damaged signature is accepted, and none makes trouble") {
    std::mt19937 random(20240507);
    for (int i = 0; i < 3000; ++i) {
        std::string file = kSigned;
        const std::size_t signed_from = file.find('\n') + 1;  // what stands before is anybody's
        const std::size_t at = signed_from + random() % (file.size() - 1 - signed_from);
        const char before = file[at];
        switch (random() % 3) {
            case 0: file[at] = static_cast<char>(random()); break;
            case 1: file.erase(at, 1 + random() % 5); break;
            default: file.insert(at, std::string(1 + random() % 3, static_cast<char>(random())));
        }
        INFO(file);
        if (file.size() == kSigned.size() && file[at] == before) continue;
        if (file == kSigned) continue;
        const std::string result = checked(file);
        // White space at the end says nothing.
        if (result == kComment) CHECK(file.find_last_not_of("\r\n") == kSigned.find_last_not_of("\r\n"));
        else CHECK(result.starts_with("!"));
    }
}

TEST_CASE("a signature of ours is the one that minisign makes of the same") {
    const std::string ours = make_signature(secret_key(), "hej\n", kComment);
    CHECK(ours == replaced(kSigned, "minisign secret key", "pressrum"));
    CHECK(ours == make_signature(secret_key(), "hej\n", kComment));
    CHECK(checked(ours) == kComment);
    CHECK(checked(make_signature(secret_key(), "", ""), "") == "");
}

TEST_CASE("secret keys are read, encrypted and not") {
    CHECK(key_fault(key_file("test.key")) == kPublic);
    CHECK(key_fault(key_file("test.key"), "not asked for") == kPublic);
    CHECK(key_fault(key_file("test-encrypted.key"), "blå båt") == kPublic);
    CHECK(key_fault(key_file("test-encrypted.key")) == "!wants password");
    for (const char* password : {"", "bla bat", "blå båt ", "Blå båt"})
        CHECK(key_fault(key_file("test-encrypted.key"), password) == "!wrong password");
}

TEST_CASE("what is no secret key, or a damaged one, is refused") {
    const std::string key = key_file("test.key");
    const std::string line = lines_of(key).at(1);
    const auto with_line = [](const std::string& text) { return "untrusted comment: x\n" + text + "\n"; };
    CHECK(key_fault(with_line(line)) == kPublic);
    for (const std::string& file : std::vector<std::string>{
             "", line, key + key, key_file("test.pub"), with_line(line.substr(0, 100)), with_line("RXRT" + line.substr(4)),
             with_line(line.substr(0, 4) + "//" + line.substr(6)), std::string(5000, '\0'), kSigned}) {
        INFO(file);
        CHECK(key_fault(file) == "!form");
    }
    // Halves that do not belong together: signing with them would give the secret one away.
    for (std::size_t at = 85; at < 165; at += 7) {
        std::string damaged = line;
        damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
        CHECK(key_fault(with_line(damaged)) == "!form");
    }
}

TEST_CASE("a key cannot ask for any amount of memory and time") {
    const std::string line = lines_of(key_file("test-encrypted.key")).at(1);
    // The numbers are bytes 38 to 45 and 46 to 53, the lowest first: here the fifth and the last of them are raised.
    std::string operations = line, memory = line;
    operations.replace(56, 4, "////");
    memory.replace(68, 4, "AAD/");
    for (const std::string& each : {operations, memory})
        CHECK(key_fault("untrusted comment: x\n" + each + "\n", "blå båt") == "!too demanding");
}

namespace {

// The key of tests/keys, encrypted as minisign does it, with limits so low that it takes no time.
std::string encrypted(const std::string& password, std::uint64_t operations, std::uint64_t memory,
                      std::size_t damaged = std::string::npos) {
    constexpr std::size_t kOpen = 54, kChecked = 72;
    std::vector<unsigned char> key(158), stream(104), about = {'E', 'd'};
    std::size_t length = 0;
    const std::string line = lines_of(key_file("test.key")).at(1);
    REQUIRE(sodium_base642bin(key.data(), key.size(), line.data(), line.size(), nullptr, &length, nullptr,
                              sodium_base64_VARIANT_ORIGINAL) == 0);
    key[2] = 'S', key[3] = 'c';
    for (std::size_t i = 0; i < 8; ++i) {
        key[38 + i] = static_cast<unsigned char>(operations >> (8 * i));
        key[46 + i] = static_cast<unsigned char>(memory >> (8 * i));
    }
    about.insert(about.end(), key.begin() + kOpen, key.begin() + kOpen + kChecked);
    crypto_generichash(key.data() + kOpen + kChecked, 32, about.data(), about.size(), nullptr, 0);
    if (damaged != std::string::npos) key[damaged] ^= 1;
    REQUIRE(crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), password.data(), password.size(), key.data() + 6, operations,
                                               static_cast<std::size_t>(memory)) == 0);
    for (std::size_t i = 0; i < stream.size(); ++i) key[kOpen + i] ^= stream[i];
    std::string text(sodium_base64_ENCODED_LEN(key.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), key.data(), key.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return "untrusted comment: x\n" + text + "\n";
}

}  // namespace

TEST_CASE("an encrypted key opens with its password, when all that its checksum is of is as it was") {
    constexpr std::uint64_t kFew = 32768, kLittle = std::uint64_t{16} << 20;
    CHECK(key_fault(encrypted("blå", kFew, kLittle), "blå") == kPublic);
    CHECK(key_fault(encrypted("", kFew, kLittle), "") == kPublic);
    CHECK(key_fault(encrypted("blå", kFew, kLittle), "bla") == "!wrong password");
    CHECK(key_fault(encrypted("blå", kFew, kLittle)) == "!wants password");
    // The id, the first and the last byte of the key, the checksum.
    for (const std::size_t at : {54U, 61U, 62U, 125U, 126U, 157U}) {
        INFO(at);
        CHECK(key_fault(encrypted("blå", kFew, kLittle, at), "blå") == "!wrong password");
    }
}

TEST_CASE("a text is wiped") {
    std::string text = "hemligt";
    wipe(text);
    CHECK(text.empty());
    wipe(text);
}

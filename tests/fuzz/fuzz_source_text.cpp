// The bytes of a text file in any encoding: they become text without faults, which stays as it is, and each fault has its place. And the small
// work on text that everything else rests on.
#include "base/escape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "fuzz/fuzz.hpp"
#include "io/source_text.hpp"
#include "read/values.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

bool begins_character(std::string_view text, std::size_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

// Holds for any bytes.
void must_be_walkable(std::string_view text) {
    std::size_t at = 0, count = 0;
    while (at < text.size()) {
        const Character next = character_at(text, at);
        must(next.length >= 1 && next.length <= 4 && at + next.length <= text.size(), "a character ends in the text");
        at += next.length;
        ++count;
    }
    must(count == count_characters(text) || find_text_fault(text), "characters are counted as they are walked");
    std::string joined;
    for (const std::string_view part : split(text, ',')) joined += std::string(part) + ",";
    joined.pop_back();
    must(joined == text, "the parts of a text are the text");
    must(trim(trim(text)) == trim(text), "what is trimmed has no ends to trim");
    must(squeeze(squeeze(text)) == squeeze(text), "what is squeezed has nothing to squeeze");
    for (const std::size_t most : {std::size_t{0}, text.size() / 2, text.size()})
        must(clip(text, most).size() <= most && text.starts_with(clip(text, most)), "a clipped text is its beginning");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = to_text(data, size);
    must_be_walkable(bytes);
    const SourceText read = to_source_text(bytes);
    must(!find_text_fault(read.text), "what is read is UTF-8 without control characters");
    must(!read.not_utf8 || begins_character(read.text, *read.not_utf8), "what was no UTF-8 has its place");
    must(!read.control || begins_character(read.text, *read.control), "a control character has its place");
    must(read.not_utf8 || read.control || !find_text_fault(bytes) || bytes.starts_with("\xEF\xBB\xBF"), "a fault is told");

    const SourceText again = to_source_text(read.text);
    must(again.text == read.text || read.text.starts_with("\xEF\xBB\xBF"), "what has been read is read as it is");
    must(!again.not_utf8 && !again.control, "what has been read has no faults");
    must(to_nfc(read.text) == read.text, "what is read is in normal form");

    const std::string slug = to_slug(read.text);
    must(slug.size() <= 60 && (slug.empty() || parse_key(slug).has_value()), "an address made of words is a key");
    must(to_html(read.text).find('<') == std::string::npos, "text between elements holds no element");
    to_lower(read.text);
    to_upper(read.text);
    return 0;
}

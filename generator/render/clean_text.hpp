#pragma once
// Text that every reader of XML 1.0, JSON and iCalendar accepts, whatever bytes it was made from.

#include <string>
#include <string_view>

namespace pressrum {

// No control character but tab and LF, and no noncharacter (U+FFFE, U+FFFF): XML 1.0 has no way to write most of them.
bool is_text_character(char32_t code);

// Other characters are dropped, CRLF and CR become LF, each byte of broken UTF-8 becomes U+FFFD.
std::string to_clean_text(std::string_view text);

// A long text that is written several times: it is cleaned when it is made.
class CleanText {
public:
    CleanText() = default;
    CleanText(const std::string& text) : text_(to_clean_text(text)) {}
    CleanText(const char* text) : text_(to_clean_text(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

private:
    std::string text_;
};

}  // namespace pressrum

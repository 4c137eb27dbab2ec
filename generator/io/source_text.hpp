#pragma once
// The bytes of a text file as the program wants them: UTF-8 in NFC, without byte order mark and without control characters.
//
// A file that was saved in another encoding is a fault, but one fault: it is read as what it most likely is (Windows-1252, UTF-16 when its
// byte order mark says so), so that everything else in it can be checked as if it had been saved correctly. The caller reports the
// fault, and nothing is published.

#include <cstddef>
#include <optional>
#include <string>

namespace pressrum {

struct SourceText {
    std::string text;

    // The first character that was not UTF-8, and the first control character (U+FFFD in `text`), as byte offsets into `text`.
    std::optional<std::size_t> not_utf8 = {};
    std::optional<std::size_t> control = {};
    char32_t control_code = 0;
};

SourceText to_source_text(std::string bytes);

}  // namespace pressrum

#pragma once
// HTML character references (&nbsp; &ndash; &#8211; &#x2013;) → the characters they stand for.
//
// Known by name: Latin 1 and the punctuation that people copy out of web editors. An unknown name stays as it is
// written; a number that is not a character of text becomes U+FFFD.

#include <string>
#include <string_view>

namespace pressrum {

// `reference` with its & and semicolon.
void append_entity(std::string& out, std::string_view reference);

}  // namespace pressrum

#pragma once
// Text made smaller, for web servers that send the compressed file they find beside the original.

#include <string>
#include <string_view>

namespace pressrum {

// RFC 1952. Its header names no file, time or system: the same bytes give the same result.
std::string to_gzip(std::string_view bytes);

// RFC 7932.
std::string to_brotli(std::string_view bytes);

}  // namespace pressrum

#pragma once
// Text made smaller, for web servers that send a compressed file as it lies beside the other.

#include <string>
#include <string_view>

namespace pressrum {

// RFC 1952. Its head names no file, time or system: the same bytes give the same.
std::string to_gzip(std::string_view bytes);

// RFC 7932.
std::string to_brotli(std::string_view bytes);

}  // namespace pressrum

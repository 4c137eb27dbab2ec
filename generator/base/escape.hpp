#pragma once
// One escape function for each target, called where the bytes are written, exactly once.
//
// XML and JSON are escaped by the libraries that write them, templates by the layout engine, calendars by their
// writer; what is left is HTML that the generator makes itself, and addresses.

#include <string>
#include <string_view>

namespace pressrum {

// & < > and " : safe in text and in double-quoted attributes.
void append_html(std::string& out, std::string_view text);
std::string to_html(std::string_view text);

// Percent-encodes what RFC 3986 does not allow in a path or query (UTF-8 bytes); existing %XX stay.
std::string to_url_path(std::string_view text);
// Percent-encodes everything but unreserved characters: for one value in a query.
std::string to_url_value(std::string_view text);

}  // namespace pressrum

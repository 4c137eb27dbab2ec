#pragma once
// Single values as editors write them: text → typed value, or the reason why not, with what to write instead.

#include "base/diagnostic.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace pressrum {

Result<std::string> parse_key(std::string_view text);
Result<std::string> parse_language(std::string_view text);
Result<std::string> parse_url(std::string_view text);
// A web address that leads a browser elsewhere than a reader thinks: with a backslash, or a user's name before its host.
bool is_misleading(std::string_view address);
Result<std::string> parse_path(std::string_view text);
Result<std::string> parse_file_name(std::string_view text);
Result<std::string> parse_color(std::string_view text);
Result<std::string> parse_color_name(std::string_view text);       // of CSS, in lower case
Result<std::string> parse_event_reference(std::string_view text);  // POST#EVENT
Result<Date> parse_date(std::string_view text);
Result<LocalTime> parse_time(std::string_view text);
Result<Moment> parse_moment(std::string_view text);
Result<std::string> parse_email(std::string_view text);
Result<std::string> parse_phone(std::string_view text);
Result<std::string> parse_credit(std::string_view text);       // who took a picture: a name, without "Foto:"
Result<std::string> parse_signing_key(std::string_view text);  // minisign's public key
// What stands in examples in place of the writer's own value.
bool is_placeholder(std::string_view text);
Result<bool> parse_boolean(std::string_view text);
Result<int> parse_integer(std::string_view text);
Result<double> parse_number(std::string_view text);

}  // namespace pressrum

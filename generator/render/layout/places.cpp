#include "render/layout/places.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace pressrum {
namespace {

bool begins_element(std::string_view html, std::string_view name) {
    if (ascii_lower(html.substr(0, name.size())) != name) return false;
    return html.size() == name.size() || !is_ascii_letter(html[name.size()]);
}

// Skips to what follows `end`; to the end of `html` when it is not there.
std::size_t skip_past(std::string_view html, std::size_t at, std::string_view end) {
    const std::size_t found = html.find(end, at);
    return found == std::string_view::npos ? html.size() : found + end.size();
}

}  // namespace

std::size_t HtmlPlace::read_content(std::string_view html, std::size_t at) {
    at = html.find('<', at);
    if (at == std::string_view::npos) return html.size();
    const std::string_view rest = html.substr(at + 1);
    if (rest.starts_with("!--")) {
        place_ = Place::comment;
        return at + 4;
    }
    if (rest.empty() || !(is_ascii_letter(rest[0]) || rest[0] == '/' || rest[0] == '!')) return at + 1;
    opens_script_ = begins_element(rest, "script") || begins_element(rest, "style");
    place_ = Place::tag;
    return at + 1;
}

std::size_t HtmlPlace::read_tag(std::string_view html, std::size_t at) {
    at = html.find_first_of(">\"'", at);
    if (at == std::string_view::npos) return html.size();
    place_ = html[at] == '"'    ? Place::double_quotes
             : html[at] == '\'' ? Place::single_quotes
             : opens_script_    ? Place::script
                                : Place::content;
    return at + 1;
}

void HtmlPlace::read(std::string_view html) {
    for (std::size_t at = 0; at < html.size();) {
        switch (place_) {
            case Place::content: at = read_content(html, at); break;
            case Place::tag: at = read_tag(html, at); break;
            case Place::comment: {
                const std::size_t next = skip_past(html, at, "-->");
                if (html.substr(0, next).ends_with("-->")) place_ = Place::content;
                at = next;
                break;
            }
            case Place::double_quotes:
            case Place::single_quotes: {
                const std::size_t found = html.find(place_ == Place::double_quotes ? '"' : '\'', at);
                if (found != std::string_view::npos) place_ = Place::tag;
                at = found == std::string_view::npos ? html.size() : found + 1;
                break;
            }
            case Place::script: {
                const std::size_t found = html.find("</", at);
                if (found != std::string_view::npos) {
                    const std::string_view rest = html.substr(found + 2);
                    if (begins_element(rest, "script") || begins_element(rest, "style")) place_ = Place::tag, opens_script_ = false;
                }
                at = found == std::string_view::npos ? html.size() : found + 2;
                break;
            }
        }
    }
}

}  // namespace pressrum

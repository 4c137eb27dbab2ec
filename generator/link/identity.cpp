#include "link/identity.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// RFC 4151, 2.1: a domain name, or an e-mail address at one.
bool is_authority_name(std::string_view name) {
    if (const std::size_t at = name.find('@'); at != std::string_view::npos) {
        const std::string_view user = name.substr(0, at);
        if (user.empty() ||
            !std::all_of(user.begin(), user.end(), [](char c) { return is_ascii_letter_or_digit(c) || c == '-' || c == '.' || c == '_'; }))
            return false;
        name.remove_prefix(at + 1);
    }
    const std::vector<std::string_view> labels = split(name, '.');
    return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
        return !label.empty() && label.front() != '-' && label.back() != '-' &&
               std::all_of(label.begin(), label.end(), [](char c) { return is_ascii_letter_or_digit(c) || c == '-'; });
    });
}

std::size_t host_begin(std::string_view url) { return std::min(url.find("://") + 3, url.size()); }

}  // namespace

void link_address(Site& site, std::string_view base_url) {
    const std::size_t path = std::min(base_url.find('/', host_begin(base_url)), base_url.size());
    site.origin = base_url.substr(0, path);
    site.base_path = base_url.substr(path);
    if (!site.base_path.ends_with('/')) site.base_path += '/';
}

bool link_authority(Site& site, Diagnostics& diagnostics) {
    const Text& written = site.config.id_authority;
    const std::string_view url = *site.config.base_url;
    const std::size_t host = host_begin(url);
    // The year only has to be one in which the domain was the site's own; without one in site.yaml it must never depend on the clock.
    site.authority = written.given() ? *written : fmt::format("{},2024", url.substr(host, url.find_first_of("/:", host) - host));
    const std::size_t comma = site.authority.find(',');
    const std::string_view year = comma == std::string::npos ? "" : std::string_view(site.authority).substr(comma + 1);
    // The host of base_url is taken as it is, even with letters that an id_authority would write differently.
    const bool named = comma > 0 && (!written.given() || is_authority_name(std::string_view(site.authority).substr(0, comma)));
    const bool sound = named && year.size() == 4 && year.front() != '0' && are_digits(year);
    if (!sound) diagnostics.add({rule("site/authority"), written.at, {site.authority}, {}, {}});
    return sound;
}

}  // namespace pressrum

#pragma once
// The addresses of everything the site has, without base path: "2024/05/slug/", "amnen/trygghet/rss.xml".
//
// An address that ends in '/' is a page; its file is the folder's index.html. Both the plan and the pages that link ask here,
// so an address is spelt in one place.

#include "link/site.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// An address as an editor wrote it, with this site's own host left out: "https://press.ekinge.example/2024/" → "/2024/".
std::string_view own_path(const Site& site, std::string_view written);
std::string output_file(std::string_view address);  // "2024/05/slug/" → "2024/05/slug/index.html"

std::string home_address(const Site& site, std::uint32_t language = 0);  // "" or "en/"
std::string year_address(int year);
std::string month_address(int year, unsigned month);
std::string archive_address(const Site& site, const ArchiveMonth& month, std::uint32_t language);  // of a language's feed: "en/2024/05/"
std::string topics_address(const Site& site, std::size_t list);                                    // of all topics, or all areas
std::string topic_address(const Site& site, std::size_t list, std::size_t topic);
std::string topic_year_address(const Site& site, std::size_t list, std::size_t topic, int year);
std::string people_address(const Site& site);
std::string person_address(const Site& site, std::uint32_t person);  // by index into Site::people
std::string person_year_address(const Site& site, std::uint32_t person, int year);
std::string events_address(const Site& site);
std::string events_year_address(const Site& site, int year);
std::string releases_address(int year);  // everything published that year, as data
std::string corrections_address(const Site& site);
std::string subscribe_address(const Site& site);
std::string statement_address(const Site& site);
std::string authenticity_address(const Site& site);
std::string qr_address(const Site& site, std::string_view folder);         // of the page in a folder; of "" the subscribe page
std::string feed_style_address(const Site& site, std::uint32_t language);  // how a feed looks to a person: "assets/feed.css"
std::string calendar_address(const Site& site, std::string_view folder);   // in a page's folder
std::string event_calendar_address(const Site& site,
                                   const SiteEvent& event);  // beside the original's page, of the release that lists show it by

// Where a file of site/assets or layouts/assets goes: "assets/logo.svg". Style sheets and scripts have their fingerprint in their name
// ("assets/style-1f2e3d4c.css"), so that a browser may keep them for ever and still never shows a page in yesterday's clothes.
std::string asset_address(const Site& site, std::string_view name);  // "style.css"; also of a file that is not there
std::string theme_address(const Site& site);
// A photo in another size: "assets/derivatives/torget-1f2e3d4c-960.avif". The fingerprint is of the original and the words about it.
std::string derivative_address(const Picture& picture, const Derivative& derivative);
std::string card_address(const Card& card);
inline constexpr std::string_view kDerivativeFolder = "assets/derivatives/";  // everything in it may be kept for ever
bool is_fingerprinted(std::string_view path);

// After the whole name of the file that is compressed: "2024/05/slug/index.html.gz".
inline constexpr std::string_view kGzipEnding = ".gz", kBrotliEnding = ".br";

}  // namespace pressrum

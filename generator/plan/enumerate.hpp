#pragma once
// The functions that a format's row names to say which files it makes.

#include "plan/plan.hpp"

namespace pressrum::enumerate {

void home(const Site& site, const Format& self, Plan& plan);      // one a language
void releases(const Site& site, const Format& self, Plan& plan);  // published and preview posts
void tombstones(const Site& site, const Format& self, Plan& plan);
void pages(const Site& site, const Format& self, Plan& plan);
void years(const Site& site, const Format& self, Plan& plan);
void months(const Site& site, const Format& self, Plan& plan);
void topic_lists(const Site& site, const Format& self, Plan& plan);
void topics(const Site& site, const Format& self, Plan& plan);       // topics and areas
void topic_years(const Site& site, const Format& self, Plan& plan);  // of those with more releases than a page shows
void people(const Site& site, const Format& self, Plan& plan);
void persons(const Site& site, const Format& self, Plan& plan);
void events(const Site& site, const Format& self, Plan& plan);
void event_years(const Site& site, const Format& self, Plan& plan);
void corrections(const Site& site, const Format& self, Plan& plan);
void subscribe(const Site& site, const Format& self, Plan& plan);
void statement(const Site& site, const Format& self, Plan& plan);
void authenticity(const Site& site, const Format& self, Plan& plan);  // of a site that is signed
void not_found(const Site& site, const Format& self, Plan& plan);
void aliases(const Site& site, const Format& self, Plan& plan);
void rss(const Site& site, const Format& self, Plan& plan);  // of the site, each language, topic and area
void atom(const Site& site, const Format& self, Plan& plan);
void json_feed(const Site& site, const Format& self, Plan& plan);
void rss_archives(const Site& site, const Format& self, Plan& plan);  // of each month that is over
void atom_archives(const Site& site, const Format& self, Plan& plan);
void json_feed_archives(const Site& site, const Format& self, Plan& plan);
void feed_styles(const Site& site, const Format& self, Plan& plan);  // one a language
void releases_data(const Site& site, const Format& self, Plan& plan);
void releases_schema(const Site& site, const Format& self, Plan& plan);
void ninjs(const Site& site, const Format& self, Plan& plan);
void calendars(const Site& site, const Format& self, Plan& plan);  // of the site, each topic and area
void qr_codes(const Site& of, const Format& self, Plan& plan);
void event_calendars(const Site& site, const Format& self, Plan& plan);  // of one event
void assets(const Site& site, const Format& self, Plan& plan);           // pictures, attachments, site/assets, layouts/assets
void derivatives(const Site& site, const Format& self, Plan& plan);      // photos in other sizes and formats
void cards(const Site& site, const Format& self, Plan& plan);
void theme(const Site& site, const Format& self, Plan& plan);
void sitemap(const Site& site, const Format& self, Plan& plan);
void news_sitemap(const Site& site, const Format& self, Plan& plan);
void robots(const Site& site, const Format& self, Plan& plan);
void headers(const Site& site, const Format& self, Plan& plan);
void redirects(const Site& site, const Format& self, Plan& plan);
void gzip(const Site& site, const Format& self, Plan& plan);  // of each text file that is planned before it
void brotli(const Site& site, const Format& self, Plan& plan);
void manifest(const Site& site, const Format& self, Plan& plan);

// A month gets an archive of the feeds when it has passed, so that nothing new is published in it.
bool is_over(const Site& site, const ArchiveMonth& month);

// A topic page shows this many releases; the older ones stand on a page for each year.
inline constexpr std::size_t kTopicPageReleases = 50;

}  // namespace pressrum::enumerate

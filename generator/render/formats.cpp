#include "render/formats.hpp"

#include "plan/enumerate.hpp"
#include "render/write.hpp"

namespace pressrum {
namespace {

constexpr std::string_view kHtml = "text/html";

constexpr Format kRows[] = {
    {"home", "/ · /LANG/", kHtml, Turn::list, {"startsida", "home page"}, {"de nyaste inläggen, kommande evenemang, ämnen, kontakter", "the newest posts, coming events, topics, contacts"}, enumerate::home, write::home},
    {"release", "/YYYY/MM/SLUG/", kHtml, Turn::page, {"ett inlägg", "a release"}, {"inlägget, dess andra språk, personer, närliggande inlägg", "the post, its other languages, people, related posts"}, enumerate::releases, write::release},
    {"expired", "/YYYY/MM/SLUG/", kHtml, Turn::page, {"sidan som står kvar efter ett utgånget inlägg", "what stays at the address of an expired release"}, {"inlägget", "the post"}, enumerate::tombstones, write::tombstone},
    {"redirect", "/ALIAS/", kHtml, Turn::page, {"en tidigare adress som leder vidare", "a former address that leads on"}, {"inlägget", "the post"}, enumerate::aliases, write::alias},
    {"page", "/NAME/", kHtml, Turn::page, {"en fristående sida", "a standalone page"}, {"sidans fil", "the page's file"}, enumerate::pages, write::page},
    {"year", "/YYYY/", kHtml, Turn::list, {"arkiv för ett år", "archive of a year"}, {"årets inlägg", "the posts of the year"}, enumerate::years, write::year},
    {"month", "/YYYY/MM/", kHtml, Turn::list, {"arkiv för en månad", "archive of a month"}, {"månadens inlägg", "the posts of the month"}, enumerate::months, write::month},
    {"topic-list", "/amnen/ · /omraden/", kHtml, Turn::list, {"alla ämnen, alla områden", "all topics, all areas"}, {"topics.yaml och antalet inlägg", "topics.yaml and the number of posts"}, enumerate::topic_lists, write::topic_list},
    {"topic", "/amnen/NAME/ · /omraden/NAME/", kHtml, Turn::list, {"ett ämne eller område", "a topic or an area"}, {"dess inlägg och evenemang", "its posts and events"}, enumerate::topics, write::topic},
    {"topic-year", "/amnen/NAME/YYYY/", kHtml, Turn::list, {"ett ämnes äldre inlägg", "older posts of a topic"}, {"dess inlägg det året", "its posts of that year"}, enumerate::topic_years, write::topic_year},
    {"people", "/personer/", kHtml, Turn::list, {"alla som uttalar sig", "everybody who is quoted"}, {"people.yaml och uttalandena", "people.yaml and the statements"}, enumerate::people, write::people},
    {"person", "/personer/NAME/", kHtml, Turn::list, {"en person med uppdrag och uttalanden", "a person with roles and statements"}, {"personen och inläggen med uttalanden", "the person and the posts with statements"}, enumerate::persons, write::person},
    {"events", "/evenemang/", kHtml, Turn::list, {"kommande evenemang", "coming events"}, {"alla evenemang och dagens datum", "all events and today's date"}, enumerate::events, write::events},
    {"events-year", "/evenemang/YYYY/", kHtml, Turn::list, {"ett års evenemang", "the events of a year"}, {"årets evenemang", "the events of the year"}, enumerate::event_years, write::events_year},
    {"corrections", "/rattelser/", kHtml, Turn::list, {"alla rättelser, med den senaste först", "all corrections, newest first"}, {"changes i alla inlägg", "changes of all posts"}, enumerate::corrections, write::corrections},
    {"subscribe", "/prenumerera/", kHtml, Turn::list, {"så prenumererar man", "how to subscribe"}, {"topics.yaml", "topics.yaml"}, enumerate::subscribe, write::subscribe},
    {"statement", "/tillganglighet/", kHtml, Turn::list, {"tillgänglighetsredogörelse", "accessibility statement"}, {"statement i site.yaml", "statement in site.yaml"}, enumerate::statement, write::statement},
    {"authenticity", "/akthet/", kHtml, Turn::list, {"så kontrollerar man att en sida är äkta", "how to check that a page is genuine"}, {"signing_key i site.yaml, kontakter", "signing_key in site.yaml, contacts"}, enumerate::authenticity, write::authenticity},
    {"not-found", "/404.html", kHtml, Turn::list, {"sidan för adresser som inte finns", "the page for addresses that do not exist"}, {"kontakter", "contacts"}, enumerate::not_found, write::not_found},
    {"rss", "/…/rss.xml", "application/rss+xml", Turn::feed, {"RSS 2.0 för webbplatsen, varje språk, ämne, område och person, och för rättelserna", "RSS 2.0 of the site, each language, topic, area and person, and of the corrections"}, {"de nyaste inläggen, eller ändringarna i alla inlägg", "the newest posts, or the changes of all posts"}, enumerate::rss, write::rss},
    {"atom", "/…/atom.xml", "application/atom+xml", Turn::feed, {"samma som Atom (RFC 4287)", "the same as Atom (RFC 4287)"}, {"som RSS", "as RSS"}, enumerate::atom, write::atom},
    {"json-feed", "/…/feed.json", "application/feed+json", Turn::feed, {"samma som JSON Feed 1.1", "the same as JSON Feed 1.1"}, {"som RSS", "as RSS"}, enumerate::json_feed, write::json_feed},
    {"rss-archive", "/…/YYYY/MM/rss.xml", "application/rss+xml", Turn::page, {"äldre delar av webbplatsens och varje språks flöde (RFC 5005), en för varje månad som är slut", "older parts of the feeds of the site and of each language (RFC 5005), one for each month that is over"}, {"månadens inlägg och månaden före", "the posts of the month and the month before it"}, enumerate::rss_archives, write::rss},
    {"atom-archive", "/…/YYYY/MM/atom.xml", "application/atom+xml", Turn::page, {"samma som Atom", "the same as Atom"}, {"som rss-archive", "as rss-archive"}, enumerate::atom_archives, write::atom},
    {"json-feed-archive", "/…/YYYY/MM/feed.json", "application/feed+json", Turn::page, {"samma som JSON Feed", "the same as JSON Feed"}, {"som rss-archive", "as rss-archive"}, enumerate::json_feed_archives, write::json_feed},
    {"feed-style", "/assets/feed.css · /assets/feed-LANG.css", "text/css", Turn::asset, {"hur ett flöde ser ut för den som öppnar det i webbläsaren", "how a feed looks to somebody who opens it in a browser"}, {"ord i strings", "words in strings"}, enumerate::feed_styles, write::feed_style},
    {"releases", "/releases.json", "application/json", Turn::feed, {"allt som är publicerat och listas, som data", "everything that is published and listed, as data"}, {"alla inlägg", "all posts"}, enumerate::releases_data, write::releases_data},
    {"releases-schema", "/releases.schema.json", "application/schema+json", Turn::asset, {"JSON Schema för releases.json", "JSON Schema of releases.json"}, {"webbplatsens adress", "the site's address"}, enumerate::releases_schema, write::releases_schema},
    {"ninjs", "/ninjs.json", "application/json", Turn::feed, {"de nyaste inläggen för redaktionssystem (IPTC ninjs 2.2)", "the newest posts for newsrooms' systems (IPTC ninjs 2.2)"}, {"de nyaste inläggen", "the newest posts"}, enumerate::ninjs, write::ninjs},
    {"calendar", "/…/kalender.ics", "text/calendar", Turn::feed, {"kalender för webbplatsen, varje ämne och område", "calendar of the site, each topic and area"}, {"evenemangen och dagens datum", "the events and today's date"}, enumerate::calendars, write::calendar},
    {"event-calendar", "/YYYY/MM/SLUG/ID.ics", "text/calendar", Turn::page, {"ett evenemang som kalenderfil", "one event as a calendar file"}, {"inlägget", "the post"}, enumerate::event_calendars, write::event_calendar},
    {"qr-code", "/prenumerera/qr.svg · /amnen/NAME/qr.svg", "image/svg+xml", Turn::asset, {"QR-kod som öppnar sidan i telefonen", "QR code that opens the page on a phone"}, {"sidans adress", "the page's address"}, enumerate::qr_codes, write::qr_code},
    {"asset", "/assets/… · /YYYY/MM/SLUG/FILE", "", Turn::asset, {"bilder, bilagor, formatmall", "pictures, attachments, style sheet"}, {"filen", "the file"}, enumerate::assets, write::asset},
    {"derivative", "/assets/derivatives/NAME-DIGEST-WIDTH.avif · .webp · .jpg", "", Turn::asset, {"bilder i mindre storlekar och andra format, med fotograf och villkor", "pictures in smaller sizes and other formats, with photographer and terms"}, {"bilden, dess credit och license", "the picture, its credit and license"}, enumerate::derivatives, write::derivative},
    {"share-card", "/assets/derivatives/NAME-DIGEST.png", "image/png", Turn::asset, {"bild med rubriken, som visas när ett inlägg utan bild delas", "picture of the title, shown when a post without a picture is shared"}, {"rubriken, theme och logo i site.yaml", "the title, theme and logo in site.yaml"}, enumerate::cards, write::card},
    {"theme", "/assets/theme.css", "text/css", Turn::asset, {"kommunens färger", "the municipality's colours"}, {"theme i site.yaml", "theme in site.yaml"}, enumerate::theme, write::theme},
    {"sitemap", "/sitemap.xml", "application/xml", Turn::feed, {"alla sidor, för sökmotorer", "all pages, for search engines"}, {"alla sidor", "all pages"}, enumerate::sitemap, write::sitemap},
    {"news-sitemap", "/news-sitemap.xml", "application/xml", Turn::feed, {"de senaste två dygnens inlägg, för nyhetssökning", "the posts of the last two days, for news search"}, {"de nyaste inläggen och tiden", "the newest posts and the time"}, enumerate::news_sitemap, write::news_sitemap},
    {"robots", "/robots.txt", "text/plain", Turn::feed, {"vad sökmotorer får hämta", "what search engines may fetch"}, {"site.yaml", "site.yaml"}, enumerate::robots, write::robots},
    {"headers", "/_headers", "text/plain", Turn::feed, {"webbserverns svarshuvuden", "headers for the web server"}, {"site.yaml", "site.yaml"}, enumerate::headers, write::headers},
    {"redirects", "/_redirects", "text/plain", Turn::feed, {"tidigare adresser, för webbservern", "former addresses, for the web server"}, {"aliases i alla inlägg", "aliases of all posts"}, enumerate::redirects, write::redirects},
    {"gzip", "/….gz", "application/gzip", Turn::compressed, {"en textfil komprimerad (RFC 1952), när site.yaml har precompress", "a text file compressed (RFC 1952), when site.yaml has precompress"}, {"filen", "the file"}, enumerate::gzip, nullptr},
    {"brotli", "/….br", "", Turn::compressed, {"en textfil komprimerad (RFC 7932), när site.yaml har precompress", "a text file compressed (RFC 7932), when site.yaml has precompress"}, {"filen", "the file"}, enumerate::brotli, nullptr},
    {"manifest", "/manifest.json", "application/json", Turn::ledger, {"liggare över allt som är publicerat", "ledger of all that is published"}, {"alla filer", "all files"}, enumerate::manifest, nullptr},
};

}  // namespace

const std::span<const Format> kFormats = kRows;

}  // namespace pressrum

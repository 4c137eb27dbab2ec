#pragma once
// What the site's own files say: site.yaml, people.yaml, topics.yaml, strings/*.yaml, as typed data with places.
// The fields' names, types and documentation stand in read/fields_site.cpp. Nothing is looked up here.

#include "base/time.hpp"
#include "model/post.hpp"
#include "model/sourced.hpp"

#include <string>
#include <utility>
#include <vector>

namespace pressrum {

// Key → value in the order of the file.
template <class T>
using Keyed = std::vector<std::pair<Text, T>>;

struct Organization {
    Text name;  // default: the site's title
    Text url, about, email, phone, address, place, logo;
    Span at;
};

struct License {
    Text name, url, terms;
    Span at;
};

// Words in addresses; default: the site language's (model/strings_table.hpp, path_…).
struct PathWords {
    Text topics, areas, people, events, corrections, subscribe, statement, authenticity, calendar;
};

// Colours as #rrggbb; each overrides a custom property of the style sheet.
struct Theme {
    Text accent, accent_dark, on_accent, on_accent_dark, link, link_dark;
};

// What is made from the site's pictures.
struct PhotoSettings {
    Sourced<bool> derivatives = {true};  // smaller files in modern formats, beside the original
    Sourced<bool> share_cards = {true};  // a picture of the title for releases that have none, shown when they are shared
};

enum class Conformance { full, partial, none };
enum class Assessment { self, external };

// What the law asks an accessibility statement to say.
struct AccessibilityStatement {
    Sourced<Conformance> status;
    Sourced<Date> published, updated, assessed;
    Sourced<Assessment> method;
    Text assessor, email, phone, url;
    std::vector<Text> issues;
    Span at;
};

struct FeedSettings {
    Sourced<int> items = {20};  // newest releases in each feed
    Text hub;                   // WebSub: address of the hub that tells subscribers at once
};

struct CalendarSettings {
    Sourced<int> keep_days = {365};    // how long a past event stays in the calendars
    Sourced<int> refresh_hours = {1};  // how often subscribers should look for news
    Text color;                        // name of a CSS colour
};

struct LicenseTranslation {
    Text name, terms;
    Span at;
};

// What site.yaml says, in another language; what is not given is shown as it is, marked with the language it is in.
struct SiteTranslation {
    Text title, description, organization, about;
    Keyed<LicenseTranslation> licenses;
    std::vector<Link> navigation;  // instead of the site's own links in the menu
    Span at;
};

// What a rule's findings count as in this press room.
enum class RuleLevel { error, warning, off };

struct SiteConfig {
    Text title, base_url, language, timezone, description;
    Text icon, share_image;  // files in site/assets
    Text id_authority;       // "domain,year" in permanent ids (RFC 4151); stays when the site moves to another address
    std::vector<Text> languages;
    Keyed<SiteTranslation> translations;  // by language
    Organization organization;
    Keyed<License> licenses;
    PathWords paths;
    std::vector<Link> navigation;
    Theme theme;
    FeedSettings feeds;
    CalendarSettings calendar;
    PhotoSettings photos;
    Text signing_key;           // minisign's public key: what is published is signed with the other half of the pair
    Sourced<bool> precompress;  // a .gz and a .br beside each text file, for web servers that send them as they lie
    std::optional<AccessibilityStatement> statement;
    Keyed<Sourced<RuleLevel>> rules;
    Keyed<Text> words_to_avoid;  // word → what to write instead
};

struct Role {
    Text role, party, organization;
    Keyed<Text> role_names;  // language → role
    Sourced<Date> from, to;  // inclusive; not given = open
    Span at;
};

struct Portrait {
    Text src, alt, credit;
    Sourced<Focus> focus;  // as in Photo
    Span at;
};

// What a person was called until some day: what was said before keeps it.
struct FormerName {
    Text name;
    Sourced<Date> to;  // inclusive
    Span at;
};

struct Person {
    Text name;  // after the last of former_names
    std::vector<FormerName> former_names;
    Keyed<Text> names;               // language → name, for an office; a person has one name
    Text role, party, organization;  // when they never changed
    Keyed<Text> role_names;          // language → role
    std::vector<Role> roles;
    Text email, phone;
    Sourced<bool> contact;  // may stand under `contacts:` of a post
    std::optional<Portrait> portrait;
    Text pronoun;
    Span at;
};

struct Topic {
    Text name, description;
    Text color;         // of its calendar; default: the site's
    Keyed<Text> names;  // language → name
    Span at;
};

struct Topics {
    Keyed<Topic> topics;
    Keyed<Topic> areas;
};

}  // namespace pressrum

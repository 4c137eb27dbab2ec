#include "render/json_ld.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "link/events.hpp"
#include "plan/paths.hpp"
#include "render/body_html.hpp"
#include "render/json_text.hpp"
#include "render/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

// In a script element "<" could close it, and U+2028 and U+2029 end a line in older scripts: written as escapes, which JSON reads the same.
std::string to_script(Json graph) {
    const Json document = {{"@context", "https://schema.org"}, {"@graph", std::move(graph)}};
    std::string text = replace_all(to_json_line(document), "<", "\\u003c");
    text = replace_all(std::move(text), "\u2028", "\\u2028");
    return replace_all(std::move(text), "\u2029", "\\u2029");
}

std::string organization_id(const Site& site) { return site.absolute("#organization"); }

Json organization(const Rendering& in) {
    const Site& site = in.site();
    const Organization& of = site.config.organization;
    Json json = {{"@type", "GovernmentOrganization"}, {"@id", organization_id(site)}, {"name", organization_name(site, in.language).text}};
    json["url"] = of.url.given() ? in.written_absolute(of.url) : site.absolute("");
    if (of.logo.given() && site.tree->find_asset("site/assets/" + *of.logo) != nullptr)
        json["logo"] = in.renderer.absolute("assets/" + *of.logo, in.out);
    if (of.email.given()) json["email"] = *of.email;
    if (of.phone.given()) json["telephone"] = *of.phone;
    if (of.address.given()) json["address"] = {{"@type", "PostalAddress"}, {"streetAddress", *of.address}};
    return json;
}

Json breadcrumbs(const Rendering& in, const std::vector<Crumb>& crumbs) {
    Json items = Json::array();
    const auto add = [&](const std::string& name, const std::string& address) {
        items.push_back(
            {{"@type", "ListItem"}, {"position", items.size() + 1}, {"name", name}, {"item", in.renderer.absolute(address, in.out)}});
    };
    add(in.words()["home"], home_address(in.site(), in.language));
    for (const Crumb& crumb : crumbs) add(crumb.name, crumb.address);
    return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

Json speaker(const Rendering& in, const Speaker& of) {
    Json json = {{"@type", "Person"}, {"name", of.name}};
    if (of.person != kNone) {
        const std::string address = person_address(in.site(), of.person);
        if (in.renderer.plan.find(address) != nullptr) json["url"] = in.renderer.absolute(address, in.out);
    }
    if (!of.role.empty()) json["jobTitle"] = role_name(in.site(), of, in.language, in.language).text;
    if (!of.party.empty()) json["memberOf"] = {{"@type", "Organization"}, {"name", of.party}};
    if (!of.organization.empty()) json["affiliation"] = {{"@type", "Organization"}, {"name", of.organization}};
    return json;
}

Json image(const Rendering& in, const SitePost& post, std::size_t number) {
    const Site& site = in.site();
    const Photo& photo = post.photo(number);
    const Asset& asset = *site.tree->find_asset(post.photos[number].source);
    const std::string url = in.renderer.absolute(post.photos[number].output, in.out);
    Json json = {{"@type", "ImageObject"}, {"contentUrl", url}, {"url", url}};
    json["encodingFormat"] = media_type_of(post.photos[number].output);
    if (!photo.alt->empty()) json["description"] = *photo.alt;
    if (photo.caption.given()) json["caption"] = *photo.caption;
    json["creditText"] = *photo.credit;
    json["creator"] = {{"@type", "Person"}, {"name", *photo.credit}};
    json["copyrightNotice"] = in.words().filled("photo_credit", {*photo.credit});
    const auto pixels = [](std::uint32_t n) { return Json{{"@type", "QuantitativeValue"}, {"value", n}, {"unitText", "px"}}; };
    if (asset.width > 0) json["width"] = pixels(asset.width), json["height"] = pixels(asset.height);
    for (const auto& [key, license] : site.config.licenses) {
        if (*key != *photo.license || !license.url.given()) continue;
        json["license"] = json["acquireLicensePage"] = in.written_absolute(license.url);
    }
    return json;
}

// What a price in words says beyond doubt: "Fri entré, kaffe ingår" is free, "40 kronor, under 20 år gratis" is 40. For any other the words
// stand alone. Amounts are read in the currency that they name.
struct Price {
    bool free = false;
    std::string amount;  // digits; empty: not known
};

Price price_of(const std::string& words) {
    static constexpr std::string_view kFree[] = {"fri entré", "fritt inträde", "gratis",         "kostnadsfritt", "avgiftsfritt",
                                                 "free",      "free entry",    "free admission", "free of charge"};
    static constexpr std::string_view kCurrency[] = {" kronor", " kr", " sek", "\u00A0kronor", "\u00A0kr"};
    const std::string clause = to_lower(trim(std::string_view(words).substr(0, words.find(','))));
    const bool digits = words.find_first_of("0123456789") != std::string::npos;
    if (!digits) return {std::find(std::begin(kFree), std::end(kFree), clause) != std::end(kFree), {}};
    for (const std::string_view currency : kCurrency) {
        if (!clause.ends_with(currency)) continue;
        const std::string amount = clause.substr(0, clause.size() - currency.size());
        if (!amount.empty() && amount.find_first_not_of("0123456789") == std::string::npos)
            return {amount.find_first_not_of('0') == std::string::npos, amount};
    }
    return {};
}

Json offer(const Rendering& in, const SitePost& post, const Event& of, const Price& price) {
    Json json = {{"@type", "Offer"}, {"description", *of.price}};
    if (price.free || !price.amount.empty()) {
        json["price"] = price.free ? "0" : price.amount;
        json["priceCurrency"] = "SEK";
    }
    if (!of.registration) return json;
    if (of.registration->url.given()) json["url"] = in.written_absolute(of.registration->url, post.address);
    if (of.registration->until.given()) json["validThrough"] = to_iso(in.site().zone, *of.registration->until);
    return json;
}

Json place(const Text& location, const Text& address) {
    Json json = {{"@type", "Place"}, {"name", location.given() ? *location : *address}};
    if (address.given()) json["address"] = *address;
    return json;
}

// The page on which an event is described: for an event that several releases announce, the same one in all of them.
const SitePost& page_of(const Site& site, const SitePost& post, const SiteEvent& placed) {
    const SitePost& home = site.posts[site.events[placed.home].post];
    if (home.versions.front() == post.versions.front()) return post;
    for (const PostIndex version : home.versions) {
        if (site.posts[version].language == post.language) return site.posts[version];
    }
    return home;
}

Json event(const Rendering& in, const SitePost& post, const SiteEvent& placed) {
    static constexpr const char* kStatus[] = {"EventScheduled", "EventCancelled", "EventRescheduled", "EventPostponed"};
    // A time that is only held elsewhere is not rescheduled in schema.org's sense.
    const auto status = [](const Occurrence& at) {
        const bool same_time = at.own() && at.status == EventStatus::moved && !at.previous;
        return fmt::format("https://schema.org/{}", kStatus[same_time ? 0 : static_cast<std::size_t>(at.status)]);
    };
    const Site& site = in.site();
    const Event& of = post.post.events[placed.number];
    const Occurrence told = told_event(placed, of);
    const SiteEvent& home = site.events[placed.home];
    const SitePost& page = page_of(site, post, placed);
    const std::string url =
        in.renderer.absolute(page.address + "#" + event_anchor(site, *site.posts[home.post].post.events[home.number].id), in.out);
    Json json = {{"@type", "Event"}, {"@id", url}, {"name", *of.title}, {"url", url}, {"startDate", to_iso(site.zone, told.start)}};
    if (told.end) json["endDate"] = to_iso(site.zone, *told.end);
    json["eventStatus"] = status(told);
    if (told.previous) json["previousStartDate"] = to_iso(site.zone, *told.previous);
    const bool on_site = of.location.given() || of.address.given();
    const char* mode = on_site && of.online.given() ? "MixedEventAttendanceMode"
                       : of.online.given()          ? "OnlineEventAttendanceMode"
                                                    : "OfflineEventAttendanceMode";
    json["eventAttendanceMode"] = fmt::format("https://schema.org/{}", mode);
    Json places = Json::array();
    if (on_site) {
        const MovedTime* elsewhere = told.other_place(of);
        Json here = elsewhere != nullptr ? place(elsewhere->location, elsewhere->address) : place(of.location, of.address);
        if (of.geo.given() && elsewhere == nullptr)
            here["geo"] = {{"@type", "GeoCoordinates"}, {"latitude", of.geo->latitude}, {"longitude", of.geo->longitude}};
        places.push_back(std::move(here));
    }
    if (of.online.given()) places.push_back({{"@type", "VirtualLocation"}, {"url", in.written_absolute(of.online, page.address)}});
    if (places.size() == 1) json["location"] = places[0];
    else if (!places.empty()) json["location"] = places;
    if (of.description.given()) json["description"] = *of.description;
    json["organizer"] = {{"@id", organization_id(site)}};
    json["inLanguage"] = site.words(post).language();
    if (post.photo_count() > 0 && !post.photos[0].source.empty()) json["image"] = in.renderer.absolute(post.photos[0].output, in.out);
    if (of.price.given()) {
        const Price price = price_of(*of.price);
        if (price.free) json["isAccessibleForFree"] = true;
        json["offers"] = offer(in, post, of, price);
    }
    if (placed.occurrences.size() > 1) {
        Json parts = Json::array();
        for (const Occurrence& each : placed.occurrences) {
            if (parts.size() == 100) break;  // enough for a search engine; the calendar has them all
            Json part = {{"@type", "Event"}, {"name", *of.title}, {"startDate", to_iso(site.zone, each.start)}};
            if (each.status != EventStatus::scheduled) part["eventStatus"] = status(each);
            if (each.previous) part["previousStartDate"] = to_iso(site.zone, *each.previous);
            const MovedTime* elsewhere = each.other_place(of);
            if (elsewhere != nullptr) part["location"] = place(elsewhere->location, elsewhere->address);
            else part["location"] = places.empty() ? Json(*of.title) : places[0];
            parts.push_back(std::move(part));
        }
        json["subEvent"] = parts;
    }
    return json;
}

Json quotation(const Rendering& in, const SitePost& post, const Statement& statement, const std::string& article) {
    const std::string id = in.renderer.absolute(post.address + "#" + statement_anchor(in.site(), statement), in.out);
    Json json = {{"@type", "Quotation"},
                 {"@id", id},
                 {"url", id},
                 {"text", statement.words},
                 {"inLanguage", in.site().words(statement_language(in.site(), post, statement)).language()}};
    if (!statement.speaker.name.empty()) json["creator"] = speaker(in, statement.speaker);
    json["isPartOf"] = {{"@id", article}};
    return json;
}

Json article_head(const Rendering& in, const SitePost& post, const std::string& url) {
    const Site& site = in.site();
    Json article = {
        {"@type", "NewsArticle"}, {"@id", url + "#article"}, {"url", url}, {"mainEntityOfPage", url}, {"headline", *post.post.title}};
    article["inLanguage"] = site.words(post).language();
    article["datePublished"] = to_iso(site.zone, *post.post.published);
    article["dateModified"] = to_iso(site.zone, post.updated);
    article["author"] = {{"@id", organization_id(site)}};
    article["publisher"] = {{"@id", organization_id(site)}};
    article["copyrightHolder"] = {{"@id", organization_id(site)}};
    article["copyrightYear"] = year_of(*post.post.published);
    article["copyrightNotice"] = fmt::format("© {} {}", year_of(*post.post.published), organization_name(site, in.language).text);
    return article;
}

}  // namespace

std::string tombstone_json_ld(const Rendering& in, PostIndex index) {
    const SitePost& post = in.site().posts[index];
    Json article = article_head(in, post, in.renderer.absolute(post.address, in.out));
    article["expires"] = to_iso(in.site().zone, *post.post.expires);
    return to_script(Json::array({std::move(article), organization(in)}));
}

std::string release_json_ld(const Rendering& in, PostIndex index) {
    const Site& site = in.site();
    const SitePost& post = site.posts[index];
    const std::string url = in.renderer.absolute(post.address, in.out);
    const std::string id = url + "#article";
    Json article = article_head(in, post, url);
    if (post.post.lead.given()) article["description"] = *post.post.lead;
    if (const std::string& place = post.post.place.given() ? *post.post.place : *site.config.organization.place; !place.empty())
        article["dateline"] = place;
    article["isAccessibleForFree"] = true;
    article["identifier"] = site.tag("post/" + post.id);
    if (post.post.expires.given()) article["expires"] = to_iso(site.zone, *post.post.expires);
    Json topics = Json::array();
    for (const std::uint32_t topic : post.topics) topics.push_back(topic_name(site, kTopicList, topic, in.language).text);
    if (!topics.empty()) article["articleSection"] = topics[0], article["keywords"] = std::move(topics);
    if (const PostIndex original = post.versions.front(); original != index) {
        // An easy-to-read version is the same work told anew in its language, not a translation.
        const bool same_language = is_same_language(site.words(site.posts[original]).language(), site.words(post).language());
        article[same_language ? "isBasedOn" : "translationOfWork"] = {
            {"@id", in.renderer.absolute(site.posts[original].address, in.out) + "#article"}};
    }
    Json places = Json::array();
    for (const std::uint32_t area : post.areas)
        places.push_back({{"@type", "Place"}, {"name", topic_name(site, kAreaList, area, in.language).text}});
    if (!places.empty()) article["contentLocation"] = std::move(places);
    Json images = Json::array();
    for (std::size_t i = 0; i < post.photo_count(); ++i) {
        if (!post.photos[i].source.empty()) images.push_back(image(in, post, i));
    }
    if (!images.empty()) article["image"] = std::move(images);
    else if (const Card* card = in.site().pictures.card(index)) article["image"] = in.renderer.absolute(card_address(*card), in.out);

    Json corrections = Json::array();
    for (const Change& change : post.post.changes) {
        corrections.push_back(
            {{"@type", "CorrectionComment"}, {"text", *change.note}, {"datePublished", to_iso(site.zone, *change.at_time)}});
    }
    if (!corrections.empty()) article["correction"] = std::move(corrections);

    Json graph = Json::array();
    Json citations = Json::array(), quotations = Json::array();
    for (const Statement& statement : post.statements) {
        quotations.push_back(quotation(in, post, statement, id));
        citations.push_back({{"@id", quotations.back()["@id"]}});
    }
    if (!citations.empty()) article["citation"] = std::move(citations);
    graph.push_back(std::move(article));
    for (Json& each : quotations) graph.push_back(std::move(each));
    Json about = Json::array();
    for (const EventIndex e : post.events) {
        Json each = event(in, post, site.events[e]);
        about.push_back({{"@id", each["@id"]}});
        graph.push_back(std::move(each));
    }
    if (!about.empty()) graph[0]["about"] = std::move(about);
    graph.push_back(organization(in));

    std::vector<Crumb> crumbs;
    const int year = year_of(*post.post.published);
    const unsigned month = month_of(*post.post.published);
    if (in.renderer.plan.find(month_address(year, month)) != nullptr) {
        crumbs.push_back({fmt::to_string(year), year_address(year)});
        crumbs.push_back({month_words(in.words(), year, month), month_address(year, month)});
    }
    crumbs.push_back({*post.post.title, post.address});
    graph.push_back(breadcrumbs(in, crumbs));
    return to_script(std::move(graph));
}

std::string page_json_ld(const Rendering& in, std::string_view heading, std::string_view address, const std::vector<Crumb>& between) {
    const Site& site = in.site();
    const std::string url = in.renderer.absolute(address, in.out);
    const bool home = address == home_address(site, in.language);
    Json page = {{"@type", home ? "WebSite" : "CollectionPage"},
                 {"@id", url},
                 {"url", url},
                 {"name", heading},
                 {"inLanguage", in.words().language()},
                 {"publisher", {{"@id", organization_id(site)}}}};
    Json graph = Json::array({std::move(page), organization(in)});
    std::vector<Crumb> crumbs = between;
    crumbs.push_back({std::string(heading), std::string(address)});
    if (!home) graph.push_back(breadcrumbs(in, crumbs));
    return to_script(std::move(graph));
}

std::string person_json_ld(const Rendering& in, std::uint32_t index) {
    const Site& site = in.site();
    const auto& [key, person] = site.people[index];
    const std::string address = person_address(site, index);
    const std::string url = in.renderer.absolute(address, in.out);
    Json json = {{"@type", "Person"}, {"@id", url}, {"url", url}, {"name", *person.name}};
    const Speaker today = speaker_on(site.people, index, site.clock.today());
    if (!today.role.empty()) json["jobTitle"] = today.role;
    Json roles = Json::array();
    for (const Role& role : person.roles) {
        Json entry = {{"@type", "OrganizationRole"}, {"roleName", *role.role}};
        if (role.from.given()) entry["startDate"] = to_iso(*role.from);
        if (role.to.given()) entry["endDate"] = to_iso(*role.to);
        entry["memberOf"] = role.organization.given() ? Json{{"@type", "Organization"}, {"name", *role.organization}}
                                                      : Json{{"@id", organization_id(site)}};
        roles.push_back(std::move(entry));
    }
    if (!roles.empty()) json["memberOf"] = std::move(roles);
    Json graph = Json::array({{{"@type", "ProfilePage"}, {"url", url}, {"name", *person.name}, {"mainEntity", {{"@id", url}}}},
                              std::move(json),
                              organization(in),
                              breadcrumbs(in, {{in.words()["people"], people_address(site)}, {*person.name, address}})});
    return to_script(std::move(graph));
}

}  // namespace pressrum

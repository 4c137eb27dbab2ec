#include "render/ninjs.hpp"

#include "base/path.hpp"
#include "base/text.hpp"
#include "render/clean_text.hpp"
#include "render/json_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

// https://iptc.org/std/ninjs/ (the schema allows no property of our own, so every name here is the standard's).

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "https://www.iptc.org/std/ninjs/ninjs-schema_2.2.json";

void put(Json& object, const char* key, std::string_view text) {
    if (!text.empty()) object[key] = to_clean_text(text);
}

void put_list(Json& object, const char* key, Json list) {
    if (!list.empty()) object[key] = std::move(list);
}

// Text in one of the standard's lists: headlines, descriptions, bodies.
Json said(std::string_view role, std::string_view type, std::string_view text) {
    return {{"role", role}, {"contenttype", type}, {"value", to_clean_text(text)}};
}

Json concept_of(const TopicData& topic) {
    Json json = {{"name", to_clean_text(topic.name)}, {"rel", "about"}};
    put(json, "uri", topic.address);
    put(json, "literal", topic.key);
    return json;
}

Json concepts(const std::vector<TopicData>& topics) {
    Json list = Json::array();
    for (const TopicData& topic : topics) list.push_back(concept_of(topic));
    return list;
}

Json contact_info(const ContactData& contact) {
    Json list = Json::array();
    const auto add = [&](const char* type, const std::string& value) {
        if (!value.empty()) list.push_back({{"type", type}, {"role", "work"}, {"value", to_clean_text(value)}});
    };
    add("phone", contact.phone);
    add("email", contact.email);
    return list;
}

// Those who say something, once each, then those whom readers may call.
Json people(const ReleaseData& release) {
    Json list = Json::array();
    std::vector<std::string_view> met;
    for (const StatementData& statement : release.statements) {
        if (statement.speaker.empty() || std::find(met.begin(), met.end(), statement.speaker) != met.end()) continue;
        met.push_back(statement.speaker);
        Json& person = list.emplace_back(Json{{"name", to_clean_text(statement.speaker)}, {"rel", "quoted"}});
        put(person, "uri", statement.person);
    }
    for (const ContactData& contact : release.contacts) {
        Json& person = list.emplace_back(Json{{"name", to_clean_text(contact.name)}, {"rel", "contact"}});
        put_list(person, "contactinfo", contact_info(contact));
    }
    return list;
}

Json file_rendition(std::string_view address, std::string_view type, std::uint64_t size) {
    Json rendition = {{"name", "original"}, {"href", address}, {"contenttype", type}};
    if (size != 0) rendition["sizeinbytes"] = size;
    return rendition;
}

Json photo(const PhotoData& of) {
    Json json = {{"name", file_name_of(of.address)}, {"uri", of.address}, {"type", "picture"}, {"representationtype", "full"}};
    put(json, "by", of.credit);
    put(json, "copyrightholder", of.credit);
    put(json, "copyrightnotice", of.notice);
    put(json, "usageterms", of.license.terms.empty() ? of.license.name : of.license.name + ". " + of.license.terms);
    if (!of.license.address.empty()) json["rightsinfo"] = {{"linkedrights", of.license.address}};
    Json descriptions = Json::array();
    if (!of.caption.empty()) descriptions.push_back(said("caption", "text/plain", of.caption));
    if (!of.alt.empty()) descriptions.push_back(said("alt", "text/plain", of.alt));
    put_list(json, "descriptions", std::move(descriptions));
    Json rendition = file_rendition(of.address, of.type, of.size);
    if (of.width != 0 && of.height != 0) rendition["width"] = of.width, rendition["height"] = of.height;
    json["renditions"] = Json::array({std::move(rendition)});
    return json;
}

Json attachment(const AttachmentData& of) {
    Json json = {{"name", to_clean_text(of.title)}, {"uri", of.address}, {"type", "component"}};
    if (!of.description.empty()) json["descriptions"] = Json::array({said("text", "text/plain", of.description)});
    json["renditions"] = Json::array({file_rendition(of.address, of.type, of.size)});
    return json;
}

// What the format has no field for: a moved or postponed event is usable all the same, and a series has one time in it.
std::string note_to_the_editor(const EventData& of) {
    std::vector<std::string> notes;
    if (of.status == "moved" || of.status == "postponed")
        notes.push_back(of.previous_start.empty() ? of.status : of.status + " from " + of.previous_start);
    if (of.occurrences.size() > 1) notes.push_back(fmt::format("all times: {}", fmt::join(of.occurrences, ", ")));
    for (const ChangedTimeData& each : of.changed_times) {
        std::string note = fmt::format("{}: {}", each.planned, each.status);
        if (!each.start.empty() && each.start != each.planned) note += " to " + each.start;
        if (!each.location.empty()) note += ", " + each.location;
        if (!each.note.empty()) note += fmt::format(" ({})", each.note);
        notes.push_back(std::move(note));
    }
    return fmt::format("{}", fmt::join(notes, "; "));
}

Json event(const EventData& of, const NinjsDocument& document) {
    Json json = {{"name", to_clean_text(of.title)}, {"uri", of.address}, {"type", "event"}, {"title", to_clean_text(of.title)}};
    json["pubstatus"] = of.status == "cancelled" ? "canceled" : "usable";
    json["altids"] = Json::array({{{"role", "ical-uid"}, {"value", of.uid}}});
    put(json, "ednote", note_to_the_editor(of));
    if (!of.description.empty()) json["descriptions"] = Json::array({said("text", "text/plain", of.description)});
    Json dates = {{"startdate", of.start}};
    put(dates, "enddate", of.end);
    json["eventdetails"] = {{"dates", std::move(dates)}, {"organiser", {{"name", to_clean_text(document.organization)}}}};
    Json place = Json::object();
    put(place, "name", of.location.empty() ? of.street_address : of.location);
    Json contact = Json::array();
    if (!of.street_address.empty())
        contact.push_back({{"type", "address"}, {"address", {{"lines", Json::array({to_clean_text(of.street_address)})}}}});
    if (!of.online.empty()) contact.push_back({{"type", "url"}, {"value", of.online}});
    put_list(place, "contactinfo", std::move(contact));
    if (of.latitude && of.longitude) place["geojson"] = {{"type", "Point"}, {"coordinates", Json::array({*of.longitude, *of.latitude})}};
    if (!place.empty()) json["places"] = Json::array({std::move(place)});
    if (!of.calendar.empty())
        json["renditions"] = Json::array({{{"name", "calendar"}, {"href", of.calendar}, {"contenttype", "text/calendar"}}});
    return json;
}

Json named_events(const ReleaseData& release) {
    Json list = Json::array();
    for (const EventData& of : release.events)
        list.push_back({{"name", to_clean_text(of.title)}, {"rel", "announces"}, {"uri", of.address}, {"literal", of.uid}});
    return list;
}

Json associations(const ReleaseData& release, const NinjsDocument& document) {
    Json list = Json::array();
    for (const PhotoData& of : release.photos) list.push_back(photo(of));
    for (const EventData& of : release.events) list.push_back(event(of, document));
    for (const AttachmentData& of : release.attachments) list.push_back(attachment(of));
    return list;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

// What is changed after publication concerns the editor who has used the text.
std::string editorial_note(const ReleaseData& release) {
    std::string note;
    for (const ChangeData& change : release.changes)
        note += fmt::format("{}{} ({}): {}", note.empty() ? "" : "\n", change.at, change.kind, change.note);
    return note;
}

Json item(const NinjsItem& of, const NinjsDocument& document) {
    const ReleaseData& release = of.data;
    Json json = {{"name", to_clean_text(release.title)}, {"uri", release.id}, {"type", "text"}, {"representationtype", "full"}};
    json["version"] = fmt::to_string(release.changes.size() + 1);
    put(json, "firstcreated", release.published);
    put(json, "versioncreated", release.updated);
    put(json, "expires", release.expires);
    json["pubstatus"] = "usable";
    put(json, "copyrightholder", document.organization);
    put(json, "language", release.language);
    put(json, "title", release.title);
    put(json, "by", document.organization);
    put(json, "located", release.place);
    put(json, "ednote", editorial_note(release));
    json["genres"] = Json::array({{{"name", release.kind}, {"literal", release.kind}}});
    json["headlines"] = Json::array({said("main", "text/plain", release.title)});
    if (!release.lead.empty()) json["descriptions"] = Json::array({said("lead", "text/plain", release.lead)});
    Json text = said("text", "text/plain", release.text);
    text["charcount"] = count_characters(release.text);
    text["wordcount"] = count_words(release.text);
    json["bodies"] = Json::array({std::move(text), said("html", "text/html", of.html)});
    put_list(json, "people", people(release));
    put_list(json, "subjects", concepts(release.topics));
    put_list(json, "places", concepts(release.areas));
    put_list(json, "events", named_events(release));
    Json source = {{"name", to_clean_text(document.organization)}};
    put(source, "uri", document.organization_address);
    json["infosources"] = Json::array({std::move(source)});
    Json ids = Json::array({{{"role", "web"}, {"value", release.address}}});
    if (!release.diary_number.empty()) ids.push_back({{"role", "diary-number"}, {"value", to_clean_text(release.diary_number)}});
    json["altids"] = std::move(ids);
    put_list(json, "associations", associations(release, document));
    return json;
}

}  // namespace

std::string to_ninjs(const NinjsDocument& document) {
    Json json = {{"uri", document.uri}, {"type", "composite"}, {"representationtype", "full"}, {"profile", "newest-releases"}};
    put(json, "versioncreated", document.updated);
    json["pubstatus"] = "usable";
    put(json, "copyrightholder", document.organization);
    put(json, "language", document.language);
    put(json, "title", document.title);
    Json items = Json::array();
    for (const NinjsItem& each : document.items) items.push_back(item(each, document));
    put_list(json, "associations", std::move(items));
    json["standard"] = {{"name", "ninjs"}, {"version", "2.2"}, {"schema", kSchema}};
    return to_json_lines(json, 2) + "\n";
}

}  // namespace pressrum

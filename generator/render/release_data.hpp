#pragma once
// A published release as data: what a page shows of it, in values instead of words.
//
// Made once from the site, and used by releases.json, by JSON Feed's own fields and by ninjs, so that all three say the same. Times carry
// their offset ("2024-05-07T16:30:00+02:00"); a day alone is "2024-05-07". Addresses are absolute, and recorded as used. A member
// that is not known is empty (0 for a number), never invented. The names of the members in JSON, and what each means, stand in
// the tables of render/release_json.cpp.

#include "link/site.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct Rendering;

struct TranslationData {
    std::string language, title, address;
};

struct TopicData {
    std::string key, name, address;
};

// What somebody said, with who they were on the day of publication.
struct StatementData {
    std::string id, address, words;
    std::string speaker;  // name; empty: nobody is known to have said it
    std::string role, party, organization;
    std::string person;  // address of the speaker's page
};

// A time of a series that is not as usual: cancelled, moved to another time, or held in another place.
struct ChangedTimeData {
    std::string planned, status;
    std::string start, end;  // of a moved one
    std::string location, street_address, note;
};

struct EventData {
    std::string id, uid, title, status;
    std::string start, end;  // end of a whole-day event: its last day
    std::string previous_start;
    std::vector<std::string> occurrences;  // every start that holds, of an event that repeats
    std::vector<ChangedTimeData> changed_times;
    std::string location, street_address;
    std::optional<double> latitude, longitude;
    std::string online, description, price, accessibility;
    std::string address;   // of its box on the page
    std::string calendar;  // of its .ics
};

struct LicenseData {
    std::string key, name, address, terms;
};

struct PhotoData {
    std::string address, type, alt, caption, credit;
    std::uint64_t size = 0, width = 0, height = 0;  // bytes, pixels
    std::string notice;                             // "Foto: …", as under the picture
    LicenseData license;
};

struct AttachmentData {
    std::string title, description, address, type;
    std::uint64_t size = 0;
};

struct LinkData {
    std::string title, address;
};

struct ContactData {
    std::string name, role, email, phone;  // role: today's
};

struct ChangeData {
    std::string at, kind, note;
    std::string event;  // id of the event it concerns
};

struct ReleaseData {
    std::string id;  // tag: URI (RFC 4151), permanent
    std::string address, language, kind, title, lead;
    std::vector<TranslationData> translations;  // the same release in other languages
    std::string published, updated, expires;
    std::string place, diary_number;
    std::vector<TopicData> topics, areas;
    std::string text;  // plain
    std::vector<StatementData> statements;
    std::vector<EventData> events;
    std::vector<PhotoData> photos;
    std::vector<AttachmentData> attachments;
    std::vector<LinkData> links;
    std::vector<ContactData> contacts;
    std::vector<ChangeData> changes;  // in the order they were made
};

// `in` is in the release's own language, with absolute addresses.
ReleaseData release_data(const Rendering& in, PostIndex post);

}  // namespace pressrum

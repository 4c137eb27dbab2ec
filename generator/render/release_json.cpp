#include "render/release_json.hpp"

#include "base/member.hpp"
#include "render/clean_text.hpp"
#include "render/release_fields.hpp"

namespace pressrum {
namespace {

using namespace release_fields;

// The table of a record that others hold; the tables stand below.
template <class T>
const Record& record_of();
template <>
const Record& record_of<TranslationData>();
template <>
const Record& record_of<TopicData>();
template <>
const Record& record_of<StatementData>();
template <>
const Record& record_of<ChangedTimeData>();
template <>
const Record& record_of<EventData>();
template <>
const Record& record_of<LicenseData>();
template <>
const Record& record_of<PhotoData>();
template <>
const Record& record_of<AttachmentData>();
template <>
const Record& record_of<LinkData>();
template <>
const Record& record_of<ContactData>();
template <>
const Record& record_of<ChangeData>();

OrderedJson record_json(const void* of, const Record& record);

inline OrderedJson value_of(const std::string& text) { return text.empty() ? OrderedJson() : OrderedJson(to_clean_text(text)); }
inline OrderedJson value_of(std::uint64_t number) { return number == 0 ? OrderedJson() : OrderedJson(number); }
inline OrderedJson value_of(const std::optional<double>& number) { return number ? OrderedJson(*number) : OrderedJson(); }
template <class T>
    requires std::is_aggregate_v<T> OrderedJson value_of(const T& of) {
        OrderedJson json = record_json(&of, record_of<T>());
        if (json.empty()) return {};
        return json;
    }
template <class T>
OrderedJson value_of(const std::vector<T>& all) {
    if (all.empty()) return {};
    OrderedJson list = OrderedJson::array();
    for (const T& each : all) list.push_back(value_of(each));
    return list;
}

template <class T>
struct Element {
    using Type = T;
    static constexpr bool list = false;
};
template <class T>
struct Element<std::vector<T>> {
    using Type = T;
    static constexpr bool list = true;
};

enum class Stands { always, when_known };

template <auto Member>
constexpr Row row(const char* key, Kind kind, Stands stands, const char* doc) {
    using Of = RecordOf<Member>;
    using Type = TypeOf<Member>;
    using Value = typename Element<Type>::Type;
    Row row{key, kind, stands == Stands::always, Element<Type>::list, doc, nullptr, [](const void* of) {
                return value_of(static_cast<const Of*>(of)->*Member);
            }};
    if constexpr (std::is_aggregate_v<Value>) row.record = &record_of<Value>;
    return row;
}

using enum Stands;

constexpr Row kTranslationRows[] = {
    row<&TranslationData::language>("language", Kind::language, always, "language of that version"),
    row<&TranslationData::title>("title", Kind::text, always, "its headline"),
    row<&TranslationData::address>("address", Kind::address, always, "its page"),
};

constexpr Row kTopicRows[] = {
    row<&TopicData::key>("key", Kind::text, always, "permanent name in the site's vocabulary"),
    row<&TopicData::name>("name", Kind::text, always, "name in the language of the release"),
    row<&TopicData::address>("address", Kind::address, always, "its page"),
};

constexpr Row kStatementRows[] = {
    row<&StatementData::id>("id", Kind::text, always, "permanent name, unique in the release"),
    row<&StatementData::address>("address", Kind::address, always, "where it stands on the page"),
    row<&StatementData::words>("words", Kind::text, always, "what was said, word for word, without the attribution"),
    row<&StatementData::speaker>("speaker", Kind::text, when_known, "name of who said it"),
    row<&StatementData::role>("role", Kind::text, when_known, "the speaker's role on the day of publication"),
    row<&StatementData::party>("party", Kind::text, when_known, "the speaker's party on that day"),
    row<&StatementData::organization>("organization", Kind::text, when_known, "the speaker's organisation, when not the publisher"),
    row<&StatementData::person>("person", Kind::address, when_known, "the speaker's page"),
};

constexpr Row kChangedTimeRows[] = {
    row<&ChangedTimeData::planned>("planned", Kind::moment, always, "when the series would have it"),
    row<&ChangedTimeData::status>("status", Kind::status, always, "cancelled, or moved in time or place"),
    row<&ChangedTimeData::start>("start", Kind::moment, when_known, "of a moved one: when it begins"),
    row<&ChangedTimeData::end>("end", Kind::moment, when_known, "of a moved one: when it ends, if that has been announced"),
    row<&ChangedTimeData::location>("location", Kind::text, when_known, "name of the place, when it is another"),
    row<&ChangedTimeData::street_address>("street_address", Kind::text, when_known, "street and town, when they are others"),
    row<&ChangedTimeData::note>("note", Kind::text, when_known, "why, in words"),
};

constexpr Row kEventRows[] = {
    row<&EventData::id>("id", Kind::text, always, "permanent name, unique in the release"),
    row<&EventData::uid>("uid", Kind::text, always, "the UID in the calendars; the same in every language"),
    row<&EventData::title>("title", Kind::text, always, "name of the event"),
    row<&EventData::status>("status", Kind::status, always, "a cancelled, moved or postponed event stays, and says so here"),
    row<&EventData::start>("start", Kind::moment, always,
                           "when it begins; a date alone lasts all day; of an event that repeats the first usual time that holds"),
    row<&EventData::end>("end", Kind::moment, when_known, "when it ends, if that has been announced; of whole days the last one"),
    row<&EventData::previous_start>("previous_start", Kind::moment, when_known, "of a moved event: the time that no longer holds"),
    row<&EventData::occurrences>("occurrences", Kind::moment, when_known, "of an event that repeats: every start that holds"),
    row<&EventData::changed_times>("changed_times", Kind::record, when_known, "of an event that repeats: what is not as usual"),
    row<&EventData::location>("location", Kind::text, when_known, "name of the place"),
    row<&EventData::street_address>("street_address", Kind::text, when_known, "street and town"),
    row<&EventData::latitude>("latitude", Kind::decimal, when_known, "degrees north (WGS 84)"),
    row<&EventData::longitude>("longitude", Kind::decimal, when_known, "degrees east (WGS 84)"),
    row<&EventData::online>("online", Kind::address, when_known, "address of the meeting on the net"),
    row<&EventData::description>("description", Kind::text, when_known, "what happens there"),
    row<&EventData::price>("price", Kind::text, when_known, "in words; \"Fri entré\" is a price too"),
    row<&EventData::accessibility>("accessibility", Kind::text, when_known, "what the place offers"),
    row<&EventData::address>("address", Kind::address, always, "where it stands on the page"),
    row<&EventData::calendar>("calendar", Kind::address, when_known, "the event as a calendar file"),
};

constexpr Row kLicenseRows[] = {
    row<&LicenseData::key>("key", Kind::text, always, "name in the site's settings"),
    row<&LicenseData::name>("name", Kind::text, always, "name of the terms"),
    row<&LicenseData::address>("address", Kind::address, when_known, "page with the terms"),
    row<&LicenseData::terms>("terms", Kind::text, when_known, "the terms in a sentence"),
};

constexpr Row kPhotoRows[] = {
    row<&PhotoData::address>("address", Kind::address, always, "the picture in full size"),
    row<&PhotoData::type>("type", Kind::media_type, always, "media type"),
    row<&PhotoData::size>("size", Kind::whole, when_known, "bytes"),
    row<&PhotoData::width>("width", Kind::whole, when_known, "pixels"),
    row<&PhotoData::height>("height", Kind::whole, when_known, "pixels"),
    row<&PhotoData::alt>("alt", Kind::text, when_known, "what the picture shows; left out of one that is mere decoration"),
    row<&PhotoData::caption>("caption", Kind::text, when_known, "caption"),
    row<&PhotoData::credit>("credit", Kind::text, always, "the photographer, who must be named wherever the picture is used"),
    row<&PhotoData::notice>("notice", Kind::text, always, "the credit as a line to print"),
    row<&PhotoData::license>("license", Kind::record, when_known, "what others may do with the picture; when it is left out, ask"),
};

constexpr Row kAttachmentRows[] = {
    row<&AttachmentData::title>("title", Kind::text, always, "name of the attachment"),
    row<&AttachmentData::description>("description", Kind::text, when_known, "what is in it"),
    row<&AttachmentData::address>("address", Kind::address, always, "the file"),
    row<&AttachmentData::type>("type", Kind::media_type, always, "media type"),
    row<&AttachmentData::size>("size", Kind::whole, when_known, "bytes"),
};

constexpr Row kLinkRows[] = {
    row<&LinkData::title>("title", Kind::text, always, "words of the link"),
    row<&LinkData::address>("address", Kind::address, always, "where it leads"),
};

constexpr Row kContactRows[] = {
    row<&ContactData::name>("name", Kind::text, always, "person or office"),
    row<&ContactData::role>("role", Kind::text, when_known, "role on the day the file was made"),
    row<&ContactData::email>("email", Kind::text, when_known, "e-mail address"),
    row<&ContactData::phone>("phone", Kind::text, when_known, "telephone number as written"),
};

constexpr Row kChangeRows[] = {
    row<&ChangeData::at>("at", Kind::time, always, "when the release was changed"),
    row<&ChangeData::kind>("kind", Kind::change, always, "what sort of change"),
    row<&ChangeData::note>("note", Kind::text, always, "what was changed, in words"),
    row<&ChangeData::event>("event", Kind::text, when_known, "id of the event it concerns; else the release as a whole"),
};

constexpr Row kReleaseRows[] = {
    row<&ReleaseData::id>("id", Kind::text, always, "permanent name, a tag: URI (RFC 4151); the same in every feed"),
    row<&ReleaseData::address>("address", Kind::address, always, "its page"),
    row<&ReleaseData::language>("language", Kind::language, always, "language of title, lead and text"),
    row<&ReleaseData::translations>("translations", Kind::record, when_known,
                                    "the same release in other languages, which are releases of their own too"),
    row<&ReleaseData::kind>("kind", Kind::kind, always, "what sort of text"),
    row<&ReleaseData::title>("title", Kind::text, always, "headline"),
    row<&ReleaseData::lead>("lead", Kind::text, when_known, "lead"),
    row<&ReleaseData::published>("published", Kind::time, always, "when it was published"),
    row<&ReleaseData::updated>("updated", Kind::time, always, "the latest change, else the publication"),
    row<&ReleaseData::expires>("expires", Kind::time, when_known, "when it ceases to apply; then it leaves the data"),
    row<&ReleaseData::place>("place", Kind::text, when_known, "where it is dated"),
    row<&ReleaseData::diary_number>("diary_number", Kind::text, when_known, "number in the public register"),
    row<&ReleaseData::topics>("topics", Kind::record, when_known, "what it is about"),
    row<&ReleaseData::areas>("areas", Kind::record, when_known, "which parts of the municipality"),
    row<&ReleaseData::text>("text", Kind::text, when_known, "the whole text without mark-up; an empty line between paragraphs"),
    row<&ReleaseData::statements>("statements", Kind::record, when_known, "what people say in it, in the order of the text"),
    row<&ReleaseData::events>("events", Kind::record, when_known, "what it announces"),
    row<&ReleaseData::photos>("photos", Kind::record, when_known, "its pictures, the lead picture first"),
    row<&ReleaseData::attachments>("attachments", Kind::record, when_known, "files to download"),
    row<&ReleaseData::links>("links", Kind::record, when_known, "where to read more"),
    row<&ReleaseData::contacts>("contacts", Kind::record, when_known, "whom a journalist may call"),
    row<&ReleaseData::changes>("changes", Kind::record, when_known, "what was changed after publication, in the order it was done"),
};

constexpr Row kHeadRows[] = {
    row<&DataHead::schema>("$schema", Kind::address, always, "where the schema of this file stands"),
    row<&DataHead::title>("title", Kind::text, always, "name of the press room"),
    row<&DataHead::language>("language", Kind::language, always, "its language"),
    row<&DataHead::address>("address", Kind::address, always, "its home page"),
    row<&DataHead::organization>("organization", Kind::text, always, "who publishes"),
    row<&DataHead::organization_address>("organization_address", Kind::address, when_known, "the publisher's own site"),
    row<&DataHead::updated>("updated", Kind::time, when_known, "the newest time of any release in the file, or of all in the index"),
};

constexpr Row kYearRows[] = {
    row<&DataYear::year>("year", Kind::whole, always, "year of publication"),
    row<&DataYear::address>("address", Kind::address, always, "the file with its releases"),
    row<&DataYear::releases>("releases", Kind::whole, always, "how many there are"),
    row<&DataYear::updated>("updated", Kind::time, always, "the newest time of any of them"),
};

consteval Record record(const char* name, const char* doc, std::span<const Row> rows) {
    for (const Row& row : rows) {
        for (const Row* other = rows.data(); other != &row; ++other) {
            if (std::string_view(other->key) == row.key) throw "two fields have the same name";
        }
    }
    return {name, doc, rows};
}

constexpr Record kTranslation = record("translation", "the same release in another language", kTranslationRows);
constexpr Record kTopic = record("topic", "a topic or an area of the site's vocabulary", kTopicRows);
constexpr Record kStatement = record("statement", "what one person said", kStatementRows);
constexpr Record kChangedTime = record("changed time", "a time of a series that is not as usual", kChangedTimeRows);
constexpr Record kEvent = record("event", "something that takes place", kEventRows);
constexpr Record kLicense = record("license", "what others may do with a picture", kLicenseRows);
constexpr Record kPhoto = record("photo", "a picture with its credit and terms", kPhotoRows);
constexpr Record kAttachment = record("attachment", "a file that belongs to the release", kAttachmentRows);
constexpr Record kLink = record("link", "a link", kLinkRows);
constexpr Record kContact = record("contact", "whom to ask", kContactRows);
constexpr Record kChange = record("change", "a change after publication", kChangeRows);
constexpr Record kRelease = record("release", "one release in one language", kReleaseRows);
constexpr Record kYear = record("year", "the releases of one year", kYearRows);
constexpr Record kHead =
    record("releases.json", "everything that the press room has published and lists: an index of years, and a file for each", kHeadRows);

template <>
const Record& record_of<TranslationData>() {
    return kTranslation;
}
template <>
const Record& record_of<TopicData>() {
    return kTopic;
}
template <>
const Record& record_of<StatementData>() {
    return kStatement;
}
template <>
const Record& record_of<ChangedTimeData>() {
    return kChangedTime;
}
template <>
const Record& record_of<EventData>() {
    return kEvent;
}
template <>
const Record& record_of<LicenseData>() {
    return kLicense;
}
template <>
const Record& record_of<PhotoData>() {
    return kPhoto;
}
template <>
const Record& record_of<AttachmentData>() {
    return kAttachment;
}
template <>
const Record& record_of<LinkData>() {
    return kLink;
}
template <>
const Record& record_of<ContactData>() {
    return kContact;
}
template <>
const Record& record_of<ChangeData>() {
    return kChange;
}

// Empty when nothing of the record is known.
OrderedJson record_json(const void* of, const Record& record) {
    OrderedJson::object_t json;
    json.reserve(record.rows.size());
    bool known = false;
    for (const Row& row : record.rows) {
        OrderedJson value = row.value(of);
        known = known || !value.is_null();
        if (value.is_null() && row.always) value = "";  // written all the same, so that nobody need ask whether it is there
        if (!value.is_null()) json.emplace_back(row.key, std::move(value));
    }
    return known ? OrderedJson(std::move(json)) : OrderedJson::object();
}

}  // namespace

OrderedJson to_json(const ReleaseData& release) { return record_json(&release, kRelease); }
OrderedJson to_json(const StatementData& statement) { return record_json(&statement, kStatement); }
OrderedJson to_json(const EventData& event) { return record_json(&event, kEvent); }
OrderedJson to_json(const PhotoData& photo) { return record_json(&photo, kPhoto); }
OrderedJson to_json(const DataYear& year) { return record_json(&year, kYear); }
OrderedJson to_json(const DataHead& head) {
    OrderedJson json = record_json(&head, kHead);
    json["version"] = kDataVersion;
    return json;
}

const release_fields::Record& release_fields::release_record() { return kRelease; }
const release_fields::Record& release_fields::year_record() { return kYear; }
const release_fields::Record& release_fields::head_record() { return kHead; }

}  // namespace pressrum

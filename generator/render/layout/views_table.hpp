#pragma once
// Every name that a layout may write, by record: what layouts are checked against.
//
// Addresses (`url`, `…_url`) are finished: with the base path, safe to write into href. Dates and times are in words, those
// called `datetime` are for <time datetime>. Words of the program itself are {{words.KEY}} (model/strings_table.hpp).
// A layout sees its own record, and around it kCommonView; base.mustache sees kBaseView, and around it kCommonView.
// The records that several layouts hold stand in render/layout/view_records.hpp.

#include "render/layout/view_records.hpp"

namespace pressrum {

// --- pages ------------------------------------------------------------------------------------------------------------

inline constexpr ViewField kHomeFields[] = {
    {"heading", ViewType::prose, "name of the press room"},
    {"newest", ViewType::optional_record, "the newest release", &kReleaseItemView},
    {"releases", ViewType::list, "further releases, newest first", &kReleaseItemView},
    {"events", ViewType::list, "coming events", &kEventView},
    {"topics", ViewType::list, "topics that have releases", &kCountedLinkView},
    {"areas", ViewType::list, "areas that have releases", &kCountedLinkView},
    {"years", ViewType::list, "the archive", &kCountedLinkView},
    {"contacts", ViewType::list, "whom journalists may call", &kContactView},
    {"archive_anchor", ViewType::text, "id of the archive"},
};
inline constexpr ViewRecord kHomeView = {"home", "layout home", kHomeFields};

inline constexpr ViewField kReleaseFields[] = {
    {"title", ViewType::text, "headline"},
    {"lead", ViewType::optional_text, "lead"},
    {"kind", ViewType::text, "press release, news, invitation, statement: in words"},
    {"place", ViewType::optional_text, "where it is dated"},
    {"published", ViewType::text, "date and time of publication"},
    {"datetime", ViewType::text, "the same, for <time>"},
    {"updated", ViewType::optional_text, "date and time of the latest change"},
    {"updated_datetime", ViewType::text, "the same, for <time>"},
    {"easy_version", ViewType::optional_record, "the easy-to-read version of the same release", &kTranslationView},
    {"full_version", ViewType::optional_record, "of an easy-to-read version: the usual one", &kTranslationView},
    {"photo", ViewType::optional_record, "lead picture", &kPhotoView},
    {"body", ViewType::html, "the text, with statements and what is placed in it"},
    {"events", ViewType::list, "events that are not placed in the text", &kEventView},
    {"all_events", ViewType::list, "all events, for the short list on top", &kEventView},
    {"changes", ViewType::list, "changes, newest first", &kChangeView},
    {"changes_anchor", ViewType::text, "id of the list of changes"},
    {"contacts_anchor", ViewType::text, "id of the contacts"},
    {"speakers", ViewType::list, "people quoted, as on that day", &kSpeakerView},
    {"contacts", ViewType::list, "whom journalists may call", &kContactView},
    {"attachments", ViewType::list, "attached files", &kAttachmentView},
    {"links", ViewType::list, "links to more", &kLinkView},
    {"photos", ViewType::list, "all pictures, to download", &kPhotoView},
    {"more_photos", ViewType::list, "pictures that stand neither on top nor in the text", &kPhotoView},
    {"topics", ViewType::list, "topics", &kLinkView},
    {"areas", ViewType::list, "areas", &kLinkView},
    {"diary_number", ViewType::optional_text, "number in the municipal register"},
    {"related", ViewType::list, "related releases", &kReleaseItemView},
    {"permalink", ViewType::text, "absolute address, for paper"},
};
inline constexpr ViewRecord kReleaseView = {"release", "layout release", kReleaseFields};

inline constexpr ViewField kExpiredFields[] = {
    {"title", ViewType::text, "headline of the release that has expired"},
    {"text", ViewType::text, "a sentence: until when it was current"},
    {"contacts", ViewType::list, "whom to ask", &kContactView},
};
inline constexpr ViewRecord kExpiredView = {"expired", "layout expired: an expired release's address", kExpiredFields};

inline constexpr ViewField kListFields[] = {
    {"heading", ViewType::text, "heading"},
    {"intro", ViewType::optional_text, "a sentence"},
    {"links", ViewType::list, "topics, areas", &kCountedLinkView},
    {"releases", ViewType::list, "releases, newest first", &kReleaseItemView},
    {"lines", ViewType::list, "instead of them, where there are many: a line each", &kReleaseLineView},
    {"older", ViewType::optional_record, "the month before", &kLinkView},
    {"newer", ViewType::optional_record, "the month after", &kLinkView},
    {"nothing", ViewType::flag, "neither links nor releases"},
};
inline constexpr ViewRecord kListView = {"list", "layout list: a month, all topics, all areas, a topic's year", kListFields};

inline constexpr ViewField kYearFields[] = {
    {"heading", ViewType::text, "heading"},
    {"months", ViewType::list, "months that have releases, newest first", &kMonthView},
    {"links", ViewType::list, "instead of them, in a year of very many releases: the months alone", &kCountedLinkView},
    {"events_of_year", ViewType::optional_record, "the events of the same year", &kLinkView},
    {"older", ViewType::optional_record, "the year before", &kLinkView},
    {"newer", ViewType::optional_record, "the year after", &kLinkView},
};
inline constexpr ViewRecord kYearView = {"year", "layout year: all releases of a year, a line each, or its months", kYearFields};

inline constexpr ViewField kTopicViewFields[] = {
    {"heading", ViewType::text, "name of the topic or area"},
    {"kind", ViewType::text, "“Ämne” or “Område”"},
    {"description", ViewType::optional_text, "one sentence"},
    {"releases", ViewType::list, "releases, newest first", &kReleaseItemView},
    {"events", ViewType::list, "coming events", &kEventView},
    {"years", ViewType::list, "older releases by year", &kCountedLinkView},
    {"topic_feeds", ViewType::record, "feeds and calendar of the topic", &kFeedsView},
    {"subscribe_heading", ViewType::text, "heading over them"},
};
inline constexpr ViewRecord kTopicView = {"topic", "layout topic: a topic or an area", kTopicViewFields};

inline constexpr ViewField kPeopleFields[] = {
    {"heading", ViewType::text, "heading"},
    {"people", ViewType::list, "everybody who is quoted, by name", &kSpeakerView},
};
inline constexpr ViewRecord kPeopleView = {"people", "layout people", kPeopleFields};

inline constexpr ViewField kPersonViewFields[] = {
    {"name", ViewType::text, "name"},
    {"role", ViewType::optional_text, "role today, with party and organisation; of somebody who holds none any more the last one, told as such"},
    {"pronoun", ViewType::optional_text, "pronoun"},
    {"portrait", ViewType::optional_record, "portrait", &kPhotoView},
    {"roles", ViewType::list, "roles over time, newest first", &kRoleView},
    {"statements", ViewType::list, "what the person said, newest first", &kStatementView},
    {"releases", ViewType::list, "the newest releases that quote the person", &kReleaseItemView},
    {"releases_heading", ViewType::text, "heading over them"},
    {"years", ViewType::list, "all statements and releases by year, when they are too many for one page", &kCountedLinkView},
    {"feeds", ViewType::record, "feeds of those releases", &kFeedsView},
    {"subscribe_heading", ViewType::text, "heading over them"},
};
inline constexpr ViewRecord kPersonView = {"person", "layout person", kPersonViewFields};

inline constexpr ViewField kPersonYearFields[] = {
    {"heading", ViewType::text, "name and year"},
    {"statements", ViewType::list, "what the person said that year, newest first", &kStatementView},
    {"releases", ViewType::list, "releases of that year that quote the person", &kReleaseLineView},
    {"releases_heading", ViewType::text, "heading over them"},
    {"older", ViewType::optional_record, "the year before in which the person said something", &kLinkView},
    {"newer", ViewType::optional_record, "the year after", &kLinkView},
};
inline constexpr ViewRecord kPersonYearView = {"person_year", "layout person_year: what a person said in a year", kPersonYearFields};

inline constexpr ViewField kEventsFields[] = {
    {"heading", ViewType::text, "heading"},
    {"intro", ViewType::optional_text, "a sentence"},
    {"months", ViewType::list, "events by month", &kEventGroupView},
    {"years", ViewType::list, "archive by year", &kCountedLinkView},
    {"coming", ViewType::flag, "these are the coming events, not an archive"},
};
inline constexpr ViewRecord kEventsView = {"events", "layout events: coming events, and the archive of a year", kEventsFields};

inline constexpr ViewField kCorrectionsFields[] = {
    {"heading", ViewType::text, "heading"},
    {"changes", ViewType::list, "every change, newest first", &kChangeView},
    {"feeds", ViewType::record, "feeds of the changes", &kFeedsView},
    {"contacts", ViewType::list, "whom to tell of a mistake", &kContactView},
};
inline constexpr ViewRecord kCorrectionsView = {"corrections", "layout corrections", kCorrectionsFields};

inline constexpr ViewField kSubscribeFields[] = {
    {"heading", ViewType::text, "heading"},
    {"everything", ViewType::record, "feeds of the whole site", &kFeedsView},
    {"topics", ViewType::list, "feeds of each topic", &kFeedsView},
    {"areas", ViewType::list, "feeds of each area", &kFeedsView},
    {"corrections", ViewType::record, "feeds of the corrections", &kFeedsView},
    {"releases_url", ViewType::text, "everything as data"},
    {"schema_url", ViewType::text, "what its fields mean: JSON Schema"},
    {"ninjs_url", ViewType::text, "the newest releases for newsrooms' systems"},
};
inline constexpr ViewRecord kSubscribeView = {"subscribe", "layout subscribe", kSubscribeFields};

inline constexpr ViewField kIssueFields[] = {{"text", ViewType::text, "what is not accessible"}};
inline constexpr ViewRecord kIssueView = {"issue", "a known problem", kIssueFields};

inline constexpr ViewField kStatementPageFields[] = {
    {"heading", ViewType::text, "heading"},
    {"intro", ViewType::text, "who is behind the site"},
    {"status", ViewType::text, "the law's sentence on how far the site complies"},
    {"issues", ViewType::list, "known problems", &kIssueView},
    {"email", ViewType::optional_text, "e-mail for feedback"},
    {"email_url", ViewType::text, "mailto: address"},
    {"phone", ViewType::optional_text, "telephone for feedback"},
    {"phone_url", ViewType::text, "tel: address"},
    {"feedback_url", ViewType::optional_text, "page for feedback"},
    {"report_url", ViewType::text, "the authority's form"},
    {"method", ViewType::text, "how the site was tested"},
    {"assessed", ViewType::text, "when it was assessed"},
    {"published", ViewType::text, "when the statement was published"},
    {"updated", ViewType::optional_text, "when it was last reviewed"},
};
inline constexpr ViewRecord kStatementPageView = {"statement page", "layout statement: the accessibility statement", kStatementPageFields};

inline constexpr ViewField kDigestCommandFields[] = {
    {"system", ViewType::text, "Linux, macOS, Windows"},
    {"command", ViewType::text, "what to write there"},
};
inline constexpr ViewRecord kDigestCommandView = {"digest command", "how a computer works out the SHA-256 of a file", kDigestCommandFields};

inline constexpr ViewField kAuthenticityFields[] = {
    {"heading", ViewType::text, "heading"},
    {"intro", ViewType::text, "who signs, and what that is good for"},
    {"key", ViewType::text, "the public key"},
    {"manifest_url", ViewType::text, "the list of all files with their digests"},
    {"signature_url", ViewType::text, "its signature"},
    {"program_url", ViewType::text, "where minisign is to be had"},
    {"verify_command", ViewType::text, "what to write to check the list"},
    {"fetch_command", ViewType::text, "what to write to fetch a page as it is: this one"},
    {"digest_commands", ViewType::list, "what to write to work out its digest", &kDigestCommandView},
    {"find", ViewType::text, "where it stands in the list"},
    {"other_pages", ViewType::text, "how other pages are called there"},
    {"contacts", ViewType::list, "whom to ask when something does not fit", &kContactView},
};
inline constexpr ViewRecord kAuthenticityView = {"authenticity", "layout authenticity: how to check that a page is genuine", kAuthenticityFields};

inline constexpr ViewField kPageFields[] = {
    {"title", ViewType::text, "heading"},
    {"body", ViewType::html, "the text"},
};
inline constexpr ViewRecord kPageView = {"page", "layout page: a page of site/pages", kPageFields};

inline constexpr ViewField kNotFoundFields[] = {
    {"contacts", ViewType::list, "whom to ask", &kContactView},
};
inline constexpr ViewRecord kNotFoundView = {"404", "layout 404", kNotFoundFields};

inline constexpr ViewField kRedirectFields[] = {
    {"target_url", ViewType::text, "new address"},
    {"target_address", ViewType::text, "the same, absolute"},
    {"target_title", ViewType::text, "headline there"},
};
inline constexpr ViewRecord kRedirectView = {"redirect", "layout redirect: a former address", kRedirectFields};

// --- what a layout sees -----------------------------------------------------------------------------------------------

// One row for each file of layouts/: its name and the record it is given. Around it stands kCommonView.
struct LayoutKind {
    std::string_view name;
    const ViewRecord* record;
};

inline constexpr LayoutKind kLayoutKinds[] = {
    {"base", &kBaseView},       {"home", &kHomeView},     {"release", &kReleaseView},         {"expired", &kExpiredView},
    {"list", &kListView},       {"year", &kYearView},     {"topic", &kTopicView},             {"people", &kPeopleView},
    {"person", &kPersonView},   {"person_year", &kPersonYearView},
    {"events", &kEventsView},   {"corrections", &kCorrectionsView}, {"subscribe", &kSubscribeView}, {"statement", &kStatementPageView},
    {"authenticity", &kAuthenticityView},
    {"page", &kPageView},       {"404", &kNotFoundView},  {"redirect", &kRedirectView},
    // What the generator puts into a text: ![](photo:…), ![](event:…), ![](quote:…).
    {"placed_photo", &kPhotoView}, {"placed_event", &kEventView}, {"placed_quote", &kStatementView},
};

}  // namespace pressrum

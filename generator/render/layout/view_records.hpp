#pragma once
// The records that several layouts hold: a link, a photo, an event, a statement, and what stands around every page. What addresses
// and dates in them look like is described in render/layout/views_table.hpp.

#include "render/layout/view.hpp"

namespace pressrum {

// --- small records ----------------------------------------------------------------------------------------------------

inline constexpr ViewField kLinkFields[] = {
    {"title", ViewType::prose, "words of the link"},
    {"url", ViewType::optional_text, "its address; none when nothing stands there at this time"},
    {"current", ViewType::flag, "the page that is shown is this one, or lies under it"},
};
inline constexpr ViewRecord kLinkView = {"link", "a link", kLinkFields};

inline constexpr ViewField kCountedLinkFields[] = {
    {"title", ViewType::prose, "words of the link"},
    {"url", ViewType::text, "its address"},
    {"count", ViewType::text, "how many releases or events are there, in words"},
    {"description", ViewType::optional_prose, "one sentence"},
    {"empty", ViewType::flag, "nothing is there"},
};
inline constexpr ViewRecord kCountedLinkView = {"counted link", "a topic, an area, a year, a month: with how much is there",
                                                kCountedLinkFields};

inline constexpr ViewField kTranslationFields[] = {
    {"language", ViewType::text, "BCP 47"},
    {"name", ViewType::text, "the language's name in itself"},
    {"title", ViewType::text, "the title in that language"},
    {"url", ViewType::text, "address of the version"},
};
inline constexpr ViewRecord kTranslationView = {"translation", "the same page in another language", kTranslationFields};

inline constexpr ViewField kContactFields[] = {
    {"name", ViewType::prose, "person or office"},
    {"role", ViewType::optional_prose, "role or title today, with party and organisation"},
    {"email", ViewType::optional_text, "e-mail address"},
    {"email_url", ViewType::text, "mailto: address"},
    {"phone", ViewType::optional_text, "telephone number as written"},
    {"phone_url", ViewType::text, "tel: address"},
};
inline constexpr ViewRecord kContactView = {"contact", "whom a journalist may call", kContactFields};

inline constexpr ViewField kLicenseFields[] = {
    {"name", ViewType::prose, "name of the terms"},
    {"url", ViewType::optional_text, "page with the terms"},
    {"terms", ViewType::optional_prose, "the terms in a sentence"},
};
inline constexpr ViewRecord kLicenseView = {"license", "what others may do with a picture", kLicenseFields};

inline constexpr ViewField kPhotoSourceFields[] = {
    {"media_type", ViewType::text, "image/avif, image/webp"},
    {"srcset", ViewType::text, "addresses and widths"},
};
inline constexpr ViewRecord kPhotoSourceView = {"photo source", "a picture in one format, for <source>", kPhotoSourceFields};

inline constexpr ViewField kPhotoFields[] = {
    {"id", ViewType::text, "anchor of the picture's entry among those to download"},
    {"src", ViewType::text, "address of the picture"},
    {"sources", ViewType::list, "the same picture in newer formats, the best first", &kPhotoSourceView},
    {"srcset", ViewType::optional_text, "further widths in the format of src"},
    {"style_class", ViewType::optional_text,
     "classes of theme.css: the colour that stands there until the picture has come, and what stays in sight when it is cropped"},
    {"alt", ViewType::prose, "what it shows; empty: decoration"},
    {"has_size", ViewType::flag, "width and height are known"},
    {"width", ViewType::text, "pixels"},
    {"height", ViewType::text, "pixels"},
    {"portrait_format", ViewType::flag, "higher than wide"},
    {"caption", ViewType::optional_prose, "caption"},
    {"credit", ViewType::text, "“Foto: N.N.”"},
    {"credit_line", ViewType::text, "the credit line to copy"},
    {"license", ViewType::optional_record, "terms", &kLicenseView},
    {"original_url", ViewType::text, "address of the untouched original"},
    {"file_name", ViewType::text, "name of the original"},
    {"facts", ViewType::text, "kind of file, pixels, size"},
    {"eager", ViewType::flag, "the first picture of the page: load it at once"},
};
inline constexpr ViewRecord kPhotoView = {"photo", "a picture with its credit and terms", kPhotoFields};

inline constexpr ViewField kLabelFields[] = {
    {"text", ViewType::text, "the label"},
    {"kind", ViewType::text, "for the style: corrected, cancelled, moved, postponed, preview"},
};
inline constexpr ViewRecord kLabelView = {"label", "a short label", kLabelFields};

inline constexpr ViewField kReleaseItemFields[] = {
    {"title", ViewType::text, "headline"},
    {"url", ViewType::text, "address"},
    {"language", ViewType::optional_text, "language of the title and lead when it is not the page's"},
    {"kind", ViewType::text, "press release, news, invitation, statement: in words"},
    {"date", ViewType::text, "day of publication"},
    {"datetime", ViewType::text, "time of publication"},
    {"lead", ViewType::optional_text, "lead"},
    {"photo", ViewType::optional_record, "lead picture", &kPhotoView},
    {"labels", ViewType::list, "corrected, cancelled …", &kLabelView},
    {"topics", ViewType::list, "topics", &kLinkView},
};
inline constexpr ViewRecord kReleaseItemView = {"release item", "a release in a list", kReleaseItemFields};

inline constexpr ViewField kReleaseLineFields[] = {
    {"title", ViewType::text, "headline"},
    {"url", ViewType::text, "address"},
    {"language", ViewType::optional_text, "language of the title when it is not the page's"},
    {"date", ViewType::text, "day of publication"},
    {"datetime", ViewType::text, "time of publication"},
    {"labels", ViewType::list, "corrected, cancelled …", &kLabelView},
};
inline constexpr ViewRecord kReleaseLineView = {"release line", "a release in an archive, without lead and picture", kReleaseLineFields};

inline constexpr ViewField kMonthFields[] = {
    {"title", ViewType::text, "month and year in words"},
    {"url", ViewType::text, "address of the month"},
    {"count", ViewType::text, "how many releases, in words"},
    {"releases", ViewType::list, "its releases, newest first", &kReleaseLineView},
};
inline constexpr ViewRecord kMonthView = {"month", "a month of a year's archive", kMonthFields};

inline constexpr ViewField kRegistrationViewFields[] = {
    {"url", ViewType::optional_text, "page to register"},
    {"email", ViewType::optional_text, "e-mail address"},
    {"email_url", ViewType::text, "mailto: address"},
    {"phone", ViewType::optional_text, "telephone number"},
    {"phone_url", ViewType::text, "tel: address"},
    {"until", ViewType::optional_text, "last day or time, as a sentence"},
    {"note", ViewType::optional_prose, "what else must be said"},
};
inline constexpr ViewRecord kRegistrationView = {"registration", "how to register for an event", kRegistrationViewFields};

inline constexpr ViewField kChangedTimeFields[] = {
    {"label", ViewType::record, "cancelled, moved, new place", &kLabelView},
    {"is_off", ViewType::flag, "cancelled: the time does not hold"},
    {"when", ViewType::text, "date and time, in full"},
    {"datetime", ViewType::text, "the same, for <time>"},
    {"previous_when", ViewType::optional_text, "the time that no longer holds"},
    {"location", ViewType::optional_prose, "where it is, when it is elsewhere"},
    {"note", ViewType::optional_prose, "why, or what else must be said"},
};
inline constexpr ViewRecord kChangedTimeView = {"changed time", "a cancelled or moved time of a series", kChangedTimeFields};

inline constexpr ViewField kEventViewFields[] = {
    {"id", ViewType::text, "anchor of the event's box on its release"},
    {"title", ViewType::prose, "title"},
    {"url", ViewType::text, "address of its box on the release"},
    {"label", ViewType::optional_record, "cancelled, moved, postponed", &kLabelView},
    {"is_off", ViewType::flag, "cancelled or postponed: the time does not hold"},
    {"status_text", ViewType::optional_text, "a sentence about the status"},
    {"status_note", ViewType::optional_prose, "why, or what else must be said, of one time of a series"},
    {"when_label", ViewType::text, "“Tid”, “Ny tid”, “Planerad tid”"},
    {"when", ViewType::text, "date and time, or dates, in full"},
    {"datetime", ViewType::text, "start, for <time>"},
    {"previous_when", ViewType::optional_text, "the time that no longer holds"},
    {"weekday", ViewType::text, "day of the week"},
    {"day", ViewType::text, "day of the month"},
    {"month", ViewType::text, "month, short"},
    {"year", ViewType::text, "year"},
    {"time", ViewType::text, "time of day, or “hela dagen”"},
    {"repeats", ViewType::optional_text, "how it repeats"},
    {"except", ViewType::optional_text, "days that are left out, as a sentence"},
    {"extra", ViewType::optional_text, "further days, as a sentence"},
    {"changed_times", ViewType::list, "in the box of a series: its cancelled and moved times, by day", &kChangedTimeView},
    {"location", ViewType::optional_prose, "room or place"},
    {"address", ViewType::optional_text, "street address"},
    {"map_url", ViewType::optional_text, "address of a map"},
    {"online_url", ViewType::optional_text, "address of the meeting on the net"},
    {"description", ViewType::optional_prose, "more about it"},
    {"price", ViewType::optional_prose, "price"},
    {"accessibility", ViewType::optional_prose, "accessibility of the place"},
    {"registration", ViewType::optional_record, "how to register", &kRegistrationView},
    {"calendar_url", ViewType::text, "the event as a calendar file"},
    {"webcal_url", ViewType::text, "the same for subscribers"},
    {"google_url", ViewType::optional_text, "form of Google's calendar with the event filled in; not of what repeats or is off"},
    {"outlook_url", ViewType::optional_text, "the same of Outlook"},
    {"release_title", ViewType::prose, "headline of the release that announced it"},
};
inline constexpr ViewRecord kEventView = {"event", "an event", kEventViewFields};

inline constexpr ViewField kEventLineFields[] = {
    {"title", ViewType::prose, "name of the event"},
    {"url", ViewType::text, "address on the release's page"},
    {"date", ViewType::text, "day"},
    {"datetime", ViewType::text, "start, for <time>"},
    {"time", ViewType::text, "time of day"},
    {"location", ViewType::optional_prose, "name of the place"},
    {"label", ViewType::optional_record, "cancelled, moved, postponed", &kLabelView},
};
inline constexpr ViewRecord kEventLineView = {"event line", "an event in a long archive", kEventLineFields};

inline constexpr ViewField kEventGroupFields[] = {
    {"title", ViewType::text, "month and year"},
    {"id", ViewType::text, "anchor"},
    {"events", ViewType::list, "events of the month, by start", &kEventView},
    {"lines", ViewType::list, "instead of them, where there are many: a line each", &kEventLineView},
};
inline constexpr ViewRecord kEventGroupView = {"event group", "the events of a month", kEventGroupFields};

inline constexpr ViewField kChangeViewFields[] = {
    {"kind", ViewType::text, "correction, update …: in words"},
    {"style", ViewType::text, "for the style: correction, update, clarification, moved, cancelled"},
    {"when", ViewType::text, "date and time"},
    {"datetime", ViewType::text, "the same, for <time>"},
    {"note", ViewType::prose, "what has changed"},
    {"release_title", ViewType::prose, "headline of the release"},
    {"release_url", ViewType::text, "its address"},
};
inline constexpr ViewRecord kChangeView = {"change", "a correction or another change of something published", kChangeViewFields};

inline constexpr ViewField kAttachmentViewFields[] = {
    {"title", ViewType::prose, "what it is called"},
    {"url", ViewType::text, "address of the file"},
    {"description", ViewType::optional_prose, "what is in it"},
    {"facts", ViewType::text, "kind of file and size"},
};
inline constexpr ViewRecord kAttachmentView = {"attachment", "an attached file", kAttachmentViewFields};

inline constexpr ViewField kSpeakerFields[] = {
    {"name", ViewType::text, "name"},
    {"url", ViewType::optional_text, "the person's page"},
    {"role", ViewType::optional_prose, "role, party and organisation: on the day of the release; on the list of people, today's"},
    {"portrait", ViewType::optional_record, "portrait", &kPhotoView},
    {"count", ViewType::text, "number of statements in words (on the list of people)"},
};
inline constexpr ViewRecord kSpeakerView = {"speaker", "a person who is quoted", kSpeakerFields};

inline constexpr ViewField kStatementViewFields[] = {
    {"id", ViewType::text, "anchor on the release"},
    {"words", ViewType::text, "what was said, without talstreck and attribution"},
    {"language", ViewType::optional_text, "language of the words when it is not the page's"},
    {"speaker", ViewType::text, "name; empty when nobody knows"},
    {"role", ViewType::optional_prose, "role, party and organisation that day"},
    {"url", ViewType::text, "address of the statement"},
    {"date", ViewType::text, "day of publication"},
    {"datetime", ViewType::text, "the same, for <time>"},
    {"release_title", ViewType::prose, "headline of the release"},
};
inline constexpr ViewRecord kStatementView = {"statement", "what a person said", kStatementViewFields};

inline constexpr ViewField kRoleViewFields[] = {
    {"role", ViewType::prose, "role, party and organisation"},
    {"period", ViewType::optional_text, "how long, in words"},
    {"current", ViewType::flag, "held now"},
};
inline constexpr ViewRecord kRoleView = {"role", "a role of a person", kRoleViewFields};

inline constexpr ViewField kFeedsViewFields[] = {
    {"title", ViewType::text, "the site, the topic, the area"},
    {"page_url", ViewType::text, "the page that shows the same"},
    {"rss_url", ViewType::text, "RSS feed"},
    {"atom_url", ViewType::text, "Atom feed"},
    {"json_url", ViewType::text, "JSON feed"},
    {"calendar_url", ViewType::optional_text, "calendar file; corrections and people have none"},
    {"webcal_url", ViewType::text, "calendar subscription"},
    {"calendar_address", ViewType::html, "absolute address of the calendar, to copy; may break after a slash"},
    {"rss_address", ViewType::html, "absolute address of the RSS feed, to copy; may break after a slash"},
    {"qr_url", ViewType::optional_text, "a QR code that opens the page on a phone: SVG"},
};
inline constexpr ViewRecord kFeedsView = {"feeds", "the feeds and the calendar of the site, a topic, an area, a person, the corrections",
                                          kFeedsViewFields};

// --- around every page ------------------------------------------------------------------------------------------------

inline constexpr ViewField kOrganizationViewFields[] = {
    {"name", ViewType::prose, "name of the organisation"},
    {"url", ViewType::optional_text, "its site"},
    {"email", ViewType::optional_text, "e-mail address"},
    {"email_url", ViewType::text, "mailto: address"},
    {"phone", ViewType::optional_text, "telephone number"},
    {"phone_url", ViewType::text, "tel: address"},
    {"address", ViewType::optional_text, "postal address"},
    {"logo_url", ViewType::optional_text, "its logo"},
    {"about", ViewType::optional_html, "“Om kommunen”, paragraphs"},
    {"about_language", ViewType::optional_text, "their language when it is not the page's"},
    {"about_heading", ViewType::text, "heading over it"},
};
inline constexpr ViewRecord kOrganizationView = {"organization", "who is behind the press room", kOrganizationViewFields};

inline constexpr ViewField kCommonFields[] = {
    {"site_title", ViewType::prose, "name of the press room"},
    {"site_description", ViewType::optional_prose, "a sentence about it"},
    {"organization", ViewType::record, "who is behind it", &kOrganizationView},
    {"content_security_policy", ViewType::text, "what a page may load and run, for browsers"},
    {"home_url", ViewType::text, "home page in the page's language"},
    {"archive_url", ViewType::text, "the archive on the home page"},
    {"events_url", ViewType::text, "coming events"},
    {"topics_url", ViewType::optional_text, "all topics"},
    {"areas_url", ViewType::optional_text, "all areas"},
    {"people_url", ViewType::optional_text, "all who are quoted"},
    {"corrections_url", ViewType::text, "all corrections"},
    {"subscribe_url", ViewType::text, "how to subscribe"},
    {"statement_url", ViewType::optional_text, "accessibility statement"},
    {"authenticity_url", ViewType::optional_text, "how to check that a page is genuine; of a site that is signed"},
    {"feeds", ViewType::record, "feeds and calendar of the whole site", &kFeedsView},
    {"pages", ViewType::list, "standalone pages", &kLinkView},
    {"tokens_url", ViewType::text, "what the style sheets are coloured and measured with"},
    {"style_url", ViewType::text, "style sheet of the layouts"},
    {"theme_url", ViewType::text, "the municipality's colours"},
    {"icon_url", ViewType::optional_text, "icon of the site"},
    {"script_url", ViewType::optional_text, "the script of the layouts, which pages can do without"},
    {"script_integrity", ViewType::text, "its fingerprint, for the browser (Subresource Integrity)"},
};
inline constexpr ViewRecord kCommonView = {"common", "what every layout can use", kCommonFields};

inline constexpr ViewField kFeedLinkFields[] = {
    {"title", ViewType::text, "title of the feed"},
    {"media_type", ViewType::text, "its media type"},
    {"url", ViewType::text, "absolute address"},
};
inline constexpr ViewRecord kFeedLinkView = {"feed link", "a feed that programs find by themselves", kFeedLinkFields};

inline constexpr ViewField kNameFields[] = {{"name", ViewType::text, "the name"}};
inline constexpr ViewRecord kNameView = {"name", "a name alone", kNameFields};

inline constexpr ViewField kBaseFields[] = {
    {"language", ViewType::text, "BCP 47"},
    {"title", ViewType::text, "for the browser: page and site"},
    {"heading", ViewType::text, "the page's own title"},
    {"description", ViewType::optional_text, "one or two sentences"},
    {"canonical_url", ViewType::optional_text, "absolute address; none for pages that are not to be found"},
    {"right_to_left", ViewType::flag, "the language is written from right to left"},
    {"noindex", ViewType::flag, "search engines should leave it out"},
    {"alternates", ViewType::list, "versions in other languages, this one included: absolute addresses", &kTranslationView},
    {"translations", ViewType::list, "versions in other languages", &kTranslationView},
    {"feed_links", ViewType::list, "feeds and calendars of this page", &kFeedLinkView},
    {"og_type", ViewType::text, "article or website"},
    {"og_locale", ViewType::text, "language and country: sv_SE"},
    {"og_image_url", ViewType::optional_text, "absolute address of a picture to share"},
    {"og_image_alt", ViewType::optional_text, "what it shows"},
    {"og_image_type", ViewType::optional_text, "its media type"},
    {"og_image_size", ViewType::flag, "its width and height are known"},
    {"og_image_width", ViewType::text, "pixels"},
    {"og_image_height", ViewType::text, "pixels"},
    {"og_other_locales", ViewType::list, "languages and countries of the other versions, as their name", &kNameView},
    {"published", ViewType::optional_text, "time of publication"},
    {"modified", ViewType::optional_text, "time of the latest change"},
    {"expires", ViewType::optional_text, "time from which it no longer applies"},
    {"section", ViewType::optional_text, "of an article: its first topic"},
    {"tags", ViewType::list, "of an article: its topics and areas", &kNameView},
    {"json_ld", ViewType::optional_html, "structured data, safe inside <script type=\"application/ld+json\">"},
    {"breadcrumbs", ViewType::list, "way from the home page; the page itself last, current", &kLinkView},
    {"menu", ViewType::list, "menu", &kLinkView},
    {"preview", ViewType::optional_text, "a sentence when the page is not published"},
    {"refresh_url", ViewType::optional_text, "the page only leads on to this address"},
    {"layout", ViewType::text, "name of the layout, for the style"},
    {"content", ViewType::html, "the page's own layout, rendered"},
};
inline constexpr ViewRecord kBaseView = {"base", "the frame of every page", kBaseFields};

}  // namespace pressrum

// The fields of a post and of what stands in it: the one place where they are declared.

#include "read/fields.hpp"

#include "model/rules.hpp"
#include "read/field_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pressrum {

namespace {

using fields::row;
using enum FieldType;
using enum Need;


// --- quote ------------------------------------------------------------------------------------------------------------

constexpr Field kQuoteFields[] = {
    row<&Quote::id>("id", key, optional, {"citatets permanenta namn; annars dess första ord", "the quote's permanent name; else its first words"}, "aldrig-tolerera"),
    row<&Quote::speaker>("speaker", key, optional, {"vem som talar: nyckel i people.yaml", "who speaks: a key of people.yaml"}, "karin-alm"),
    row<&Quote::name>("name", text, optional, {"vem som talar, om personen inte står i people.yaml", "who speaks, when not in people.yaml"}, "Maria Ek"),
    row<&Quote::role>("role", text, optional, {"uppdrag eller titel", "role or title"}, "projektledare"),
    row<&Quote::party>("party", text, optional, {"partibeteckning", "party"}, "C"),
    row<&Quote::organization>("organization", text, optional, {"organisation, om det inte är kommunen", "organisation, when not the municipality"}, "Polisen"),
    row<&Quote::text>("text", text, required, {"det som sades, ordagrant", "what was said, word for word"}, "Nu börjar vi bygga."),
    row<&Quote::approved>("approved", date, optional, {"dagen då den citerade godkände texten", "the day the speaker approved the text"}, "2024-05-01"),
};

void check_quote(const void* record, const YamlNode& node, Decoder& decoder) {
    const auto& quote = *static_cast<const Quote*>(record);
    if (!quote.speaker.given() && !quote.name.given()) decoder.report(rule("quote/who"), node.at);
    if (!quote.speaker.given()) return;
    const std::pair<const Text*, std::string_view> extras[] = {{&quote.name, "name"}, {&quote.role, "role"}, {&quote.party, "party"}, {&quote.organization, "organization"}};
    for (const auto& [field, name] : extras) {
        if (field->given()) decoder.report(rule("quote/speaker-and-name"), field->at, {std::string(name)});
    }
}

constexpr RecordType kQuote = {"quote", {"ett citat", "a quote"}, kQuoteFields, {}, check_quote};

// --- photo ------------------------------------------------------------------------------------------------------------

constexpr Field kPhotoFields[] = {
    row<&Photo::id>("id", key, optional, {"bildens namn i texten, ![](photo:NAMN); annars filens namn", "the picture's name in the text, ![](photo:NAME); else the file's name"}, "torget"),
    row<&Photo::src>("src", file, original, {"filen, bredvid inlägget eller i site/assets/photos", "the file, beside the post or in site/assets/photos"}, "torget.jpg"),
    row<&Photo::alt>("alt", alt, required, {"vad bilden visar, för den som inte ser den; \"\" om den bara är dekoration", "what the picture shows, for those who do not see it; \"\" when it is only decoration"}, "Torget i kvällsljus."),
    row<&Photo::credit>("credit", credit, original, {"fotografens namn", "the photographer's name"}, "Förnamn Efternamn"),
    row<&Photo::caption>("caption", text, optional, {"bildtext", "caption"}, "Torget får ny belysning."),
    row<&Photo::license>("license", key, optional, {"vad andra får göra med bilden: nyckel under licenses i site.yaml", "what others may do with it: a key of licenses in site.yaml"}, "press"),
    row<&Photo::focus>("focus", focus, optional, {"det viktigaste i bilden, som ska synas också när den beskärs: från vänster och uppifrån, 0 till 1", "what matters most in the picture and stays in sight when it is cropped: from the left and from the top, 0 to 1"}, "[0.5, 0.3]"),
};
static_assert(fields::have_traits<Photo>(kPhotoFields));

constexpr RecordType kPhoto = {"photo", {"en bild", "a picture"}, kPhotoFields, {}, nullptr};

// --- event ------------------------------------------------------------------------------------------------------------

constexpr Field kRegistrationFields[] = {
    row<&Registration::url>("url", url, optional, {"sida för anmälan", "page for registration"}, "https://www.ekinge.example/anmalan"),
    row<&Registration::email>("email", email, optional, {"e-post för anmälan", "e-mail for registration"}, "kultur@ekinge.example"),
    row<&Registration::phone>("phone", phone, optional, {"telefon för anmälan", "telephone for registration"}, "0980-31 90 00"),
    row<&Registration::until>("until", moment, optional, {"sista dag eller tid", "last day or time"}, "2024-05-05"),
    row<&Registration::note>("note", text, optional, {"det som också behöver sägas", "what else must be said"}, "Högst 40 personer."),
};
static_assert(fields::have_traits<Registration>(kRegistrationFields));

void check_year(Date day, const std::string& shown_day, Span at, Decoder& decoder) {
    if (day.year() > kLastYear) decoder.report(rule("event/too-far"), at, {shown_day, fmt::to_string(static_cast<int>(kLastYear))});
}

void check_year(const Sourced<Moment>& moment, Decoder& decoder) {
    if (moment.given()) check_year(date_of(moment->time), to_iso(*moment), moment.at, decoder);
}

void check_registration(const void* record, const YamlNode& node, Decoder& decoder) {
    const auto& r = *static_cast<const Registration*>(record);
    check_year(r.until, decoder);
    if (!r.url.given() && !r.email.given() && !r.phone.given() && !r.note.given()) decoder.report(rule("event/registration"), node.at);
}

constexpr RecordType kRegistration = {"registration", {"anmälan", "registration"}, kRegistrationFields, {}, check_registration};

constexpr Field kMovedFields[] = {
    row<&MovedTime::date>("date", moment, required, {"dagen som gällde, med klockslag om serien har flera tider den dagen", "the day it was to be, with the time when the series has several that day"}, "2024-05-14"),
    row<&MovedTime::start>("start", moment, original, {"när det är nu", "when it is now"}, "2024-05-15T18:00"),
    row<&MovedTime::end>("end", moment, optional, {"när det slutar; annars är det lika långt som de andra", "when it ends; else it is as long as the others"}, "2024-05-15T19:30"),
    row<&MovedTime::location>("location", text, optional, {"lokal eller plats, om den är en annan", "room or place, when it is another"}, "Biblioteket"),
    row<&MovedTime::address>("address", text, optional, {"gatuadress, om den är en annan", "street address, when it is another"}, "Biblioteksgatan 4, Ekinge"),
    row<&MovedTime::note>("note", text, optional, {"varför, eller vad som annars behöver sägas", "why, or what else must be said"}, "Matsalen är upptagen."),
};
static_assert(fields::have_traits<MovedTime>(kMovedFields));

void check_moved_time(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& moved = *static_cast<const MovedTime*>(record);
    check_year(moved.start, decoder);
    check_year(moved.end, decoder);
    if (!moved.end.given() || !moved.start.given()) return;
    if (moved.end->all_day != moved.start->all_day) decoder.report(rule("event/day-and-time"), moved.end.at);
    else if (moved.end->time < moved.start->time) decoder.report(rule("event/end-before-start"), moved.end.at, {to_iso(*moved.end), to_iso(*moved.start)});
}

constexpr RecordType kMoved = {"moved", {"ett tillfälle som är flyttat", "a time of a series that is moved"}, kMovedFields, {}, check_moved_time};

constexpr Field kCancelledFields[] = {
    row<&CancelledTime::date>("date", moment, required, {"dagen som ställs in, med klockslag om serien har flera tider den dagen", "the day that is cancelled, with the time when the series has several that day"}, "2024-05-28"),
    row<&CancelledTime::note>("note", text, optional, {"varför, eller vad som annars behöver sägas", "why, or what else must be said"}, "Ledaren är sjuk."),
};
static_assert(fields::have_traits<CancelledTime>(kCancelledFields));

constexpr RecordType kCancelled = {"cancelled", {"ett tillfälle som är inställt", "a time of a series that is cancelled"}, kCancelledFields, "date", nullptr};

constexpr Field kRepeatFields[] = {
    row<&Repeat::every>("every", choice, original, {"hur ofta", "how often"}, "week"),
    row<&Repeat::on>("on", choice, optional, {"på vilka veckodagar", "on which days of the week"}, "[tue]"),
    row<&Repeat::interval>("interval", integer, optional, {"2 = varannan", "2 = every other"}, "2"),
    row<&Repeat::until>("until", date, optional, {"sista dagen", "the last day"}, "2024-06-11"),
    row<&Repeat::count>("count", integer, optional, {"antal gånger", "how many times"}, "6"),
    row<&Repeat::except>("except", date, optional, {"dagar som aldrig var tänkta, till exempel lov", "days that never were meant, for example holidays"}, "[2024-05-21]"),
    row<&Repeat::extra>("extra", moment, optional, {"fler dagar; med klockslag om tiden är en annan än den vanliga", "further days; with the time when it is not the usual one"}, "[2024-06-15]"),
    row<&Repeat::moved>("moved", record, optional, {"tillfällen som har flyttats; de visas som flyttade", "times that were moved; they are shown as moved"}, "[{date: 2024-05-14, start: 2024-05-15T16:30}]"),
    row<&Repeat::cancelled>("cancelled", record, optional, {"tillfällen som har ställts in; de visas som inställda", "times that were cancelled; they are shown as cancelled"}, "[2024-05-28]"),
};
static_assert(fields::have_traits<Repeat>(kRepeatFields));

void check_repeat(const void* record, const YamlNode& node, Decoder& decoder) {
    const auto& r = *static_cast<const Repeat*>(record);
    if (!r.until.given() && !r.count.given() && !decoder.translation) decoder.report(rule("event/repeat-end"), node.at);
    if (!r.on.empty() && r.every.given() && *r.every != Every::week) decoder.report(rule("event/repeat-on"), r.on.front().at);
    for (auto day = r.on.begin(); day != r.on.end(); ++day) {
        const bool twice = std::any_of(r.on.begin(), day, [&](const auto& other) { return *other == **day; });
        if (twice) decoder.report(rule("event/repeat-on-twice"), day->at, {std::string(name_of(**day))});
    }
    if (r.until.given()) check_year(*r.until, to_iso(*r.until), r.until.at, decoder);
    for (const Sourced<Moment>& extra : r.extra) check_year(extra, decoder);
    if (*r.interval > kMaxInterval) decoder.report(rule("event/repeat-interval"), r.interval.at, {fmt::to_string(*r.interval), fmt::to_string(kMaxInterval)});
    if (r.until.given() && r.count.given()) decoder.report(rule("event/repeat-both"), r.count.at);
}

constexpr RecordType kRepeat = {"repeat", {"upprepning", "repetition"}, kRepeatFields, {}, check_repeat};

constexpr Field kEventFields[] = {
    row<&Event::id>("id", key, required, {"evenemangets permanenta namn; ändras aldrig", "the event's permanent name; never changes"}, "dialogmote"),
    row<&Event::same_as>("same_as", event, optional, {"när ett annat inlägg redan har evenemanget: det inläggets id, tecknet # och evenemangets id; inget annat än id skrivs då här", "when another post already has the event: that post's id, the sign # and the event's id; then nothing but id is written here"}, "2024-05-dialog#dialogmote"),
    row<&Event::title>("title", text, original, {"rubrik i kalendern", "title in the calendar"}, "Dialogmöte om Västerleden"),
    row<&Event::start>("start", moment, original, {"när det börjar; bara ett datum betyder hela dagen", "when it begins; a date alone means the whole day"}, "2024-05-07T16:30"),
    row<&Event::end>("end", moment, optional, {"när det slutar, om det är känt; av heldagar den sista dagen", "when it ends, if known; of whole days the last day"}, "2024-05-07T18:00"),
    row<&Event::location>("location", text, optional, {"lokal eller plats", "room or place"}, "Västerledsskolans matsal"),
    row<&Event::address>("address", text, optional, {"gatuadress", "street address"}, "Skolgatan 1, Ekinge"),
    row<&Event::status>("status", choice, optional, {"om det blir av", "whether it takes place"}, "scheduled"),
    row<&Event::previous_start>("previous_start", moment, optional, {"tiden som gällde förut, när evenemanget är flyttat", "the time it had before, when it is moved"}, "2024-05-06T16:30"),
    row<&Event::geo>("geo", coordinates, optional, {"plats på kartan: latitud, longitud", "place on the map: latitude, longitude"}, "[59.6361, 17.0777]"),
    row<&Event::online>("online", url, optional, {"adress till mötet på nätet", "address of the meeting on the net"}, "https://www.ekinge.example/webb-tv"),
    row<&Event::description>("description", text, optional, {"mer om evenemanget", "more about the event"}, "Kaffe serveras från klockan 16."),
    row<&Event::registration>("registration", record, optional, {"hur man anmäler sig", "how to register"}, ""),
    row<&Event::price>("price", text, optional, {"vad det kostar", "what it costs"}, "Fri entré"),
    row<&Event::accessibility>("accessibility", text, optional, {"tillgänglighet i lokalen", "accessibility of the place"}, "Hörslinga och ramp finns."),
    row<&Event::repeat>("repeat", record, optional, {"hur det upprepas", "how it repeats"}, ""),
};
static_assert(fields::have_traits<Event>(kEventFields));

// One event has one description: what was also written here would be shown on one page and not the other.
void check_same_as(const YamlNode& node, Decoder& decoder) {
    for (const YamlEntry& entry : node.entries) {
        if (entry.key != "id" && entry.key != "same_as") decoder.report(rule("event/same-as-and-more"), entry.key_at, {entry.key});
    }
}

// What is in a series is of the same kind as the series: times of day, or whole days.
void check_times_of_series(const Event& event, Decoder& decoder) {
    const bool all_day = event.start->all_day;
    const auto check = [&](const Sourced<Moment>& moment) {
        if (moment.given() && moment->all_day != all_day) decoder.report(rule("event/series-kind"), moment.at, {to_iso(*moment)});
    };
    for (const Sourced<Moment>& extra : event.repeat->extra) {
        if (all_day) check(extra);    // a day alone means the usual time
    }
    for (const MovedTime& moved : event.repeat->moved) {
        check(moved.start);
        if (all_day) check(moved.date);
    }
    for (const CancelledTime& cancelled : event.repeat->cancelled) {
        if (all_day) check(cancelled.date);
    }
}

void check_event(const void* record, const YamlNode& node, Decoder& decoder) {
    const auto& event = *static_cast<const Event*>(record);
    if (event.same_as.given()) return check_same_as(node, decoder);
    for (const Sourced<Moment>* moment : {&event.start, &event.end, &event.previous_start}) check_year(*moment, decoder);
    if (event.end.given() && event.start.given()) {
        if (event.end->all_day != event.start->all_day) {
            decoder.report(rule("event/day-and-time"), event.end.at);
        } else if (event.end->time < event.start->time) {
            decoder.report(rule("event/end-before-start"), event.end.at, {to_iso(*event.end), to_iso(*event.start)});
        }
    }
    if (event.repeat && event.start.given() && *event.repeat->every == Every::week && !event.repeat->on.empty()) {
        // RFC 5545 leaves open what a rule means that does not include its own first day: calendars differ.
        const std::chrono::weekday first{std::chrono::local_days(date_of(event.start->time))};
        const auto& on = event.repeat->on;
        const bool among = std::any_of(on.begin(), on.end(), [&](const auto& day) { return *day == first; });
        if (!among) decoder.report(rule("event/repeat-start"), event.start.at, {to_iso(*event.start), std::string(name_of(first))});
    }
    if (event.repeat && event.start.given()) check_times_of_series(event, decoder);
    const bool moved = *event.status == EventStatus::moved;
    if (moved && !event.previous_start.given()) decoder.report(rule("event/moved-from"), event.status.at);
    if (moved && event.previous_start.given() && event.start.given() && *event.previous_start == *event.start) decoder.report(rule("event/same-start"), event.previous_start.at);
    if (event.previous_start.given() && *event.status == EventStatus::scheduled) decoder.report(rule("event/not-moved"), event.previous_start.at);
}

constexpr RecordType kEvent = {"event", {"ett evenemang", "an event"}, kEventFields, {}, check_event, "same_as"};

// --- change, attachment, link -----------------------------------------------------------------------------------------

constexpr Field kChangeFields[] = {
    row<&Change::at_time>("at", time, required, {"när ändringen gjordes", "when the change was made"}, "2024-05-03T09:15"),
    row<&Change::kind>("kind", choice, required, {"vad för slags ändring", "what kind of change"}, "correction"),
    row<&Change::note>("note", text, required, {"vad som har ändrats, så att läsaren förstår", "what has changed, so that the reader understands"}, "I en tidigare version angavs fel lokal för mötet."),
    row<&Change::event>("event", key, optional, {"evenemanget som ändringen gäller", "the event that the change is about"}, "dialogmote"),
};
static_assert(fields::have_traits<Change>(kChangeFields));

constexpr RecordType kChange = {"change", {"en ändring av något publicerat", "a change of something published"}, kChangeFields, {}, nullptr};

constexpr Field kAttachmentFields[] = {
    row<&Attachment::src>("src", file, required, {"filen, bredvid inlägget", "the file, beside the post"}, "karta.pdf"),
    row<&Attachment::title>("title", text, required, {"vad filen heter för läsaren", "what the file is called for the reader"}, "Karta över området"),
    row<&Attachment::description>("description", text, optional, {"vad som finns i filen", "what is in the file"}, ""),
};

constexpr RecordType kAttachment = {"attachment", {"en bifogad fil", "an attached file"}, kAttachmentFields, {}, nullptr};

constexpr Field kLinkFields[] = {
    row<&Link::title>("title", text, required, {"länkens text", "the link's text"}, "Läs mer om projektet"),
    row<&Link::url>("url", url, required, {"länkens adress", "the link's address"}, "https://www.ekinge.example/projekt"),
};

constexpr RecordType kLink = {"link", {"en länk", "a link"}, kLinkFields, {}, nullptr};

// --- post -------------------------------------------------------------------------------------------------------------

constexpr Field kPostFields[] = {
    row<&Post::id>("id", key, optional, {"inläggets permanenta namn; annars filens plats", "the post's permanent name; else the file's place"}, "2024-05-02-brottsforebyggande"),
    row<&Post::title>("title", text, required, {"rubriken", "the headline"}, "Vi bygger ut Ekbackens skola"),
    row<&Post::lead>("lead", text, optional, {"ingressen", "the lead"}, "Bygget börjar i augusti."),
    row<&Post::published>("published", time, original, {"när inlägget publiceras; i framtiden = väntar till dess", "when the post is published; in the future = waits until then"}, "2024-05-02T10:00"),
    row<&Post::kind>("kind", choice, optional, {"slags inlägg", "kind of post"}, "press-release"),
    row<&Post::place>("place", text, optional, {"orten som inlägget dateras", "the place the post is dated"}, "Ekinge"),
    row<&Post::topics>("topics", key, optional, {"ämnen: nycklar i topics.yaml", "topics: keys of topics.yaml"}, "[trygghet]"),
    row<&Post::areas>("areas", key, optional, {"områden: nycklar i topics.yaml", "areas: keys of topics.yaml"}, "[vasterleden]"),
    row<&Post::quotes>("quotes", record, optional, {"citat som ska stämma med texten", "quotes that must agree with the text"}, ""),
    row<&Post::photo>("photo", record, optional, {"huvudbilden", "the lead picture"}, ""),
    row<&Post::photos>("photos", record, optional, {"fler bilder", "further pictures"}, ""),
    row<&Post::events>("events", record, optional, {"evenemang", "events"}, ""),
    row<&Post::contacts>("contacts", key, optional, {"kontakter: nycklar i people.yaml", "contacts: keys of people.yaml"}, "[press]"),
    row<&Post::changes>("changes", record, optional, {"rättelser och andra ändringar efter publiceringen", "corrections and other changes after publication"}, ""),
    row<&Post::expires>("expires", time, optional, {"när inlägget slutar gälla", "when the post ceases to apply"}, "2025-01-31T23:59"),
    row<&Post::expired>("expired", choice, optional, {"vad som visas därefter", "what is shown after that"}, "tombstone"),
    row<&Post::draft>("draft", boolean, optional, {"true = utkast, publiceras inte", "true = draft, not published"}, "true"),
    row<&Post::unlisted>("unlisted", boolean, optional, {"true = bara för den som har adressen", "true = only for those who have the address"}, "true"),
    row<&Post::lang>("lang", language, optional, {"språk; annars enligt filnamnet", "language; else by the file's name"}, "sv"),
    row<&Post::slug>("slug", key, optional, {"sista delen av adressen; annars filens namn", "last part of the address; else the file's name"}, "ekbackens-skola"),
    row<&Post::aliases>("aliases", path, optional, {"tidigare adresser, som leder hit", "former addresses, which lead here"}, "[/nyheter/1234/]"),
    row<&Post::attachments>("attachments", record, optional, {"bifogade filer", "attached files"}, ""),
    row<&Post::links>("links", record, optional, {"länkar till mer information", "links to more information"}, ""),
    row<&Post::diary_number>("diary_number", text, optional, {"diarienummer", "registry number"}, "KS 2024/0123"),
    row<&Post::layout>("layout", key, optional, {"egen layout", "layout of its own"}, "release"),
};
static_assert(fields::have_traits<Post>(kPostFields));

// A draft may still hold the example texts of `pressrum new`; what is published may not.
void check_placeholders(const Post& post, Decoder& decoder) {
    const auto check = [&](const Text& text) {
        if (is_placeholder(*text)) decoder.report(rule("value/placeholder"), text.at, {*text});
    };
    const auto check_photo = [&](const Photo& photo) {
        for (const Text* text : {&photo.alt, &photo.credit, &photo.caption}) check(*text);
    };
    for (const Text* text : {&post.title, &post.lead}) check(*text);
    for (const Quote& quote : post.quotes) {
        for (const Text* text : {&quote.name, &quote.role, &quote.text}) check(*text);
    }
    if (post.photo) check_photo(*post.photo);
    for (const Photo& photo : post.photos) check_photo(photo);
}

void check_post(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& post = *static_cast<const Post*>(record);
    if (!*post.draft) check_placeholders(post, decoder);
    if (post.expired.given() && !post.expires.given() && !decoder.translation) decoder.report(rule("post/expired-without-expires"), post.expired.at);
    if (post.expires.given() && post.published.given() && *post.expires <= *post.published) {
        decoder.report(rule("post/expires-before-published"), post.expires.at, {to_iso(*post.expires), to_iso(*post.published)});
    }
    std::set<LocalTime> times;
    for (const Change& change : post.changes) {
        // The corrections feed knows a change by its minute; a number after it would pass to another change when one is added above.
        if (change.at_time.given() && !times.insert(*change.at_time).second) decoder.report(rule("post/change-same-minute"), change.at_time.at, {to_iso(*change.at_time)});
        if (post.published.given() && *change.at_time < *post.published) {
            decoder.report(rule("post/change-before-published"), change.at_time.at, {to_iso(*change.at_time), to_iso(*post.published)});
        }
    }
}

constexpr RecordType kPost = {"post", {"ett inlägg", "a post"}, kPostFields, {}, check_post};

constexpr Field kPageFields[] = {
    row<&Page::title>("title", text, required, {"rubriken", "the headline"}, "Om pressrummet"),
    row<&Page::description>("description", text, optional, {"en mening om sidan, för sökmotorer", "a sentence about the page, for search engines"}, "Så arbetar vår presstjänst."),
    row<&Page::lang>("lang", language, optional, {"språk; annars enligt filnamnet", "language; else by the file's name"}, "sv"),
    row<&Page::slug>("slug", key, optional, {"sidans adress; annars filens namn", "the page's address; else the file's name"}, "om-pressrummet"),
    row<&Page::layout>("layout", key, optional, {"egen layout", "layout of its own"}, "page"),
};

constexpr RecordType kPage = {"page", {"en fristående sida", "a standalone page"}, kPageFields, {}, nullptr};

}  // namespace

template <> const RecordType& record_type<Quote>() { return kQuote; }
template <> const RecordType& record_type<Photo>() { return kPhoto; }
template <> const RecordType& record_type<Registration>() { return kRegistration; }
template <> const RecordType& record_type<Repeat>() { return kRepeat; }
template <> const RecordType& record_type<MovedTime>() { return kMoved; }
template <> const RecordType& record_type<CancelledTime>() { return kCancelled; }
template <> const RecordType& record_type<Event>() { return kEvent; }
template <> const RecordType& record_type<Change>() { return kChange; }
template <> const RecordType& record_type<Attachment>() { return kAttachment; }
template <> const RecordType& record_type<Link>() { return kLink; }

const RecordType& post_type() { return kPost; }
const RecordType& page_type() { return kPage; }

}  // namespace pressrum

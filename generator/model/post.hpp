#pragma once
// What the front matter of one post says, as typed data.
//
// These are the editor's words, each with its place; nothing here is looked up, derived or decided (that is the link
// stage and its Site). An absent field is a Sourced without place and with its default value.
// The fields' names, types, needs and documentation stand in read/fields_post.cpp.

#include "base/time.hpp"
#include "model/sourced.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

using Text = Sourced<std::string>;

enum class PostKind { press_release, news, invitation, statement };
enum class EventStatus { scheduled, cancelled, moved, postponed };
enum class ChangeKind { correction, update, clarification, moved, cancelled };
enum class AfterExpiry { tombstone, remove };
enum class Every { day, week, month, year };

struct Quote {
    Text id;       // default: from the first words of the text
    Text speaker;  // key of people.yaml; else the four below
    Text name, role, party, organization;
    Text text;               // the words said, without attribution
    Sourced<Date> approved;  // when the speaker approved the text
    Span at;                 // the whole entry
};

// What must stay in sight when a picture is cropped: parts of its width and height.
struct Focus {
    double from_left = 0.5, from_top = 0.5;
};

struct Coordinates {
    double latitude = 0, longitude = 0;  // degrees, WGS 84
};

struct Photo {
    Text id;      // default: the file's name without ending
    Text src;     // file beside the post, else in site/assets/photos
    Text alt;     // "" on purpose: decorative
    Text credit;  // who took it
    Text caption;
    Text license;          // key of site.yaml licenses
    Sourced<Focus> focus;  // when not given: the middle
    Span at;
};

struct Registration {
    Text url, email, phone, note;
    Sourced<Moment> until;  // last moment to register
    Span at;
};

// One time of a series that is held at another time, or elsewhere.
struct MovedTime {
    Sourced<Moment> date;        // when it was to be: the day, with the time of day when there are several that day
    Sourced<Moment> start, end;  // when it is now; without an end it lasts as long as the others
    Text location, address;      // when they differ from the event's
    Text note;
    Span at;
};

// One time of a series that is cancelled. It stays visible, so that nobody stands outside.
struct CancelledTime {
    Sourced<Moment> date;  // as for a moved one
    Text note;
    Span at;
};

inline constexpr int kMaxInterval = 1000;
// No event is later. Programs differ in how far they count: libical's series end in 2582, and one day at the end of 9999 keeps Python
// from reading the calendar at all.
inline constexpr std::chrono::year kLastYear{2500};

struct Repeat {
    Sourced<Every> every;
    std::vector<Sourced<std::chrono::weekday>> on;  // empty: the weekday of the start
    Sourced<int> interval = {1};                    // at most kMaxInterval
    Sourced<Date> until;                            // last day, inclusive
    Sourced<int> count;                             // of occurrences, instead of until
    std::vector<Sourced<Date>> except;              // days that were never meant
    std::vector<Sourced<Moment>> extra;             // further ones; a day alone: at the usual time
    std::vector<MovedTime> moved;
    std::vector<CancelledTime> cancelled;
    Span at;
};

struct Event {
    Text id;       // permanent; part of the calendar UID, never reused
    Text same_as;  // POST#EVENT: another release announced it first, and says all there is to say
    Text title;
    Sourced<Moment> start;  // in the site's zone
    Sourced<Moment> end;    // not given = not announced, never invented; of an all-day event the last day
    Text location, address;
    Sourced<EventStatus> status;
    Sourced<Moment> previous_start;  // of a moved event
    Sourced<Coordinates> geo;
    Text online;  // address of the online meeting
    Text description, price, accessibility;
    std::optional<Registration> registration;
    std::optional<Repeat> repeat;
    Span at;
};

struct Change {
    Sourced<LocalTime> at_time;
    Sourced<ChangeKind> kind;
    Text note;
    Text event;  // id of the event of this post that it concerns; absent: the post as a whole
    Span at;
};

struct Attachment {
    Text src, title, description;
    Span at;
};

struct Link {
    Text title, url;
    Span at;
};

struct Post {
    Text id;  // permanent; default: from the path of the file
    Text title, lead;
    Sourced<LocalTime> published;  // in the site's zone; in the future = embargoed
    Sourced<PostKind> kind;
    Text place;                       // where the release is dated
    std::vector<Text> topics, areas;  // keys of topics.yaml
    std::vector<Quote> quotes;
    std::optional<Photo> photo;  // the lead picture
    std::vector<Photo> photos;   // further ones
    std::vector<Event> events;
    std::vector<Text> contacts;  // keys of people.yaml
    std::vector<Change> changes;
    Sourced<LocalTime> expires;
    Sourced<AfterExpiry> expired;
    Sourced<bool> draft, unlisted;
    Text lang;                  // default: the file's name (slug.en.md), else the site's language
    Text slug;                  // default: the file's name
    std::vector<Text> aliases;  // former addresses on this site
    std::vector<Attachment> attachments;
    std::vector<Link> links;
    Text diary_number;
    Text layout;
};

// A standalone page of site/pages.
struct Page {
    Text title, description, lang, slug, layout;
};

}  // namespace pressrum

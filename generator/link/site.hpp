#pragma once
// The site graph: what all files say together, at one point in time.
//
// The link stage makes it, the pictures stage adds `pictures`, and nothing changes it afterwards. References are indices, so a Site can be moved. Everything
// that depends on the time asks Site::clock: what is public has been decided here, what is coming when it is shown.
// What files are made from is a PartTable or a PartList, is found by name (model/parts.hpp), or is said by site.yaml, people.yaml, topics.yaml or words: else
// a file that was kept would not know that it has changed. What only plan, check and ledger read may be anything.
// Invariants: every index is valid; posts holds exactly the posts that get an output, newest first (ties by id).

#include "base/clock.hpp"
#include "link/quotes/quotes.hpp"
#include "model/document.hpp"
#include "model/languages.hpp"
#include "model/lexicon.hpp"
#include "model/parts.hpp"
#include "model/picture.hpp"
#include "model/source_tree.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pressrum {

using PostIndex = std::uint32_t;
using EventIndex = std::uint32_t;

// What a post's address shows.
enum class PostState {
    published,
    preview,    // embargoed or a draft, shown because --future or --drafts was given; marked as such
    tombstone,  // expired: the address says so
};

// A picture or attachment where it lies and where it goes.
struct FileUse {
    std::string source;  // path of the asset; empty: there is no such file (reported)
    std::string output;  // path in the output
    std::uint64_t size = 0;
};

// One time that an event takes place, or was to.
struct Occurrence {
    Moment start;
    std::optional<Moment> end;  // as announced; of whole days the last day
    EventStatus status;  // what holds for it: its own (one of a series), else the event's. Moved without `previous`: to another place
    std::optional<Moment> previous;  // the time that no longer holds
    Moment planned;                  // when the series has it; for any other event its start
    std::uint32_t moved = kNone;     // what the series says of it alone: into repeat.moved, repeat.cancelled of its event
    std::uint32_t cancelled = kNone;

    bool own() const { return moved != kNone || cancelled != kNone; }
    // Words of its own; null when the event's hold.
    const Text* note(const Event& event) const {
        const Text* own = moved != kNone       ? &event.repeat->moved[moved].note
                          : cancelled != kNone ? &event.repeat->cancelled[cancelled].note
                                               : nullptr;
        return own == nullptr || (*own)->empty() ? nullptr : own;
    }
    // Nothing when it is where the event is.
    const MovedTime* other_place(const Event& event) const {
        const MovedTime* entry = moved == kNone ? nullptr : &event.repeat->moved[moved];
        return entry != nullptr && (entry->location.given() || entry->address.given()) ? entry : nullptr;
    }
};

// An event of a post, placed in time.
struct SiteEvent {
    PostIndex post;
    std::uint32_t number;  // index into the post's events
    std::string uid;       // of the calendar; from permanent ids alone
    Moment start;
    std::optional<Moment> end;            // as announced; of an all-day event the last day
    std::vector<Occurrence> occurrences;  // by start; one unless it repeats, then at most kMaxOccurrences
    Moment last;                          // when the last occurrence is over: end_of_occurrence
    int sequence = 0;                     // number of changes that concern it
    LocalTime changed;                    // the latest of them, else the publication
    std::string origin;                   // same_as: path of the post that describes it; empty: this post does
    EventIndex home = 0;                  // the one of its uid that lists and calendars show: itself, the original's, another release's
    std::vector<PostIndex> also;          // of a home: other listed releases that announce it
};

inline constexpr std::size_t kMaxOccurrences = 1000;

struct SitePost {
    Post post;  // complete: a translation has taken over what it does not say itself
    Body body;
    FileId file = Span::kNoFile;
    std::string source;          // path of the file
    std::string id;              // permanent
    std::uint32_t language = 0;  // index into Site::languages
    std::string address;         // on this site, without base path: "2024/05/slug/"
    PostState state = PostState::published;
    bool listed = false;  // in lists, feeds, calendars: published, not unlisted, in the site's language
    Instant published_at;
    LocalTime updated;  // the latest change, else the publication
    std::vector<Statement> statements;
    std::vector<EventIndex> events;                      // in the order of the front matter
    std::vector<std::uint32_t> topics, areas, contacts;  // into config tables
    std::vector<PostIndex> versions;                     // the same release in each language it has, the original first, itself included
    std::vector<PostIndex> related;                      // newest first, listed ones
    std::vector<FileUse> photos;                         // of post.photo (if any), then post.photos
    std::vector<FileUse> attachments;                    // of post.attachments

    std::size_t photo_count() const { return (post.photo ? 1u : 0u) + post.photos.size(); }
    const Photo& photo(std::size_t i) const { return post.photo ? (i == 0 ? *post.photo : post.photos[i - 1]) : post.photos[i]; }
};

struct SitePage {
    Page page;
    Body body;
    FileId file = Span::kNoFile;
    std::string source;
    std::uint32_t language = 0;
    std::string address;
};

struct StatementRef {
    PostIndex post;
    std::uint32_t statement;
};

struct ChangeRef {
    PostIndex post;
    std::uint32_t change;
};

// A topic or area with what belongs to it.
struct TopicNode {
    std::string key;
    Topic topic;
    std::vector<PostIndex> posts;    // listed, newest first
    std::vector<EventIndex> events;  // of those posts, by start
};

struct PersonNode {
    std::uint32_t person;                  // into Site::people
    std::vector<StatementRef> statements;  // of listed posts, newest first
    std::vector<PostIndex> posts;          // those posts, once each
};

// The listed releases of one month: a range of Site::listed_in the language.
struct ArchiveMonth {
    int year;
    unsigned month;
    std::uint32_t begin, end;
};

// A sound post without a page: what was published of it would vanish.
struct WithheldPost {
    std::string id;
    Span at;               // what keeps it back: draft, or published in the future
    bool expired = false;  // its time is over, and it was to disappear then
};

enum class Absence : std::uint8_t { expired, waiting };

// A post that is not there today but was or will be, with everything it has addresses for.
struct AbsentPost {
    Absence why;
    std::string address;
    LocalTime published;
    std::vector<std::string> aliases, files;  // in the output
    std::vector<std::uint32_t> people;        // who spoke in it, by index into Site::people
    std::array<std::vector<std::uint32_t>, 2> topics;
    std::vector<int> event_years;
};

// How many posts there are of each kind, for the closing line of a run.
struct PostCounts {
    std::size_t published = 0, embargoed = 0, drafts = 0, expired = 0, unlisted = 0;
    std::optional<LocalTime> next_live;  // the earliest embargo, in the site's zone
};

// Numbers of parts: topics count from 0, areas from here.
inline constexpr std::uint64_t kFirstArea = std::uint64_t{1} << 32;

struct Site {
    const SourceTree* tree = nullptr;  // owned by the caller of link(), outlives the Site
    SiteConfig config;
    Body about;                          // of config.organization.about
    std::vector<Body> translated_about;  // of config.translations, in their order
    Keyed<Person> people;                // with the roles that have begun
    Zone zone = Zone::utc();
    Clock clock;                                // the only one
    std::string origin;                         // "https://press.ekinge.example"
    std::string base_path;                      // "/" or "/press/"
    std::string authority;                      // of permanent ids: "press.ekinge.example,2024"
    std::vector<Lexicon> languages;             // the site's own first
    std::vector<std::uint32_t> file_languages;  // by FileId: the language of the text that stands there
    std::array<std::string, 9> paths;           // address words, by PathWord

    PartTable<SitePost, Part::post> posts;
    PartTable<SitePage, Part::page> pages;
    PartTable<SiteEvent, Part::event> events;     // of all those posts, translations too; by start, then uid, then language
    PartList<PostIndex, Part::listed> listed;     // newest first
    PartList<ArchiveMonth, Part::months> months;  // of `listed`, newest first; months without releases are left out
    std::vector<PartList<PostIndex, Part::listed_in>> listed_by_language;     // per language: released versions in it, newest first
    std::vector<PartList<ArchiveMonth, Part::months_in>> months_by_language;  // of each of those
    PartList<EventIndex, Part::listed_events> listed_events;                  // of listed posts, by start
    std::array<PartTable<TopicNode, Part::topic>, 2> topics = {
        PartTable<TopicNode, Part::topic>(0),
        PartTable<TopicNode, Part::topic>(kFirstArea)};   // topics, areas: in the language's order of names
    PartTable<PersonNode, Part::speaker> speakers;        // people with at least one statement in a listed post, by name
    std::vector<bool> speaking;                           // by person: said something on a page that is there
    PartTable<char, Part::named_contact> named_contacts;  // by person: 1 when a listed post names them
    PartList<ChangeRef, Part::corrections> corrections;   // of listed posts, newest first
    std::vector<std::string> faulty;                      // addresses of posts that were left out because of faults, sorted
    std::vector<WithheldPost> withheld;
    std::vector<AbsentPost> absent;
    std::set<std::string, std::less<>> withheld_files;  // sources named by posts that are not public
    PostCounts counts;
    Pictures pictures;  // empty until they are made, and when the site wants none

    // What the home page and the feed of a language hold: for the site's own, also releases that exist only in another.
    const std::vector<PostIndex>& listed_in(std::uint32_t language) const {
        return language == 0 ? listed.all() : listed_by_language[language].all();
    }
    const std::vector<ArchiveMonth>& months_in(std::uint32_t language) const {
        return language == 0 ? months.all() : months_by_language[language].all();
    }

    const Lexicon& words(std::uint32_t language = 0) const { return languages[language]; }
    const Lexicon& words(const SitePost& post) const { return languages[post.language]; }
    // The language a text is written in: where a translation leaves something out, it shows the words of its original.
    std::uint32_t language_at(Span at) const { return at.file < file_languages.size() ? file_languages[at.file] : 0; }
    // RFC 4151: "tag:press.ekinge.example,2024:post/ID"
    std::string tag(std::string_view specific) const { return "tag:" + authority + ":" + std::string(specific); }
    // "https://press.ekinge.example/press/2024/05/slug/"
    std::string absolute(std::string_view address) const { return origin + base_path + std::string(address); }
};

// Where a language's pages lie: "" for the site's own, "en/", "lattlast/".
inline std::string language_folder(const Site& site, std::uint32_t language) {
    return language == 0 ? std::string() : std::string(language_word(site.languages[language].language())) + "/";
}

enum class PathWord { topics, areas, people, events, corrections, subscribe, statement, authenticity, calendar };
inline const std::string& path_word(const Site& site, PathWord word) { return site.paths[static_cast<std::size_t>(word)]; }

inline constexpr std::size_t kTopicList = 0;
inline constexpr std::size_t kAreaList = 1;

// The organisation's name: its own, else the site's title.
inline const std::string& organization_name(const Site& site) {
    return site.config.organization.name.given() ? *site.config.organization.name : *site.config.title;
}

}  // namespace pressrum

#pragma once
// What a field of a post means beyond the place where it stands: what a translation does with it, and whether a change to it after publication
// is noticed. A row for each field, in the order of its table in read/fields_post.cpp, which does not compile while one is missing.
//
// link/versions walks the rows to complete and to compare translations, link/ledger to record an event, check/against to compare it.

#include "model/post.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace pressrum {

enum class InTranslation : std::uint8_t {
    own,    // a translation gives its own, or has none
    taken,  // it gives its own, or has the original's; of lists of records: the entries of both
    same,   // it has the original's, and saying something else is a fault; in lists of records, so is an entry of its own
    key,    // tells which entry of the original an entry is; like taken
};

// A change that no entry under `changes` tells of.
enum class Watched : std::uint8_t {
    no,
    alone,  // compared on its own: what was said, when something happens, who took a picture, where the release is dated
    words,  // of an event: a warning
    place,  // of an event: an error, for somebody would be in the wrong place
};

template <auto Member, InTranslation kTranslated, Watched kWatch = Watched::no>
struct FieldTrait {
    static constexpr InTranslation in_translation = kTranslated;
    static constexpr Watched watched = kWatch;

    std::string_view name;  // in front matter

    template <class Record>
    static constexpr auto& of(Record& record) {
        return record.*Member;
    }
};

// For a row that is an argument: Clang 14 does not accept a member of a reference as a constant.
template <class Row>
inline constexpr InTranslation kInTranslation = std::remove_cvref_t<Row>::in_translation;
template <class Row>
inline constexpr Watched kWatched = std::remove_cvref_t<Row>::watched;

// Empty: such a list is taken over as a whole or not at all.
template <class Record>
inline constexpr auto kTraits = std::tuple<>();
template <class Record>
concept HasTraits = std::tuple_size_v<std::remove_const_t<decltype(kTraits<Record>)>>
!= 0;

template <class Record, class Work>
constexpr void for_traits(Work work) {
    std::apply([&](const auto&... rows) { (work(rows), ...); }, kTraits<Record>);
}

// clang-format off
template <>
inline constexpr auto kTraits<Photo> = std::tuple{
    FieldTrait<&Photo::id, InTranslation::key>{"id"},
    FieldTrait<&Photo::src, InTranslation::key, Watched::alone>{"src"},
    FieldTrait<&Photo::alt, InTranslation::own>{"alt"},
    FieldTrait<&Photo::credit, InTranslation::taken, Watched::alone>{"credit"},
    FieldTrait<&Photo::caption, InTranslation::own>{"caption"},
    FieldTrait<&Photo::license, InTranslation::taken>{"license"},
    FieldTrait<&Photo::focus, InTranslation::taken>{"focus"},
};

template <>
inline constexpr auto kTraits<Registration> = std::tuple{
    FieldTrait<&Registration::url, InTranslation::taken, Watched::words>{"url"},
    FieldTrait<&Registration::email, InTranslation::taken, Watched::words>{"email"},
    FieldTrait<&Registration::phone, InTranslation::taken, Watched::words>{"phone"},
    FieldTrait<&Registration::until, InTranslation::same, Watched::words>{"until"},
    FieldTrait<&Registration::note, InTranslation::taken, Watched::words>{"note"},
};

template <>
inline constexpr auto kTraits<MovedTime> = std::tuple{
    FieldTrait<&MovedTime::date, InTranslation::key, Watched::alone>{"date"},
    FieldTrait<&MovedTime::start, InTranslation::same, Watched::alone>{"start"},
    FieldTrait<&MovedTime::end, InTranslation::same, Watched::alone>{"end"},
    FieldTrait<&MovedTime::location, InTranslation::taken, Watched::alone>{"location"},
    FieldTrait<&MovedTime::address, InTranslation::taken, Watched::alone>{"address"},
    FieldTrait<&MovedTime::note, InTranslation::taken, Watched::words>{"note"},
};

template <>
inline constexpr auto kTraits<CancelledTime> = std::tuple{
    FieldTrait<&CancelledTime::date, InTranslation::key, Watched::alone>{"date"},
    FieldTrait<&CancelledTime::note, InTranslation::taken, Watched::words>{"note"},
};

// Watched alone: as the days on which the event is.
template <>
inline constexpr auto kTraits<Repeat> = std::tuple{
    FieldTrait<&Repeat::every, InTranslation::same, Watched::alone>{"every"},
    FieldTrait<&Repeat::on, InTranslation::same, Watched::alone>{"on"},
    FieldTrait<&Repeat::interval, InTranslation::same, Watched::alone>{"interval"},
    FieldTrait<&Repeat::until, InTranslation::same, Watched::alone>{"until"},
    FieldTrait<&Repeat::count, InTranslation::same, Watched::alone>{"count"},
    FieldTrait<&Repeat::except, InTranslation::same, Watched::alone>{"except"},
    FieldTrait<&Repeat::extra, InTranslation::same, Watched::alone>{"extra"},
    FieldTrait<&Repeat::moved, InTranslation::same, Watched::words>{"moved"},
    FieldTrait<&Repeat::cancelled, InTranslation::same, Watched::words>{"cancelled"},
};

template <>
inline constexpr auto kTraits<Event> = std::tuple{
    FieldTrait<&Event::id, InTranslation::key, Watched::alone>{"id"},
    FieldTrait<&Event::same_as, InTranslation::same, Watched::alone>{"same_as"},
    FieldTrait<&Event::title, InTranslation::taken, Watched::words>{"title"},
    FieldTrait<&Event::start, InTranslation::same, Watched::alone>{"start"},
    FieldTrait<&Event::end, InTranslation::same, Watched::alone>{"end"},
    FieldTrait<&Event::location, InTranslation::taken, Watched::place>{"location"},
    FieldTrait<&Event::address, InTranslation::taken, Watched::place>{"address"},
    FieldTrait<&Event::status, InTranslation::same, Watched::alone>{"status"},
    FieldTrait<&Event::previous_start, InTranslation::same, Watched::place>{"previous_start"},
    FieldTrait<&Event::geo, InTranslation::taken, Watched::place>{"geo"},
    FieldTrait<&Event::online, InTranslation::taken, Watched::place>{"online"},
    FieldTrait<&Event::description, InTranslation::taken, Watched::words>{"description"},
    FieldTrait<&Event::registration, InTranslation::taken, Watched::words>{"registration"},
    FieldTrait<&Event::price, InTranslation::taken, Watched::words>{"price"},
    FieldTrait<&Event::accessibility, InTranslation::taken, Watched::words>{"accessibility"},
    FieldTrait<&Event::repeat, InTranslation::same, Watched::words>{"repeat"},
};

template <>
inline constexpr auto kTraits<Change> = std::tuple{
    FieldTrait<&Change::at_time, InTranslation::key, Watched::alone>{"at"},
    FieldTrait<&Change::kind, InTranslation::same, Watched::alone>{"kind"},
    FieldTrait<&Change::note, InTranslation::own, Watched::alone>{"note"},
    FieldTrait<&Change::event, InTranslation::taken>{"event"},
};

template <>
inline constexpr auto kTraits<Post> = std::tuple{
    FieldTrait<&Post::id, InTranslation::own, Watched::alone>{"id"},
    FieldTrait<&Post::title, InTranslation::own, Watched::alone>{"title"},
    FieldTrait<&Post::lead, InTranslation::own>{"lead"},
    FieldTrait<&Post::published, InTranslation::same, Watched::alone>{"published"},
    FieldTrait<&Post::kind, InTranslation::taken>{"kind"},
    FieldTrait<&Post::place, InTranslation::taken, Watched::alone>{"place"},
    FieldTrait<&Post::topics, InTranslation::taken>{"topics"},
    FieldTrait<&Post::areas, InTranslation::taken>{"areas"},
    FieldTrait<&Post::quotes, InTranslation::own, Watched::alone>{"quotes"},  // those that the text places are taken, too
    FieldTrait<&Post::photo, InTranslation::taken, Watched::alone>{"photo"},
    FieldTrait<&Post::photos, InTranslation::taken, Watched::alone>{"photos"},
    FieldTrait<&Post::events, InTranslation::taken, Watched::alone>{"events"},
    FieldTrait<&Post::contacts, InTranslation::taken>{"contacts"},
    FieldTrait<&Post::changes, InTranslation::taken, Watched::alone>{"changes"},
    FieldTrait<&Post::expires, InTranslation::same>{"expires"},
    FieldTrait<&Post::expired, InTranslation::taken>{"expired"},
    FieldTrait<&Post::draft, InTranslation::same, Watched::alone>{"draft"},
    FieldTrait<&Post::unlisted, InTranslation::same, Watched::alone>{"unlisted"},
    FieldTrait<&Post::lang, InTranslation::own>{"lang"},
    FieldTrait<&Post::slug, InTranslation::own, Watched::alone>{"slug"},
    FieldTrait<&Post::aliases, InTranslation::own>{"aliases"},
    FieldTrait<&Post::attachments, InTranslation::taken>{"attachments"},
    FieldTrait<&Post::links, InTranslation::taken>{"links"},
    FieldTrait<&Post::diary_number, InTranslation::taken>{"diary_number"},
    FieldTrait<&Post::layout, InTranslation::own>{"layout"},
};
// clang-format on

}  // namespace pressrum

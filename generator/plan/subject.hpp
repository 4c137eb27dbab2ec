#pragma once
// What a planned file is about: one of these, with what tells it from others of its kind. Whoever asks goes through all of them, so that
// a new kind does not compile before everybody has an answer for it.

#include "link/site.hpp"

#include <concepts>
#include <cstdint>
#include <variant>

namespace pressrum {

namespace subject {

struct WholeSite {};
struct Corrections {};
struct Language {
    std::uint32_t language;
};
struct Post {
    PostIndex post;
};
struct Alias {
    PostIndex post;
    std::uint32_t number;  // of Post::aliases
};
struct Card {
    PostIndex post;
};
struct Page {
    std::uint32_t page;
};
struct Year {
    int year;
};
struct Month {
    std::uint32_t language;  // of an archive of the feed; the page has all of them
    int year;
    unsigned month;
};
struct TopicList {
    std::uint32_t list;  // topics or areas
};
struct Topic {
    std::uint32_t list, topic;
};
struct TopicYear {
    std::uint32_t list, topic;
    int year;
};
struct Person {
    std::uint32_t speaker;  // of Site::speakers
};
struct PersonYear {
    std::uint32_t speaker;
    int year;
};
struct Event {
    EventIndex event;
};
struct EventsYear {
    int year;
};
struct Asset {
    std::uint32_t asset;  // of the source tree
};
struct Derivative {
    std::uint32_t picture, number;
};

}  // namespace subject

using Subject =
    std::variant<subject::WholeSite, subject::Corrections, subject::Language, subject::Post, subject::Alias, subject::Card, subject::Page,
                 subject::Year, subject::Month, subject::TopicList, subject::Topic, subject::TopicYear, subject::Person,
                 subject::PersonYear, subject::Event, subject::EventsYear, subject::Asset, subject::Derivative>;

// For std::visit: a function for each kind, or for several that are named.
template <class... Functions>
struct Answers : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Answers(Functions...) -> Answers<Functions...>;

template <class T, class... Kinds>
concept OneOf = (std::same_as<T, Kinds> || ...);

template <class Kind>
bool is_about(const Subject& subject) {
    return std::holds_alternative<Kind>(subject);
}

}  // namespace pressrum

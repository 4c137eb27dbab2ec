#pragma once
// The words that files have for the values of an enumeration: read from front matter, offered in messages, published as data.

#include "model/config.hpp"
#include "model/post.hpp"

#include <array>
#include <chrono>
#include <string_view>

namespace pressrum {

// In the order of the enumeration.
template <class Enum>
inline constexpr std::array<std::string_view, 0> kNames = {};
template <>
inline constexpr std::array<std::string_view, 4> kNames<PostKind> = {"press-release", "news", "invitation", "statement"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<EventStatus> = {"scheduled", "cancelled", "moved", "postponed"};
template <>
inline constexpr std::array<std::string_view, 5> kNames<ChangeKind> = {"correction", "update", "clarification", "moved", "cancelled"};
template <>
inline constexpr std::array<std::string_view, 2> kNames<AfterExpiry> = {"tombstone", "remove"};
template <>
inline constexpr std::array<std::string_view, 4> kNames<Every> = {"day", "week", "month", "year"};
template <>
inline constexpr std::array<std::string_view, 3> kNames<Conformance> = {"full", "partial", "none"};
template <>
inline constexpr std::array<std::string_view, 2> kNames<Assessment> = {"self", "external"};
template <>
inline constexpr std::array<std::string_view, 3> kNames<RuleLevel> = {"error", "warning", "off"};
template <>
inline constexpr std::array<std::string_view, 7> kNames<std::chrono::weekday> = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

template <class Enum>
constexpr std::string_view name_of(Enum value) {
    return kNames<Enum>[static_cast<std::size_t>(value)];
}
constexpr std::string_view name_of(std::chrono::weekday day) { return kNames<std::chrono::weekday>[day.iso_encoding() - 1]; }

// What a table has for the value; a row for each name, or it does not compile.
template <class Enum, class T, std::size_t kSize>
constexpr const T& row_of(Enum value, const T (&rows)[kSize]) {
    static_assert(kSize == kNames<Enum>.size());
    return rows[static_cast<std::size_t>(value)];
}

// Whether each enumerator has a name, and no name is left. In the name of a function, compilers write an enumerator as itself, and
// any other value of its type as a cast.
template <auto kValue>
consteval bool is_enumerator() {
    const std::string_view function = __PRETTY_FUNCTION__;
    return function[function.rfind("kValue = ") + std::string_view("kValue = ").size()] != '(';
}
template <class Enum>
inline constexpr bool kAllNamed = is_enumerator<static_cast<Enum>(kNames<Enum>.size() - 1)>() &&
                                  !is_enumerator<static_cast<Enum>(kNames<Enum>.size())>();
static_assert(kAllNamed<PostKind> && kAllNamed<EventStatus> && kAllNamed<ChangeKind> && kAllNamed<AfterExpiry>);
static_assert(kAllNamed<Every> && kAllNamed<Conformance> && kAllNamed<Assessment> && kAllNamed<RuleLevel>);

}  // namespace pressrum

#pragma once
// The formats table: one row for each kind of file that a press room has.
//
// A row stands beside the two functions that it names, in a file of its subject: one says which files of the kind there are, the other makes the
// bytes of one of them. A new kind is a row and two functions there, and nothing here.

#include "plan/plan.hpp"
#include "render/renderer.hpp"

#include <span>

namespace pressrum {

// All rows, in the order in which files are planned: what is made from other files comes after them.
extern const std::span<const Format> kFormats;

// By subject.
extern const std::span<const Format> kListFormats;      // write_lists.cpp
extern const std::span<const Format> kReleaseFormats;   // write_release.cpp
extern const std::span<const Format> kPeopleFormats;    // write_people.cpp
extern const std::span<const Format> kEventFormats;     // write_events.cpp
extern const std::span<const Format> kSiteFormats;      // write_site.cpp
extern const std::span<const Format> kFeedFormats;      // write_feeds.cpp
extern const std::span<const Format> kDataFormats;      // write_data.cpp
extern const std::span<const Format> kCalendarFormats;  // write_calendars.cpp
extern const std::span<const Format> kFileFormats;      // write_files.cpp

inline constexpr std::string_view kHtml = "text/html";

}  // namespace pressrum

#pragma once
// What a post says now, next to what was published of it, and which of it a translation has from its original.
//
// Pure values: what is said of a difference is decided in check/against.cpp.

#include "link/ledger.hpp"
#include "link/site.hpp"
#include "model/ledger.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// For an unlisted post `before` has what can be known of it.
struct ReleaseRecords {
    PublishedRelease now, before;

    // `original`: of a translation. An entry under `changes` that was published in its words, and is translated now, stands in `before` as it
    // is translated: that is neither a change nor news.
    ReleaseRecords(const Site& site, const SitePost& post, const PublishedRelease& published, const ReleaseRecords* original);
};

struct EventRecords {
    const PublishedEvent& before;
    const PublishedEvent& now;
    const PublishedEvent* original_before;  // null: this is not a translation, or the event is its own
    const PublishedEvent* original_now;
};

// Null when there is none.
const PublishedEvent* find_event(const std::vector<PublishedEvent>& all, const std::string& uid);
std::string time_of(const PublishedEvent& event);
// What is recorded of a field. Empty: there is none, or it cannot be read.
std::string record_named(const PublishedEvent& event, std::string_view name);

template <class T>
bool holds(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// What was published and says something else now: own words, those of the original that have been translated since, or those of the original,
// which tells of it.
enum class Whose { own, translated, original };

// `value` takes what is compared out of a record. A digest of an unlisted release does not say whose it was; then it was the original's.
template <class Record, class Value>
Whose whose(const Record& before, const Record& now, const Record* original_before, const Record* original_now, bool unlisted,
            Value value) {
    if (original_before == nullptr || original_now == nullptr) return Whose::own;
    const std::string was = value(before), theirs = value(*original_before);
    if (was != theirs && !(unlisted && is_digest(was) && is_digest(theirs))) return Whose::own;
    return value(now) == value(*original_now) ? Whose::original : Whose::translated;
}

}  // namespace pressrum

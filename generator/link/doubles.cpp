#include "link/doubles.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

// Events are sorted by the time they begin, so that only those that begin together are compared. Among them the same title or place is
// found by look-up; whether one title holds another can only be seen by trying, so each is tried against a bounded number of earlier ones.

namespace pressrum {
namespace {

constexpr std::size_t kMaxTried = 20;

struct Candidate {
    const SitePost* post;
    std::size_t release;
    const Event* event;
    Moment start;
};

// " dialogmöte om västerleden ": the words alone, each with a space on both sides, so that a word is never found inside another.
std::string words_of(std::string_view text) {
    std::string words = " ";
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (is_letter_or_digit(c.code)) words += text.substr(at, c.length);
        else if (inside) words += ' ';
        inside = is_letter_or_digit(c.code);
        at += c.length;
    }
    if (inside) words += ' ';
    return words.size() == 1 ? std::string() : to_lower(words);
}

std::vector<Candidate> candidates_of(const std::vector<AnnouncingPost>& posts, const std::vector<std::vector<SiteEvent>>& placed,
                                     const Site& site) {
    const std::chrono::days kept(*site.config.calendar.keep_days);
    std::vector<Candidate> all;
    for (std::size_t p = 0; p < posts.size(); ++p) {
        if (!posts[p].original || !posts[p].sound) continue;
        for (const SiteEvent& event : placed[p]) {
            if (event.origin.empty() && !site.clock.has_come(event.last.time + kept))
                all.push_back({posts[p].post, posts[p].release, &posts[p].post->post.events[event.number], event.start});
        }
    }
    // The one published first describes the event; a draft may never be published.
    const auto order = [](const Candidate& each) {
        return std::tuple(each.start, *each.post->post.draft, *each.post->post.published, std::string_view(each.post->id));
    };
    std::stable_sort(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) { return order(a) < order(b); });
    return all;
}

class Group {
public:
    explicit Group(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void add(const Candidate& each) {
        const std::string title = words_of(*each.event->title);
        const std::string place = each.start.all_day ? "" : words_of(*each.event->location);
        const Candidate* other = find(each, title, place);
        if (other != nullptr) {
            const std::string reference = fmt::format("{}#{}", other->post->id, *other->event->id);
            diagnostics_.add({rule("event/likely-double"),
                              each.event->at,
                              {*each.event->title, *other->event->title, other->post->source},
                              "same_as: " + reference,
                              {}});
            return;  // what resembles this one resembles the other
        }
        if (!title.empty()) by_title_.emplace(title, &each);
        if (!place.empty()) by_place_.emplace(place, &each);
        if (tried_.size() < kMaxTried && !title.empty()) tried_.emplace_back(title, &each);
    }

private:
    // Two places that share no word, inflected or not: two schools may have an open day at the same hour.
    static bool elsewhere(const Candidate& a, const Candidate& b) {
        const std::string all = words_of(*b.event->location), words = words_of(*a.event->location);
        for (std::size_t at = 0, end; (end = words.find(' ', at + 1)) != std::string::npos; at = end) {
            constexpr std::size_t kStem = 5;
            if (all.find(words.substr(at, std::min(end - at, kStem + 1))) != std::string::npos) return false;
        }
        return !all.empty() && !words.empty();
    }

    const Candidate* find(const Candidate& each, const std::string& title, const std::string& place) const {
        const auto other_release = [&](const Candidate* found) { return found->release != each.release ? found : nullptr; };
        if (const auto same = by_title_.find(title);
            same != by_title_.end() && other_release(same->second) && !elsewhere(each, *same->second))
            return same->second;
        if (const auto same = by_place_.find(place); same != by_place_.end() && other_release(same->second)) return same->second;
        for (const auto& [words, candidate] : tried_) {
            const bool holds = words.find(title) != std::string::npos || title.find(words) != std::string::npos;
            if (!title.empty() && holds && other_release(candidate) && !elsewhere(each, *candidate)) return candidate;
        }
        return nullptr;
    }

    Diagnostics& diagnostics_;
    std::unordered_map<std::string, const Candidate*> by_title_, by_place_;
    std::vector<std::pair<std::string, const Candidate*>> tried_;
};

}  // namespace

void report_doubles(const std::vector<AnnouncingPost>& posts, const std::vector<std::vector<SiteEvent>>& placed, const Site& site,
                    Diagnostics& diagnostics) {
    const std::vector<Candidate> all = candidates_of(posts, placed, site);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        bool several = false;
        for (; end < all.size() && all[end].start == all[begin].start; ++end) several = several || all[end].release != all[begin].release;
        Group group(diagnostics);
        for (std::size_t i = begin; several && i < end; ++i) group.add(all[i]);
        begin = end;
    }
}

}  // namespace pressrum

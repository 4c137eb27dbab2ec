// Dates in the text, compared with the data.
//
// "Tisdag 8 december 2026 klockan 18.00" says a weekday, a day, a month, perhaps a year and a time. The weekday must be that day's, the
// day must exist, and a time to come should be that of an event, so that it reaches the calendars. A date without a year means the
// first such day from the day of publication on. What a person said is looked at too: a resident acts on it all the same.
//
// Only days written as a number and a month in the post's language are read; "på tisdag", "8/12" and "nästa vecka" are not.

#include "check/check.hpp"

#include "link/date_mentions.hpp"
#include "link/events.hpp"
#include "model/rules.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// The words of a block in one line, with the place of each text in the source.
struct Line {
    std::string text;
    struct Part {
        std::size_t begin;
        Span at;
    };
    std::vector<Part> parts;

    Span place(std::size_t begin, std::size_t end) const {
        const auto after =
            std::upper_bound(parts.begin(), parts.end(), begin, [](std::size_t at, const Part& part) { return at < part.begin; });
        if (after == parts.begin()) return {};
        const Part& part = *(after - 1);
        const auto offset = [&](std::size_t at) {
            return std::min(part.at.end, part.at.begin + static_cast<std::uint32_t>(at - part.begin));
        };
        return {part.at.file, offset(begin), std::max(offset(begin), offset(end))};
    }
};

Date date_in(int year, const DateMention& m) { return {std::chrono::year(year), std::chrono::month(m.month), std::chrono::day(m.day)}; }

// Without a year: the first such day that is not before the publication.
Date meant_date(const DateMention& mention, Date published) {
    if (mention.year) return date_in(*mention.year, mention);
    const int year = static_cast<int>(published.year());
    const Date same = date_in(year, mention);
    return same.ok() && same < published ? date_in(year + 1, mention) : same;
}

class DateCheck {
public:
    DateCheck(const Site& site, const SitePost& post, const DateNames& names, Diagnostics& diagnostics)
        : site_(site), post_(post), names_(names), diagnostics_(diagnostics) {}

    void check(const Line& line) {
        for (const DateMention& mention : find_date_mentions(line.text, names_)) check(mention, line);
    }

private:
    void check(const DateMention& mention, const Line& line) {
        const std::string text = line.text.substr(mention.begin, mention.end - mention.begin);
        const Span at = line.place(mention.begin, mention.end);
        const Date published = date_of(*post_.post.published);
        const Date date = meant_date(mention, published);
        // Of "30–31 november" the first may be a real day and the last not.
        const bool last_is_one = !mention.last_day || Date(date.year(), date.month(), std::chrono::day(*mention.last_day)).ok();
        if (!date.ok() || !last_is_one) return diagnostics_.add({rule("date/impossible"), at, {text}, {}, {}});
        const auto weekday_of = [](Date d) { return std::chrono::weekday(std::chrono::local_days(d)).iso_encoding() - 1; };
        if (mention.weekday && *mention.weekday != weekday_of(date)) {
            // Without a year the day may also be one that has passed: "branden måndag 5 oktober".
            constexpr std::chrono::days kRecent{60};
            const Date earlier = date_in(static_cast<int>(date.year()) - 1, mention);
            const bool past = !mention.year && earlier.ok() && weekday_of(earlier) == *mention.weekday &&
                              midnight(published) - midnight(earlier) <= kRecent;
            if (!past) diagnostics_.add({rule("date/weekday"), at, {text, names_.weekdays[weekday_of(date)]}, {}, {}});
            return;
        }
        if (!mention.minutes || date < published) return;
        const LocalTime time = midnight(date) + std::chrono::minutes(*mention.minutes);
        if (!has_event_at(time))
            diagnostics_.add({post_.events.empty() ? rule("date/without-event") : rule("date/no-such-event"), at, {text}, {}, {}});
    }

    // An event begins, ends, goes on, used to begin, or closes its registration then. Sorted once per post, so that a long text about many
    // events stays cheap: `until` is how long any that began at or before lasts.
    struct Stretch {
        LocalTime begin, until;
    };

    void collect() {
        collected_ = true;
        for (const EventIndex index : post_.events) {
            const SiteEvent& placed = site_.events[index];
            const Event& event = post_.post.events[placed.number];
            const auto moment = [&](const Sourced<Moment>& m) {
                if (m.given()) stretches_.push_back({m->time, m->time});
            };
            moment(event.previous_start);
            if (event.registration) moment(event.registration->until);
            for (const Occurrence& each : placed.occurrences) {
                stretches_.push_back({each.start.time, end_of_occurrence(each)});
                if (each.previous) stretches_.push_back({each.previous->time, each.previous->time});
            }
        }
        std::sort(stretches_.begin(), stretches_.end(), [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
        for (std::size_t i = 1; i < stretches_.size(); ++i) stretches_[i].until = std::max(stretches_[i].until, stretches_[i - 1].until);
    }

    bool has_event_at(LocalTime time) {
        if (!collected_) collect();
        const auto after =
            std::upper_bound(stretches_.begin(), stretches_.end(), time, [](LocalTime t, const Stretch& each) { return t < each.begin; });
        return after != stretches_.begin() && time <= (after - 1)->until;
    }

    const Site& site_;
    const SitePost& post_;
    std::vector<Stretch> stretches_;
    bool collected_ = false;
    const DateNames& names_;
    Diagnostics& diagnostics_;
};

// Each block with inline text is a line.
void check_body(const Body& body, DateCheck& dates) {
    Line line;
    std::uint32_t block_end = 0;
    const auto finish = [&] {
        if (!line.text.empty()) dates.check(line);
        line = {};
    };
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        const Node& node = body[i];
        const bool block = node.kind == NodeKind::paragraph || node.kind == NodeKind::statement || node.kind == NodeKind::heading ||
                           node.kind == NodeKind::item || node.kind == NodeKind::cell || node.kind == NodeKind::header_cell;
        if (block || i >= block_end) finish();
        if (block) block_end = node.end;
        if (node.kind == NodeKind::text) {
            line.parts.push_back({line.text.size(), node.at});
            line.text += body.text(node);
        } else if (node.kind == NodeKind::soft_break || node.kind == NodeKind::hard_break) {
            line.text += ' ';
        }
    }
    finish();
}

}  // namespace

void check_dates(const Site& site, Threads threads, Diagnostics& diagnostics) {
    std::vector<DateNames> names;
    for (const Lexicon& words : site.languages) names.emplace_back(words);
    std::vector<Diagnostics> found(site.posts.size());
    parallel_for(threads, site.posts.size(), [&](std::size_t p) {
        const SitePost& post = site.posts[p];
        if (post.state == PostState::tombstone) return;
        DateCheck dates(site, post, names[post.language], found[p]);
        Line lead{*post.post.lead, {{0, post.post.lead.at}}};
        dates.check(lead);
        check_body(post.body, dates);
    });
    for (Diagnostics& part : found) diagnostics.append(std::move(part));
}

}  // namespace pressrum

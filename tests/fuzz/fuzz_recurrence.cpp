// The events of a post, as its front matter has them below `events:`. A series that is read has its times in order, none of them on a day
// that is left out, and no more than there may be.
#include "fuzz/fuzz.hpp"
#include "link/recurrence.hpp"
#include "link/series.hpp"
#include "read/fields.hpp"
#include "read/yaml/front_matter.hpp"

#include <algorithm>

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

void must_be_sound(const Event& event, const Repeat& repeat) {
    const std::vector<Moment> times = occurrences(*event.start, repeat, kMaxOccurrences);
    must(times.size() <= kMaxOccurrences + 1, "a series that is too long ends all the same");
    must(!repeat.count.given() || times.size() <= static_cast<std::size_t>(*repeat.count), "a series has no more times than it says");
    for (std::size_t i = 0; i < times.size(); ++i) {
        must(i == 0 ? times[i] >= *event.start : times[i] > times[i - 1], "times of a series are in order, from its start");
        must(times[i].all_day == event.start->all_day, "times of a series are whole days when its start is");
        must(!repeat.until.given() || date_of(times[i].time) <= *repeat.until, "a series ends with its last day");
        const bool left_out = std::any_of(repeat.except.begin(), repeat.except.end(),
                                          [&](const Sourced<Date>& day) { return *day == date_of(times[i].time); });
        must(!left_out, "a day that is left out is none of a series");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const FileId file =
        sources.add("posts/2024/05/post.md", "---\ntitle: Träff\npublished: 2024-05-01T10:00\nevents:\n" + to_text(data, size) + "\n---\n");
    Diagnostics diagnostics;
    Post post;
    if (const auto parts = split_front_matter(sources, file, diagnostics)) {
        if (const auto tree = read_yaml(sources, parts->yaml, diagnostics)) {
            Decoder decoder{diagnostics};
            decode_record(*tree, post_type(), &post, decoder);
        }
    }
    // The program leaves a faulty post out before it looks at its times.
    if (has_error(diagnostics)) return 0;
    for (const Event& event : post.events) {
        if (event.same_as.given()) continue;
        if (event.repeat) {
            must_be_sound(event, *event.repeat);
            if (!ends_in_reach(*event.start, *event.repeat, kMaxOccurrences)) continue;
        }
        const std::vector<Occurrence> all = occurrences_of(event, diagnostics);
        must(event.repeat || all.size() == 1, "an event that does not repeat has one time");
        must(std::is_sorted(all.begin(), all.end(), [](const Occurrence& a, const Occurrence& b) { return a.start < b.start; }) ||
                 all.size() > kMaxOccurrences,
             "times are in order");
    }
    must_be_sound(diagnostics, sources);
    return 0;
}

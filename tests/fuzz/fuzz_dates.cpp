// A day or a time, alone and in running text: what is read is written as it was, and a clock that is asked twice agrees with itself.
#include "base/zone.hpp"
#include "fuzz/fuzz.hpp"
#include "link/date_mentions.hpp"
#include "read/values.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

// A value is as it was written; what is offered instead of a faulty one can be read.
template <class T>
void must_be_read_or_explained(std::string_view text, Result<T> (*parse)(std::string_view)) {
    const Result<T> read = parse(text);
    if (read) return;
    must(read.error().rule != nullptr, "a faulty value has a rule");
    must(read.error().suggestion.empty() || parse(read.error().suggestion).has_value(), "what is offered instead can be read");
}

void must_agree(const Zone& zone, LocalTime time) {
    const Instant instant = zone.to_instant(time);
    const bool exists = zone.kind_of(time) != LocalKind::gap;
    must((zone.to_local(instant) == time) == exists, "a time that exists is the same after a turn around the world");
    const ZonePeriod period = zone.period_at(instant);
    must(period.begin <= instant && instant < period.end, "a period holds its instant");
    must(period.offset == zone.offset_at(instant), "a period has the offset of its instants");
}

void must_be_sound(const std::vector<DateMention>& mentions, std::size_t size) {
    std::size_t end = 0;
    for (const DateMention& each : mentions) {
        must(each.begin >= end && each.begin < each.end && each.end <= size, "days of a text are in order, apart, and stand in it");
        must(each.month >= 1 && each.month <= 12, "a month is one of twelve");
        must(!each.weekday || *each.weekday < 7, "a weekday is one of seven");
        must(each.minutes || !each.end_minutes, "a time ends only when it begins");
        end = each.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Zone zones[] = {*Zone::find("Europe/Stockholm"), *Zone::find("America/St_Johns"), *Zone::find("Africa/Casablanca"),
                                 *Zone::find("Pacific/Apia"), Zone::utc()};
    static const DateNames swedish{Lexicon("sv", {})}, english{Lexicon("en", {})};
    const std::string text = to_text(data, size);

    if (const auto date = parse_iso_date(text)) must(to_iso(*date) == text, "a day is written as it was read");
    if (const auto time = parse_iso_local_time(text)) {
        must(to_iso(*time) == text, "a time is written as it was read");
        for (const Zone& zone : zones) {
            must_agree(zone, *time);
            to_rfc822(*time, zone.offset_at(*time));
            to_iso(zone.to_instant(*time));
        }
    }
    must_be_read_or_explained(text, parse_date);
    must_be_read_or_explained(text, parse_time);
    must_be_read_or_explained(text, parse_moment);
    must_be_sound(find_date_mentions(text, swedish), size);
    must_be_sound(find_date_mentions(text, english), size);
    if (const auto zone = Zone::find(text)) must(!zone->name().empty(), "a zone has a name");
    return 0;
}

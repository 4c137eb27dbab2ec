#include "support/ical.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace pressrum::test {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

struct FreeIterator {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

std::string to_string(const char* text) { return text ? text : std::string(); }

Moment to_moment(const icaltimetype& time) {
    using namespace std::chrono;
    const Date date(year(time.year), month(static_cast<unsigned>(time.month)), day(static_cast<unsigned>(time.day)));
    const seconds clock = time.is_date ? seconds(0) : hours(time.hour) + minutes(time.minute) + seconds(time.second);
    return {midnight(date) + clock, time.is_date != 0};
}

Instant to_instant(const Moment& moment, const icaltimezone* zone) {
    const Date date = date_of(moment.time);
    const auto clock = (moment.time - midnight(date)).count();
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.hour = static_cast<int>(clock / 3600);
    time.minute = static_cast<int>(clock / 60 % 60);
    time.second = static_cast<int>(clock % 60);
    time.zone = zone;
    return Instant(to_moment(icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone())).time.time_since_epoch());
}

template <class Visit>
void each_property(icalcomponent* component, icalproperty_kind kind, Visit visit) {
    for (icalproperty* p = icalcomponent_get_first_property(component, kind); p; p = icalcomponent_get_next_property(component, kind))
        visit(p);
}

template <class Visit>
void each_component(icalcomponent* component, icalcomponent_kind kind, Visit visit) {
    for (icalcomponent* c = icalcomponent_get_first_component(component, kind); c; c = icalcomponent_get_next_component(component, kind))
        visit(c);
}

std::string value_of(const icalproperty* property) {
    const icalvalue* value = icalproperty_get_value(property);
    if (!value) return {};
    if (icalvalue_isa(value) == ICAL_TEXT_VALUE) return to_string(icalvalue_get_text(value));
    if (icalvalue_isa(value) == ICAL_X_VALUE) return to_string(icalvalue_get_x(value));
    return to_string(icalproperty_get_value_as_string(property));
}

IcalProperties properties_of(icalcomponent* component) {
    IcalProperties out;
    each_property(component, ICAL_ANY_PROPERTY, [&](icalproperty* property) {
        if (icalproperty_isa(property) != ICAL_XLICERROR_PROPERTY)
            out[to_string(icalproperty_get_property_name(property))].push_back(value_of(property));
    });
    return out;
}

std::string only(const IcalProperties& properties, std::string_view name) {
    const auto found = properties.find(std::string(name));
    if (found == properties.end()) return {};
    if (found->second.size() != 1) throw std::runtime_error("several of " + std::string(name));
    return found->second.front();
}

IcalZone to_zone(icalcomponent* component) {
    IcalZone zone;
    each_property(component, ICAL_TZID_PROPERTY, [&](icalproperty* p) { zone.id = to_string(icalproperty_get_tzid(p)); });
    each_component(component, ICAL_ANY_COMPONENT, [&](icalcomponent* part) {
        IcalObservance observance;
        observance.daylight = icalcomponent_isa(part) == ICAL_XDAYLIGHT_COMPONENT;
        observance.onset = to_moment(icalcomponent_get_dtstart(part)).time;
        each_property(part, ICAL_TZOFFSETFROM_PROPERTY,
                      [&](icalproperty* p) { observance.from = std::chrono::seconds(icalproperty_get_tzoffsetfrom(p)); });
        each_property(part, ICAL_TZOFFSETTO_PROPERTY,
                      [&](icalproperty* p) { observance.to = std::chrono::seconds(icalproperty_get_tzoffsetto(p)); });
        each_property(part, ICAL_TZNAME_PROPERTY, [&](icalproperty* p) { observance.name = to_string(icalproperty_get_tzname(p)); });
        zone.observances.push_back(std::move(observance));
    });
    return zone;
}

// RFC 5545, 3.8.5.3 and 3.3.10. In the zone of the start, since UNTIL may be in UTC.
std::vector<Moment> occurrences_of(icalcomponent* component, const icaltimetype& start) {
    constexpr std::size_t kMax = 1000;
    std::vector<Moment> excepted, out;
    each_property(component, ICAL_EXDATE_PROPERTY, [&](icalproperty* p) { excepted.push_back(to_moment(icalproperty_get_exdate(p))); });
    icalproperty* rule = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY);
    if (!rule) return {to_moment(start)};
    each_property(component, ICAL_RDATE_PROPERTY, [&](icalproperty* p) { out.push_back(to_moment(icalproperty_get_rdate(p).time)); });
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(icalproperty_get_rrule(rule), start));
    if (!iterator) return out;
    for (icaltimetype next = icalrecur_iterator_next(iterator.get()); !icaltime_is_null_time(next) && out.size() < kMax;
         next = icalrecur_iterator_next(iterator.get())) {
        const Moment moment = to_moment(next);
        if (std::find(excepted.begin(), excepted.end(), moment) == excepted.end()) out.push_back(moment);
    }
    std::sort(out.begin(), out.end());
    return out;
}

IcalEvent to_event(icalcomponent* component, icalcomponent* calendar) {
    IcalEvent event;
    event.properties = properties_of(component);
    const icaltimetype start = icalcomponent_get_dtstart(component);
    event.start = to_moment(start);
    if (icalproperty* end = icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY))
        event.end = to_moment(icalproperty_get_dtend(end));
    if (icalproperty* property = icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY)) {
        if (icalparameter* tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER))
            event.zone = to_string(icalparameter_get_tzid(tzid));
    }
    if (icaltime_is_utc(start)) event.zone = "UTC";
    // The calendar's own definition: the library would else take one of this machine.
    const icaltimezone* zone =
        icaltime_is_utc(start) ? icaltimezone_get_utc_timezone() : icalcomponent_get_timezone(calendar, event.zone.c_str());
    if (icalproperty* id = icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY))
        event.recurrence_id = to_moment(icalproperty_get_recurrenceid(id));
    event.occurrences = occurrences_of(component, start);
    if (!zone || start.is_date) return event;
    event.start_instant = to_instant(event.start, zone);
    for (const Moment& moment : event.occurrences) {
        event.occurrence_instants.push_back(to_instant(moment, zone));
        if (event.end) event.end_instants.push_back(to_instant({moment.time + (event.end->time - event.start.time), false}, zone));
    }
    return event;
}

void collect_faults(icalcomponent* component, std::vector<std::string>& faults) {
    each_property(component, ICAL_XLICERROR_PROPERTY, [&](icalproperty* p) { faults.push_back(to_string(icalproperty_get_xlicerror(p))); });
    each_component(component, ICAL_ANY_COMPONENT, [&](icalcomponent* part) { collect_faults(part, faults); });
}

}  // namespace

std::string IcalEvent::value(std::string_view name) const { return only(properties, name); }
std::string IcalCalendar::value(std::string_view name) const { return only(properties, name); }

IcalCalendar read_ical(const std::string& text) {
    icalerror_set_errors_are_fatal(0);
    const std::unique_ptr<icalcomponent, FreeComponent> root(icalparser_parse_string(text.c_str()));
    if (!root || icalcomponent_isa(root.get()) != ICAL_VCALENDAR_COMPONENT) throw std::runtime_error("no calendar");
    IcalCalendar calendar;
    const bool sound = icalrestriction_check(root.get()) != 0;
    calendar.properties = properties_of(root.get());
    collect_faults(root.get(), calendar.faults);
    if (!sound && calendar.faults.empty()) calendar.faults.push_back("breaks a restriction");
    // The library walks by a cursor in the component, so one walk must end before the next begins.
    std::vector<icalcomponent*> events;
    each_component(root.get(), ICAL_VTIMEZONE_COMPONENT, [&](icalcomponent* c) { calendar.zones.push_back(to_zone(c)); });
    each_component(root.get(), ICAL_VEVENT_COMPONENT, [&](icalcomponent* c) { events.push_back(c); });
    for (icalcomponent* event : events) calendar.events.push_back(to_event(event, root.get()));
    return calendar;
}

std::vector<IcalTime> times_of(const IcalCalendar& calendar, std::string_view uid) {
    std::vector<IcalTime> times;
    std::vector<const IcalEvent*> changed;
    for (const IcalEvent& event : calendar.events) {
        if (event.value("UID") == uid && event.recurrence_id) changed.push_back(&event);
    }
    const auto add = [&](const IcalEvent& event, std::size_t i) {
        std::optional<Moment> end;
        if (event.end) end = Moment{event.occurrences[i].time + (event.end->time - event.start.time), event.end->all_day};
        const auto at = [&](const std::vector<Instant>& instants) { return instants.empty() ? std::nullopt : std::optional(instants[i]); };
        times.push_back({event.occurrences[i], end, at(event.occurrence_instants), at(event.end_instants), &event});
    };
    for (const IcalEvent& event : calendar.events) {
        if (event.value("UID") != uid) continue;
        for (std::size_t i = 0; i < event.occurrences.size(); ++i) {
            const bool replaced = !event.recurrence_id && std::any_of(changed.begin(), changed.end(), [&](const IcalEvent* each) {
                return *each->recurrence_id == event.occurrences[i];
            });
            if (!replaced) add(event, i);
        }
    }
    std::stable_sort(times.begin(), times.end());
    return times;
}

std::vector<std::string> unfolded(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find("\r\n");
        const std::string_view line = text.substr(0, end);
        if (!lines.empty() && line.starts_with(' ')) lines.back() += line.substr(1);
        else lines.emplace_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
    }
    return lines;
}

}  // namespace pressrum::test

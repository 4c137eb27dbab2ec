// Those who are quoted: the list of them, and the page of one.

#include "render/formats.hpp"

#include "plan/paths.hpp"
#include "plan/years.hpp"
#include "render/frame.hpp"
#include "render/json_ld.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace pressrum {
namespace {

// A person's page shows this many statements and releases; of whom there is more, all stand on a page for each year.
constexpr std::size_t kPersonStatements = 40;
constexpr std::size_t kPersonReleases = 20;

bool has_years(const PersonNode& node) { return node.statements.size() > kPersonStatements || node.posts.size() > kPersonReleases; }

std::string period_words(const Lexicon& words, const Role& role) {
    if (role.from.given() && role.to.given()) return words.filled("period", {date_words(words, *role.from), date_words(words, *role.to)});
    if (role.from.given()) return words.filled("period_from", {date_words(words, *role.from)});
    if (role.to.given()) return words.filled("period_to", {date_words(words, *role.to)});
    return {};
}

// Newest first: those still held, then by last day.
std::vector<View> role_views(const Rendering& in, const Person& person) {
    std::vector<const Role*> roles;
    for (const Role& role : person.roles) roles.push_back(&role);
    const auto last_day = [](const Role* role) {
        return role->to.given() ? *role->to : Date(std::chrono::year(9999), std::chrono::month(12), std::chrono::day(31));
    };
    std::stable_sort(roles.begin(), roles.end(), [&](const Role* a, const Role* b) { return last_day(a) > last_day(b); });
    const Date today = in.site().clock.today();
    std::vector<View> views;
    for (const Role* role : roles) {
        ViewOf<kRoleView> view;
        const Wording name = role_name(in.site(), *role, in.language);
        view.set<"role">(Prose{role_words(in.words(), name.text, *role->party, *role->organization, organization_name(in.site())),
                               prose(in, name).language});
        view.set<"period">(period_words(in.words(), *role));
        view.set<"current">((!role->from.given() || *role->from <= today) && (!role->to.given() || *role->to >= today));
        views.push_back(std::move(view));
    }
    return views;
}

// The role that ended last, of somebody who holds none any more; null: holds one, or never had one.
const Role* last_role(const Person& person, Date today) {
    if (!(*person.role).empty() || find_role_on(person, today) != nullptr) return nullptr;
    const Role* last = nullptr;
    for (const Role& role : person.roles) {
        const bool over = role.to.given() && *role.to < today;
        if (over && (last == nullptr || *role.to > *last->to)) last = &role;
    }
    return last;
}

// What the person is today, or was.
std::string role_today(const Rendering& in, std::uint32_t index, std::string_view former) {
    const Site& site = in.site();
    const Person& who = site.people[index].second;
    const Date today = site.clock.today();
    if (const Role* last = last_role(who, today)) {
        const std::string role = role_words(in.words(), *last->role, *last->party, *last->organization, organization_name(site));
        return in.words().filled(former, {role, date_words(in.words(), *last->to)});
    }
    const Speaker speaker = speaker_on(site.people, index, today);
    return role_words(in.words(), speaker.role, speaker.party, speaker.organization, organization_name(site));
}

void write_people(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Rendering in{renderer, out};
    const Site& site = in.site();
    std::vector<View> views;
    for (const PersonNode& node : site.speakers) {
        ViewOf<kSpeakerView> view = speaker_view(in, speaker_on(site.people, node.person, site.clock.today()));
        view.set<"role">(role_today(in, node.person, "former_role"));
        view.set<"count">(count_words(in.words(), "statements", node.statements.size()));
        views.push_back(std::move(view));
    }
    ViewOf<kPeopleView> view;
    view.set<"heading">(in.words()["people"]).set<"people">(std::move(views));
    Frame frame;
    frame.heading = in.words()["people"];
    frame.description = in.words()["people_intro"];
    frame.address = people_address(site);
    frame.json_ld = page_json_ld(in, frame.heading, frame.address);
    write_page(in, "people", view, std::move(frame));
}

std::vector<View> statement_views(const Rendering& in, std::span<const StatementRef> statements) {
    std::vector<View> views;
    for (const StatementRef& ref : statements) views.push_back(statement_view(in, ref.post, ref.statement));
    return views;
}

// The statements of a year: a range of the person's, which are newest first as well.
std::span<const StatementRef> statements_of_year(const Site& site, const PersonNode& node, int year) {
    const auto later = [&](const StatementRef& ref, int than) { return year_of(*site.posts[ref.post].post.published) > than; };
    const auto begin = std::lower_bound(node.statements.begin(), node.statements.end(), year, later);
    return {begin, std::lower_bound(begin, node.statements.end(), year - 1, later)};
}

std::vector<View> person_years(const Rendering& in, const PersonNode& node) {
    std::vector<View> years;
    for (const YearOfPosts& each : by_year(in.site(), node.posts)) {
        years.push_back(counted_link(fmt::to_string(each.year), in.url(person_year_address(in.site(), node.person, each.year)),
                                     count_words(in.words(), "statements", statements_of_year(in.site(), node, each.year).size())));
    }
    return years;
}

void write_person(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const PersonNode& node = site.speakers[file.about<subject::Person>().speaker];
    const Person& who = site.people[node.person].second;
    const std::string role = role_today(in, node.person, "former_role_until");

    ViewOf<kPersonView> view;
    view.set<"name">(*who.name).set<"role">(role).set<"pronoun">(*who.pronoun);
    if (auto portrait = portrait_view(in, node.person)) view.set<"portrait">(std::move(*portrait));
    view.set<"roles">(role_views(in, who));
    const std::size_t shown = has_years(node) ? std::min(kPersonStatements, node.statements.size()) : node.statements.size();
    view.set<"statements">(statement_views(in, std::span(node.statements).first(shown)));
    view.set<"releases">(release_items(in, node.posts, 0, kPersonReleases))
        .set<"releases_heading">(in.words().filled("releases_with_person", {*who.name}));
    if (has_years(node)) view.set<"years">(person_years(in, node));
    view.set<"feeds">(feeds_view(in, person_address(site, node.person), *who.name))
        .set<"subscribe_heading">(in.words().filled("subscribe_to_person", {*who.name}));

    Frame frame;
    frame.heading = *who.name;
    frame.feed_links = feed_links(in, person_address(site, node.person), *who.name);
    frame.description =
        in.words().filled("person_description", {role.empty() ? *who.name : in.words().filled("list_comma", {*who.name, role})});
    frame.address = person_address(site, node.person);
    frame.breadcrumbs.push_back({in.words()["people"], people_address(site)});
    frame.json_ld = person_json_ld(in, node.person);
    write_page(in, "person", view, std::move(frame));
}

void write_person_year(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const auto& about = file.about<subject::PersonYear>();
    const PersonNode& node = site.speakers[about.speaker];
    const std::string& name = *site.people[node.person].second.name;
    const std::vector<YearOfPosts> years = by_year(site, node.posts);
    const auto of = std::find_if(years.begin(), years.end(), [&](const YearOfPosts& each) { return each.year == about.year; });
    const auto link_to = [&](const YearOfPosts& each) {
        return link_view(fmt::to_string(each.year), in.url(person_year_address(site, node.person, each.year)));
    };

    ViewOf<kPersonYearView> view;
    view.set<"statements">(statement_views(in, statements_of_year(site, node, about.year)));
    view.set<"releases">(release_lines(in, node.posts, of->begin, of->end))
        .set<"releases_heading">(in.words().filled("releases_with_person", {name}));
    if (of != years.begin()) view.set<"newer">(link_to(*(of - 1)));
    if (of + 1 != years.end()) view.set<"older">(link_to(*(of + 1)));
    Frame frame;
    frame.heading = fmt::format("{} {}", name, about.year);
    view.set<"heading">(frame.heading);
    frame.address = person_year_address(site, node.person, about.year);
    frame.breadcrumbs.push_back({in.words()["people"], people_address(site)});
    frame.breadcrumbs.push_back({name, person_address(site, node.person)});
    frame.json_ld = page_json_ld(in, frame.heading, frame.address, frame.breadcrumbs);
    write_page(in, "person_year", view, std::move(frame));
}

// Which files there are.

void plan_people(const Site& of, const Format& self, Plan& plan) {
    if (!of.speakers.empty()) plan.add_one(self, people_address(of));
}

void plan_persons(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t i = 0; i < of.speakers.size(); ++i)
        plan.add(output_file(person_address(of, of.speakers[i].person)), self, subject::Person{i});
}

void plan_person_years(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t i = 0; i < of.speakers.size(); ++i) {
        const PersonNode& node = of.speakers[i];
        if (!has_years(node)) continue;
        for (const YearOfPosts& each : by_year(of, node.posts))
            plan.add(output_file(person_year_address(of, node.person, each.year)), self, subject::PersonYear{i, each.year});
    }
}

constexpr Format kRows[] = {
    {"people",
     "/personer/",
     kHtml,
     Turn::list,
     {"alla som uttalar sig", "everybody who is quoted"},
     {"people.yaml och uttalandena", "people.yaml and the statements"},
     plan_people,
     write_people},
    {"person",
     "/personer/NAME/",
     kHtml,
     Turn::list,
     {"en person med uppdrag och uttalanden", "a person with roles and statements"},
     {"personen och inläggen med uttalanden", "the person and the posts with statements"},
     plan_persons,
     write_person},
    {"person-year",
     "/personer/NAME/YYYY/",
     kHtml,
     Turn::list,
     {"vad en person har sagt ett år, om det är mycket", "what a person said in a year, when it is much"},
     {"personen och årets inlägg med uttalanden", "the person and that year's posts with statements"},
     plan_person_years,
     write_person_year},
};

}  // namespace

const std::span<const Format> kPeopleFormats = kRows;

}  // namespace pressrum

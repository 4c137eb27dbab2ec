// Those who are quoted: the list of them, and the page of one.

#include "render/formats.hpp"

#include "plan/paths.hpp"
#include "render/frame.hpp"
#include "render/json_ld.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace pressrum {
namespace {

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
    const Date today = date_of(in.site().local_now);
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
    const Date today = date_of(site.local_now);
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
        ViewOf<kSpeakerView> view = speaker_view(in, speaker_on(site.people, node.person, date_of(site.local_now)));
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
    std::vector<View> statements;
    for (const StatementRef& ref : node.statements) statements.push_back(statement_view(in, ref.post, ref.statement));
    view.set<"statements">(std::move(statements));
    view.set<"releases">(release_items(in, node.posts, 0, node.posts.size()))
        .set<"releases_heading">(in.words().filled("releases_with_person", {*who.name}));
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

// Which files there are.

void plan_people(const Site& of, const Format& self, Plan& plan) {
    if (!of.speakers.empty()) plan.add_one(self, people_address(of));
}

void plan_persons(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t i = 0; i < of.speakers.size(); ++i)
        plan.add(output_file(person_address(of, of.speakers[i].person)), self, subject::Person{i});
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
};

}  // namespace

const std::span<const Format> kPeopleFormats = kRows;

}  // namespace pressrum

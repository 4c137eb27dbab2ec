#include "link/quotes/entries.hpp"

#include "base/text.hpp"
#include "link/quotes/tokens.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace pressrum {
namespace {

constexpr std::size_t kMaxSuggestions = 50;  // of each kind; each costs a look through all candidates

// The nearest of the names of `items`, unless too many have been asked for.
template <class Items, class Name>
std::string nearest(std::string_view wanted, const Items& items, Name name, std::size_t& asked) {
    if (++asked > kMaxSuggestions) return {};
    std::vector<std::string_view> names;
    for (const auto& item : items) names.push_back(name(item));
    return std::string(find_nearest(wanted, names).value_or(""));
}

Speaker speaker_of(const Quote& quote, const Keyed<Person>& people, Speakers& speakers, std::size_t& asked, Diagnostics& diagnostics) {
    if (quote.speaker.given()) {
        if (const std::uint32_t person = speakers.find_key(*quote.speaker); person != kNone) return speakers.on_day(person);
        const std::string key = nearest(
            *quote.speaker, people, [](const auto& person) -> std::string_view { return *person.first; }, asked);
        diagnostics.add({rule("quote/unknown-speaker"), quote.speaker.at, {*quote.speaker}, key, {}});
        return {};
    }
    Speaker speaker{kNone, plain_words(*quote.name), *quote.role, *quote.party, *quote.organization};
    speaker.person = speakers.find_person(speaker.name);
    if (speaker.person != kNone) {  // what the entry leaves out about somebody in people.yaml is taken from there
        const Speaker known = speakers.on_day(speaker.person);
        if (!quote.role.given()) speaker.role = known.role;
        if (!quote.party.given()) speaker.party = known.party;
        if (!quote.organization.given()) speaker.organization = known.organization;
    }
    return speaker;
}

void take_written_ids(const std::vector<Quote>& quotes, StatementIds& ids, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, Span> first_use;
    for (const Quote& quote : quotes) {
        if (!quote.id.given()) continue;
        if (const auto [first, fresh] = first_use.emplace(*quote.id, quote.id.at); !fresh) {
            diagnostics.add({rule("quote/duplicate-id"),
                             quote.id.at,
                             {*quote.id},
                             {},
                             {{first->second, {"här används det också", "it is used here too"}, {}}}});
        }
        ids.take(*quote.id);
    }
}

void find_placed(const Body& body, QuoteEntries& entries, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, std::uint32_t> by_id;
    for (std::uint32_t e = 0; e < entries.all.size(); ++e) by_id.emplace(entries.all[e].id, e);
    std::size_t asked = 0;
    for (const Node& node : body.nodes()) {
        if (node.kind != NodeKind::placed_quote) continue;
        const std::string_view id = body.target(node);
        if (const auto found = by_id.find(id); found != by_id.end()) {
            if (!std::exchange(entries.all[found->second].placed, true)) entries.placed.push_back(found->second);
            continue;
        }
        const std::string known = nearest(
            id, entries.all, [](const QuoteEntry& entry) -> std::string_view { return entry.id; }, asked);
        if (const auto meant = by_id.find(known); meant != by_id.end()) entries.all[meant->second].placed = true;  // not also "nowhere"
        diagnostics.add({rule("quote/unknown"), node.at, {std::string(id)}, known.empty() ? "" : fmt::format("![](quote:{})", known), {}});
    }
}

}  // namespace

QuoteEntries read_entries(const PostDocument& post, const Keyed<Person>& people, Speakers& speakers, StatementIds& ids,
                          Diagnostics& diagnostics) {
    QuoteEntries entries;
    const std::vector<Quote>& quotes = post.post.quotes;
    take_written_ids(quotes, ids, diagnostics);
    std::unordered_set<std::string_view> used;
    std::size_t asked = 0;
    entries.all.reserve(quotes.size());
    entries.said.reserve(quotes.size());
    for (const Quote& quote : quotes) {
        QuoteEntry& entry = entries.all.emplace_back();
        entry.text = plain_words(*quote.text);
        const bool own = quote.id.given() && used.insert(*quote.id).second;
        entry.id = own ? *quote.id : ids.make(entry.text);
        entry.speaker = speaker_of(quote, people, speakers, asked, diagnostics);
        speakers.add(entry.speaker);
        entries.said.push_back(compared_entry(entry.text));
    }
    find_placed(post.body, entries, diagnostics);
    return entries;
}

ComparedText compared_entry(std::string_view text) {
    ComparedText said(text);
    if (!said.words.empty()) said.words.back().seam = true;  // the full stop at the end may be missing
    return said;
}

}  // namespace pressrum

#include "render/part_digests.hpp"

#include "model/archive.hpp"
#include "plan/years.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace pressrum {
namespace {

PartDigest digest(const ArchiveWriter& bytes) {
    const Sha256 whole = sha256(bytes.bytes());
    PartDigest part;
    std::copy_n(whole.begin(), part.size(), part.begin());
    return part;
}

std::uint64_t hash(std::string_view text) { return std::hash<std::string_view>()(text); }

// What the parts of a table are known by, and what they hold.
struct Table {
    std::vector<std::uint64_t> keys;
    std::vector<PartDigest> digests;
};

template <class T, class Name>
std::vector<std::uint64_t> keys_of(Part kind, const std::vector<T>& items, Name name) {
    std::vector<std::uint64_t> keys;
    keys.reserve(items.size());
    for (const T& item : items) keys.push_back(part_number(kind, hash(name(item))));
    return keys;
}

template <class T, class Write>
std::vector<PartDigest> digests_of(const std::vector<T>& items, const std::vector<std::uint64_t>& files, Threads threads, Write write) {
    std::vector<PartDigest> digests(items.size());
    parallel_for(threads, items.size(), [&](std::size_t i) {
        ArchiveWriter out(files);
        write(out, items[i]);
        digests[i] = digest(out);
    });
    return digests;
}

// Numbers of posts and events as what they are known by.
class Writing {
public:
    Writing(const std::vector<std::uint64_t>& posts, const std::vector<std::uint64_t>& events) : posts_(posts), events_(events) {}

    void posts(ArchiveWriter& out, const std::vector<PostIndex>& all) const {
        out(std::uint64_t{all.size()});
        for (const PostIndex post : all) out(posts_[post]);
    }
    void events(ArchiveWriter& out, const std::vector<EventIndex>& all) const {
        out(std::uint64_t{all.size()});
        for (const EventIndex event : all) out(events_[event]);
    }

    // Every member is named, so that one more does not compile before it has its place here. Tables of site.yaml, people.yaml and topics.yaml
    // keep their numbers while these files are the same.
    void operator()(ArchiveWriter& out, const SitePost& of) const {
        const auto& [post, body, file, source, id, language, address, state, listed, published_at, updated, statements, events_of, topics,
                     areas, contacts, versions, related, photos, attachments] = of;
        out(post), out(body), out(Span{file, 0, 0}), out(source), out(id), out(language), out(address), out(state), out(listed);
        out(published_at), out(updated), out(statements), events(out, events_of), out(topics), out(areas), out(contacts);
        posts(out, versions), posts(out, related), out(photos), out(attachments);
    }
    void operator()(ArchiveWriter& out, const SitePage& of) const {
        const auto& [page, body, file, source, language, address] = of;
        out(page), out(body), out(Span{file, 0, 0}), out(source), out(language), out(address);
    }
    void operator()(ArchiveWriter& out, const SiteEvent& of) const {
        const auto& [post, number, uid, start, end, occurrences, last, sequence, changed, origin, home, also] = of;
        out(posts_[post]), out(number), out(uid), out(start), out(end), out(occurrences), out(last), out(sequence), out(changed),
            out(origin);
        out(events_[home]), posts(out, also);
    }
    void operator()(ArchiveWriter& out, const TopicNode& of) const {
        const auto& [key, topic, posts_of, events_of] = of;
        out(key), out(topic), posts(out, posts_of), events(out, events_of);
    }
    void operator()(ArchiveWriter& out, const PersonNode& of) const {
        const auto& [person, statements, posts_of] = of;
        out(person), posts(out, posts_of);
        for (const auto& [post, statement] : statements) out(posts_[post]), out(statement);
    }
    void operator()(ArchiveWriter& out, const AbsentPost& of) const {
        const auto& [why, address, published, aliases, files, people, topics, event_years] = of;
        out(why), out(address), out(published), out(aliases), out(files), out(people), out(topics), out(event_years);
    }
    void operator()(ArchiveWriter& out, const Card& of) const { out(of.name), out(of.fingerprint), out(of.file.digest), out(of.file.size); }

private:
    const std::vector<std::uint64_t>& posts_;
    const std::vector<std::uint64_t>& events_;
};

}  // namespace

void PartDigests::add(std::uint64_t key, const PartDigest& digest) {
    if (!digests_.emplace(key, digest).second) sound_ = false;
}

void PartDigests::add_table(Part kind, std::uint64_t first, const std::vector<std::uint64_t>& keys,
                            const std::vector<PartDigest>& digests) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        keys_.emplace(part_number(kind, first + i), keys[i]);
        numbers_.emplace(keys[i], part_number(kind, first + i));
        add(keys[i], digests[i]);
    }
}

PartDigests::PartDigests(const Site& site, const Plan& plan, Threads threads) {
    std::vector<std::uint64_t> files;
    for (FileId file = 0; file < site.tree->sources.size(); ++file) files.push_back(hash(site.tree->sources[file].path));

    const auto post_name = [](const SitePost& post) { return post.id + '\n' + std::to_string(post.language); };
    const std::vector<std::uint64_t> posts = keys_of(Part::post, site.posts.all(), post_name);
    const std::vector<std::uint64_t> events = keys_of(Part::event, site.events.all(), [&](const SiteEvent& event) {
        return std::to_string(posts[event.post]) + '\n' + std::to_string(event.number);
    });
    const Writing writing(posts, events);
    const auto add_kind = [&](Part kind, const std::vector<std::uint64_t>& keys, const auto& items) {
        const std::vector<PartDigest> digests = digests_of(items.all(), files, threads, writing);
        add_table(kind, items.first(), keys, digests);
        return digests;
    };
    // Of a kind as a whole: each that there is, in its order.
    const auto add_whole = [&](Part kind, const std::vector<std::uint64_t>& keys, const std::vector<PartDigest>& digests) {
        ArchiveWriter all, any;
        all(keys), all(digests), any(keys.empty());
        add(part_number(kind, kAllOfThem), digest(all));
        add(part_number(kind, kWhetherAny), digest(any));
    };
    add_whole(Part::post, posts, add_kind(Part::post, posts, site.posts));
    add_whole(Part::event, events, add_kind(Part::event, events, site.events));
    const auto pages = keys_of(Part::page, site.pages.all(), [](const SitePage& page) { return std::string_view(page.source); });
    add_whole(Part::page, pages, add_kind(Part::page, pages, site.pages));
    const auto person_key = [&](const PersonNode& node) { return std::string_view(*site.people[node.person].first); };
    const auto speakers = keys_of(Part::speaker, site.speakers.all(), person_key);
    add_whole(Part::speaker, speakers, add_kind(Part::speaker, speakers, site.speakers));
    Table topics;
    for (const auto& list : site.topics) {
        const auto keys =
            keys_of(Part::topic, list.all(), [&](const TopicNode& node) { return node.key + '\n' + std::to_string(list.first()); });
        const std::vector<PartDigest> digests = add_kind(Part::topic, keys, list);
        topics.keys.insert(topics.keys.end(), keys.begin(), keys.end());
        topics.digests.insert(topics.digests.end(), digests.begin(), digests.end());
    }
    add_whole(Part::topic, topics.keys, topics.digests);

    const auto add_list = [&](Part kind, std::uint64_t number, const auto& write) {
        ArchiveWriter out(files);
        write(out);
        add(part_number(kind, number), digest(out));
    };
    for (std::uint64_t i = 0; i < site.named_contacts.all().size(); ++i)
        add_list(Part::named_contact, i, [&](ArchiveWriter& out) { out(site.named_contacts[i]); });
    for (const auto& [post, card] : site.pictures.cards) {
        const std::uint64_t key = part_number(Part::card, posts[post]);
        keys_.emplace(part_number(Part::card, post), key);
        add_list(Part::card, posts[post], [&, &of = card](ArchiveWriter& out) { writing(out, of); });
    }
    for (std::size_t post = 0; post < posts.size(); ++post)
        keys_.emplace(part_number(Part::card, post), part_number(Part::card, posts[post]));
    add_list(Part::listed, 0, [&](ArchiveWriter& out) { writing.posts(out, site.listed); });
    add_list(Part::months, 0, [&](ArchiveWriter& out) { out(site.months.all()); });
    for (std::size_t language = 0; language < site.listed_by_language.size(); ++language) {
        add_list(Part::listed_in, language, [&](ArchiveWriter& out) { writing.posts(out, site.listed_by_language[language]); });
        add_list(Part::months_in, language, [&](ArchiveWriter& out) { out(site.months_by_language[language].all()); });
    }
    add_list(Part::listed_events, 0, [&](ArchiveWriter& out) { writing.events(out, site.listed_events); });
    add_list(Part::corrections, 0, [&](ArchiveWriter& out) {
        for (const ChangeRef& ref : site.corrections) out(posts[ref.post]), out(ref.change);
    });
    for (const YearOfPosts& each : by_year(site, all_listed(site)))
        add_list(Part::year, static_cast<std::uint64_t>(each.year),
                 [&](ArchiveWriter& out) { writing.posts(out, listed_in_year(site, each.year)); });
    add_list(Part::absent, 0, [&](ArchiveWriter& out) {
        for (const AbsentPost& post : site.absent) writing(out, post);
    });
    add_list(Part::plan, 0, [&](ArchiveWriter& out) {
        for (const PlannedFile& file : plan.files()) out(file.path);
    });

    for (const Asset& asset : site.tree->assets)
        add_list(Part::asset, hash(asset.path), [&](ArchiveWriter& out) { out(asset.digest), out(asset.width), out(asset.height); });
    std::map<std::string_view, ArchiveWriter> pictures;
    for (const auto& [use, number] : site.pictures.by_use) {
        ArchiveWriter& out = pictures[use.source];
        const auto& [source, fingerprint, tone, derivatives] = site.pictures.all[number];
        out(use), out(fingerprint), out(tone);
        for (const Derivative& each : derivatives) out(each.kind), out(each.width), out(each.height), out(each.size), out(each.digest);
    }
    for (const auto& [source, bytes] : pictures) add(part_number(Part::picture, hash(source)), digest(bytes));
    for (const PlannedFile& file : plan.files()) add_list(Part::address, hash(file.path), [](ArchiveWriter&) {});
}

std::uint64_t PartDigests::key_of(std::uint64_t number) const {
    const auto found = keys_.find(number);
    if (found != keys_.end()) return found->second;
    // What is looked for by its name may not be there. Of anything else that is not known here nothing can be told.
    const Part kind = kind_of_part(number);
    const bool by_name = kind == Part::asset || kind == Part::picture || kind == Part::address;
    return by_name || digests_.contains(number) ? number : part_number(Part::everything, std::uint64_t{0});
}

PartDigest PartDigests::digest_of(std::uint64_t key) const {
    const auto found = digests_.find(key);
    return found == digests_.end() ? PartDigest{} : found->second;
}

std::string PartDigests::source_of(std::uint64_t key, const Site& site) const {
    const auto found = numbers_.find(key);
    if (found == numbers_.end()) {
        const auto asset = std::find_if(site.tree->assets.begin(), site.tree->assets.end(),
                                        [&](const Asset& each) { return part_number(Part::asset, hash(each.path)) == key; });
        return asset == site.tree->assets.end() ? std::string() : asset->path;
    }
    const std::uint64_t number = found->second & kPartMask;
    switch (kind_of_part(key)) {
        case Part::post: return site.posts[number].source;
        case Part::page: return site.pages[number].source;
        case Part::event: return site.posts[site.events[number].post].source;
        default: return {};
    }
}

}  // namespace pressrum

// Every address that was written leads to a planned file, and every fragment to an id on it.

#include "check/check.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "plan/absent.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace pressrum {
namespace {

// Whether an address is that of a faulty post, or lies under it: what points at it is not a fault of its own.
bool is_faulty(const Site& site, std::string_view path) {
    const auto after = std::upper_bound(site.faulty.begin(), site.faulty.end(), path);
    return after != site.faulty.begin() && path.starts_with(*(after - 1));
}

enum class Broken { page, fragment, passing_fragment, expired, waiting, expires };

struct Fault {
    const UsedAddress* link;
    Broken kind;
};

// Ids come and go with time on pages that list posts, and go when a post is over.
bool has_passing_ids(const PlannedFile& file) {
    return file.format->name == "expired" || (!is_about<subject::Post>(file.subject) && !is_about<subject::Page>(file.subject));
}

const SitePost* post_of(const Site& site, const PlannedFile& file) {
    if (const auto* of = std::get_if<subject::Post>(&file.subject)) return &site.posts[of->post];
    if (const auto* of = std::get_if<subject::Alias>(&file.subject)) return &site.posts[of->post];
    if (const auto* of = std::get_if<subject::Event>(&file.subject)) return &site.posts[site.events[of->event].post];
    return nullptr;
}

// When the file goes away by itself, as its post says; nothing when it stays, or outlives `from`, where the link was written.
std::optional<LocalTime> last_day(const Site& site, const PlannedFile& file, const SitePost* from) {
    const SitePost* target = post_of(site, file);
    if (target == nullptr || !target->post.expires.given() || target->state == PostState::tombstone) return std::nullopt;
    const bool stays = *target->post.expired == AfterExpiry::tombstone && !is_about<subject::Event>(file.subject);
    const bool outlives = from != nullptr && from->post.expires.given() && *from->post.expires <= *target->post.expires;
    if (stays || outlives) return std::nullopt;
    return *target->post.expires;
}

// Ids of pages that somebody points into, read once each; asked by several threads.
class Ids {
public:
    Ids(const Plan& plan, const std::vector<Output>& outputs) : plan_(plan), outputs_(outputs), of_files_(outputs.size()) {}

    bool has(const PlannedFile& file, std::string_view id) {
        const auto number = static_cast<std::size_t>(&file - plan_.files().data());
        OfFile& own = of_files_[number];
        std::call_once(own.read, [&] {
            for (const std::string_view each : split(outputs_[number].ids, '\n')) own.ids.insert(each);
        });
        return own.ids.contains(id);
    }

private:
    struct OfFile {
        std::once_flag read;
        std::unordered_set<std::string_view> ids;
    };
    const Plan& plan_;
    const std::vector<Output>& outputs_;
    std::vector<OfFile> of_files_;
};

}  // namespace

void check_links(const Site& site, const Plan& plan, const std::vector<Output>& outputs, Threads threads, Diagnostics& diagnostics) {
    std::vector<std::vector<Fault>> faults(outputs.size());
    Ids ids(plan, outputs);
    const Absent absent(site);
    std::unordered_map<FileId, const SitePost*> written_in;
    for (const SitePost& post : site.posts) written_in.emplace(post.file, &post);
    const auto expires = [&](const UsedAddress& link, const PlannedFile& target) {
        const auto from = written_in.find(link.at.file);
        return last_day(site, target, from == written_in.end() ? nullptr : from->second);
    };
    parallel_for(threads, outputs.size(), [&](std::size_t i) {
        for (const UsedAddress& link : outputs[i].links) {
            const std::string_view address = link.address;
            const std::size_t hash = std::min(address.find('#'), address.size());
            const std::string_view path = path_of(address);
            const PlannedFile* target = plan.find(path);
            if (target == nullptr && is_faulty(site, path)) continue;
            if (target == nullptr) {
                const auto why = absent.why(path);
                faults[i].push_back({&link, !why ? Broken::page : *why == Absence::expired ? Broken::expired : Broken::waiting});
                continue;
            }
            if (hash + 1 < address.size() && target->path.ends_with(".html") && !ids.has(*target, address.substr(hash + 1)))
                faults[i].push_back({&link, link.at.known() && has_passing_ids(*target) ? Broken::passing_fragment : Broken::fragment});
            if (link.at.known() && expires(link, *target)) faults[i].push_back({&link, Broken::expires});
        }
    });
    for (std::size_t i = 0; i < faults.size(); ++i) {
        for (const Fault& fault : faults[i]) {
            const std::string& address = fault.link->address;
            const Span at = fault.link->at;
            const std::size_t hash = std::min(address.find('#'), address.size());
            const std::string whole = site.base_path + address;
            const auto report = [&](const Rule* what, std::vector<std::string> words) {
                diagnostics.add({what, at, std::move(words), {}, {}});
            };
            const std::vector<std::string> in_parts = {site.base_path + address.substr(0, hash),
                                                       address.substr(std::min(hash + 1, address.size()))};
            // An editor's link stands on a page and in feeds: one place, one message (Diagnostics::sort drops duplicates).
            switch (fault.kind) {
                case Broken::expired: report(rule("link/expired"), {whole}); break;
                case Broken::waiting: report(rule("link/waiting"), {whole}); break;
                case Broken::passing_fragment: report(rule("link/passing-fragment"), in_parts); break;
                case Broken::expires:
                    report(rule("link/expires"), {whole, to_iso(date_of(*expires(*fault.link, *plan.find(path_of(address)))))});
                    break;
                case Broken::page:
                case Broken::fragment:
                    if (!at.known()) report(rule("link/broken-in-layout"), {plan.files()[i].path, address});
                    else if (fault.kind == Broken::fragment) report(rule("link/broken-fragment"), in_parts);
                    else report(rule("link/broken"), {whole});
            }
        }
    }
}

void check_waiting(const Renderer& renderer, const Plan& plan, const std::vector<Output>& outputs, Threads threads,
                   Diagnostics& diagnostics) {
    const Site& site = renderer.site;
    const std::vector<PlannedFile>& files = renderer.plan.files();
    std::vector<Output> later(files.size());
    const auto waits = [&](std::size_t i) {
        const auto* of = std::get_if<subject::Post>(&files[i].subject);
        return of != nullptr && files[i].format->turn == Turn::page && site.posts[of->post].state == PostState::preview;
    };
    parallel_for(threads, files.size(), [&](std::size_t i) {
        if (!waits(i)) return;
        files[i].format->render(renderer, files[i], later[i]);
        later[i].ids = ids_of(later[i].bytes);
    });
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const PlannedFile* same = renderer.plan.find(plan.files()[i].path);
        if (same == nullptr) continue;
        std::vector<UsedAddress>& links = later[static_cast<std::size_t>(same - files.data())].links;
        for (const UsedAddress& link : outputs[i].links) {
            if (link.at.known() && plan.find(path_of(link.address)) == nullptr) links.push_back(link);
        }
    }
    // And what they point into, for its ids alone.
    std::set<std::size_t> targets;
    for (const Output& out : later) {
        for (const UsedAddress& link : out.links) {
            const PlannedFile* target = link.address.find('#') == std::string::npos ? nullptr : renderer.plan.find(path_of(link.address));
            if (target != nullptr && target->path.ends_with(".html")) targets.insert(static_cast<std::size_t>(target - files.data()));
        }
    }
    for (const std::size_t i : targets) {
        if (waits(i)) continue;
        Output whole;
        files[i].format->render(renderer, files[i], whole);
        later[i].ids = ids_of(whole.bytes);
    }
    check_links(site, renderer.plan, later, threads, diagnostics);
}

}  // namespace pressrum

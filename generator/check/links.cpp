// Every address that was written leads to a planned file, and every fragment to an id on it.

#include "check/check.hpp"

#include "model/rules.hpp"

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace pressrum {
namespace {

// The ids of a page. In text and attributes a quotation mark is always written &quot;, so ` id="` is always markup.
std::unordered_set<std::string_view> ids_of(std::string_view html) {
    static constexpr std::string_view kMark = " id=\"";
    std::unordered_set<std::string_view> ids;
    for (std::size_t at = html.find(kMark); at != std::string_view::npos; at = html.find(kMark, at)) {
        at += kMark.size();
        ids.insert(html.substr(at, html.find('"', at) - at));
    }
    return ids;
}

// Whether an address is that of a faulty post, or lies under it: what points at it is no fault of its own.
bool is_faulty(const Site& site, std::string_view path) {
    const auto after = std::upper_bound(site.faulty.begin(), site.faulty.end(), path);
    return after != site.faulty.begin() && path.starts_with(*(after - 1));
}

struct Fault {
    const UsedAddress* link;
    bool fragment;  // the page is there, the id is not
};

// Ids of pages that somebody points into, read once each.
class Ids {
public:
    Ids(const Plan& plan, const std::vector<Output>& outputs) : plan_(plan), outputs_(outputs) {}

    bool has(const PlannedFile& file, std::string_view id) {
        const auto index = static_cast<std::size_t>(&file - plan_.files().data());
        const std::lock_guard lock(mutex_);
        const auto [found, fresh] = by_file_.try_emplace(index);
        if (fresh) found->second = ids_of(outputs_[index].bytes);
        return found->second.contains(id);
    }

private:
    const Plan& plan_;
    const std::vector<Output>& outputs_;
    std::mutex mutex_;
    std::unordered_map<std::size_t, std::unordered_set<std::string_view>> by_file_;
};

}  // namespace

void check_links(const Site& site, const Plan& plan, const std::vector<Output>& outputs, Threads threads, Diagnostics& diagnostics) {
    std::vector<std::vector<Fault>> faults(outputs.size());
    Ids ids(plan, outputs);
    parallel_for(threads, outputs.size(), [&](std::size_t i) {
        for (const UsedAddress& link : outputs[i].links) {
            const std::string_view address = link.address;
            const std::size_t hash = std::min(address.find('#'), address.size());
            const std::string_view path = address.substr(0, std::min(address.find('?'), hash));
            const PlannedFile* target = plan.find(path);
            if (target == nullptr && is_faulty(site, path)) continue;
            if (target == nullptr) faults[i].push_back({&link, false});
            else if (hash + 1 < address.size() && target->path.ends_with(".html") && !ids.has(*target, address.substr(hash + 1)))
                faults[i].push_back({&link, true});
        }
    });
    for (std::size_t i = 0; i < faults.size(); ++i) {
        for (const Fault& fault : faults[i]) {
            const std::string& address = fault.link->address;
            const std::size_t hash = std::min(address.find('#'), address.size());
            // The same link of an editor stands on a page and in feeds: one place, one message (Diagnostics::sort drops doubles).
            if (!fault.link->at.known()) diagnostics.add({rule("link/broken-in-layout"), {}, {plan.files()[i].path, address}, {}, {}});
            else if (fault.fragment)
                diagnostics.add({rule("link/broken-fragment"),
                                 fault.link->at,
                                 {site.base_path + address.substr(0, hash), address.substr(std::min(hash + 1, address.size()))},
                                 {},
                                 {}});
            else diagnostics.add({rule("link/broken"), fault.link->at, {site.base_path + address}, {}, {}});
        }
    }
}

}  // namespace pressrum

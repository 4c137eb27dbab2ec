#include "link/references.hpp"

#include "base/path.hpp"
#include "base/text.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace pressrum {
namespace {

template <class T>
std::optional<std::uint32_t> find_key(const Keyed<T>& table, std::string_view key) {
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        if (*table[i].first == key) return i;
    }
    return std::nullopt;
}

template <class T>
std::string nearest_key(const Keyed<T>& table, std::string_view key) {
    std::vector<std::string_view> keys;
    for (const auto& entry : table) keys.push_back(*entry.first);
    return std::string(find_nearest(key, keys).value_or(""));
}

template <class T>
std::vector<std::uint32_t> resolve_keys(const std::vector<Text>& names, const Keyed<T>& table, const Rule* unknown, std::string_view field,
                                        Diagnostics& diagnostics) {
    std::vector<std::uint32_t> out;
    for (const Text& name : names) {
        const auto index = find_key(table, *name);
        if (!index) diagnostics.add({unknown, name.at, {*name}, nearest_key(table, *name), {}});
        else if (std::find(out.begin(), out.end(), *index) != out.end())
            diagnostics.add({rule("front-matter/duplicate-value"), name.at, {*name, std::string(field)}, {}, {}});
        else out.push_back(*index);
    }
    return out;
}

bool is_picture(std::string_view file) {
    static constexpr std::array<std::string_view, 5> kEndings = {".jpg", ".jpeg", ".png", ".webp", ".avif"};
    const std::string lower = ascii_lower(file);
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

// Opened in a browser or run by a web server, such a file can do what it likes in the press room's name; not every host reads _headers.
bool runs_scripts(std::string_view file) {
    static constexpr std::string_view kEndings[] = {"asp",   "aspx", "cgi",  "hta", "htm",   "html",  "js",  "jsp",  "mht",
                                                    "mhtml", "mjs",  "phar", "php", "phtml", "pl",    "rdf", "shtm", "shtml",
                                                    "stm",   "svg",  "svgz", "swf", "xht",   "xhtml", "xml", "xsl",  "xslt"};
    const std::string name = ascii_lower(file_name_of(file));  // a server may look at each part of it: brev.php.txt
    for (std::size_t point = name.find('.'); point != name.npos; point = name.find('.', point + 1)) {
        const std::string_view ending = std::string_view(name).substr(point + 1, name.find('.', point + 1) - point - 1);
        if (std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings)) return true;
    }
    return false;
}

// A file beside the post is published beside its page; a shared one keeps its place under assets/.
FileUse find_file(std::string_view name, std::string_view folder, std::string_view home, std::initializer_list<std::string_view> shared,
                  const Site& site) {
    if (const Asset* beside = site.tree->find_asset(fmt::format("{}/{}", folder, name))) {
        return {beside->path, fmt::format("{}{}", home, name), beside->size};
    }
    for (const std::string_view place : shared) {
        const Asset* found = site.tree->find_asset(fmt::format("site/{}{}", place, name));
        if (found != nullptr) return {found->path, fmt::format("{}{}", place, name), found->size};
    }
    return {};
}

void resolve_photos(SitePost& post, std::string_view folder, std::string_view home, const Site& site, Diagnostics& diagnostics) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < post.photo_count(); ++i) {
        const Photo& photo = post.photo(i);
        FileUse use;
        if (!photo.src.given()) {  // a translation of a picture that the original does not have
            diagnostics.add({rule("photo/unknown"), photo.at, {photo_id(photo)}, {}, {}});
        } else if (!is_picture(*photo.src)) {
            diagnostics.add({rule("photo/kind"), photo.src.at, {*photo.src}, {}, {}});
        } else {
            use = find_file(*photo.src, folder, home, {"assets/photos/", "assets/"}, site);
            if (!use.source.empty() && site.tree->find_asset(use.source)->width == 0)
                diagnostics.add({rule("photo/no-picture"), photo.src.at, {*photo.src}, {}, {}});
            if (use.source.empty()) diagnostics.add({rule("photo/missing-file"), photo.src.at, {*photo.src, std::string(folder)}, {}, {}});
        }
        if (!ids.insert(photo_id(photo)).second) diagnostics.add({rule("photo/duplicate-id"), photo.at, {photo_id(photo)}, {}, {}});
        if (photo.license.given() && !find_key(site.config.licenses, *photo.license)) {
            diagnostics.add({rule("reference/unknown-license"),
                             photo.license.at,
                             {*photo.license},
                             nearest_key(site.config.licenses, *photo.license),
                             {}});
        }
        post.photos.push_back(std::move(use));
    }
}

// ![](photo:…) and ![](event:…) in the text; ![](quote:…) is the quote engine's.
void check_placed(const SitePost& post, Diagnostics& diagnostics) {
    for (const Node& node : post.body.nodes()) {
        const std::string_view target = post.body.target(node);
        if (node.kind == NodeKind::placed_photo && !find_photo(post, target)) {
            std::vector<std::string> names;
            for (std::size_t i = 0; i < post.photo_count(); ++i) names.push_back(photo_id(post.photo(i)));
            const std::vector<std::string_view> views(names.begin(), names.end());
            const auto nearest = find_nearest(target, views);
            diagnostics.add(
                {rule("photo/unknown"), node.at, {std::string(target)}, nearest ? fmt::format("![](photo:{})", *nearest) : "", {}});
        }
        if (node.kind == NodeKind::placed_event) {
            const auto& events = post.post.events;
            const bool known = std::any_of(events.begin(), events.end(), [&](const Event& event) { return *event.id == target; });
            if (!known) diagnostics.add({rule("event/unknown"), node.at, {std::string(target)}, {}, {}});
        }
    }
}

}  // namespace

std::string photo_id(const Photo& photo) {
    if (photo.id.given()) return *photo.id;
    std::string_view name = *photo.src;
    name = file_name_of(name);
    return std::string(name.substr(0, name.rfind('.')));
}

std::string alias_address(const std::string& alias) {
    const bool is_whole = alias.ends_with('/') || alias.ends_with(".html") || alias.ends_with(".htm");
    return alias.substr(1) + (is_whole ? "" : "/");
}

std::optional<std::uint32_t> find_photo(const SitePost& post, std::string_view name) {
    for (std::uint32_t i = 0; i < post.photo_count(); ++i) {
        if (photo_id(post.photo(i)) == name || *post.photo(i).src == name) return i;
    }
    return std::nullopt;
}

void check_site_files(const Site& site, Diagnostics& diagnostics) {
    const auto check = [&](const Text& file, std::string_view folder) {
        if (!file.given() || site.tree->find_asset(fmt::format("site/{}{}", folder, *file)) != nullptr) return;
        diagnostics.add({rule("site/file"), file.at, {*file, fmt::format("site/{}", folder)}, {}, {}});
    };
    check(site.config.organization.logo, "assets/");
    check(site.config.icon, "assets/");
    check(site.config.share_image, "assets/");
    for (const auto& [key, person] : site.people) {
        if (person.portrait) check(person.portrait->src, "assets/photos/");
    }
}

void resolve_references(SitePost& post, std::string_view folder, std::string_view home, const Site& site, const Topics& topics,
                        Diagnostics& diagnostics) {
    post.topics = resolve_keys(post.post.topics, topics.topics, rule("reference/unknown-topic"), "topics", diagnostics);
    post.areas = resolve_keys(post.post.areas, topics.areas, rule("reference/unknown-area"), "areas", diagnostics);
    post.contacts = resolve_keys(post.post.contacts, site.people, rule("reference/unknown-contact"), "contacts", diagnostics);
    for (const std::uint32_t contact : post.contacts) {
        if (*site.people[contact].second.contact) continue;
        const auto named = std::find_if(post.post.contacts.begin(), post.post.contacts.end(),
                                        [&](const Text& name) { return *name == *site.people[contact].first; });
        diagnostics.add({rule("reference/not-a-contact"), named->at, {**named}, {}, {}});
    }
    resolve_photos(post, folder, home, site, diagnostics);
    for (const Attachment& attachment : post.post.attachments) {
        FileUse use = find_file(*attachment.src, folder, home, {"assets/"}, site);
        if (use.source.empty() && attachment.src.given())
            diagnostics.add({rule("attachment/missing-file"), attachment.src.at, {*attachment.src, std::string(folder)}, {}, {}});
        else if (runs_scripts(*attachment.src))
            diagnostics.add({rule("attachment/runs-scripts"), attachment.src.at, {*attachment.src}, {}, {}});
        post.attachments.push_back(std::move(use));
    }
    check_placed(post, diagnostics);
}

}  // namespace pressrum

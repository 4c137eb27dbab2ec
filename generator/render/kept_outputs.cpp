#include "render/kept_outputs.hpp"

#include "base/archive.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::uint32_t kNoSource = kNone;

void write_view(ArchiveWriter& out, const View& view) {
    struct Write {
        ArchiveWriter& out;
        void operator()(std::monostate) const {}
        void operator()(bool flag) const { out(flag); }
        void operator()(const std::string& text) const { out(text); }
        void operator()(const std::unique_ptr<View>& record) const { write_view(out, *record); }
        void operator()(const std::vector<View>& list) const {
            out(std::uint64_t{list.size()});
            for (const View& each : list) write_view(out, each);
        }
    };
    for (std::size_t i = 0; i < view.record().fields.size(); ++i) {
        out(static_cast<std::uint64_t>(view.value(i).index()));
        std::visit(Write{out}, view.value(i));
        out(view.language(i));
    }
}

// Things in the order in which they are first met, each known by its number.
template <class T>
class Numbers {
public:
    std::uint32_t of(const T& thing) {
        const auto [number, fresh] = numbers_.emplace(thing, static_cast<std::uint32_t>(things_.size()));
        if (fresh) things_.push_back(thing);
        return number->second;
    }
    std::vector<T> take() && { return std::move(things_); }

private:
    std::unordered_map<T, std::uint32_t> numbers_;
    std::vector<T> things_;
};

// People as they are today: of the same people.yaml another role holds tomorrow.
void write_people(ArchiveWriter& out, const Site& site) {
    const Date today = site.clock.today();
    for (const auto& [key, person] : site.people) {
        out(*key), out(*person.name), out(std::uint64_t{person.roles.size()});
        for (const Role& role : person.roles) out(is_on(role, today));
    }
}

// Files of the source tree that are no posts, pages or assets: what every page is made from.
void write_common_sources(ArchiveWriter& out, const SourceTree& tree) {
    std::vector<bool> apart(tree.sources.size());
    for (const std::vector<FileId>* each : {&tree.posts, &tree.pages}) {
        for (const FileId file : *each) apart[file] = true;
    }
    for (FileId file = 0; file < tree.sources.size(); ++file) {
        if (apart[file]) continue;
        out(tree.sources[file].path);
        out(sha256(tree.sources[file].text));
    }
}

// Of what is behind every file without being a part: settings, people, words, layouts, what the frame of every page says.
Sha256 basis_of(const Renderer& renderer) {
    const Site& site = renderer.site;
    ArchiveWriter out;
    write_common_sources(out, *site.tree);
    write_people(out, site);
    out(site.zone.digest()), out(site.origin), out(site.base_path);
    for (std::uint32_t language = 0; language < site.languages.size(); ++language) write_view(out, renderer.common(language));
    for (const UsedAddress& link : renderer.common_links()) out(link.address);
    return sha256(out.bytes());
}

}  // namespace

KeptOutputs::KeptOutputs(std::string_view bytes, const Renderer& renderer, const PartDigests& digests) {
    const Site& site = renderer.site;
    if (!digests.sound()) return;
    ArchiveReader in(bytes);
    record_ = in.read<Record>();
    std::vector<std::string_view> planned;
    for (const PlannedFile& file : renderer.plan.files()) planned.push_back(file.path);
    if (!in.finished() || record_.keys.size() != record_.digests.size()) {
        record_ = {};
        return;
    }
    holds_ = record_.basis == basis_of(renderer) && record_.made <= site.clock.now() &&
             std::includes(planned.begin(), planned.end(), record_.paths.begin(), record_.paths.end());
    for (std::size_t i = 0; i < record_.keys.size(); ++i) same_.push_back(digests.digest_of(record_.keys[i]) == record_.digests[i]);
    std::unordered_map<std::string_view, FileId> sources;
    for (FileId file = 0; file < site.tree->sources.size(); ++file) sources.emplace(site.tree->sources[file].path, file);
    for (const std::string& path : record_.sources) {
        const auto found = sources.find(path);
        sources_.push_back(found == sources.end() ? Span::kNoFile : found->second);
    }
    valid_.reserve(record_.outputs.size());
    for (const Kept& each : record_.outputs) {
        const bool as_it_was =
            std::all_of(each.parts.begin(), each.parts.end(), [&](std::uint32_t part) { return part < same_.size() && same_[part]; }) &&
            std::all_of(each.links.begin(), each.links.end(), [&](const Link& link) {
                const bool placed = link.file == kNoSource || (link.file < sources_.size() && sources_[link.file] != Span::kNoFile);
                return placed && link.address < record_.addresses.size();
            });
        by_path_.emplace(each.path, valid_.size());
        valid_.push_back(holds_ && as_it_was && site.clock.now() < each.next);
    }
}

const KeptOutputs::Kept* KeptOutputs::find(const PlannedFile& file) const {
    const auto found = by_path_.find(file.path);
    if (found == by_path_.end() || !valid_[found->second]) return nullptr;
    const Kept& kept = record_.outputs[found->second];
    return kept.format == file.format->name ? &kept : nullptr;
}

void KeptOutputs::take(const PlannedFile& file, Output& out) const {
    const Kept& kept = *find(file);
    out.digest = kept.digest;
    out.size = kept.size;
    out.ids = kept.ids;
    out.next = kept.next;
    out.made = kept.made;
    out.kept = true;
    for (const std::uint32_t part : kept.parts) out.parts.push_back(record_.keys[part]);
    for (const Link& link : kept.links) {
        const Span at = link.file == kNoSource ? Span{} : Span{sources_[link.file], link.begin, link.end};
        out.links.push_back({record_.addresses[link.address], at});
    }
}

Making KeptOutputs::why_made(const PlannedFile& file, const PartDigests& digests, const Renderer& renderer) const {
    constexpr std::size_t kMost = 5;
    const Clock& clock = renderer.site.clock;
    Making made{clock.now(), Making::Why::all, {}};
    const auto found = by_path_.find(file.path);
    if (!holds_ || found == by_path_.end()) return made;
    const Kept& kept = record_.outputs[found->second];
    made.why = kept.next <= clock.now() ? Making::Why::due : Making::Why::changed;
    for (const std::uint32_t part : kept.parts) {
        if (part >= same_.size() || same_[part] || made.sources.size() == kMost) continue;
        std::string source = digests.source_of(record_.keys[part], renderer.site);
        if (!source.empty() && std::find(made.sources.begin(), made.sources.end(), source) == made.sources.end())
            made.sources.push_back(std::move(source));
    }
    return made;
}

std::optional<Making> KeptOutputs::last_made(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? std::nullopt : std::optional(record_.outputs[found->second].made);
}

std::string keep(const Renderer& renderer, const std::vector<Output>& outputs, const PartDigests& digests) {
    const Site& site = renderer.site;
    const std::vector<PlannedFile>& files = renderer.plan.files();
    const std::uint64_t everything = part_number(Part::everything, std::uint64_t{0});
    KeptOutputs::Record record{basis_of(renderer), site.clock.now(), {}, {}, {}, {}, {}, {}};
    Numbers<std::uint64_t> keys;
    Numbers<FileId> sources;
    Numbers<std::string_view> addresses;
    for (std::size_t i = 0; i < files.size(); ++i) {
        record.paths.push_back(files[i].path);
        const Output& out = outputs[i];
        if (!out.copy_from.empty() || files[i].format->turn == Turn::ledger ||
            std::binary_search(out.parts.begin(), out.parts.end(), everything))
            continue;
        KeptOutputs::Kept kept{files[i].path, std::string(files[i].format->name), out.digest, out.size, out.ids, {}, {}, out.next,
                               out.made};
        for (const std::uint64_t key : out.parts) kept.parts.push_back(keys.of(key));
        const std::size_t own = out.links.size() - (i == 0 ? renderer.common_links().size() : 0);
        for (std::size_t k = 0; k < own; ++k) {
            const auto& [address, at] = out.links[k];
            kept.links.push_back({addresses.of(address), at.known() ? sources.of(at.file) : kNoSource, at.begin, at.end});
        }
        record.outputs.push_back(std::move(kept));
    }
    record.keys = std::move(keys).take();
    for (const std::uint64_t key : record.keys) record.digests.push_back(digests.digest_of(key));
    for (const FileId file : std::move(sources).take()) record.sources.push_back(site.tree->sources[file].path);
    for (const std::string_view address : std::move(addresses).take()) record.addresses.emplace_back(address);
    ArchiveWriter bytes;
    bytes(record);
    return bytes.bytes();
}

}  // namespace pressrum

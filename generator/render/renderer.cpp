#include "render/renderer.hpp"

#include "base/path.hpp"
#include "model/rules.hpp"
#include "plan/paths.hpp"
#include "render/frame.hpp"
#include "render/kept_outputs.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

namespace pressrum {

Renderer::Renderer(const Site& of, const Plan& planned, const Layouts& with) : site(of), plan(planned), layouts(with), absent(of) {
    for (std::uint32_t language = 0; language < site.languages.size(); ++language)
        common_.push_back(common_view({*this, common_links_, language}));
}

std::string Renderer::url(std::string_view address, Output& out, Span at) const {
    out.links.push_back({std::string(address), at});
    return site.base_path + std::string(address);
}

std::string Renderer::absolute(std::string_view address, Output& out, Span at) const {
    out.links.push_back({std::string(address), at});
    return site.absolute(address);
}

std::string Renderer::written(std::string_view target, std::string_view page, Form form, Output& out, Span at) const {
    target = own_path(site, target);
    const bool fragment = target.starts_with('#');
    if (!fragment && !target.starts_with('/')) return std::string(target);
    const std::string address = fragment ? std::string(page) + std::string(target) : std::string(target.substr(1));
    const std::string_view path = path_of(address);
    if (plan.find(path) == nullptr && absent.why(path)) {
        out.links.push_back({address, at});
        return {};
    }
    if (form == Form::absolute) return absolute(address, out, at);
    if (!fragment) return url(address, out, at);
    out.links.push_back({address, at});
    return std::string(target);
}

std::string_view path_of(std::string_view address) { return address.substr(0, std::min(address.find('#'), address.find('?'))); }

std::string layout_name(const Text& asked, std::string_view usual, const Layouts& layouts) {
    const bool variant = *asked == usual || asked->starts_with(std::string(usual) + "-");
    return asked.given() && variant && layouts.has(*asked) ? *asked : std::string(usual);
}

void check_layout_names(const Site& site, const Layouts& layouts, Diagnostics& diagnostics) {
    const auto check = [&](const Text& asked, std::string_view usual) {
        if (asked.given() && layout_name(asked, usual, layouts) != *asked)
            diagnostics.add({rule("post/unknown-layout"), asked.at, {*asked, std::string(usual)}, {}, {}});
    };
    for (const SitePost& post : site.posts) check(post.post.layout, "release");
    for (const SitePage& page : site.pages) check(page.page.layout, "page");
}

void seal(Output& out) {
    out.size = out.bytes.size();
    out.digest = sha256(out.bytes);
}

namespace {

// Files that are made at once: those of a folder that share their making, else one alone.
std::vector<std::vector<FileInMaking>> units_of(const std::vector<PlannedFile>& files, std::vector<Output>& outputs) {
    std::vector<std::vector<FileInMaking>> units;
    std::map<std::pair<decltype(Format::render_together), std::string_view>, std::size_t> shared;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const Format& format = *files[i].format;
        if (format.render == nullptr) continue;
        std::size_t unit = units.size();
        if (format.render_together != nullptr)
            unit = shared.try_emplace({format.render_together, folder_of(files[i].path)}, unit).first->second;
        if (unit == units.size()) units.emplace_back();
        units[unit].push_back({&files[i], &outputs[i]});
    }
    // The longest first, so that no core is left with one of them in the end: what is made of many releases, then pages.
    std::stable_sort(units.begin(), units.end(),
                     [](const auto& a, const auto& b) { return a.front().file->format->turn > b.front().file->format->turn; });
    return units;
}

// An address that the program itself has written, to a file that is planned: nothing is left to check, and a press room has a million of them.
bool is_settled(const Plan& plan, const UsedAddress& link) {
    return !link.at.known() && link.address.find('#') == std::string::npos && plan.find(path_of(link.address)) != nullptr;
}

class Maker {
public:
    Maker(const Renderer& renderer, Links links, const PartDigests* digests, const KeptOutputs* kept)
        : renderer_(renderer), links_(links), digests_(digests), kept_(kept) {}

    void make(std::span<const FileInMaking> unit) const {
        if (kept_ != nullptr && take_kept(unit)) return;
        Reads reads;
        {
            const std::optional<Noting> noting =
                digests_ == nullptr ? std::optional<Noting>() : std::optional<Noting>(std::in_place, reads);
            const Format& format = *unit.front().file->format;
            if (unit.size() > 1) format.render_together(renderer_, unit);
            else format.render(renderer_, *unit.front().file, *unit.front().out);
        }
        std::vector<std::uint64_t> parts;
        for (const std::uint64_t number : reads.parts) parts.push_back(digests_->key_of(number));
        for (const FileInMaking& each : unit) {
            Output& out = *each.out;
            if (out.copy_from.empty()) seal(out);
            if (each.file->path.ends_with(".html")) out.ids = ids_of(out.bytes);
            out.parts = parts;
            out.next = reads.next;
            if (kept_ != nullptr) out.made = kept_->why_made(*each.file, *digests_, renderer_);
            if (links_ == Links::all) continue;
            std::erase_if(out.links, [&](const UsedAddress& link) { return is_settled(renderer_.plan, link); });
            out.links.shrink_to_fit();
        }
    }

private:
    bool take_kept(std::span<const FileInMaking> unit) const {
        if (!std::all_of(unit.begin(), unit.end(), [&](const FileInMaking& each) { return kept_->has(*each.file); })) return false;
        for (const FileInMaking& each : unit) {
            kept_->take(*each.file, *each.out);
            renderer_.site.clock.has_come(each.out->next);  // it waits for that still
        }
        return true;
    }

    const Renderer& renderer_;
    Links links_;
    const PartDigests* digests_;
    const KeptOutputs* kept_;
};

std::vector<Output> render_all(const Renderer& renderer, Threads threads, const Maker& maker, const Finish& finish) {
    const std::vector<PlannedFile>& files = renderer.plan.files();
    std::vector<Output> outputs(files.size());
    const std::vector<std::vector<FileInMaking>> units = units_of(files, outputs);
    parallel_for(threads, units.size(), [&](std::size_t i) {
        maker.make(units[i]);
        if (!finish) return;
        for (const FileInMaking& each : units[i]) finish(static_cast<std::size_t>(each.file - files.data()), outputs);
    });
    // What frames every page is checked once, as if the first page had written it.
    if (!outputs.empty())
        outputs.front().links.insert(outputs.front().links.end(), renderer.common_links().begin(), renderer.common_links().end());
    return outputs;
}

}  // namespace

std::string ids_of(std::string_view html) {
    // In text and attributes a quotation mark is always written &quot;, so ` id="` is always markup.
    static constexpr std::string_view kMark = " id=\"";
    std::string ids;
    for (std::size_t at = html.find(kMark); at != std::string_view::npos; at = html.find(kMark, at)) {
        at += kMark.size();
        ids.append(html.substr(at, html.find('"', at) - at)) += '\n';
    }
    return ids;
}

std::vector<Output> render(const Renderer& renderer, Threads threads, Links links, const Finish& finish) {
    return render_all(renderer, threads, Maker(renderer, links, nullptr, nullptr), finish);
}

std::vector<Output> render(const Renderer& renderer, Threads threads, const PartDigests& digests, const KeptOutputs& kept,
                           const Finish& finish) {
    return render_all(renderer, threads, Maker(renderer, Links::unsettled, &digests, &kept), finish);
}

std::string remake(const Renderer& renderer, const PlannedFile& file) {
    Output out;
    file.format->render(renderer, file, out);
    return std::move(out.bytes);
}

}  // namespace pressrum

#include "render/renderer.hpp"

#include "base/path.hpp"
#include "model/rules.hpp"
#include "plan/paths.hpp"
#include "render/frame.hpp"

#include <algorithm>
#include <map>
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
    if (!absent.empty() && plan.find(path) == nullptr && absent.why(path)) {
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
    return units;
}

// An address that the program itself has written, to a file that is planned: nothing is left to check, and a press room has a million of them.
bool is_settled(const Plan& plan, const UsedAddress& link) {
    return !link.at.known() && link.address.find('#') == std::string::npos && plan.find(path_of(link.address)) != nullptr;
}

void make_unit(const Renderer& renderer, std::span<const FileInMaking> unit, Links kept) {
    const Format& format = *unit.front().file->format;
    if (unit.size() > 1) format.render_together(renderer, unit);
    else format.render(renderer, *unit.front().file, *unit.front().out);
    for (const FileInMaking& each : unit) {
        if (each.out->copy_from.empty()) seal(*each.out);
        if (kept == Links::all) continue;
        std::vector<UsedAddress>& links = each.out->links;
        std::erase_if(links, [&](const UsedAddress& link) { return is_settled(renderer.plan, link); });
        links.shrink_to_fit();
    }
}

}  // namespace

std::vector<Output> render(const Renderer& renderer, Threads threads, Links links) {
    std::vector<Output> outputs(renderer.plan.files().size());
    const std::vector<std::vector<FileInMaking>> units = units_of(renderer.plan.files(), outputs);
    parallel_for(threads, units.size(), [&](std::size_t i) { make_unit(renderer, units[i], links); });
    // What frames every page is checked once, as if the first page had written it.
    if (!outputs.empty())
        outputs.front().links.insert(outputs.front().links.end(), renderer.common_links_.links.begin(), renderer.common_links_.links.end());
    return outputs;
}

}  // namespace pressrum

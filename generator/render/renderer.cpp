#include "render/renderer.hpp"

#include "model/rules.hpp"
#include "plan/paths.hpp"
#include "render/frame.hpp"

#include <algorithm>

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

std::string_view path_of(std::string_view address) { return address.substr(0, address.find_first_of("?#")); }

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

std::vector<Output> render(const Renderer& renderer, Threads threads) {
    const std::vector<PlannedFile>& files = renderer.plan.files();
    std::vector<Output> outputs(files.size());
    parallel_for(threads, files.size(), [&](std::size_t i) {
        if (files[i].format->render == nullptr) return;
        Output& out = outputs[i];
        files[i].format->render(renderer, files[i], out);
        if (!out.copy_from.empty()) return;
        seal(out);
    });
    // What frames every page is checked once, as if the first page had written it.
    if (!outputs.empty())
        outputs.front().links.insert(outputs.front().links.end(), renderer.common_links_.links.begin(), renderer.common_links_.links.end());
    return outputs;
}

}  // namespace pressrum

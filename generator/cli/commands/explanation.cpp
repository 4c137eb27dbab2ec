#include "cli/commands/explanation.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pressrum {
namespace {

constexpr std::string_view kIndexFile = "index.html";

// Without the site's address before it and without what stands after the path.
std::string_view address_of(const Site& site, std::string_view written) {
    written = written.substr(0, written.find_first_of("?#"));
    if (written.starts_with(site.origin)) written.remove_prefix(site.origin.size());
    if (written.starts_with(site.base_path)) written.remove_prefix(site.base_path.size());
    while (written.starts_with('/')) written.remove_prefix(1);
    return written;
}

// "2024/05/x/index.html" → "/2024/05/x/"
std::string shown_address(std::string_view path) {
    if (path == kIndexFile || path.ends_with("/index.html")) path.remove_suffix(kIndexFile.size());
    return fmt::format("/{}", path);
}

std::string_view page_of(std::string_view address) { return address.substr(0, address.find('#')); }

void write_list(std::string& out, std::string_view title, const std::set<std::string>& items, MessageLanguage language) {
    constexpr std::size_t kMax = 100;
    out += fmt::format("{} ({})\n", title, items.size());
    std::size_t shown = 0;
    for (const std::string& item : items) {
        if (++shown > kMax) break;
        out += fmt::format("    {}\n", item);
    }
    if (items.size() > kMax) out += say(language, {"    … och {0} till\n", "    … and {0} more\n"}, {fmt::to_string(items.size() - kMax)});
}

}  // namespace

const PlannedFile* find_planned(const Build& build, std::string_view written) {
    const std::string_view address = address_of(*build.site, written);
    if (const PlannedFile* file = build.plan.find(address)) return file;
    return address.ends_with('/') ? nullptr : build.plan.find(fmt::format("{}/", address));
}

std::string nearest_address(const Build& build, std::string_view written) {
    std::string address = shown_address(address_of(*build.site, written));
    std::vector<std::string> addresses;
    for (const PlannedFile& file : build.plan.files()) addresses.push_back(shown_address(file.path));
    const std::vector<std::string_view> candidates(addresses.begin(), addresses.end());
    if (const auto nearest = find_nearest(address, candidates)) return std::string(*nearest);
    if (!address.ends_with('/')) address += '/';
    return std::string(find_nearest(address, candidates).value_or(""));
}

std::string explanation(const Build& build, const PlannedFile& file, MessageLanguage language) {
    const Site& site = *build.site;
    const Format& format = *file.format;
    const std::string address = shown_address(file.path);
    std::string out = fmt::format("{}\n", site.absolute(address.substr(1)));
    const auto row = [&](const Words& name, std::string_view value) { out += fmt::format("  {:<12}{}\n", in(language, name), value); };
    row({"fil", "file"}, file.path);
    row({"slag", "kind"}, format.media_type.empty() ? fmt::format("{}: {}", format.name, in(language, format.doc))
                                                    : fmt::format("{}: {} ({})", format.name, in(language, format.doc), format.media_type));
    if (const std::string about = describe(site, file); about != format.name) row({"handlar om", "about"}, about);
    // Every page also depends on what frames it.
    const bool page = format.media_type == "text/html";
    row({"görs av", "made from"},
        fmt::format(
            "{}{}", in(language, format.depends),
            page ? in(language, {"; site.yaml, orden i strings och mallarna", "; site.yaml, the words in strings and the layouts"}) : ""));

    const std::vector<std::string> sources = sources_of(site, file);
    write_list(out, in(language, {"källfiler", "source files"}), {sources.begin(), sources.end()}, language);

    std::set<std::string> links, linked;
    for (std::size_t i = 0; i < build.outputs.size(); ++i) {
        const PlannedFile& other = build.plan.files()[i];
        for (const UsedAddress& used : build.outputs[i].links) {
            const PlannedFile* target = build.plan.find(page_of(used.address));
            if (&other == &file) links.insert("/" + used.address);
            else if (target == &file) linked.insert(shown_address(other.path));
        }
    }
    write_list(out, in(language, {"länkar till", "links to"}), links, language);
    write_list(out, in(language, {"länkas från", "linked from"}), linked, language);
    return out;
}

std::string making_words(const Making& made, NextBuild next, const Zone& zone, MessageLanguage language) {
    const std::string at = to_iso(std::chrono::time_point_cast<std::chrono::minutes>(zone.to_local(made.at)));
    std::string why;
    switch (made.why) {
        case Making::Why::all: why = say(language, {"{0}, med allt annat", "{0}, with everything else"}, {at}); break;
        case Making::Why::due: why = say(language, {"{0}, för att tiden var inne", "{0}, since its time had come"}, {at}); break;
        case Making::Why::changed:
            why = made.sources.empty()
                      ? say(language, {"{0}, för att en lista som visas där hade ändrats", "{0}, since a list that it shows had changed"},
                            {at})
                      : say(language, {"{0}, för att detta hade ändrats: {1}", "{0}, since this had changed: {1}"},
                            {at, fmt::format("{}", fmt::join(made.sources, ", "))});
    }
    const Words then =
        next == NextBuild::keeps ? Words{"gör inte om den", "does not make it again"} : Words{"gör om den", "makes it again"};
    return fmt::format("  {:<12}{}\n  {:<12}{}\n", in(language, {"byggd", "built"}), why, in(language, {"nästa bygge", "next build"}),
                       in(language, then));
}

}  // namespace pressrum

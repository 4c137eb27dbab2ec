#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/new_post.hpp"
#include "cli/commands/post_file.hpp"
#include "cli/help.hpp"
#include "cli/making.hpp"
#include "cli/report.hpp"
#include "cli/site_settings.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace pressrum {
namespace {

namespace fs = std::filesystem;

ExitStatus refuse(const WrongUse& fault, const Arguments& arguments, Console& console) {
    console.err << wrong_use_text(fault, arguments.command, console.language);
    return ExitStatus::wrong_use;
}

std::span<const std::string_view> kinds() {
    const auto fields = post_type().fields;
    return std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.key == "kind"; })->choices;
}

}  // namespace

ExitStatus run_new(const Arguments& arguments, Console& console) {
    NewPost post;
    post.title = to_nfc(squeeze(arguments.operand));
    post.slug = to_slug(post.title);
    if (find_text_fault(arguments.operand) || post.slug.empty()) {
        return refuse({{"rubriken behöver minst en bokstav eller siffra och får bara innehålla vanlig text",
                        "the title needs a letter or digit and may hold nothing but text"}},
                      arguments, console);
    }
    post.kind = arguments.kind.empty() ? kinds().front() : arguments.kind;
    if (std::find(kinds().begin(), kinds().end(), post.kind) == kinds().end()) {
        return refuse({{"{0} kan inte vara \"{1}\"; välj mellan {2}", "{0} cannot be \"{1}\"; choose from {2}"},
                       {"--kind", post.kind, fmt::format("{}", fmt::join(kinds(), ", "))},
                       std::string(find_nearest(ascii_lower(post.kind), kinds()).value_or(""))},
                      arguments, console);
    }
    const std::optional<Now> now = now_for(arguments, console);
    if (!now) return ExitStatus::wrong_use;

    SiteSettings settings = read_site_settings(arguments.site_folder());
    const std::optional<Zone> zone = settings.sound ? Zone::find(*settings.config.timezone) : std::nullopt;
    if (settings.sound && !zone)
        settings.diagnostics.add({rule("site/timezone"), settings.config.timezone.at, {*settings.config.timezone}, {}, {}});
    if (!zone) {
        show(resolve(settings.diagnostics.all(), settings.sources, console.language, [](const Rule& each) { return each.severity; }),
             console);
        return ExitStatus::faults;
    }
    post.published = next_full_hour(now->local ? zone->to_instant(*now->local) : now->instant, *zone);

    const fs::path path = post_path(arguments, post.published, post.slug);
    if (!create_post(path, new_post_text(post, console.language, language_for(settings.config))))
        return refuse({{"{0} finns redan; välj en annan rubrik", "{0} is there already; choose another title"}, {path.generic_string()}},
                      arguments, console);
    console.out << path.generic_string() << '\n';
    return ExitStatus::done;
}

}  // namespace pressrum

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/new_post.hpp"
#include "cli/help.hpp"
#include "cli/making.hpp"
#include "cli/report.hpp"
#include "cli/site_settings.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

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

// Creates the file; false when there is one already. Nothing is ever written over, also not when two do this at once.
bool create_file(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"), &std::fclose);
    if (!file && errno == EEXIST) return false;
    if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fflush(file.get()) != 0) {
        throw std::system_error(errno, std::generic_category(), path.string());
    }
    return true;
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

    const fs::path folder =
        fs::path(arguments.posts_folder()) / fmt::format("{:04}", year_of(post.published)) / fmt::format("{:02}", month_of(post.published));
    const fs::path path = folder / (post.slug + ".md");
    std::error_code none;
    // A post may also be a folder of its own, with its pictures beside it.
    const bool taken = fs::exists(fs::symlink_status(folder / post.slug, none)) ||
                       !create_file(path, new_post_text(post, console.language, language_for(settings.config)));
    if (taken)
        return refuse({{"{0} finns redan; välj en annan rubrik", "{0} is there already; choose another title"}, {path.generic_string()}},
                      arguments, console);
    console.out << path.generic_string() << '\n';
    return ExitStatus::done;
}

}  // namespace pressrum

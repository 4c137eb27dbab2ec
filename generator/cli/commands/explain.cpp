#include "build.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/explanation.hpp"
#include "cli/help.hpp"
#include "cli/last_run.hpp"
#include "cli/making.hpp"
#include "render/kept_outputs.hpp"

namespace pressrum {

ExitStatus run_explain(const Arguments& arguments, Console& console) {
    std::optional<BuildOptions> options = build_options(arguments, console);
    if (!options) return ExitStatus::wrong_use;
    options->pictures = picture_making(arguments, console);
    options->bytes = Bytes::dropped;
    options->links = Links::all;
    options->out = arguments.out_folder();
    Build build;
    make(*options, build);
    if (!build.site) {
        show(findings_of(build, console.language), console);
        return ExitStatus::faults;
    }
    const PlannedFile* file = find_planned(build, arguments.operand);
    if (file == nullptr) {
        const WrongUse fault{{"pressrummet har ingen adress \"{0}\"", "the press room has no address \"{0}\""},
                             {arguments.operand},
                             nearest_address(build, arguments.operand)};
        console.err << wrong_use_text(fault, arguments.command, console.language);
        return ExitStatus::wrong_use;
    }
    console.out << explanation(build, *file, console.language);
    const Renderer renderer(*build.site, build.plan, build.layouts);
    const PartDigests digests(*build.site, build.plan, options->threads);
    const KeptOutputs kept(KeptFiles(arguments.cache_folder(), *options).find(kKeptOutputs).value_or(""), renderer, digests);
    if (const auto made = kept.last_made(file->path))
        console.out << making_words(*made, kept.has(*file) ? NextBuild::keeps : NextBuild::makes, build.site->zone, console.language);
    // The names that the page's layout can write, with their values here; docs/layouts.md tells what each means.
    if (build.layouts.complete() && file->format->media_type == "text/html") {
        Output out;
        out.keep_data = true;
        file->format->render(renderer, *file, out);
        console.out << in(console.language, {"  mallen får:\n", "  its layout gets:\n"}) << out.data;
    }
    return ExitStatus::done;
}

}  // namespace pressrum

// A post on its whole way, to the finished files of a small press room: whatever an editor writes is reported or published, and what is
// published of it keeps what it promises.
#include "check/check.hpp"
#include "fuzz/fuzz.hpp"
#include "io/ledger_read.hpp"
#include "io/load.hpp"
#include "io/manifest_read.hpp"
#include "io/out_folder.hpp"
#include "render/ledger.hpp"
#include "support/site_builder.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

const Layouts& layouts() {
    static Diagnostics faults;
    static const SourceTree tree = load({"", "", PRESSRUM_ROOT "/layouts"}, {1}, faults);
    static const Layouts all = Layouts::load(tree, faults);
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const test::Files around = test::with(test::ekinge(), "posts/2026/11/torget.jpg", "ingen bild");
    test::TestSite made;
    test::make_site(made, test::with(around, "posts/2026/11/post.md", to_text(data, size)), {.drafts = true, .future = true});
    must(made.site.has_value(), "no post can make the site unusable");
    const std::vector<PlannedFile>& files = made.plan.files();
    std::vector<Output> outputs = render(Renderer(*made.site, made.plan, layouts()), {1}, Links::unsettled);
    must(outputs.size() == files.size(), "every planned file is made");
    for (const PlannedFile& each : files) must(is_output_path(each.path), "a file lies in the output");

    const std::string manifest = ledger(*made.site, files, outputs, Threads{1});
    must(read_manifest(manifest).has_value() && read_ledger(manifest).has_value(), "the next run can read the manifest");
    check(*made.site, made.plan, outputs, {1}, made.diagnostics);
    for (const Diagnostic& each : made.diagnostics.all()) {
        must(each.rule != nullptr, "a message has a rule");
        if (each.at.known()) must_lie_in_file(each.at, made.tree.sources);
    }
    return 0;
}

#include "support/rendered_site.hpp"

#include "io/load.hpp"

#include <filesystem>
#include <stdexcept>

namespace pressrum::test {
namespace {

// The same for every test: read once.
const Layouts& layouts() {
    static Diagnostics faults;
    static const SourceTree tree = load({"", "", (std::filesystem::path(PRESSRUM_ROOT) / "layouts").string()}, {1}, faults);
    static const Layouts all = Layouts::load(tree, faults);
    return all;
}

}  // namespace

RenderedSite::RenderedSite(const Files& files, SiteOptions options) {
    make_site(test_, files, options);
    if (!test_.site) throw std::runtime_error("no site: " + reported());
    renderer_.emplace(*test_.site, test_.plan, layouts());
}

std::string RenderedSite::file(std::string_view path) const {
    const PlannedFile* planned = test_.plan.find(path);
    if (planned == nullptr) throw std::runtime_error("nothing is planned at " + std::string(path));
    return file(*planned);
}

std::string RenderedSite::file(const PlannedFile& planned) const {
    Output out;
    planned.format->render(*renderer_, planned, out);
    return out.bytes;
}

}  // namespace pressrum::test

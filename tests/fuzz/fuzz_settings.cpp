// What stands in the files of site/, the same text as each of them: read, or explained.
#include "fuzz/fuzz.hpp"
#include "read/read.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = to_text(data, size);
    SourceTree tree;
    tree.site = tree.sources.add("site/site.yaml", text);
    tree.people = tree.sources.add("site/people.yaml", text);
    tree.topics = tree.sources.add("site/topics.yaml", text);
    tree.strings.emplace_back("sv", tree.sources.add("site/strings/sv.yaml", text));
    tree.pages.push_back(tree.sources.add("site/pages/om.md", text));
    Diagnostics diagnostics;
    const Documents documents = read(tree, Threads{1}, diagnostics);
    must_be_sound(diagnostics, tree.sources);
    must(documents.config_sound || has_error(diagnostics), "settings that cannot be used are explained");
    return 0;
}

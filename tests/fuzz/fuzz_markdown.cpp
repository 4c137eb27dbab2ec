// The body of a post: the tree that is read keeps its invariants (model/body.hpp), and every place lies in the file.
#include "fuzz/fuzz.hpp"
#include "link/quotes/reading.hpp"
#include "read/markdown/markdown.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

bool is_block(NodeKind kind) { return kind < NodeKind::text; }

void must_hold(const Body& body, const Sources& sources) {
    std::vector<std::uint32_t> ends;  // of the nodes that are open
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        const Node& node = body[i];
        while (!ends.empty() && ends.back() <= i) ends.pop_back();
        must(node.end > i && node.end <= (ends.empty() ? body.size() : ends.back()), "children lie within their parent");
        if (node.end > i + 1) ends.push_back(node.end);
        must_lie_in_file(node.at, sources);
        if (node.kind == NodeKind::heading)
            must(node.level >= 2 && node.level <= 6 && !body.target(node).empty(), "a heading has a level and an id");
        const bool holds_words = node.kind == NodeKind::paragraph || node.kind == NodeKind::statement || node.kind == NodeKind::heading;
        for (std::uint32_t child = i + 1; holds_words && child < node.end; ++child)
            must(!is_block(body[child].kind), "words hold no blocks");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const FileId file = sources.add("posts/2024/05/post.md", to_text(data, size));
    Diagnostics diagnostics;
    const Body body = read_markdown(sources, {file, 0, static_cast<std::uint32_t>(size)}, diagnostics);
    must_hold(body, sources);
    must_be_sound(diagnostics, sources);
    to_debug_text(body);
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        if (body[i].kind == NodeKind::statement) read_paragraph(plain_text(body, i), "sv");
    }
    return 0;
}

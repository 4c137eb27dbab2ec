// A whole post: its fences, its YAML, its fields. What cannot be read is explained, and every place lies in the file.
#include "fuzz/fuzz.hpp"
#include "model/post.hpp"
#include "read/fields.hpp"
#include "read/yaml/front_matter.hpp"
#include "read/yaml/yaml.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

void must_lie_within(const YamlNode& node, Span region, const Sources& sources) {
    must_lie_in_file(node.at, sources);
    must(node.at.begin >= region.begin && node.at.end <= region.end, "a value lies in the region that was read");
    for (const YamlNode& item : node.items) must_lie_within(item, region, sources);
    for (const YamlEntry& entry : node.entries) {
        must_lie_in_file(entry.key_at, sources);
        must_lie_within(entry.value, region, sources);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const FileId file = sources.add("posts/2024/05/post.md", to_text(data, size));
    Diagnostics diagnostics;
    if (const auto parts = split_front_matter(sources, file, diagnostics)) {
        must_lie_in_file(parts->yaml, sources);
        must_lie_in_file(parts->body, sources);
        must(parts->yaml.end <= parts->body.begin && parts->body.end == size, "the body is what stands after the front matter");
        if (const auto tree = read_yaml(sources, parts->yaml, diagnostics)) {
            must_lie_within(*tree, parts->yaml, sources);
            Post post;
            Decoder decoder{diagnostics};
            decode_record(*tree, post_type(), &post, decoder);
            must(has_error(diagnostics) || (post.title.given() && post.published.given()), "a post without faults has what is required");
        } else {
            must(has_error(diagnostics), "YAML that is not read is explained");
        }
    } else {
        must(has_error(diagnostics), "a file without front matter is explained");
    }
    must_be_sound(diagnostics, sources);
    return 0;
}

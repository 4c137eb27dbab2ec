// Posts that an earlier run has read come back as if they were read anew.
#include "read/read.hpp"

#include "io/load.hpp"
#include "model/archive.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string archived(const Documents& documents) {
    ArchiveWriter out;
    for (const PostDocument& each : documents.posts) out(each);
    return out.bytes();
}

Documents read_all(const SourceTree& tree, Memory* memory, Diagnostics& found) { return read(tree, Threads{2}, found, memory); }

}  // namespace

TEST_CASE("a remembered post is the post that was read") {
    Diagnostics ignored;
    const SourceTree example = load({PRESSRUM_ROOT "/posts", PRESSRUM_ROOT "/site", PRESSRUM_ROOT "/layouts"}, Threads{2}, ignored);
    Memory first{""};
    const Documents anew = read_all(example, nullptr, ignored);
    REQUIRE(anew.posts.size() > 30);
    CHECK(archived(read_all(example, &first, ignored)) == archived(anew));
    Memory second(first.bytes());
    CHECK(archived(read_all(example, &second, ignored)) == archived(anew));
    CHECK(second.bytes().size() == first.bytes().size());
}

TEST_CASE("a remembered post lies in the file that it has today") {
    Files files =
        with(ekinge(), "posts/2026/11/bron.md", post_text("Bron byggs", "2026-11-20T08:00", "topics: [trygghet]\n", "# Fel\n\n*Text*\n"));
    files["posts/2026/11/vagen.md"] = post_text("Vägen byggs", "2026-11-20T08:00");
    Memory first{""};
    Diagnostics before, after, anew;
    const SourceTree tree = tree_of(files);
    read_all(tree, &first, before);
    CHECK(first.bytes().find("Vägen byggs") != std::string::npos);
    CHECK(first.bytes().find("Bron byggs") == std::string::npos);  // a heading of the first level is told again, and so it is read again

    files["posts/2025/01/ny.md"] = post_text("Först", "2025-01-01T08:00");
    const SourceTree more = tree_of(files);
    Memory second(first.bytes());
    const Documents remembered = read_all(more, &second, after);
    CHECK(archived(remembered) == archived(read_all(more, nullptr, anew)));
    CHECK(to_text(after, more) == to_text(anew, more));
    CHECK_FALSE(after.empty());
}

TEST_CASE("another text or another path is another post") {
    Files files = with(ekinge(), "posts/2026/11/vagen.md", post_text("Vägen byggs", "2026-11-20T08:00"));
    Memory first{""};
    Diagnostics ignored;
    read_all(tree_of(files), &first, ignored);
    std::string altered = first.bytes();
    altered.replace(altered.find("gen byggs"), 9, "gen RIVS!");
    const auto title = [&](const Files& of) {
        Memory memory(altered);
        const SourceTree tree = tree_of(of);
        return read(tree, Threads{1}, ignored, &memory).posts.front().post.title.value;
    };
    CHECK(title(files) == "Vägen RIVS!");
    CHECK(title(with(files, "posts/2026/11/vagen.md", post_text("Vägen byggs", "2026-11-20T08:01"))) == "Vägen byggs");
    Files moved = files;
    moved["posts/2026/11/annan.md"] = moved.extract("posts/2026/11/vagen.md").mapped();
    CHECK(title(moved) == "Vägen byggs");
}

TEST_CASE("a damaged memory of posts remembers none") {
    const Files files = with(ekinge(), "posts/2026/11/vagen.md", post_text("Vägen byggs", "2026-11-20T08:00"));
    const SourceTree tree = tree_of(files);
    Memory first{""};
    Diagnostics ignored;
    const std::string anew = archived(read_all(tree, &first, ignored));
    const std::string whole = first.bytes();
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        Memory cut(whole.substr(0, size));
        CHECK(archived(read_all(tree, &cut, ignored)) == anew);
    }
}

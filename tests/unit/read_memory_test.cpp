// Posts that an earlier run has read come back as if they were read anew.
#include "read/read.hpp"

#include "io/load.hpp"
#include "model/archive.hpp"
#include "support/map_store.hpp"
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

Documents read_all(const SourceTree& tree, Diagnostics& found) { return read(tree, Threads{2}, found); }
Documents read_all(const SourceTree& tree, Store& store, Diagnostics& found) {
    Memory memory(store, "posts");
    Documents documents = read(tree, Threads{2}, found, &memory);
    memory.save();
    return documents;
}

}  // namespace

TEST_CASE("a remembered post is the post that was read") {
    Diagnostics ignored;
    const SourceTree example = load({PRESSRUM_ROOT "/posts", PRESSRUM_ROOT "/site", PRESSRUM_ROOT "/layouts"}, Threads{2}, ignored);
    MapStore store;
    const Documents anew = read_all(example, ignored);
    REQUIRE(anew.posts.size() > 30);
    CHECK(archived(read_all(example, store, ignored)) == archived(anew));
    const auto left = store.bytes;
    CHECK(left.size() > 5);
    CHECK(archived(read_all(example, store, ignored)) == archived(anew));
    CHECK(store.bytes == left);
}

TEST_CASE("a remembered post lies in the file that it has today") {
    Files files =
        with(ekinge(), "posts/2026/11/bron.md", post_text("Bron byggs", "2026-11-20T08:00", "topics: [trygghet]\n", "# Fel\n\n*Text*\n"));
    files["posts/2026/11/vagen.md"] = post_text("Vägen byggs", "2026-11-20T08:00");
    MapStore store;
    Diagnostics before, after, anew;
    const SourceTree tree = tree_of(files);
    read_all(tree, store, before);
    CHECK(store.holds("Vägen byggs"));
    CHECK_FALSE(store.holds("Bron byggs"));  // a heading of the first level is told again, and so it is read again

    files["posts/2025/01/ny.md"] = post_text("Först", "2025-01-01T08:00");
    const SourceTree more = tree_of(files);
    const Documents remembered = read_all(more, store, after);
    CHECK(archived(remembered) == archived(read_all(more, anew)));
    CHECK(to_text(after, more) == to_text(anew, more));
    CHECK_FALSE(after.empty());
}

TEST_CASE("another text or another path is another post") {
    Files files = with(ekinge(), "posts/2026/11/vagen.md", post_text("Vägen byggs", "2026-11-20T08:00"));
    MapStore altered;
    Diagnostics ignored;
    read_all(tree_of(files), altered, ignored);
    REQUIRE(altered.alter("gen byggs", "gen RIVS!"));
    const auto title = [&](const Files& of) {
        MapStore store;
        store.bytes = altered.bytes;
        return read_all(tree_of(of), store, ignored).posts.front().post.title.value;
    };
    CHECK(title(files) == "Vägen RIVS!");
    CHECK(title(with(files, "posts/2026/11/vagen.md", post_text("Vägen byggs", "2026-11-20T08:01"))) == "Vägen byggs");
    Files moved = files;
    moved["posts/2026/11/annan.md"] = moved.extract("posts/2026/11/vagen.md").mapped();
    CHECK(title(moved) == "Vägen byggs");
}

TEST_CASE("what is no longer there is forgotten when something comes to its part") {
    MapStore store;
    Diagnostics ignored;
    Files files = ekinge();
    for (int i = 0; i < 100; ++i)
        files["posts/2026/11/nummer-" + std::to_string(i) + ".md"] = post_text("Gammalt " + std::to_string(i), "2026-11-20T08:00");
    read_all(tree_of(files), store, ignored);
    REQUIRE(store.holds("Gammalt 7"));
    files = ekinge();
    for (int i = 0; i < 100; ++i)
        files["posts/2026/11/nummer-" + std::to_string(i) + ".md"] = post_text("Annat " + std::to_string(i), "2026-11-20T08:00");
    read_all(tree_of(files), store, ignored);
    CHECK(store.holds("Annat 7"));
    CHECK_FALSE(store.holds("Gammalt"));
}

TEST_CASE("a damaged memory of posts remembers none") {
    const Files files = with(ekinge(), "posts/2026/11/vagen.md", post_text("Vägen byggs", "2026-11-20T08:00"));
    const SourceTree tree = tree_of(files);
    MapStore whole;
    Diagnostics ignored;
    const std::string anew = archived(read_all(tree, whole, ignored));
    REQUIRE(whole.bytes.size() == 1);
    const std::size_t size = whole.bytes.begin()->second.size();
    for (std::size_t cut = 0; cut < size; cut += 7) {
        MapStore store;
        store.bytes = whole.bytes;
        store.damage([&](const std::string& bytes) { return bytes.substr(0, cut); });
        CHECK(archived(read_all(tree, store, ignored)) == anew);
    }
}

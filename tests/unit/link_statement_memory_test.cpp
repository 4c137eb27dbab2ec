#include "link/statement_memory.hpp"

#include "model/archive.hpp"
#include "read/read.hpp"
#include "support/map_store.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kPost = "posts/2026/11/bron.md";
constexpr const char* kSaid = "– Nu bygger vi, säger kommunalrådet Karin Alm (C).\n\n– Det blir bra, säger hon.\n";

// What is read of one post, and asked of a memory.
struct Asked {
    SourceTree tree;
    Diagnostics faults, told;
    Documents documents;
    std::vector<Statement> statements;

    Asked(const Files& files, Store& store, Date day = Date(std::chrono::year(2026) / 11 / 20)) : tree(tree_of(files)) {
        documents = read(tree, Threads{1}, faults);
        StatementMemory memory(store, documents.people);
        statements = memory.statements_of(documents.posts.front(), documents.people, day, "sv", told);
        memory.save();
    }
};

Files room(const std::string& body) { return with(ekinge(), kPost, post_text("Bron byggs", "2026-11-20T08:00", "", body)); }

std::string archived(const std::vector<Statement>& statements) {
    ArchiveWriter out;
    out(statements);
    return out.bytes();
}

}  // namespace

TEST_CASE("statements are remembered as they were found") {
    MapStore store;
    const Asked first(room(kSaid), store);
    REQUIRE(first.statements.size() == 2);
    CHECK(first.statements[1].speaker.name == "Karin Alm");
    const auto left = store.bytes;
    const Asked again(room(kSaid), store);
    CHECK(archived(again.statements) == archived(first.statements));
    CHECK(store.bytes == left);

    // That it was asked and not read anew shows in what only the memory knows.
    REQUIRE(store.alter("Nu bygger", "Nu RIVER!"));
    CHECK(Asked(room(kSaid), store).statements.front().words.find("RIVER!") != std::string::npos);
}

TEST_CASE("whatever statements are found from finds them anew") {
    MapStore altered;
    const Asked first(room(kSaid), altered);
    REQUIRE(altered.alter("Nu bygger", "Nu RIVER!"));
    const auto is_anew = [&](const Files& files, Date day = Date(std::chrono::year(2026) / 11 / 20)) {
        MapStore store;
        store.bytes = altered.bytes;
        return Asked(files, store, day).statements.front().words.find("RIVER!") == std::string::npos;
    };
    CHECK_FALSE(is_anew(room(kSaid)));
    CHECK(is_anew(room(std::string(kSaid) + "\nMer text.\n")));
    CHECK(is_anew(room(kSaid), Date(std::chrono::year(2026) / 11 / 21)));
    Files people = room(kSaid);
    people["site/people.yaml"] += "\nny-person:\n  name: Ny Ek\n";
    CHECK(is_anew(people));
    Files moved = room(kSaid);
    moved["posts/2026/11/annan.md"] = moved.at(kPost);
    moved.erase(kPost);
    CHECK(is_anew(moved));
    // Another file before it gives it another number, and says nothing else of it.
    Files more = room(kSaid);
    more["layouts/ny.mustache"] = "";
    CHECK_FALSE(is_anew(more));
}

TEST_CASE("a post about which there was something to say is read again") {
    const Files unclear = room("Nu bygger vi, säger kommunalrådet Karin Alm (C).\n");
    MapStore store;
    const Asked first(unclear, store);
    REQUIRE_FALSE(first.told.empty());
    const Asked again(unclear, store);
    CHECK(to_text(again.told, again.tree) == to_text(first.told, first.tree));
}

TEST_CASE("a damaged memory remembers nothing") {
    MapStore whole;
    const Asked first(room(kSaid), whole);
    const std::function<std::string(const std::string&)> kDamages[] = {
        [](const std::string& bytes) { return bytes.substr(0, bytes.size() - 1); }, [](const std::string& bytes) { return bytes + "x"; },
        [](const std::string&) { return std::string(2000, '\xFF'); }, [](const std::string&) { return std::string("x"); }};
    for (const auto& damage : kDamages) {
        MapStore store;
        store.bytes = whole.bytes;
        store.damage(damage);
        CHECK(archived(Asked(room(kSaid), store).statements) == archived(first.statements));
    }
}

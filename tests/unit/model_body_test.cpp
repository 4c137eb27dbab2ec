#include "model/body.hpp"

#include <catch2/catch.hpp>

namespace pressrum {
namespace {

Span at(std::uint32_t begin, std::uint32_t end) { return {0, begin, end}; }

// "a **b** c", a break and a rule.
Body small_body() {
    Body body;
    body.open(NodeKind::paragraph, at(0, 0));
    body.leaf(NodeKind::text, at(0, 2), "a ");
    body.open(NodeKind::strong, at(2, 2));
    body.leaf(NodeKind::text, at(4, 5), "b");
    body.close(7);
    body.leaf(NodeKind::soft_break, at(9, 10));
    body.leaf(NodeKind::code, at(10, 13), "c");
    body.leaf(NodeKind::hard_break, at(13, 14));
    body.leaf(NodeKind::text, at(14, 15), "d");
    body.close(15);
    body.leaf(NodeKind::rule, at(17, 20));
    return body;
}

TEST_CASE("a node ends where its children end") {
    const Body body = small_body();
    REQUIRE(body.size() == 9);
    CHECK(body[0].end == 8);
    CHECK(body[1].end == 2);
    CHECK(body[2].end == 4);
    CHECK(body[3].end == 4);
    CHECK(body[7].end == 8);
    CHECK(body[8].end == 9);
    CHECK(body[0].at == at(0, 15));
    CHECK(body[2].at == at(2, 7));
    CHECK(body[8].at == at(17, 20));
}

TEST_CASE("a body without nodes is empty") {
    const Body body;
    CHECK(body.empty());
    CHECK(body.size() == 0);
    CHECK(to_debug_text(body).empty());
}

TEST_CASE("texts and targets of a node may be set when it is known what they are") {
    Body body;
    const std::uint32_t heading = body.open(NodeKind::heading, at(0, 0));
    body.node(heading).level = 2;
    body.leaf(NodeKind::text, at(3, 9), "Rubrik");
    body.close(9);
    body.set_target(heading, "rubrik");
    const std::uint32_t photo = body.leaf(NodeKind::placed_photo, at(11, 20));
    body.set_text(photo, "En gångväg");
    body.set_target(photo, "torget.jpg");
    CHECK(body.target(body[heading]) == "rubrik");
    CHECK(body.text(body[heading]).empty());
    CHECK(body.text(body[photo]) == "En gångväg");
    CHECK(body.target(body[photo]) == "torget.jpg");
    CHECK(body.text(body[1]) == "Rubrik");
}

TEST_CASE("plain text has spaces and line ends for breaks, and no mark-up") {
    const Body body = small_body();
    CHECK(plain_text(body, 0) == "a b c\nd");
    CHECK(plain_text(body, 2) == "b");
    CHECK(plain_text(body, 6) == "\n");
    CHECK(plain_text(body, 8).empty());
}

TEST_CASE("plain text of blocks has a line for each, and a space between cells") {
    Body body;
    body.open(NodeKind::item, at(0, 0));
    body.leaf(NodeKind::text, at(0, 1), "a");
    body.open(NodeKind::bullet_list, at(1, 1));
    body.open(NodeKind::item, at(1, 1));
    body.leaf(NodeKind::text, at(1, 2), "b");
    body.close(2);
    body.close(2);
    body.open(NodeKind::table_row, at(3, 3));
    for (std::uint32_t i = 3; i < 5; ++i) {
        body.open(NodeKind::cell, at(i, i));
        body.leaf(NodeKind::text, at(i, i + 1), "c");
        body.close(i + 1);
    }
    body.close(5);
    body.close(5);
    CHECK(plain_text(body, 0) == "a\nb\nc c");
}

TEST_CASE("the debug text shows kinds, levels and targets") {
    CHECK(to_debug_text(small_body()) == "p{a strong{b}↵code{c}<br>d} hr");

    Body body;
    const std::uint32_t list = body.open(NodeKind::ordered_list, at(0, 0));
    body.node(list).number = 3;
    body.node(list).tight = true;
    body.open(NodeKind::item, at(0, 0));
    body.leaf(NodeKind::text, at(0, 1), "a");
    body.leaf(NodeKind::rule, at(1, 2));
    body.leaf(NodeKind::text, at(2, 3), "b");
    body.close(3);
    body.open(NodeKind::item, at(3, 3));
    body.close(3);
    body.close(3);
    const std::uint32_t cell = body.open(NodeKind::cell, at(4, 4));
    body.node(cell).level = 3;
    body.close(4);
    body.set_target(body.leaf(NodeKind::placed_event, at(5, 6)), "mote");
    body.set_target(body.leaf(NodeKind::placed_photo, at(6, 7)), "torget");
    body.set_target(body.leaf(NodeKind::placed_photo, at(7, 8), "Torget"), "torget");
    body.set_target(body.leaf(NodeKind::code_block, at(8, 9), "x"), "cpp");
    CHECK(to_debug_text(body) ==
          "ol(3){li{a hr b} li{}} td:right{} placed-event(mote) placed-photo(torget) placed-photo(torget){Torget} pre(cpp){x}");
}

}  // namespace
}  // namespace pressrum

#include "render/layout/view.hpp"
#include "render/layout/views_table.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <stdexcept>

using namespace pressrum;

namespace {

constexpr ViewField kRoomFields[] = {{"name", ViewType::text, "name"}};
constexpr ViewRecord kRoom = {"room", "a room", kRoomFields};
constexpr ViewField kHouseFields[] = {
    {"title", ViewType::text, "a text"},
    {"note", ViewType::optional_text, "a text that may lack"},
    {"body", ViewType::html, "HTML"},
    {"more", ViewType::optional_html, "HTML"},
    {"open", ViewType::flag, "a flag"},
    {"hall", ViewType::record, "a record", &kRoom},
    {"attic", ViewType::optional_record, "a record that may lack", &kRoom},
    {"rooms", ViewType::list, "a list", &kRoom},
};
constexpr ViewRecord kHouse = {"house", "a house", kHouseFields};

View room(const char* name) {
    ViewOf<kRoom> view;
    view.set<"name">(name);
    return view;
}

std::vector<View> rooms(std::initializer_list<const char*> names) {
    std::vector<View> list;
    for (const char* name : names) list.push_back(room(name));
    return list;
}

// Every record of the table, once.
void collect(const ViewRecord& record, std::set<const ViewRecord*>& found) {
    if (!found.insert(&record).second) return;
    for (const ViewField& field : record.fields) {
        if (field.record != nullptr) collect(*field.record, found);
    }
}

std::set<const ViewRecord*> all_records() {
    std::set<const ViewRecord*> found;
    collect(kCommonView, found);
    for (const LayoutKind& kind : kLayoutKinds) collect(*kind.record, found);
    return found;
}

bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

}  // namespace

TEST_CASE("a view has every field from the beginning, and nothing is there") {
    const ViewOf<kHouse> view;
    for (std::size_t i = 0; i < kHouse.fields.size(); ++i) {
        INFO(kHouse.fields[i].name);
        CHECK(view.index_of(kHouse.fields[i].name) == i);
        CHECK_FALSE(view.present(i));
    }
    CHECK(view.index_of("titel") == View::kNone);
    CHECK(view.index_of("") == View::kNone);
    CHECK(view.index_of("has_note") == View::kNone);
    CHECK(to_debug_text(view) == "");
}

TEST_CASE("what was set is there, and empty values count as not there") {
    ViewOf<kHouse> view;
    const auto present = [&](std::string_view name) { return view.present(view.index_of(name)); };
    CHECK_FALSE(present("title"));
    view.set<"title">("Rådhuset").set<"open">(true).set<"attic">(room("")).set<"rooms">(rooms({"Sal"}));
    CHECK(present("title"));
    CHECK(present("open"));
    CHECK(present("attic"));
    CHECK(present("rooms"));
    view.set<"title">("").set<"open">(false).set<"rooms">(std::vector<View>());
    CHECK_FALSE(present("title"));
    CHECK_FALSE(present("open"));
    CHECK_FALSE(present("rooms"));
    CHECK(present("attic"));  // a record that was set is there, whatever is in it
}

template <class V, FieldName kName, class T>
concept Takes = requires(V view, T value) {
    view.template set<kName>(std::move(value));
};

TEST_CASE("setting what the record does not have does not compile") {
    using House = ViewOf<kHouse>;
    STATIC_REQUIRE(Takes<House, "title", const char*>);
    STATIC_REQUIRE_FALSE(Takes<House, "titel", const char*>);
    STATIC_REQUIRE_FALSE(Takes<House, "has_note", bool>);
    STATIC_REQUIRE_FALSE(Takes<House, "title", bool>);
    STATIC_REQUIRE_FALSE(Takes<House, "title", Prose>);
    STATIC_REQUIRE_FALSE(Takes<House, "open", const char*>);
    STATIC_REQUIRE_FALSE(Takes<House, "title", View>);
    STATIC_REQUIRE_FALSE(Takes<House, "title", std::vector<View>>);
    STATIC_REQUIRE_FALSE(Takes<House, "hall", const char*>);
    STATIC_REQUIRE_FALSE(Takes<House, "hall", std::vector<View>>);
    STATIC_REQUIRE_FALSE(Takes<House, "rooms", View>);
    STATIC_REQUIRE(Takes<House, "rooms", std::vector<View>>);
}

TEST_CASE("a record of another kind is a programmer's error") {
    ViewOf<kHouse> view;
    CHECK_THROWS_WITH(view.set<"hall">(ViewOf<kHouse>()), "view \"house\": \"hall\" holds another record");
    std::vector<View> mixed = rooms({"Sal"});
    mixed.emplace_back(kHouse);
    CHECK_THROWS_AS(view.set<"rooms">(std::move(mixed)), std::logic_error);
    CHECK(to_debug_text(view) == "");
}

TEST_CASE("a view is printed with one line a field, empty ones left out") {
    ViewOf<kHouse> view;
    view.set<"title">("Rådhuset")
        .set<"note">("")
        .set<"body">("<p>Ett.</p>\n<p>Två.</p>")
        .set<"open">(true)
        .set<"hall">(room("Sal"))
        .set<"rooms">(rooms({"Vind", "Källare"}));
    CHECK(to_debug_text(view) ==
          "title: Rådhuset\n"
          "body: <p>Ett.</p>\n"
          "    <p>Två.</p>\n"
          "open\n"
          "hall:\n"
          "    name: Sal\n"
          "rooms:\n"
          "  -\n"
          "    name: Vind\n"
          "  -\n"
          "    name: Källare\n");
}

TEST_CASE("the views table: names are unique in a record, documented, and hold records where they should") {
    for (const ViewRecord* record : all_records()) {
        INFO(record->name);
        CHECK_FALSE(record->name.empty());
        CHECK_FALSE(record->doc.empty());
        CHECK_FALSE(record->fields.empty());
        std::set<std::string> names;
        for (const ViewField& field : record->fields) {
            INFO(field.name);
            CHECK(is_name(field.name));
            CHECK_FALSE(field.doc.empty());
            CHECK(names.insert(std::string(field.name)).second);
            const bool holds = field.type == ViewType::record || field.type == ViewType::optional_record || field.type == ViewType::list;
            CHECK(holds == (field.record != nullptr));
        }
        // A flag of its own that is called like the has_NAME of a neighbour would hide it.
        for (const ViewField& field : record->fields) {
            if (has_flag(field.type)) CHECK_FALSE(names.contains("has_" + std::string(field.name)));
        }
    }
    CHECK(all_records().size() > 30);
}

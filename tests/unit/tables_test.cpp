// The tables that carry the product: whole, unique, in both languages.
#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/flags.hpp"
#include "model/lexicon.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"
#include "render/formats.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace pressrum;

namespace {

std::vector<const Rule*> all_rules() {
    std::vector<const Rule*> all;
    for (const std::span<const Rule> table : kRuleTables) {
        for (const Rule& row : table) all.push_back(&row);
    }
    return all;
}

void collect(const RecordType& type, std::vector<const RecordType*>& found) {
    for (const RecordType* known : found) {
        if (known == &type) return;
    }
    found.push_back(&type);
    for (const Field& field : type.fields) {
        if (field.record != nullptr) collect(field.record(), found);
    }
}

std::vector<const RecordType*> all_records() {
    std::vector<const RecordType*> found;
    for (const RecordType* type : {&post_type(), &page_type(), &site_type(), &person_type(), &topics_type()}) collect(*type, found);
    return found;
}

bool in_both(const Words& words) { return !words.sv.empty() && !words.en.empty(); }

bool is_name(std::string_view text, std::string_view further) {
    if (text.empty()) return false;
    for (const char c : text) {
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && further.find(c) == std::string_view::npos) return false;
    }
    return true;
}

bool is_capital(std::string_view text) {
    return (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') || text.starts_with("Å") || text.starts_with("Ä") ||
           text.starts_with("Ö");
}

// A message is one line, has no full stop, and begins like the middle of a sentence: small, or with a name all in capitals (HTML).
bool is_message(std::string_view text) {
    const bool begins_small = !text.empty() && (!is_capital(text) || is_capital(text.substr(1)));
    return begins_small && !text.ends_with('.') && text.find('\n') == std::string_view::npos && trim(text) == text;
}

}  // namespace

TEST_CASE("rules have unique ids of the form topic/what-is-wrong") {
    std::set<std::string_view> ids;
    for (const Rule* rule : all_rules()) {
        INFO(rule->id);
        CHECK(ids.insert(rule->id).second);
        CHECK(is_name(rule->id, "-/"));
        CHECK(std::count(rule->id.begin(), rule->id.end(), '/') == 1);
        CHECK(find_rule(rule->id) == rule);
    }
    CHECK(find_rule("photo/no-such-rule") == nullptr);
    CHECK(ids.size() > 50);
}

TEST_CASE("rules speak both languages, with as many gaps in each") {
    for (const Rule* rule : all_rules()) {
        INFO(rule->id);
        CHECK(in_both(rule->text));
        CHECK(is_message(rule->text.sv));
        CHECK(is_message(rule->text.en));
        CHECK(count_gaps(rule->text.sv) == count_gaps(rule->text.en));
        CHECK(rule->help.sv.empty() == rule->help.en.empty());
        CHECK(count_gaps(rule->help.sv) == count_gaps(rule->help.en));
        if (!rule->help.sv.empty()) {
            CHECK(is_message(rule->help.sv));
            CHECK(is_message(rule->help.en));
        }
    }
}

TEST_CASE("only a rule that does no harm to readers may be softened") {
    for (const Rule* rule : all_rules()) {
        INFO(rule->id);
        CHECK(rule->severity != Severity::off);
        if (rule->severity == Severity::warning || rule->severity == Severity::note) CHECK(rule->adjustable);
    }
}

TEST_CASE("fields have unique names, and are documented in both languages") {
    std::map<std::string_view, const RecordType*> names;
    for (const RecordType* type : all_records()) {
        INFO(type->name);
        CHECK(is_name(type->name, "_-"));
        CHECK(names.emplace(type->name, type).second);
        CHECK(in_both(type->doc));
        CHECK_FALSE(type->fields.empty());
        std::set<std::string_view> keys;
        for (const Field& field : type->fields) {
            INFO(field.key);
            CHECK(keys.insert(field.key).second);
            CHECK(is_name(field.key, "_"));
            CHECK(in_both(field.doc));
            CHECK(is_message(field.doc.sv));
            CHECK(is_message(field.doc.en));
            CHECK(field.decode != nullptr);
            CHECK((field.type == FieldType::record) == (field.record != nullptr));
            CHECK((field.type == FieldType::choice) == !field.choices.empty());
            CHECK(in_both(type_words(field.type)));
        }
        if (!type->shorthand.empty()) CHECK(keys.contains(type->shorthand));
    }
    CHECK(names.size() > 15);
}

TEST_CASE("what a writer must give has an example, of the record or of its fields") {
    for (const RecordType* type : all_records()) {
        for (const Field& field : type->fields) {
            INFO(type->name << " " << field.key);
            if (field.need != Need::optional && field.record == nullptr) CHECK_FALSE(field.example.empty());
            if (field.type == FieldType::choice && field.shape == Shape::one)
                CHECK(std::count(field.choices.begin(), field.choices.end(), field.example) == 1);
        }
    }
}

TEST_CASE("formats have unique names, and are documented in both languages") {
    std::set<std::string_view> names;
    for (const Format& format : kFormats) {
        INFO(format.name);
        CHECK(names.insert(format.name).second);
        CHECK(is_name(format.name, "-"));
        CHECK(format.pattern.starts_with('/'));
        CHECK(in_both(format.doc));
        CHECK(in_both(format.depends));
        CHECK(format.enumerate != nullptr);
        CHECK(((format.render == nullptr) == (format.turn == Turn::compressed || format.turn == Turn::ledger)));
    }
    CHECK(names.size() > 20);
}

TEST_CASE("commands have unique names, and are documented in both languages") {
    std::set<std::string_view> names;
    std::set<CommandId> ids;
    for (const Command& command : kCommands) {
        INFO(command.name);
        CHECK(names.insert(command.name).second);
        CHECK(ids.insert(command.id).second);
        CHECK(is_name(command.name, "-"));
        CHECK(in_both(command.doc));
        CHECK(in_both(command.detail));
        CHECK(command.operand.sv.empty() == command.operand.en.empty());
        CHECK(command.run != nullptr);
    }
}

TEST_CASE("a flag means one thing to each command that has it, and is documented in both languages") {
    std::set<std::pair<std::string_view, std::string_view>> met;
    for (const Flag& flag : kFlags) {
        INFO(flag.name);
        CHECK(flag.name.starts_with("--"));
        CHECK(is_name(flag.name.substr(2), "-"));
        CHECK(in_both(flag.doc));
        CHECK(is_message(flag.doc.sv));
        CHECK(is_message(flag.doc.en));
        CHECK(flag.set != nullptr);
        CHECK(flag.placeholder.sv.empty() == flag.placeholder.en.empty());
        CHECK(flag.takes_value() == !flag.example.empty());
        bool used = false;
        for (const Command& command : kCommands) {
            if (!flag.belongs_to(command)) continue;
            used = true;
            CHECK(met.emplace(flag.name, command.name).second);
        }
        CHECK(used);
    }
}

TEST_CASE("the example of a flag is a value that the flag takes") {
    for (const Flag& flag : kFlags) {
        if (!flag.takes_value()) continue;
        for (const Command& command : kCommands) {
            if (!flag.belongs_to(command)) continue;
            INFO(command.name << " " << flag.name << " " << flag.example);
            std::vector<std::string> words = {std::string(command.name), std::string(flag.name), std::string(flag.example)};
            if (!command.operand.sv.empty()) words.push_back("något");
            CHECK_FALSE(parse_arguments(words).fault);
        }
    }
}

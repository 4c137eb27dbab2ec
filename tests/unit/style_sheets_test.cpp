// The style sheets, the layouts and the program know each other: no rule is for something that nobody writes, and nothing is written in two ways.
#include "base/text.hpp"
#include "support/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

const fs::path kRoot = PRESSRUM_ROOT;
const fs::path kAssets = kRoot / "layouts" / "assets";

// Classes that no sheet has a rule for, and why a layout writes them all the same.
const std::map<std::string, std::string> kHooks = {
    {"lines", "pressrum.js searches the lists of this class"},
};

// What is set outside of these sheets: by theme.css what stays in sight of a picture, feed.css the words of a feed.
const std::regex kSetByTheProgram("--focus-[xy]|--feed-[a-z]+");

// How a sheet must write a length that has a name: which properties may hold which names.
struct Scale {
    std::regex properties;
    std::regex names;
};
const Scale kScales[] = {
    {std::regex("(margin|padding|inset|scroll-margin)(-.*)?|(.*-)?gap"), std::regex("--(space|nudge)-.*")},
    {std::regex("(border|outline)(-.*)?"), std::regex("--stroke-.*")},
    {std::regex("font|font-size"), std::regex("--(tiny|fine|small|plain|text|quote|lead|title-[23])")},
};

struct Declaration {
    std::string property, value;
};

struct Rule {
    std::string around;  // "@layer pieces @media print"; empty: outside of everything
    std::string selectors;
    std::vector<Declaration> declarations;
};

std::string trimmed(const std::string& text) { return std::string(trim(text)); }

std::vector<Declaration> declarations_of(const std::string& block) {
    static const std::regex kDeclaration(R"(([\w-]+):\s*([^;]+);)");
    std::vector<Declaration> all;
    for (std::sregex_iterator it(block.begin(), block.end(), kDeclaration), end; it != end; ++it) all.push_back({(*it)[1], (*it)[2]});
    return all;
}

// Enough of CSS for our own sheets, in which no string holds a brace.
std::vector<Rule> rules_of(const fs::path& sheet) {
    static const std::regex kComment(R"(/\*[^*]*\*+([^/*][^*]*\*+)*/)");
    const std::string text = std::regex_replace(read_file(sheet), kComment, "");
    std::vector<Rule> rules;
    std::vector<std::string> around;
    std::size_t at = 0;
    for (std::size_t next; (next = text.find_first_of("{};", at)) != std::string::npos; at = next + 1) {
        const std::string head = trimmed(text.substr(at, next - at));
        if (text[next] == '}') {
            around.pop_back();
        } else if (text[next] == ';') {
            continue;  // "@layer a, b;"
        } else if (head.starts_with("@") && head != "@page") {
            around.push_back(head);
        } else {
            const std::size_t end = text.find('}', next);
            rules.push_back({join(around, " "), head, declarations_of(text.substr(next + 1, end - next - 1))});
            next = end;
        }
    }
    return rules;
}

void find_all(const std::string& text, const std::regex& what, Names& into) {
    for (std::sregex_iterator it(text.begin(), text.end(), what), end; it != end; ++it) into.insert((*it)[1]);
}

std::string sources_of(const char* folder, std::initializer_list<std::string_view> endings) {
    std::string text;
    for (const std::string& path : files_under(kRoot / folder)) {
        if (std::any_of(endings.begin(), endings.end(), [&](std::string_view each) { return path.ends_with(each); }))
            text += read_file(kRoot / folder / path) + '\n';
    }
    return text;
}

// As they are written, "label-{{kind}}" among them.
Names classes_of_layouts() {
    static const std::regex kAttribute(R"re(class="([^"]*)")re"), kSection(R"(\{\{[#/^][^}]*\}\})"), kWord(R"((\S+))");
    Names attributes, words;
    find_all(sources_of("layouts", {".mustache"}), kAttribute, attributes);
    for (const std::string& each : attributes) find_all(std::regex_replace(each, kSection, " "), kWord, words);
    return words;
}

Names classes_of_sheet() {
    static const std::regex kClass(R"(\.([a-z][\w-]*))");
    Names all;
    for (const Rule& rule : rules_of(kAssets / "style.css")) find_all(rule.selectors, kClass, all);
    return all;
}

// What may be a class or the name of an element among the words of the script, and of the program or one of its floors.
Names words_of_code(const char* folder) {
    static const std::regex kAttribute(R"re(class=\\"([\w-]+))re"), kLiteral(R"re("([\w:-]+)")re");
    Names all;
    for (const std::string& code : {sources_of(folder, {".cpp", ".hpp"}), read_file(kAssets / "pressrum.js")}) {
        find_all(code, kAttribute, all);
        find_all(code, kLiteral, all);
    }
    return all;
}

// "label-" of "label-{{kind}}"; empty: the class is written out, or all of it is the program's.
std::string fixed_part(const std::string& written) {
    const std::size_t braces = written.find("{{");
    return braces == std::string::npos ? "" : written.substr(0, braces);
}

}  // namespace

TEST_CASE("a style sheet names no class that nobody writes") {
    const Names layouts = classes_of_layouts(), writers = words_of_code("generator/render"), code = words_of_code("generator");
    const auto written = [&](const std::string& name) {
        return layouts.contains(name) || writers.contains(name) ||
               std::any_of(layouts.begin(), layouts.end(), [&](const std::string& each) {
                   const std::string fixed = fixed_part(each);
                   return !fixed.empty() && name.starts_with(fixed) && code.contains(name.substr(fixed.size()));
               });
    };
    Names unused;
    for (const std::string& name : classes_of_sheet()) {
        if (!written(name)) unused.insert(name);
    }
    CHECK(unused == Names{});
}

TEST_CASE("a layout writes no class that nothing is done with") {
    const Names sheet = classes_of_sheet();
    const auto styled = [&](const std::string& name) {
        const std::string fixed = fixed_part(name);
        return std::any_of(sheet.begin(), sheet.end(),
                           [&](const std::string& each) { return fixed.empty() ? each == name : each.starts_with(fixed); });
    };
    Names idle, hooks;
    for (const std::string& name : classes_of_layouts()) {
        if (name == "{{style_class}}" || styled(name)) continue;  // classes of theme.css
        (kHooks.contains(name) ? hooks : idle).insert(name);
    }
    CHECK(idle == Names{});
    for (const auto& [name, reason] : kHooks) {
        INFO(name << ": " << reason);
        CHECK(hooks.contains(name));
    }
}

TEST_CASE("how a feed looks is said of elements that feeds have") {
    static const std::regex kElement(R"((?:^|[\s>,(])([a-zA-Z]+)(?=[\s>,:)\[]|$))");
    static const std::regex kAttribute(R"re(\[rel="([\w-]+)"\])re");
    const Names writers = words_of_code("generator/render");
    Names unknown;
    for (const Rule& rule : rules_of(kAssets / "feed-look.css")) {
        Names names;
        find_all(rule.selectors, kElement, names);
        find_all(rule.selectors, kAttribute, names);
        for (const std::string& name : names) {
            if (!writers.contains(name) && !writers.contains("fh:" + name)) unknown.insert(name);
        }
    }
    CHECK(unknown == Names{});
}

TEST_CASE("every token is used, and what is used is a token") {
    static const std::regex kUse(R"(var\((--[\w-]+))");
    Names set, used;
    for (const char* sheet : {"tokens.css", "style.css", "feed-look.css"}) {
        for (const Rule& rule : rules_of(kAssets / sheet)) {
            for (const Declaration& each : rule.declarations) {
                if (each.property.starts_with("--")) set.insert(each.property);
                find_all(each.value, kUse, used);
            }
        }
    }
    Names unused, unknown;
    std::set_difference(set.begin(), set.end(), used.begin(), used.end(), std::inserter(unused, unused.end()));
    for (const std::string& name : used) {
        if (!set.contains(name) && !std::regex_match(name, kSetByTheProgram)) unknown.insert(name);
    }
    CHECK(unused == Names{});
    CHECK(unknown == Names{});
}

TEST_CASE("a length that has a name is written with it") {
    static const std::regex kLength(R"((?:^|[\s(])([\d.]+rem)(?=[\s,)/]|$))");
    std::vector<std::string> bare;
    for (const Scale& scale : kScales) {
        Names named;
        for (const Rule& rule : rules_of(kAssets / "tokens.css")) {
            for (const Declaration& each : rule.declarations) {
                if (rule.around == "@layer tokens" && std::regex_match(each.property, scale.names)) named.insert(each.value);
            }
        }
        REQUIRE(named.size() > 3);
        for (const char* sheet : {"style.css", "feed-look.css"}) {
            for (const Rule& rule : rules_of(kAssets / sheet)) {
                for (const Declaration& each : rule.declarations) {
                    Names lengths;
                    if (std::regex_match(each.property, scale.properties)) find_all(each.value, kLength, lengths);
                    for (const std::string& length : lengths) {
                        if (named.contains(length)) bare.push_back(rule.selectors + ": " + each.property + ": " + each.value);
                    }
                }
            }
        }
    }
    CHECK(bare == std::vector<std::string>{});
}

// theme.css and a site's own sheet stand outside of them, and go before.
TEST_CASE("every rule of the pages' sheet stands in one of its layers") {
    const std::string sheet = read_file(kAssets / "style.css");
    const std::size_t order = sheet.find("@layer tokens, ");
    REQUIRE(order != std::string::npos);
    const std::string layers = sheet.substr(order, sheet.find(';', order) - order);
    std::size_t count = 0;
    for (const Rule& rule : rules_of(kAssets / "style.css")) {
        if (rule.selectors == "@page") continue;
        INFO(rule.around << " " << rule.selectors);
        const std::string layer = rule.around.substr(0, rule.around.find(' ', std::string_view("@layer ").size()));
        REQUIRE(layer.starts_with("@layer "));
        CHECK(layers.find(layer.substr(std::string_view("@layer").size())) != std::string::npos);
        ++count;
    }
    CHECK(count > 250);
}

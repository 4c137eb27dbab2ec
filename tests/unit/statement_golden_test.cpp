// 846 texts in five languages by people who had not read the program, each read whole: who says what, in which words, as what, and
// what the writer is asked. tests/statements/NAME.jsonl holds the texts (support/statement_gold.hpp), NAME.read what becomes of them. Only what link
// says is there: a date that is another weekday's is not about statements.
#include "base/text.hpp"
#include "model/body.hpp"
#include "support/golden.hpp"
#include "support/site_builder.hpp"
#include "support/statement_gold.hpp"
#include "support/statement_press_room.hpp"
#include "support/visible.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr std::size_t kTextBegins = 5;  // after the front matter

const std::map<std::string, std::string> kNames = {
    {"karin-alm", "Karin Alm"}, {"nils-ek", "Nils Ek"}, {"amira-sundfors", "Amira Sundfors"}, {"leif-holm", "Leif Holm"}};

std::string on_one_line(std::string_view text) { return replace_all(std::string(text), "\n", " ⏎ "); }

// A paragraph with its pieces: «said», [attribution], {the writer's own words}, ¿undecided?
std::string marked(const std::string& paragraph, const std::vector<Piece>& pieces) {
    static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {{"«", "»"}, {"[", "]"}, {"{", "}"}, {"¿", "?"}};
    std::string out;
    std::uint32_t at = 0;
    for (const Piece& piece : pieces) {
        const auto& [open, close] = kMarks[static_cast<std::size_t>(piece.kind)];
        REQUIRE(piece.begin >= at);
        REQUIRE(piece.end <= paragraph.size());
        out += paragraph.substr(at, piece.begin - at);
        out += std::string(open) + paragraph.substr(piece.begin, piece.end - piece.begin) + std::string(close);
        at = piece.end;
    }
    return on_one_line(out + paragraph.substr(at));
}

std::vector<std::string> said_spans(const Statement& statement, const std::string& paragraph) {
    std::vector<std::string> spans;
    for (const Piece& piece : statement.pieces) {
        if (piece.kind == Piece::Kind::said) spans.push_back(paragraph.substr(piece.begin, piece.end - piece.begin));
    }
    return spans;
}

std::string to_line(const Statement& statement) {
    const Speaker& by = statement.speaker;
    std::string out = "  = " + (by.name.empty() ? std::string("nobody") : by.name);
    if (by.person == kNone && !by.name.empty()) out += " (not listed)";
    for (const std::string* part : {&by.role, &by.party, &by.organization}) out += " | " + *part;
    out += " #" + statement.id;
    if (statement.continues) out += " continues";
    if (statement.mixed) out += " mixed";
    return out + ": " + on_one_line(statement.words) + "\n";
}

// What became of a post: each paragraph in which something is said with its pieces, and below it who says what.
std::string to_block(const SitePost& post, std::vector<Said>& got) {
    std::map<std::uint32_t, std::vector<const Statement*>> by_paragraph;
    for (const Statement& statement : post.statements) by_paragraph[statement.node].push_back(&statement);
    std::string out;
    for (const auto& [node, statements] : by_paragraph) {
        const std::string paragraph = node == kNone ? std::string() : plain_text(post.body, node);
        std::vector<Piece> pieces;
        for (const Statement* statement : statements) pieces.insert(pieces.end(), statement->pieces.begin(), statement->pieces.end());
        std::sort(pieces.begin(), pieces.end(),
                  [](const Piece& a, const Piece& b) { return std::tie(a.begin, a.end) < std::tie(b.begin, b.end); });
        pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
        out += "  " + marked(paragraph, pieces) + "\n";
        for (const Statement* statement : statements) {
            std::vector<std::string> spans = said_spans(*statement, paragraph);
            // What the page marks and what its data give are the same words.
            if (node != kNone) CHECK(words_of(join(spans, " ")) == words_of(statement->words));
            out += to_line(*statement);
            got.push_back({statement->speaker.name, std::move(spans)});
        }
    }
    return out;
}

bool is_about_statements(std::string_view rule) { return rule.find("statement/") == 0 || rule.find("quote") != std::string_view::npos; }

std::string to_line(const Diagnostic& message, Position at) {
    std::string out = fmt::format("  ? {}:{} {} [{}]", at.line, at.column, message.rule->id, fmt::join(message.words, "|"));
    for (const pressrum::Note& note : message.notes) out += fmt::format(" / {} [{}]", note.text.en, fmt::join(note.words, "|"));
    if (!message.suggestion.empty()) out += " → " + message.suggestion;
    return on_one_line(out) + "\n";
}

// What stands under `quotes:` beside a text, as YAML; none for an empty text.
using Entries = std::string (*)(const GoldText& text, std::size_t number);

std::string no_entries(const GoldText&, std::size_t) { return {}; }

std::string entry(const std::string& speaker, const std::string& words) {
    const bool listed = kNames.contains(speaker);
    return fmt::format("  - {}: {}\n    text: {}\n", listed ? "speaker" : "name", speaker.empty() ? "Lo Ekman" : speaker,
                       "\"" + replace_all(replace_all(words, "\\", "\\\\"), "\"", "\\\"") + "\"");
}

// As a writer who knows what was said answers everything at once.
std::string answers(const GoldText& text, std::size_t) {
    std::string out;
    for (const Said& said : text.golds.front()) out += entry(said.speaker, join(said.spans, " "));
    return out.empty() ? out : "quotes:\n" + out;
}

// As a writer who does not remember: for each text in another way, by its number.
std::string other_words(const GoldText& text, std::size_t number) {
    std::string out;
    for (const Said& said : text.golds.front()) {
        const std::string all = join(said.spans, " ");
        std::vector<std::string> words;
        for (const std::string_view word : split(all, ' ')) words.emplace_back(word);
        const std::size_t middle = words.size() / 2;
        std::string speaker = said.speaker;
        switch (number++ % 10) {
            case 0: words.erase(words.begin() + static_cast<std::ptrdiff_t>(middle)); break;
            case 1: words.insert(words.begin() + static_cast<std::ptrdiff_t>(middle), "verkligen"); break;
            case 2: words[middle] = "något"; break;
            case 3: words.front() = "Nu"; break;
            case 4: words.back() = "så."; break;
            case 5: std::swap(words[middle], words.front()); break;
            case 6: words.erase(words.begin() + static_cast<std::ptrdiff_t>(middle), words.end()); break;
            case 7: words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(middle)); break;
            case 8: speaker = speaker == "nils-ek" ? "karin-alm" : "nils-ek"; break;
            default: words.front() = "Något", words.back() = "annat."; break;
        }
        out += entry(speaker, words.empty() ? "Ingenting." : join(words, " "));
    }
    return out.empty() ? out : "quotes:\n" + out;
}

struct Outcome {
    std::string text;                    // the golden
    std::array<std::size_t, 4> count{};  // by Verdict
};

std::string path_of(const GoldText& text) { return "posts/2026/11/" + text.id + ".md"; }

// The texts of one language as posts of one press room. `blocks`: by id.
void read_language(const std::vector<GoldText>& texts, const std::string& language, Entries entries,
                   std::map<std::string, std::string>& blocks, Outcome& outcome) {
    Files files = statement_press_room(language);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].language != language) continue;
        files[path_of(texts[i])] = post_text("Provtext " + texts[i].id, "2026-11-20T10:00", entries(texts[i], i), texts[i].text + "\n");
    }
    TestSite test;
    make_site(test, files, {.now = "2026-11-28T10:00"});
    REQUIRE(test.site);
    std::map<std::string, std::string> messages;
    std::map<std::string, std::vector<AskedAt>> asked;
    for (const Diagnostic& message : test.diagnostics.all()) {
        REQUIRE(message.at.known());
        const auto& source = test.tree.sources[message.at.file];
        const Position at = source.position(message.at.begin);
        messages[source.path] += to_line(message, at);
        if (is_about_statements(message.rule->id)) asked[source.path].push_back({at.line, std::string(message.rule->id)});
    }
    std::map<std::string, const SitePost*> posts;
    for (const SitePost& post : test.site->posts) posts[post.source] = &post;
    for (const GoldText& text : texts) {
        if (text.language != language) continue;
        INFO(text.id << ": " << text.text);
        const std::string path = path_of(text);
        const auto post = posts.find(path);
        std::vector<Said> got;
        const std::string block = post == posts.end() ? "  (left out)\n" : to_block(*post->second, got);
        std::string offered;  // to whoever imports the text: the words of each question that may be an entry
        for (const Diagnostic& message : test.diagnostics.all()) {
            if (post == posts.end() || test.tree.sources[message.at.file].path != path || !is_about_statements(message.rule->id)) continue;
            const std::string words = undecided_words(post->second->body, message.at, language);
            if (!words.empty()) offered += "  + " + on_one_line(words) + "\n";
        }
        std::string& out = blocks[text.id];
        out = fmt::format("{} {} {}", text.id, text.language, text.shape);
        if (entries == no_entries) {
            const Verdict verdict = judge(text, kTextBegins, got, asked[path], kNames, post == posts.end());
            ++outcome.count[static_cast<std::size_t>(verdict)];
            out += fmt::format(": {}", kVerdicts[static_cast<std::size_t>(verdict)]);
        }
        out += "\n" + block + messages[path] + offered + "\n";
    }
}

Outcome read_all(const std::vector<GoldText>& texts, Entries entries) {
    std::set<std::string> languages;
    for (const GoldText& text : texts) languages.insert(text.language);
    std::map<std::string, std::string> blocks;
    Outcome outcome;
    for (const std::string& language : languages) read_language(texts, language, entries, blocks, outcome);
    for (const GoldText& text : texts) outcome.text += blocks[text.id];
    const auto& [right, asked, missed, wrong] = outcome.count;
    if (entries == no_entries)
        outcome.text += fmt::format("right {} asked {} missed {} wrong {} of {}\n", right, asked, missed, wrong, texts.size());
    return outcome;
}

std::string path_of(std::string_view name) { return fmt::format("{}/statements/{}", PRESSRUM_TESTS_DIR, name); }

std::vector<GoldText> texts_of(std::string_view name) {
    std::vector<GoldText> texts = read_gold_texts(read_file(path_of(name) + ".jsonl"));
    REQUIRE(texts.size() >= 80);
    return texts;
}

}  // namespace

TEST_CASE("texts by people who had not read the program are read as recorded, and no more of them wrongly") {
    // How many texts may have words published as said that nobody said, or as somebody else's. It may be made smaller, never larger.
    static constexpr std::pair<std::string_view, std::size_t> kWrong[] = {{"languages", 0}, {"longer", 0},  {"shorter", 0},
                                                                          {"swedish", 0},   {"various", 0}, {"voices", 0}};
    for (const auto& [name, wrong] : kWrong) {
        INFO(name);
        const Outcome outcome = read_all(texts_of(name), no_entries);
        CHECK(outcome.count[static_cast<std::size_t>(Verdict::wrong)] <= wrong);
        check_golden(path_of(name) + ".read", outcome.text);
    }
}

TEST_CASE("the same texts with entries for what was said, right and not quite right, are read as recorded") {
    for (const std::string_view name : {"languages", "longer"}) {
        INFO(name);
        check_golden(path_of(name) + ".answered", read_all(texts_of(name), answers).text);
        check_golden(path_of(name) + ".misremembered", read_all(texts_of(name), other_words).text);
    }
}

TEST_CASE("words are the same, or not, with any mark or space between and in them") {
    static constexpr char32_t kCharacters[] = {
        0x09,   0x20,   0x22,   0x27,   0x28,   0x29,   0x2A,   0x2C,   0x2D,   0x2E,   0x2F,   0x3A,   0x3B,   0x3F,   0x21,
        0x85,   0xA0,   0xAB,   0xAD,   0xBB,   0x1680, 0x2000, 0x200A, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2010, 0x2011,
        0x2012, 0x2013, 0x2014, 0x2015, 0x2016, 0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2020, 0x2026,
        0x2028, 0x2029, 0x202F, 0x2039, 0x203A, 0x205F, 0x2060, 0x2212, 0x3000, 0xFEFF, 0xFFFD, 0x41,   0x61,   0xC5,   0x1F642};
    Files files = statement_press_room("sv");
    const auto path = [](unsigned code, unsigned shape) { return fmt::format("posts/2026/11/u{:05x}-{}.md", code, shape); };
    for (const char32_t code : kCharacters) {
        std::string c;
        append_character(c, code);
        const std::string words[] = {"Nu" + c + "bygger vi ut.",   "Nu " + c + "bygger vi ut.", "Nu bygger" + c + " vi ut.",
                                     "Nu bygger " + c + " vi ut.", "Nu bygger vi ut" + c,       c + "Nu bygger vi ut."};
        for (unsigned shape = 0; shape < std::size(words); ++shape) {
            files[path(code, shape)] = post_text("Prov", "2026-11-20T10:00", "quotes:\n" + entry("karin-alm", words[shape]),
                                                 "– Nu bygger vi ut, säger Karin Alm.\n");
        }
    }
    TestSite test;
    make_site(test, files, {.now = "2026-11-28T10:00"});
    REQUIRE(test.site);
    std::map<std::string, std::string> told;
    for (const Diagnostic& message : test.diagnostics.all()) {
        const auto& source = test.tree.sources[message.at.file];
        told[source.path] += to_line(message, source.position(message.at.begin));
    }
    for (const SitePost& post : test.site->posts) {
        for (const Statement& statement : post.statements) told[post.source] += to_line(statement);
    }
    std::string out;
    for (const char32_t code : kCharacters) {
        for (unsigned shape = 0; shape < 6; ++shape) {
            out += fmt::format("U+{:04X} {}\n", static_cast<unsigned>(code), shape + 1);
            for (const std::string& line : lines_of(told[path(code, shape)])) out += visible(line) + "\n";
        }
    }
    check_golden(path_of("marks") + ".read", out);
}

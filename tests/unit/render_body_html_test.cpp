#include "render/body_html.hpp"

#include "read/markdown/markdown.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace pressrum {
namespace {

Body read(std::string_view markdown) {
    Sources sources;
    const FileId file = sources.add("posts/2024/05/mote.md", std::string(markdown));
    Diagnostics diagnostics;
    return read_markdown(sources, {file, 0, static_cast<std::uint32_t>(markdown.size())}, diagnostics);
}

std::string html(std::string_view markdown, const BodyHtmlOptions& options = {}) { return to_html(read(markdown), options); }

// A statement whose pieces are the parts of its plain text within «said» and ‹attribution›.
Statement statement(std::string id, std::uint32_t node, std::string_view marked) {
    Statement made;
    made.id = std::move(id);
    made.node = node;
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < marked.size();) {
        const auto takes = [&](std::string_view mark) { return marked.substr(i).starts_with(mark) ? mark.size() : 0; };
        if (const std::size_t size = takes("«") + takes("‹")) {
            made.pieces.push_back({takes("«") > 0 ? Piece::Kind::said : Piece::Kind::attribution, at, at});
            i += size;
        } else if (const std::size_t close = takes("»") + takes("›")) {
            made.pieces.back().end = at;
            i += close;
        } else {
            ++at;
            ++i;
        }
    }
    return made;
}

// ---------------------------------------------------------------- blocks

TEST_CASE("blocks and words become sound HTML") {
    const struct {
        std::string_view markdown, html;
    } cases[] = {
        {"", ""},
        {"Ett & <\\> \"två\"\ntre  \nfyra", "<p>Ett &amp; &lt;&gt; &quot;två&quot;\ntre<br>\nfyra</p>\n"},
        {"*a **b*** ~~c~~ `<d>`", "<p><em>a <strong>b</strong></em> <del>c</del> <code>&lt;d&gt;</code></p>\n"},
        {"## En rubrik\n\na", "<h2 id=\"en-rubrik\">En rubrik</h2>\n<p>a</p>\n"},
        {"- a\n- *b*", "<ul>\n<li>a</li>\n<li><em>b</em></li>\n</ul>\n"},
        {"- a\n\n- b\n\n  c", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n"},
        {"1. a\n   - b\n2. c", "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n"},
        {"4. a\n5. b", "<ol start=\"4\">\n<li>a</li>\n<li>b</li>\n</ol>\n"},
        {"-\n- a", "<ul>\n<li></li>\n<li>a</li>\n</ul>\n"},
        {"> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n"},
        {"a\n\n***", "<p>a</p>\n<hr>\n"},
        {"```yaml\na: <b>\n\n  c\n```", "<pre><code>a: &lt;b&gt;\n\n  c\n</code></pre>\n"},
        {"[a *b*](https://x.example/?a=1&b=2)", "<p><a href=\"https://x.example/?a=1&amp;b=2\">a <em>b</em></a></p>\n"},
        {"– Ja.\n– Nej.", "<p>– Ja.</p>\n<p>– Nej.</p>\n"},
        {"![a](b.jpg)", ""},
        {"| a | | c | d |\n|:--|---|:-:|--:|\n| 1 | 2 | 3 | `4` |",
         "<table>\n<thead>\n<tr>\n<th scope=\"col\" class=\"left\">a</th>\n<td></td>\n<th scope=\"col\" class=\"center\">c</th>\n<th "
         "scope=\"col\" class=\"right\">d</th>\n"
         "</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"left\">1</td>\n<td>2</td>\n<td class=\"center\">3</td>\n<td "
         "class=\"right\"><code>4</code></td>\n</tr>\n</tbody>\n</table>\n"},
    };
    for (const auto& [markdown, expected] : cases) {
        CAPTURE(markdown);
        CHECK(html(markdown) == expected);
    }
}

TEST_CASE("tables stand in a region with a name of its own") {
    BodyHtmlOptions options;
    options.table_label = "Tabell \"A\"";
    const std::string table = "| a |\n|---|\n";
    CHECK(html(table + "\n" + table, options) ==
          "<figure class=\"table\" tabindex=\"0\" aria-label=\"Tabell &quot;A&quot;\">\n<table>\n<thead>\n<tr>\n<th "
          "scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</figure>\n"
          "<figure class=\"table\" tabindex=\"0\" aria-label=\"Tabell &quot;A&quot; 2\">\n<table>\n<thead>\n<tr>\n<th "
          "scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n</figure>\n");
}

TEST_CASE("the caller decides how an address is written") {
    BodyHtmlOptions options;
    std::vector<std::string> asked;
    options.address = [&](std::string_view target, Span at) {
        asked.push_back(fmt::format("{} {}–{}", target, at.begin, at.end));
        return target.starts_with('#') ? std::string() : fmt::format("/press{}?\"", target);
    };
    CHECK(html("Se [a](/b/) och [c](#d).", options) == "<p>Se <a href=\"/press/b/?&quot;\">a</a> och c.</p>\n");
    CHECK(asked == std::vector<std::string>{"/b/ 3–11", "#d 16–23"});
}

TEST_CASE("the caller decides what a placed thing looks like") {
    BodyHtmlOptions options;
    const Body body = read("a\n\n![](quote:b)\n\n![En bild](c.jpg)\n\n![](event:d)\n\ne");
    options.placed = [&](const Node& node) {
        if (node.kind == NodeKind::placed_event) return std::string();
        const std::string_view line = node.kind == NodeKind::placed_quote ? "\n" : "";
        return fmt::format("<figure>{} {}</figure>{}", body.target(node), body.text(node), line);
    };
    CHECK(to_html(body, options) == "<p>a</p>\n<figure>b </figure>\n<figure>c.jpg En bild</figure>\n<p>e</p>\n");
}

// ---------------------------------------------------------------- statements

TEST_CASE("a statement has an address, and its pieces are marked") {
    const Body body = read("– Ja & nej, säger Karin Alm (C). Så är det.");
    const std::vector<Statement> statements = {statement("ja-nej", 0, "– «Ja & nej», ‹säger Karin Alm (C)›. «Så är det.»")};
    BodyHtmlOptions options;
    options.statements = statements;
    CHECK(to_html(body, options) ==
          "<p class=\"statement\" id=\"citat-ja-nej\">– <span class=\"said\">Ja &amp; nej</span>, <span class=\"attribution\">säger Karin "
          "Alm (C)</span>. "
          "<span class=\"said\">Så är det.</span></p>\n");
    options.permalink_label = "Länk till \"citatet\"";
    options.anchor_word = "quote";
    const std::string with_link = to_html(body, options);
    CHECK(
        with_link.ends_with("<span class=\"said\">Så är det.</span> <a class=\"permalink\" href=\"#quote-ja-nej\" aria-label=\"Länk till "
                            "&quot;citatet&quot;\"><span aria-hidden=\"true\">#</span></a></p>\n"));
    CHECK(with_link.starts_with("<p class=\"statement\" id=\"quote-ja-nej\">"));
    options.ids = BodyHtmlOptions::Ids::leave_out;
    const std::string without = to_html(body, options);
    CHECK(without.starts_with("<p class=\"statement\">– <span class=\"said\">"));
    CHECK(without.find("permalink") == std::string::npos);
}

TEST_CASE("the spans of a statement never cross the border of an element") {
    const struct {
        std::string_view markdown, marked, html;
    } cases[] = {
        // The whole element is inside.
        {"– Vi *bygger* nu, säger hon.", "– «Vi bygger nu», ‹säger hon›.",
         "– <span class=\"said\">Vi <em>bygger</em> nu</span>, <span class=\"attribution\">säger hon</span>."},
        {"– *Vi **bygger*** nu.", "– «Vi bygger nu.»", "– <span class=\"said\"><em>Vi <strong>bygger</strong></em> nu.</span>"},
        // It begins or ends elsewhere.
        {"*– Vi bygger*, säger hon.", "– «Vi bygger», ‹säger hon›.",
         "<em>– <span class=\"said\">Vi bygger</span></em>, <span class=\"attribution\">säger hon</span>."},
        {"– Vi *bygger, säger* hon.", "– «Vi bygger», ‹säger hon›.",
         "– <span class=\"said\">Vi </span><em><span class=\"said\">bygger</span>, <span class=\"attribution\">säger</span></em><span "
         "class=\"attribution\"> hon</span>."},
        {"– Vi [*bygger*, säger](/a/) hon.", "– «Vi bygger», ‹säger hon›.",
         "– <span class=\"said\">Vi </span><a href=\"/a/\"><span class=\"said\"><em>bygger</em></span>, <span "
         "class=\"attribution\">säger</span></a><span class=\"attribution\"> hon</span>."},
        // Breaks count as one character, code keeps its element.
        {"– Vi bygger\nnu, säger  \nhon.", "– «Vi bygger nu», ‹säger\nhon›.",
         "– <span class=\"said\">Vi bygger\nnu</span>, <span class=\"attribution\">säger<br>\nhon</span>."},
        {"– Vi `bygger, säger` hon.", "– «Vi bygger», ‹säger hon›.",
         "– <span class=\"said\">Vi <code>bygger</code></span><code>, </code><span class=\"attribution\"><code>säger</code> hon</span>."},
        // Two pieces next to each other, and none.
        {"– Ja!sa hon", "– «Ja!»‹sa hon›", "– <span class=\"said\">Ja!</span><span class=\"attribution\">sa hon</span>"},
        {"– Ja *nej*.", "– Ja nej.", "– Ja <em>nej</em>."},
        {"– å &amp; ä", "«– å» & «ä»", "<span class=\"said\">– å</span> &amp; <span class=\"said\">ä</span>"},
    };
    for (const auto& [markdown, marked, expected] : cases) {
        CAPTURE(markdown);
        const Body body = read(markdown);
        const std::vector<Statement> statements = {statement("a", 0, marked)};
        BodyHtmlOptions options;
        options.statements = statements;
        CHECK(to_html(body, options) == fmt::format("<p class=\"statement\" id=\"citat-a\">{}</p>\n", expected));
    }
}

TEST_CASE("a statement that goes on says so, and one that is only placed stands nowhere") {
    const Body body = read("– Ja.\n– Nej.");
    std::vector<Statement> statements = {statement("ja", 0, "– «Ja.»"), statement("nej", 2, "– «Nej.»"), statement("annat", kNone, "")};
    statements[1].continues = true;
    BodyHtmlOptions options;
    options.statements = statements;
    CHECK(to_html(body, options) ==
          "<p class=\"statement\" id=\"citat-ja\">– <span class=\"said\">Ja.</span></p>\n"
          "<p class=\"statement continues\" id=\"citat-nej\">– <span class=\"said\">Nej.</span></p>\n");
}

TEST_CASE("what one speaker says in a row belongs together, and nobody else's words are among it") {
    const Body body = read("– Ja.\n\n– Också.\n\n– Nej.\n\nText.\n\n– Nej!\n\n– Vem?\n\n> – Jo.\n");
    std::vector<Statement> statements;
    const auto add = [&](const char* id, const char* speaker) {
        std::uint32_t node = statements.empty() ? 0 : body[statements.back().node].end;
        while (body[node].kind != NodeKind::statement) ++node;
        statements.push_back(statement(id, node, ""));
        statements.back().speaker.name = speaker;
    };
    add("a", "Karin Alm");
    add("b", "Karin Alm");
    add("c", "Lena Hovmark");
    add("d", "Lena Hovmark");
    add("e", "");
    add("f", "Karin Alm");
    BodyHtmlOptions options;
    options.statements = statements;
    options.ids = BodyHtmlOptions::Ids::leave_out;
    const auto p = [](const char* words) { return fmt::format("<p class=\"statement\">– {}</p>\n", words); };
    const auto group = [](const std::string& inner) { return "<div class=\"statements\">\n" + inner + "</div>\n"; };
    CHECK(to_html(body, options) == group(p("Ja.") + p("Också.")) + group(p("Nej.")) + "<p>Text.</p>\n" + group(p("Nej!")) + p("Vem?") +
                                        "<blockquote>\n" + group(p("Jo.")) + "</blockquote>\n");
    options.speaker_label = [](const Speaker& speaker) { return speaker.name + " & \"C\""; };
    CHECK(to_html(body, options).starts_with("<div class=\"statements\" role=\"group\" aria-label=\"Karin Alm &amp; &quot;C&quot;\">\n<p"));
}

TEST_CASE("a heading gives way to a statement with the same address") {
    const Body body = read("## Citat ja\n\n– Ja.\n\n## Citat ja 2");
    const std::vector<Statement> statements = {statement("ja", 2, "– «Ja.»"), statement("ja-2", kNone, "")};
    BodyHtmlOptions options;
    options.statements = statements;
    const std::string out = to_html(body, options);
    CHECK(out.find("<h2 id=\"citat-ja-3\">Citat ja</h2>") != std::string::npos);
    CHECK(out.find("<h2 id=\"citat-ja-2-2\">Citat ja 2</h2>") != std::string::npos);
    CHECK(out.find("<p class=\"statement\" id=\"citat-ja\">") != std::string::npos);
    options.ids = BodyHtmlOptions::Ids::leave_out;
    CHECK(to_html(body, options).starts_with("<h2>Citat ja</h2>\n<p class=\"statement\">"));
}

// ---------------------------------------------------------------- plain text

TEST_CASE("plain text has an empty line between paragraphs and marks before items") {
    const struct {
        std::string_view markdown, text;
    } cases[] = {
        {"", ""},
        {"En *rad*\nmed [länk](/a/) & `kod`  \nny rad\n\n– Ja.\n– Nej.", "En rad med länk & kod\nny rad\n\n– Ja.\n\n– Nej."},
        {"## Rubrik\n\na\n\n***\n\n> b\n\n![c](d.jpg)\n\ne", "Rubrik\n\na\n\nb\n\ne"},
        {"a\n\n- b\n- c\n  d\n\ne", "a\n\n– b\n– c d\n\ne"},
        {"- a\n\n- b\n\n  c\n\nd", "– a\n– b\nc\n\nd"},
        {"3. a\n   - b\n   - c\n4. d", "3. a\n  – b\n  – c\n4. d"},
        {"- a\n\n<!-- -->\n\n1. b", "– a\n\n1. b"},
        {"- - a\n- b", "–\n  – a\n– b"},
        {"```\na\n  b\n```\n\nc", "a\n  b\n\nc"},
        {"a\n\n| b | c |\n|---|---|\n| 1 | 2 |\n\nd", "a\n\nb | c\n1 | 2\n\nd"},
        {"-\n\na", "–\n\na"},
    };
    for (const auto& [markdown, expected] : cases) {
        CAPTURE(markdown);
        CHECK(to_text(read(markdown)) == expected);
    }
}

// ---------------------------------------------------------------- soundness

// What is wrong with the HTML, or nothing: every element closed where it was opened, only known attributes, unique ids.
std::string html_fault(std::string_view text) {
    static const std::set<std::string_view> kVoid = {"br", "hr"};
    static const std::set<std::string_view> kAttributes = {"id",   "class",    "href",       "start",      "scope",
                                                           "role", "tabindex", "aria-label", "aria-hidden"};
    std::vector<std::string_view> open;
    std::set<std::string_view> ids;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '>') return fmt::format("a bare > at {}", at);
        if (text[at] == '&') {
            const std::string_view rest = text.substr(at);
            if (!rest.starts_with("&amp;") && !rest.starts_with("&lt;") && !rest.starts_with("&gt;") && !rest.starts_with("&quot;"))
                return fmt::format("a bare & at {}", at);
        }
        if (text[at] != '<') {
            ++at;
            continue;
        }
        const std::size_t end = text.find('>', at);
        if (end == std::string_view::npos) return "a tag without end";
        std::string_view tag = text.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with('/')) {
            if (open.empty() || open.back() != tag.substr(1))
                return fmt::format("</{}> closes {}", tag.substr(1), open.empty() ? "nothing" : open.back());
            open.pop_back();
            continue;
        }
        const std::string_view name = tag.substr(0, tag.find(' '));
        for (tag.remove_prefix(name.size()); !tag.empty();) {
            const std::size_t equals = tag.find("=\"");
            const std::size_t close = equals == std::string_view::npos ? equals : tag.find('"', equals + 2);
            if (close == std::string_view::npos || tag.front() != ' ') return fmt::format("attributes of <{}>", name);
            const std::string_view attribute = tag.substr(1, equals - 1);
            if (!kAttributes.contains(attribute)) return fmt::format("attribute {}", attribute);
            if (attribute == "id" && !ids.insert(tag.substr(equals + 2, close - equals - 2)).second) return "an id twice";
            tag.remove_prefix(close + 1);
        }
        if (name == "a" && std::find(open.begin(), open.end(), "a") != open.end()) return "a link in a link";
        if (name == "p" && std::find(open.begin(), open.end(), "p") != open.end()) return "a paragraph in a paragraph";
        if (!kVoid.contains(name)) open.push_back(name);
    }
    return open.empty() ? std::string() : fmt::format("<{}> is not closed", open.back());
}

TEST_CASE("the check of soundness finds faults") {
    for (const std::string_view faulty : {"<p>a", "a</p>", "<p><em>a</p></em>", "a & b", "a > b", "<p id=\"a\"></p><p id=\"a\"></p>",
                                          "<p onclick=\"a\"></p>", "<p", "<p id=\"a></p>"}) {
        CAPTURE(faulty);
        CHECK_FALSE(html_fault(faulty).empty());
    }
    CHECK(html_fault("<p id=\"a\">b &amp; <br>c</p>\n<hr>\n").empty());
}

class Random {
public:
    std::size_t below(std::size_t limit) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33) % limit;
    }

private:
    std::uint64_t state_ = 20240507;
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

std::string without_tags(std::string_view html_text) {
    std::string out;
    bool tag = false;
    for (const char c : html_text) {
        if (c == '<') tag = true;
        if (!tag) out += c;
        if (c == '>') tag = false;
    }
    return out;
}

TEST_CASE("whatever is written and wherever its pieces lie, the HTML is sound and loses no words") {
    constexpr std::string_view kPieces[] = {"– ",
                                            "– *Ja",
                                            "*",
                                            "**",
                                            "`",
                                            "[a](/b/)",
                                            "[",
                                            "](/b/)",
                                            "<",
                                            "&amp;",
                                            "\"",
                                            "## ",
                                            "- ",
                                            "1. ",
                                            "> ",
                                            "\n",
                                            "\n",
                                            "\n\n",
                                            "  \n",
                                            "|a|b|\n|---|:-:|\n",
                                            "|",
                                            "***\n",
                                            "```\n",
                                            "å",
                                            "ord ",
                                            "ord",
                                            "säger hon",
                                            "![a](b.jpg)",
                                            "![](quote:a)",
                                            "https://x.example",
                                            "~~",
                                            "\\",
                                            "a@x.example"};
    Random random;
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (std::size_t n = random.below(50); n > 0; --n) text += kPieces[random.below(std::size(kPieces))];
        const Body body = read(text);
        std::vector<Statement> statements;
        for (std::uint32_t i = 0; i < body.size(); ++i) {
            if (body[i].kind != NodeKind::statement || random.below(4) == 0) continue;
            Statement made;
            made.id = fmt::format("a{}", i);
            made.node = i;
            const std::string plain = plain_text(body, i);
            for (std::uint32_t at = 0; at < plain.size();) {
                std::uint32_t end = at + 1 + static_cast<std::uint32_t>(random.below(9));
                while (end < plain.size() && (static_cast<unsigned char>(plain[end]) & 0xC0) == 0x80) ++end;
                end = std::min(end, static_cast<std::uint32_t>(plain.size()));
                if (random.below(3) > 0)
                    made.pieces.push_back({random.below(2) == 0 ? Piece::Kind::said : Piece::Kind::attribution, at, end});
                at = end;
            }
            statements.push_back(std::move(made));
        }
        BodyHtmlOptions options;
        const std::string plain = to_html(body, options);
        options.statements = statements;
        options.table_label = "Tabell";
        const std::string marked = to_html(body, options);
        CAPTURE(round, text, marked);
        REQUIRE(html_fault(plain).empty());
        REQUIRE(html_fault(marked) == "");
        REQUIRE(count(marked, "id=\"citat-") == statements.size());
        options.table_label = {};
        REQUIRE(without_tags(to_html(body, options)) == without_tags(plain));
        options.permalink_label = "Länk";
        REQUIRE(html_fault(to_html(body, options)).empty());
        REQUIRE(to_text(body).find("<em>") == std::string::npos);
    }
}

}  // namespace
}  // namespace pressrum

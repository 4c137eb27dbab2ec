#include "render/layout/layout.hpp"
#include "render/layout/views_table.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace pressrum;
using namespace pressrum::test;

namespace {

// The files, and every layout that is not among them, empty.
struct Loaded {
    SourceTree tree;
    Diagnostics diagnostics;
    Layouts layouts;
};

void load_layouts(Loaded& out, const Files& files) {
    Files all = files;
    for (const LayoutKind& kind : kLayoutKinds) all.emplace("layouts/" + std::string(kind.name) + ".mustache", "{{! }}");
    for (const auto& [path, text] : all) {
        if (text == "(none)") continue;
        (path.starts_with("layouts/partials/") ? out.tree.partials : out.tree.layouts).push_back(out.tree.sources.add(path, text));
    }
    out.layouts = Layouts::load(out.tree, out.diagnostics);
    out.diagnostics.sort();
}

std::string faults(const Files& files) {
    Loaded loaded;
    load_layouts(loaded, files);
    return to_text(loaded.diagnostics, loaded.tree);
}

// Faults of one text as the layout of an event, without its file's name: "rule line:column [words] → suggestion".
std::string fault(std::string_view text) {
    std::string found = faults({{"layouts/placed_event.mustache", std::string(text)}});
    for (std::size_t at = 0; (at = found.find("layouts/placed_event.mustache:")) != std::string::npos;)
        found.erase(at, std::string_view("layouts/placed_event.mustache:").size());
    if (found.ends_with('\n')) found.pop_back();
    return found;
}

View link(const char* title, const char* url, bool current = false) {
    ViewOf<kLinkView> view;
    view.set<"title">(title).set<"url">(url).set<"current">(current);
    return view;
}

View label(const char* text) {
    ViewOf<kLabelView> view;
    view.set<"text">(text).set<"kind">("moved");
    return view;
}

// An event: title and when, a label, a registration with a telephone number; no address, no place.
View event(bool with_label = true) {
    ViewOf<kEventView> view;
    view.set<"id">("evenemang-mote").set<"title">("Möte om <skola> & \"väg\"").set<"when">("tisdag 7 maj").set<"is_off">(with_label);
    if (!with_label) return view;
    ViewOf<kRegistrationView> registration;
    registration.set<"phone">("0980-31 90 00");
    view.set<"label">(label("Flyttat")).set<"registration">(std::move(registration)).set<"price">(Prose{"Vapaa pääsy", "fi"});
    return view;
}

View common() {
    ViewOf<kOrganizationView> organization;
    organization.set<"name">("Ekinge kommun").set<"email">("kommun@ekinge.example").set<"about">("<p>Om <em>oss</em>.</p>");
    ViewOf<kCommonView> view;
    std::vector<View> pages;
    pages.push_back(link("Om", "/om/"));
    pages.push_back(link("Bilder", "/bilder/", true));
    view.set<"site_title">("Pressrum").set<"organization">(std::move(organization)).set<"pages">(std::move(pages));
    return view;
}

std::string rendered(const Files& files, std::string_view name, const View& view, const char* language = "sv") {
    Loaded loaded;
    load_layouts(loaded, files);
    CHECK(to_text(loaded.diagnostics, loaded.tree) == "");
    if (!loaded.layouts.has(name)) return "(no layout)";
    return loaded.layouts.render(name, view, common(), Lexicon(language, {}));
}

std::string rendered(std::string_view text, const View& view = event()) {
    return rendered({{"layouts/placed_event.mustache", std::string(text)}}, "placed_event", view);
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

struct Case {
    std::string_view text;
    std::string_view expected;
};

}  // namespace

TEST_CASE("a layout is filled with texts, words, records, lists and flags") {
    static constexpr Case kCases[] = {
        {"Bara text.", "Bara text."},
        {"{{title}}", "Möte om &lt;skola&gt; &amp; &quot;väg&quot;"},
        {"{{ title }}|{{\ttitle\n}}", "Möte om &lt;skola&gt; &amp; &quot;väg&quot;|Möte om &lt;skola&gt; &amp; &quot;väg&quot;"},
        {"<p title=\"{{title}}\">", "<p title=\"Möte om &lt;skola&gt; &amp; &quot;väg&quot;\">"},
        {"{{{organization.about}}}|{{&organization.about}}", "<p>Om <em>oss</em>.</p>|<p>Om <em>oss</em>.</p>"},
        {"{{words.contacts}}", "Kontakt för journalister"},
        {"{{site_title}}, {{organization.name}}", "Pressrum, Ekinge kommun"},
        {"{{#organization}}{{name}} {{email}}{{/organization}}", "Ekinge kommun kommun@ekinge.example"},
        {"{{#is_off}}ja{{/is_off}}{{^is_off}}nej{{/is_off}}", "ja"},
        {"{{#has_label}}[{{label.text}}]{{/has_label}}", "[Flyttat]"},
        {"{{#label}}[{{text}}]{{/label}}{{^label}}ingen{{/label}}", "[Flyttat]"},
        {"{{#registration.has_phone}}{{registration.phone}}{{/registration.has_phone}}", "0980-31 90 00"},
        {"[{{#registration.has_email}}e-post{{/registration.has_email}}]", "[]"},
        {"{{#pages}}{{title}}{{#current}}!{{/current}};{{/pages}}", "Om;Bilder!;"},
        {"{{#has_pages}}<ul>{{#pages}}<li>{{title}}</li>{{/pages}}</ul>{{/has_pages}}", "<ul><li>Om</li><li>Bilder</li></ul>"},
        {"{{^pages}}inga{{/pages}}{{^has_pages}}inga{{/has_pages}}", ""},
        {"{{#pages}}{{#pages}}{{title}}{{/pages}},{{/pages}}", "OmBilder,OmBilder,"},
        {"{{! en {{anmärkning}} }}a{{!}}b", " }}ab"},
        {"{{#is_off}}{{#label}}{{#is_off}}{{text}}{{/is_off}}{{/label}}{{/is_off}}", "Flyttat"},
        {"{ {title} } }} {", "{ {title} } }} {"},
        {"<dd{{#has_price_lang}} lang=\"{{price_lang}}\"{{/has_price_lang}}>{{price}}</dd>", "<dd lang=\"fi\">Vapaa pääsy</dd>"},
        {"<p{{#has_title_lang}} lang=\"{{title_lang}}\"{{/has_title_lang}}>{{^has_title_lang}}sv{{/has_title_lang}}</p>", "<p>sv</p>"},
        {"{{#label}}{{#has_price_lang}}{{price_lang}}{{/has_price_lang}}{{/label}}{{organization.name_lang}}", "fi"},
    };
    for (const Case& each : kCases) {
        INFO(each.text);
        CHECK(rendered(each.text) == each.expected);
    }
}

TEST_CASE("what is not there shows nothing, and nothing of another record in its place") {
    static constexpr Case kCases[] = {
        {"[{{address}}]{{#has_address}}ja{{/has_address}}{{^has_address}}nej{{/has_address}}", "[]nej"},
        {"{{#label}}ja{{/label}}{{^label}}nej{{/label}}{{^has_label}}nej{{/has_label}}", "nejnej"},
        {"[{{label.text}}][{{registration.phone}}]", "[][]"},
        {"{{#registration.has_phone}}ja{{/registration.has_phone}}{{^registration.has_phone}}nej{{/registration.has_phone}}", "nej"},
        {"{{#is_off}}ja{{/is_off}}{{^is_off}}nej{{/is_off}}", "nej"},
        {"{{#pages}}{{title}}{{/pages}}{{^registration.has_phone}}{{day}}nej{{/registration.has_phone}}", "OmBildernej"},
        {"{{#pages}}{{title}}{{/pages}}{{^label}}{{day}}nej{{/label}}{{^is_off}}{{day}}nej{{/is_off}}", "OmBildernejnej"},
        // An organisation has an address of its own, if only an empty one; the title is the event's.
        {"{{#organization}}[{{address}}]{{title}}{{/organization}}", "[]Möte om &lt;skola&gt; &amp; &quot;väg&quot;"},
    };
    for (const Case& each : kCases) {
        INFO(each.text);
        CHECK(rendered(each.text, event(false)) == each.expected);
    }
}

TEST_CASE("words are those of the page's language, also where a record has a field called words") {
    ViewOf<kStatementView> statement;
    statement.set<"words">("Vi börjar nu.").set<"speaker">("Karin Alm");
    const Files files = {{"layouts/placed_quote.mustache", "{{words}} – {{speaker}} ({{words.published}})"}};
    CHECK(rendered(files, "placed_quote", statement) == "Vi börjar nu. – Karin Alm (Publicerat)");
    CHECK(rendered(files, "placed_quote", statement, "en") == "Vi börjar nu. – Karin Alm (Published)");
}

TEST_CASE("white space of a layout is as on the page: no indentation, no lines of tags alone") {
    static constexpr Case kCases[] = {
        {"<p>\n  a\n    b\n</p>\n", "<p>\na\nb\n</p>\n"},
        {"<p>\n\n  \n</p>\n", "<p>\n</p>\n"},
        {"<ul>\n  {{#pages}}\n  <li>{{title}}</li>\n  {{/pages}}\n</ul>\n", "<ul>\n<li>Om</li>\n<li>Bilder</li>\n</ul>\n"},
        {"{{! om filen }}\n<p>\n", "<p>\n"},
        {"a\n{{! över\n  två rader }}\nb\n", "a\nb\n"},
        {"a\n{{#has_pages}} {{#is_off}}\nb\n{{/is_off}}{{/has_pages}}\nc\n", "a\nb\nc\n"},
        {"a\n  {{#has_address}}<p>{{address}}</p>{{/has_address}}\nb\n", "a\nb\n"},
        {"a\n  {{^has_address}}<p>nej</p>{{/has_address}}\nb\n", "a\n<p>nej</p>\nb\n"},
        {"a\n  {{#is_off}}<p>ja</p>{{/is_off}}\nb\n", "a\n<p>ja</p>\nb\n"},
        {"a\n{{#label}}{{text}}{{/label}}\nb", "a\nFlyttat\nb"},
        {"{{#pages}}{{title}},{{/pages}}\nb\n", "Om,Bilder,\nb\n"},
        {"a {{#is_off}}b{{/is_off}}\nc\n", "a b\nc\n"},
        {"{{#is_off}}a{{/is_off}} {{#is_off}}b{{/is_off}}\nc\n", "a b\nc\n"},
        {"{{title}}\n{{site_title}}\n", "Möte om &lt;skola&gt; &amp; &quot;väg&quot;\nPressrum\n"},
        {"<pre>\n  a\n\n    {{site_title}}\n</pre>\n", "<pre>\n  a\n\n    Pressrum\n</pre>\n"},
        {"a\r\n  {{#is_off}}\r\n  b\r\n  {{/is_off}}\r\nc\r\n", "a\r\nb\r\nc\r\n"},
    };
    for (const Case& each : kCases) {
        INFO(each.text);
        CHECK(rendered(each.text) == each.expected);
    }
}

TEST_CASE("partials stand where they are included, and see what is seen there") {
    const Files files = {
        {"layouts/placed_event.mustache",
         "<main>\n  {{>title}}\n  {{#pages}}\n  {{>title}}\n  {{/pages}}\n  [{{> inner-part }}]\n</main>\n"},
        {"layouts/partials/title.mustache", "<b>{{title}}</b>\n"},
        {"layouts/partials/inner-part.mustache", "{{#label}}{{>deep}}{{/label}}"},
        {"layouts/partials/deep.mustache", "{{text}}, {{when}}"},
    };
    CHECK(rendered(files, "placed_event", event()) ==
          "<main>\n<b>Möte om &lt;skola&gt; &amp; &quot;väg&quot;</b>\n<b>Om</b>\n<b>Bilder</b>\n[Flyttat, tisdag 7 maj]\n</main>\n");
}

TEST_CASE("layouts of one's own see what releases and pages see") {
    ViewOf<kPageView> page;
    page.set<"title">("Om").set<"body">("<p>Text.</p>");
    CHECK(rendered({{"layouts/page-wide.mustache", "{{title}}{{{body}}}"}}, "page-wide", page) == "Om<p>Text.</p>");
    CHECK(rendered({{"layouts/release-short.mustache", "{{title}}"}}, "release-short", ViewOf<kReleaseView>()) == "");
    CHECK(faults({{"layouts/page-wide.mustache", "{{lead}}"}}) == "layout/unknown-name layouts/page-wide.mustache:1:3 [lead|page]\n");
}

TEST_CASE("names that cannot be used are reported where they stand, with the nearest that can") {
    static constexpr Case kCases[] = {
        {"{{titel}}", "layout/unknown-name 1:3 [titel|event] → title"},
        {"rad ett\n  å {{ titel }}", "layout/unknown-name 2:8 [titel|event] → title"},
        {"{{#has_adress}}x{{/has_adress}}", "layout/unknown-name 1:4 [has_adress|event] → has_address"},
        {"{{label.txt}}", "layout/unknown-name 1:3 [label.txt|label] → label.text"},
        {"{{labl.text}}", "layout/unknown-name 1:3 [labl.text|event] → label.text"},
        {"{{#pages}}{{titel}}{{/pages}}", "layout/unknown-name 1:13 [titel|link] → title"},
        {"{{#titel}}{{nothing_is_judged_here}}{{/titel}}", "layout/unknown-name 1:4 [titel|event] → title"},
        {"{{x.y.z}}", "layout/unknown-name 1:3 [x.y.z|event]"},
        {"{{.}}", "layout/unknown-name 1:3 [.|event]"},
        {"{{.title}}", "layout/unknown-name 1:3 [.title|event]"},
        {"{{label.}}", "layout/unknown-name 1:3 [label.|label]"},
        {"{{permalink}}", "layout/unknown-name 1:3 [permalink|event]"},
        {"{{words.kontakter}}", "layout/unknown-word 1:3 [kontakter]"},
        {"{{words.contakts}}", "layout/unknown-word 1:3 [contakts] → words.contacts"},
        {"{{words.}}", "layout/unknown-word 1:3 []"},
        {"{{words.photo_credit}}", "layout/word-with-gaps 1:3 [photo_credit|Foto: {0}]"},
        {"{{title.text}}", "layout/not-a-record 1:3 [title]"},
        {"{{has_label.text}}", "layout/not-a-record 1:3 [has_label]"},
        {"{{organization.name.first}}", "layout/not-a-record 1:3 [organization.name]"},
        {"{{pages.title}}", "layout/list-with-point 1:3 [pages|title]"},
        {"{{pages}}", "layout/not-text 1:3 [pages|en lista|a list]"},
        {"{{label}}", "layout/not-text 1:3 [label|en grupp av namn|a group of names]"},
        {"{{is_off}}", "layout/not-text 1:3 [is_off|ett villkor|a condition]"},
        {"{{has_label}}", "layout/not-text 1:3 [has_label|ett villkor|a condition]"},
        {"{{{pages}}}", "layout/not-text 1:4 [pages|en lista|a list]"},
        {"{{organization.about}}", "layout/html-as-text 1:3 [organization.about]"},
        {"{{{title}}}", "layout/raw 1:4 [title]"},
        {"{{&title}}", "layout/raw 1:4 [title]"},
        {"{{{words.contacts}}}", "layout/raw 1:4 [words.contacts]"},
        {"{{#address}}x{{/address}}", "layout/text-as-condition 1:4 [address|has_address] → has_address"},
        {"{{^organization.about}}x{{/organization.about}}",
         "layout/text-as-condition 1:4 [organization.about|organization.has_about] → organization.has_about"},
        {"{{#title}}x{{/title}}", "layout/always 1:4 [title]"},
        {"{{#title_lang}}x{{/title_lang}}", "layout/text-as-condition 1:4 [title_lang|has_title_lang] → has_title_lang"},
        {"{{has_title_lang}}", "layout/not-text 1:3 [has_title_lang|ett villkor|a condition]"},
        {"{{pric_lang}}", "layout/unknown-name 1:3 [pric_lang|event] → price_lang"},
        {"{{when_lang}}", "layout/unknown-name 1:3 [when_lang|event] → when_label"},
        {"{{#has_title}}x{{/has_title}}", "layout/always 1:4 [title]"},
        {"{{^organization}}x{{/organization}}", "layout/always 1:4 [organization]"},
        {"{{#words.contacts}}x{{/words.contacts}}", "layout/always 1:4 [words.contacts]"},
    };
    for (const Case& each : kCases) {
        INFO(each.text);
        CHECK(fault(each.text) == each.expected);
    }
}

TEST_CASE("tags that cannot be read are reported where they stand") {
    static constexpr Case kCases[] = {
        {"<p>{{title</p>", "layout/unclosed-tag 1:4 [{{title</p>|}}]"},
        {"{{title\n<p>{{when}}</p>", "layout/unclosed-tag 1:1 [{{title…|}}]"},
        {"{{{organization.about}}", "layout/unclosed-tag 1:1 [{{{organization.about}}|}}}]"},
        {"a{{", "layout/unclosed-tag 1:2 [{{|}}]"},
        {"{{! utan slut {{title}", "layout/unclosed-tag 1:1 [{{! utan slut {{title}|}}]"},
        {"{{}}", "layout/bad-tag 1:1 [{{}}]"},
        {"{{ }}", "layout/bad-tag 1:1 [{{ }}]"},
        {"{{#}}x{{/}}", "layout/bad-tag 1:1 [{{#}}]\nlayout/bad-tag 1:7 [{{/}}]"},
        {"{{title when}}", "layout/bad-tag 1:1 [{{title when}}]"},
        {"{{if title}}", "layout/bad-tag 1:1 [{{if title}}]"},
        {"{{rubrik-på-svenska}}", "layout/bad-tag 1:1 [{{rubrik-på-svenska}}]"},
        {"{{=<% %>=}}", "layout/delimiters 1:1 [{{=<% %>=}}]"},
        {"{{= | | =}}", "layout/delimiters 1:1 [{{= | | =}}]"},
        {"{{#is_off}}x", "layout/unclosed-section 1:1 [{{#is_off}}|is_off]"},
        {"{{#is_off}}{{^pages}}x{{/is_off}}", "layout/unclosed-section 1:12 [{{^pages}}|pages]"},
        {"x{{/is_off}}", "layout/no-start 1:2 [is_off]"},
        {"{{#is_off}}x{{/is_of}}{{/is_off}}", "layout/wrong-end 1:13 [is_of|is_off] → {{/is_off}}"},
        {"{{>borta}}", "layout/unknown-partial 1:4 [borta]"},
    };
    for (const Case& each : kCases) {
        INFO(each.text);
        CHECK(fault(each.text) == each.expected);
    }
}

TEST_CASE("a text may stand between elements and in double quotes, nowhere else") {
    static constexpr Case kCases[] = {
        {"<p class=\"a {{title}} b\">{{title}}</p>", ""},
        {"<!-- {{title}} --><p>{{title}}", ""},
        {"<!-- ' --><p>{{title}}</p>", ""},
        {"<p>1 < 2 {{title}}", ""},
        {"<a{{#is_off}} href=\"{{url}}\"{{/is_off}}>{{title}}</a>", ""},
        {"<meta content=\"0; url={{url}}\">", ""},
        {"<script type=\"application/ld+json\">{{{organization.about}}}</script>{{title}}", ""},
        {"<scripture>{{title}}</scripture>", ""},
        {"<a href={{url}}>", "layout/attribute-quotes 1:9 [{{url}}]"},
        {"<a href='{{url}}'>", "layout/attribute-quotes 1:10 [{{url}}]"},
        {"<a title=\"x\" href='/{{url}}'>", "layout/attribute-quotes 1:21 [{{url}}]"},
        {"<h{{day}}>", "layout/attribute-quotes 1:3 [{{day}}]"},
        {"<p {{title}}>", "layout/attribute-quotes 1:4 [{{title}}]"},
        {"<p title=\"{{{organization.about}}}\">", "layout/html-in-attribute 1:11 [{{{organization.about}}}]"},
        {"<script>var t = \"{{title}}\";</script>", "layout/in-script 1:18 [{{title}}]"},
        {"<STYLE>a { color: {{title}} }</STYLE>", "layout/in-script 1:19 [{{title}}]"},
    };
    for (const Case& each : kCases) {
        INFO(each.text);
        CHECK(fault(each.text) == each.expected);
    }
}

TEST_CASE("a fault in a partial is reported once, in the partial, however often it is included") {
    const std::string found = faults({
        {"layouts/placed_event.mustache", "{{>when}}{{>when}}"},
        {"layouts/home.mustache", "{{#events}}{{>when}}{{/events}}"},
        {"layouts/partials/when.mustache", "<p>\n  {{wen}}\n</p>"},
    });
    CHECK(found == "layout/unknown-name layouts/partials/when.mustache:2:5 [wen|event] → when\n");
}

TEST_CASE("a partial that is fit for one layout and not for another is reported, with the place that includes it") {
    Loaded loaded;
    load_layouts(loaded, {
                             {"layouts/placed_event.mustache", "{{>when}}"},
                             {"layouts/page.mustache", "\n {{>when}}"},
                             {"layouts/partials/when.mustache", "{{when}}"},
                         });
    REQUIRE(to_text(loaded.diagnostics, loaded.tree) == "layout/unknown-name layouts/partials/when.mustache:1:3 [when|page]\n");
    const Diagnostic& found = loaded.diagnostics.all().front();
    REQUIRE(found.notes.size() == 1);
    const SourceFile& file = loaded.tree.sources[found.notes[0].at.file];
    CHECK(file.path == "layouts/page.mustache");
    CHECK(file.position(found.notes[0].at.begin).line == 2);
    CHECK_FALSE(loaded.layouts.has("page"));
    CHECK(loaded.layouts.has("placed_event"));
    CHECK_FALSE(loaded.layouts.complete());
}

TEST_CASE("a broken partial is reported as such, and not at each layout that includes it") {
    Loaded loaded;
    load_layouts(loaded, {{"layouts/placed_event.mustache", "{{>broken}}"},
                          {"layouts/page.mustache", "{{>broken}}"},
                          {"layouts/partials/broken.mustache", "{{#title}}"}});
    CHECK(to_text(loaded.diagnostics, loaded.tree) == "layout/unclosed-section layouts/partials/broken.mustache:1:1 [{{#title}}|title]\n");
    CHECK_FALSE(loaded.layouts.has("placed_event"));
}

TEST_CASE("partials that include each other are reported once") {
    CHECK(faults({{"layouts/page.mustache", "{{>one}}"},
                  {"layouts/partials/one.mustache", "{{>two}}"},
                  {"layouts/partials/two.mustache", "x{{>one}}"}}) ==
          "layout/partial-circle layouts/partials/two.mustache:1:2 [layouts/partials/one.mustache → layouts/partials/two.mustache → "
          "layouts/partials/one.mustache]\n");
    CHECK(faults({{"layouts/page.mustache", "{{>self}}"},
                  {"layouts/home.mustache", "{{>self}}"},
                  {"layouts/partials/self.mustache", "{{>self}}"}}) ==
          "layout/partial-circle layouts/partials/self.mustache:1:1 [layouts/partials/self.mustache → layouts/partials/self.mustache]\n");
}

TEST_CASE("the nearest partial is named") {
    CHECK(faults({{"layouts/page.mustache", "{{>contakts}}"}, {"layouts/partials/contacts.mustache", "x"}}) ==
          "layout/unknown-partial layouts/page.mustache:1:4 [contakts] → contacts\n");
}

TEST_CASE("a layout that is missing or misnamed is reported, a misnamed one not twice") {
    CHECK(faults({{"layouts/home.mustache", "(none)"}}) == "layout/missing - [home]\n");
    CHECK(faults({{"layouts/home.mustache", "(none)"}, {"layouts/hom.mustache", "x"}}) ==
          "layout/unknown-layout layouts/hom.mustache:1:1 [hom] → home\n");
    CHECK(faults({{"layouts/newsletter.mustache", "x"}}) == "layout/unknown-layout layouts/newsletter.mustache:1:1 [newsletter]\n");
    Loaded none;
    none.layouts = Layouts::load(none.tree, none.diagnostics);
    CHECK(none.diagnostics.size() == std::size(kLayoutKinds));
    CHECK_FALSE(none.layouts.complete());
}

TEST_CASE("a layout is filled with the record that it was checked against, or not at all") {
    Loaded loaded;
    load_layouts(loaded, {});
    CHECK(loaded.layouts.complete());
    CHECK_THROWS_AS(loaded.layouts.render("page", ViewOf<kReleaseView>(), common(), Lexicon("sv", {})), std::logic_error);
    CHECK_THROWS_AS(loaded.layouts.render("page", ViewOf<kPageView>(), ViewOf<kPageView>(), Lexicon("sv", {})), std::logic_error);
    CHECK_THROWS_AS(loaded.layouts.render("newsletter", ViewOf<kPageView>(), common(), Lexicon("sv", {})), std::logic_error);
}

TEST_CASE("depth, size and number have limits, and hostile layouts end soon") {
    CHECK(fault(repeated("{{#pages}}", 40) + repeated("{{/pages}}", 40)) == "");
    CHECK(fault(repeated("{{#pages}}", 60) + repeated("{{/pages}}", 60)) == "layout/too-deep 1:481 [48]");
    CHECK(fault(repeated("{{#pages}}", 100'000)) == "layout/too-deep 1:481 [48]");

    // Each includes the next one twice: two to the power of thirty pieces.
    Files doubling = {{"layouts/page.mustache", "{{>p0}}"}};
    for (int i = 0; i < 30; ++i)
        doubling["layouts/partials/p" + std::to_string(i) + ".mustache"] =
            "{{>p" + std::to_string(i + 1) + "}}{{>p" + std::to_string(i + 1) + "}}";
    doubling["layouts/partials/p30.mustache"] = "x";
    CHECK(faults(doubling).starts_with("layout/too-large layouts/partials/"));

    Files chain = {{"layouts/page.mustache", "{{>p0}}"}};
    for (int i = 0; i < 2'000; ++i) chain["layouts/partials/p" + std::to_string(i) + ".mustache"] = "{{>p" + std::to_string(i + 1) + "}}";
    chain["layouts/partials/p2000.mustache"] = "x";
    CHECK(faults(chain).starts_with("layout/too-deep layouts/partials/"));

    for (const std::string_view text :
         {"{{", "{{{", "{{!", "{{#a", "}}", "<", "<a '", "<!--", "<script>", "{{a}}", "{{/a}}", "{{^a}}{{/a}}", "\n", "\r", "{{>a}}"}) {
        INFO(text);
        Loaded loaded;
        load_layouts(loaded, {{"layouts/placed_event.mustache", repeated(text, 20'000)}});
        CHECK(loaded.layouts.has("placed_event") == loaded.diagnostics.empty());
    }
}

TEST_CASE("whatever a layout is made of, it is reported or it can be filled") {
    static constexpr std::string_view kPieces[] = {
        "{{",   "}}",           "{{{",    "}}}",          "#",    "^", "/",  "&",   "!",     ">",      "=",     " ",
        "\n",   "\r\n",         "<p>",    "<a ",          "\"",   "'", "->", "<!-", "title", "is_off", "pages", "label",
        "has_", "organization", ".about", "words.events", "\xC3", "å"};
    std::uint32_t seed = 2463534242u;
    const auto next = [&](std::size_t below) {
        seed ^= seed << 13, seed ^= seed >> 17, seed ^= seed << 5;
        return seed % below;
    };
    const View page = event();
    const View around = common();
    const Lexicon words("sv", {});
    std::size_t filled = 0;
    for (int round = 0; round < 3'000; ++round) {
        // Half of them are made of sound tags, so that many can be filled.
        static constexpr std::string_view kTags[] = {
            "{{title}}", "{{#is_off}}", "{{/is_off}}", "{{^is_off}}", "{{#pages}}", "{{/pages}}", "{{{organization.about}}}",
            "text\n",    "  ",          "{{!x}}"};
        std::string text;
        const std::size_t length = next(14);
        for (std::size_t i = 0; i < length; ++i) text += round % 2 == 0 ? kPieces[next(std::size(kPieces))] : kTags[next(std::size(kTags))];
        Loaded loaded;
        load_layouts(loaded, {{"layouts/placed_event.mustache", text}});
        INFO(text);
        CHECK(loaded.layouts.has("placed_event") == loaded.diagnostics.empty());
        if (!loaded.diagnostics.empty()) continue;
        CHECK(loaded.layouts.render("placed_event", page, around, words).find("{{#") == std::string::npos);
        ++filled;
    }
    CHECK(filled > 300);
}

namespace {

// A layout made at random together with what it must show, for an event with label and registration, or without.
class RandomLayout {
public:
    RandomLayout(std::uint32_t seed, bool there) : seed_(seed), there_(there) {}

    // `title` is what {{title}} stands for here.
    std::pair<std::string, std::string> make(const std::string& title, int depth) {
        std::pair<std::string, std::string> made;
        for (std::size_t i = next(5); i > 0; --i) {
            const auto [text, shown] = depth == 0 || next(2) == 0 ? leaf(title) : section(title, depth);
            made.first += text;
            made.second += shown;
        }
        return made;
    }

private:
    std::size_t next(std::size_t below) {
        seed_ ^= seed_ << 13, seed_ ^= seed_ >> 17, seed_ ^= seed_ << 5;
        return seed_ % below;
    }

    std::pair<std::string, std::string> leaf(const std::string& title) {
        switch (next(5)) {
            case 0: return {"{{title}}", title};
            case 1: return {"{{words.events}}", "Evenemang"};
            case 2: return {"[{{label.text}}]", there_ ? "[Flyttat]" : "[]"};
            case 3: return {"{{{organization.about}}}", "<p>Om <em>oss</em>.</p>"};
            default: return {"text", "text"};
        }
    }

    std::pair<std::string, std::string> section(const std::string& title, int depth) {
        static constexpr const char* kConditions[] = {"is_off",       "has_label",       "label", "registration.has_phone",
                                                      "registration", "has_registration"};
        if (next(4) == 0) {  // a list: the same for each item, with another title
            const std::uint32_t before = seed_;
            const auto first = make("Om", depth - 1);
            seed_ = before;
            const auto second = make("Bilder", depth - 1);
            return {"{{#pages}}" + first.first + "{{/pages}}", first.second + second.second};
        }
        const std::string name = kConditions[next(std::size(kConditions))];
        const bool inverted = next(2) == 0;
        const auto inside = make(title, depth - 1);
        return {(inverted ? "{{^" : "{{#") + name + "}}" + inside.first + "{{/" + name + "}}", inverted != there_ ? inside.second : ""};
    }

    std::uint32_t seed_;
    bool there_;
};

}  // namespace

TEST_CASE("sections within sections show what they should, whatever came before them") {
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        const bool there = seed % 2 == 0;
        const auto [text, shown] = RandomLayout(seed * 2654435761u, there).make("Möte om &lt;skola&gt; &amp; &quot;väg&quot;", 5);
        INFO(text);
        CHECK(rendered("." + text, event(there)) == "." + shown);  // an empty one is a fault
    }
}

TEST_CASE("several threads fill the same layout at the same time") {
    Loaded loaded;
    load_layouts(loaded,
                 {{"layouts/placed_event.mustache",
                   "{{title}} {{#pages}}{{title}}{{#label}}{{text}}{{/label}}, {{/pages}}{{words.events}}{{{organization.about}}}"}});
    const View page = event();
    const View around = common();
    const Lexicon words("sv", {});
    const std::string alone = loaded.layouts.render("placed_event", page, around, words);
    std::vector<std::thread> threads;
    std::vector<int> same(4);
    for (int& count : same) {
        threads.emplace_back([&] {
            for (int i = 0; i < 300; ++i) count += loaded.layouts.render("placed_event", page, around, words) == alone;
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(same == std::vector<int>(4, 300));
}

TEST_CASE("the layouts that come with the program are whole and sound") {
    namespace fs = std::filesystem;
    Loaded loaded;
    std::vector<std::pair<std::string, bool>> files;
    for (const char* folder : {"layouts", "layouts/partials"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(PRESSRUM_ROOT) / folder)) {
            if (entry.path().extension() == ".mustache")
                files.emplace_back(std::string(folder) + "/" + entry.path().filename().string(), std::string_view(folder) != "layouts");
        }
    }
    std::sort(files.begin(), files.end());
    for (const auto& [path, is_partial] : files) {
        std::ifstream in(fs::path(PRESSRUM_ROOT) / path, std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        (is_partial ? loaded.tree.partials : loaded.tree.layouts).push_back(loaded.tree.sources.add(path, text.str()));
    }
    loaded.layouts = Layouts::load(loaded.tree, loaded.diagnostics);
    CHECK(to_text(loaded.diagnostics, loaded.tree) == "");
    CHECK(loaded.layouts.complete());
    // With nothing in them, too, every page is made.
    const ViewOf<kCommonView> nothing;
    for (const LayoutKind& kind : kLayoutKinds) {
        INFO(kind.name);
        CHECK_NOTHROW(loaded.layouts.render(kind.name, View(*kind.record), nothing, Lexicon("sv", {})));
    }
}

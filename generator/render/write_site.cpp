// Pages about the press room itself: corrections, subscriptions, the accessibility statement, how to check that a page is genuine, what stands at
// a wrong address.

#include "render/formats.hpp"

#include "base/text.hpp"
#include "model/ledger.hpp"
#include "model/names.hpp"
#include "plan/paths.hpp"
#include "render/frame.hpp"
#include "render/json_ld.hpp"
#include "render/words.hpp"

#include <array>

namespace pressrum {
namespace {

void write_corrections(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Rendering in{renderer, out};
    std::vector<View> changes;
    for (const ChangeRef& ref : in.site().corrections)
        changes.push_back(change_view(in, ref.post, in.site().posts[ref.post].post.changes[ref.change]));
    ViewOf<kCorrectionsView> view;
    view.set<"heading">(in.words()["corrections"]).set<"changes">(std::move(changes)).set<"contacts">(press_contacts(in));
    view.set<"feeds">(feeds_view(in, corrections_address(in.site()), in.words()["corrections"]));
    Frame frame;
    frame.heading = in.words()["corrections"];
    frame.feed_links = feed_links(in, corrections_address(in.site()), in.words()["corrections"]);
    frame.description = in.words()["corrections_intro"];
    frame.address = corrections_address(in.site());
    frame.json_ld = page_json_ld(in, frame.heading, frame.address);
    write_page(in, "corrections", view, std::move(frame));
}

void write_subscribe(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const auto rows = [&](std::size_t list) {
        std::vector<View> views;
        for (std::uint32_t i = 0; i < site.topics[list].size(); ++i)
            views.push_back(feeds_view(in, topic_address(site, list, i), *site.topics[list][i].topic.name));
        return views;
    };
    ViewOf<kSubscribeView> view;
    view.set<"heading">(in.words()["subscribe"]).set<"everything">(feeds_view(in, "", in.words()["everything"]));
    view.set<"topics">(rows(kTopicList)).set<"areas">(rows(kAreaList));
    view.set<"corrections">(feeds_view(in, corrections_address(site), in.words()["corrections"]));
    view.set<"releases_url">(in.url("releases.json"))
        .set<"schema_url">(in.url("releases.schema.json"))
        .set<"ninjs_url">(in.url("ninjs.json"));
    Frame frame;
    frame.heading = in.words()["subscribe"];
    frame.description = in.words()["subscribe_intro"];
    frame.address = subscribe_address(site);
    frame.json_ld = page_json_ld(in, frame.heading, frame.address);
    write_page(in, "subscribe", view, std::move(frame));
}

void write_statement(const Renderer& renderer, const PlannedFile&, Output& out) {
    static constexpr const char* kStatus[] = {"statement_full", "statement_partial", "statement_none"};
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const Lexicon& words = in.words();
    const AccessibilityStatement& of = *site.config.statement;
    const auto dated = [&](const char* key, Date date) { return words.filled(key, {date_words(words, date)}); };

    ViewOf<kStatementPageView> view;
    view.set<"heading">(words["statement_title"])
        .set<"intro">(words.filled("statement_intro", {organization_name(site), *site.config.title}));
    view.set<"status">(words[row_of(*of.status, kStatus)]);
    std::vector<View> issues;
    for (const Text& text : of.issues) {
        ViewOf<kIssueView> issue;
        issue.set<"text">(*text);
        issues.push_back(std::move(issue));
    }
    view.set<"issues">(std::move(issues));
    view.set<"email">(*of.email).set<"email_url">(mail_url(*of.email)).set<"phone">(*of.phone).set<"phone_url">(phone_url(*of.phone));
    view.set<"feedback_url">(in.written(of.url));
    view.set<"report_url">(words["statement_report_address"]);
    const std::string method = *of.method == Assessment::self ? "statement_self" : "statement_external";
    view.set<"method">(of.assessor.given() ? words.filled(method + "_by", {*of.assessor}) : words[method]);
    view.set<"assessed">(dated("statement_assessed", *of.assessed)).set<"published">(dated("statement_published", *of.published));
    if (of.updated.given()) view.set<"updated">(dated("statement_updated", *of.updated));

    Frame frame;
    frame.heading = replace_all(words["statement_title"], "\u00AD", "");  // tabs and search engines show it whole
    frame.description = words.filled("statement_intro", {organization_name(site), *site.config.title});
    frame.address = statement_address(site);
    frame.json_ld = page_json_ld(in, frame.heading, frame.address);
    write_page(in, "statement", view, std::move(frame));
}

void write_authenticity(const Renderer& renderer, const PlannedFile& file, Output& out) {
    static constexpr std::pair<const char*, const char*> kDigestCommands[] = {
        {"Linux", "sha256sum {0}"}, {"macOS", "shasum -a 256 {0}"}, {"Windows", "certutil -hashfile {0} SHA256"}};
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const Lexicon& words = in.words();
    const std::string address = authenticity_address(site), saved_as = words["authenticity_file"];
    const std::string intro = words.filled("authenticity_intro", {organization_name(site), *site.config.title});

    ViewOf<kAuthenticityView> view;
    view.set<"heading">(words["authenticity_title"]).set<"intro">(intro).set<"key">(*site.config.signing_key);
    // The signature is made once the site is, and is in no plan.
    view.set<"manifest_url">(in.url(kLedgerFile)).set<"signature_url">(site.base_path + kSignatureFile);
    view.set<"program_url">(words["authenticity_program_address"]);
    view.set<"verify_command">("minisign -Vm " + std::string(kLedgerFile) + " -P " + *site.config.signing_key);
    // The page that is being read: any other would change with the news.
    view.set<"fetch_command">("curl -o " + saved_as + " " + renderer.absolute(address, out));
    std::vector<View> commands;
    for (const auto& [system, command] : kDigestCommands) {
        ViewOf<kDigestCommandView> each;
        each.set<"system">(system).set<"command">(replace_all(command, "{0}", saved_as));
        commands.push_back(std::move(each));
    }
    view.set<"digest_commands">(std::move(commands));
    view.set<"find">(words.filled("authenticity_find", {file.path}))
        .set<"other_pages">(words.filled("authenticity_other_pages", {site.absolute("")}));
    view.set<"contacts">(press_contacts(in));

    Frame frame;
    frame.heading = words["authenticity_title"];
    frame.description = intro;
    frame.address = address;
    frame.json_ld = page_json_ld(in, frame.heading, frame.address);
    write_page(in, "authenticity", view, std::move(frame));
}

void write_not_found(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Rendering in{renderer, out};
    ViewOf<kNotFoundView> view;
    view.set<"contacts">(press_contacts(in));
    Frame frame;
    frame.heading = in.words()["not_found_title"];
    frame.address = "404.html";
    frame.findable = false;
    write_page(in, "404", view, std::move(frame));
}

// Which files there are.

void plan_corrections(const Site& of, const Format& self, Plan& plan) { plan.add_one(self, corrections_address(of)); }
void plan_subscribe(const Site& of, const Format& self, Plan& plan) { plan.add_one(self, subscribe_address(of)); }
void plan_statement(const Site& of, const Format& self, Plan& plan) {
    if (of.config.statement) plan.add_one(self, statement_address(of));
}

void plan_authenticity(const Site& of, const Format& self, Plan& plan) {
    if (of.config.signing_key.given()) plan.add_one(self, authenticity_address(of));
}

void plan_not_found(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "404.html"); }

constexpr Format kRows[] = {
    {"corrections",
     "/rattelser/",
     kHtml,
     Turn::list,
     {"alla rättelser, med den senaste först", "all corrections, newest first"},
     {"changes i alla inlägg", "changes of all posts"},
     plan_corrections,
     write_corrections},
    {"subscribe",
     "/prenumerera/",
     kHtml,
     Turn::list,
     {"så prenumererar man", "how to subscribe"},
     {"topics.yaml", "topics.yaml"},
     plan_subscribe,
     write_subscribe},
    {"statement",
     "/tillganglighet/",
     kHtml,
     Turn::list,
     {"tillgänglighetsredogörelse", "accessibility statement"},
     {"statement i site.yaml", "statement in site.yaml"},
     plan_statement,
     write_statement},
    {"authenticity",
     "/akthet/",
     kHtml,
     Turn::list,
     {"så kontrollerar man att en sida är äkta", "how to check that a page is genuine"},
     {"signing_key i site.yaml, kontakter", "signing_key in site.yaml, contacts"},
     plan_authenticity,
     write_authenticity},
    {"not-found",
     "/404.html",
     kHtml,
     Turn::list,
     {"sidan för adresser som inte finns", "the page for addresses that do not exist"},
     {"kontakter", "contacts"},
     plan_not_found,
     write_not_found},
};

}  // namespace

const std::span<const Format> kSiteFormats = kRows;

}  // namespace pressrum

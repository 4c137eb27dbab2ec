// The fields of the site's own files: site.yaml, people.yaml, topics.yaml.

#include "read/fields.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/field_rows.hpp"

namespace pressrum {

namespace {

using fields::row;
using enum FieldType;
using enum Need;

// --- site.yaml --------------------------------------------------------------------------------------------------------

constexpr Field kOrganizationFields[] = {
    row<&Organization::name>("name", text, optional, {"organisationens namn; annars webbplatsens titel", "the organisation's name; else the site's title"}, "Ekinge kommun"),
    row<&Organization::url>("url", url, optional, {"organisationens webbplats", "the organisation's site"}, "https://www.ekinge.example/"),
    row<&Organization::about>("about", markdown, optional, {"stycket \"Om kommunen\" under varje pressmeddelande", "the paragraph about the organisation under each release"}, "Ekinge kommun har 24 000 invånare."),
    row<&Organization::email>("email", email, optional, {"e-post", "e-mail"}, "kommun@ekinge.example"),
    row<&Organization::phone>("phone", phone, optional, {"telefon", "telephone"}, "0980-31 90 00"),
    row<&Organization::address>("address", text, optional, {"postadress", "postal address"}, "Stora torget 1, 980 10 Ekinge"),
    row<&Organization::place>("place", text, optional, {"orten som inlägg dateras när de inte säger annat", "the place posts are dated when they do not say"}, "Ekinge"),
    row<&Organization::logo>("logo", file, optional, {"fil i site/assets", "file in site/assets"}, "logo.svg"),
};

constexpr RecordType kOrganization = {"organization", {"organisationen bakom pressrummet", "the organisation behind the press room"}, kOrganizationFields, {}, nullptr};

constexpr Field kPhotoSettingsFields[] = {
    row<&PhotoSettings::derivatives>("derivatives", boolean, optional, {"false = bilderna visas bara som de är, utan mindre storlekar och nyare format", "false = pictures are shown only as they are, without smaller sizes and newer formats"}, "false"),
    row<&PhotoSettings::share_cards>("share_cards", boolean, optional, {"false = ett inlägg utan bild delas med webbplatsens bild, inte med en bild av rubriken", "false = a post without a picture is shared with the site's picture, not with one of its title"}, "false"),
};

constexpr RecordType kPhotoSettings = {"photos", {"vad som görs av bilderna", "what is made of the pictures"}, kPhotoSettingsFields, {}, nullptr};

constexpr Field kLicenseFields[] = {
    row<&License::name>("name", text, required, {"villkorens namn", "name of the terms"}, "Fri pressbild"),
    row<&License::url>("url", url, optional, {"sida med villkoren", "page with the terms"}, "https://www.ekinge.example/bildvillkor"),
    row<&License::terms>("terms", text, optional, {"villkoren i en mening", "the terms in a sentence"}, "Får användas fritt om fotografen anges."),
};

constexpr RecordType kLicense = {"license", {"villkor för bilder", "terms for pictures"}, kLicenseFields, {}, nullptr};

constexpr Field kPathFields[] = {
    row<&PathWords::topics>("topics", key, optional, {"adressord för ämnen", "address word for topics"}, "amnen"),
    row<&PathWords::areas>("areas", key, optional, {"adressord för områden", "address word for areas"}, "omraden"),
    row<&PathWords::people>("people", key, optional, {"adressord för personer", "address word for people"}, "personer"),
    row<&PathWords::events>("events", key, optional, {"adressord för evenemang", "address word for events"}, "evenemang"),
    row<&PathWords::corrections>("corrections", key, optional, {"adressord för rättelser", "address word for corrections"}, "rattelser"),
    row<&PathWords::subscribe>("subscribe", key, optional, {"adressord för prenumeration", "address word for subscriptions"}, "prenumerera"),
    row<&PathWords::statement>("statement", key, optional, {"adressord för tillgänglighetsredogörelsen", "address word for the accessibility statement"}, "tillganglighet"),
    row<&PathWords::authenticity>("authenticity", key, optional, {"adressord för sidan om hur man kontrollerar signaturen", "address word for the page about how to check the signature"}, "akthet"),
    row<&PathWords::calendar>("calendar", key, optional, {"kalenderfilens namn", "the calendar file's name"}, "kalender"),
};

constexpr RecordType kPaths = {"paths", {"ord i adresser", "words in addresses"}, kPathFields, {}, nullptr};

constexpr Field kThemeFields[] = {
    row<&Theme::accent>("accent", color, optional, {"kommunens färg", "the municipality's colour"}, "\"#1a5c38\""),
    row<&Theme::accent_dark>("accent_dark", color, optional, {"samma i mörkt läge", "the same in dark mode"}, "\"#8fd0a8\""),
    row<&Theme::on_accent>("on_accent", color, optional, {"text på kommunens färg", "text on the municipality's colour"}, "\"#ffffff\""),
    row<&Theme::on_accent_dark>("on_accent_dark", color, optional, {"samma i mörkt läge", "the same in dark mode"}, "\"#06210f\""),
    row<&Theme::link>("link", color, optional, {"länkar", "links"}, "\"#0b4f8a\""),
    row<&Theme::link_dark>("link_dark", color, optional, {"samma i mörkt läge", "the same in dark mode"}, "\"#9ecbff\""),
};

constexpr RecordType kTheme = {"theme", {"färger", "colours"}, kThemeFields, {}, nullptr};

constexpr Field kFeedFields[] = {
    row<&FeedSettings::items>("items", integer, optional, {"antal inlägg i varje flöde", "number of posts in each feed"}, "20"),
    row<&FeedSettings::hub>("hub", url, optional, {"nav som meddelar prenumeranter genast (WebSub)", "hub that tells subscribers at once (WebSub)"}, "https://hub.ekinge.example/"),
};

void check_feeds(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& feeds = *static_cast<const FeedSettings*>(record);
    if (feeds.hub.given() && !feeds.hub->starts_with("http")) decoder.report(rule("value/url"), feeds.hub.at, {*feeds.hub});
}

constexpr RecordType kFeeds = {"feeds", {"flöden", "feeds"}, kFeedFields, {}, check_feeds};

constexpr Field kCalendarFields[] = {
    row<&CalendarSettings::keep_days>("keep_days", integer, optional, {"hur många dagar ett evenemang ligger kvar i kalendern efteråt", "how many days an event stays in the calendar afterwards"}, "365"),
    row<&CalendarSettings::refresh_hours>("refresh_hours", integer, optional, {"med hur många timmars mellanrum den som prenumererar bör hämta kalendern", "how many hours apart those who subscribe should fetch the calendar"}, "1"),
    row<&CalendarSettings::color>("color", color_name, optional, {"kalenderns färg hos den som prenumererar: ett av CSS färgnamn", "the calendar's colour at those who subscribe: a colour by its name in CSS"}, "seagreen"),
};
constexpr RecordType kCalendar = {"calendar", {"kalendrar", "calendars"}, kCalendarFields, {}, nullptr};

constexpr Field kStatementFields[] = {
    row<&AccessibilityStatement::status>("status", choice, required, {"om webbplatsen uppfyller kraven: helt, delvis eller inte", "whether the site conforms: fully, partially or not"}, "partial"),
    row<&AccessibilityStatement::published>("published", date, required, {"när redogörelsen publicerades", "when the statement was published"}, "2026-01-15"),
    row<&AccessibilityStatement::updated>("updated", date, optional, {"när den senast sågs över", "when it was last reviewed"}, "2026-10-01"),
    row<&AccessibilityStatement::method>("method", choice, required, {"vem som bedömde: self eller external", "who assessed: self or external"}, "self"),
    row<&AccessibilityStatement::assessed>("assessed", date, required, {"när webbplatsen bedömdes", "when the site was assessed"}, "2026-01-10"),
    row<&AccessibilityStatement::assessor>("assessor", text, optional, {"vem som gjorde bedömningen", "who made the assessment"}, "Tillgänglighetsgruppen"),
    row<&AccessibilityStatement::issues>("issues", text, optional, {"det som inte är tillgängligt", "what is not accessible"}, ""),
    row<&AccessibilityStatement::email>("email", email, optional, {"e-post för synpunkter", "e-mail for feedback"}, "webb@ekinge.example"),
    row<&AccessibilityStatement::phone>("phone", phone, optional, {"telefon för synpunkter", "telephone for feedback"}, "0980-31 90 00"),
    row<&AccessibilityStatement::url>("url", url, optional, {"sida för synpunkter", "page for feedback"}, "https://www.ekinge.example/tyck-till"),
};

// What the law requires, and what cannot be said together (DIGG's model, after Commission Implementing Decision (EU) 2018/1523).
void check_statement(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& statement = *static_cast<const AccessibilityStatement*>(record);
    if (statement.status.given() && (*statement.status == Conformance::full) != statement.issues.empty())
        decoder.report(rule("site/statement-issues"), statement.status.at, {std::string(name_of(*statement.status)), std::to_string(statement.issues.size())});
    if (!statement.email.given() && !statement.phone.given() && !statement.url.given()) decoder.report(rule("site/statement-contact"), statement.at, {});
}

constexpr RecordType kStatement = {"statement", {"tillgänglighetsredogörelse", "accessibility statement"}, kStatementFields, {}, check_statement};

constexpr Field kLicenseTranslationFields[] = {
    row<&LicenseTranslation::name>("name", text, optional, {"villkorens namn", "name of the terms"}, "Free press photo"),
    row<&LicenseTranslation::terms>("terms", text, optional, {"villkoren i en mening", "the terms in a sentence"}, "May be used freely if the photographer is named."),
};
constexpr RecordType kLicenseTranslation = {"license-translation", {"villkor för bilder på ett annat språk", "terms for pictures in another language"}, kLicenseTranslationFields, {}, nullptr};

constexpr Field kSiteTranslationFields[] = {
    row<&SiteTranslation::title>("title", text, optional, {"pressrummets namn", "the press room's name"}, "Ekinge press room"),
    row<&SiteTranslation::description>("description", text, optional, {"en mening om pressrummet", "a sentence about the press room"}, "News and press releases from Ekinge Municipality."),
    row<&SiteTranslation::organization>("organization", text, optional, {"organisationens namn", "the organisation's name"}, "Ekinge Municipality"),
    row<&SiteTranslation::about>("about", markdown, optional, {"stycket \"Om kommunen\"", "the paragraph about the organisation"}, "Ekinge has 24,000 inhabitants."),
    row<&SiteTranslation::licenses>("licenses", record, optional, {"villkoren för bilder, med samma nycklar som under licenses", "the terms for pictures, with the same keys as under licenses"}, ""),
    row<&SiteTranslation::navigation>("navigation", record, optional, {"egna länkar i menyn, i stället för dem på webbplatsens språk", "links of your own in the menu, instead of those in the site's language"}, ""),
};
constexpr RecordType kSiteTranslation = {"translation", {"det som site.yaml säger, på ett annat språk", "what site.yaml says, in another language"}, kSiteTranslationFields, {}, nullptr};

constexpr Field kSiteFields[] = {
    row<&SiteConfig::title>("title", text, required, {"pressrummets namn", "the press room's name"}, "Pressrum Ekinge kommun"),
    row<&SiteConfig::base_url>("base_url", url, required, {"webbplatsens adress", "the site's address"}, "https://press.ekinge.example/"),
    row<&SiteConfig::language>("language", language, required, {"webbplatsens språk", "the site's language"}, "sv"),
    row<&SiteConfig::languages>("languages", language, optional, {"alla språk som inlägg översätts till; sv-simple är lättläst svenska", "all languages that posts are translated to; sv-simple is easy-to-read Swedish"}, "[sv, en]"),
    row<&SiteConfig::timezone>("timezone", text, required, {"tidszon ur IANA:s databas", "time zone of the IANA database"}, "Europe/Stockholm"),
    row<&SiteConfig::description>("description", text, optional, {"en mening om pressrummet", "a sentence about the press room"}, "Nyheter och pressmeddelanden från Ekinge kommun."),
    row<&SiteConfig::icon>("icon", file, optional, {"webbplatsens ikon: fil i site/assets", "the site's icon: file in site/assets"}, "icon.svg"),
    row<&SiteConfig::share_image>("share_image", file, optional, {"bild som visas när en sida utan egen bild delas: fil i site/assets", "picture shown when a page without one is shared: file in site/assets"}, "dela.png"),
    row<&SiteConfig::id_authority>("id_authority", text, optional, {"domän och år i permanenta id; ska stå kvar om webbplatsen flyttar", "domain and year in permanent ids; keep it when the site moves"}, "press.ekinge.example,2024"),
    row<&SiteConfig::organization>("organization", record, optional, {"organisationen bakom pressrummet", "the organisation behind the press room"}, ""),
    row<&SiteConfig::translations>("translations", record, optional, {"titel, beskrivning, villkor och annat på andra språk, ett stycke per språk", "title, description, terms and more in other languages, a part for each"}, ""),
    row<&SiteConfig::licenses>("licenses", record, optional, {"villkor för bilder", "terms for pictures"}, ""),
    row<&SiteConfig::paths>("paths", record, optional, {"ord i adresser", "words in addresses"}, ""),
    row<&SiteConfig::navigation>("navigation", record, optional, {"egna länkar i menyn", "links of your own in the menu"}, ""),
    row<&SiteConfig::theme>("theme", record, optional, {"färger", "colours"}, ""),
    row<&SiteConfig::feeds>("feeds", record, optional, {"flöden", "feeds"}, ""),
    row<&SiteConfig::calendar>("calendar", record, optional, {"kalendrar", "calendars"}, ""),
    row<&SiteConfig::photos>("photos", record, optional, {"vad som görs av bilderna", "what is made of the pictures"}, ""),
    row<&SiteConfig::signing_key>("signing_key", public_key, optional, {"den öppna nyckel som det publicerade är signerat med (minisign); ger en sida som berättar hur man kontrollerar det", "the public key that what is published is signed with (minisign); makes a page that tells how to check it"}, "RWRRVjNcKmkuS0FFufJ3VXluLaSjRHNFOkdH9zl5CRAUPT5hQE5cPyDB"),
    row<&SiteConfig::precompress>("precompress", boolean, optional, {"true = varje textfil finns också komprimerad (.gz och .br), för en egen webbserver som skickar sådana filer som de är", "true = each text file is there compressed too (.gz and .br), for a web server of your own that sends such files as they are"}, "true"),
    row<&SiteConfig::statement>("statement", record, optional, {"tillgänglighetsredogörelse", "accessibility statement"}, ""),
    row<&SiteConfig::rules>("rules", choice, optional, {"regler som ska vara strängare, mildare eller av", "rules to be stricter, milder or off"}, ""),
    row<&SiteConfig::words_to_avoid>("words_to_avoid", text, optional, {"ord att undvika, och vad som skrivs i stället", "words to avoid, and what to write instead"}, ""),
};

void check_site(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& site = *static_cast<const SiteConfig*>(record);
    if (!site.base_url->starts_with("http") || site.base_url->find_first_of("?#@") != std::string::npos) decoder.report(rule("value/url"), site.base_url.at, {*site.base_url});
    for (const auto& [id, level] : site.rules) {
        const Rule* found = find_rule(*id);
        if (found == nullptr) decoder.report(rule("site/unknown-rule"), id.at, {*id});
        else if (!found->adjustable) decoder.report(rule("site/fixed-rule"), id.at, {*id});
        else if (found->passing && level.given() && *level == RuleLevel::error) decoder.report(rule("site/passing-rule"), level.at, {*id});
    }
}

constexpr RecordType kSite = {"site", {"site/site.yaml", "site/site.yaml"}, kSiteFields, {}, check_site};

// --- people.yaml --------------------------------------------------------------------------------------------------------

constexpr Field kRoleFields[] = {
    row<&Role::role>("role", text, required, {"uppdrag eller titel", "role or title"}, "kommunalråd"),
    row<&Role::role_names>("role_names", text, optional, {"uppdraget på andra språk", "the role in other languages"}, "{en: municipal commissioner}"),
    row<&Role::party>("party", text, optional, {"partibeteckning", "party"}, "C"),
    row<&Role::organization>("organization", text, optional, {"organisation, om det inte är kommunen", "organisation, when not the municipality"}, ""),
    row<&Role::from>("from", date, optional, {"första dagen", "first day"}, "2022-10-17"),
    row<&Role::to>("to", date, optional, {"sista dagen", "last day"}, "2026-10-18"),
};

void check_role(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& role = *static_cast<const Role*>(record);
    if (role.from.given() && role.to.given() && *role.to < *role.from) {
        decoder.report(rule("people/role-period"), role.to.at, {to_iso(*role.to), to_iso(*role.from)});
    }
}

constexpr RecordType kRole = {"role", {"ett uppdrag under en tid", "a role for a time"}, kRoleFields, {}, check_role};

constexpr Field kPortraitFields[] = {
    row<&Portrait::src>("src", file, required, {"fil i site/assets/photos", "file in site/assets/photos"}, "karin-alm.jpg"),
    row<&Portrait::alt>("alt", alt, required, {"vad bilden visar", "what the picture shows"}, "Karin Alm, porträtt."),
    row<&Portrait::credit>("credit", credit, required, {"fotografens namn", "the photographer's name"}, "Förnamn Efternamn"),
    row<&Portrait::focus>("focus", focus, optional, {"ansiktets mitt, som ska synas när bilden beskärs: från vänster och uppifrån, 0 till 1", "the middle of the face, which stays in sight when the picture is cropped: from the left and from the top, 0 to 1"}, "[0.5, 0.3]"),
};
constexpr RecordType kPortrait = {"portrait", {"porträtt", "portrait"}, kPortraitFields, {}, nullptr};

constexpr Field kFormerNameFields[] = {
    row<&FormerName::name>("name", text, required, {"namnet som det var", "the name as it was"}, "Karin Berg"),
    row<&FormerName::to>("to", date, required, {"sista dagen", "last day"}, "2026-08-14"),
};
constexpr RecordType kFormerName = {"former_name", {"ett namn som personen har haft", "a name that the person has had"}, kFormerNameFields, {}, nullptr};

constexpr Field kPersonFields[] = {
    row<&Person::name>("name", text, required, {"namn", "name"}, "Karin Alm"),
    row<&Person::former_names>("former_names", record, optional, {"namn som personen har haft: det som sades då behåller dem", "names that the person has had: what was said then keeps them"}, ""),
    row<&Person::names>("names", text, optional, {"namn på andra språk, för en enhet eller tjänst", "name in other languages, of an office or service"}, "{en: Press office}"),
    row<&Person::role>("role", text, optional, {"uppdrag eller titel, om det aldrig har ändrats", "role or title, when it never changed"}, "kommundirektör"),
    row<&Person::role_names>("role_names", text, optional, {"role på andra språk", "role in other languages"}, "{en: chief executive}"),
    row<&Person::party>("party", text, optional, {"partibeteckning", "party"}, "C"),
    row<&Person::organization>("organization", text, optional, {"organisation, om det inte är kommunen", "organisation, when not the municipality"}, ""),
    row<&Person::roles>("roles", record, optional, {"uppdrag över tid", "roles over time"}, ""),
    row<&Person::email>("email", email, optional, {"e-post", "e-mail"}, "press@ekinge.example"),
    row<&Person::phone>("phone", phone, optional, {"telefon", "telephone"}, "0980-31 92 00"),
    row<&Person::contact>("contact", boolean, optional, {"true = kan stå under contacts i ett inlägg", "true = may stand under contacts of a post"}, "true"),
    row<&Person::portrait>("portrait", record, optional, {"porträtt", "portrait"}, ""),
    row<&Person::pronoun>("pronoun", text, optional, {"pronomen", "pronoun"}, "hon"),
};

void check_person(const void* record, const YamlNode&, Decoder& decoder) {
    const auto& person = *static_cast<const Person*>(record);
    if (person.roles.empty()) return;
    if (person.role.given()) decoder.report(rule("people/role-and-roles"), person.role.at, {"role"});
    if (person.party.given()) decoder.report(rule("people/role-and-roles"), person.party.at, {"party"});
    if (!person.role_names.empty()) decoder.report(rule("people/role-and-roles"), person.role_names.front().first.at, {"role_names"});
}

constexpr RecordType kPerson = {"person", {"en person eller kontakt", "a person or contact"}, kPersonFields, {}, check_person};

// --- topics.yaml --------------------------------------------------------------------------------------------------------

constexpr Field kTopicFields[] = {
    row<&Topic::name>("name", text, required, {"namn", "name"}, "Trygghet"),
    row<&Topic::description>("description", text, optional, {"en mening om ämnet", "a sentence about the topic"}, "Brottsförebyggande arbete och krisberedskap."),
    row<&Topic::color>("color", color_name, optional, {"kalenderns färg, om den är en annan än hela pressrummets: ett av CSS färgnamn", "the calendar's colour, when it is another than the press room's: a colour by its name in CSS"}, "steelblue"),
    row<&Topic::names>("names", text, optional, {"namn på andra språk", "names in other languages"}, "{en: Safety}"),
};
constexpr RecordType kTopic = {"topic", {"ett ämne eller område", "a topic or area"}, kTopicFields, "name", nullptr};

constexpr Field kTopicsFields[] = {
    row<&Topics::topics>("topics", record, optional, {"ämnen", "topics"}, ""),
    row<&Topics::areas>("areas", record, optional, {"områden", "areas"}, ""),
};
constexpr RecordType kTopics = {"topics", {"site/topics.yaml", "site/topics.yaml"}, kTopicsFields, {}, nullptr};

}  // namespace

template <> const RecordType& record_type<FormerName>() { return kFormerName; }
template <> const RecordType& record_type<Organization>() { return kOrganization; }
template <> const RecordType& record_type<License>() { return kLicense; }
template <> const RecordType& record_type<LicenseTranslation>() { return kLicenseTranslation; }
template <> const RecordType& record_type<SiteTranslation>() { return kSiteTranslation; }
template <> const RecordType& record_type<PathWords>() { return kPaths; }
template <> const RecordType& record_type<Theme>() { return kTheme; }
template <> const RecordType& record_type<FeedSettings>() { return kFeeds; }
template <> const RecordType& record_type<CalendarSettings>() { return kCalendar; }
template <> const RecordType& record_type<PhotoSettings>() { return kPhotoSettings; }
template <> const RecordType& record_type<AccessibilityStatement>() { return kStatement; }
template <> const RecordType& record_type<Role>() { return kRole; }
template <> const RecordType& record_type<Portrait>() { return kPortrait; }
template <> const RecordType& record_type<Topic>() { return kTopic; }

const RecordType& site_type() { return kSite; }
const RecordType& person_type() { return kPerson; }
const RecordType& topics_type() { return kTopics; }

}  // namespace pressrum

#pragma once
// The ids of the rules, by topic, each list in the order of its table in model/rules/. Included by model/rules.hpp alone.

#include "base/diagnostic.hpp"

#include <iterator>

namespace pressrum {

inline constexpr std::string_view kYamlIds[] = {
    "yaml/bad-utf8",
    "yaml/control-character",
    "yaml/line-end",
    "yaml/tab",
    "yaml/no-break-space",
    "yaml/invisible-character",
    "yaml/missing-space",
    "yaml/missing-colon",
    "yaml/missing-dash",
    "yaml/dash-space",
    "yaml/stray-item",
    "yaml/list-beside-key",
    "yaml/indentation",
    "yaml/indented-under-value",
    "yaml/joined-line",
    "yaml/duplicate-key",
    "yaml/empty-key",
    "yaml/complex-key",
    "yaml/colon",
    "yaml/start-character",
    "yaml/hash",
    "yaml/comment-close",
    "yaml/unclosed-quote",
    "yaml/text-after-quote",
    "yaml/backslash",
    "yaml/unclosed-bracket",
    "yaml/text-after-bracket",
    "yaml/inside-bracket",
    "yaml/braces",
    "yaml/anchor",
    "yaml/merge-key",
    "yaml/tag",
    "yaml/directive",
    "yaml/second-document",
    "yaml/too-deep",
    "yaml/other",
};
extern const Rule kYamlRules[std::size(kYamlIds)];

inline constexpr std::string_view kFenceIds[] = {
    "fence/missing",
    "fence/not-first",
    "fence/form",
    "fence/unclosed",
};
extern const Rule kFenceRules[std::size(kFenceIds)];

inline constexpr std::string_view kFrontMatterIds[] = {
    "front-matter/unknown-key",
    "front-matter/missing",
    "front-matter/empty",
    "front-matter/wants-value",
    "front-matter/wants-list",
    "front-matter/wants-mapping",
    "front-matter/choice",
    "front-matter/duplicate-value",
};
extern const Rule kFrontMatterRules[std::size(kFrontMatterIds)];

inline constexpr std::string_view kValueIds[] = {
    "value/key",
    "value/language",
    "value/url",
    "value/misleading-address",
    "value/path",
    "value/file",
    "value/color",
    "value/color-name",
    "value/public-key",
    "value/secret-key",
    "value/event-reference",
    "value/date",
    "value/time",
    "value/local-time",
    "value/moment",
    "value/impossible-date",
    "value/impossible-time",
    "value/email",
    "value/phone",
    "value/credit",
    "value/credit-label",
    "value/placeholder",
    "value/boolean",
    "value/integer",
    "value/number",
    "value/coordinates",
    "value/focus",
};
extern const Rule kValueRules[std::size(kValueIds)];

inline constexpr std::string_view kStringsIds[] = {
    "strings/unknown",
    "strings/empty",
    "strings/unused",
    "strings/missing",
    "strings/placeholder",
};
extern const Rule kStringsRules[std::size(kStringsIds)];

inline constexpr std::string_view kSiteIds[] = {
    "site/unknown-rule",
    "site/fixed-rule",
    "site/passing-rule",
    "site/statement-issues",
    "site/statement-contact",
    "site/missing",
    "site/timezone",
    "site/authority",
    "site/file",
    "site/unknown-language",
};
extern const Rule kSiteRules[std::size(kSiteIds)];

inline constexpr std::string_view kPeopleIds[] = {
    "people/role-and-roles",
    "people/renamed",
    "people/role-period",
    "people/missing",
};
extern const Rule kPeopleRules[std::size(kPeopleIds)];

inline constexpr std::string_view kPostIds[] = {
    "post/expired-without-expires",
    "post/expires-before-published",
    "post/change-before-published",
    "post/change-same-minute",
    "post/place",
    "post/name",
    "post/language",
    "post/duplicate-id",
    "post/duplicate-address",
    "post/month",
    "post/no-original",
    "post/unknown-layout",
    "post/change-in-future",
    "post/translation-differs",
    "post/change-untranslated",
    "post/empty",
};
extern const Rule kPostRules[std::size(kPostIds)];

inline constexpr std::string_view kQuoteIds[] = {
    "quote/who",
    "quote/speaker-and-name",
    "quote/duplicate-id",
    "quote/unknown-speaker",
    "quote/not-in-text",
    "quote/differs",
    "quote/differs-approved",
    "quote/part-of-sentence",
    "quote/unknown",
    "quote/other-speaker",
    "quote/speaker-not-in-text",
    "quote/apart",
    "quote/other-role",
};
extern const Rule kQuoteRules[std::size(kQuoteIds)];

inline constexpr std::string_view kStatementIds[] = {
    "statement/other-speaker",
    "statement/unknown-speaker",
    "statement/unclear-words",
    "statement/unmarked",
    "statement/signature",
    "statement/unlisted-speaker",
    "statement/unnamed-speaker",
    "statement/ambiguous-speaker",
    "statement/several-speakers",
    "statement/other-party",
    "statement/no-party",
    "statement/other-role",
    "statement/no-role",
    "statement/unread-language",
    "statement/missing-comma",
    "statement/struck",
};
extern const Rule kStatementRules[std::size(kStatementIds)];

inline constexpr std::string_view kBodyIds[] = {
    "body/too-long",
    "body/long-paragraph",
    "body/too-deep",
    "body/too-complex",
    "body/wide-table",
    "body/table-cells",
    "body/broken-table",
    "body/raw-html",
    "body/link-scheme",
    "body/link-address",
    "body/link-relative",
    "body/link-characters",
    "body/link-missing-address",
    "body/link-text",
    "body/broken-link",
    "body/level-one-heading",
    "body/heading-jump",
    "body/heading-empty",
    "body/heading-space",
    "body/underlined-heading",
    "body/hyphen-quote",
    "body/heading-quote",
    "body/numbered-list",
    "body/indented-code",
    "body/placed-inside",
    "body/placed-unknown",
    "body/placed-missing-name",
    "body/placed-name",
    "body/placed-address",
    "body/placed-exclamation",
};
extern const Rule kBodyRules[std::size(kBodyIds)];

inline constexpr std::string_view kReferenceIds[] = {
    "reference/unknown-topic",
    "reference/unknown-area",
    "reference/unknown-contact",
    "reference/not-a-contact",
    "reference/unknown-license",
};
extern const Rule kReferenceRules[std::size(kReferenceIds)];

inline constexpr std::string_view kDateIds[] = {
    "date/impossible",
    "date/weekday",
    "date/no-such-event",
    "date/without-event",
};
extern const Rule kDateRules[std::size(kDateIds)];

inline constexpr std::string_view kTimeIds[] = {
    "time/gap",
    "time/twice",
};
extern const Rule kTimeRules[std::size(kTimeIds)];

inline constexpr std::string_view kWordsIds[] = {
    "words/avoid",
};
extern const Rule kWordsRules[std::size(kWordsIds)];

inline constexpr std::string_view kEventIds[] = {
    "event/end-before-start",
    "event/day-and-time",
    "event/moved-from",
    "event/not-moved",
    "event/registration",
    "event/repeat-end",
    "event/repeat-both",
    "event/repeat-on",
    "event/repeat-start",
    "event/duplicate-id",
    "event/unknown",
    "event/no-occurrence",
    "event/too-many",
    "event/except-nothing",
    "event/change-without-status",
    "event/changed-silently",
    "event/repeat-interval",
    "event/repeat-on-twice",
    "event/repeat-too-far",
    "event/too-far",
    "event/same-start",
    "event/series-kind",
    "event/no-such-time",
    "event/which-time",
    "event/time-twice",
    "event/moved-onto",
    "event/moved-nowhere",
    "event/extra-nothing",
    "event/extra-before-start",
    "event/same-as-and-more",
    "event/same-as-unknown-post",
    "event/same-as-unknown-event",
    "event/same-as-chain",
    "event/same-as-hidden",
    "event/likely-double",
};
extern const Rule kEventRules[std::size(kEventIds)];

inline constexpr std::string_view kPhotoIds[] = {
    "photo/missing-file",
    "photo/kind",
    "photo/no-picture",
    "photo/duplicate-id",
    "photo/unknown",
    "photo/damaged",
    "photo/too-many-pixels",
    "photo/too-demanding",
    "photo/position",
    "photo/moves",
    "photo/other-credit",
    "photo/card",
    "photo/program",
};
extern const Rule kPhotoRules[std::size(kPhotoIds)];

inline constexpr std::string_view kAttachmentIds[] = {
    "attachment/missing-file",
    "attachment/runs-scripts",
};
extern const Rule kAttachmentRules[std::size(kAttachmentIds)];

inline constexpr std::string_view kLayoutIds[] = {
    "layout/missing",
    "layout/unknown-layout",
    "layout/unknown-partial",
    "layout/partial-circle",
    "layout/empty",
    "layout/unclosed-tag",
    "layout/bad-tag",
    "layout/delimiters",
    "layout/unclosed-section",
    "layout/wrong-end",
    "layout/no-start",
    "layout/too-deep",
    "layout/too-large",
    "layout/unknown-name",
    "layout/unknown-word",
    "layout/word-with-gaps",
    "layout/not-a-record",
    "layout/list-with-point",
    "layout/not-text",
    "layout/html-as-text",
    "layout/raw",
    "layout/text-as-condition",
    "layout/always",
    "layout/attribute-quotes",
    "layout/html-in-attribute",
    "layout/in-script",
};
extern const Rule kLayoutRules[std::size(kLayoutIds)];

inline constexpr std::string_view kLoadIds[] = {
    "load/no-folder",
    "load/unreadable",
    "load/too-large",
    "load/too-deep",
    "load/text",
    "load/control-character",
    "load/invisible",
    "load/direction",
    "load/not-regular",
    "load/name",
    "load/same-name",
    "load/ending",
    "load/unknown-file",
};
extern const Rule kLoadRules[std::size(kLoadIds)];

inline constexpr std::string_view kFileIds[] = {
    "file/unused",
};
extern const Rule kFileRules[std::size(kFileIds)];

inline constexpr std::string_view kLinkIds[] = {
    "link/broken",
    "link/expired",
    "link/expires",
    "link/waiting",
    "link/passing-fragment",
    "link/broken-fragment",
    "link/broken-in-layout",
};
extern const Rule kLinkRules[std::size(kLinkIds)];

inline constexpr std::string_view kOutputIds[] = {
    "output/collision",
    "output/name",
};
extern const Rule kOutputRules[std::size(kOutputIds)];

inline constexpr std::string_view kPublishIds[] = {
    "publish/not-ours",
    "publish/overwrites-source",
    "publish/own-file",
    "publish/busy",
};
extern const Rule kPublishRules[std::size(kPublishIds)];

inline constexpr std::string_view kAgainstIds[] = {
    "against/unreadable",
    "against/authority",
    "against/other-site",
    "against/statement",
    "against/approved",
    "against/statement-gone",
    "against/speaker",
    "against/name",
    "against/person",
    "against/role",
    "against/statement-address",
    "against/event-time",
    "against/event-status",
    "against/event-details",
    "against/event-words",
    "against/title",
    "against/photographer",
    "against/photo-gone",
    "against/photo-replaced",
    "against/portrait",
    "against/unlisted",
    "against/event-gone",
    "against/published",
    "against/change",
    "against/withdrawn",
    "against/removed",
    "against/missing-unlisted",
    "against/missing",
    "against/renamed",
    "against/moved",
};
extern const Rule kAgainstRules[std::size(kAgainstIds)];

inline constexpr std::string_view kSealIds[] = {
    "seal/changed",
    "seal/missing",
    "seal/not-regular",
    "seal/not-folder",
    "seal/unreadable",
    "seal/unlisted",
    "seal/no-manifest",
    "seal/manifest",
    "seal/no-signature",
    "seal/signature-form",
    "seal/other-key",
    "seal/signature",
    "seal/signature-comment",
};
extern const Rule kSealRules[std::size(kSealIds)];

}  // namespace pressrum

#include "import/draft.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "import/classify.hpp"
#include "import/proposed_events.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

// English when its small words are many and those of Swedish few; otherwise the site's own language.
std::string language_of(const std::vector<Block>& blocks, const std::string& own) {
    constexpr std::array<std::string_view, 8> kSwedish = {"och", "att", "det", "som", "är", "för", "på", "en"};
    constexpr std::array<std::string_view, 8> kEnglish = {"and", "the", "of", "to", "is", "for", "that", "with"};
    constexpr std::size_t kEnough = 5, kTimes = 4, kMaxBlocks = 60;
    if (own.starts_with("en")) return own;
    std::size_t swedish = 0, english = 0;
    for (std::size_t i = 0; i < std::min(blocks.size(), kMaxBlocks); ++i) {
        const std::string lower = to_lower(blocks[i].text());
        for (const std::string_view word : split(lower, ' ')) {
            if (std::find(kSwedish.begin(), kSwedish.end(), word) != kSwedish.end()) ++swedish;
            if (std::find(kEnglish.begin(), kEnglish.end(), word) != kEnglish.end()) ++english;
        }
    }
    return english >= kEnough && english > swedish * kTimes ? "en" : own;
}

std::optional<Date> whole_date(const std::optional<DateMention>& day) {
    if (!day || !day->year) return std::nullopt;
    const Date date{std::chrono::year(*day->year), std::chrono::month(day->month), std::chrono::day(day->day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

Draft make_draft(ReleaseText release, const ImportSite& site) {
    Draft draft;
    draft.aside = std::move(release.aside);
    draft.pictures = release.pictures;
    draft.notes = release.notes;
    draft.language = language_of(release.blocks, *site.config.language);
    const DateNames names(Lexicon(draft.language, {}));
    classify(std::move(release.blocks), site, names, draft);
    if (draft.title.empty() && !to_slug(release.subject).empty()) {
        draft.title = release.subject;
        draft.title_from_subject = true;
    }

    const std::optional<Date> published = whole_date(draft.published);
    std::string heading = draft.title;
    propose_events(draft.lead, heading, names, published, draft.events);
    for (const Block& block : draft.body) {
        const std::string text = block.text();
        if (block.form == Block::Form::heading) heading = text;
        propose_events(text, heading, names, published, draft.events);
        for (const auto& row : block.rows) {
            for (const std::string& cell : row) propose_events(cell, heading, names, published, draft.events);
        }
    }
    return draft;
}

}  // namespace pressrum

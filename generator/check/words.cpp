// The municipality's own list of words to avoid (site.yaml words_to_avoid), looked for in what it writes itself. What a person said
// is never corrected: statements are left alone.

#include "check/check.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"

namespace pressrum {
namespace {

struct Avoided {
    std::string lower;
    const Text* word;
    const Text* instead;
};

bool letter_at(std::string_view text, std::size_t at) { return at < text.size() && is_letter_or_digit(character_at(text, at).code); }

bool letter_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return is_letter_or_digit(character_at(text, begin).code);
}

void check_text(std::string_view text, Span at, const std::vector<Avoided>& avoided, Diagnostics& diagnostics) {
    const std::string lower = to_lower(text);
    for (const Avoided& each : avoided) {
        for (std::size_t found = lower.find(each.lower); found != std::string::npos; found = lower.find(each.lower, found + 1)) {
            if (letter_before(lower, found) || letter_at(lower, found + each.lower.size())) continue;
            // Folding keeps the length of nearly every text; where it does not, the whole text is pointed at.
            const bool exact = at.end - at.begin == text.size() && lower.size() == text.size();
            const auto begin = static_cast<std::uint32_t>(at.begin + found);
            const Span span = exact ? Span{at.file, begin, begin + static_cast<std::uint32_t>(each.lower.size())} : at;
            diagnostics.add({rule("words/avoid"), span, {**each.word, **each.instead}, {}, {}});
        }
    }
}

}  // namespace

void check_words(const Site& site, Diagnostics& diagnostics) {
    std::vector<Avoided> avoided;
    for (const auto& [word, instead] : site.config.words_to_avoid) avoided.push_back({to_lower(*word), &word, &instead});
    if (avoided.empty()) return;
    for (const SitePost& post : site.posts) {
        if (!is_same_language(site.words(post).language(), *site.config.language)) continue;  // the list is in the site's language
        check_text(*post.post.title, post.post.title.at, avoided, diagnostics);
        check_text(*post.post.lead, post.post.lead.at, avoided, diagnostics);
        for (std::uint32_t i = 0; i < post.body.size(); ++i) {
            const Node& node = post.body[i];
            if (node.kind == NodeKind::statement) i = node.end - 1;
            else if (node.kind == NodeKind::text) check_text(post.body.text(node), node.at, avoided, diagnostics);
        }
    }
}

}  // namespace pressrum

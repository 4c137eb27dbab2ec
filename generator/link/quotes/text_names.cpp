#include "link/quotes/text_names.hpp"

#include "base/text.hpp"
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/people_by_name.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <unordered_set>
#include <utility>

namespace pressrum {
namespace {

// With a capital letter before a name, at the beginning of a sentence: "Grattis Elsa", "Efter Elsa".
constexpr std::string_view kNoFirstNames[] = {
    "grattis", "heja", "hej", "hejsan", "tack",  "kära",     "bravo",      "efter", "före", "med",    "för",   "till",
    "från",    "utan", "men", "och",    "både",  "när",      "om",         "kafé",  "café", "hotell", "kiosk", "congratulations",
    "thanks",  "dear", "for", "with",   "after", "tillykke", "gratulerer", "kjære", "kære"};

bool begins_with_initial(std::string_view name) {
    std::string_view first = name.substr(0, name.find(' '));
    if (first.ends_with('.')) first.remove_suffix(1);
    return count_characters(first) == 1;
}

}  // namespace

void TextNames::read() {
    if (std::exchange(read_, true)) return;
    const AttributionWords* words = find_attribution_words(language_);
    std::unordered_set<std::string> seen;
    for (const std::string_view text : texts_) {
        const std::vector<Token> owned = tokenize(text);
        const TokenText tokens(text, owned);
        for (std::size_t i = 0; i < tokens.size();) {
            const NameRun run = tokens.is_capital(i) ? name_run(tokens, i, tokens.size()) : NameRun{i, 0};
            if (run.end == i) {
                ++i;
                continue;
            }
            std::size_t begin = i;
            for (std::size_t k = i; k + 1 < run.end; ++k) {  // what follows the last title or role: "Parks Director Hector Alvarado"
                if (is_whose(tokens.raw(k)) && k + 2 < run.end) begin = k + 1;
                if (!contains(attribution_words::kTitles, tokens.lower(k)) && !(words != nullptr && is_role_word(*words, tokens.lower(k))))
                    continue;
                begin = k + (tokens.is(k + 1, Token::Kind::stop) ? 2 : 1);
            }
            // "Författaren Disa Holmgren": the first word of a sentence has a capital letter whatever it is.
            const std::string& first_word = tokens.lower(begin);
            const bool plural = first_word.ends_with("erna") || first_word.ends_with("arna") || first_word.ends_with("orna") ||
                                first_word.ends_with("ene") || first_word.ends_with("erne");
            const bool may_be_noun = begin == i && (run.capitals >= 3 || plural) && (i == 0 || !tokens.is_word(i - 1));
            i = run.end;
            if (may_be_noun && run.capitals >= 3) ++begin;  // "Syskonen Maria Berg"
            else if (may_be_noun) continue;
            if (begin + 1 >= run.end || contains(kNoFirstNames, first_word)) continue;
            std::string name = tokens.slice(begin, run.end);
            if (begins_with_initial(name)) continue;                                              // "A. Hedsand" is not a whole name
            if (name.ends_with('s') && seen.contains(name.substr(0, name.size() - 1))) continue;  // "Karin Alms"
            if (!seen.insert(name).second) continue;
            const std::string first = name.substr(0, name.find(' ')), last = name.substr(name.rfind(' ') + 1);
            if (by_part_[first].size() <= kMaxCompared) by_part_[first].push_back(name);
            if (last != first && by_part_[last].size() <= kMaxCompared) by_part_[last].push_back(name);
            if (all_.size() < 3) all_.push_back(std::move(name));
        }
    }
}

const std::vector<std::string>& TextNames::with_part(const std::string& part) {
    static const std::vector<std::string> kNothing;
    read();
    const auto found = by_part_.find(part);
    return found != by_part_.end() ? found->second : kNothing;
}

std::string TextNames::only() {
    read();
    return all_.size() == 1 ? all_.front() : std::string();
}

}  // namespace pressrum

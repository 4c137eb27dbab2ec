#include "link/languages.hpp"

#include "base/text.hpp"
#include "link/quotes/quotes.hpp"
#include "model/rules.hpp"
#include "model/strings_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// The words of site/strings for a language: an easy-to-read form has those of its language, except the name, and may put some more plainly.
std::vector<std::pair<std::string, std::string>> overrides_of(std::string_view code, const Keyed<Keyed<Text>>& strings) {
    std::vector<std::pair<std::string, std::string>> overrides;
    const auto add = [&](std::string_view from, bool own) {
        for (const auto& [language, words] : strings) {
            if (*language != from) continue;
            for (const auto& [key, text] : words) {
                if (own || *key != "language_name") overrides.emplace_back(*key, *text);
            }
        }
    };
    if (is_easy(code)) add(without_easy(code), false);
    add(code, true);
    return overrides;
}

bool has_language(const Site& site, std::string_view tag) {
    return std::any_of(site.languages.begin(), site.languages.end(), [&](const Lexicon& words) { return words.language() == tag; });
}

std::string nearest_language(const Site& site, std::string_view tag) {
    std::vector<std::string_view> tags;
    for (const Lexicon& words : site.languages) tags.push_back(words.language());
    return std::string(find_nearest(tag, tags).value_or(""));
}

}  // namespace

bool link_languages(Site& site, const Keyed<Keyed<Text>>& strings, Diagnostics& diagnostics) {
    bool sound = true;
    const auto report = [&](Diagnostic fault) {
        sound = false;
        diagnostics.add(std::move(fault));
    };
    std::vector<Text> codes = {site.config.language};
    for (const Text& language : site.config.languages) {
        const bool met = std::any_of(codes.begin(), codes.end(), [&](const Text& code) { return *code == *language; });
        if (!met) codes.push_back(language);
    }
    for (const Text& written : codes) {
        const std::string& code = *written;
        site.languages.emplace_back(code, overrides_of(code, strings));
        if (!reads_statements(code)) diagnostics.add({rule("statement/unread-language"), written.at, {code}, {}, {}});
        const std::vector<std::string_view> missing = site.languages.back().missing();
        if (!missing.empty()) {
            const std::size_t shown = std::min<std::size_t>(missing.size(), 10);
            report({rule("strings/missing"),
                    written.at,
                    {code, fmt::to_string(missing.size()),
                     fmt::format("{}{}", fmt::join(missing.begin(), missing.begin() + static_cast<long>(shown), ", "),
                                 shown < missing.size() ? " …" : "")},
                    {},
                    {}});
        }
    }
    std::vector<std::string_view> keys;
    for (const Word& word : kWords) keys.push_back(word.key);
    for (const auto& [language, words] : strings) {
        const std::string& tag = *language;  // Clang 14 cannot capture a structured binding
        const bool used =
            std::any_of(codes.begin(), codes.end(), [&](const Text& code) { return *code == tag || without_easy(*code) == tag; });
        if (!used)
            diagnostics.add(
                {rule("strings/unused"), {language.at.file, 0, 0}, {fmt::format("site/strings/{}.yaml", *language), *language}, {}, {}});
        for (const auto& [key, text] : words) {
            const Word* word = find_word(*key);
            if (word == nullptr) {
                report({rule("strings/unknown"), key.at, {*key}, std::string(find_nearest(*key, keys).value_or("")), {}});
            } else if (trim(*text).empty() && !trim(model_text(*word)).empty()) {
                report({rule("strings/empty"), text.at, {*key}, {}, {}});
            } else if (const auto gaps = count_gaps(model_text(*word)); count_gaps(*text) != gaps) {
                report({rule("strings/placeholder"), text.at, {*key, fmt::to_string(gaps), "{0}"}, {}, {}});
            }
        }
    }
    return sound;
}

// What the site's files say in other languages: each must be one that the site has, or nobody would ever see it.
void check_languages(const Site& site, const Topics& topics, Diagnostics& diagnostics) {
    const auto check = [&](const auto& translations) {
        for (const auto& [tag, translation] : translations) {
            if (!has_language(site, *tag))
                diagnostics.add({rule("site/unknown-language"), tag.at, {*tag}, nearest_language(site, *tag), {}});
        }
    };
    check(site.config.translations);
    for (const auto& [key, person] : site.people) {
        check(person.names);
        check(person.role_names);
        for (const Role& role : person.roles) check(role.role_names);
    }
    for (const Keyed<Topic>* table : {&topics.topics, &topics.areas}) {
        for (const auto& [key, topic] : *table) check(topic.names);
    }
    for (const auto& [tag, translation] : site.config.translations) {
        for (const auto& [key, license] : translation.licenses) {
            const auto same = [&, wanted = std::string_view(*key)](const auto& each) { return *each.first == wanted; };
            if (std::none_of(site.config.licenses.begin(), site.config.licenses.end(), same))
                diagnostics.add({rule("reference/unknown-license"), key.at, {*key}, {}, {}});
        }
    }
}

}  // namespace pressrum

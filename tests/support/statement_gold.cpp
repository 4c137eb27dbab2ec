#include "support/statement_gold.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "support/golden.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

namespace pressrum::test {
namespace {

using Json = nlohmann::json;

std::vector<Said> read_gold(const Json& rows) {
    std::vector<Said> gold;
    for (const Json& row : rows) gold.push_back({row.at("speaker").is_null() ? "" : row.at("speaker").get<std::string>(), row.at("said")});
    return gold;
}

// Whose a word is: nobody's, or a speaker's, who may be unknown.
using Label = std::optional<std::string>;

// The words of a text, each with its paragraph, and the lines of each paragraph.
struct Source {
    struct Lines {
        std::size_t first, last;
    };

    std::vector<std::string> words;
    std::vector<std::size_t> paragraphs;  // of each word
    std::vector<Lines> lines;             // of each paragraph

    Source(const std::string& text, std::size_t line) {
        bool inside = false;
        for (const std::string& row : lines_of(text)) {
            if (row.find_first_not_of("> \t") == std::string::npos) {
                inside = false;
            } else {
                if (!inside) lines.push_back({line, line});
                inside = true;
                lines.back().last = line;
                for (std::string& word : words_of(row)) {
                    words.push_back(std::move(word));
                    paragraphs.push_back(lines.size() - 1);
                }
            }
            ++line;
        }
    }

    // From `start`, then from the beginning; the number of words when they are not there.
    std::size_t find(const std::vector<std::string>& wanted, std::size_t start) const {
        const auto found = std::search(words.begin() + static_cast<std::ptrdiff_t>(start), words.end(), wanted.begin(), wanted.end());
        if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
        return static_cast<std::size_t>(std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) - words.begin());
    }

    // A label for each word; false when something is said that the text does not hold.
    bool label(const std::vector<Said>& statements, const std::map<std::string, std::string>& names, std::vector<Label>& labels) const {
        labels.assign(words.size(), std::nullopt);
        std::size_t at = 0;
        bool all = true;
        for (const Said& statement : statements) {
            const auto name = names.find(statement.speaker);
            for (const std::string& span : statement.spans) {
                const std::vector<std::string> wanted = words_of(span);
                if (wanted.empty()) continue;
                const std::size_t begin = find(wanted, at);
                all = all && begin != words.size();
                if (begin == words.size()) continue;
                at = begin + wanted.size();
                for (std::size_t i = begin; i < at; ++i) labels[i] = name == names.end() ? statement.speaker : name->second;
            }
        }
        return all;
    }
};

// These ask about the person and not about the words: they do not make up for words that were left out.
bool is_about_the_person(std::string_view rule) {
    static constexpr std::string_view kRules[] = {"statement/unlisted-speaker", "statement/other-role", "statement/no-role",
                                                  "statement/other-party", "statement/no-party"};
    return std::find(std::begin(kRules), std::end(kRules), rule) != std::end(kRules);
}

struct Judging {
    const Source& source;
    const std::vector<AskedAt>& asked;
    bool in_error;
    std::set<std::size_t> spoken = {};  // paragraphs in which something is said

    bool stands_in(const AskedAt& question, std::size_t paragraph) const {
        return source.lines[paragraph].first <= question.line && question.line <= source.lines[paragraph].last;
    }

    // In the paragraph, or beside it where nobody says anything.
    bool is_asked_about(std::size_t paragraph, bool speaker_known) const {
        if (in_error && !asked.empty()) return true;
        std::vector<std::size_t> near = {paragraph};
        if (paragraph > 0 && !spoken.contains(paragraph - 1)) near.push_back(paragraph - 1);
        if (paragraph + 1 < source.lines.size() && !spoken.contains(paragraph + 1)) near.push_back(paragraph + 1);
        return std::any_of(asked.begin(), asked.end(), [&](const AskedAt& question) {
            if (speaker_known && is_about_the_person(question.rule)) return false;
            return std::any_of(near.begin(), near.end(), [&](std::size_t each) { return stands_in(question, each); });
        });
    }

    Verdict of(std::size_t paragraph, const std::vector<Label>& want, const std::vector<Label>& have) const {
        bool differs = false, unnamed = false, any = false;
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (source.paragraphs[i] != paragraph) continue;
            if (have[i] && (!want[i] || (!have[i]->empty() && have[i] != want[i]))) return Verdict::wrong;
            differs = differs || have[i] != want[i];
            unnamed = unnamed || (have[i] && have[i] != want[i]);
            any = any || have[i];
        }
        if (differs) return is_asked_about(paragraph, !unnamed && any) ? Verdict::asked : Verdict::missed;
        const bool needless = !spoken.contains(paragraph) && std::any_of(asked.begin(), asked.end(), [&](const AskedAt& question) {
            return stands_in(question, paragraph);
        });
        return needless ? Verdict::asked : Verdict::right;
    }
};

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool letter = c.code == '_' || is_letter_or_digit(c.code);
        if (letter && !inside) words.emplace_back();
        if (letter) words.back() += text.substr(at, c.length);
        inside = letter;
        at += c.length;
    }
    return words;
}

std::vector<GoldText> read_gold_texts(const std::string& json_lines) {
    std::vector<GoldText> texts;
    for (const std::string& line : lines_of(json_lines)) {
        const Json row = Json::parse(line);
        GoldText& text =
            texts.emplace_back(GoldText{row.at("id"), row.at("lang"), row.at("shape"), row.at("text"), {}, row.value("ask_ok", false)});
        text.golds.push_back(read_gold(row.at("gold")));
        for (const Json& other : row.value("also_ok", Json::array())) text.golds.push_back(read_gold(other));
    }
    return texts;
}

Verdict judge(const GoldText& text, std::size_t text_begins, const std::vector<Said>& got, const std::vector<AskedAt>& asked,
              const std::map<std::string, std::string>& names, bool in_error) {
    const Source source(text.text, text_begins);
    std::vector<Label> want, have;
    const bool known = source.label(got, {}, have);
    std::optional<Verdict> first;
    for (const std::vector<Said>& gold : text.golds) {
        if (!source.label(gold, names, want)) throw std::runtime_error(text.id + ": gold holds words that the text does not");
        Judging judging{source, asked, in_error};
        for (std::size_t i = 0; i < want.size(); ++i) {
            if (want[i]) judging.spoken.insert(source.paragraphs[i]);
        }
        Verdict worst = known ? Verdict::right : Verdict::wrong;
        for (std::size_t paragraph = 0; paragraph < source.lines.size(); ++paragraph)
            worst = std::max(worst, judging.of(paragraph, want, have));
        if (worst == Verdict::right) return worst;
        if (!first) first = worst;
    }
    return *first == Verdict::asked && text.may_ask ? Verdict::right : *first;
}

}  // namespace pressrum::test

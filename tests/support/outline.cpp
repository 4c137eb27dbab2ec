#include "support/outline.hpp"

#include "link/quotes/reading.hpp"
#include "support/readable_paragraph.hpp"
#include "support/statement_gold.hpp"

#include <fmt/format.h>

namespace pressrum::test {
namespace {

std::string to_text(const Attribution& by) {
    std::string out = by.verb + "|" + by.role + "|" + (by.pronoun ? "*" + by.pronoun_word : by.name) + "|" + by.party;
    if (by.several) out += " several";
    return out + (by.weak ? " weak" : "");
}

}  // namespace

std::string Outline::shown() const {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) out += fmt::format("{}{}{}", i == 0 ? "" : " ", kinds[i], words[i]);
    return out + rest;
}

bool Outline::is_like(const Outline& other) const {
    if (kinds != other.kinds || rest != other.rest) return false;
    std::size_t fewer = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] > other.words[i]) return false;
        fewer += other.words[i] - words[i];
    }
    return fewer <= 1;
}

Outline read_outline(const std::string& paragraph, const std::string& language) {
    static constexpr char kKinds[] = {'S', 'A', 'N', 'U'};  // said, attribution, narration, undecided
    const Reading reading = read_lines(paragraph, language);
    Outline out;
    for (const Piece& piece : reading.pieces) {
        out.kinds += kKinds[static_cast<std::size_t>(piece.kind)];
        out.words.push_back(words_of(std::string_view(paragraph).substr(piece.begin, piece.end - piece.begin)).size());
    }
    for (const Utterance& utterance : reading.utterances) {
        out.rest += " " + to_text(utterance.attribution);
        if (!utterance.subject.name.empty()) out.rest += " about " + utterance.subject.name;
    }
    const std::string asked = asked_about(reading, paragraph);
    if (!asked.empty()) out.rest += " ?" + asked.substr(0, asked.find(':'));
    const auto named = [&](std::string_view what, const std::optional<Attribution>& who) {
        if (who) out.rest += fmt::format(" {} {}", what, to_text(*who));
    };
    if (reading.question) named("asks of", reading.question->attribution);
    named("leads to", reading.leads_on);
    named("may lead to", reading.may_lead_on);
    named("looks back to", reading.looks_back);
    named("asks", reading.asked);
    named("about", reading.subject);
    for (const auto& [is, what] :
         {std::pair(reading.question_mark, " question"), std::pair(reading.colon, " colon"), std::pair(reading.whole, " whole"),
          std::pair(reading.closes, " closes"), std::pair(reading.goes_on, " goes on")}) {
        if (is) out.rest += what;
    }
    return out;
}

}  // namespace pressrum::test

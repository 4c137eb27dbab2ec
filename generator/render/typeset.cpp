#include "render/typeset.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

using namespace std::string_view_literals;

// What follows its number on the same line. ASCII in lower case.
constexpr std::array kCounted = {
    "april"sv,
    "augusti"sv,
    "august"sv,
    "december"sv,
    "desember"sv,
    "elokuuta"sv,
    "euro"sv,
    "february"sv,
    "februari"sv,
    "februar"sv,
    "grader"sv,
    "ha"sv,
    "heinäkuuta"sv,
    "helmikuuta"sv,
    "hektar"sv,
    "huhtikuuta"sv,
    "january"sv,
    "januari"sv,
    "januar"sv,
    "joulukuuta"sv,
    "juli"sv,
    "july"sv,
    "june"sv,
    "juni"sv,
    "kesäkuuta"sv,
    "kg"sv,
    "kilo"sv,
    "kilometer"sv,
    "km"sv,
    "kr"sv,
    "kronor"sv,
    "kvadratmeter"sv,
    "kwh"sv,
    "liter"sv,
    "lokakuuta"sv,
    "maaliskuuta"sv,
    "maj"sv,
    "mai"sv,
    "march"sv,
    "marraskuuta"sv,
    "mars"sv,
    "may"sv,
    "meter"sv,
    "miljarder"sv,
    "miljard"sv,
    "miljon"sv,
    "miljoner"sv,
    "miljoonaa"sv,
    "million"sv,
    "minuter"sv,
    "mkr"sv,
    "november"sv,
    "october"sv,
    "oktober"sv,
    "percent"sv,
    "procent"sv,
    "procentenheter"sv,
    "prosenttia"sv,
    "september"sv,
    "syyskuuta"sv,
    "tammikuuta"sv,
    "timmar"sv,
    "tusen"sv,
    "ton"sv,
    "toukokuuta"sv,
    "år"sv,
    "m"sv,
    "%"sv,
    "°c"sv,
};

// What precedes its number on the same line. ASCII in lower case.
constexpr std::array kNamed = {"kl."sv,  "kl"sv,   "klockan"sv, "klo"sv, "nr"sv,    "no."sv, "s."sv,
                               "sid."sv, "kap."sv, "§"sv,       "ca"sv,  "cirka"sv, "tfn"sv};

template <class Table>
bool holds(const Table& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

// The word before or after a space: up to the next space, without what closes a sentence after it.
std::string_view word_before(std::string_view text, std::size_t space) {
    const std::size_t begin = text.find_last_of(" \n", space - 1);
    return text.substr(begin == std::string_view::npos ? 0 : begin + 1, space - (begin == std::string_view::npos ? 0 : begin + 1));
}
std::string_view word_after(std::string_view text, std::size_t space) {
    std::string_view word = text.substr(space + 1, text.find_first_of(" \n", space + 1) - space - 1);
    while (!word.empty() && std::string_view(".,;:!?)").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
}

bool is_group_of_three(std::string_view word) { return word.size() == 3 && are_digits(word); }

bool belongs_together(std::string_view text, std::size_t space) {
    // Nearly every space stands between two words; looking for their other ends costs far more.
    const bool beside_number = space > 0 && space + 1 < text.size() && (is_digit(text[space - 1]) || is_digit(text[space + 1]));
    if (!beside_number) return false;
    std::string_view before = word_before(text, space);
    const std::string_view after = word_after(text, space);
    if (before.empty() || after.empty()) return false;
    if (is_digit(after.front())) {
        while (!before.empty() && (before.front() == '(')) before.remove_prefix(1);
        return holds(kNamed, ascii_lower(before)) || (is_digit(before.back()) && before.size() <= 3 && is_group_of_three(after));
    }
    return is_digit(before.back()) && holds(kCounted, ascii_lower(after));
}

// Every byte is asked, without a way out in between and without a bool: so the compiler takes sixteen at once.
bool holds_digit(std::string_view text) {
    unsigned char found = 0;
    for (const char c : text) found |= c >= '0' && c <= '9';
    return found != 0;
}

}  // namespace

std::string typeset(std::string_view text) {
    if (!holds_digit(text)) return std::string(text);
    std::string set;
    std::size_t done = 0;
    for (std::size_t space = text.find(' '); space != std::string_view::npos; space = text.find(' ', space + 1)) {
        if (!belongs_together(text, space)) continue;
        set.append(text, done, space - done).append("\u00A0");
        done = space + 1;
    }
    return set.append(text, done);
}

}  // namespace pressrum

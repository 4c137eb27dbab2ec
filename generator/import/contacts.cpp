#include "import/contacts.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "import/labels.hpp"
#include "read/markdown/run.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pressrum {
namespace {

constexpr std::size_t kMaxLines = 40;
constexpr std::size_t kMaxLine = 160;  // bytes

// A number as it is dialled in the country: without spaces, hyphens and "(0)", "+46" as "0".
std::string dialled(std::string_view phone) {
    std::string digits = replace_all(std::string(phone), "(0)", "");
    const bool plus = trim(digits).starts_with('+');
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    if (plus && digits.starts_with("46")) digits = "0" + digits.substr(2);
    return digits;
}

bool is_phone(std::string_view text) {
    constexpr std::size_t kFewestDigits = 6;
    std::size_t digits = 0;
    for (const char c : replace_all(std::string(text), "\u00A0", " ")) {
        if (is_digit(c)) ++digits;
        else if (std::string_view(" -+()/").find(c) == std::string_view::npos) return false;
    }
    return digits >= kFewestDigits;
}

bool is_email(std::string_view text) { return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos; }

// The line's facts: what stands between commas, dashes and bars, without "Tel:" and "E-post:".
std::vector<std::string> facts_of(std::string_view line) {
    constexpr std::array<std::string_view, 14> kNames = {"telefon", "tfn",   "tel",  "mobil", "mobiltelefon", "e-post", "epost",
                                                         "e-mail",  "email", "mejl", "mail",  "phone",        "mobile", "e-postadress"};
    std::string text = replace_all(replace_all(std::string(line), " – ", ","), " - ", ",");
    for (char& c : text) {
        if (c == '|' || c == ';' || c == '\t') c = ',';
    }
    std::vector<std::string> facts;
    for (std::string_view part : split(text, ',')) {
        part = trim(part);
        for (bool again = true; again;) {
            again = false;
            const std::string lower = to_lower(part);
            for (const std::string_view name : kNames) {
                if (!lower.starts_with(name)) continue;
                const std::string_view rest = part.substr(name.size());
                if (!rest.empty() && rest.front() != ':' && rest.front() != '.' && rest.front() != ' ') continue;
                part = rest;
                while (!part.empty() && (part.front() == ':' || part.front() == '.' || part.front() == ' ')) part.remove_prefix(1);
                again = true;
                break;
            }
        }
        // "Presstjänsten 0980-31 92 00": a name and a number without a comma.
        const std::size_t number = part.find_first_of("+0123456789");
        if (number != std::string_view::npos && number > 1 && part[number - 1] == ' ' && is_phone(part.substr(number)) && !is_phone(part)) {
            facts.emplace_back(trim(part.substr(0, number)));
            part = part.substr(number);
        }
        // "Karin Alm (C)": the party belongs to the name.
        if (!part.empty()) facts.emplace_back(part.substr(0, part.ends_with(')') ? part.find(" (") : std::string_view::npos));
    }
    return facts;
}

bool names_person(const Person& person, const std::string& fact) {
    if (is_email(fact)) return person.email.given() && ascii_lower(*person.email) == ascii_lower(fact);
    if (is_phone(fact)) return person.phone.given() && dialled(*person.phone) == dialled(fact);
    return to_lower(*person.name) == to_lower(fact);
}

bool tells_of_person(const Person& person, const std::string& fact) {
    if (names_person(person, fact)) return true;
    const std::string lower = to_lower(fact);
    const auto is = [&](const Text& text) { return text.given() && to_lower(*text) == lower; };
    return is(person.role) || is(person.organization) ||
           std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& role) { return is(role.role) || is(role.organization); });
}

// Without the words between the label and the first fact, which say nothing by themselves: "kontakta", "please contact:".
std::string_view without_filler(std::string_view text) {
    const std::string lower = to_lower(text);
    for (const std::string_view word :
         {"vänligen kontakta", "kontakta", "please contact", "contact", "för media", "för pressen", "för frågor"}) {
        if (!lower.starts_with(word) || (lower.size() > word.size() && lower[word.size()] != ' ' && lower[word.size()] != ':')) continue;
        text.remove_prefix(word.size());
        while (!text.empty() && (text.front() == ' ' || text.front() == ':')) text.remove_prefix(1);
        break;
    }
    return text;
}

}  // namespace

bool has_phone_or_email(std::string_view line) {
    for (const std::string& fact : facts_of(line)) {
        if (is_email(fact) || is_phone(fact)) return true;
    }
    return line.find('@') != std::string_view::npos;
}

FoundContacts find_contacts(std::span<const Block> blocks, const Keyed<Person>& people) {
    FoundContacts found;
    // As far as the lines are short, and the last of them can be reached by telephone or mail or stands with one that can.
    std::vector<std::string> lines;
    for (const Block& block : blocks.first(std::min(blocks.size(), kMaxLines))) {
        std::string line = block.text();
        const auto label = find_label(line);
        // Another label begins something else, even other contacts.
        const bool other = block.form != Block::Form::paragraph || line.size() > kMaxLine || begins_with_talstreck(line) || label;
        if (!lines.empty() && (other || (ends_sentence(line) && !has_phone_or_email(line)))) break;
        lines.push_back(std::move(line));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = i == 0 ? without_filler(find_label(lines[0])->value) : std::string_view(lines[i]);
        const auto facts = facts_of(line);
        const bool known = std::any_of(facts.begin(), facts.end(), [&](const std::string& fact) {
            return std::any_of(people.begin(), people.end(), [&](const auto& person) { return names_person(person.second, fact); });
        });
        if (known || has_phone_or_email(line)) found.blocks = i + 1;
    }
    while (found.blocks > 0 && found.blocks < lines.size() && blocks[found.blocks].group == blocks[found.blocks - 1].group) ++found.blocks;
    if (found.blocks == 0) return found;

    // Who is named, and then whether no line is about anybody else.
    std::vector<const Person*> named;
    std::set<std::string> keys;
    const auto facts_at = [&](std::size_t i) {
        return facts_of(i == 0 ? without_filler(find_label(lines[0])->value) : std::string_view(lines[i]));
    };
    for (std::size_t i = 0; i < found.blocks; ++i) {
        for (const std::string& fact : facts_at(i)) {
            for (const auto& [key, person] : people) {
                if (!*person.contact || !names_person(person, fact)) continue;
                named.push_back(&person);
                if (keys.insert(*key).second) found.keys.push_back(*key);
            }
        }
    }
    bool open = false;
    for (std::size_t i = 0; i < found.blocks; ++i) {
        const auto facts = facts_at(i);
        const bool known = std::all_of(facts.begin(), facts.end(), [&](const std::string& fact) {
            return std::any_of(named.begin(), named.end(), [&](const Person* person) { return tells_of_person(*person, fact); });
        });
        open = open || !known;
    }
    if (open) found.open.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(found.blocks));
    return found;
}

}  // namespace pressrum

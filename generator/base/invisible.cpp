#include "base/invisible.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace pressrum {
namespace {

constexpr char32_t kNextLine = 0x85;

// Whether there may be any: most texts have none, and need not be read a character at a time. Of what texts are full of, a dash and a quotation
// mark begin as some do.
bool may_have(std::string_view text) {
    static constexpr std::array<bool, 256> kLeads = [] {
        std::array<bool, 256> leads{};
        for (const unsigned lead : {0xC2u, 0xCDu, 0xD8u, 0xE1u, 0xE2u, 0xE3u, 0xEFu, 0xF0u, 0xF3u}) leads[lead] = true;
        return leads;
    }();
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
        if (!kLeads[byte(at)]) continue;
        const unsigned second = byte(at + 1), third = byte(at + 2);
        const bool plain_sign = byte(at) == 0xC2 && second != 0x85 && second != 0xAD;  // U+00A0 «
        const bool punctuation =
            byte(at) == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0xA9;  // U+2010 to U+2029: dashes, marks, …
        if (!plain_sign && !punctuation) return true;
    }
    return false;
}

bool has(char32_t code, UProperty property) { return u_hasBinaryProperty(static_cast<UChar32>(code), property) != 0; }

// Letters of these scripts change with their neighbours.
bool joins(char32_t code) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &error);
    static constexpr std::array kStandAlone = {USCRIPT_LATIN, USCRIPT_GREEK, USCRIPT_CYRILLIC, USCRIPT_COMMON, USCRIPT_INHERITED};
    return U_SUCCESS(error) && std::find(kStandAlone.begin(), kStandAlone.end(), script) == kStandAlone.end();
}

bool is_variation_selector(char32_t code) { return (code >= 0xFE00 && code <= 0xFE0F) || (code >= 0xE0100 && code <= 0xE01EF); }
bool is_tag(char32_t code) { return code >= 0xE0020 && code <= 0xE007F; }

bool means_something(char32_t code, char32_t before, char32_t after) {
    constexpr char32_t kFlag = 0x1F3F4, kKeycap = 0x20E3;
    if (code == 0x200C) return joins(before) && joins(after);
    if (code == 0x200D)
        return (joins(before) && joins(after)) || ((has(before, UCHAR_EMOJI) || before == 0xFE0F) && has(after, UCHAR_EMOJI));
    if (code == 0xFE0E || code == 0xFE0F) {
        if (before < 0x80) return after == kKeycap;
        return has(before, UCHAR_EMOJI) || has(before, UCHAR_IDEOGRAPHIC);
    }
    if (is_variation_selector(code)) return has(before, UCHAR_IDEOGRAPHIC) || joins(before);
    if (is_tag(code)) return before == kFlag || is_tag(before);
    return code >= 0x180B && code <= 0x180F && joins(before);  // Mongolian
}

// A paragraph's direction marks: where each stands, and whether it has its other half.
class Directions {
public:
    void mark(char32_t code, std::size_t at) {
        const bool opens = code == 0x202A || code == 0x202B || code == 0x202D || code == 0x202E || (code >= 0x2066 && code <= 0x2068);
        const bool isolate = code >= 0x2066;
        if (opens) return open_.push_back({code, at, isolate});
        while (!open_.empty() && isolate && !open_.back().isolate) halves_.push_back(take());  // an isolate ends what is open in it
        if (!open_.empty() && open_.back().isolate == isolate) open_.pop_back();
        else halves_.push_back({code, at, isolate});
    }
    // Of the paragraph that ends here; sorted.
    std::vector<std::size_t> end() {
        while (!open_.empty()) halves_.push_back(take());
        std::vector<std::size_t> places;
        for (const Open& each : halves_) places.push_back(each.at);
        halves_.clear();
        std::sort(places.begin(), places.end());
        return places;
    }

private:
    struct Open {
        char32_t code;
        std::size_t at;
        bool isolate;
    };
    Open take() {
        const Open last = open_.back();
        open_.pop_back();
        return last;
    }
    std::vector<Open> open_, halves_;
};

bool is_direction(char32_t code) { return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069); }
bool is_plain_mark(char32_t code) { return code == 0x200E || code == 0x200F || code == 0x061C; }

// Where direction marks stand that lack their other half. A line of front matter and a paragraph of text each stand alone.
std::vector<std::size_t> half_directions(std::string_view text) {
    std::vector<std::size_t> halves;
    Directions directions;
    bool front = text.starts_with("---");
    const auto end = [&] {
        for (const std::size_t at : directions.end()) halves.push_back(at);
    };
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t next = std::min(text.find('\n', line), text.size());
        const std::string_view words = text.substr(line, next - line);
        if (front || trim(words).empty()) end();
        for (std::size_t at = line; at < next;) {
            const Character c = character_at(text, at);
            if (is_direction(c.code)) directions.mark(c.code, at);
            at += c.length;
        }
        if (line != 0 && words == "---") front = false;
        line = next + 1;
    }
    end();
    return halves;
}

}  // namespace

VisibleText without_invisible(std::string text) {
    VisibleText visible;
    if (!may_have(text)) {
        visible.text = std::move(text);
        return visible;
    }
    const std::vector<std::size_t> halves = half_directions(text);
    const auto leave_out = [&](Invisible::Kind kind, char32_t code) {
        const bool goes_on =
            !visible.left_out.empty() && visible.left_out.back().at == visible.text.size() && visible.left_out.back().kind == kind;
        if (goes_on) ++visible.left_out.back().count;
        else visible.left_out.push_back({kind, visible.text.size(), code});
    };
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const std::size_t here = at;
        at += c.length;
        if (c.code == kNextLine) {
            leave_out(Invisible::character, c.code);
            visible.text += ' ';
        } else if (std::binary_search(halves.begin(), halves.end(), here)) {
            leave_out(Invisible::half_a_direction, c.code);
            continue;
        } else if (c.code >= 0xAD && has(c.code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !is_direction(c.code) && !is_plain_mark(c.code) &&
                   !means_something(c.code, before, at < text.size() ? character_at(text, at).code : 0)) {
            leave_out(Invisible::character, c.code);
            continue;
        } else {
            visible.text.append(text, here, c.length);
        }
        before = c.code;
    }
    return visible;
}

std::string name_of_character(char32_t code) {
    std::array<char, 128> name{};
    UErrorCode error = U_ZERO_ERROR;
    u_charName(static_cast<UChar32>(code), U_EXTENDED_CHAR_NAME, name.data(), static_cast<int32_t>(name.size()), &error);
    return fmt::format("U+{:04X} ({})", static_cast<std::uint32_t>(code), U_SUCCESS(error) ? name.data() : "");
}

}  // namespace pressrum

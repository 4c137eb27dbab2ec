#include "link/quotes/word_diff.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kMaxShown = 3;   // differences
constexpr std::size_t kContext = 2;    // words before and after a difference
constexpr std::size_t kMaxInOne = 12;  // words of one difference

bool is_pause(std::string_view mark) { return mark.empty() || mark == "." || mark == "," || mark == ";" || mark == ":"; }

// One character of a word in the form that is compared; quotation marks are left out.
void append_compared(std::string& out, Character c, std::string_view bytes) {
    const char32_t code = c.code;
    const bool quote = code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB || code == 0xBB;
    const bool invisible = code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF;
    if (quote || invisible) return;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) out += '-';
    else if (code == 0x2018 || code == 0x2019) out += '\'';
    else if (code == 0xFFFD) out += "\uFFFD";  // also for a broken byte: what is shown must be sound
    else out += bytes;
}

// Where the marks at the end of out[begin, …) begin.
std::size_t marks_begin(const std::string& out, std::size_t begin) {
    std::size_t end = out.size();
    while (end > begin) {
        if (std::string_view(".,;:?!)").find(out[end - 1]) != std::string_view::npos) --end;
        else if (end >= begin + 3 && std::string_view(out).substr(end - 3, 3) == "…") end -= 3;
        else break;
    }
    return end;
}

bool has_combining_mark(std::string_view word) {
    return word.find('\xCC') != std::string_view::npos || word.find('\xCD') != std::string_view::npos;
}

struct Edit {
    std::size_t from_begin, from_end, to_begin, to_end;  // what differs; between two of them the words are equal
};

bool is_same(const ComparedWord& a, const ComparedWord& b) { return a.word == b.word && is_same_mark(a, b); }

// Longest common subsequence on what is left between the common beginning and the common end.
std::vector<Edit> edits(WordSpan from, WordSpan to) {
    const auto n = static_cast<std::size_t>(from.second - from.first), m = static_cast<std::size_t>(to.second - to.first);
    std::size_t begin = 0, end = 0;
    while (begin < n && begin < m && is_same(from.first[begin], to.first[begin])) ++begin;
    while (end < n - begin && end < m - begin && is_same(from.first[n - 1 - end], to.first[m - 1 - end])) ++end;
    const std::size_t rows = n - begin - end, columns = m - begin - end;
    if (rows == 0 && columns == 0) return {};
    if (rows == 0 || columns == 0 || rows > kMaxDiffWords || columns > kMaxDiffWords) return {{begin, n - end, begin, m - end}};

    std::vector<std::uint16_t> length((rows + 1) * (columns + 1), 0);  // of the longest common rest
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return length[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            const bool same = is_same(from.first[begin + i], to.first[begin + j]);
            at(i, j) = same ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::vector<Edit> out;
    std::size_t i = 0, j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && is_same(from.first[begin + i], to.first[begin + j])) {
            ++i, ++j;
            continue;
        }
        Edit edit{begin + i, 0, begin + j, 0};
        while ((i < rows || j < columns) && !(i < rows && j < columns && is_same(from.first[begin + i], to.first[begin + j]))) {
            if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) ++i;
            else ++j;
        }
        edit.from_end = begin + i;
        edit.to_end = begin + j;
        out.push_back(edit);
    }
    return out;
}

void append_words(std::string& out, const ComparedWord* words, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin) out += ' ';
        if (i - begin >= kMaxInOne) {
            out += "…";
            return;
        }
        out += words[i].word.size() > 60 ? std::string(clip(words[i].word, 60)) + "…" : std::string(words[i].word);
        out += clip(words[i].mark, 12);
    }
}

}  // namespace

ComparedText::ComparedText(std::string_view text) {
    // Words are offsets into `out` until it is complete.
    struct Place {
        std::size_t word, mark, end;
    };
    std::string out;
    std::vector<Place> places;
    out.reserve(text.size());
    places.reserve(text.size() / 5 + 1);
    words.reserve(text.size() / 5 + 1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at, word = out.size();
        while (at < text.size()) {
            std::size_t plain = at;  // most of a text needs no second look
            while (plain < text.size() && text[plain] > ' ' && text[plain] < 0x7F && text[plain] != '"') ++plain;
            out.append(text.substr(at, plain - at));
            at = plain;
            if (at == text.size()) break;
            const Character c = character_at(text, at);
            if (is_white_space(c.code)) break;
            append_compared(out, c, text.substr(at, c.length));
            at += c.length;
        }
        const std::size_t end = at;
        if (at < text.size()) at += character_at(text, at).length;
        if (has_combining_mark(std::string_view(out).substr(word))) {
            const std::string composed = to_nfc(out.substr(word));
            out.replace(word, std::string::npos, composed);
        }
        const std::size_t mark = marks_begin(out, word);
        if (out.size() - mark > 2) out.replace(mark, std::string::npos, replace_all(out.substr(mark), "...", "…"));
        const bool empty = mark == word || std::string_view(out).substr(word, mark - word) == "-";
        if (empty && mark != word) out.erase(word, mark - word);
        if (!empty) {
            places.push_back({word, mark, out.size()});
            words.push_back({{}, {}, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        } else if (!words.empty() && out.size() > word) {  // "Ja !": a mark on its own belongs to the word before it
            places.back().end = out.size();
            words.back().end = static_cast<std::uint32_t>(end);
        } else {
            out.resize(word);
        }
    }
    bytes_ = std::make_unique<const std::string>(std::move(out));
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i].word = std::string_view(*bytes_).substr(places[i].word, places[i].mark - places[i].word);
        words[i].mark = std::string_view(*bytes_).substr(places[i].mark, places[i].end - places[i].mark);
    }
}

bool is_same_mark(const ComparedWord& a, const ComparedWord& b) {
    return a.mark == b.mark || ((a.seam || b.seam) && is_pause(a.mark) && is_pause(b.mark));
}

bool ends_sentence(const ComparedWord& word) {
    return word.mark.find_first_of(".?!") != std::string_view::npos || word.mark.find("…") != std::string_view::npos;
}

std::string word_diff(WordSpan from, WordSpan to) {
    const std::vector<Edit> all = edits(from, to);
    if (all.empty()) return {};
    const auto size = static_cast<std::size_t>(to.second - to.first);
    std::string out;
    std::size_t shown = 0;  // words of `to` that are written already
    for (std::size_t e = 0; e < all.size() && e < kMaxShown; ++e) {
        const Edit& edit = all[e];
        const std::size_t context = edit.to_begin - std::min(edit.to_begin - shown, kContext);
        if (context > shown) out += out.empty() ? "… " : " … ";
        else if (!out.empty() && context < edit.to_begin) out += ' ';
        append_words(out, to.first, context, edit.to_begin);
        if (!out.empty() && !out.ends_with(' ')) out += ' ';
        out += '[';
        append_words(out, from.first, edit.from_begin, edit.from_end);
        out += edit.from_begin == edit.from_end ? "→" : " →";
        if (edit.to_begin != edit.to_end) out += ' ';
        append_words(out, to.first, edit.to_begin, edit.to_end);
        out += ']';
        const std::size_t next = e + 1 < all.size() ? all[e + 1].to_begin : size;
        shown = edit.to_end;
        const std::size_t after = std::min(next - edit.to_end, kContext);
        if (after > 0) out += ' ';
        append_words(out, to.first, edit.to_end, edit.to_end + after);
        shown += after;
    }
    if (shown < size || all.size() > kMaxShown) out += " …";
    return out;
}

}  // namespace pressrum

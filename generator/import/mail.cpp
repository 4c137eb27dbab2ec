#include "import/mail.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "import/paragraphs.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

constexpr int kMaxQuoting = 10;  // mails within mails

bool is_quoted(std::string_view line) { return line.starts_with('>'); }

// Takes away one level of ">", when most lines that say something have it.
bool unquote(std::vector<std::string>& lines) {
    std::size_t quoted = 0, all = 0;
    for (const std::string& line : lines) {
        if (trim(line).empty()) continue;
        ++all;
        if (is_quoted(line)) ++quoted;
    }
    if (quoted == 0 || quoted * 3 < all * 2) return false;
    for (std::string& line : lines) {
        if (!is_quoted(line)) continue;
        line.erase(0, line.starts_with("> ") ? 2 : 1);
    }
    return true;
}

enum class HeadLine { none, field, subject };

// "Från: …", "*Subject:* …": a field that stands in the header of a mail.
HeadLine head_line(std::string_view line) {
    constexpr std::array<std::string_view, 17> kFields = {
        "från", "from",           "skickat",     "sent",      "till",       "to",         "kopia",    "cc", "datum",
        "date", "bifogade filer", "attachments", "prioritet", "importance", "svara till", "reply-to", "bcc"};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 20) return HeadLine::none;
    std::string name = to_lower(trim(line.substr(0, colon)));
    std::erase(name, '*');
    if (name == "ämne" || name == "subject") return HeadLine::subject;
    return std::find(kFields.begin(), kFields.end(), name) != kFields.end() ? HeadLine::field : HeadLine::none;
}

// The words of a field, without the end of the bold name before them: "*Ämne:* Nytt bad".
std::string after_field(std::string_view line) {
    std::string words = clean_line(line.substr(line.find(':') + 1));
    return words.starts_with('*') ? std::string(trim(std::string_view(words).substr(1))) : words;
}

// "SV: VB: Nytt bad" → "Nytt bad": a mail may have been answered and forwarded in turn.
std::string without_prefixes(std::string_view subject) {
    constexpr std::array<std::string_view, 10> kPrefixes = {"VB:", "Vb:", "vb:", "FW:", "Fw:", "Fwd:", "SV:", "Sv:", "RE:", "Re:"};
    for (;;) {
        const auto* prefix =
            std::find_if(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view each) { return subject.starts_with(each); });
        if (prefix == kPrefixes.end()) return std::string(subject);
        subject = trim(subject.substr(prefix->size()));
    }
}

bool is_separator(std::string_view line) {
    const std::string lower = to_lower(line);
    return lower.starts_with("--") && (lower.find("meddelande") != std::string::npos || lower.find("message") != std::string::npos);
}

void set_aside(std::vector<std::string>& lines, std::size_t begin, std::size_t end, std::vector<std::string>& aside) {
    for (std::size_t i = begin; i < end; ++i) {
        std::string line = clean_line(lines[i]);
        if (!line.empty()) aside.push_back(std::move(line));
        lines[i].clear();
    }
}

// From "-- " to the end, and lines like "-----Ursprungligt meddelande-----".
void take_signature_away(std::vector<std::string>& lines, ReleaseText& release) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == "-- " || trim(lines[i]) == "--") {
            set_aside(lines, i, lines.size(), release.aside);
            return;
        }
        if (is_separator(lines[i])) set_aside(lines, i, i + 1, release.aside);
    }
}

}  // namespace

void take_mail_away(std::vector<std::string>& lines, ReleaseText& release) {
    for (int round = 0; round < kMaxQuoting && unquote(lines); ++round) {}
    // The last header with a subject or at least two fields; what stands above it is about the mail.
    std::size_t head_end = 0;
    bool blank = true;  // nothing but empty lines so far
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i, fields = 0;
        std::string subject;
        for (; end < lines.size(); ++end) {
            const HeadLine kind = head_line(clean_line(lines[end]));
            if (kind == HeadLine::none) break;
            ++fields;
            if (kind == HeadLine::subject) subject = after_field(lines[end]);
        }
        // A subject alone is a header only on the very first line: further down it may be a part of the text.
        if (fields >= 2 || (!subject.empty() && blank)) {
            head_end = end;
            if (!subject.empty()) release.subject = subject;
        }
        blank = blank && fields == 0 && trim(lines[i]).empty();
        i = std::max(end, i + 1);
    }
    set_aside(lines, 0, head_end, release.aside);
    release.subject = without_prefixes(release.subject);
    // A signature stands outside the quotation or within it.
    take_signature_away(lines, release);
    for (int round = 0; head_end > 0 && round < kMaxQuoting && unquote(lines); ++round) {}
    take_signature_away(lines, release);
}

}  // namespace pressrum

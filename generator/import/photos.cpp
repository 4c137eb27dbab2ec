#include "import/photos.hpp"

#include "base/text.hpp"

namespace pressrum {
namespace {

constexpr std::size_t kMaxCaption = 300;  // characters
constexpr std::size_t kMaxCredit = 80;

void add_photo(std::string_view credit, std::string_view caption, std::vector<ProposedPhoto>& photos) {
    // The bracket of "(Foto: Maria Ek)", not that of "Maria Ek (t.v.)".
    const bool own_bracket = credit.find('(') != std::string_view::npos;
    while (credit.ends_with('.') || (credit.ends_with(')') && !own_bracket)) credit.remove_suffix(1);
    // "Bilden: …" and "Foto: …" on lines of their own are one picture.
    if (!photos.empty()) {
        ProposedPhoto& last = photos.back();
        if (last.credit.empty() && caption.empty()) {
            last.credit = credit;
            return;
        }
    }
    photos.push_back({std::string(credit), std::string(caption)});
}

}  // namespace

bool take_photo(const std::string& line, const std::optional<Labelled>& label, std::vector<ProposedPhoto>& photos) {
    if (count_characters(clip(line, 4 * kMaxCaption)) > kMaxCaption) return false;
    const bool caption_label = label && label->label == Label::caption;
    std::size_t inner = std::string::npos;
    for (const std::string_view word : {"Foto:", "Fotograf:", "Photo:", "foto:"}) {
        if (inner == std::string::npos) inner = line.find(word);
    }
    if (label && label->label == Label::credit) {
        if (label->value.empty() || count_characters(label->value) > kMaxCredit) return false;
        add_photo(label->value, {}, photos);
        return true;
    }
    if (inner != std::string::npos && inner > 0) {
        const auto credit = find_label(std::string_view(line).substr(inner));
        if (!credit || credit->value.empty() || count_characters(credit->value) > kMaxCredit) return false;
        std::string_view caption = caption_label ? std::string_view(label->value) : std::string_view(line);
        caption = caption.substr(0, inner - static_cast<std::size_t>(caption.data() - line.data()));
        while (!caption.empty() && (caption.back() == ' ' || caption.back() == '(' || caption.back() == '/' || caption.back() == ','))
            caption.remove_suffix(1);
        add_photo(credit->value, caption, photos);
        return true;
    }
    if (!caption_label || label->value.empty()) return false;
    if (is_name_like(label->value)) add_photo(label->value, {}, photos);
    else add_photo({}, label->value, photos);
    return true;
}

}  // namespace pressrum

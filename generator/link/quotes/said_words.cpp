#include "link/quotes/said_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::string_view kOpenings[] = {"”", "“", "„", "\"", "»", "«"};

// Without the comma before an attribution, and without quotation marks around the whole.
void trim_marks(std::string_view text, Piece& piece) {
    const auto ends_with = [&](std::string_view mark) {
        return piece.end - piece.begin > mark.size() && text.substr(0, piece.end).ends_with(mark);
    };
    const auto take = [&](std::string_view mark) { piece.end -= static_cast<std::uint32_t>(mark.size()); };
    if (piece.kind != Piece::Kind::said) return;
    if (ends_with(",")) take(",");
    for (const std::string_view mark : {"”", "“", "\"", "»", "«"}) {
        const std::string_view said = text.substr(piece.begin, piece.end - piece.begin);
        const bool opens =
            std::any_of(std::begin(kOpenings), std::end(kOpenings), [&](std::string_view opening) { return said.starts_with(opening); });
        if (!ends_with(mark) || !opens) continue;
        take(mark);
        piece.begin += static_cast<std::uint32_t>(character_at(said, 0).length);
        break;
    }
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> word_places(const SaidParagraph& paragraph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    if (!paragraph.is_said()) {
        for (const ComparedWord& word : paragraph.said.words) places.emplace_back(word.begin, word.end);
        return places;
    }
    for (const Piece& piece : paragraph.spoken.pieces) {
        if (piece.kind != Piece::Kind::said) continue;
        const ComparedText words(std::string_view(paragraph.text).substr(piece.begin, piece.end - piece.begin));
        for (const ComparedWord& word : words.words) places.emplace_back(piece.begin + word.begin, piece.begin + word.end);
    }
    return places;
}

std::vector<Piece> pieces_of(const SaidParagraph& paragraph, std::uint32_t begin, std::uint32_t end) {
    const auto words = word_places(paragraph);
    std::vector<Piece> pieces;
    for (std::uint32_t w = begin; w < end && w < words.size(); ++w) {
        const auto named = std::find_if(paragraph.speakers.begin(), paragraph.speakers.end(), [&](const auto& speaker) {
            return !pieces.empty() && pieces.back().end <= speaker.first && speaker.second <= words[w].first;
        });
        const bool apart = !pieces.empty() && named != paragraph.speakers.end();
        if (apart) pieces.push_back({Piece::Kind::attribution, named->first, named->second});
        if (pieces.empty() || apart) pieces.push_back({Piece::Kind::said, words[w].first, words[w].second});
        else pieces.back().end = words[w].second;
    }
    for (Piece& piece : pieces) trim_marks(paragraph.text, piece);
    return pieces;
}

}  // namespace pressrum

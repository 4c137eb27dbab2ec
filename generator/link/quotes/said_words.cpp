#include "link/quotes/said_words.hpp"

#include "base/text.hpp"
#include "link/quotes/tokens.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::string_view kOpenings[] = {"”", "“", "„", "\"", "»", "«"};

}  // namespace

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

WordPlaces word_places(const SaidParagraph& paragraph) {
    WordPlaces places;
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

std::vector<Piece> pieces_of(const SaidParagraph& paragraph, const WordPlaces& words, std::uint32_t begin, std::uint32_t end) {
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

std::string words_of(const SaidParagraph& paragraph, std::uint32_t begin, std::uint32_t end) {
    const std::vector<ComparedWord>& words = paragraph.said.words;
    if (begin >= end || end > words.size()) return {};
    std::string said =
        plain_words(std::string_view(paragraph.spoken.words).substr(words[begin].begin, words[end - 1].end - words[begin].begin));
    while (said.ends_with(',') || said.ends_with(';')) said.back() = '.';
    return said;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> attributed_sentences(const SaidParagraph& paragraph) {
    const WordPlaces places = word_places(paragraph);
    const std::vector<ComparedWord>& words = paragraph.said.words;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences;
    if (places.size() != words.size()) return sentences;
    for (const Piece& piece : paragraph.spoken.pieces) {
        if (piece.kind != Piece::Kind::attribution) continue;
        const auto next =
            std::lower_bound(places.begin(), places.end(), piece.end, [](const auto& place, std::uint32_t at) { return place.first < at; });
        const auto after = static_cast<std::uint32_t>(next - places.begin());
        std::uint32_t begin = after, end = after;
        if (begin > 0) {
            --begin;
            while (begin > 0 && !ends_sentence(words[begin - 1]) && !words[begin - 1].seam) --begin;
        }
        // "Nu, säger Karin Alm, bygger vi": the sentence goes on. An attribution before the first words belongs to the sentence that follows.
        const std::uint32_t to = after < places.size() ? places[after].first : piece.end;
        const bool goes_on =
            std::string_view(paragraph.text).substr(piece.end, to - piece.end).find_first_of(".?!") == std::string_view::npos;
        if (after == 0 || goes_on) {
            while (end < words.size() && !ends_sentence(words[end]) && !words[end].seam) ++end;
            end = std::min(end + 1, static_cast<std::uint32_t>(words.size()));
        }
        if (!sentences.empty() && begin < sentences.back().second) sentences.back().second = std::max(end, sentences.back().second);
        else if (begin < end) sentences.emplace_back(begin, end);
    }
    return sentences;
}

}  // namespace pressrum

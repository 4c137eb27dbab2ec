#include "cli/places.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kBlock = 1024;

}  // namespace

const Places::Table& Places::table(FileId file) {
    const auto [found, fresh] = tables_.try_emplace(file);
    if (!fresh) return found->second;
    const std::string_view text = sources_[file].text;
    std::vector<std::uint32_t>& lines = found->second.lines;
    lines.push_back(0);
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        lines.push_back(static_cast<std::uint32_t>(at + 1));
    std::uint32_t characters = 0;
    for (std::size_t at = 0; at <= text.size(); at += kBlock) {
        found->second.characters.push_back(characters);
        characters += static_cast<std::uint32_t>(count_characters(text.substr(at, kBlock)));
    }
    return found->second;
}

Position Places::position(FileId file, std::uint32_t offset) {
    const Table& known = table(file);
    const std::string_view text = sources_[file].text;
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    const auto characters_before = [&](std::uint32_t at) {
        const std::size_t block = at / kBlock;
        return known.characters[block] + static_cast<std::uint32_t>(count_characters(text.substr(block * kBlock, at - block * kBlock)));
    };
    const auto next = std::upper_bound(known.lines.begin(), known.lines.end(), offset);
    return {static_cast<std::uint32_t>(next - known.lines.begin()), characters_before(offset) - characters_before(*(next - 1)) + 1};
}

Places::Line Places::line(FileId file, std::uint32_t offset) {
    const std::vector<std::uint32_t>& lines = table(file).lines;
    const std::string_view text = sources_[file].text;
    const auto next = std::upper_bound(lines.begin(), lines.end(), offset);
    const std::uint32_t begin = *(next - 1);
    const std::size_t end = next == lines.end() ? text.size() : *next - 1;
    std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return {line, begin};
}

}  // namespace pressrum

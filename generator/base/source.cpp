#include "base/source.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstring>

namespace pressrum {

Position SourceFile::position(std::uint32_t offset) const {
    offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text.size()));
    const std::string_view before = std::string_view(text).substr(0, offset);
    const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t last_break = before.rfind('\n');
    const std::string_view in_line = last_break == std::string_view::npos ? before : before.substr(last_break + 1);
    return {line + 1, static_cast<std::uint32_t>(count_characters(in_line)) + 1};
}

std::string_view SourceFile::line_at(std::uint32_t offset) const {
    const std::string_view all = text;
    offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(all.size()));
    const std::size_t before = offset == 0 ? std::string_view::npos : all.rfind('\n', offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(all.find('\n', offset), all.size());
    std::string_view line = all.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

std::uint32_t SourceFile::line_begin(std::uint32_t line) const {
    std::size_t at = 0;
    for (; line > 0; --line) {
        const void* next = std::memchr(text.data() + at, '\n', text.size() - at);
        if (next == nullptr) return static_cast<std::uint32_t>(text.size());
        at = static_cast<std::size_t>(static_cast<const char*>(next) - text.data()) + 1;
    }
    return static_cast<std::uint32_t>(at);
}

FileId Sources::add(std::string path, std::string text) {
    files_.push_back({std::move(path), std::move(text)});
    return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::text(Span span) const {
    if (!span.known()) return {};
    return std::string_view(files_[span.file].text).substr(span.begin, span.end - span.begin);
}

}  // namespace pressrum

#pragma once
// Source files and places in them.
//
// Sources owns the bytes of every file that was read; a Span is a place in one of them (file number and byte
// offsets, so it stays small and comparable). Everything the program says about content carries a Span, and
// only here does a Span become the line and column that a person sees.
// Invariant: a SourceFile never changes once it stands in Sources. Nothing here touches the disk.

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

using FileId = std::uint32_t;

struct Span {
    static constexpr FileId kNoFile = std::numeric_limits<FileId>::max();

    FileId file = kNoFile;    // kNoFile: the thing stands in no file (a default, a whole folder)
    std::uint32_t begin = 0;  // byte offsets into the file's text
    std::uint32_t end = 0;    // one past the last byte; begin == end is a point

    bool known() const { return file != kNoFile; }
    friend bool operator==(const Span&, const Span&) = default;
    friend auto operator<=>(const Span&, const Span&) = default;
};

// Where a person looks: lines and columns count from 1, columns in characters (code points), not bytes.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

struct SourceFile {
    std::string path;  // as shown to people and used in ids: relative to its root, '/' between folders
    std::string text;  // UTF-8 in NFC, without a byte order mark

    Position position(std::uint32_t offset) const;
    // The line that holds `offset`, without its line end.
    std::string_view line_at(std::uint32_t offset) const;
    // The offset of a line's first byte; lines count from 0. Past the end: the text's size.
    std::uint32_t line_begin(std::uint32_t line) const;
};

class Sources {
public:
    FileId add(std::string path, std::string text);

    const SourceFile& operator[](FileId id) const { return files_[id]; }
    std::size_t size() const { return files_.size(); }
    std::string_view text(Span span) const;

private:
    std::vector<SourceFile> files_;
};

}  // namespace pressrum

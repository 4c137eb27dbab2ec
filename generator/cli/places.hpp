#pragma once
// Lines and columns of many places in many files.
//
// SourceFile::position counts from the beginning of the file; a report of thousands of findings in one file would count the same
// bytes thousands of times. Places counts each file once, at the first question about it, and then answers from a table.

#include "base/source.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

class Places {
public:
    explicit Places(const Sources& sources) : sources_(sources) {}

    // The same as SourceFile::position.
    Position position(FileId file, std::uint32_t offset);
    // The line that holds `offset`, without its line end, and where in the file it begins.
    struct Line {
        std::string_view text;
        std::uint32_t begin;
    };
    Line line(FileId file, std::uint32_t offset);

private:
    struct Table {
        std::vector<std::uint32_t> lines;       // offset of each line's first byte
        std::vector<std::uint32_t> characters;  // how many stand before each block of kBlock bytes
    };

    const Table& table(FileId file);

    const Sources& sources_;
    std::unordered_map<FileId, Table> tables_;
};

}  // namespace pressrum

#pragma once
// A finished release as it came, cut into blocks: what plain text and a Word document are both read into.
//
// A block is one paragraph, list item, heading or table. Its words are exactly those of the text, apart from invisible
// characters; only the marks that make it a list item are taken off. What a block means is not decided here (import/classify).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// Words that look the same.
struct Run {
    std::string text;
    bool bold = false, italic = false;
    std::string url = {};  // of a link
};

struct Block {
    enum class Form : std::uint8_t { paragraph, title, heading, bullet, hyphen, number, table };

    Form form = Form::paragraph;  // hyphen: a bullet that was written with a hyphen, perhaps for a talstreck
    unsigned level = 2;           // of a heading; of a numbered item its number
    unsigned group = 0;           // blocks with the same number stood together, without an empty line between
    std::vector<Run> runs = {};
    std::vector<std::vector<std::string>> rows = {};  // of a table
    std::uint32_t number = 0;                         // of the block in the text, from 0

    std::string text() const;
    bool is_bold() const;  // all of it
    void drop_front(std::size_t bytes);
};

struct ReleaseText {
    std::vector<Block> blocks;
    std::vector<std::string> aside;  // lines of the mail around the release, which are not a part of it
    std::string subject;             // of that mail; empty: none
    unsigned pictures = 0;           // that were in the document and were left behind
    unsigned notes = 0;              // footnotes and text boxes, likewise
};

}  // namespace pressrum

#pragma once
// What a Word document's styles, numbering and links mean: the parts of the archive beside the text.

#include "import/blocks.hpp"

#include <map>
#include <string>
#include <string_view>

namespace pressrum {

struct DocxStyles {
    struct Style {
        Block::Form form = Block::Form::paragraph;
        unsigned level = 2;
    };
    std::map<std::string, Style, std::less<>> styles;       // by id; ordinary paragraphs are not there
    std::map<std::string, Block::Form, std::less<>> lists;  // by the number of the numbering
    std::map<std::string, std::string, std::less<>> links;  // by the id of the relation
};

// Each part may be empty or broken: what cannot be read is not known.
DocxStyles read_docx_styles(std::string_view styles, std::string_view numbering, std::string_view relations);

}  // namespace pressrum

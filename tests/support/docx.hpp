#pragma once
// A Word document for tests, put together from the XML of its parts.

#include <map>
#include <string>

namespace pressrum::test {

// The bytes of an archive with these files.
std::string zip_of(const std::map<std::string, std::string>& files);

// A document with this in its body, with the styles "Rubrik1", "Rubrik2" (headings) and "Title", the lists 1 (bullets) and 2
// (numbers), and the link rId7 to https://www.ekinge.example/bron.
std::string docx_of(const std::string& body);

// A paragraph of that style, or of none, with these runs.
std::string docx_paragraph(const std::string& style, const std::string& runs);
// A run of plain text; `look` is its properties: "<w:b/>".
std::string docx_run(const std::string& text, const std::string& look = {});

}  // namespace pressrum::test

#include "support/docx.hpp"

#include <zip.h>

#include <stdexcept>

namespace pressrum::test {

std::string zip_of(const std::map<std::string, std::string>& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (zip == nullptr) throw std::runtime_error("no archive can be made");
    for (const auto& [name, bytes] : files) {
        if (zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8) < 0)
            throw std::runtime_error("no file can be added to the archive");
    }
    if (zip_close(zip) != 0) throw std::runtime_error("the archive cannot be closed");
    zip_stat_t size;
    zip_source_open(target);
    zip_source_stat(target, &size);
    std::string bytes(size.size, '\0');
    if (zip_source_read(target, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
        throw std::runtime_error("the archive cannot be read");
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string docx_of(const std::string& body) {
    const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    return zip_of({
        {"[Content_Types].xml", "<Types/>"},
        {"word/document.xml", "<?xml version=\"1.0\"?><w:document " + w + "><w:body>" + body + "<w:sectPr/></w:body></w:document>"},
        {"word/styles.xml", "<w:styles " + w +
                                "><w:style w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
                                "<w:style w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style>"
                                "<w:style w:styleId=\"Rubrik2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>"},
        {"word/numbering.xml",
         "<w:numbering " + w +
             "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>"
             "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>"
             "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
             "w:val=\"1\"/></w:num></w:numbering>"},
        {"word/_rels/document.xml.rels",
         "<Relationships><Relationship Id=\"rId7\" Target=\"https://www.ekinge.example/bron\"/>"
         "<Relationship Id=\"rId8\" Target=\"javascript:alert(1)\"/></Relationships>"},
    });
}

std::string docx_paragraph(const std::string& style, const std::string& runs) {
    const std::string properties =
        style.empty()     ? ""
        : style[0] == '#' ? "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + style.substr(1) + "\"/></w:numPr></w:pPr>"
                          : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + properties + runs + "</w:p>";
}

std::string docx_run(const std::string& text, const std::string& look) {
    return "<w:r>" + (look.empty() ? "" : "<w:rPr>" + look + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

}  // namespace pressrum::test

// Word documents: the same blocks as text, and no harm from hostile ones.
#include "import/docx.hpp"
#include "import/docx_styles.hpp"
#include "import/markdown_text.hpp"
#include "support/docx.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string p(const std::string& text) { return docx_paragraph("", docx_run(text)); }

std::string markdown_of(const std::string& body) {
    const auto read = read_docx(docx_of(body));
    REQUIRE(read);
    std::vector<std::size_t> lines;
    return to_markdown(read->blocks, lines);
}

std::string refused(const std::string& bytes) {
    const auto read = read_docx(bytes);
    return read ? "read" : std::string(read.error().en);
}

}  // namespace

TEST_CASE("headings and lists of a document are known by style and numbering") {
    CHECK(markdown_of(docx_paragraph("Rubrik2", docx_run("Så bygger vi")) + p("Vi börjar i höst.") + docx_paragraph("#1", docx_run("Trä")) +
                      docx_paragraph("#1", docx_run("Sten")) + docx_paragraph("#2", docx_run("Rita")) +
                      docx_paragraph("#2", docx_run("Bygg")) + p("Klart.")) ==
          "## Så bygger vi\n\nVi börjar i höst.\n\n- Trä\n- Sten\n\n1. Rita\n2. Bygg\n\nKlart.\n");
    const auto read = read_docx(docx_of(p("Ekinge") + docx_paragraph("Title", docx_run("Ny bro"))));
    REQUIRE(read);
    CHECK(read->blocks.at(1).form == Block::Form::title);
}

TEST_CASE("bold, italic and links are kept, also over several runs") {
    CHECK(markdown_of(docx_paragraph("", docx_run("Bron är ", "") + docx_run("helt", "<w:b/>") + docx_run(" ny ", "<w:b/>") +
                                             docx_run("och ") + docx_run("lång", "<w:i/>") + docx_run("."))) ==
          "Bron är **helt ny** och *lång*.\n");
    CHECK(markdown_of(docx_paragraph("", docx_run("Läs ") + "<w:hyperlink r:id=\"rId7\">" + docx_run("om bron") + "</w:hyperlink>" +
                                             docx_run("."))) == "Läs [om bron](https://www.ekinge.example/bron).\n");
    CHECK(markdown_of(docx_paragraph("", "<w:hyperlink r:id=\"rId8\">" + docx_run("om bron") + "</w:hyperlink>")) == "om bron\n");
    CHECK(markdown_of(docx_paragraph("", docx_run("inte fet", "<w:b w:val=\"0\"/>"))) == "inte fet\n");
}

TEST_CASE("words whose direction is given are words all the same") {
    CHECK(markdown_of("<w:p><w:bdo w:val=\"rtl\">" + docx_run("مرحبا") + "</w:bdo><w:dir w:val=\"ltr\">" + docx_run(" hej") +
                      "</w:dir></w:p>") == "مرحبا hej\n");
}

TEST_CASE("tracked changes are read as accepted") {
    CHECK(markdown_of(docx_paragraph("", docx_run("Vi ") + "<w:del><w:r><w:delText>river</w:delText></w:r></w:del><w:ins>" +
                                             docx_run("bygger") + "</w:ins>" + docx_run("."))) == "Vi bygger.\n");
}

TEST_CASE("bytes that are no text are left out, control characters are spaces, and what somebody wrote is kept") {
    CHECK(markdown_of(p("Br\xF6n är\xC3 \uFFFD klar")) == "Brn är \uFFFD klar\n");
    CHECK(markdown_of(p("a\x01"
                        "b\x7F"
                        "c\u0085d\u009Fe\u00E5")) == "a b c d e\u00E5\n");
}

TEST_CASE("a table is a table, and one within another is paragraphs") {
    const auto cell = [](const std::string& inner) { return "<w:tc>" + inner + "</w:tc>"; };
    const auto row = [](const std::string& inner) { return "<w:tr>" + inner + "</w:tr>"; };
    CHECK(markdown_of("<w:tbl>" + row(cell(p("Dag")) + cell(p("Tid"))) + row(cell(p("Lördag")) + cell(p("10|14"))) + "</w:tbl>") ==
          "| Dag | Tid |\n|---|---|\n| Lördag | 10\\|14 |\n");
    // No word of a table within a table is lost.
    CHECK(markdown_of("<w:tbl>" + row(cell(p("a") + "<w:tbl>" + row(cell(p("b")) + cell(p("c"))) + "</w:tbl>" + p("d"))) + "</w:tbl>") ==
          "a\n\nb\n\nc\n\nd\n");
    // Nor when many lie within one another.
    std::string nested = p("innerst");
    for (int depth = 0; depth < 17; ++depth) nested = "<w:tbl>" + row(cell(nested)) + "</w:tbl>" + p("");
    CHECK(markdown_of(nested) == "innerst\n");
    // Nor of a content control: a template has them around the text of a cell, a cell or a row.
    const auto control = [](const std::string& inside) { return "<w:sdt><w:sdtContent>" + inside + "</w:sdtContent></w:sdt>"; };
    CHECK(markdown_of("<w:tbl>" + control(row(control(cell(p("Dag"))) + cell(control(p("Tid"))))) + row(cell(p("Lördag")) + cell(p("10"))) +
                      "</w:tbl>") == "| Dag | Tid |\n|---|---|\n| Lördag | 10 |\n");
}

TEST_CASE("pictures, footnotes and text boxes are counted") {
    const auto read = read_docx(docx_of(docx_paragraph("", docx_run("Text.") +
                                                               "<w:r><w:drawing><a/></w:drawing></w:r><w:r><w:footnoteReference/></w:r>"
                                                               "<w:r><w:pict><w:txbxContent>" +
                                                               p("ruta") + "</w:txbxContent></w:pict></w:r>")));
    REQUIRE(read);
    CHECK(read->pictures == 1);
    CHECK(read->notes == 2);
    CHECK(read->blocks.size() == 1);
}

TEST_CASE("a line break is a line of its own, and a typed bullet a bullet") {
    CHECK(markdown_of(docx_paragraph("", docx_run("Presstjänsten") + "<w:r><w:br/></w:r>" + docx_run("0980-31 92 00"))) ==
          "Presstjänsten\n\n0980-31 92 00\n");
    CHECK(markdown_of(docx_paragraph("", docx_run("•") + "<w:r><w:tab/></w:r>" + docx_run("en punkt"))) == "- en punkt\n");
}

TEST_CASE("what is no document, or a hostile one, is refused with a reason") {
    CHECK(refused("PK\x03\x04 trasig") == "\"{0}\" is damaged and cannot be opened; save it again as .docx");
    CHECK(refused(docx_of(p("Text.")).substr(0, 200)) == "\"{0}\" is damaged and cannot be opened; save it again as .docx");
    CHECK(refused(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}})) ==
          "\"{0}\" is no Word document; save it as .docx, or paste the text");
    CHECK(refused(zip_of({{"word/document.xml", "<w:document><w:body>"}})) ==
          "\"{0}\" is damaged and cannot be opened; save it again as .docx");

    // An archive that unpacks to more than a release can be, and one that is nothing but depth.
    CHECK(refused(zip_of({{"word/document.xml", std::string(kMaxDocumentBytes + 1, ' ')}})) == "\"{0}\" is too large for a press release");
    std::string deep, end;
    for (int i = 0; i < 20'000; ++i) deep += "<w:sdt>", end += "</w:sdt>";
    CHECK(refused(docx_of(deep + p("a") + end)) == "\"{0}\" is too large for a press release");
    deep.clear(), end.clear();
    for (int i = 0; i < 20'000; ++i) deep += "<w:ins>", end += "</w:ins>";
    CHECK(refused(docx_of("<w:p>" + deep + docx_run("a") + end + "</w:p>")) == "\"{0}\" is too large for a press release");
}

TEST_CASE("entities of a document are not followed") {
    const std::string xml =
        "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
        "<w:document><w:body><w:p><w:r><w:t>x &a; &b;</w:t></w:r></w:p></w:body></w:document>";
    const auto read = read_docx(zip_of({{"word/document.xml", xml}}));
    REQUIRE(read);
    CHECK(read->blocks.at(0).text() == "x &a; &b;");
}

TEST_CASE("styles are known by their names in either language, whatever Word calls them inside") {
    const auto style = [](const std::string& id, const std::string& name) {
        return "<w:style w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/></w:style>";
    };
    std::string all = style("a", "Title") + style("b", "Titel") + style("c", "Normal") + style("d", "heading") + style("e", "heading 0") +
                      style("f", "Heading 12") + style("g", "Underrubrik 2");
    for (int level = 1; level <= 9; ++level)
        all += style("en" + std::to_string(level), "heading " + std::to_string(level)) +
               style("sv" + std::to_string(level), "Rubrik " + std::to_string(level));
    const DocxStyles read = read_docx_styles("<w:styles>" + all + "</w:styles>", "", "");
    CHECK(read.styles.size() == 2 + 18);
    for (const char* id : {"a", "b"}) {
        INFO(id);
        CHECK(read.styles.at(id).form == Block::Form::title);
        CHECK(read.styles.at(id).level == 1);
    }
    for (unsigned level = 1; level <= 9; ++level) {
        for (const char* language : {"en", "sv"}) {
            INFO(language << level);
            CHECK(read.styles.at(language + std::to_string(level)).form == Block::Form::heading);
            CHECK(read.styles.at(language + std::to_string(level)).level == level);
        }
    }
    CHECK(read.lists.empty());
    CHECK(read.links.empty());
}

TEST_CASE("a list is of bullets or of numbers as its first level is") {
    const auto format = [](const std::string& id, const std::string& name) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:lvl><w:numFmt w:val=\"" + name +
               "\"/></w:lvl><w:lvl><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum>";
    };
    const auto list = [](const std::string& id, const std::string& of) {
        return "<w:num w:numId=\"" + id + "\"><w:abstractNumId w:val=\"" + of + "\"/></w:num>";
    };
    const DocxStyles read = read_docx_styles("",
                                             "<w:numbering>" + format("0", "bullet") + format("1", "decimal") + format("2", "none") +
                                                 format("3", "lowerLetter") + list("10", "0") + list("11", "1") + list("12", "2") +
                                                 list("13", "3") + list("14", "9") + "</w:numbering>",
                                             "");
    CHECK(read.lists ==
          std::map<std::string, Block::Form, std::less<>>{
              {"10", Block::Form::bullet}, {"11", Block::Form::number}, {"12", Block::Form::bullet}, {"13", Block::Form::number}});
}

TEST_CASE("a link leads to a page, a letter box or a telephone, and nowhere else") {
    const auto links_to = [](const std::string& target) {
        const DocxStyles read =
            read_docx_styles("", "", "<Relationships><Relationship Id=\"rId1\" Target=\"" + target + "\"/></Relationships>");
        return read.links.contains("rId1") ? read.links.at("rId1") : "nowhere";
    };
    for (const std::string target :
         {"https://www.ekinge.example/bron", "http://www.ekinge.example/bron", "mailto:press@ekinge.example", "tel:+46980319200"}) {
        CHECK(links_to(target) == target);
    }
    for (const std::string target :
         {"javascript:alert(1)", "file:///etc/passwd", "media/bild1.png", "HTTPS:/ekinge.example", "", "https://ekinge.example/a b",
          "https://ekinge.example/&lt;b", "https://ekinge.example/b&gt;", "https://ekinge.example/a&#10;b", "https://ekinge.example\\b"}) {
        INFO(target);
        CHECK(links_to(target) == "nowhere");
    }
}

TEST_CASE("whatever Word puts around words, between them or beside them is read through") {
    const std::string run = docx_run("ord");
    for (const std::string around : {"w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo", "w:hyperlink"}) {
        INFO(around);
        CHECK(markdown_of(docx_paragraph("", docx_run("ett ") + "<" + around + ">" + run + "</" + around + ">" + docx_run(" till"))) ==
              "ett ord till\n");
    }
    for (const std::string around : {"w:ins", "w:moveTo", "w:smartTag", "w:customXml"}) {
        INFO(around);
        CHECK(markdown_of("<" + around + ">" + p("ord") + "</" + around + ">") == "ord\n");
    }
    CHECK(markdown_of(docx_paragraph("", docx_run("ett") + "<w:moveFrom>" + run + "</w:moveFrom>" + docx_run(" till"))) == "ett till\n");
    CHECK(markdown_of("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + docx_run("ett") + "<w:r><w:tab/></w:r>" + run + "</w:p>") ==
          "ett ord\n");
    CHECK(markdown_of(docx_paragraph("", docx_run("ett") + "<w:r><w:cr/></w:r>" + run)) == "ett\n\nord\n");
    CHECK(markdown_of(docx_paragraph("", docx_run("vi") + "<w:r><w:noBreakHyphen/></w:r>" + run)) == "vi-ord\n");
    const auto read = read_docx(docx_of(
        docx_paragraph("", run + "<w:r><w:object><a/></w:object></w:r><w:r><w:pict><a/></w:pict></w:r><w:r><w:endnoteReference/></w:r>")));
    REQUIRE(read);
    CHECK(read->pictures == 2);
    CHECK(read->notes == 1);
}

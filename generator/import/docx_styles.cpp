#include "import/docx_styles.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <pugixml.hpp>

namespace pressrum {
namespace {

// "heading 2", "Rubrik 2" → 2; 0: not a heading.
unsigned heading_level(std::string_view name) {
    for (const std::string_view word : {"heading", "rubrik"}) {
        if (!name.starts_with(word)) continue;
        const std::string_view rest = trim(name.substr(word.size()));
        if (rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9') return static_cast<unsigned>(rest[0] - '0');
    }
    return 0;
}

std::string lower_attribute(pugi::xml_node node, const char* name) { return to_lower(node.attribute(name).value()); }

}  // namespace

DocxStyles read_docx_styles(std::string_view styles, std::string_view numbering, std::string_view relations) {
    DocxStyles all;
    pugi::xml_document document;
    if (document.load_buffer(styles.data(), styles.size())) {
        for (const pugi::xml_node style : document.child("w:styles").children("w:style")) {
            const std::string name = lower_attribute(style.child("w:name"), "w:val");
            const std::string id = style.attribute("w:styleId").value();
            // Word's own title is "Title" in the file in every language; level 1 is the title's size on our pages.
            if (name == "title" || name == "titel") all.styles[id] = {Block::Form::title, 1};
            else if (const unsigned level = heading_level(name)) all.styles[id] = {Block::Form::heading, level};
        }
    }
    if (document.load_buffer(numbering.data(), numbering.size())) {
        std::map<std::string, Block::Form> abstract;
        const pugi::xml_node root = document.child("w:numbering");
        for (const pugi::xml_node each : root.children("w:abstractNum")) {
            const std::string format = each.child("w:lvl").child("w:numFmt").attribute("w:val").value();
            abstract[each.attribute("w:abstractNumId").value()] =
                format == "bullet" || format == "none" ? Block::Form::bullet : Block::Form::number;
        }
        for (const pugi::xml_node each : root.children("w:num")) {
            const auto found = abstract.find(each.child("w:abstractNumId").attribute("w:val").value());
            if (found != abstract.end()) all.lists[each.attribute("w:numId").value()] = found->second;
        }
    }
    if (document.load_buffer(relations.data(), relations.size())) {
        for (const pugi::xml_node each : document.child("Relationships").children("Relationship")) {
            const std::string_view target = each.attribute("Target").value();
            const bool allowed = target.starts_with("https://") || target.starts_with("http://") || target.starts_with("mailto:") ||
                                 target.starts_with("tel:");
            if (allowed && target.find_first_of(" <>\n\\") == std::string_view::npos) all.links[each.attribute("Id").value()] = target;
        }
    }
    return all;
}

}  // namespace pressrum

#include "support/xml.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <stdexcept>

namespace pressrum::test {
namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string to_string(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : std::string(); }

std::string qualified(const xmlNs* space, const xmlChar* name) {
    return space && space->prefix ? to_string(space->prefix) + ":" + to_string(name) : to_string(name);
}

XmlElement to_element(const xmlNode* node) {
    XmlElement out;
    out.name = qualified(node->ns, node->name);
    out.space = node->ns ? to_string(node->ns->href) : std::string();
    for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
        xmlChar* value = xmlNodeListGetString(node->doc, attribute->children, 1);
        out.attributes[qualified(attribute->ns, attribute->name)] = to_string(value);
        xmlFree(value);
    }
    for (const xmlNode* child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE) out.children.push_back(to_element(child));
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) out.text += to_string(child->content);
    }
    return out;
}

}  // namespace

std::vector<const XmlElement*> XmlElement::all(std::string_view child) const {
    std::vector<const XmlElement*> found;
    for (const XmlElement& element : children) {
        if (element.name == child) found.push_back(&element);
    }
    return found;
}

const XmlElement& XmlElement::one(std::string_view child) const {
    const auto found = all(child);
    if (found.size() != 1) throw std::runtime_error(name + " has " + std::to_string(found.size()) + " of " + std::string(child));
    return *found.front();
}

std::string XmlElement::attribute(std::string_view key) const {
    const auto found = attributes.find(std::string(key));
    if (found == attributes.end()) throw std::runtime_error(name + " has no attribute " + std::string(key));
    return found->second;
}

std::vector<std::string> XmlElement::texts(std::string_view child) const {
    std::vector<std::string> out;
    for (const XmlElement* element : all(child)) out.push_back(element->text);
    return out;
}

XmlElement read_xml(std::string_view text) {
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, nullptr, options));
    // The last error also holds what the parser forgives, such as a namespace prefix without declaration.
    const xmlError* error = xmlCtxtGetLastError(context.get());
    if (error || !document) {
        throw std::runtime_error("line " + std::to_string(error ? error->line : 0) + ": " +
                                 (error && error->message ? error->message : "no XML"));
    }
    return to_element(xmlDocGetRootElement(document.get()));
}

}  // namespace pressrum::test

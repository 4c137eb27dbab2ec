#pragma once
// XML as another parser than the writer's reads it (libxml2): what is well-formed here is so for the world.
//
// Only for tests: values are copied, a fault is an exception with the parser's own message and line.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

struct XmlElement {
    std::string name;                               // as written: "atom:link"
    std::string space;                              // the address of its namespace, empty without
    std::map<std::string, std::string> attributes;  // by name as written: "xml:lang"; declarations of namespaces left out
    std::string text;                               // of its own text and CDATA sections, not of its children
    std::vector<XmlElement> children;

    std::vector<const XmlElement*> all(std::string_view child) const;
    // The only child of that name; an exception when there is none or more than one.
    const XmlElement& one(std::string_view child) const;
    bool has(std::string_view child) const { return !all(child).empty(); }
    std::string attribute(std::string_view key) const;  // an exception when it is absent
    std::vector<std::string> texts(std::string_view child) const;
};

// The root element. No network, no entities beyond the five of XML.
XmlElement read_xml(std::string_view text);

}  // namespace pressrum::test

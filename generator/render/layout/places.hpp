#pragma once
// Where in the HTML a tag of a layout stands, because text is escaped for two places only: between elements, and in an attribute
// with double quotes. Anywhere else a headline with the right letters in it would become mark-up or script.
//
// The file is read from its beginning to its end as if every section were shown once. This is not an HTML parser: it knows elements,
// attributes, comments, <script> and <style>.

#include <cstdint>
#include <string_view>

namespace pressrum {

class HtmlPlace {
public:
    enum class Place : std::uint8_t { content, comment, tag, double_quotes, single_quotes, script };

    Place place() const { return place_; }
    // Reads on through a piece of HTML.
    void read(std::string_view html);

private:
    std::size_t read_content(std::string_view html, std::size_t at);
    std::size_t read_tag(std::string_view html, std::size_t at);

    Place place_ = Place::content;
    bool opens_script_ = false;  // the element whose tag is being read is <script> or <style>
};

}  // namespace pressrum

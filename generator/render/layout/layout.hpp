#pragma once
// Layouts: Mustache templates that are checked when they are loaded and then only filled.
//
// Loading expands partials in the text and checks every tag against the views table: an unknown name, an unknown partial, a circle
// of partials, a section that is never closed, a raw {{{name}}} of something the generator did not write as HTML, a word
// {{words.KEY}} that does not exist or has gaps: each is a message with layout, line and nearest name. So rendering cannot fail.
// Names are looked up in the innermost record that has them, then outwards to kCommonView. Layouts hold no logic.

#include "base/diagnostic.hpp"
#include "model/lexicon.hpp"
#include "model/source_tree.hpp"
#include "render/layout/view.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace pressrum {

class Layouts {
public:
    // Reads layouts/*.mustache and layouts/partials/*.mustache of the tree, and those of site/layouts/ that stand in their place. What cannot be used is reported and left out; every layout
    // of kLayoutKinds must be there. Further ones are called release-NAME or page-NAME and see what those see.
    static Layouts load(const SourceTree& tree, Diagnostics& diagnostics);

    // Every layout of kLayoutKinds is there and sound.
    bool complete() const { return complete_; }
    bool has(std::string_view name) const { return templates_.find(name) != templates_.end(); }

    // Fills a layout. `page` must be of the record that the layout sees. May be called by several threads at once.
    std::string render(std::string_view name, const View& page, const View& common, const Lexicon& words) const;

    Layouts();
    Layouts(Layouts&&) noexcept;
    Layouts& operator=(Layouts&&) noexcept;
    ~Layouts();

private:
    struct Template;
    std::map<std::string, std::unique_ptr<Template>, std::less<>> templates_;
    bool complete_ = false;
};

}  // namespace pressrum

#pragma once
// Layouts put together and understood: partials in place, every name looked up in the views table.
//
// What comes out is ready for the engine: a text of tags alone, whose names are numbers. Each number is a LayoutReference: a piece
// of the layout's own text, words of the program, or a field of one of the records that are open there. So a name is looked up
// once, when the layout is loaded, and what was checked is what is shown.
// Names are looked up in the innermost open record, then outwards; the outermost are kCommonView and the layout's own record.
// {{words.KEY}} are always words of the program.

#include "render/layout/parse.hpp"
#include "render/layout/view.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

struct LayoutReference {
    enum class Kind : std::uint8_t { own_text, words, text, html, language, flag, present, has_language, record, list };

    Kind kind;
    std::uint32_t scope = 0;               // which of the open records has the field: 0 common, 1 the layout's, then one per section
    std::vector<std::uint32_t> path = {};  // indices of fields: through records to the last one
    std::string text = {};                 // own_text: the text; words: the key
};

struct CheckedLayout {
    std::string tags;  // for the engine: {{0}}{{#1}}{{2}}{{/1}}
    std::vector<LayoutReference> references;
    const ViewRecord* record = nullptr;
    std::size_t depth = 0;  // records open at the same time, at most
};

class LayoutChecker {
public:
    LayoutChecker(const Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

    // Partials first. One with a fault is known, and makes the layouts that include it unusable.
    void add_partial(std::string_view name, FileId file);
    // Nothing when a fault was found in it or in what it includes. A fault of a partial is reported once.
    std::optional<CheckedLayout> check(FileId file, const ViewRecord& record);

private:
    friend class LayoutWalk;
    using File = std::optional<std::vector<LayoutNode>>;

    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::pair<FileId, File>, std::less<>> partials_;
    std::set<std::pair<Span, const Rule*>> reported_;
};

}  // namespace pressrum

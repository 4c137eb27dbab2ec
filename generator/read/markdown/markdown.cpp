// md4c reports what it finds as a stream of callbacks; here they become calls to the builders of blocks and of their words.
//
// Places come from md4c's text pointers, which lie inside the input; what has no pointer (line breaks, marks, a picture without
// alt, a rule) is looked for from the cursor, the end of what was seen last. A block reaches from its first to its last words.
// md4c itself copes with any bytes, but not always in linear time, and what it reports can be far larger than what it read:
// so the text is looked over first (find_excess), and counted as it is reported; a callback that returns a negative
// number ends the reading.

#include "read/markdown/markdown.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/markdown/blocks.hpp"
#include "read/markdown/entities.hpp"
#include "read/markdown/traps.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <functional>
#include <optional>
#include <unordered_map>

namespace pressrum {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxParts = 100'000;  // blocks and spans; a real text of kMaxBodyBytes has some 10,000
constexpr std::size_t kMaxTextBytes = 4 * kMaxBodyBytes;
constexpr std::size_t kMaxHeadings = 500;  // each may need ICU to become an id
constexpr std::size_t kMaxFindings = 100;  // of one rule

constexpr int kGoOn = 0;
constexpr int kStop = -1;

constexpr struct {
    MD_BLOCKTYPE type;
    NodeKind kind;
} kPlainBlocks[] = {{MD_BLOCK_P, NodeKind::paragraph},      {MD_BLOCK_QUOTE, NodeKind::block_quote}, {MD_BLOCK_LI, NodeKind::item},
                    {MD_BLOCK_THEAD, NodeKind::table_head}, {MD_BLOCK_TBODY, NodeKind::table_body},  {MD_BLOCK_TR, NodeKind::table_row}};

constexpr struct {
    MD_SPANTYPE type;
    NodeKind kind;
} kPlainSpans[] = {{MD_SPAN_EM, NodeKind::emphasis}, {MD_SPAN_STRONG, NodeKind::strong}, {MD_SPAN_DEL, NodeKind::struck}};

void append_piece(std::string& out, MD_TEXTTYPE type, std::string_view piece) {
    if (type == MD_TEXT_ENTITY) append_entity(out, piece);
    else if (type == MD_TEXT_NULLCHAR) append_character(out, 0xFFFD);
    else out += piece;
}

std::string to_text(const MD_ATTRIBUTE& attribute) {
    std::string out;
    for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        append_piece(out, attribute.substr_types[i], {attribute.text + begin, attribute.substr_offsets[i + 1] - begin});
    }
    return out;
}

class Reader {
public:
    Reader(const Region& region, Diagnostics& diagnostics) : region_(region), diagnostics_(diagnostics), blocks_(region, diagnostics) {}

    Body read() {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enter_block(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return static_cast<Reader*>(self)->leave_block(type); };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return static_cast<Reader*>(self)->enter_span(type, detail); };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return static_cast<Reader*>(self)->leave_span(type); };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<Reader*>(self)->text(type, {text, size});
        };
        const std::string_view input = region_.text.substr(region_.begin);
        md_parse(input.data(), static_cast<MD_SIZE>(input.size()), &parser, this);
        return blocks_.finish();
    }

private:
    // Where `text` stands, when md4c points into the input.
    std::optional<Span> place_of(std::string_view text) const {
        const char* const first = region_.text.data() + region_.begin;
        const char* const last = region_.text.data() + region_.text.size();
        if (text.data() == nullptr || std::less<>()(text.data(), first) || std::less<>()(last, text.data() + text.size()))
            return std::nullopt;
        const auto begin = static_cast<std::size_t>(text.data() - region_.text.data());
        return region_.span(begin, begin + text.size());
    }

    int stop(const Rule* rule, std::vector<std::string> words = {}) {
        diagnostics_.add({rule, blocks_.words.here(), std::move(words), {}, {}});
        return kStop;
    }

    int count(std::size_t parts, std::size_t bytes) {
        parts_ += parts;
        bytes_ += bytes;
        return parts_ > kMaxParts || bytes_ > kMaxTextBytes ? stop(rule("body/too-complex")) : kGoOn;
    }

    int enter_block(MD_BLOCKTYPE type, void* detail) {
        if (blocks_.depth() >= kMaxDepth) return stop(rule("body/too-deep"), {fmt::to_string(kMaxDepth)});
        switch (type) {
            case MD_BLOCK_UL: {
                const auto& list = *static_cast<MD_BLOCK_UL_DETAIL*>(detail);
                blocks_.enter_bullet_list(list.is_tight != 0, list.mark);
                break;
            }
            case MD_BLOCK_OL: {
                const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
                blocks_.enter_ordered_list(list.is_tight != 0, list.start);
                break;
            }
            case MD_BLOCK_H:
                if (++headings_ > kMaxHeadings) return stop(rule("body/too-complex"));
                blocks_.enter_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_TABLE: {
                const unsigned columns = static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count;
                blocks_.enter(NodeKind::table);
                if (columns <= kMaxColumns) break;
                blocks_.words.move_to(region_.text.find_first_not_of(" \t\r\n>", blocks_.words.cursor()));
                return stop(rule("body/wide-table"), {fmt::to_string(columns), fmt::to_string(kMaxColumns)});
            }
            case MD_BLOCK_TH: blocks_.enter(NodeKind::header_cell, static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align); break;
            case MD_BLOCK_TD: blocks_.enter(NodeKind::cell, static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align); break;
            case MD_BLOCK_HR: blocks_.add_rule(); break;
            case MD_BLOCK_CODE: {
                const auto& code = *static_cast<MD_BLOCK_CODE_DETAIL*>(detail);
                language_ = to_text(code.lang);
                mark_ = code.fence_char == 0 ? CodeMark::spaces : CodeMark::fence;
                if (const auto at = place_of({code.info.text, code.info.size})) blocks_.words.move_to(at->end);
                begin_verbatim();
                break;
            }
            case MD_BLOCK_HTML: begin_verbatim(); break;
            default:
                for (const auto& row : kPlainBlocks) {
                    if (row.type == type) blocks_.enter(row.kind);
                }
                break;
        }
        return count(1, 0);
    }

    int leave_block(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_CODE: blocks_.add_code(verbatim_, verbatim_at_, language_, mark_); break;
            case MD_BLOCK_HTML: blocks_.add_html(verbatim_at_); break;
            case MD_BLOCK_DOC:
            case MD_BLOCK_HR: break;
            default: blocks_.leave(); break;
        }
        in_verbatim_ = false;
        return kGoOn;
    }

    void begin_verbatim() {
        in_verbatim_ = true;
        verbatim_.clear();
        verbatim_at_ = {};
    }

    int enter_span(MD_SPANTYPE type, void* detail) {
        RunBuilder& words = blocks_.words;
        if (words.depth() >= kMaxDepth) return stop(rule("body/too-deep"), {fmt::to_string(kMaxDepth)});
        for (const auto& row : kPlainSpans) {
            if (row.type == type) words.enter(row.kind);
        }
        if (type == MD_SPAN_CODE) words.enter_code();
        if (type != MD_SPAN_A && type != MD_SPAN_IMG) return count(1, 0);
        const MD_ATTRIBUTE& address =
            type == MD_SPAN_A ? static_cast<MD_SPAN_A_DETAIL*>(detail)->href : static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src;
        const std::optional<Span> at = place_of({address.text, address.size});
        if (type == MD_SPAN_A) words.enter_link(to_text(address), at);
        else words.enter_picture(to_text(address), at);
        return count(1, address.size);
    }

    int leave_span(MD_SPANTYPE type) {
        RunBuilder& words = blocks_.words;
        for (const auto& row : kPlainSpans) {
            if (row.type == type) words.leave(row.kind);
        }
        if (type == MD_SPAN_CODE) words.leave_code();
        if (type == MD_SPAN_A) words.leave_link();
        if (type == MD_SPAN_IMG) words.leave_picture();
        return kGoOn;
    }

    int text(MD_TEXTTYPE type, std::string_view piece) {
        const std::optional<Span> place = place_of(piece);
        if (in_verbatim_) {
            verbatim_ += piece;
            if (place && !piece.empty()) {
                verbatim_at_ = verbatim_at_.known() ? Span{place->file, verbatim_at_.begin, place->end} : *place;
                blocks_.words.move_to(place->end);
            }
            return count(0, piece.size());
        }
        RunBuilder& words = blocks_.words;
        switch (type) {
            case MD_TEXT_BR: words.add_break(NodeKind::hard_break); break;
            case MD_TEXT_SOFTBR: words.add_break(NodeKind::soft_break); break;
            case MD_TEXT_HTML: words.add_tag(place); break;
            case MD_TEXT_CODE: words.add_code(piece, place); break;
            default:
                decoded_.clear();
                append_piece(decoded_, type, piece);
                words.add_text(decoded_, place);
                break;
        }
        return count(type == MD_TEXT_NORMAL ? 0 : 1, piece.size());
    }

    const Region& region_;
    Diagnostics& diagnostics_;
    BlockBuilder blocks_;
    std::size_t parts_ = 0, bytes_ = 0, headings_ = 0;  // reported so far
    std::string decoded_;

    bool in_verbatim_ = false;  // in a block of code or HTML
    std::string verbatim_;
    Span verbatim_at_;  // from its first to its last line
    std::string language_;
    CodeMark mark_ = CodeMark::fence;
};

}  // namespace

Body read_markdown(const Sources& sources, Span region, Diagnostics& diagnostics) {
    const std::size_t size = region.end - region.begin;
    if (size > kMaxBodyBytes) {
        diagnostics.add({rule("body/too-long"),
                         {region.file, region.begin, region.begin},
                         {fmt::to_string((size + 1023) / 1024), fmt::to_string(kMaxBodyBytes / 1024)},
                         {},
                         {}});
        return {};
    }
    const Region part{region.file, std::string_view(sources[region.file].text).substr(0, region.end), region.begin};
    if (auto excess = find_excess(part)) {
        diagnostics.add(std::move(*excess));
        return {};
    }
    Diagnostics found;
    Body body = Reader(part, found).read();
    body.shrink_to_fit();
    // Of one fault made a thousand times, nobody reads more than the first few.
    std::unordered_map<const Rule*, std::size_t> counts;
    for (const Diagnostic& each : found.all()) {
        if (++counts[each.rule] <= kMaxFindings) diagnostics.add(each);
    }
    return body;
}

}  // namespace pressrum

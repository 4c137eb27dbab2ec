// A walk over the flat tree: what an element begins with is written when its node comes, what it ends with when its range is
// over. Depth costs nothing but a stack, so no body can be too deep.
//
// The spans around the pieces of a statement (said, attribution) are counted in its plain text, and its elements may begin
// and end anywhere in them: "– Vi ska *bygga, säger* Karin Alm." A span therefore goes around whole elements where it can,
// and otherwise ends before an element's border and begins again after it.

#include "render/body_html.hpp"

#include "base/escape.hpp"
#include "render/typeset.hpp"

#include <fmt/compile.h>

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace pressrum {
namespace {

constexpr std::uint32_t kNoPiece = 0xFFFFFFFF;

std::string_view element_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::block_quote: return "blockquote";
        case NodeKind::bullet_list: return "ul";
        case NodeKind::table_head: return "thead";
        case NodeKind::table_body: return "tbody";
        case NodeKind::table_row: return "tr";
        case NodeKind::emphasis: return "em";
        case NodeKind::strong: return "strong";
        case NodeKind::struck: return "del";
        default: return {};
    }
}

bool is_inside_line(NodeKind kind) { return kind == NodeKind::item || kind >= NodeKind::text; }

bool is_inline(NodeKind kind) { return kind >= NodeKind::text; }

// The pieces of the statements in one paragraph, while its nodes are written.
class Pieces {
public:
    Pieces(const Body& body, std::uint32_t paragraph, const std::vector<const Statement*>& statements) : first_(paragraph) {
        for (const Statement* statement : statements) {
            for (const Piece& piece : statement->pieces) {
                if (piece.kind == Piece::Kind::said || piece.kind == Piece::Kind::attribution) pieces_.push_back({piece, statement, false});
            }
            if (!statement->pieces.empty()) pieces_.back().ends_statement = true;
        }
        std::stable_sort(pieces_.begin(), pieces_.end(), [](const Owned& a, const Owned& b) { return a.piece.begin < b.piece.begin; });
        begins_.reserve(body[paragraph].end - paragraph + 1);
        std::uint32_t at = 0;
        for (std::uint32_t i = paragraph; i < body[paragraph].end; ++i) {
            begins_.push_back(at);
            const Node& node = body[i];
            if (node.kind == NodeKind::soft_break || node.kind == NodeKind::hard_break) ++at;  // as in plain_text()
            else if (node.kind == NodeKind::text || node.kind == NodeKind::code) at += node.text_size;
        }
        begins_.push_back(at);
    }

    std::uint32_t begin_of(std::uint32_t node) const { return begins_[node - first_]; }

    // The piece that holds all of [begin, end), or none.
    std::uint32_t around(std::uint32_t begin, std::uint32_t end) {
        skip_to(begin);
        return begin < end && next_ < pieces_.size() && at(next_).begin <= begin && end <= at(next_).end ? next_ : kNoPiece;
    }

    // Where what is true of `at` (inside a piece, or not) stops being true, `end` at the latest.
    std::uint32_t border_after(std::uint32_t place, std::uint32_t end) {
        skip_to(place);
        if (next_ == pieces_.size()) return end;
        return std::min(end, at(next_).begin > place ? at(next_).begin : at(next_).end);
    }

    std::string_view name(std::uint32_t piece) const { return at(piece).kind == Piece::Kind::said ? "said" : "attribution"; }
    const Statement* statement(std::uint32_t piece) const { return pieces_[piece].statement; }
    bool ends_statement(std::uint32_t piece) const { return pieces_[piece].ends_statement; }

private:
    struct Owned {
        Piece piece;
        const Statement* statement;
        bool ends_statement;  // the last of its statement
    };

    const Piece& at(std::uint32_t i) const { return pieces_[i].piece; }

    void skip_to(std::uint32_t place) {
        while (next_ < pieces_.size() && at(next_).end <= place) ++next_;
    }

    std::vector<Owned> pieces_;
    std::uint32_t first_;
    std::uint32_t next_ = 0;             // the first piece that is not over
    std::vector<std::uint32_t> begins_;  // by node of the subtree, and one past it: where it begins in the plain text
};

class Writer {
public:
    Writer(const Body& body, const BodyHtmlOptions& options) : body_(body), options_(options) {
        for (const Statement& statement : options.statements) {
            ids_.insert(anchor_of(statement));
            if (statement.node != kNone) statements_[statement.node].push_back(&statement);
        }
    }

    std::string write() {
        out_.reserve(body_.size() * 24);
        for (std::uint32_t i = 0; i < body_.size();) {
            close_until(i);
            i = write_node(i);
        }
        close_until(body_.size());
        return std::move(out_);
    }

private:
    // What is written when the node's range is over.
    struct Open {
        std::uint32_t node;
        std::string end;
    };

    void close_until(std::uint32_t index) {
        while (!open_.empty() && body_[open_.back().node].end <= index) {
            if (piece_depth_ == open_.size()) end_piece();
            if (frame_depth_ == open_.size()) end_frame();
            if (open_.back().node == pieces_of_) pieces_.reset(), pieces_of_ = kNoPiece;
            out_ += open_.back().end;
            open_.pop_back();
        }
    }

    // Writes what the node begins with and returns the next node to write.
    std::uint32_t write_node(std::uint32_t i) {
        const Node& node = body_[i];
        if (!is_inline(node.kind)) break_line();
        if (pieces_ && node.end > i + 1) write_border(i);
        switch (node.kind) {
            // Words in quotation marks are a statement too, in a paragraph that otherwise stays what it is.
            case NodeKind::paragraph: return statements_.contains(i) ? open_statement(i) : open(i, "<p>", "</p>\n");
            case NodeKind::statement: return open_statement(i);
            case NodeKind::item: return statements_.contains(i) ? open_statement(i) : open(i, "<li>", "</li>\n");
            case NodeKind::heading: return open(i, heading_tag(node), fmt::format(FMT_COMPILE("</h{}>\n"), node.level));
            case NodeKind::ordered_list:
                return open(i, node.number == 1 ? "<ol>\n" : fmt::format("<ol start=\"{}\">\n", node.number), "</ol>\n");
            case NodeKind::rule: out_ += "<hr>\n"; return i + 1;
            case NodeKind::code_block:
                out_ += "<pre><code>";
                append_html(out_, body_.text(node));
                out_ += "</code></pre>\n";
                return i + 1;
            case NodeKind::table: return open_table(i);
            case NodeKind::header_cell:
            case NodeKind::cell: return open_cell(i);
            case NodeKind::placed_quote:
            case NodeKind::placed_photo:
            case NodeKind::placed_event: return write_placed(node), i + 1;
            case NodeKind::text: write_text(i, {}, {}); return i + 1;
            case NodeKind::code: write_text(i, "<code>", "</code>"); return i + 1;
            case NodeKind::soft_break: write_break(i, "\n"); return i + 1;
            case NodeKind::hard_break: write_break(i, "<br>\n"); return i + 1;
            case NodeKind::link: return open_link(i);
            default: break;
        }
        const std::string_view element = element_of(node);
        return open(i, fmt::format(FMT_COMPILE("<{}>{}"), element, is_inside_line(node.kind) ? "" : "\n"),
                    fmt::format(FMT_COMPILE("</{}>{}"), element, is_inline(node.kind) ? "" : "\n"));
    }

    std::uint32_t open(std::uint32_t i, std::string_view begin, std::string end) {
        out_ += begin;
        open_.push_back({i, std::move(end)});
        return i + 1;
    }

    // A block within an item stands on a line of its own.
    void break_line() {
        if (!open_.empty() && body_[open_.back().node].kind == NodeKind::item && out_.back() != '\n') out_ += '\n';
    }

    // ------------------------------------------------------------ blocks

    bool writes_ids() const { return options_.ids == BodyHtmlOptions::Ids::write; }

    std::string anchor_of(const Statement& statement) const {
        return fmt::format(FMT_COMPILE("{}-{}"), options_.anchor_word, statement.id);
    }

    // A heading gives way to a statement whose address it would take.
    std::string heading_tag(const Node& heading) {
        if (!writes_ids()) return fmt::format("<h{}>", heading.level);
        const std::string wanted(body_.target(heading));
        std::string id = wanted;
        for (int n = 2; !ids_.insert(id).second; ++n) id = fmt::format("{}-{}", wanted, n);
        return fmt::format(FMT_COMPILE("<h{} id=\"{}\">"), heading.level, to_html(id));
    }

    std::uint32_t open_table(std::uint32_t i) {
        if (options_.table_label.empty()) return open(i, "<table>\n", "</table>\n");
        ++tables_;
        const std::string number = tables_ == 1 ? "" : fmt::format(" {}", tables_);
        return open(
            i, fmt::format("<figure class=\"table\" tabindex=\"0\" aria-label=\"{}{}\">\n<table>\n", to_html(options_.table_label), number),
            "</table>\n</figure>\n");
    }

    // A header cell without words names nothing, so it is not one.
    std::uint32_t open_cell(std::uint32_t i) {
        const Node& node = body_[i];
        static constexpr std::string_view kAlignments[] = {"", " class=\"left\"", " class=\"center\"", " class=\"right\""};
        const bool header = node.kind == NodeKind::header_cell && node.end > i + 1;
        const std::string_view alignment = kAlignments[node.level & 3];
        return open(i, header ? fmt::format("<th scope=\"col\"{}>", alignment) : fmt::format("<td{}>", alignment),
                    header ? "</th>\n" : "</td>\n");
    }

    void write_placed(const Node& node) {
        if (!options_.placed) return;
        const std::string html = options_.placed(node);
        out_ += html;
        if (!html.empty() && html.back() != '\n') out_ += '\n';
    }

    std::uint32_t open_link(std::uint32_t i) {
        const Node& node = body_[i];
        const std::string address = options_.address ? options_.address(body_.target(node), node.at) : std::string(body_.target(node));
        if (address.empty()) return open(i, "", "");
        return open(i, fmt::format(FMT_COMPILE("<a href=\"{}\">"), to_html(address)), "</a>");
    }

    // ------------------------------------------------------------ statements

    // Whose the statement in a paragraph of its own is; null: no such statement, or nobody knows.
    const Speaker* speaker_at(std::uint32_t i) const {
        const auto found = i < body_.size() && body_[i].kind == NodeKind::statement ? statements_.find(i) : statements_.end();
        if (found == statements_.end() || found->second.size() > 1 || found->second.front()->mixed ||
            found->second.front()->speaker.name.empty())
            return nullptr;
        return &found->second.front()->speaker;
    }

    // What one speaker says in a row belongs together: one group around it, open until the last of them ends.
    void open_group(std::uint32_t i, const Statement& statement) {
        if (speaker_at(i) == nullptr || i < grouped_until_) return;
        std::uint32_t last = i;
        for (std::uint32_t next = body_[i].end; speaker_at(next) != nullptr && *speaker_at(next) == statement.speaker;
             next = body_[next].end)
            last = next;
        grouped_until_ = body_[last].end;
        const std::string label = options_.speaker_label ? options_.speaker_label(statement.speaker) : "";
        out_ += label.empty() ? "<div class=\"statements\">\n"
                              : fmt::format("<div class=\"statements\" role=\"group\" aria-label=\"{}\">\n", to_html(label));
        open_.push_back({last, "</div>\n"});
    }

    std::uint32_t open_statement(std::uint32_t i) {
        const auto found = statements_.find(i);
        if (found == statements_.end()) return open(i, "<p>", "</p>\n");  // a talstreck whose words are not surely anybody's
        const std::vector<const Statement*>& all = found->second;
        const Statement& statement = *all.front();
        open_group(i, statement);
        pieces_.emplace(body_, i, all);
        pieces_of_ = i;
        // Several people in one paragraph have a frame each, which carries the address; so does a person whose words are only a part of it.
        several_ = all.size() > 1 || statement.mixed;
        framed_.clear();
        const bool item = body_[i].kind == NodeKind::item;
        const std::string_view follows = statement.continues ? " continues" : "";
        std::string begin = body_[i].kind == NodeKind::statement && !statement.mixed
                                ? fmt::format(FMT_COMPILE("<p class=\"statement{}\""), follows)
                            : item ? "<li"
                                   : "<p";
        std::string end = item ? "</li>\n" : "</p>\n";
        const std::string anchor = to_html(anchor_of(statement));
        if (writes_ids() && !several_) {
            begin += fmt::format(FMT_COMPILE(" id=\"{}\""), anchor);
            if (!options_.permalink_label.empty()) {
                end.insert(0, fmt::format(" <a class=\"permalink\" href=\"#{}\" aria-label=\"{}\"><span aria-hidden=\"true\">#</span></a>",
                                          anchor, to_html(options_.permalink_label)));
            }
        }
        return open(i, begin + ">", std::move(end));
    }

    void begin_piece(std::uint32_t piece) {
        const Statement* statement = pieces_->statement(piece);
        if (several_ && writes_ids() && statement != frame_) {
            end_frame();
            const bool first = framed_.insert(statement).second;
            out_ += first ? fmt::format(FMT_COMPILE("<span id=\"{}\">"), to_html(anchor_of(*statement))) : "<span>";
            frame_ = statement;
            frame_depth_ = open_.size();
        }
        out_ += fmt::format(FMT_COMPILE("<span class=\"{}\">"), pieces_->name(piece));
        piece_ = piece;
        piece_depth_ = open_.size();
    }

    void end_piece() {
        if (piece_ == kNoPiece) return;
        out_ += "</span>";
        piece_ = kNoPiece;
        piece_depth_ = kNoDepth;
    }

    void end_frame() {
        if (frame_ == nullptr) return;
        out_ += "</span>";
        frame_ = nullptr;
        frame_depth_ = kNoDepth;
    }

    // From here on what is written belongs to `piece`.
    void turn_to(std::uint32_t piece) {
        if (piece == piece_) return;
        const bool over = piece_ != kNoPiece && pieces_->ends_statement(piece_) && frame_depth_ == open_.size();
        end_piece();
        if (over) end_frame();
        if (piece != kNoPiece) begin_piece(piece);
    }

    // At the beginning of an element that holds others.
    void write_border(std::uint32_t i) { turn_to(pieces_->around(pieces_->begin_of(i), pieces_->begin_of(body_[i].end))); }

    void write_text(std::uint32_t i, std::string_view before, std::string_view after) {
        const std::string_view text = body_.text(body_[i]);
        if (!pieces_) return write_part(text, before, after);
        const std::uint32_t begin = pieces_->begin_of(i);
        const std::uint32_t end = begin + static_cast<std::uint32_t>(text.size());
        for (std::uint32_t at = begin; at < end;) {
            const std::uint32_t border = pieces_->border_after(at, end);
            turn_to(pieces_->around(at, border));
            write_part(text.substr(at - begin, border - at), before, after);
            at = border;
        }
    }

    void write_part(std::string_view text, std::string_view before, std::string_view after) {
        out_ += before;
        append_html(out_, before.empty() ? typeset(text) : std::string(text));  // code is shown as it was written
        out_ += after;
    }

    void write_break(std::uint32_t i, std::string_view html) {
        if (pieces_) turn_to(pieces_->around(pieces_->begin_of(i), pieces_->begin_of(i) + 1));
        out_ += html;
    }

    static constexpr std::size_t kNoDepth = static_cast<std::size_t>(-1);

    const Body& body_;
    const BodyHtmlOptions& options_;
    std::string out_;
    std::vector<Open> open_;
    std::unordered_map<std::uint32_t, std::vector<const Statement*>> statements_;  // by node
    std::set<std::string> ids_;
    unsigned tables_ = 0;
    std::uint32_t grouped_until_ = 0;  // the node after the statements that share the open group

    std::optional<Pieces> pieces_;        // of the paragraph that is being written
    std::uint32_t pieces_of_ = kNoPiece;  // its node
    bool several_ = false;                // it has several statements, or one among other words
    const Statement* frame_ = nullptr;    // whose frame is open
    std::size_t frame_depth_ = kNoDepth;  // how many elements were open when it began
    std::set<const Statement*> framed_;   // have had their address
    std::uint32_t piece_ = kNoPiece;      // whose span is open
    std::size_t piece_depth_ = kNoDepth;  // how many elements were open when it began
};

}  // namespace

std::string to_html(const Body& body, const BodyHtmlOptions& options) { return Writer(body, options).write(); }

}  // namespace pressrum

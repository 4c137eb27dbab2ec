#include "link/quotes/paragraphs.hpp"

#include "base/text.hpp"
#include "link/quotes/interviews.hpp"
#include "link/quotes/offered.hpp"
#include "link/quotes/said_words.hpp"
#include "link/quotes/tokens.hpp"

#include <algorithm>
#include <utility>

namespace pressrum {
namespace {

bool is_break(const Node& node) { return node.kind == NodeKind::soft_break || node.kind == NodeKind::hard_break; }

// Where the source's lines end in the plain text of a node.
std::vector<std::uint32_t> line_ends(const Body& body, std::uint32_t node) {
    std::vector<std::uint32_t> ends;
    std::uint32_t at = 0;
    for (std::uint32_t i = node + 1; i < body[node].end; ++i) {
        if (is_break(body[i])) ends.push_back(at);
        at += size_in_text(body[i]);
    }
    return ends;
}

bool holds_struck(const Body& body, std::uint32_t node) {
    for (std::uint32_t i = node + 1; i < body[node].end; ++i) {
        if (body[i].kind == NodeKind::struck) return true;
    }
    return false;
}

Reading read_node(const Body& body, std::uint32_t node, std::string_view text, std::string_view language) {
    Reading reading = read_paragraph(text, language, line_ends(body, node));
    ask_of_interview(body, node, text, reading);
    if (holds_struck(body, node)) {  // "~~Karin Alm säger:~~": what may not hold tells nothing about what stands around it
        reading.leads_on.reset();
        reading.may_lead_on.reset();
        reading.looks_back.reset();
        reading.asked.reset();
        reading.subject.reset();
    }
    return reading;
}

// The words as they are compared; where an attribution stood in the paragraph, there is a seam.
ComparedText compared(const Utterance& spoken, std::string_view text) {
    ComparedText said(spoken.words);
    std::vector<ComparedWord>& words = said.words;
    if (words.empty()) return said;
    std::size_t count = 0;
    for (const Piece& piece : spoken.pieces) {
        if (piece.kind != Piece::Kind::said) continue;
        count += ComparedText(text.substr(piece.begin, piece.end - piece.begin)).words.size();
        const bool last_words = count >= words.size();
        if (count > 0 && !last_words) words[count - 1].seam = true;
        if (last_words && (piece.end < text.size() || spoken.pieces.back().kind != Piece::Kind::said))
            words.back().seam = spoken.attribution.present();
    }
    return said;
}

// The text with spaces in place of whatever names a speaker, and of the mark that is there only for that.
std::string without_attributions(const Reading& reading, std::string_view text, std::vector<std::uint32_t>& seams) {
    std::string rest(text);
    if (reading.form == Reading::Form::talstreck || reading.form == Reading::Form::signature) {
        for (std::size_t at = 0; at < rest.size() && opening_of(std::string_view(rest).substr(at)) == Opening::talstreck;) {
            const Character c = character_at(rest, at);
            std::fill(rest.begin() + static_cast<std::ptrdiff_t>(at), rest.begin() + static_cast<std::ptrdiff_t>(at + c.length), ' ');
            at += c.length;
        }
    }
    for (const auto& [begin, end] : reading.speakers) {
        std::size_t to = end;
        if (to < rest.size() && std::string_view(",.:;").find(rest[to]) != std::string_view::npos) ++to;
        std::fill(rest.begin() + begin, rest.begin() + static_cast<std::ptrdiff_t>(to), ' ');
        seams.push_back(begin);
    }
    return rest;
}

void compare_plainly(SaidParagraph& paragraph, const Reading& reading) {
    std::vector<std::uint32_t> seams;
    paragraph.spoken.words = without_attributions(reading, paragraph.text, seams);
    paragraph.speakers = reading.speakers;
    paragraph.said = ComparedText(paragraph.spoken.words);
    for (ComparedWord& word : paragraph.said.words) {
        const auto seam = std::find_if(seams.begin(), seams.end(), [&](std::uint32_t at) { return at >= word.end; });
        if (seam == seams.end()) continue;
        const bool next = &word == &paragraph.said.words.back() || (&word + 1)->begin >= *seam;
        word.seam |= next;
    }
}

struct Before {
    std::uint32_t node = 0xFFFFFFFF;  // the paragraph or heading that ends where the next one begins
    Reading reading = {};
    std::size_t first_record = 0;  // the index of the node's first record
};

class Collector {
public:
    explicit Collector(Readings& readings) : readings_(readings), body_(readings.body()) {}

    std::vector<SaidParagraph> run() {
        std::uint32_t block_quote_end = 0;
        for (std::uint32_t i = 0; i < body_.size();) {
            const Node& node = body_[i];
            if (node.kind == NodeKind::block_quote) {
                block_quote_end = std::max(block_quote_end, node.end);
                drop_quoted();
                if (is_led_to(i)) led_ = *before_.reading.leads_on;
            }
            if (node.kind == NodeKind::item && is_one_line(i)) {
                read_item(i);
                i = std::max(node.end, i + 1);
                continue;
            }
            if (node.kind == NodeKind::heading) {
                drop_quoted();
                heading_ = true;
                std::string text = plain_text(body_, i);
                before_ = {i, readings_.of(i, text), all_.size()};
                i = std::max(node.end, i + 1);
                continue;
            }
            heading_ |= node.kind == NodeKind::rule;  // a horizontal rule begins something new as well
            if (node.kind != NodeKind::statement && node.kind != NodeKind::paragraph) {
                const bool leaf = node.kind == NodeKind::table || node.kind == NodeKind::code_block;
                i = leaf ? std::max(node.end, i + 1) : i + 1;
                continue;
            }
            read(i, i < block_quote_end);
            i = std::max(node.end, i + 1);
        }
        drop_quoted();
        return std::move(all_);
    }

private:
    void read(std::uint32_t i, bool in_block_quote) {
        std::string text = plain_text(body_, i);
        Reading reading = readings_.of(i, text);
        const bool adjacent = before_.node != 0xFFFFFFFF && body_[before_.node].end == i;
        if (reading.looks_back && adjacent) look_back(*reading.looks_back, reading, in_block_quote);
        if (!in_block_quote) drop_quoted();
        if (in_block_quote && reading.utterances.empty() && add_signed_lines(i, text)) return;
        const std::size_t first = all_.size();

        if (open_ && adjacent && reading.utterances.empty() && reading.closes) add_rest_of_quotation(text, reading);
        for (Utterance& utterance : reading.utterances) add(i, text, reading, std::move(utterance));
        if (all_.size() == first && (reading.question || reading.form == Reading::Form::talstreck) && !reading.pieces.empty()) {
            SaidParagraph paragraph{i, text, reading.form};
            paragraph.first_person = reading.first_person;
            compare_plainly(paragraph, reading);
            paragraph.pieces = reading.pieces;
            push(std::move(paragraph));
        }
        if (all_.size() > first) {
            SaidParagraph& head = all_[first];
            head.question = reading.question;
            if (adjacent) take_context(head, reading);
        }
        if (all_.size() == first && is_led_to(i) && !reading.looks_back && !ComparedText(text).words.empty())
            ask_of_plain(i, *before_.reading.leads_on);
        open_ = reading.goes_on && !reading.utterances.empty();
        if (in_block_quote && all_.size() == first && !reading.looks_back) quoted_.push_back(i);
        else quoted_.clear();
        before_ = {i, std::move(reading), first};
    }

    // Below "Karin Alm säger:"
    bool is_led_to(std::uint32_t i) const {
        if (before_.node == 0xFFFFFFFF || !before_.reading.leads_on) return false;
        const Attribution& who = *before_.reading.leads_on;
        return body_[before_.node].end == i && !who.weak && !who.name.empty() && who.verb != ":";
    }

    // An item of a list, without paragraphs or further lists in it.
    bool is_one_line(std::uint32_t item) const {
        if (!may_hold_entry(body_, item)) return false;
        for (std::uint32_t i = item + 1; i < body_[item].end; ++i) {
            if (body_[i].kind < NodeKind::text) return false;
        }
        return true;
    }

    // From a list only what itself shows that it was said, and by whom: no item speaks for its neighbours.
    void read_item(std::uint32_t i) {
        drop_quoted();
        const std::string text = plain_text(body_, i);
        Reading reading = readings_.of(i, text);
        const std::size_t first = all_.size();
        for (Utterance& utterance : reading.utterances) {
            if (utterance.attribution.present()) add(i, text, reading, std::move(utterance));
        }
        if (all_.size() == first && reading.question && reading.form == Reading::Form::quotation) {
            SaidParagraph paragraph{i, text, reading.form};
            compare_plainly(paragraph, reading);
            push(std::move(paragraph));
        }
        if (all_.size() > first && reading.form == Reading::Form::quotation) all_[first].question = reading.question;
        for (std::size_t k = first; k < all_.size(); ++k) all_[k].in_list = true;
        open_ = false;
        before_ = {};
    }

    // > Words in a block quote.
    // > Karin Alm (C)
    bool add_signed_lines(std::uint32_t i, const std::string& text) {
        const std::vector<std::uint32_t> ends = line_ends(body_, i);
        if (ends.empty() || ends.back() + 1 >= text.size()) return false;
        const Reading last_line = read_paragraph(std::string_view(text).substr(ends.back() + 1), readings_.language());
        if (!last_line.looks_back || last_line.form != Reading::Form::signature) return false;
        quoted_.push_back(i);
        add_quoted(*last_line.looks_back, ends.back());
        before_ = {i, {}, all_.size()};
        return true;
    }

    // What stands in the block quote was said by the one who signs it; `last_end`: where the words of its last paragraph end.
    void add_quoted(const Attribution& who, std::size_t last_end) {
        for (const std::uint32_t node : quoted_) {
            SaidParagraph quoted{node, plain_text(body_, node), Reading::Form::quotation};
            const std::size_t end = node == quoted_.back() ? std::min(last_end, quoted.text.size()) : quoted.text.size();
            Piece said{Piece::Kind::said, 0, static_cast<std::uint32_t>(end)};
            trim_marks(quoted.text, said);
            quoted.spoken = {who, {said}, plain_words(std::string_view(quoted.text).substr(said.begin, said.end - said.begin)), {}};
            if (end < quoted.text.size()) {
                const auto name = static_cast<std::uint32_t>(end + 1), size = static_cast<std::uint32_t>(quoted.text.size());
                quoted.spoken.pieces.push_back({Piece::Kind::attribution, name, size});
                quoted.speakers = {{name, size}};
            }
            quoted.pieces = quoted.spoken.pieces;
            quoted.said = ComparedText(quoted.spoken.words);
            push(std::move(quoted));
        }
        quoted_.clear();
    }

    // A block quote is over, and nobody has signed it.
    void drop_quoted() {
        if (!led_.name.empty()) {
            for (const std::uint32_t node : quoted_) ask_of_plain(node, led_);
        }
        quoted_.clear();
        led_ = {};
    }

    void ask_of_plain(std::uint32_t node, const Attribution& who) {
        SaidParagraph plain{node, plain_text(body_, node)};
        plain.spoken.words = plain.text;
        plain.said = ComparedText(plain.spoken.words);
        plain.question = StatementQuestion{StatementDoubt::unmarked, 0, static_cast<std::uint32_t>(plain.text.size()), who};
        push(std::move(plain));
    }

    void add(std::uint32_t i, const std::string& text, const Reading& reading, Utterance utterance) {
        SaidParagraph paragraph{i, text, reading.form};
        paragraph.needs_speaker = reading.whole && !utterance.attribution.present();
        paragraph.spoken = std::move(utterance);
        paragraph.pieces = reading.pieces;
        paragraph.speakers = reading.speakers;
        paragraph.first_person = reading.first_person;
        paragraph.said = compared(paragraph.spoken, paragraph.text);
        push(std::move(paragraph));
    }

    // ”… a quotation over two paragraphs, which only the last one closes: …”
    void add_rest_of_quotation(const std::string& text, Reading& reading) {
        const Utterance& before = all_.back().spoken;
        Piece piece{Piece::Kind::said, 0, static_cast<std::uint32_t>(text.size())};
        while (piece.end > 0 && (text[piece.end - 1] == ' ' || text[piece.end - 1] == '.' ||
                                 opening_of(std::string_view(text).substr(last_character(text, piece.end))) == Opening::quote_mark)) {
            piece.end = static_cast<std::uint32_t>(last_character(text, piece.end));
            if (text[piece.end] != '.' && text[piece.end] != ' ') break;
        }
        reading.utterances.push_back({before.attribution, {piece}, plain_words(std::string_view(text).substr(0, piece.end)), {}});
        reading.pieces = {piece};
        reading.question.reset();
    }

    static std::size_t last_character(std::string_view text, std::size_t end) {
        std::size_t at = end - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        return at;
    }

    void push(SaidParagraph paragraph) {
        const bool same_node = !all_.empty() && all_.back().node == paragraph.node;
        paragraph.gap_begin = all_.empty() ? 0 : same_node ? paragraph.node : body_[all_.back().node].end;
        paragraph.follows = !all_.empty() && paragraph.gap_begin == paragraph.node && !same_node;
        paragraph.after_heading = std::exchange(heading_, false);
        all_.push_back(std::move(paragraph));
    }

    // What the paragraph just before says about this one.
    void take_context(SaidParagraph& head, const Reading& reading) {
        Attribution& own = head.spoken.attribution;
        const Reading& before = before_.reading;
        if (before.leads_on && (!own.present() || (own.name.empty() && !before.leads_on->name.empty()))) {
            own = *before.leads_on;
            head.needs_speaker = false;
        } else if (before.may_lead_on && !own.present() && (head.needs_speaker || reading.first_person)) {
            own = *before.may_lead_on;
            own.verb = "…";
            head.needs_speaker = false;
        } else if (before.colon && !before.leads_on && own.name.empty()) {
            head.introduced = true;
        } else if (before.asked && !own.present()) {
            own = *before.asked;
            head.needs_speaker = false;
        } else if (open_ && !own.present() && reading.form == Reading::Form::quotation && !all_.empty()) {
            // “… in every paragraph, closed in the last
            const std::size_t last = &head - all_.data();
            if (last > 0) {
                own = all_[last - 1].spoken.attribution;
                head.needs_speaker = false;
            }
        }
        head.answers = before.question_mark;
        if (before.subject) head.mentioned = before.subject;
    }

    // "Det säger Karin Alm", "– Karin Alm (C)": about the paragraph before, when nothing there says who speaks.
    void look_back(const Attribution& who, Reading& reading, bool in_block_quote) {
        const bool signature = reading.form == Reading::Form::signature || reading.question;
        bool taken = false;
        for (std::size_t k = before_.first_record; k < all_.size(); ++k) {
            SaidParagraph& paragraph = all_[k];
            if (!paragraph.is_said() || paragraph.spoken.attribution.present()) continue;
            if (signature && !paragraph.needs_speaker) continue;
            paragraph.spoken.attribution = who;
            paragraph.needs_speaker = false;
            taken = true;
        }
        // > Words in a block quote.
        //
        // – Karin Alm, in it or after it
        if (!taken && signature && !quoted_.empty() && quoted_.back() == before_.node) {
            if (in_block_quote || reading.question) {
                add_quoted(who, std::string::npos);
                taken = true;
            } else {  // without a dash it may just as well be whom to ask
                ask_of_plain(quoted_.back(), who);
                quoted_.clear();
            }
        }
        if (taken) reading.question.reset();
        if (taken) reading.pieces.clear();
    }

    Readings& readings_;
    const Body& body_;
    std::vector<SaidParagraph> all_;
    Before before_;
    std::vector<std::uint32_t> quoted_;  // the paragraphs of the block quote just before, as long as nothing in them was read
    Attribution led_;                    // who is introduced as saying what stands in them, if anybody
    bool heading_ = false;
    bool open_ = false;  // the quotation of the paragraph before is not closed
};

}  // namespace

const Reading& Readings::of(std::uint32_t node, std::string_view text) {
    const auto [found, is_new] = by_node_.try_emplace(node);
    if (is_new) found->second = read_node(body_, node, text, language_);
    return found->second;
}

std::vector<SaidParagraph> said_paragraphs(Readings& readings) { return Collector(readings).run(); }

std::string offered_words(const Body& body, std::uint32_t node, std::string_view language) {
    const std::string text = plain_text(body, node);
    return offered_words(text, read_node(body, node, text, language), language);
}

bool may_hold_entry(const Body& body, std::uint32_t node) {
    if (body[node].kind == NodeKind::paragraph || body[node].kind == NodeKind::statement) return true;
    return body[node].kind == NodeKind::item && node + 1 < body[node].end && body[node + 1].kind >= NodeKind::text;
}

SaidParagraph plain_paragraph(Readings& readings, std::uint32_t node) {
    SaidParagraph plain{node, plain_text(readings.body(), node)};
    plain.marked = false;
    const Reading& reading = readings.of(node, plain.text);
    plain.form = reading.form;
    plain.pieces = reading.pieces;
    plain.question = reading.question;
    compare_plainly(plain, reading);
    return plain;
}

std::uint32_t size_in_text(const Node& node) {
    if (is_break(node)) return 1;
    return node.kind == NodeKind::text || node.kind == NodeKind::code ? node.text_size : 0;
}

Span span_in(const Body& body, std::uint32_t node, std::size_t begin, std::size_t end) {
    std::size_t at = 0;
    for (std::uint32_t i = node + 1; i < body[node].end; ++i) {
        const Node& leaf = body[i];
        const bool as_written = !is_break(leaf) && leaf.at.end - leaf.at.begin == leaf.text_size;
        if (leaf.text_size != 0 && begin >= at && end <= at + leaf.text_size && as_written) {
            return {leaf.at.file, static_cast<std::uint32_t>(leaf.at.begin + begin - at),
                    static_cast<std::uint32_t>(leaf.at.begin + end - at)};
        }
        at += size_in_text(leaf);
    }
    return body[node].at;
}

}  // namespace pressrum

#include "support/readable_paragraph.hpp"

#include <set>
#include <vector>

namespace pressrum {
namespace {

std::string written(std::string_view paragraph, std::uint32_t begin, std::uint32_t end) {
    std::string out(paragraph.substr(begin, end - begin));
    for (char& c : out) c = c == '\n' ? ' ' : c;
    return out;
}

std::string to_readable(const Attribution& by) { return by.verb + "|" + by.role + "|" + (by.pronoun ? "*" : by.name) + "|" + by.party; }

}  // namespace

Reading read_lines(std::string_view paragraph, std::string_view language) {
    std::vector<std::uint32_t> ends;
    for (std::size_t at = paragraph.find('\n'); at != std::string_view::npos; at = paragraph.find('\n', at + 1))
        ends.push_back(static_cast<std::uint32_t>(at));
    return read_paragraph(paragraph, language, ends);
}

std::string to_readable(const Reading& reading, std::string_view paragraph) {
    std::string out;
    std::set<const Utterance*> shown;
    for (const Piece& piece : reading.pieces) {
        if (!out.empty()) out += " / ";
        const std::string text = written(paragraph, piece.begin, piece.end);
        switch (piece.kind) {
            case Piece::Kind::said: out += "«" + text + "»"; break;
            case Piece::Kind::narration: out += "{" + text + "}"; break;
            case Piece::Kind::undecided: out += "¿" + text + "?"; break;
            case Piece::Kind::attribution: {
                const Utterance* of = nullptr;
                for (const Utterance& utterance : reading.utterances) {
                    for (const Piece& each : utterance.pieces) {
                        if (each == piece) of = &utterance;
                    }
                }
                out += of != nullptr && shown.insert(of).second ? to_readable(of->attribution) : "[" + text + "]";
                break;
            }
        }
    }
    return out;
}

std::string asked_about(const Reading& reading, std::string_view paragraph) {
    static constexpr std::string_view kDoubts[] = {"words", "unmarked", "missing comma", "speaker", "signature"};
    if (!reading.question) return {};
    return std::string(kDoubts[static_cast<std::size_t>(reading.question->doubt)]) + ": " +
           written(paragraph, reading.question->begin, reading.question->end);
}

}  // namespace pressrum

#include "link/quotes/reading.hpp"

#include "link/quotes/pieces.hpp"
#include "link/quotes/plain.hpp"

#include <algorithm>

// From sentences to what was said.
//
// A talstreck and quotation marks show speech in different ways, and so a paragraph is read in one of two ways:
//
//     – Nu bygger vi, säger Karin Alm. Det blir bra.         after a talstreck everything is said, up to the attribution and after its sentence
//     ”Nu bygger vi”, säger Karin Alm. Bygget tar ett år.    otherwise only what stands in quotation marks that have an attribution
//
// Either way the attribution reaches from its verb to the end of its sentence, unless the speech visibly goes on in it
// (link/quotes/continuation). What follows is judged sentence by sentence; whatever shows neither speech nor the writer's own words is undecided.

namespace pressrum {
namespace {

using enum Token::Kind;

class Reader : public PlainReader {
public:
    using PlainReader::PlainReader;

    Reading take() {
        const std::size_t size = t_.size();
        if (size == 0) return {};
        const bool talstreck = t_.is(0, dash);
        reading_.form = talstreck ? Reading::Form::talstreck : t_.is(0, quote_mark) ? Reading::Form::quotation : Reading::Form::plain;
        reading_.colon = t_.is(size - 1, colon);
        const std::size_t last = t_.is(size - 1, stop) && size > 1 ? size - 2 : size - 1;
        reading_.closes = t_.is(last, quote_mark) && !p_.opens(last) && p_.close_of(last) == Paragraph::kNone;
        if (words_ == nullptr) {
            if (reading_.form != Reading::Form::plain) add(Kind::undecided, {0, size});
            return finish();
        }
        reading_.first_person = holds_first_person(t_, *words_, 0, size);
        TokenRange all{0, size};
        while (!all.empty() && t_.is(all.begin, dash)) ++all.begin;
        if (all.empty()) return {};
        if (talstreck) read_talstreck(all);
        else read_plain(all);
        return finish();
    }
};

}  // namespace

const Utterance* Reading::first_with_attribution() const {
    const auto found = std::find_if(utterances.begin(), utterances.end(), [](const Utterance& u) { return u.attribution.present(); });
    return found == utterances.end() ? nullptr : &*found;
}

Reading read_paragraph(std::string_view text, std::string_view language, std::span<const std::uint32_t> line_ends) {
    return Reader(text, language, line_ends).take();
}

}  // namespace pressrum

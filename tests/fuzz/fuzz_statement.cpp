// A statement: what was said and who said it are pieces of the paragraph, in order and apart, in every language.
#include "fuzz/fuzz.hpp"
#include "link/quotes/reading.hpp"
#include "link/quotes/tokens.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

template <class Parts>
void must_be_in_order(const Parts& parts, std::size_t size, const char* promise) {
    std::size_t end = 0;
    for (const auto& part : parts) {
        must(part.begin >= end && part.begin < part.end && part.end <= size, promise);
        end = part.end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = to_text(data, size);
    must_be_in_order(tokenize(text), size, "tokens are in order, apart, and not empty");
    for (const char* language : {"sv", "en", "fi"}) {
        const Reading reading = read_paragraph(text, language);
        must_be_in_order(reading.pieces, size, "pieces are in order, apart, and not empty");
        for (const Utterance& utterance : reading.utterances) {
            must_be_in_order(utterance.pieces, size, "pieces of what one person says are in order, apart, and not empty");
            const Attribution& who = utterance.attribution;
            must(who.present() || (who.name.empty() && who.role.empty() && who.party.empty() && !who.pronoun),
                 "nobody says it without a verb");
            must(!who.pronoun || who.name.empty(), "a pronoun has no name");
        }
        for (const auto& [begin, end] : reading.speakers) must(begin < end && end <= size, "who speaks stands in the text");
    }
    return 0;
}

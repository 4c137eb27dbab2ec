// The body of a Word document, put into a sound archive: behind the checksums of a real one no mutated byte would ever be read.
#include "base/text.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/release.hpp"
#include "import/docx.hpp"
#include "import/docx_styles.hpp"
#include "support/docx.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = to_text(data, size);
    if (size > kMaxReleaseBytes) return 0;
    read_docx_styles(text, text, text);
    auto document = read_docx(test::docx_of(text));
    if (!document) return 0;
    for (const Block& block : document->blocks) {
        must(!find_text_fault(block.text()), "what is read is text without control characters");
        must(block.level >= 1, "a block has a level");
    }
    must_become_a_post(std::move(*document));
    return 0;
}

// A release: whatever is pasted becomes a post.
#include "base/text.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/release.hpp"
#include "import/paragraphs.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = to_text(data, size);
    if (size <= kMaxReleaseBytes && !find_text_fault(bytes)) must_become_a_post(read_paragraphs(bytes));
    return 0;
}

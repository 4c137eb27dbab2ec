// A Word document, as the bytes of its file: read or refused, and what is read becomes a post.
#include "fuzz/fuzz.hpp"
#include "fuzz/release.hpp"
#include "import/docx.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kMaxReleaseBytes) return 0;
    auto document = read_docx(to_text(data, size));
    if (document) must_become_a_post(std::move(*document));
    else must(!document.error().sv.empty() && !document.error().en.empty(), "why a document is refused is said");
    return 0;
}

#pragma once
// The render stage: bytes of a planned path, as a pure function of the site and the subject.
//
// A Renderer holds what all files share; one Output is filled for each planned file, in parallel. Every address that is
// written goes through Renderer::url (or absolute), which records it in the Output; what is not certain when the file is made is left for the
// check stage.

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/parallel.hpp"
#include "link/site.hpp"
#include "plan/absent.hpp"
#include "plan/plan.hpp"
#include "render/layout/layout.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// An address on this site that a file points at.
struct UsedAddress {
    std::string address;  // without base path: "2024/05/slug/#citat-x"
    Span at = {};         // where an editor wrote it; unknown: the generator did
};

// Without query and fragment: what the plan knows it by.
std::string_view path_of(std::string_view address);

struct Output {
    std::string bytes;
    std::string copy_from;  // not empty: the bytes are those of this file on the disk
    Sha256 digest{};
    std::uint64_t size = 0;
    std::vector<UsedAddress> links;
    bool keep_data = false;  // asked for by `explain`:
    std::string data = {};   // what the page's layout got, as text
};

// Its bytes are all there: size and digest follow.
void seal(Output& out);

// Which links of a finished file are kept: those that the check stage must see, or all.
enum class Links { unsettled, all };

class Renderer {
public:
    Renderer(const Site& site, const Plan& plan, const Layouts& layouts);

    const Site& site;
    const Plan& plan;
    const Layouts& layouts;
    const Absent absent;

    // "2024/05/slug/" → "/press/2024/05/slug/", recorded as used by `out`.
    std::string url(std::string_view address, Output& out, Span at = {}) const;
    // The same as an absolute address.
    std::string absolute(std::string_view address, Output& out, Span at = {}) const;
    // An address as an editor wrote it ("/2024/05/slug/", "#rubrik" on `page`, "https://…") → what to write into href; empty when
    // nothing is there at this time: then its words are not a link.
    enum class Form { on_site, absolute };
    std::string written(std::string_view target, std::string_view page, Form form, Output& out, Span at) const;

    // kCommonView in a language.
    const View& common(std::uint32_t language) const { return common_[language]; }

private:
    std::vector<View> common_;
    Output common_links_;  // addresses in common_: the check stage sees them once, through the home page
    friend std::vector<Output> render(const Renderer& renderer, Threads threads, Links links);
};

// Reports posts and pages whose `layout` does not exist or is not for them; they are rendered with the usual one.
void check_layout_names(const Site& site, const Layouts& layouts, Diagnostics& diagnostics);
// The layout to use: the one asked for, when it exists and is `usual` or a variant of it ("release-budget").
std::string layout_name(const Text& asked, std::string_view usual, const Layouts& layouts);

// All outputs, parallel to plan.files(), but for what is made from others: those of Turn::compressed and Turn::ledger are left empty.
std::vector<Output> render(const Renderer& renderer, Threads threads, Links links);

}  // namespace pressrum

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

#include <functional>
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

// When and why a file was made, and not kept from the run before.
struct Making {
    enum class Why : std::uint8_t {
        all,      // everything was made: for the first time, or since what all files are made from had changed
        changed,  // `sources`, or what lists hold, had changed
        due,      // time had passed
    };
    Instant at = {};
    Why why = Why::all;
    std::vector<std::string> sources = {};  // a few of the files of the site that had changed
};

struct Output {
    std::string bytes;
    std::string copy_from;  // not empty: the bytes are those of this file on the disk
    Sha256 digest{};
    std::uint64_t size = 0;
    std::vector<UsedAddress> links;
    std::string ids;                   // of a page: each with a line end after it
    std::vector<std::uint64_t> parts;  // what it was made from, by its keys (render/part_digests.hpp); when that was asked for
    Instant next = Instant::max();     // until then time alone makes nothing else of it
    Making made;                       // when files are kept
    bool kept = false;                 // of an earlier run: its bytes have not been made, and are those in the output folder
    bool keep_data = false;            // asked for by `explain`:
    std::string data = {};             // what the page's layout got, as text
};

// Its bytes are all there: size and digest follow.
void seal(Output& out);
// The ids of a page, as Output::ids has them.
std::string ids_of(std::string_view html);

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

    // What frames every page, and the addresses in it.
    const std::vector<UsedAddress>& common_links() const { return common_links_.links; }
    // kCommonView in a language.
    const View& common(std::uint32_t language) const { return common_[language]; }

private:
    std::vector<View> common_;
    Output common_links_;  // addresses in common_: the check stage sees them once, through the home page
};

// Reports posts and pages whose `layout` does not exist or is not for them; they are rendered with the usual one.
void check_layout_names(const Site& site, const Layouts& layouts, Diagnostics& diagnostics);
// The layout to use: the one asked for, when it exists and is `usual` or a variant of it ("release-budget").
std::string layout_name(const Text& asked, std::string_view usual, const Layouts& layouts);

// What is done with each file as soon as it is finished: it may take the bytes away. Called by several threads.
using Finish = std::function<void(std::size_t file, std::vector<Output>& outputs)>;

// All outputs, parallel to plan.files(), but for what is made from others: those of Turn::compressed and Turn::ledger are left empty.
std::vector<Output> render(const Renderer& renderer, Threads threads, Links links, const Finish& finish = {});

class KeptOutputs;
class PartDigests;
// The same; what `kept` still has is not made again. What each is made from is told by `digests`.
std::vector<Output> render(const Renderer& renderer, Threads threads, const PartDigests& digests, const KeptOutputs& kept,
                           const Finish& finish = {});
// The bytes of a file that was kept.
std::string remake(const Renderer& renderer, const PlannedFile& file);

}  // namespace pressrum

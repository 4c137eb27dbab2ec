#pragma once
// The program's one way from sources to a site: load → read → link → pictures → plan → render → check → publish, and how far to go.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "base/store.hpp"
#include "io/load.hpp"
#include "io/pictures/pictures.hpp"
#include "io/publish/publish.hpp"
#include "link/site.hpp"
#include "plan/plan.hpp"
#include "render/part_digests.hpp"
#include "render/renderer.hpp"

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// Where the bytes of a file go as soon as it is finished.
enum class Bytes {
    published,  // to the output folder, which takes none of them into use before all are sound
    dropped,    // nowhere: whoever only checks needs none
    held,       // they stay in Build::outputs, and publish_build() takes them from there
};

struct BuildOptions {
    Roots roots;
    std::string out;                 // output folder
    Now now;                         // the only clock
    bool drafts = false;             // drafts too, marked
    bool future = false;             // embargoed posts too, marked
    std::string against;             // manifest of what is published; empty: nothing is compared
    std::string base_url;            // instead of site.yaml's; empty: site.yaml's
    Links links = Links::unsettled;  // which are kept in the outputs
    Bytes bytes = Bytes::held;
    std::optional<PictureMaking> pictures;  // absent: every picture is shown as it is
    Threads threads;
    Store* store = nullptr;  // what the last run has left there is used, and what the next may use is left there; none: nothing is
};

// Everything a command may want to tell. Members are filled as far as the run got; `tree` is what spans point into.
struct Build {
    SourceTree tree;
    Diagnostics diagnostics;   // sorted; severities as site.yaml wants them: see effective_severity
    std::optional<Site> site;  // absent: the site's own files are too faulty
    Layouts layouts;
    Plan plan;
    std::vector<Output> outputs;           // parallel to plan.files()
    std::optional<Publishing> publishing;  // under way, when nothing is wrong so far
    std::exception_ptr unwritable;         // what the disk said first; the rest has been checked all the same
    std::optional<PartDigests> parts;      // of the site, when options.store
    Instant next = Clock::kNever;          // when the same sources would make something else
    PublishCounts counts;
    bool published = false;
};

// Severity of a finding after site.yaml `rules:`.
Severity effective_severity(const Rule& rule, const SiteConfig& config);
Severity effective_severity(const Rule& rule, const std::optional<Site>& site);
bool has_errors(const Build& build);

// Whether the output folder is apart from the sources; what is wrong is reported. Asked before anything is made.
bool may_publish(const BuildOptions& options, Diagnostics& diagnostics);

// Everything but publishing, from files that have been read or from those of options.roots. `loaded` may look at what was loaded, or change its order, before it is read: for tests.
void make(const BuildOptions& options, RawSources sources, Build& build, const std::function<void(SourceTree&)>& loaded = {});
void make(const BuildOptions& options, Build& build, const std::function<void(SourceTree&)>& loaded = {});
// Publishes what make() made, when no error stands.
void publish_build(const BuildOptions& options, Build& build);

}  // namespace pressrum

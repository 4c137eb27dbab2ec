#pragma once
// The line that ends a run: what became of the posts, of the files, and how long it took.

#include "cli/console.hpp"
#include "io/publish.hpp"
#include "link/site.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace pressrum {

struct RunSummary {
    std::size_t errors = 0, warnings = 0;
    std::optional<PostCounts> posts;     // absent: the run did not come so far
    std::optional<PublishCounts> files;  // absent: nothing was published
    std::size_t planned = 0;             // files that were made
    std::chrono::milliseconds took = {};
};

// "40 publicerade inlägg, 1 väntar (nästa 2 mars 2027 kl. 08.00), 2 utkast, 0 utgångna; 12 filer skrivna, 300 oförändrade, 1 borttagen; 0,35 s"
// Not published because of errors: "2 fel: ingenting är publicerat och mappen public är orörd; 0,35 s".
std::string build_summary(const RunSummary& run, const std::string& out_folder, MessageLanguage language);
// "inga fel, 2 varningar; 40 publicerade inlägg, …; 312 filer granskade; 0,35 s"
std::string check_summary(const RunSummary& run, MessageLanguage language);

}  // namespace pressrum

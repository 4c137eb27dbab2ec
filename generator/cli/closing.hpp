#pragma once
// The line that ends a run: what became of the posts, of the files, and how long it took.

#include "cli/console.hpp"
#include "io/publish/publish.hpp"
#include "io/publish/verify.hpp"
#include "link/site.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace pressrum {

struct RunSummary {
    std::size_t errors = 0, warnings = 0;
    std::optional<PostCounts> posts;     // absent: the run did not get that far
    std::optional<PublishCounts> files;  // absent: nothing was published
    std::size_t planned = 0;             // files that were made
    std::chrono::milliseconds took = {};
};

// "40 publicerade inlägg, 1 väntar (nästa 2 mars 2027 kl. 08.00), 2 utkast, 0 utgångna; 12 filer skrivna, 300 oförändrade, 1 borttagen; 0,35 s"
// Not published because of errors: "2 fel: ingenting är publicerat och mappen public är orörd; 0,35 s".
std::string build_summary(const RunSummary& run, const std::string& out_folder, MessageLanguage language);
// "inga fel, 2 varningar; 40 publicerade inlägg, …; 312 filer granskade; 0,35 s"
std::string check_summary(const RunSummary& run, MessageLanguage language);

struct SealSummary {
    enum class Signature { unchecked, sound, wrong };

    std::size_t errors = 0, warnings = 0;
    std::optional<VerifiedFiles> files;  // absent: there is no manifest to compare with
    Signature signature = Signature::unchecked;
    std::optional<Instant> signed_at;
    std::chrono::milliseconds took = {};
};

// "1 fel, inga varningar; 311 filer stämmer, 1 ändrad, 0 saknas, 0 okända; signaturen stämmer, gjord 2026-11-24T11:00:00Z; 0,35 s"
std::string verify_summary(const SealSummary& run, MessageLanguage language);
// "manifest.json är signerad med nyckeln 1A350EBC12C7C684; 312 filer stämmer, …; 0,35 s"
std::string sign_summary(const SealSummary& run, const std::string& key_id, MessageLanguage language);

}  // namespace pressrum

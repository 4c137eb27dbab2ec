#pragma once
// What the last run made, so that a run with nothing new to make is over before it has begun.
//
// Kept in the cache, one file for each output folder: the digest of everything the site was made from (sources, settings on the command line, the
// program, the zone's data), until when time alone changes nothing, what stood in the output folder, and what was said. When all of that is as
// it was, publishing again would change no byte, and the same is said again. Sources that nobody has written since are not even read. When something has changed, what the last run kept of each of its files tells
// which need not be made again (render/kept_outputs.hpp).

#include "base/store.hpp"
#include "cli/making.hpp"
#include "io/cache_folder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// What a run keeps for the next one, for BuildOptions::store; what another program or one with other flags has left is not found.
class KeptFiles : public Store {
public:
    enum class Old { used, passed_over };  // what is there already

    KeptFiles(const std::string& cache, const BuildOptions& options, Old old = Old::used);

    std::optional<std::string> find(const std::string& name) const override;
    void put(const std::string& name, std::string bytes) override;

private:
    CacheFolder folder_;
    std::string name_;
    Sha256 maker_;
    Old old_;
};

// The sources, as the last run has found them where they have not been written since: then their texts are not read yet.
RawSources sources_now(const std::string& cache, const BuildOptions& options);
// For the next run.
void remember_sources(const std::string& cache, const BuildOptions& options, const RawSources& sources);

class LastRun {
public:
    LastRun(const std::string& cache, const BuildOptions& options, const RawSources& sources, MessageLanguage language);

    // What the last run said, when nothing has changed since.
    std::optional<Outcome> find() const;
    // After a run that has published.
    void remember(const Build& build, const Outcome& outcome) const;

private:
    const BuildOptions& options_;
    CacheFolder runs_;
    std::string name_;
    Sha256 maker_;   // of the program and its flags
    Sha256 inputs_;  // of these and the sources
};

}  // namespace pressrum

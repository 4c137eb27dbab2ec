#pragma once
// The statements that an earlier run found, by everything it found them from: who speaks where is the slowest thing that is read out of a post.
//
// A post about which there was something to say is never remembered, so that the same is said again.

#include "base/digest.hpp"
#include "link/quotes/quotes.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

class StatementMemory {
public:
    // What an earlier memory has returned as bytes(); of anything else it remembers nothing. `people`: of this run.
    StatementMemory(std::string_view bytes, const Keyed<Person>& people);

    // As link_statements, which it calls when it has to. Several threads may ask.
    std::vector<Statement> statements_of(const PostDocument& post, const Keyed<Person>& people, Date published, std::string_view language,
                                         Diagnostics& diagnostics);
    // What was asked for in this run, for the next one.
    std::string bytes() const;

private:
    struct Hash {
        std::size_t operator()(const Sha256& digest) const;
    };

    Sha256 people_;
    std::unordered_map<Sha256, std::string, Hash> before_, now_;  // archived: most of them are only passed on
    mutable std::mutex mutex_;
};

}  // namespace pressrum

#pragma once
// The statements that an earlier run found, by everything it found them from: who speaks where is the slowest thing that is read out of a post.
//
// A post about which there was something to say is never remembered, so that the same is said again.

#include "base/memory.hpp"
#include "link/quotes/quotes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

class StatementMemory {
public:
    // `people`: of this run.
    StatementMemory(Store& store, const Keyed<Person>& people);

    // As link_statements, which it calls when it has to. Several threads may ask.
    std::vector<Statement> statements_of(const PostDocument& post, const Keyed<Person>& people, Date published, std::string_view language,
                                         Diagnostics& diagnostics);
    // For the next run.
    void save() { memory_.save(); }

private:
    Memory memory_;
    Sha256 people_;
};

}  // namespace pressrum

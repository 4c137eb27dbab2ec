#pragma once
// What was published, and what is told when the sources say something else now.

#include "check/check.hpp"
#include "io/ledger_read.hpp"
#include "render/ledger.hpp"
#include "support/site_builder.hpp"

#include <stdexcept>
#include <string>

namespace pressrum::test {

// What an earlier run wrote, read back from the bytes of its manifest.
inline Ledger ledger_of(const Files& files, SiteOptions options = {}) {
    TestSite before;
    make_site(before, files, options);
    if (!before.site) throw std::runtime_error("no site");
    auto read = read_ledger(ledger(*before.site, {}, {}, Threads{1}));
    if (!read) throw std::runtime_error("no ledger");
    return *read;
}

// The rules, in the order they are told.
inline std::string compared(const Ledger& before, const Files& files, SiteOptions options = {}) {
    TestSite now;
    make_site(now, files, options);
    if (!now.site) throw std::runtime_error("no site");
    Diagnostics found;
    check_against(*now.site, before, found);
    found.sort();
    return rules_of(found);
}

}  // namespace pressrum::test

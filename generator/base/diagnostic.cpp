#include "base/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace pressrum {

void Diagnostics::append(Diagnostics other) { std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_)); }

void Diagnostics::sort() {
    const auto key = [](const Diagnostic& d) { return std::tie(d.at, d.rule->id, d.words); };
    std::stable_sort(all_.begin(), all_.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
    const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

}  // namespace pressrum

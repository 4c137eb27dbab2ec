#pragma once
// A press room in memory up to its finished files, with the layouts of the repository.

#include "render/renderer.hpp"
#include "support/site_builder.hpp"

#include <optional>
#include <string>

namespace pressrum::test {

class RenderedSite {
public:
    explicit RenderedSite(const Files& files, SiteOptions options = {});
    RenderedSite(const RenderedSite&) = delete;

    const TestSite& test() const { return test_; }
    const Site& site() const { return *test_.site; }
    // What was reported, as to_text gives it.
    std::string reported() const { return to_text(test_.diagnostics, test_.tree); }
    // The bytes of a planned file; an exception when none is planned there.
    std::string file(std::string_view path) const;
    std::string file(const PlannedFile& planned) const;

private:
    TestSite test_;
    std::optional<Renderer> renderer_;
};

}  // namespace pressrum::test

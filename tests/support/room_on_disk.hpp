#pragma once
// A press room on the disk, and builds over it, as the command makes them.

#include "build.hpp"
#include "cli/last_run.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace pressrum::test {

struct RoomOnDisk {
    TempFolder temp;
    BuildOptions options;

    explicit RoomOnDisk(const Files& files) {
        for (const auto& [path, text] : files) temp.write(path, text);
        options.roots = {temp.at("posts"), temp.at("site"), PRESSRUM_ROOT "/layouts"};
        options.out = temp.at("public");
        set_now("2026-11-24T12:00");
    }
    void set_now(std::string_view now) { options.now.local = parse_iso_local_time(now); }

    // What a run is told by the last one; when that is nothing, it makes, publishes and remembers.
    std::optional<Outcome> run(MessageLanguage language = MessageLanguage::swedish) {
        Build build;
        return run(build, language);
    }
    std::optional<Outcome> run(Build& build, MessageLanguage language = MessageLanguage::swedish) {
        RawSources sources = sources_now(temp.at("cache"), options);
        if (auto same = LastRun(temp.at("cache"), options, sources, language).find()) return same;
        read_known(sources, options.threads);
        remember_sources(temp.at("cache"), options, sources);
        const LastRun last(temp.at("cache"), options, sources, language);
        BuildOptions keeping = options;
        KeptFiles kept(temp.at("cache"), options);
        keeping.store = &kept;
        make(keeping, std::move(sources), build);
        publish_build(keeping, build);
        last.remember(build, outcome_of(build, language));
        return std::nullopt;
    }
    // The same site made without anything of an earlier run.
    std::map<std::string, std::string> made_anew() const {
        BuildOptions anew = options;
        anew.out = temp.at("anew");
        std::filesystem::remove_all(anew.out);
        Build build;
        make(anew, build);
        publish_build(anew, build);
        return temp.files("anew");
    }
};

}  // namespace pressrum::test

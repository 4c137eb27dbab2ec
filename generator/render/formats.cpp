#include "render/formats.hpp"

#include "plan/paths.hpp"

#include <algorithm>
#include <vector>

namespace pressrum {
namespace {

// For each text file that is planned before it. The compressed form has the same subject as the file itself.
void plan_compressed(const Site& of, const Format& self, Plan& plan, std::string_view ending) {
    static constexpr std::string_view kTexts[] = {".html", ".xml", ".json", ".ics", ".css", ".js", ".svg", ".txt"};
    if (!*of.config.precompress) return;
    const std::size_t before = plan.files().size();
    for (std::size_t i = 0; i < before; ++i) {
        const PlannedFile file = plan.files()[i];  // add() may move them
        const bool text =
            std::any_of(std::begin(kTexts), std::end(kTexts), [&](std::string_view each) { return file.path.ends_with(each); });
        if (text) plan.add(file.path + std::string(ending), self, file.subject);
    }
}

void plan_gzip(const Site& of, const Format& self, Plan& plan) { plan_compressed(of, self, plan, kGzipEnding); }
void plan_brotli(const Site& of, const Format& self, Plan& plan) { plan_compressed(of, self, plan, kBrotliEnding); }
void plan_manifest(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "manifest.json"); }

// What is made from finished files, by build.cpp and render/ledger.cpp.
constexpr Format kRows[] = {
    {"gzip",
     "/….gz",
     "application/gzip",
     Turn::compressed,
     {"en textfil komprimerad (RFC 1952), när site.yaml har precompress",
      "a text file compressed (RFC 1952), when site.yaml has precompress"},
     {"filen", "the file"},
     plan_gzip,
     nullptr},
    {"brotli",
     "/….br",
     "",
     Turn::compressed,
     {"en textfil komprimerad (RFC 7932), när site.yaml har precompress",
      "a text file compressed (RFC 7932), when site.yaml has precompress"},
     {"filen", "the file"},
     plan_brotli,
     nullptr},
    {"manifest",
     "/manifest.json",
     "application/json",
     Turn::ledger,
     {"liggare över allt som är publicerat", "ledger of all that is published"},
     {"alla filer", "all files"},
     plan_manifest,
     nullptr},
};

const std::vector<Format>& all_rows() {
    static const std::vector<Format> all = [] {
        std::vector<Format> rows;
        for (const std::span<const Format> some : {kListFormats, kReleaseFormats, kPeopleFormats, kEventFormats, kSiteFormats, kFeedFormats,
                                                   kDataFormats, kCalendarFormats, kFileFormats, std::span<const Format>(kRows)})
            rows.insert(rows.end(), some.begin(), some.end());
        return rows;
    }();
    return all;
}

}  // namespace

const std::span<const Format> kFormats = all_rows();

}  // namespace pressrum

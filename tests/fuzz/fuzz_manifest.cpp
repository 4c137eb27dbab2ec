// The manifest of an earlier run, as the publisher and as --against read it. What is read is written so that it is read again.
#include "fuzz/fuzz.hpp"
#include "io/ledger_read.hpp"
#include "io/manifest_read.hpp"
#include "io/out_folder.hpp"
#include "link/site.hpp"
#include "render/formats.hpp"
#include "render/ledger.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

bool same(const PublishedFile& a, const PublishedFile& b) { return a.path == b.path && a.digest == b.digest && a.size == b.size; }

// With the program's own writer.
void must_be_written_as_read(const std::vector<PublishedFile>& files) {
    const auto usual =
        std::find_if(std::begin(kFormats), std::end(kFormats), [](const Format& format) { return format.turn != Turn::ledger; });
    std::vector<PlannedFile> planned;
    std::vector<Output> outputs;
    for (const PublishedFile& each : files) {
        must(is_output_path(each.path), "a file of the manifest lies in the output");
        planned.push_back({each.path, &*usual, {}});
        Output out;
        out.digest = each.digest;
        out.size = each.size;
        outputs.push_back(std::move(out));
    }
    const auto again = read_manifest(ledger(Site{}, planned, outputs, Threads{1}));
    must(again && std::equal(files.begin(), files.end(), again->begin(), again->end(), same), "what is written is read as it was");
}

using Json = nlohmann::json;

Json written(const PublishedRelease& release) {
    Json json = {{"id", release.id}, {"address", release.address}, {"published", release.published}, {"updated", release.updated}};
    for (const PublishedStatement& each : release.statements)
        json["statements"].push_back(
            {{"id", each.id}, {"speaker", each.speaker}, {"role", each.role}, {"party", each.party}, {"sha256", each.sha256}});
    for (const PublishedEvent& each : release.events)
        json["events"].push_back({{"uid", each.uid},
                                  {"start", each.start},
                                  {"end", each.end},
                                  {"status", each.status},
                                  {"sequence", each.sequence},
                                  {"sha256", each.sha256}});
    for (const PublishedChange& each : release.changes)
        json["changes"].push_back({{"at", each.at}, {"kind", each.kind}, {"sha256", each.sha256}});
    return json;
}

std::string written(const Ledger& ledger) {
    Json releases = Json::array();
    for (const PublishedRelease& each : ledger.releases) releases.push_back(written(each));
    return Json{{"generator", "pressrum"},
                {"format", 1},
                {"base_url", ledger.base_url},
                {"authority", ledger.authority},
                {"releases", std::move(releases)}}
        .dump();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = to_text(data, size);
    if (const auto files = read_manifest(bytes)) must_be_written_as_read(*files);
    if (const auto ledger = read_ledger(bytes)) {
        const std::string text = written(*ledger);
        const auto again = read_ledger(text);
        must(again && written(*again) == text, "releases are read as they are written");
    }
    return 0;
}

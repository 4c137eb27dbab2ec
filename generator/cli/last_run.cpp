#include "cli/last_run.hpp"

#include "base/archive.hpp"
#include "io/program_digest.hpp"
#include "io/walk.hpp"
#include "model/rules.hpp"

#include <fcntl.h>

#include <algorithm>
#include <limits>

namespace pressrum {

// A rule is known by its id.
static void write_value(ArchiveWriter& out, const Rule* const& rule) { out(std::string(rule->id)); }
static void read_value(ArchiveReader& in, const Rule*& rule) {
    rule = find_rule(in.read<std::string>());
    if (rule == nullptr) in.give_up();
}

namespace {

// Of each folder: several press rooms of the largest kind.
constexpr Keeping kKeeping{std::chrono::days(30), std::uint64_t{2} << 30};

struct Record {
    Sha256 inputs{};
    std::optional<LocalTime> local;  // as the command line had it
    Instant made, next;              // at every moment from the first to before the second the same is made
    std::string zone;
    Sha256 zone_data{};  // the bytes of its file
    PublishedSite site;
    Outcome outcome;
};

Sha256 digest_of_file(const std::string& file) {
    return file.empty() ? Sha256{} : sha256(read_whole(AT_FDCWD, file.c_str(), std::numeric_limits<std::uint64_t>::max()).bytes);
}

Sha256 digest_of_maker(const BuildOptions& options) {
    ArchiveWriter all;
    all(program_digest());
    all(options.out);
    all(options.roots);
    all(options.drafts);
    all(options.future);
    all(options.base_url);
    return sha256(all.bytes());
}

Sha256 digest_of_inputs(const Sha256& maker, const BuildOptions& options, const RawSources& sources, MessageLanguage language) {
    ArchiveWriter all;
    all(maker);
    all(language);
    all(options.against);
    all(digest_of_file(options.against));
    all(sources.digest());
    return sha256(all.bytes());
}

// What is said of the machine, or of the moment, may be another thing next time.
bool may_pass(const Finding& finding) {
    return finding.rule->id.starts_with("against/") || finding.rule == rule("photo/program") || finding.rule == rule("photo/card");
}

// Of what the system's database says of a zone; nothing when it lies elsewhere. The database itself is not asked: opening it takes longer than
// all else here.
std::optional<Sha256> digest_of_zone(const std::string& name) {
    constexpr std::uint64_t kMaxZoneBytes = 1 << 20;
    const WholeFile file = read_whole(AT_FDCWD, real_path("/usr/share/zoneinfo/" + name).c_str(), kMaxZoneBytes);
    return file.fault == ReadFault::none ? std::optional(sha256(file.bytes)) : std::nullopt;
}

bool is_within(const Record& record, const Now& now) {
    if (digest_of_zone(record.zone) != record.zone_data) return false;
    if (now.local && now.local == record.local) return true;
    if (!now.local) return record.made <= now.instant && now.instant < record.next;
    const std::optional<Zone> zone = Zone::find(record.zone);
    return zone && record.made <= zone->to_instant(*now.local) && zone->to_instant(*now.local) < record.next;
}

std::string name_of(const BuildOptions& options) { return to_hex(sha256(options.out)); }
CacheFolder kept_in(const std::string& cache) { return {cache, "kept"}; }
CacheFolder sources_in(const std::string& cache) { return {cache, "sources"}; }

}  // namespace

KeptFiles::KeptFiles(const std::string& cache, const BuildOptions& options, Old old)
    : folder_(kept_in(cache)), name_(name_of(options)), maker_(digest_of_maker(options)), old_(old) {
    folder_.prune(kKeeping);
}

// What says who has made it stands last, so that nothing need be moved when it is taken off.
std::optional<std::string> KeptFiles::find(const std::string& name) const {
    std::optional<std::string> bytes = old_ == Old::used ? folder_.find(name_ + "-" + name) : std::nullopt;
    const std::string_view maker(reinterpret_cast<const char*>(maker_.data()), maker_.size());
    if (!bytes || !bytes->ends_with(maker)) return std::nullopt;
    bytes->resize(bytes->size() - maker.size());
    return bytes;
}

void KeptFiles::put(const std::string& name, std::string bytes) {
    bytes.append(reinterpret_cast<const char*>(maker_.data()), maker_.size());
    folder_.put(name_ + "-" + name, std::move(bytes));
}

RawSources sources_now(const std::string& cache, const BuildOptions& options) {
    std::vector<KnownSource> known;
    if (const auto bytes = sources_in(cache).find(name_of(options))) {
        ArchiveReader in(*bytes);
        if (in.read<Sha256>() == program_digest()) known = in.read<std::vector<KnownSource>>();
        if (!in.finished()) known.clear();
    }
    return read_files(options.roots, options.threads, known);
}

void remember_sources(const std::string& cache, const BuildOptions& options, const RawSources& sources) {
    ArchiveWriter out;
    out(program_digest());
    out(sources.settled());
    sources_in(cache).put(name_of(options), std::move(out).take());
    sources_in(cache).prune(kKeeping);
}

LastRun::LastRun(const std::string& cache, const BuildOptions& options, const RawSources& sources, MessageLanguage language)
    : options_(options),
      runs_(cache, "runs"),
      name_(name_of(options)),
      maker_(digest_of_maker(options)),
      inputs_(digest_of_inputs(maker_, options, sources, language)) {}

std::optional<Outcome> LastRun::find() const {
    const std::optional<std::string> bytes = runs_.find(name_);
    if (!bytes) return std::nullopt;
    ArchiveReader in(*bytes);
    if (in.read<Sha256>() != inputs_) return std::nullopt;  // first, so that what another program has written is not read
    ArchiveReader whole(*bytes);
    Record record = whole.read<Record>();
    if (!whole.finished() || !is_within(record, options_.now)) return std::nullopt;
    if (!is_still_there(options_.out, record.site, options_.threads)) return std::nullopt;
    record.outcome.run.files = PublishCounts{0, record.site.files.size(), 0, 0, false};
    return std::move(record.outcome);
}

void LastRun::remember(const Build& build, const Outcome& outcome) const {
    if (!build.published) return;
    if (std::any_of(outcome.findings.begin(), outcome.findings.end(), may_pass)) return;
    const Site& site = *build.site;
    const std::optional<Sha256> zone = digest_of_zone(site.zone.name());
    if (!zone) return;
    Record record{inputs_, options_.now.local, site.clock.now(), build.next, site.zone.name(), *zone, {}, outcome};
    const std::vector<PlannedFile>& files = build.plan.files();
    for (std::size_t i = 0; i < files.size(); ++i) {
        record.site.files.emplace_back(files[i].path, build.outputs[i].size);
        if (files[i].format->turn == Turn::ledger) record.site.manifest = build.outputs[i].digest;
    }
    ArchiveWriter run;
    run(record);
    runs_.put(name_, std::move(run).take());
    runs_.prune(kKeeping);
}

}  // namespace pressrum

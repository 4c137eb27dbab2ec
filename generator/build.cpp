#include "build.hpp"

#include "base/archive.hpp"
#include "base/compress.hpp"
#include "base/memory.hpp"
#include "check/check.hpp"
#include "io/descriptor.hpp"
#include "io/ledger_read.hpp"
#include "link/link.hpp"
#include "link/pictures.hpp"
#include "model/names.hpp"
#include "model/rules.hpp"
#include "plan/paths.hpp"
#include "read/read.hpp"
#include "render/formats.hpp"
#include "render/kept_outputs.hpp"
#include "render/ledger.hpp"

#include <fcntl.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <system_error>

namespace pressrum {

Severity effective_severity(const Rule& rule, const SiteConfig& config) {
    static constexpr Severity kSeverities[] = {Severity::error, Severity::warning, Severity::off};
    if (!rule.adjustable) return rule.severity;
    const auto own = std::find_if(config.rules.begin(), config.rules.end(), [&](const auto& each) { return *each.first == rule.id; });
    return own == config.rules.end() ? rule.severity : row_of(*own->second, kSeverities);
}
Severity effective_severity(const Rule& rule, const std::optional<Site>& site) {
    return site ? effective_severity(rule, site->config) : rule.severity;
}

bool has_errors(const Build& build) {
    const auto& all = build.diagnostics.all();
    return std::any_of(all.begin(), all.end(),
                       [&](const Diagnostic& d) { return effective_severity(*d.rule, build.site) == Severity::error; });
}

namespace {

// Names in BuildOptions::store.
constexpr const char* kListed = "listed";
constexpr const char* kPosts = "posts";

struct Twin {
    std::string_view ending;
    std::string (*compress)(std::string_view bytes);
};
constexpr Twin kTwins[] = {{kGzipEnding, to_gzip}, {kBrotliEnding, to_brotli}};

std::vector<std::string> source_folders(const BuildOptions& options) {
    return {options.roots.posts, options.roots.site, options.roots.layouts};
}

// Files on their way from the render stage to wherever their bytes go.
class Finishing {
public:
    Finishing(const BuildOptions& options, const Renderer& renderer, Build& build)
        : options_(options), renderer_(renderer), build_(build) {}

    // Opens the output folder; what is wrong with it is reported.
    void open() {
        const std::vector<PlannedFile>& files = build_.plan.files();
        std::vector<FileToPublish> planned;
        planned.reserve(files.size());
        for (const PlannedFile& file : files)
            planned.push_back({file.path, {}, {}, false, {}, 0, static_cast<std::uint8_t>(file.format->turn)});
        try {
            build_.publishing = Publishing::open(
                options_.out, std::move(planned), source_folders(options_), options_.threads, build_.diagnostics,
                [this](std::size_t i) { return made_again(build_.plan.files()[i]); }, listed_last_time());
        } catch (const std::system_error&) {
            give_up();
        }
    }

    // The file and its compressed twins; called by several threads. What `kept` has of the twins is not made.
    void finish(std::size_t file, std::vector<Output>& outputs, const KeptOutputs* kept) {
        if (*renderer_.site.config.precompress) make_twins(file, outputs, kept);
        hand_on(file, outputs[file]);
    }

    void hand_on(std::size_t file, Output& out) {
        if (build_.publishing) publish(file, out);
        if (options_.bytes != Bytes::held) std::string().swap(out.bytes);
    }

    void publish(std::size_t file, const Output& out) {
        if (unwritable_) return;
        const PlannedFile& planned = build_.plan.files()[file];
        try {
            build_.publishing->take(file, {planned.path, out.bytes, out.copy_from, out.kept, out.digest, out.size,
                                           static_cast<std::uint8_t>(planned.format->turn)});
        } catch (const FileChanged& changed) {
            // A cache entry that has decayed on the disk would trip every later run too.
            if (options_.pictures) forget_picture(changed.file, options_.pictures->cache);
            throw;
        } catch (const std::system_error&) {
            give_up();
        }
    }

private:
    // Whoever has written is still told what is wrong with it; nothing is published.
    void give_up() {
        if (!unwritable_.exchange(true)) build_.unwritable = std::current_exception();
    }

    ListedFiles listed_last_time() const {
        const std::optional<std::string> bytes = options_.store == nullptr ? std::nullopt : options_.store->find(kListed);
        if (!bytes) return {};
        ArchiveReader in(*bytes);
        ListedFiles listed = in.read<ListedFiles>();
        return in.finished() ? std::move(listed) : ListedFiles();
    }

    void make_twins(std::size_t file, std::vector<Output>& outputs, const KeptOutputs* kept) {
        const std::vector<PlannedFile>& files = build_.plan.files();
        const Output& of = outputs[file];
        std::optional<std::string> bytes;
        for (const Twin& each : kTwins) {
            const PlannedFile* twin = build_.plan.find(files[file].path + std::string(each.ending));
            if (twin == nullptr || twin->format->turn != Turn::compressed) continue;
            const auto number = static_cast<std::size_t>(twin - files.data());
            Output& out = outputs[number];
            if (of.kept && kept->has(*twin)) {
                kept->take(*twin, out);
            } else {
                if (!bytes) bytes = bytes_of(of, files[file]);
                out.bytes = each.compress(*bytes);
                seal(out);
                out.parts = of.copy_from.empty() ? of.parts : std::vector{part_number(Part::everything, std::uint64_t{0})};
                out.next = of.next;
                out.made = of.made;
            }
            hand_on(number, out);
        }
    }

    std::string bytes_of(const Output& out, const PlannedFile& planned) const {
        if (out.kept) return made_again(planned);
        if (out.copy_from.empty()) return out.bytes;
        WholeFile file = read_whole(AT_FDCWD, out.copy_from.c_str(), out.size);
        if (file.fault == ReadFault::failed) fail(out.copy_from, file.error);
        if (sha256(file.bytes) != out.digest) throw FileChanged(out.copy_from);
        return std::move(file.bytes);
    }

    std::string made_again(const PlannedFile& planned) const {
        if (planned.format->turn != Turn::compressed) return remake(renderer_, planned);
        const Twin& twin =
            *std::find_if(std::begin(kTwins), std::end(kTwins), [&](const Twin& each) { return planned.path.ends_with(each.ending); });
        return twin.compress(
            made_again(*build_.plan.find(std::string_view(planned.path).substr(0, planned.path.size() - twin.ending.size()))));
    }

    const BuildOptions& options_;
    const Renderer& renderer_;
    Build& build_;
    std::atomic<bool> unwritable_ = false;
};

// The files, but for those that are still as the last run has made them.
std::vector<Output> render_what_is_new(const Renderer& renderer, Finishing& finishing, const BuildOptions& options, Build& build) {
    const auto finish = [&](const KeptOutputs* kept) {
        return [&, kept](std::size_t file, std::vector<Output>& outputs) { finishing.finish(file, outputs, kept); };
    };
    if (options.store == nullptr) return render(renderer, options.threads, options.links, finish(nullptr));
    build.parts.emplace(*build.site, build.plan, options.threads);
    const KeptOutputs kept(options.store->find(kKeptOutputs).value_or(""), renderer, *build.parts);
    return render(renderer, options.threads, *build.parts, kept, finish(&kept));
}

// Whether a post may be published later, whatever the zone is.
bool may_wait(const Documents& documents, const Now& now) {
    constexpr auto kWidestZone = std::chrono::hours(26);
    const auto soon = now.local ? now.local->time_since_epoch() : now.instant.time_since_epoch();
    return std::any_of(documents.posts.begin(), documents.posts.end(), [&](const PostDocument& document) {
        return document.post.published.given() && document.post.published->time_since_epoch() + kWidestZone > soon;
    });
}

// For pictures that nobody may see yet: never uploaded by a workflow that everybody can read.
constexpr std::string_view kPrivateCache = "/private";

// What waits for its day is made as it will be, so that its faults are told now. Only errors of the site as a whole are new then. Returns
// when they may be others.
Instant make_waiting(const BuildOptions& options, Documents documents, const Build& build, Diagnostics& diagnostics) {
    Diagnostics found;
    std::optional<Site> site =
        link(std::move(documents), build.tree, {options.now, options.drafts, true, options.base_url, nullptr}, options.threads, found);
    if (!site) return Clock::kNever;
    const Wanted wanted{wanted_pictures(*site, found), wanted_cards(*site)};
    if (options.pictures) {
        PictureMaking apart = *options.pictures;
        apart.cache += kPrivateCache;
        site->pictures = make_pictures(wanted, apart, options.threads, found);
    }
    const Plan planned = plan(*site, kFormats, found);
    check_layout_names(*site, build.layouts, found);
    check_waiting(Renderer(*site, planned, build.layouts), build.plan, build.outputs, options.threads, diagnostics);
    for (const Diagnostic& each : found.all()) {
        if (effective_severity(*each.rule, site) == Severity::error) diagnostics.add(each);
    }
    return site->clock.next();
}

// With a faulty people.yaml nobody is who they were: the fault says so, nothing is published, and no difference is a real change.
bool has_faulty_people(const Build& build) {
    const auto& all = build.diagnostics.all();
    return build.tree.people && std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) {
               return d.at.known() && d.at.file == *build.tree.people && effective_severity(*d.rule, build.site) == Severity::error;
           });
}

}  // namespace

bool may_publish(const BuildOptions& options, Diagnostics& diagnostics) {
    return !overlaps_sources(options.out, source_folders(options), diagnostics);
}

void make(const BuildOptions& options, Build& build, const std::function<void(SourceTree&)>& loaded) {
    make(options, read_files(options.roots, options.threads), build, loaded);
}

// From here on none of the sources is read from the disk, but for files that are carried over as they are.
void make(const BuildOptions& options, RawSources sources, Build& build, const std::function<void(SourceTree&)>& loaded) {
    Diagnostics& diagnostics = build.diagnostics;
    build.tree = load(std::move(sources), options.threads, diagnostics);
    if (loaded) loaded(build.tree);
    std::optional<Ledger> published;
    if (!options.against.empty()) published = load_ledger(options.against, build.tree.sources, diagnostics);
    std::optional<Memory> posts;
    if (options.store != nullptr) posts.emplace(*options.store, kPosts);
    Documents documents = read(build.tree, options.threads, diagnostics, posts ? &*posts : nullptr);
    if (posts) posts->save();
    posts.reset();
    build.layouts = Layouts::load(build.tree, diagnostics);

    std::optional<Documents> again;
    if (!options.future && may_wait(documents, options.now)) again = documents;

    // From here on every reference is resolved, and what is public at `now` is decided.
    std::optional<StatementMemory> memory;
    if (options.store != nullptr) memory.emplace(*options.store, documents.people);
    build.site =
        link(std::move(documents), build.tree, {options.now, options.drafts, options.future, options.base_url, memory ? &*memory : nullptr},
             options.threads, diagnostics);
    if (memory) memory->save();
    memory.reset();
    if (build.site) {
        if (published && !has_faulty_people(build)) check_against(*build.site, *published, diagnostics);

        // Looks into the cache, and asks another program for what is not there.
        const Wanted wanted{wanted_pictures(*build.site, diagnostics), wanted_cards(*build.site)};
        if (options.pictures) build.site->pictures = make_pictures(wanted, *options.pictures, options.threads, diagnostics);

        build.plan = plan(*build.site, kFormats, diagnostics);

        // A site with faults in its layouts cannot be rendered; one with faults in posts can, without them, so that the rest is checked.
        if (build.layouts.complete()) {
            check_layout_names(*build.site, build.layouts, diagnostics);
            const Renderer renderer(*build.site, build.plan, build.layouts);
            Finishing finishing(options, renderer, build);
            if (options.bytes == Bytes::published && !has_errors(build)) finishing.open();
            build.outputs = render_what_is_new(renderer, finishing, options, build);
            const std::size_t manifest = write_ledger(*build.site, build.plan, build.outputs, options.threads);
            finishing.hand_on(manifest, build.outputs[manifest]);
            check(*build.site, build.plan, build.outputs, options.threads, diagnostics);
            build.next = build.site->clock.next();
            if (again && build.site->counts.embargoed != 0)
                build.next = std::min(build.next, make_waiting(options, std::move(*again), build, diagnostics));
        }
    }
    diagnostics.sort();
}

void publish_build(const BuildOptions& options, Build& build) {
    // Whatever happens, the folder is let go: what was not published is gone then.
    const struct Closing {
        Build& of;
        ~Closing() { of.publishing.reset(); }
    } closing{build};
    if (has_errors(build)) return;
    const Renderer renderer(*build.site, build.plan, build.layouts);
    if (!build.publishing && !build.unwritable) {
        Finishing finishing(options, renderer, build);
        finishing.open();
        if (build.publishing)
            parallel_for(options.threads, build.outputs.size(), [&](std::size_t i) { finishing.publish(i, build.outputs[i]); });
    }
    if (build.unwritable) std::rethrow_exception(build.unwritable);
    if (!build.publishing) return;
    build.counts = build.publishing->finish(build.diagnostics);
    build.published = !has_errors(build);
    if (!build.published || options.store == nullptr) return;
    options.store->put(kKeptOutputs, keep(renderer, build.outputs, *build.parts));
    ArchiveWriter listed;
    listed(build.publishing->listed());
    options.store->put(kListed, std::move(listed).take());
}

}  // namespace pressrum

#include "cli/commands/commands.hpp"
#include "cli/commands/sealing.hpp"
#include "cli/making.hpp"
#include "cli/now.hpp"

namespace pressrum {
namespace {

// "timestamp:1795518000\tfile:…" → that time, as minisign and we write it; nothing when the comment says something else.
std::optional<Instant> signing_time(std::string_view trusted_comment) {
    constexpr std::string_view kTime = "timestamp:";
    if (!trusted_comment.starts_with(kTime)) return std::nullopt;
    return parse_epoch(trusted_comment.substr(kTime.size(), trusted_comment.find('\t') - kTime.size()));
}

}  // namespace

ExitStatus run_verify(const Arguments& arguments, Console& console) {
    const auto begin = std::chrono::steady_clock::now();
    const Descriptor top = open_finished(arguments.operand);
    if (!top) return refuse({{"det finns ingen mapp \"{0}\"", "there is no folder \"{0}\""}, {arguments.operand}}, arguments, console);
    const SealSettings settings = read_seal_settings(arguments);
    SealSummary run;
    // A key that cannot be read is no reason to look less closely.
    if (settings.faulty && !arguments.public_key) {
        show_seal(settings.site.diagnostics, settings, console, run);
        return ExitStatus::faults;
    }
    const std::optional<PublicKey> key = arguments.public_key ? arguments.public_key : settings.key;

    Diagnostics found;
    if (const auto manifest = read_finished_manifest(top, arguments.operand, found)) {
        if (key) {
            const auto comment = verify_signature(top, *manifest, *key, arguments.operand, found);
            run.signature = comment ? SealSummary::Signature::sound : SealSummary::Signature::wrong;
            if (comment) run.signed_at = signing_time(*comment);
        }
        run.files = verify_files(top, manifest->files, Threads{arguments.threads}, found);
    }
    show_seal(found, settings, console, run);
    run.took = since(begin);
    console.out << verify_summary(run, console.language) << '\n';
    return run.errors == 0 ? ExitStatus::done : ExitStatus::faults;
}

}  // namespace pressrum

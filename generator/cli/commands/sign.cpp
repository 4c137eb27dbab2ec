// sign: a finished folder gets its manifest.json.minisig, when its files are what the manifest says and the key is the right one.

#include "base/path.hpp"
#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/sealing.hpp"
#include "cli/making.hpp"
#include "io/child_process.hpp"
#include "io/environment.hpp"
#include "io/out_folder.hpp"
#include "io/publish/ways.hpp"
#include "io/walk.hpp"
#include "model/ledger.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <fcntl.h>

#include <algorithm>

namespace pressrum {
namespace {

constexpr const char* kPassword = "PRESSRUM_KEY_PASSWORD";

// ---------------------------------------------------------------- where the key lies

// `file` is a real path.
bool lies_in(const std::string& file, const std::string& folder) {
    const std::string place = real_path(folder);
    return !place.empty() && file.starts_with(place.ends_with('/') ? place : place + "/");
}

// Whether git has it, and so everybody who has the repository. Where there is no git nothing is said.
bool is_in_git(const std::string& file) {
    constexpr std::chrono::seconds kPatience{10};
    const ChildResult git = run_child("/usr/bin/env",
                                      {"git", "-C", std::string(folder_of(file)), "-c", "core.fsmonitor=false", "ls-files",
                                       "--error-unmatch", "--", fmt::format(":(literal){}", file_name_of(file))},
                                      "", kPatience);
    return git.end == ChildEnd::exited && git.code == 0;
}

std::optional<WrongUse> misplaced(const std::string& file, const Arguments& arguments) {
    const std::string folders[] = {arguments.operand, arguments.out_folder(), arguments.posts_folder(), arguments.site_folder(),
                                   arguments.layouts_folder()};
    for (const std::string& folder : folders) {
        if (lies_in(file, folder))
            return WrongUse{
                {"den hemliga nyckeln {0} ligger i mappen {1}, där den kan bli publicerad; flytta den därifrån och byt nyckelpar "
                 "om någon annan kan ha sett den",
                 "the secret key {0} lies in the folder {1}, where it may be published; move it away, and make a new pair when "
                 "somebody else may have seen it"},
                {arguments.key, folder}};
    }
    if (is_in_git(file))
        return WrongUse{
            {"den hemliga nyckeln {0} är incheckad i git, där alla som har arkivet ser den; gör ett nytt nyckelpar och spara det "
             "någon annanstans",
             "the secret key {0} is committed to git, where everybody with the repository sees it; make a new pair and keep it "
             "somewhere else"},
            {arguments.key}};
    return std::nullopt;
}

// ---------------------------------------------------------------- the key

constexpr Words kNoKey = {"den hemliga nyckeln {0} går inte att läsa", "the secret key {0} cannot be read"};

Words words_of(KeyFault fault) {
    switch (fault) {
        case KeyFault::form: return {"{0} är ingen hemlig nyckel som minisign har gjort", "{0} is no secret key made by minisign"};
        case KeyFault::wants_password:
            return {"nyckeln {0} har ett lösenord; lägg det i miljövariabeln {1}",
                    "the key {0} has a password; put it into the environment variable {1}"};
        case KeyFault::wrong_password:
            return {"lösenordet i miljövariabeln {1} är inte det som nyckeln {0} har",
                    "the password in the environment variable {1} is not that of the key {0}"};
        case KeyFault::too_demanding:
            return {"nyckeln {0} går inte att låsa upp: det tar mer minne än datorn har, eller mer än vad en nyckel får kräva",
                    "the key {0} cannot be unlocked: that takes more memory than this machine has, or more than a key may ask for"};
    }
    return {};
}

tl::expected<SecretKey, WrongUse> read_key(const std::string& file, const Arguments& arguments) {
    constexpr std::uint64_t kMaxKeyBytes = 8192;
    WholeFile key = read_whole(AT_FDCWD, file.c_str(), kMaxKeyBytes);
    if (key.fault == ReadFault::failed) return tl::unexpected(WrongUse{kNoKey, {arguments.key}});
    std::optional<std::string> password = environment(kPassword);
    auto secret = parse_secret_key(key.bytes, password);
    wipe(key.bytes);
    if (password) wipe(*password);
    if (!secret) return tl::unexpected(WrongUse{words_of(secret.error()), {arguments.key, kPassword}});
    return std::move(*secret);
}

// ---------------------------------------------------------------- the signature

// As minisign writes it itself.
std::string trusted_comment(const Now& now, const SiteConfig& config) {
    const Zone zone = Zone::find(*config.timezone).value_or(Zone::utc());
    const Instant at = now.local ? zone.to_instant(*now.local) : now.instant;
    return fmt::format("timestamp:{}\tfile:{}\thashed", at.time_since_epoch().count(), kLedgerFile);
}

}  // namespace

ExitStatus run_sign(const Arguments& arguments, Console& console) {
    const auto begin = std::chrono::steady_clock::now();
    const std::optional<Now> now = now_for(arguments, console);
    if (!now) return ExitStatus::wrong_use;
    if (arguments.key.empty())
        return refuse({{"{0} behöver filen med den hemliga nyckeln, till exempel --key pressrum.key",
                        "{0} needs the file with the secret key, for example --key pressrum.key"},
                       {"sign"}},
                      arguments, console);
    const Descriptor top = open_finished(arguments.operand);
    if (!top) return refuse({{"det finns ingen mapp \"{0}\"", "there is no folder \"{0}\""}, {arguments.operand}}, arguments, console);

    const std::string file = real_path(arguments.key);
    if (file.empty()) return refuse({kNoKey, {arguments.key}}, arguments, console);
    if (const auto fault = misplaced(file, arguments)) return refuse(*fault, arguments, console);
    const SealSettings settings = read_seal_settings(arguments);
    SealSummary run;
    if (settings.faulty) {
        show_seal(settings.site.diagnostics, settings, console, run);
        return ExitStatus::faults;
    }
    const auto key = read_key(file, arguments);
    if (!key) return refuse(key.error(), arguments, console);
    const std::string public_key = to_text(key->public_key());
    if (settings.key && *settings.key != key->public_key())
        return refuse({{"nyckeln {0} hör ihop med {1}, men site.yaml har signing_key: {2}",
                        "the key {0} belongs to {1}, but site.yaml has signing_key: {2}"},
                       {arguments.key, public_key, to_text(*settings.key)}},
                      arguments, console);

    // Held until the signature is there, so that no build changes what is signed.
    Diagnostics found;
    if (!lock_folder(top, kLockPatience)) {
        found.add({rule("publish/busy"), {}, {arguments.operand}, {}, {}});
    } else if (const auto manifest = read_finished_manifest(top, arguments.operand, found)) {
        run.files = verify_files(top, manifest->files, Threads{arguments.threads}, found);
        if (!has_errors(found, settings)) {
            write_signature(top, make_signature(*key, manifest->bytes, trusted_comment(*now, settings.site.config)), arguments.operand);
            run.signature = SealSummary::Signature::sound;
        }
    }
    show_seal(found, settings, console, run);
    run.took = since(begin);
    console.out << sign_summary(run, to_hex(key->public_key().id), console.language) << '\n';
    if (run.signature != SealSummary::Signature::sound) return ExitStatus::faults;
    if (!settings.key)
        console.err << say(console.language,
                           {"Skriv nyckeln i site.yaml, så berättar pressrummet hur man kontrollerar signaturen:\n  signing_key: {0}\n",
                            "Write the key into site.yaml, and the press room tells how to check the signature:\n  signing_key: {0}\n"},
                           {public_key});
    return ExitStatus::done;
}

}  // namespace pressrum

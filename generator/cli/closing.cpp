#include "cli/closing.hpp"

#include "base/text.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

namespace pressrum {
namespace {

std::string error_count(std::size_t count, MessageLanguage language) {
    return counted(language, count, {"1 fel", "1 error"}, {"{0} fel", "{0} errors"});
}
std::string warning_count(std::size_t count, MessageLanguage language) {
    return counted(language, count, {"1 varning", "1 warning"}, {"{0} varningar", "{0} warnings"});
}

std::string post_part(const PostCounts& posts, MessageLanguage language) {
    std::string waiting = counted(language, posts.embargoed, {"1 väntar", "1 embargoed"}, {"{0} väntar", "{0} embargoed"});
    if (posts.next_live) {
        const Lexicon words(language == MessageLanguage::swedish ? "sv" : "en", {});
        waiting += say(language, {" (nästa {0})", " (next {0})"}, {date_time_words(words, *posts.next_live)});
    }
    return fmt::format(
        "{}, {}, {}, {}",
        counted(language, posts.published, {"1 publicerat inlägg", "1 published post"}, {"{0} publicerade inlägg", "{0} published posts"}),
        waiting, counted(language, posts.drafts, {"1 utkast", "1 draft"}, {"{0} utkast", "{0} drafts"}),
        counted(language, posts.expired, {"1 utgånget", "1 expired"}, {"{0} utgångna", "{0} expired"}));
}

std::string file_part(const PublishCounts& files, MessageLanguage language) {
    return fmt::format("{}, {}, {}",
                       counted(language, files.written, {"1 fil skriven", "1 file written"}, {"{0} filer skrivna", "{0} files written"}),
                       counted(language, files.unchanged, {"1 oförändrad", "1 unchanged"}, {"{0} oförändrade", "{0} unchanged"}),
                       counted(language, files.removed, {"1 borttagen", "1 removed"}, {"{0} borttagna", "{0} removed"}));
}

std::string time_part(std::chrono::milliseconds took, MessageLanguage language) {
    std::string seconds = fmt::format("{:.2f} s", static_cast<double>(took.count()) / 1000);
    return language == MessageLanguage::swedish ? replace_all(std::move(seconds), ".", ",") : seconds;
}

std::string fault_part(std::size_t errors, std::size_t warnings, MessageLanguage language) {
    return fmt::format("{}, {}", errors == 0 ? std::string(in(language, {"inga fel", "no errors"})) : error_count(errors, language),
                       warnings == 0 ? std::string(in(language, {"inga varningar", "no warnings"})) : warning_count(warnings, language));
}

std::string verified_part(const VerifiedFiles& files, MessageLanguage language) {
    std::string part =
        fmt::format("{}, {}, {}, {}",
                    counted(language, files.sound, {"1 fil stämmer", "1 file is right"}, {"{0} filer stämmer", "{0} files are right"}),
                    counted(language, files.wrong, {"1 ändrad", "1 changed"}, {"{0} ändrade", "{0} changed"}),
                    counted(language, files.missing, {"1 saknas", "1 missing"}, {"{0} saknas", "{0} missing"}),
                    counted(language, files.unlisted, {"1 okänd", "1 unknown"}, {"{0} okända", "{0} unknown"}));
    if (files.hidden > 0)
        part += ", " + counted(language, files.hidden, {"1 dold överst är inte granskad", "1 hidden at the top was not checked"},
                               {"{0} dolda överst är inte granskade", "{0} hidden at the top were not checked"});
    return part;
}

std::string signature_part(const SealSummary& run, MessageLanguage language) {
    switch (run.signature) {
        case SealSummary::Signature::unchecked:
            return std::string(in(language, {"signaturen är inte kontrollerad, för ingen nyckel är angiven",
                                             "the signature was not checked, for no key is given"}));
        case SealSummary::Signature::wrong:
            return std::string(in(language, {"signaturen är inte godkänd", "the signature is not accepted"}));
        case SealSummary::Signature::sound: break;
    }
    if (!run.signed_at) return std::string(in(language, {"signaturen stämmer", "the signature is right"}));
    return say(language, {"signaturen stämmer, gjord {0}", "the signature is right, made {0}"}, {to_iso(*run.signed_at)});
}

std::string joined(const std::vector<std::string>& parts) { return join(parts, "; "); }

}  // namespace

std::string build_summary(const RunSummary& run, const std::string& out_folder, MessageLanguage language) {
    std::vector<std::string> parts;
    if (!run.files) {
        std::string faults = error_count(run.errors, language);
        if (run.warnings > 0) faults += ", " + warning_count(run.warnings, language);
        parts.push_back(
            say(language,
                {"{0}: ingenting är publicerat och mappen {1} är orörd", "{0}: nothing was published and the folder {1} is as it was"},
                {faults, out_folder}));
    } else {
        if (run.posts) parts.push_back(post_part(*run.posts, language));
        parts.push_back(file_part(*run.files, language));
        if (run.files->unsealed)
            parts.push_back(std::string(in(
                language, {"signaturen gällde det förra bygget och är borttagen", "the signature was for the last build and is removed"})));
        if (run.warnings > 0) parts.push_back(warning_count(run.warnings, language));
    }
    parts.push_back(time_part(run.took, language));
    return joined(parts);
}

std::string check_summary(const RunSummary& run, MessageLanguage language) {
    std::vector<std::string> parts = {fault_part(run.errors, run.warnings, language)};
    if (run.posts) parts.push_back(post_part(*run.posts, language));
    if (run.planned > 0)
        parts.push_back(counted(language, run.planned, {"1 fil granskad", "1 file checked"}, {"{0} filer granskade", "{0} files checked"}));
    parts.push_back(time_part(run.took, language));
    return joined(parts);
}

std::string verify_summary(const SealSummary& run, MessageLanguage language) {
    std::vector<std::string> parts = {fault_part(run.errors, run.warnings, language)};
    if (run.files) parts.push_back(verified_part(*run.files, language));
    if (run.files) parts.push_back(signature_part(run, language));
    parts.push_back(time_part(run.took, language));
    return joined(parts);
}

std::string sign_summary(const SealSummary& run, const std::string& key_id, MessageLanguage language) {
    std::vector<std::string> parts;
    if (run.signature == SealSummary::Signature::sound) {
        parts.push_back(say(language, {"manifest.json är signerad med nyckeln {0}", "manifest.json is signed with the key {0}"}, {key_id}));
        if (run.warnings > 0) parts.push_back(warning_count(run.warnings, language));
    } else {
        parts.push_back(say(language, {"{0}: ingenting är signerat", "{0}: nothing was signed"}, {error_count(run.errors, language)}));
    }
    if (run.files) parts.push_back(verified_part(*run.files, language));
    parts.push_back(time_part(run.took, language));
    return joined(parts);
}

}  // namespace pressrum

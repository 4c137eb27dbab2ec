#include "io/publish/verify.hpp"

#include "io/out_folder.hpp"
#include "io/publish/finished_mark.hpp"
#include "io/publish/unlisted_files.hpp"
#include "model/ledger.hpp"
#include "model/rules.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

namespace pressrum {
namespace {

constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{1} << 30;
constexpr std::uint64_t kMaxSignatureBytes = 8192;
constexpr int kMaxDepth = 64;  // of folders; each one on the way is held open
constexpr const char* kNewSignature = ".manifest.json.minisig-new";

std::string reason(int error) { return std::generic_category().message(error); }

void report(Diagnostics& diagnostics, const Rule* rule, std::vector<std::string> words) {
    diagnostics.add(Diagnostic{rule, {}, std::move(words), {}, {}});
}

// ---------------------------------------------------------------- what the manifest has

struct Verdict {
    const Rule* rule = nullptr;  // null: the file is sound
    int error = 0;               // why it cannot be read
    std::string blocking = {};   // what stands in the place of one of its folders
};

Verdict verdict(OutFolder& out, const PublishedFile& file) {
    const PathParts parts = split_path(file.path);
    if (std::count(file.path.begin(), file.path.end(), '/') > kMaxDepth) return {rule("seal/unreadable"), ENAMETOOLONG};
    try {
        const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::leave);
        if (folder.state == OutFolder::State::missing) return {rule("seal/missing")};
        if (folder.state == OutFolder::State::blocked) return {rule("seal/not-folder"), 0, std::string(folder.blocking)};
        const FileDigest found = read_digest(folder.folder, std::string(parts.name).c_str(), file.size);
        if (found.fault == ReadFault::not_regular) return {rule("seal/not-regular")};
        if (found.fault != ReadFault::none)
            return found.error == ENOENT ? Verdict{rule("seal/missing")} : Verdict{rule("seal/unreadable"), found.error};
        const bool same = found.size == file.size && found.digest == file.digest;
        return same ? Verdict{} : Verdict{rule("seal/changed")};
    } catch (const std::system_error& failed) {
        return {rule("seal/unreadable"), failed.code().value()};
    }
}

// ---------------------------------------------------------------- what it does not have

// What stands in the place of a folder → files that should lie in it and are not reported yet.
using Blocking = std::map<std::string, std::size_t>;

class Unlisted {
public:
    // What `blocking` has is reported already.
    Unlisted(const std::vector<PublishedFile>& files, const Blocking& blocking, Diagnostics& diagnostics)
        : files_(files), blocking_(blocking), diagnostics_(diagnostics) {}

    std::size_t count() const { return count_; }
    std::size_t hidden() const { return hidden_; }

    // `path` is the folder's, "" or with a slash at its end.
    void walk(const Descriptor& folder, const std::string& path, int depth) {
        for (const std::string& name : entries_of(folder)) {
            if (path.empty() && name.starts_with('.') && name != kFinishedMark) ++hidden_;
            if (path.empty() && (name.starts_with('.') || name == kLedgerFile || name == kSignatureFile)) continue;
            struct stat status {};
            if (::fstatat(folder.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode))
                within(folder, path, name, depth);
            else if (!is_listed(path + name) && !blocking_.contains(path + name)) tell(path + name);
        }
    }

private:
    void within(const Descriptor& folder, const std::string& path, const std::string& name, int depth) {
        const Descriptor inner = depth < kMaxDepth ? open_folder(folder.number(), name.c_str()) : Descriptor();
        try {
            if (inner) return walk(inner, path + name + "/", depth + 1);
            report(diagnostics_, rule("seal/unreadable"), {path + name, reason(depth < kMaxDepth ? errno : ENAMETOOLONG)});
        } catch (const std::system_error& failed) {
            report(diagnostics_, rule("seal/unreadable"), {path + name, reason(failed.code().value())});
        }
    }

    bool is_listed(const std::string& path) const {
        const auto at = std::lower_bound(files_.begin(), files_.end(), path,
                                         [](const PublishedFile& file, const std::string& wanted) { return file.path < wanted; });
        return at != files_.end() && at->path == path;
    }

    void tell(std::string path) {
        ++count_;
        report(diagnostics_, rule("seal/unlisted"), {std::move(path)});
    }

    const std::vector<PublishedFile>& files_;
    const Blocking& blocking_;
    Diagnostics& diagnostics_;
    std::size_t count_ = 0, hidden_ = 0;
};

}  // namespace

Descriptor open_finished(const std::string& folder) {
    std::error_code error;
    const std::filesystem::path place = std::filesystem::canonical(folder, error);
    return error ? Descriptor() : open_folder(AT_FDCWD, place.c_str());
}

std::optional<FinishedManifest> read_finished_manifest(const Descriptor& top, const std::string& shown, Diagnostics& diagnostics) {
    WholeFile file = read_whole(top.number(), kLedgerFile, kMaxManifestBytes);
    if (file.fault == ReadFault::failed) {
        if (file.error == ENOENT) report(diagnostics, rule("seal/no-manifest"), {shown});
        else report(diagnostics, rule("seal/unreadable"), {kLedgerFile, reason(file.error)});
        return std::nullopt;
    }
    auto files = file.fault == ReadFault::none ? read_manifest(file.bytes) : std::nullopt;
    // A press room has files: an empty list would call sound whatever lies here.
    if (!files || files->empty()) {
        report(diagnostics, rule("seal/manifest"), {shown});
        return std::nullopt;
    }
    find_unlisted(*files, {}, top);
    return FinishedManifest{std::move(file.bytes), std::move(*files)};
}

VerifiedFiles verify_files(const Descriptor& top, const std::vector<PublishedFile>& files, Threads threads, Diagnostics& diagnostics) {
    std::vector<Verdict> verdicts(files.size());
    parallel_stretches(threads, files.size(), [&](std::size_t begin, std::size_t end) {
        OutFolder out(top.number());
        for (std::size_t i = begin; i < end; ++i) verdicts[i] = verdict(out, files[i]);
    });
    VerifiedFiles counts;
    Blocking behind;
    for (const Verdict& each : verdicts) {
        if (!each.blocking.empty()) ++behind[each.blocking];
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& [rule_of, error, blocking] = verdicts[i];
        if (rule_of == nullptr) ++counts.sound;
        else if (rule_of == rule("seal/missing")) ++counts.missing;
        else ++counts.wrong;
        const std::string name = files[i].path.empty() ? "sha256:" + to_hex(files[i].path_digest) : files[i].path;
        if (blocking.empty() && rule_of != nullptr) report(diagnostics, rule_of, {name, reason(error)});
        if (const auto found = behind.find(blocking); found != behind.end() && found->second > 0)
            report(diagnostics, rule_of, {blocking, std::to_string(std::exchange(found->second, 0))});
    }
    Unlisted unlisted(files, behind, diagnostics);
    unlisted.walk(top, "", 0);
    counts.unlisted = unlisted.count();
    counts.hidden = unlisted.hidden();
    return counts;
}

std::optional<std::string> verify_signature(const Descriptor& top, const FinishedManifest& manifest, const PublicKey& key,
                                            const std::string& shown, Diagnostics& diagnostics) {
    const WholeFile file = read_whole(top.number(), kSignatureFile, kMaxSignatureBytes);
    if (file.fault == ReadFault::failed) {
        if (file.error == ENOENT) report(diagnostics, rule("seal/no-signature"), {shown});
        else report(diagnostics, rule("seal/unreadable"), {kSignatureFile, reason(file.error)});
        return std::nullopt;
    }
    CheckedSignature checked{SignatureFault::form, {}, {}};
    if (file.fault == ReadFault::none) checked = check_signature(file.bytes, manifest.bytes, key);
    if (!checked.fault) return std::move(checked.trusted_comment);
    switch (*checked.fault) {
        case SignatureFault::form: report(diagnostics, rule("seal/signature-form"), {}); break;
        case SignatureFault::other_key: report(diagnostics, rule("seal/other-key"), {to_hex(checked.key_id), to_hex(key.id)}); break;
        case SignatureFault::content: report(diagnostics, rule("seal/signature"), {}); break;
        case SignatureFault::comment: report(diagnostics, rule("seal/signature-comment"), {}); break;
    }
    return std::nullopt;
}

void write_signature(const Descriptor& top, std::string_view signature, const std::string& shown) {
    ::unlinkat(top.number(), kNewSignature, 0);  // of a run that was cut off
    write_new(top.number(), kNewSignature, signature, shown + "/" + kSignatureFile);
    if (::renameat(top.number(), kNewSignature, top.number(), kSignatureFile) == 0) return;
    const int error = errno;
    ::unlinkat(top.number(), kNewSignature, 0);
    fail(shown + "/" + kSignatureFile, error);
}

}  // namespace pressrum

#include "io/manifest_read.hpp"

#include "io/out_folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace pressrum {
namespace {

using Json = nlohmann::json;

std::optional<Sha256> parse_digest(std::string_view hex) {
    Sha256 digest{};
    if (hex.size() != 2 * digest.size()) return std::nullopt;
    const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const int high = value(hex[2 * i]), low = value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        digest[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return digest;
}

// Takes {"generator": …, "format": …, "files": [{"path": …, "sha256": …, "size": …}]} out of the stream of parts and lets everything else
// pass, at any depth. A tree of the whole document would cost several times as much, for a list of which three members count.
// Every function returns whether to go on.
class ManifestReader : public nlohmann::json_sax<Json> {
public:
    std::vector<PublishedFile> files;
    bool ours = false, known_format = false;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }

    bool number_unsigned(number_unsigned_t value) override {
        if (at_top() && key_ == "format") known_format = value == 1;
        if (at_file() && key_ == "size") files.back().size = value;
        return true;
    }

    bool string(string_t& value) override {
        if (at_top() && key_ == "generator") ours = value == "pressrum" || value.starts_with("pressrum ");
        if (at_file() && key_ == "path") files.back().path = std::move(value);
        if (at_file() && (key_ == "sha256" || key_ == "path_sha256")) {
            const auto digest = parse_digest(value);
            if (!digest) return false;
            (key_ == "sha256" ? files.back().digest : files.back().path_digest) = *digest;
        }
        return true;
    }

    bool key(string_t& value) override {
        if (at_top()) in_files_ = value == "files";
        if (!at_top() && !at_file()) return true;
        key_ = std::move(value);
        // When a key stands twice, programs take the first or the last: nobody could tell what was signed.
        return (at_top() ? top_keys_ : file_keys_).insert(key_).second;
    }

    bool start_object(std::size_t) override {
        ++depth_;
        if (depth_ == kFileDepth) in_file_ = in_files_;
        if (at_file()) files.emplace_back(), file_keys_.clear();
        return true;
    }
    bool start_array(std::size_t) override {
        ++depth_;
        return true;
    }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

private:
    bool end() {
        const bool sound = !at_file() || is_output_path(files.back().path) || is_unlisted(files.back());
        if (depth_ == kFileDepth) in_file_ = false;
        --depth_;
        return sound;
    }
    static bool is_unlisted(const PublishedFile& file) { return file.path.empty() && file.path_digest != Sha256{}; }
    bool at_top() const { return depth_ == 1; }
    bool at_file() const { return depth_ == kFileDepth && in_file_; }  // then files is not empty

    static constexpr int kFileDepth = 3;  // document, list, file
    int depth_ = 0;
    bool in_files_ = false, in_file_ = false;
    std::string key_;
    std::set<std::string> top_keys_, file_keys_;  // of the document, and of the file being read
};

}  // namespace

std::optional<std::vector<PublishedFile>> read_manifest(std::string_view bytes) {
    ManifestReader reader;
    if (!Json::sax_parse(bytes, &reader) || !reader.ours || !reader.known_format) return std::nullopt;
    const auto before = [](const PublishedFile& a, const PublishedFile& b) { return a.path < b.path; };
    const auto same = [](const PublishedFile& a, const PublishedFile& b) { return a.path == b.path && !a.path.empty(); };
    const bool sorted = std::is_sorted(reader.files.begin(), reader.files.end(), before);
    if (!sorted) std::stable_sort(reader.files.begin(), reader.files.end(), before);
    // Nobody could tell which of the two is meant.
    if (std::adjacent_find(reader.files.begin(), reader.files.end(), same) != reader.files.end()) return std::nullopt;
    return std::move(reader.files);
}

}  // namespace pressrum

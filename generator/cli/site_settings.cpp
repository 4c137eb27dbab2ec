#include "cli/site_settings.hpp"

#include "io/load.hpp"
#include "io/source_text.hpp"
#include "model/rules.hpp"
#include "read/read.hpp"

#include <filesystem>
#include <fstream>

namespace pressrum {
namespace {

// The text of a regular file; the load stage says what is wrong with others, and with bytes that are not text.
std::optional<std::string> read_text(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || std::filesystem::file_size(path, error) > kMaxTextBytes) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file) return std::nullopt;
    return to_source_text(std::move(bytes)).text;
}

}  // namespace

SiteSettings read_site_settings(const std::string& site_folder) {
    SourceTree tree;
    if (auto text = read_text(std::filesystem::path(site_folder) / "site.yaml"))
        tree.site = tree.sources.add("site/site.yaml", std::move(*text));
    SiteSettings settings;
    Diagnostics found;
    Documents documents = read(tree, Threads{1}, found);
    // The other files were not looked for, so nothing is said about them.
    for (const Diagnostic& each : found.all()) {
        if (each.at.known() || each.rule == rule("site/missing")) settings.diagnostics.add(each);
    }
    settings.diagnostics.sort();
    settings.config = std::move(documents.config);
    settings.sound = documents.config_sound;
    settings.sources = std::move(tree.sources);
    return settings;
}

MessageLanguage language_for(const SiteConfig& config) {
    const std::string& language = *config.language;
    return language.empty() || language == "sv" || language.starts_with("sv-") ? MessageLanguage::swedish : MessageLanguage::english;
}

}  // namespace pressrum

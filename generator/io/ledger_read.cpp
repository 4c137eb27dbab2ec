#include "io/ledger_read.hpp"

#include "io/descriptor.hpp"
#include "model/rules.hpp"

#include <nlohmann/json.hpp>

#include <fcntl.h>

#include <set>

namespace pressrum {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMaxLedgerBytes = 512u * 1024 * 1024;

// A member's text; empty when it is missing or something else.
std::string text_of(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <class T, class Read>
std::vector<T> list_of(const Json& object, const char* name, Read read) {
    std::vector<T> all;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_array()) return all;
    for (const Json& each : *found) {
        if (each.is_object()) all.push_back(read(each));
    }
    return all;
}

std::vector<std::string> texts_of(const Json& object, const char* name) {
    std::vector<std::string> all;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_array()) return all;
    for (const Json& each : *found) {
        if (each.is_string()) all.push_back(each.get<std::string>());
    }
    return all;
}

PublishedStatement read_statement_entry(const Json& of) {
    return {text_of(of, "id"),           text_of(of, "speaker"), text_of(of, "sha256"),     text_of(of, "role"),    text_of(of, "party"),
            text_of(of, "organization"), text_of(of, "person"),  text_of(of, "role_shown"), text_of(of, "approved")};
}

PublishedEvent read_event(const Json& of) {
    const auto sequence = of.find("sequence");
    return {text_of(of, "uid"),    text_of(of, "start"),  text_of(of, "end"),
            text_of(of, "status"), text_of(of, "sha256"), sequence != of.end() && sequence->is_number_integer() ? sequence->get<int>() : 0,
            texts_of(of, "fields")};
}

PublishedChange read_change(const Json& of) { return {text_of(of, "at"), text_of(of, "kind"), text_of(of, "sha256")}; }

PublishedPhoto read_photo(const Json& of) {
    return {text_of(of, "file"), text_of(of, "credit"), text_of(of, "sha256"), text_of(of, "person")};
}

PublishedRelease read_release(const Json& of) {
    return {text_of(of, "id"),
            text_of(of, "address"),
            texts_of(of, "aliases"),
            text_of(of, "title"),
            text_of(of, "place"),
            text_of(of, "published"),
            text_of(of, "updated"),
            list_of<PublishedStatement>(of, "statements", read_statement_entry),
            list_of<PublishedEvent>(of, "events", read_event),
            list_of<PublishedChange>(of, "changes", read_change),
            list_of<PublishedPhoto>(of, "photos", read_photo),
            list_of<PublishedPhoto>(of, "portraits", read_photo),
            of.value("unlisted", Json()) == true,
            of.value("expired", Json()) == true,
            {}};
}

}  // namespace

std::optional<Ledger> read_ledger(std::string_view bytes) {
    // The list of files is longer than all the rest, and nothing here asks for it.
    bool in_files = false, twice = false;
    std::set<std::string> keys;
    const auto without_files = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (depth == 1 && event == Json::parse_event_t::key) {
            in_files = parsed == "files";
            twice = !keys.insert(parsed.get<std::string>()).second || twice;  // which of the two is meant?
        }
        return depth < 2 || !in_files;
    };
    const Json document = Json::parse(bytes, without_files, false);
    if (twice || document.is_discarded() || !document.is_object() || !text_of(document, "generator").starts_with("pressrum") ||
        document.value("format", Json()) != 1)
        return std::nullopt;
    // Without the list nothing could be compared, and silence would say that nothing has changed.
    const auto releases = document.find("releases");
    if (releases == document.end() || !releases->is_array()) return std::nullopt;
    return Ledger{text_of(document, "base_url"), text_of(document, "authority"),
                  list_of<PublishedRelease>(document, "releases", read_release)};
}

namespace {

// Where an id stands in the file, whether or not there is a space before it: manifests have been written both ways.
Span place_of_id(const std::string& text, FileId file, const std::string& written, std::size_t from) {
    static constexpr std::string_view kKey = "\"id\":";
    for (std::size_t at = text.find(kKey, from); at != std::string::npos; at = text.find(kKey, at + 1)) {
        const std::size_t begin = text.find_first_not_of(' ', at + kKey.size());
        if (begin == std::string::npos || text.compare(begin, written.size(), written) != 0) continue;
        return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + written.size())};
    }
    return {};
}

}  // namespace

std::optional<Ledger> load_ledger(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
    WholeFile file = read_whole(AT_FDCWD, path.c_str(), kMaxLedgerBytes);
    const FileId id = sources.add(path, std::move(file.bytes));
    std::optional<Ledger> ledger;
    if (file.fault == ReadFault::none) ledger = read_ledger(sources[id].text);
    if (!ledger) {
        diagnostics.add({rule("against/unreadable"), {id, 0, 0}, {}, {}, {}});
        return std::nullopt;
    }
    // Releases stand in the file in the order they were read.
    const std::string& text = sources[id].text;
    std::size_t from = 0;
    for (PublishedRelease& release : ledger->releases) {
        const std::string written = Json(release.id).dump(-1, ' ', false, Json::error_handler_t::replace);
        const Span at = place_of_id(text, id, written, from);
        if (!at.known()) continue;
        release.at = at;
        from = at.end;
    }
    return ledger;
}

}  // namespace pressrum

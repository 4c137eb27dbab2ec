#pragma once
// The plan: every path of the output, what stands there and who makes it. Nothing is written that is not planned, and two
// makers of one path are a fault that names both.

#include "base/diagnostic.hpp"
#include "link/site.hpp"
#include "plan/subject.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

struct Format;

struct PlannedFile {
    std::string path;  // of the file: "2024/05/slug/index.html"
    const Format* format;
    Subject subject;

    // What a format's function knows its files to be about.
    template <class Kind>
    const Kind& about() const {
        return std::get<Kind>(subject);
    }
};

class Plan {
public:
    void add(std::string path, const Format& format, Subject subject) { files_.push_back({std::move(path), &format, subject}); }
    // The only file of a kind, at an address or a path.
    void add_one(const Format& format, std::string_view address);
    // Sorts the files by path and reports those that two formats want.
    void finish(const Site& site, Diagnostics& diagnostics);

    const std::vector<PlannedFile>& files() const {
        note_read(Part::plan);
        return files_;
    }
    // The file of an address ("2024/05/slug/") or a path; null when nothing stands there.
    const PlannedFile* find(std::string_view address) const;

private:
    std::vector<PlannedFile> files_;
    std::unordered_map<std::string_view, std::uint32_t> by_address_;  // views into files_, made by finish()
};

// What the render stage gives a format's function, and what it wants back: render/renderer.hpp.
class Renderer;
struct Output;

// The order in which files are published: what others point at goes first.
enum class Turn : std::uint8_t { asset, page, list, feed, compressed, ledger };

// A planned file while it is made.
struct FileInMaking {
    const PlannedFile* file;
    Output* out;
};

// One row of the formats table (render/formats.hpp).
struct Format {
    std::string_view name;
    std::string_view pattern;  // as in the reference: "/YYYY/MM/SLUG/"
    std::string_view media_type;
    Turn turn;
    Words doc;
    Words depends;  // what such a file is made from, besides site.yaml and strings
    void (*enumerate)(const Site& site, const Format& self, Plan& plan);
    void (*render)(const Renderer& renderer, const PlannedFile& file, Output& out);
    // Makes the files of a folder whose rows have the same function here at once, from what they share. Null: each file by itself.
    void (*render_together)(const Renderer& renderer, std::span<const FileInMaking> files) = nullptr;
};

Plan plan(const Site& site, std::span<const Format> formats, Diagnostics& diagnostics);

// Who is behind a planned file, for people: "posts/2024/05/slug.md", "ämnet trygghet" …
std::string describe(const Site& site, const PlannedFile& file);

// The source files that a planned file is made from, sorted: for `explain`.
std::vector<std::string> sources_of(const Site& site, const PlannedFile& file);

}  // namespace pressrum

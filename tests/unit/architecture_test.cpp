// The house rules that a reader could check by hand, checked by reading every file.
#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRESSRUM_ROOT;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

struct Source {
    std::string path;  // from generator/
    std::string text;
    std::vector<std::string> own;      // #include "…"
    std::vector<std::string> library;  // #include <…>
};

std::vector<Source> sources() {
    static const std::regex kInclude(R"re(#include ([<"])([^>"]+)[>"])re");
    std::vector<Source> all;
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "generator")) {
        const std::string ending = entry.path().extension();
        if (ending != ".cpp" && ending != ".hpp") continue;
        Source source{fs::relative(entry.path(), kRoot / "generator").generic_string(), read_file(entry.path()), {}, {}};
        for (std::sregex_iterator it(source.text.begin(), source.text.end(), kInclude), end; it != end; ++it) {
            ((*it)[1] == "<" ? source.library : source.own).push_back((*it)[2]);
        }
        all.push_back(std::move(source));
    }
    std::sort(all.begin(), all.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
    return all;
}

std::string floor_of(const std::string& path) {
    const std::size_t slash = path.find('/');
    return slash == std::string::npos ? "" : path.substr(0, slash);
}

// Which floors a floor may include from, besides itself. The files of generator/ itself (build, main) stand on top.
const std::map<std::string, std::set<std::string>> kFloors = {
    {"base", {}},
    {"model", {"base"}},
    {"read", {"base", "model"}},
    {"link", {"base", "model"}},
    {"import", {"base", "model", "read", "link"}},
    {"plan", {"base", "model", "link"}},
    {"render", {"base", "model", "link", "plan"}},
    {"check", {"base", "model", "link", "plan", "render"}},
    {"io", {"base", "model"}},
    {"photos", {"base", "model", "io"}},  // a program of its own
    {"cli", {"base", "model", "read", "link", "plan", "render", "check", "import", "io", ""}},
    {"", {"base", "model", "read", "link", "plan", "render", "check", "io", "cli"}},
};

// Folders within a floor that are lists and no rooms: a file for each command, a file for each topic.
const std::set<std::string> kLists = {"cli/commands/", "model/rules/"};

// A folder within a floor is a room: what lies in it is its own business, but for the headers that others may include.
const std::map<std::string, std::set<std::string>> kRooms = {
    {"link/quotes/", {"link/quotes/quotes.hpp", "link/quotes/reading.hpp"}},
    {"read/yaml/", {"read/yaml/front_matter.hpp", "read/yaml/yaml.hpp"}},
    {"read/markdown/", {"read/markdown/markdown.hpp", "read/markdown/run.hpp", "read/markdown/traps.hpp"}},
    {"render/layout/", {"render/layout/layout.hpp", "render/layout/view.hpp", "render/layout/views_table.hpp"}},
    {"render/feeds/", {}},
    {"render/calendars/", {"render/calendars/links.hpp"}},
    {"io/publish/", {"io/publish/publish.hpp", "io/publish/verify.hpp", "io/publish/ways.hpp"}},
    {"io/pictures/", {"io/pictures/job.hpp", "io/pictures/pictures.hpp", "io/pictures/size.hpp"}},
};

// Which files, or folders, may include what is not of C++ itself: one file, or the few that write its format. What is not in the list nobody may.
const std::map<std::string, std::set<std::string>> kLibraries = {
    {"fmt/", {""}},
    {"boost/pfr/", {"base/archive.hpp"}},
    {"tl/expected.hpp", {""}},
    {"yaml-cpp/", {"read/yaml/yaml.cpp"}},
    {"md4c.h", {"read/markdown/markdown.cpp"}},
    {"kainjow/", {"render/layout/layout.cpp"}},
    {"pugixml.hpp", {"render/feeds/xml.cpp", "render/write_files.cpp", "import/docx.cpp", "import/docx_styles.cpp"}},
    {"nlohmann/",
     {"render/json_ld.cpp", "render/json_text.hpp", "render/json_text.cpp", "render/ledger.cpp", "render/ninjs.cpp",
      "render/release_json.hpp", "io/ledger_read.cpp", "io/manifest_read.cpp", "io/pictures/job.cpp", "cli/json_out.cpp"}},
    {"rapidjson/", {"render/json_text.cpp"}},
    {"libical/", {"link/recurrence.cpp"}},
    {"date/", {"base/zone.cpp"}},
    {"unicode/", {"base/unicode.cpp", "base/invisible.cpp"}},
    {"openssl/", {"base/digest.cpp"}},
    {"sodium.h", {"base/minisign.cpp"}},
    {"zlib.h", {"base/compress.cpp"}},
    {"brotli/", {"base/compress.cpp"}},
    {"qrencode.h", {"render/qr.cpp"}},
    {"zip.h", {"import/docx.cpp"}},
    {"CLI/", {"cli/flags.cpp"}},
    {"vips/", {"photos/derivatives.cpp", "photos/logo.cpp", "photos/main.cpp"}},
    {"pango/", {"photos/lettering.cpp"}},
    {"png.h", {"photos/palette_png.cpp"}},
    {"libimagequant.h", {"photos/logo.cpp"}},
    {"exiv2/", {"photos/metadata.cpp"}},
    {"seccomp.h", {"photos/confine.cpp"}},
    // The system's own.
    {"fcntl.h", {"io/", "photos/", "build.cpp", "cli/last_run.cpp", "cli/commands/sign.cpp"}},
    {"unistd.h", {"io/", "photos/"}},
    {"link.h", {"io/program_digest.cpp"}},
    {"dirent.h", {"io/"}},
    {"poll.h", {"io/child_process.cpp"}},
    {"spawn.h", {"io/child_process.cpp"}},
    {"sched.h", {"photos/"}},
    {"signal.h", {"io/", "photos/"}},
    {"stdio.h", {"io/"}},
    {"stdlib.h", {"io/"}},
    {"sys/", {"io/", "photos/"}},
    {"linux/", {"photos/confine.cpp", "photos/trials.cpp"}},
};

// "algorithm", "cstddef": the headers of C++ have neither folder nor extension.
bool is_of_the_language(const std::string& header) { return header.find_first_of("./") == std::string::npos; }

// The place in the list by which a file may include it, or nothing.
const std::string* find_place(const std::string& path, const std::string& header) {
    for (const auto& [library, places] : kLibraries) {
        if (!header.starts_with(library)) continue;
        for (const std::string& place : places) {
            if (place == path || ((place.empty() || place.ends_with('/')) && path.starts_with(place))) return &place;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a floor includes only from lower floors") {
    std::vector<std::string> wrong;
    for (const Source& source : sources()) {
        const std::string floor = floor_of(source.path);
        REQUIRE(kFloors.contains(floor));
        for (const std::string& own : source.own) {
            const std::string other = floor_of(own);
            if (other != floor && !kFloors.at(floor).contains(other)) wrong.push_back(source.path + " includes " + own);
            // The two programs share what is asked and answered.
            if (floor == "photos" && other == "io" && own != "io/pictures/job.hpp") wrong.push_back(source.path + " includes " + own);
        }
        if (source.path != "main.cpp") continue;
        CHECK((source.own == std::vector<std::string>{"cli/run.hpp"} && source.library.empty()));
        CHECK(std::count(source.text.begin(), source.text.end(), ';') == 1);
    }
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("a room is entered by its doors") {
    std::vector<std::string> wrong;
    std::set<std::string> used;
    for (const Source& source : sources()) {
        for (const std::string& own : source.own) {
            for (const auto& [room, doors] : kRooms) {
                if (!own.starts_with(room) || source.path.starts_with(room)) continue;
                if (doors.contains(own)) used.insert(own);
                else wrong.push_back(source.path + " includes " + own);
            }
        }
    }
    CHECK(wrong == std::vector<std::string>{});
    for (const auto& [room, doors] : kRooms) {
        CHECK(doors.size() <= 3);
        for (const std::string& door : doors) {
            INFO("a door that nobody uses: " << door);
            CHECK(used.contains(door));
        }
    }
}

TEST_CASE("every folder within a floor is a room or a list, and ARCHITECTURE.md names them") {
    const std::string told = read_file(kRoot / "ARCHITECTURE.md");
    for (const Source& source : sources()) {
        if (std::count(source.path.begin(), source.path.end(), '/') < 2) continue;
        const std::string folder = source.path.substr(0, source.path.rfind('/') + 1);
        INFO(folder);
        CHECK((kRooms.contains(folder) || kLists.contains(folder)));
        CHECK(told.find("`" + folder + "`") != std::string::npos);
    }
}

TEST_CASE("a step of reading a paragraph includes no later step") {
    const std::string told = read_file(kRoot / "ARCHITECTURE.md");
    const std::size_t begin = told.find("    tokens ← ");
    REQUIRE(begin != std::string::npos);
    std::vector<std::string> steps;
    static const std::regex kStep("[a-z_]+");
    const std::string line = told.substr(begin, told.find('\n', begin) - begin);
    for (std::sregex_iterator it(line.begin(), line.end(), kStep), end; it != end; ++it) steps.push_back("link/quotes/" + it->str());
    REQUIRE(steps.size() > 5);

    std::vector<std::string> wrong;
    std::size_t files = 0;
    for (const Source& source : sources()) {
        const auto step = std::find(steps.begin(), steps.end(), source.path.substr(0, source.path.size() - 4));
        if (step == steps.end()) continue;
        ++files;
        for (auto later = step + 1; later != steps.end(); ++later) {
            const std::string header = *later + ".hpp";
            if (header == "link/quotes/reading.hpp") continue;  // a door: it has the types of what is read
            if (std::find(source.own.begin(), source.own.end(), header) != source.own.end())
                wrong.push_back(source.path + " includes " + header);
        }
    }
    CHECK(wrong == std::vector<std::string>{});
    CHECK(files == 2 * steps.size());
}

TEST_CASE("includes are written from generator/ and exist") {
    std::vector<std::string> wrong;
    for (const Source& source : sources()) {
        for (const std::string& own : source.own) {
            if (!fs::exists(kRoot / "generator" / own)) wrong.push_back(source.path + " includes " + own);
        }
        const std::string header = source.path.substr(0, source.path.size() - 4) + ".hpp";
        const bool has_header = source.path.ends_with(".cpp") && fs::exists(kRoot / "generator" / header);
        if (has_header && (source.own.empty() || source.own.front() != header))
            wrong.push_back(source.path + " does not begin with its own header");
    }
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("a library is included only where it is wrapped") {
    std::vector<std::string> wrong;
    std::set<const std::string*> used;
    for (const Source& source : sources()) {
        for (const std::string& header : source.library) {
            if (is_of_the_language(header)) continue;
            const std::string* place = find_place(source.path, header);
            if (place == nullptr) wrong.push_back(source.path + " includes " + header);
            used.insert(place);
        }
    }
    for (const auto& [library, places] : kLibraries) {
        for (const std::string& place : places) {
            if (!used.contains(&place)) wrong.push_back("the list lets " + place + " include " + library + " in vain");
        }
    }
    CHECK(wrong == std::vector<std::string>{});
}

TEST_CASE("only io and cli know of the clock, the environment and the disk") {
    static const std::regex kForbidden(
        R"(system_clock|getenv|std::filesystem|<fstream>|<iostream>|\bfopen\(|\bexit\(|std::cerr|std::cout|setlocale|\brand\()");
    std::vector<std::string> wrong;
    for (const Source& source : sources()) {
        const std::string floor = floor_of(source.path);
        if (floor == "io" || floor == "cli" || floor == "photos" || source.path == "main.cpp") continue;
        std::smatch match;
        if (std::regex_search(source.text, match, kForbidden)) wrong.push_back(source.path + ": " + match.str());
    }
    CHECK(wrong == std::vector<std::string>{});
}

// CONTRIBUTING.md leads through them. What is left out finds the field in pasted text, or writes it for newsrooms and for readers of JSON Feed.
TEST_CASE("a field of a post stands in few files, and each is one that a newcomer is told of") {
    std::vector<std::string> files;
    for (const Source& source : sources()) {
        const bool further =
            source.path.starts_with("import/") || source.path == "render/ninjs.cpp" || source.path == "render/feeds/json.cpp";
        if (!further && source.text.find("diary_number") != std::string::npos) files.push_back(source.path);
    }
    CHECK(files == std::vector<std::string>{"model/field_traits.hpp", "model/post.hpp", "model/strings_table.hpp", "read/fields_post.cpp",
                                            "render/layout/views_table.hpp", "render/release_data.cpp", "render/release_data.hpp",
                                            "render/release_json.cpp", "render/write_release.cpp"});
    const std::string told = read_file(kRoot / "CONTRIBUTING.md");
    for (const std::string& file : files) CHECK(told.find(file) != std::string::npos);
}

// The linker takes one of two for both, and what was made as the one is used as the other.
TEST_CASE("no two types of one namespace have the same name, unless they are of one file alone") {
    static const std::regex kNamespace(R"re(\nnamespace( [a-z_:]+)? \{)re");
    static const std::regex kType(R"re(\n(?:struct|class|enum class) (\w+)(?: final)?(?: :[^;{]*)? \{)re");
    std::map<std::string, std::set<std::string>> types;
    for (const Source& source : sources()) {
        for (std::sregex_iterator it(source.text.begin(), source.text.end(), kType), end; it != end; ++it) {
            // The innermost namespace that is still open: each ends with a line that says which.
            std::vector<std::string> open;
            const std::string before = source.text.substr(0, static_cast<std::size_t>(it->position()) + 1);
            for (std::size_t at = before.find("\n"); at != std::string::npos; at = before.find("\n", at + 1)) {
                std::smatch match;
                const std::string line = before.substr(at, before.find("\n", at + 1) - at);
                if (std::regex_search(line, match, kNamespace)) open.push_back(match[1]);
                else if (line.starts_with("\n}  // namespace") && !open.empty()) open.pop_back();
            }
            if (open.empty() || open.back().empty()) continue;
            types[open.back() + "::" + (*it)[1].str()].insert(source.path);
        }
    }
    CHECK(types.size() > 150);
    for (const auto& [name, files] : types) {
        INFO(name << " in " << *files.begin() << " and " << *files.rbegin());
        CHECK(files.size() == 1);
    }
}

TEST_CASE("every source is in a list of CMake, and every header says what it is for") {
    const std::string lists = read_file(kRoot / "generator" / "CMakeLists.txt");
    for (const Source& source : sources()) {
        INFO(source.path);
        if (source.path.ends_with(".cpp")) CHECK(std::regex_search(lists, std::regex("(^|[\\s(])" + source.path + "($|[\\s)])")));
        else CHECK(source.text.starts_with("#pragma once\n// "));
    }
    const std::string tests = read_file(kRoot / "tests" / "CMakeLists.txt");
    for (const char* folder : {"unit", "support"}) {
        for (const auto& entry : fs::directory_iterator(kRoot / "tests" / folder)) {
            const std::string path = std::string(folder) + "/" + entry.path().filename().string();
            INFO(path);
            if (path.ends_with(".cpp")) CHECK(tests.find(path) != std::string::npos);
        }
    }
}

// ctest asks for each case by its name: CMake splits names at a semicolon, and Catch2 reads some characters as a pattern. Such a name finds no
// case, or several.
TEST_CASE("the name of a test is one name to CMake and to Catch2") {
    static const std::regex kCase(R"re(\bTEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re");
    static const std::regex kSplit(R"re([;*\[\]\\]|^[~" ]|^exclude:| $)re");
    std::vector<std::string> wrong;
    std::size_t cases = 0;
    for (const auto& entry : fs::directory_iterator(kRoot / "tests" / "unit")) {
        const std::string text = read_file(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), kCase), end; it != end; ++it) {
            const std::string written = (*it)[1];
            const std::string name = written.substr(1, written.rfind('"') - 1);
            ++cases;
            if (std::regex_search(name, kSplit)) wrong.push_back(entry.path().filename().string() + ": " + name);
        }
    }
    CHECK(wrong == std::vector<std::string>{});
    CHECK(cases > 600);
}

// "io/publish/publish.cpp", "render/write_*.cpp", "attributions.cpp" (of the quote engine): what the map leads to is there.
TEST_CASE("ARCHITECTURE.md names only files and folders that are there") {
    static const std::regex kPlace(R"re(`((?:[a-z_]+/)*(?:[a-z_*]+\.(?:cpp|hpp|md|mustache))?)`)re");
    const std::string text = read_file(kRoot / "ARCHITECTURE.md");
    const auto is_there = [](const std::string& place) {
        const std::size_t star = place.find('*');
        if (star == std::string::npos) return fs::exists(kRoot / place) || fs::exists(kRoot / "generator" / place);
        const fs::path folder = fs::path(place).parent_path();
        for (const fs::path& parent : {kRoot / folder, kRoot / "generator" / folder}) {
            if (!fs::exists(parent)) continue;
            for (const auto& entry : fs::directory_iterator(parent)) {
                const std::string name = (folder / entry.path().filename()).generic_string();
                if (name.starts_with(place.substr(0, star)) && name.ends_with(place.substr(star + 1))) return true;
            }
        }
        return false;
    };
    std::vector<std::string> missing;
    std::size_t places = 0;
    for (std::sregex_iterator it(text.begin(), text.end(), kPlace), end; it != end; ++it) {
        const std::string place = (*it)[1];
        if (place.empty()) continue;
        ++places;
        if (!is_there(place) && !is_there("link/quotes/" + place)) missing.push_back(place);
    }
    CHECK(missing == std::vector<std::string>{});
    CHECK(places > 80);
}

// "`Renderer::url`": a member of that name in a type of that name.
TEST_CASE("ARCHITECTURE.md names only members that are there") {
    static const std::regex kMember(R"re(`([A-Z]\w+)::(\w+)`)re");
    const std::string text = read_file(kRoot / "ARCHITECTURE.md");
    const std::vector<Source> all = sources();
    std::vector<std::string> missing;
    std::size_t members = 0;
    for (std::sregex_iterator it(text.begin(), text.end(), kMember), end; it != end; ++it) {
        ++members;
        const std::regex type("\n *(struct|class|enum class) " + (*it)[1].str() + "\\b[^;{]*\\{");
        const std::regex member("\\b" + (*it)[2].str() + "\\b");
        const bool found = std::any_of(all.begin(), all.end(), [&](const Source& source) {
            std::smatch match;
            if (!source.path.ends_with(".hpp") || !std::regex_search(source.text, match, type)) return false;
            const std::string rest = match.suffix();
            const std::string body = rest.substr(0, rest.find("\n};"));
            return std::regex_search(body, member);
        });
        if (!found) missing.push_back(it->str());
    }
    CHECK(missing == std::vector<std::string>{});
    CHECK(members >= 6);
}

TEST_CASE("files can be held in the head") {
    for (const Source& source : sources()) {
        if (source.path == "model/strings_table.hpp") continue;  // a list to look things up in, not to read
        INFO(source.path);
        CHECK(std::count(source.text.begin(), source.text.end(), '\n') <= 450);
    }
}

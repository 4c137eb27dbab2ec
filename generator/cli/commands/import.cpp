#include "import/import.hpp"

#include "base/invisible.hpp"
#include "base/text.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/new_post.hpp"
#include "cli/commands/post_file.hpp"
#include "cli/help.hpp"
#include "cli/making.hpp"
#include "cli/report.hpp"
#include "cli/site_settings.hpp"
#include "import/docx.hpp"
#include "import/paragraphs.hpp"
#include "io/load.hpp"
#include "io/source_text.hpp"
#include "model/rules.hpp"
#include "read/read.hpp"

#include <tl/expected.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace pressrum {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxFileBytes = 50 * 1024 * 1024;  // of a document with its pictures

ExitStatus refuse(const WrongUse& fault, const Arguments& arguments, Console& console) {
    console.err << wrong_use_text(fault, arguments.command, console.language);
    return ExitStatus::wrong_use;
}

constexpr Words kNoFile{"det finns ingen fil \"{0}\" som går att läsa", "there is no file \"{0}\" that can be read"};
constexpr Words kTooLarge{"\"{0}\" är för stor för att vara ett pressmeddelande", "\"{0}\" is too large for a press release"};

// What is in the file, or on standard input when it is called "-".
tl::expected<std::string, Words> read_input(const std::string& name) {
    std::string bytes;
    const auto read = [&](std::istream& in) {
        std::array<char, 64 * 1024> part;
        while (bytes.size() <= kMaxFileBytes && (in.read(part.data(), part.size()), in.gcount() > 0))
            bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
        return !in.bad();
    };
    if (name == "-") {
        if (!read(std::cin)) return tl::unexpected(kNoFile);
    } else {
        std::error_code error;
        std::ifstream file(name, std::ios::binary);
        if (!fs::is_regular_file(name, error) || !file || !read(file)) return tl::unexpected(kNoFile);
    }
    if (bytes.size() > kMaxFileBytes) return tl::unexpected(kTooLarge);
    return bytes;
}

// Files that are not text, by their first bytes.
struct OtherFormat {
    std::string_view begin;
    Words text;
};
constexpr Words kOldDocument{"\"{0}\" är ett dokument av annat slag; spara det som .docx, eller klistra in texten",
                             "\"{0}\" is another kind of document; save it as .docx, or paste the text"};
constexpr OtherFormat kOtherFormats[] = {
    {"\xD0\xCF\x11\xE0", kOldDocument},  // .doc
    {"{\\rtf", kOldDocument},
    {"%PDF",
     {"\"{0}\" är en PDF; öppna dokumentet som den gjordes av och spara det som .docx, eller klistra in texten",
      "\"{0}\" is a PDF; open the document it was made of and save it as .docx, or paste the text"}},
};

constexpr Words kNoText{"\"{0}\" är ingen text", "\"{0}\" is no text"};
constexpr Words kEmpty{"\"{0}\" har ingen text", "\"{0}\" has no text"};
constexpr Words kNotUtf8{"\"{0}\" är inte sparad som UTF-8; öppna filen, välj \"Spara som\" och teckenkodningen UTF-8",
                         "\"{0}\" is not saved as UTF-8; open the file, choose \"Save as\" and the encoding UTF-8"};

tl::expected<ReleaseText, Words> read_release(std::string bytes) {
    if (bytes.starts_with("PK")) return read_docx(bytes);
    for (const OtherFormat& other : kOtherFormats) {
        if (bytes.starts_with(other.begin)) return tl::unexpected(other.text);
    }
    const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!utf16 && bytes.find('\0') != std::string::npos) return tl::unexpected(kNoText);
    if (bytes.size() > 2 * kMaxReleaseBytes) return tl::unexpected(kTooLarge);
    // A word processor's own line and page ends, and the bell that ends its table cells.
    for (char& c : bytes) {
        if (c == '\v') c = '\n';
        if (c == '\f') c = '\n';
        if (c == '\a') c = ' ';
    }
    SourceText text = to_source_text(std::move(bytes));
    if (text.not_utf8 && !utf16) return tl::unexpected(kNotUtf8);
    if (text.control) return tl::unexpected(kNoText);
    return read_paragraphs(without_invisible(std::move(text.text)).text);
}

}  // namespace

ExitStatus run_import(const Arguments& arguments, Console& console) {
    const std::optional<Now> now = now_for(arguments, console);
    if (!now) return ExitStatus::wrong_use;

    auto bytes = read_input(arguments.operand);
    const std::string shown = arguments.operand == "-" ? std::string(in(console.language, {"texten", "the text"})) : arguments.operand;
    if (!bytes) return refuse({bytes.error(), {shown}}, arguments, console);
    auto release = read_release(std::move(*bytes));
    if (!release) return refuse({release.error(), {shown}}, arguments, console);
    std::size_t size = 0;
    for (const Block& block : release->blocks) size += block.text().size() + 2;
    if (release->blocks.empty()) return refuse({kEmpty, {shown}}, arguments, console);
    if (size > kMaxReleaseBytes) return refuse({kTooLarge, {shown}}, arguments, console);

    // The site's files, without its posts.
    Diagnostics found;
    SourceTree tree = load({"", arguments.site_folder(), ""}, Threads{1}, found);
    found = {};
    const Documents documents = read(tree, Threads{1}, found);
    const std::optional<Zone> zone = documents.config_sound ? Zone::find(*documents.config.timezone) : std::nullopt;
    if (documents.config_sound && !zone)
        found.add({rule("site/timezone"), documents.config.timezone.at, {*documents.config.timezone}, {}, {}});
    found.sort();
    if (!zone) {
        show(resolve(found.all(), tree.sources, console.language, [](const Rule& each) { return each.severity; }), console);
        return ExitStatus::faults;
    }
    const LocalTime next = next_full_hour(now->local ? zone->to_instant(*now->local) : now->instant, *zone);
    const bool swedish = console.language == MessageLanguage::swedish;
    const ImportedPost post = import_release(std::move(*release), {documents.config, documents.people, documents.topics, next},
                                             swedish ? &Words::sv : &Words::en);

    const fs::path path = post_path(arguments, post.published, post.slug);
    if (!create_post(path, post.text))
        return refuse({{"{0} finns redan; byt namn på den, eller ta bort den, och försök igen",
                        "{0} is there already; rename or remove it and try again"},
                       {path.generic_string()}},
                      arguments, console);
    console.out << path.generic_string() << '\n';
    for (const Question& each : post.questions)
        console.err << say(console.language, {"rad {0}: ", "line {0}: "}, {std::to_string(each.line)})
                    << say(console.language, each.text, each.words) << '\n';
    return ExitStatus::done;
}

}  // namespace pressrum

// Nothing that the program says is an order to the program that keeps the log, wherever the words come from.
#include "base/text.hpp"
#include "cli/log.hpp"
#include "cli/run.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <sstream>

using namespace pressrum;
using namespace pressrum::test;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

// What GitHub's runner, Azure's agent and their like would obey.
std::string orders_in(std::string_view log) {
    std::string found;
    for (const std::string_view line : split(log, '\n')) {
        if (trim(line).starts_with("::")) found += "[" + std::string(line) + "]";
        for (const char* order : {"##[", "##vso[", "##VSO[", "##teamcity["}) {
            if (line.find(order) != std::string_view::npos) found += "[" + std::string(line) + "]";
        }
    }
    return found;
}

constexpr const char* kOrders = "##[add-mask]x ##vso[task.setvariable]y ##VSO[z ###[w ##teamcity[v";

}  // namespace

TEST_CASE("an order stands apart, and reads as it was written") {
    const std::string text = std::string("::error::a\n  ::debug::b\n\t::c\nb::c d ::e\r::f\n") + kOrders + "\n## [länk] ##a b[c\n";
    const std::string safe = no_orders(text);
    CHECK(orders_in(text).size() > 100);
    CHECK(orders_in(safe) == "");
    CHECK(replace_all(safe, "\u2060", "") == text);
    CHECK(safe.find("b::c d ::e\r:\u2060:f\n") != std::string::npos);
    CHECK(safe.ends_with("## [länk] ##a b[c\n"));
    CHECK(no_orders_within("::error::##[a") == "::error::##\u2060[a");
    CHECK(no_orders_in_json(R"(["##[a", "##vso[b", [1]])") == R"(["##\u005ba", "##vso\u005bb", [1]])");
}

TEST_CASE("a log hands on whole lines, and what there is when it is flushed") {
    std::ostringstream to;
    {
        Log log(to);
        log << "ett ##"
            << "[två";
        CHECK(to.str() == "");
        log << "]\n:"
            << ":tre\nfyra";
        CHECK(to.str() == "ett ##\u2060[två]\n:\u2060:tre\n");
        log << std::flush;
        CHECK(to.str().ends_with("fyra"));
        log << '!';
    }
    CHECK(to.str().ends_with("fyra!"));
    std::ostringstream broken;
    broken.setstate(std::ios::badbit);
    Log log(broken);
    log << "x\n";
    CHECK_FALSE(log.flush());
}

TEST_CASE("no command gives orders, whatever the arguments, the files and the posts say") {
    TempFolder folder;
    for (const auto& [path, text] : ekinge()) folder.write(path, text);
    fs::copy(fs::path(PRESSRUM_ROOT) / "layouts", folder.path() / "layouts", fs::copy_options::recursive);
    folder.write("posts/2024/05/motet.md", post_text("'" + std::string(kOrders) + "'", "2024-05-02T10:00", "'##[x]': 1\nfoto: '##vso[a]'\n",
                                                     "::set-output name=a::b\n\n[" + std::string(kOrders) + "](/##vso[borta/)\n"));
    folder.write("posts/2024/05/helt.md", post_text("'" + std::string(kOrders) + "'", "2024-05-02T10:00", "", kOrders));
    folder.write("text.txt",
                 "Rubriken " + std::string(kOrders) + "\n\n– Vi börjar ##[a] nu sa ##vso[b] Bo Ek och Lo Ek.\n\nFoto: ##vso[c]\n");
    const std::vector<std::vector<std::string>> all = {
        {kOrders},
        {"build", kOrders},
        {"build", "--##[x"},
        {"build", "--out", kOrders, "--now", "##vso[nu"},
        {"build", "--posts", kOrders},
        {"check", "--format", "##[json"},
        {"check"},
        {"check", "--format", "json"},
        {"check", "--against", kOrders},
        {"explain", kOrders},
        {"explain", "/2024/05/helt/"},
        {"people", "--format", "csv"},
        {"import", kOrders},
        {"import", folder.at("text.txt")},
        {"verify", kOrders},
        {"new", kOrders, "--kind", "##[x"},
        {"sign", folder.path().string(), "--key", kOrders},
    };
    for (std::vector<std::string> words : all) {
        INFO(words.front() << " " << words.back());
        words.insert(words.end(), {"--root", folder.path().string()});
        std::ostringstream out, err;
        pressrum::run(words, out, err);
        CHECK(orders_in(out.str()) == "");
        CHECK(orders_in(err.str()) == "");
        CHECK(out.str().size() + err.str().size() > 0);
    }
    std::ostringstream out, err;
    pressrum::run({"check", "--format", "github", "--root", folder.path().string()}, out, err);
    CHECK(out.str().starts_with("::"));
    CHECK(out.str().find("##[") == std::string::npos);
    CHECK(out.str().find("##vso[") == std::string::npos);
}

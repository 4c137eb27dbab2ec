// `precompress`: beside each text file the same compressed twice. Read back by the libraries' other halves.
#include "plan/paths.hpp"

#include "build.hpp"

#include <brotli/decode.h>
#include <zlib.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace pressrum;
namespace fs = std::filesystem;

namespace {

// With room for a byte more than it should be: what is too long is found, and 600 files need not 64 MB each.
std::string from_gzip(const std::string& bytes, std::size_t expected) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(expected + 1, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

std::string from_brotli(const std::string& bytes, std::size_t expected) {
    std::string text(expected + 1, '\0');
    std::size_t size = text.size();
    REQUIRE(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(text.data())) == BROTLI_DECODER_RESULT_SUCCESS);
    text.resize(size);
    return text;
}

std::string bytes_on_disk(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void build_example(Build& build, std::string_view more) {
    const fs::path root = PRESSRUM_ROOT;
    BuildOptions options;
    options.roots = {(root / "posts").string(), (root / "site").string(), (root / "layouts").string()};
    options.now.local = parse_iso_local_time("2026-11-24T12:00");
    make(options, build, [&](SourceTree& tree) {
        tree.site = tree.sources.add("site/site.yaml", std::string(tree.sources[*tree.site].text) + std::string(more));
    });
    REQUIRE(build.site);
}

}  // namespace

TEST_CASE("with precompress every text file is there compressed, and the ledger knows") {
    Build build;
    build_example(build, "precompress: true\n");
    std::size_t texts = 0;
    const std::vector<PlannedFile>& files = build.plan.files();
    const auto out = [&](const PlannedFile& file) -> const Output& {
        return build.outputs[static_cast<std::size_t>(&file - files.data())];
    };
    for (const PlannedFile& file : files) {
        if (!file.path.ends_with(kGzipEnding)) continue;
        INFO(file.path);
        const std::string of = file.path.substr(0, file.path.size() - kGzipEnding.size());
        const PlannedFile* original = build.plan.find(of);
        const PlannedFile* brotli = build.plan.find(of + std::string(kBrotliEnding));
        REQUIRE((original != nullptr && brotli != nullptr));
        const std::string text = out(*original).copy_from.empty() ? out(*original).bytes : bytes_on_disk(out(*original).copy_from);
        CHECK(from_gzip(out(file).bytes, text.size()) == text);
        CHECK(from_brotli(out(*brotli).bytes, text.size()) == text);
        CHECK(out(file).digest == sha256(out(file).bytes));
        // And published after what they are made from.
        CHECK((file.format->turn > original->format->turn && brotli->format->turn > original->format->turn));
        ++texts;
    }
    CHECK(texts > 300);
    CHECK(build.plan.find("index.html.br") != nullptr);
    CHECK(std::any_of(files.begin(), files.end(),
                      [](const PlannedFile& file) { return file.path.starts_with("assets/style-") && file.path.ends_with(".css.gz"); }));
    CHECK(std::none_of(files.begin(), files.end(), [](const PlannedFile& file) {
        return file.path.ends_with(".jpg.gz") || file.path.ends_with(".pdf.br") || file.path.ends_with(".gz.br");
    }));
    CHECK(build.plan.find("manifest.json.gz") == nullptr);  // nobody reads it over the web

    const auto ledger = nlohmann::json::parse(out(*build.plan.find("manifest.json")).bytes);
    CHECK(ledger.at("files").size() == files.size() - 1);
}

TEST_CASE("without precompress nothing is compressed") {
    Build build;
    build_example(build, "");
    for (const PlannedFile& file : build.plan.files()) CHECK(file.format->turn != Turn::compressed);
}

// The main of a fuzzer in every build but the real one: runs it on the files of the folders that are named, so that fuzzers never
// rot and what they once found stays mended. Only this main is swapped for libFuzzer's (CMakeLists.txt).
#include "fuzz/fuzz.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_of(const fs::path& place) {
    if (!fs::is_directory(place)) return {place};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(place)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void replay(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    const std::string input{std::istreambuf_iterator<char>(in), {}};
    // A copy of exactly its size, so that a read past the end is met by the address sanitizer.
    const std::vector<std::uint8_t> bytes(input.begin(), input.end());
    std::printf("%s\n", path.c_str());
    std::fflush(stdout);  // when it ends here, the last line says on what
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t count = 0;
    for (int i = 1; i < argc; ++i) {
        for (const fs::path& file : files_of(argv[i])) {
            replay(file);
            ++count;
        }
    }
    std::printf("%zu inputs\n", count);
    return count > 0 ? 0 : 1;
}

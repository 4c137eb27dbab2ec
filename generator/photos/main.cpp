// pressrum-photos: reads jobs from the standard input, makes their pictures, and writes the answers to the standard output.
//
// A process of its own, so that a hostile picture meets a decoder that can be stopped: it may use so much memory, so much time and write
// so large files, and no more. The one that started it watches the clock.
#include "photos/cards.hpp"
#include "photos/derivatives.hpp"

#include <vips/vips.h>

#include <sys/resource.h>

#include <cstdio>
#include <iostream>
#include <iterator>

namespace {

// Data counts what is really written to; the address space of a hundred shared libraries would say nothing.
constexpr std::pair<int, rlim_t> kLimits[] = {
#ifndef __SANITIZE_ADDRESS__         // which lays out terabytes to keep account of
    {RLIMIT_DATA, rlim_t{3} << 29},  // 1.5 GB
#endif
    {RLIMIT_CPU, 120},                 // seconds
    {RLIMIT_FSIZE, rlim_t{64} << 20},  // 64 MB
    {RLIMIT_CORE, 0},
};

bool limit_myself() {
    for (const auto& [what, most] : kLimits) {
        const rlimit limit{most, most};
        if (::setrlimit(static_cast<__rlimit_resource_t>(what), &limit) != 0) return false;
    }
    return true;
}

struct Make {
    pressrum::PictureAnswer operator()(const pressrum::PictureJob& job) const { return pressrum::make_derivatives(job); }
    pressrum::PictureAnswer operator()(const pressrum::CardJob& job) const { return pressrum::make_card(job); }
};

}  // namespace

#ifdef __SANITIZE_ADDRESS__
// The libraries keep what they need until the end of the process.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

int main(int, char** arguments) {
    if (!limit_myself() || VIPS_INIT(arguments[0]) != 0) return 3;
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});
    const auto jobs = pressrum::parse_jobs(text);
    if (!jobs) {
        std::cerr << "pressrum-photos: started by pressrum, with jobs on the standard input\n";
        return 2;
    }
    std::vector<pressrum::PictureAnswer> answers;
    for (const pressrum::Job& job : *jobs) answers.push_back(std::visit(Make{}, job));
    std::cout << pressrum::to_json(answers) << '\n';
    return std::cout.flush() ? 0 : 3;
}

// pressrum-photos: reads jobs from the standard input, makes their pictures, and writes the answers to the standard output.
//
// A process of its own, so that a hostile picture meets a decoder that can be stopped and that has nowhere to go (photos/confine.hpp). The one that
// started it watches the clock.
#include "photos/cards.hpp"
#include "photos/confine.hpp"
#include "photos/derivatives.hpp"
#include "photos/trials.hpp"

#include <vips/vips.h>

#include <cstdlib>
#include <iostream>
#include <iterator>
#include <optional>
#include <string_view>

namespace {

struct Make {
    std::optional<pressrum::CardMaker> cards;  // when there is one to make

    pressrum::PictureAnswer operator()(const pressrum::PictureJob& job) { return pressrum::make_derivatives(job); }
    pressrum::PictureAnswer operator()(const pressrum::CardJob& job) {
        if (!cards) cards.emplace();
        return cards->make(job);
    }
};

// Which font is taken for a letter that the usual ones do not have is a question of the user's language, too, if nobody says otherwise.
void forget_locale() { ::setenv("LC_ALL", "C.UTF-8", 1); }

}  // namespace

#ifdef __SANITIZE_ADDRESS__
// The libraries keep what they need until the end of the process.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

int main(int count, char** arguments) {
    using namespace pressrum;
    if (!limit_myself()) return 3;
    forget_locale();
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});
    const auto jobs = parse_jobs(text);
    if (!jobs) {
        std::cerr << "pressrum-photos: started by pressrum, with jobs on the standard input\n";
        return 2;
    }

    // From here on nothing is in reach but what the jobs name. Before the libraries start, since their threads must be shut in as well.
    const Reach reach = reach_of(*jobs);
    const Confinement confinement = confine(reach);
    if (count == 2 && std::string_view(arguments[1]) == "--confinement") {
        std::cout << try_walls(confinement, reach);
        return std::cout.flush() ? 0 : 3;
    }

    if (VIPS_INIT(arguments[0]) != 0) return 3;
    std::vector<PictureAnswer> answers;
    Make make;
    for (const Job& job : *jobs) answers.push_back(std::visit(make, job));
    std::cout << to_json(answers) << '\n';
    return std::cout.flush() ? 0 : 3;
}

// What a share card costs: CPU of the processes that make them and of the one that hands them out, with everything from their start to the files
// in the cache; and how large the files are.
//
// A press room of 1,000 releases without a photo, whose titles are of all usual lengths, without and with a logo. Numbers in milliseconds a card;
// the median of some runs counts.
#include "io/pictures/pictures.hpp"
#include "support/temp_folder.hpp"

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <vector>

using namespace pressrum;

namespace {

constexpr std::uint32_t kCards = 1000;
constexpr int kRuns = 5;
constexpr double kMost = 6;  // milliseconds of the processes, a card

constexpr const char* kTitles[] = {
    "Valborg i Stadsparken blir utan brasa",
    "Nya badhuset heter Ekvattnet och öppnar i september",
    "Ekhultsskolan byggs ut för 148 miljoner kronor",
    "Frågor och svar om snöröjning",
    "Pressinbjudan: följ med upp i vattentornet innan det fylls",
    "Så röstar du i Ekinge den 13 september, i förtid och på valdagen: alla lokaler, tider och vad du behöver ha med dig",
    "Koka vattnet",
};
constexpr const char* kKickers[] = {"Pressmeddelande", "Nyhet", "Pressinbjudan"};

std::vector<WantedCard> cards_with(const std::string& logo) {
    std::vector<WantedCard> all;
    for (std::uint32_t i = 0; i < kCards; ++i) {
        WantedCard card;
        card.post = i, card.name = "kort", card.title = fmt::format("{} {}", kTitles[i % std::size(kTitles)], 1900 + i);
        card.kicker = kKickers[i % std::size(kKickers)], card.organization = "Ekinge kommun", card.language = "sv";
        card.background = "#1d4e6b", card.ink = "#ffffff", card.logo = logo;
        all.push_back(card);
    }
    return all;
}

double milliseconds(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    const auto of = [](const timeval& time) { return 1e3 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e3; };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

template <class T>
T median(std::vector<T> all) {
    std::sort(all.begin(), all.end());
    return all[all.size() / 2];
}

// What the processes take for a card.
double measure(const char* what, const std::string& logo) {
    const std::vector<WantedCard> cards = cards_with(logo);
    std::vector<double> makers, whole;
    std::vector<std::uint64_t> sizes;
    for (int run = 0; run < kRuns; ++run) {
        const test::TempFolder cache;
        Diagnostics diagnostics;
        const double children = milliseconds(RUSAGE_CHILDREN), self = milliseconds(RUSAGE_SELF);
        const Pictures made = make_pictures({{}, cards}, {PRESSRUM_PHOTOS, cache.at("cache")}, Threads{}, diagnostics);
        makers.push_back((milliseconds(RUSAGE_CHILDREN) - children) / kCards);
        whole.push_back(makers.back() + (milliseconds(RUSAGE_SELF) - self) / kCards);
        for (const auto& [post, card] : made.cards) sizes.push_back(card.file.size);
        if (made.cards.size() != kCards || !diagnostics.empty()) throw std::runtime_error("a card is missing");
    }
    fmt::print("{:14} {:5.2f} ms making, {:5.2f} ms with handing out and keeping; {:6} bytes, at most {}\n", what, median(makers),
               median(whole), median(sizes), *std::max_element(sizes.begin(), sizes.end()));
    return median(makers);
}

}  // namespace

int main() {
    const double bare = measure("without a logo", ""), logo = measure("with a logo", PRESSRUM_ROOT "/site/assets/logo.svg");
    return bare <= kMost && logo <= kMost ? 0 : 1;
}

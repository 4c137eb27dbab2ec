#include "base/parallel.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace pressrum;

TEST_CASE("every item is worked on exactly once, whatever the threads") {
    for (const unsigned threads : {0U, 1U, 2U, 7U}) {
        std::vector<int> done(1000, 0);
        parallel_for({threads}, done.size(), [&](std::size_t i) { ++done[i]; });
        CHECK(done == std::vector<int>(1000, 1));
    }
    parallel_for({4}, 0, [](std::size_t) { FAIL("nothing to do"); });
}

TEST_CASE("the exception of the lowest item is the one that is thrown") {
    for (int run = 0; run < 20; ++run) {
        std::string what;
        try {
            parallel_for({4}, 100, [](std::size_t i) {
                if (i >= 10) throw std::runtime_error(std::to_string(i));
            });
        } catch (const std::runtime_error& error) {
            what = error.what();
        }
        CHECK(what == "10");
    }
}

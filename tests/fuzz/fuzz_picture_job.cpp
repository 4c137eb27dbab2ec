// What the picture program is asked and what it answers, and the answers that a cache keeps: what is read is written so that it is read again.
#include "fuzz/fuzz.hpp"
#include "io/pictures/job.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = to_text(data, size);
    if (const auto jobs = parse_jobs(text)) {
        const std::string json = to_json(*jobs);
        const auto again = parse_jobs(json);
        must(again && to_json(*again) == json, "a job is read as it is written");
        for (const Job& job : *jobs) must(job_key(job, {}) == job_key(job, {}), "a job has one key");
    }
    if (const auto answers = parse_answers(text)) {
        const std::string json = to_json(*answers);
        const auto again = parse_answers(json);
        must(again && to_json(*again) == json, "an answer is read as it is written");
    }
    must(names_the_same(text, text), "a name is itself");
    return 0;
}

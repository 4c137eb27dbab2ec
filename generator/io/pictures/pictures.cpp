#include "io/pictures/pictures.hpp"

#include "base/path.hpp"
#include "base/text.hpp"
#include "io/child_process.hpp"
#include "io/pictures/cache.hpp"
#include "model/rules.hpp"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <span>
#include <thread>
#include <variant>

namespace pressrum {
namespace {

// A picture on its way: what is asked, and what was answered.
struct Item {
    Job job;
    Sha256 key{};
    PictureAnswer answer = {};
    bool done = false;  // the answer is to be had from the cache
};

Item item_for(const WantedPicture& wanted) {
    const PictureJob job{{}, 1, wanted.file, wanted.use.creator, wanted.rights, wanted.license_url, wanted.terms};
    return {job, job_key(job, wanted.digest)};
}

Item item_for(const WantedCard& wanted) {
    const CardJob job{{}, wanted.title, wanted.kicker, wanted.organization, wanted.language, wanted.background, wanted.ink, wanted.logo};
    return {job, job_key(job, wanted.logo_digest)};
}

bool is_card(const Item* item) { return std::holds_alternative<CardJob>(item->job); }

// What one process does: some photos, and then some cards. It takes as long to start as half a photo or a score of cards take to make, so it gets
// several.
using Batch = std::vector<Item*>;
using Items = std::span<Item* const>;

// The next of what is left, as many as there are up to `most`.
Batch taken(Items& left, std::size_t most) {
    const Items next = left.first(std::min(most, left.size()));
    left = left.subspan(next.size());
    return {next.begin(), next.end()};
}

// Photos first, as in `items`, and the cards last, in processes that were started for photos as long as there are such. One card is as much work as
// another, so they are shared out evenly.
std::vector<Batch> batches_of(const std::vector<Item*>& items, unsigned workers) {
    constexpr std::size_t kMaxPhotos = 8, kMinCards = 20;
    constexpr std::size_t kMaxOpen = 512;  // of all workers: the folder of each item is
    const std::size_t most = std::max<std::size_t>(1, kMaxOpen / workers);
    const auto first_card = std::find_if(items.begin(), items.end(), is_card);
    Items photos(items.begin(), first_card), cards(first_card, items.end());

    const std::size_t fair = photos.size() / (2 * workers) + 1;  // so that no worker is left waiting for the last one
    std::vector<Batch> batches;
    while (!photos.empty()) batches.push_back(taken(photos, std::min({fair, kMaxPhotos, most})));

    const std::size_t share = std::max((cards.size() + workers - 1) / workers, kMinCards);
    for (std::size_t i = batches.size() - std::min<std::size_t>(batches.size(), workers); !cards.empty(); ++i) {
        if (i == batches.size()) batches.emplace_back();
        const Batch more = taken(cards, std::min(share, most - batches[i].size()));
        batches[i].insert(batches[i].end(), more.begin(), more.end());
    }
    return batches;
}

// What to try when a process broke down. A photo may be to blame, so each of them gets a process of its own; cards hold nothing of strangers, so
// they stay together, and are halved when it was they.
std::vector<Batch> parts_of(const Batch& batch) {
    const auto cards = std::find_if(batch.begin(), batch.end(), is_card);
    const auto middle = cards == batch.begin() ? cards + std::distance(cards, batch.end()) / 2 : cards;
    std::vector<Batch> parts;
    for (auto photo = batch.begin(); photo != cards; ++photo) parts.push_back({*photo});
    if (cards != middle) parts.emplace_back(cards, middle);
    if (middle != batch.end()) parts.emplace_back(middle, batch.end());
    return parts;
}

// SIGTRAP is how GLib ends a program that it has no memory for.
PictureFault fault_of(const ChildResult& result) {
    if (result.end == ChildEnd::overtime) return PictureFault::too_demanding;
    if (result.end == ChildEnd::killed && (result.code == SIGXCPU || result.code == SIGKILL || result.code == SIGTRAP))
        return PictureFault::too_demanding;
    return PictureFault::damaged;
}

// False: the program cannot be started.
bool make(const Batch& batch, unsigned cores, const PictureMaking& making, const PictureCache& cache) {
    std::vector<Job> jobs;
    std::vector<PictureCache::Work> folders;
    for (const Item* item : batch) {
        folders.push_back(cache.begin());
        jobs.push_back(item->job);
        std::visit([&](auto& job) { job.folder = folders.back().folder; }, jobs.back());
        if (auto* photo = std::get_if<PictureJob>(&jobs.back())) photo->threads = cores;
    }
    const ChildResult result = run_child(making.program, {}, to_json(jobs), making.limit);
    std::vector<PictureAnswer> answers;  // none: it broke down
    if (result.end == ChildEnd::exited && result.code == 0) answers = parse_answers(result.output).value_or(std::vector<PictureAnswer>());
    if (answers.size() != batch.size()) answers.clear();
    const auto suffered = [](const PictureAnswer& answer) { return answer.fault == PictureFault::too_demanding; };
    const bool broke_down = answers.empty() || std::any_of(answers.begin(), answers.end(), suffered);
    if (broke_down && batch.size() > 1 && result.end != ChildEnd::not_started) {
        for (const PictureCache::Work& folder : folders) cache.give_up(folder);
        folders.clear();
        bool started = true;
        for (const Batch& part : parts_of(batch)) started = make(part, cores, making, cache) && started;
        return started;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Item& item = *batch[i];
        item.answer.fault = answers.empty() ? fault_of(result) : answers[i].fault;
        auto kept = item.answer.fault == PictureFault::none ? cache.finish(item.key, folders[i], answers[i]) : std::nullopt;
        item.done = kept.has_value();
        if (kept) {
            item.answer = std::move(*kept);
        } else {
            if (result.end != ChildEnd::not_started) cache.check_room(folders[i]);
            cache.give_up(folders[i]);
        }
        if (!kept && item.answer.fault == PictureFault::none) item.answer.fault = PictureFault::damaged;
        if (result.end == ChildEnd::not_started) item.answer.fault = PictureFault::none;  // the picture is not to blame
    }
    return result.end != ChildEnd::not_started;
}

// False: the program cannot be started, once or more.
bool make_all(const std::vector<Item*>& missing, const PictureMaking& making, const PictureCache& cache, Threads threads) {
    const unsigned cores = threads.count != 0 ? threads.count : std::max(1U, std::thread::hardware_concurrency());
    const std::vector<Batch> batches = batches_of(missing, cores);
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(cores, batches.size()));
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::size_t done = 0;
    bool started = true;
    std::exception_ptr failure;
    const auto work = [&] {
        for (std::size_t i = next++; i < batches.size(); i = next++) {
            try {
                const bool could = make(batches[i], cores / workers, making, cache);
                const std::lock_guard lock(mutex);
                started = started && could;
                done += batches[i].size();
                if (making.progress) making.progress(done, missing.size());
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = std::current_exception();
                next = batches.size();
            }
        }
    };
    {
        if (making.progress) making.progress(0, missing.size());
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < workers; ++i) others.emplace_back(work);
        work();
    }
    if (failure) std::rethrow_exception(failure);
    return started;
}

const Rule* rule_for(PictureFault fault) {
    switch (fault) {
        case PictureFault::not_a_photo: return rule("photo/no-picture");
        case PictureFault::too_large: return rule("photo/too-many-pixels");
        case PictureFault::too_demanding: return rule("photo/too-demanding");
        default: return rule("photo/damaged");
    }
}

std::string name_of(const WantedPicture& wanted) { return std::string(file_name_of(wanted.use.source)); }

void report(const WantedPicture& wanted, const Item& item, Diagnostics& diagnostics) {
    const PictureAnswer& answer = item.answer;
    if (answer.fault != PictureFault::none) {
        diagnostics.add({rule_for(answer.fault), wanted.src_at, {name_of(wanted)}, {}, {}});
        return;
    }
    if (answer.position) diagnostics.add({rule("photo/position"), wanted.src_at, {name_of(wanted)}, {}, {}});
    if (answer.moves) diagnostics.add({rule("photo/moves"), wanted.src_at, {name_of(wanted)}, {}, {}});
    if (!answer.creator.empty() && !names_the_same(answer.creator, wanted.use.creator))
        diagnostics.add({rule("photo/other-credit"), wanted.credit_at, {answer.creator, wanted.use.creator}, {}, {}});
}

Derivative derivative_from(const MadeFile& made, const std::string& folder) {
    return {made.kind, made.width, made.height, folder + "/" + made.file, made.size, from_hex(made.digest)};
}

Picture picture_from(const WantedPicture& wanted, const Item& item, const std::string& folder) {
    Picture picture{wanted.use.source, to_short_hex(item.key), item.answer.tone, {}};
    for (const MadeFile& made : item.answer.files) picture.derivatives.push_back(derivative_from(made, folder));
    return picture;
}

}  // namespace

Pictures make_pictures(const Wanted& wanted, const PictureMaking& making, Threads threads, Diagnostics& diagnostics) {
    const PictureCache cache(making.cache);
    const PictureCache spare(making.spare);
    const bool in_cache = making.spare.empty() || cache.is_writable();
    if (in_cache) cache.prune();
    std::vector<Item> items;
    for (const WantedPicture& each : wanted.pictures) items.push_back(item_for(each));
    for (const WantedCard& each : wanted.cards) items.push_back(item_for(each));
    std::vector<Item*> missing;
    std::map<Sha256, Item*> first_of;  // two uses of the same bytes and words are one entry, made once
    parallel_for(threads, items.size(), [&](std::size_t i) {
        if (auto known = cache.find(items[i].key)) items[i].answer = std::move(*known), items[i].done = true;
    });
    for (Item& item : items) {
        if (!item.done && first_of.emplace(item.key, &item).second) missing.push_back(&item);
    }
    const bool there = missing.empty() || ::access(making.program.c_str(), X_OK) == 0;
    if (!there || (!missing.empty() && !make_all(missing, making, in_cache ? cache : spare, threads)))
        diagnostics.add({rule("photo/program"), {}, {making.program, std::to_string(missing.size())}, {}, {}});

    Pictures pictures;
    for (std::size_t i = 0; i < items.size(); ++i) {
        Item& item = items[i];
        if (!item.done) item.answer = first_of.at(item.key)->answer, item.done = first_of.at(item.key)->done;
        const bool photo = i < wanted.pictures.size();
        if (photo && (item.done || item.answer.fault != PictureFault::none)) report(wanted.pictures[i], item, diagnostics);
        if (!photo && item.answer.fault != PictureFault::none)
            diagnostics.add({rule("photo/card"), wanted.cards[i - wanted.pictures.size()].at, {}, {}, {}});
        if (!item.done || item.answer.files.empty()) continue;
        const std::string folder = cache.folder_of(item.key);
        if (photo) {
            pictures.by_use.emplace(wanted.pictures[i].use, static_cast<std::uint32_t>(pictures.all.size()));
            pictures.all.push_back(picture_from(wanted.pictures[i], item, folder));
        } else {
            const WantedCard& card = wanted.cards[i - wanted.pictures.size()];
            pictures.cards.emplace(card.post, Card{card.name, to_short_hex(item.key), derivative_from(item.answer.files.front(), folder)});
        }
    }
    return pictures;
}

void forget_picture(const std::string& file, const std::string& cache) {
    std::error_code ignored;
    if (file.starts_with(cache + "/photos/")) std::filesystem::remove_all(std::filesystem::path(file).parent_path(), ignored);
}

}  // namespace pressrum

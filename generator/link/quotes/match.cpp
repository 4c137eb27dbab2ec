#include "link/quotes/match.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace pressrum {
namespace {

constexpr std::size_t kMaxStart = 4;         // words by which a beginning is looked up
constexpr std::size_t kMaxLooks = 32;        // places that are compared for one beginning
constexpr std::size_t kMaxJoined = 8;        // paragraphs of one entry
constexpr std::size_t kRareWords = 12;       // of an entry, for a near miss
constexpr std::size_t kMaxPostings = 64;     // paragraphs remembered for one word
constexpr std::size_t kMaxCandidates = 3;    // near misses that are looked at closely
constexpr std::size_t kMaxNearWords = 2000;  // a longer text is never a near miss

using Words = std::span<const ComparedWord>;

std::uint64_t add_to_hash(std::uint64_t hash, std::string_view word) {
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return (hash ^ 0xFF) * 0x100000001B3u;
}

std::uint64_t hash_of(Words words) {
    std::uint64_t hash = 0xCBF29CE484222325u + words.size();
    for (const ComparedWord& word : words) hash = add_to_hash(hash, word.word);
    return hash;
}

bool is_same_text(Words a, Words b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].word != b[i].word || !is_same_mark(a[i], b[i])) return false;
    }
    return true;
}

// A sentence of a paragraph begins at its beginning, after a full stop, or where the speech resumes after an attribution.
bool starts_sentence(Words words, std::size_t i) { return i == 0 || ends_sentence(words[i - 1]) || words[i - 1].seam; }
bool closes_sentence(Words words, std::size_t last) { return last + 1 == words.size() || ends_sentence(words[last]) || words[last].seam; }

struct Beginning {
    std::uint32_t paragraph, word;
};

class Matcher {
public:
    Matcher(std::span<const ComparedText> entries, std::span<const SaidText> paragraphs, const Belongs& belongs, Borders borders)
        : entries_(entries),
          paragraphs_(paragraphs),
          belongs_(belongs),
          borders_(borders),
          taken_(paragraphs.size()),
          places_(entries.size()) {}

    std::vector<QuotePlace> run() {
        place_whole();
        if (std::all_of(places_.begin(), places_.end(), [](const QuotePlace& p) { return p.known(); })) return std::move(places_);
        index_beginnings();
        for (std::uint32_t e = 0; e < entries_.size(); ++e) {
            if (!places_[e].known() && !place_joined(e)) place_part(e);
        }
        return std::move(places_);
    }

private:
    void place_whole() {
        std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hash;
        for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) by_hash[hash_of(paragraphs_[p].words)].push_back(p);
        for (std::uint32_t e = 0; e < entries_.size(); ++e) {
            if (entries_[e].words.empty()) continue;
            const auto bucket = by_hash.find(hash_of(entries_[e].words));
            if (bucket == by_hash.end()) continue;
            std::uint32_t best = QuotePlace::kNowhere;
            Belonging most = Belonging::no;
            std::size_t looks = 0;
            for (const std::uint32_t p : bucket->second) {
                if (taken_[p] || !is_same_text(entries_[e].words, paragraphs_[p].words)) continue;
                const Belonging belongs = belongs_(e, p);
                if (belongs > most || best == QuotePlace::kNowhere) best = p, most = belongs;
                if (belongs == Belonging::yes || ++looks == kMaxLooks) break;
            }
            if (best == QuotePlace::kNowhere) continue;
            take(e, {best, 1, 0, static_cast<std::uint32_t>(entries_[e].words.size())});
            if (bucket->second.size() > kMaxLooks) std::erase(bucket->second, best);  // many alike: do not pass over one again and again
        }
    }

    void take(std::uint32_t entry, QuotePlace place) {
        places_[entry] = place;
        for (std::uint32_t i = 0; i < place.count; ++i) taken_[place.first + i] = true;
    }

    void index_beginnings() {
        for (std::uint32_t p = 0; p < paragraphs_.size(); ++p) {
            const Words words = paragraphs_[p].words;
            for (std::uint32_t w = 0; w < words.size(); ++w) {
                if (borders_ == Borders::sentences && !starts_sentence(words, w)) continue;
                for (std::size_t n = 1; n <= kMaxStart && w + n <= words.size(); ++n) {
                    auto& list = beginnings_[hash_of(words.subspan(w, n))];
                    if (list.size() < kMaxLooks) list.push_back({p, w});
                }
            }
        }
    }

    const std::vector<Beginning>* find_beginnings(Words entry) const {
        const auto found = beginnings_.find(hash_of(entry.first(std::min(kMaxStart, entry.size()))));
        return found == beginnings_.end() ? nullptr : &found->second;
    }

    // The entry is what several paragraphs in a row say. The first may have fewer words than a beginning ("Ja."), so shorter
    // beginnings are looked up too.
    bool place_joined(std::uint32_t e) {
        const Words entry = entries_[e].words;
        for (std::size_t n = std::min(kMaxStart, entry.size()); n > 0; --n) {
            const auto found = beginnings_.find(hash_of(entry.first(n)));
            if (found == beginnings_.end()) continue;
            for (const Beginning& at : found->second) {
                const std::uint32_t count = joined_count(entry, at);
                if (count < 2 || belongs_(e, at.paragraph) == Belonging::no) continue;
                take(e, {at.paragraph, count, at.word, at.word + static_cast<std::uint32_t>(entry.size())});
                return true;
            }
        }
        return false;
    }

    // It begins with a sentence of the first and ends with one of the last; everything between is the entry's.
    std::uint32_t joined_count(Words entry, Beginning at) const {
        std::size_t done = 0;
        for (std::uint32_t count = 0; count < kMaxJoined && at.paragraph + count < paragraphs_.size(); ++count) {
            const SaidText& next = paragraphs_[at.paragraph + count];
            if (taken_[at.paragraph + count] || next.words.empty() || (count > 0 && !next.follows)) return 0;
            const Words own = next.words.subspan(count == 0 ? at.word : 0);
            const std::size_t size = std::min(own.size(), entry.size() - done);
            if (!is_same_text(entry.subspan(done, size), own.first(size))) return 0;
            done += size;
            if (done == entry.size()) {
                const bool closes = borders_ == Borders::words || size == own.size() || closes_sentence(own, size - 1);
                return closes ? count + 1 : 0;
            }
        }
        return 0;
    }

    // The entry is whole sentences of a paragraph. Of several such places, the first of those that belong most.
    void place_part(std::uint32_t e) {
        const Words entry = entries_[e].words;
        const auto* beginnings = entry.empty() ? nullptr : find_beginnings(entry);
        if (beginnings == nullptr) return;
        for (const Belonging least : {Belonging::yes, Belonging::unknown, Belonging::no}) {
            for (const Beginning& at : *beginnings) {
                const Words words = paragraphs_[at.paragraph].words;
                if (at.word + entry.size() > words.size()) continue;
                if (borders_ == Borders::sentences && !closes_sentence(words, at.word + entry.size() - 1)) continue;
                if (!is_same_text(entry, words.subspan(at.word, entry.size()))) continue;
                if (belongs_(e, at.paragraph) < least) continue;
                places_[e] = {at.paragraph, 1, at.word, static_cast<std::uint32_t>(at.word + entry.size())};
                return;
            }
        }
    }

    std::span<const ComparedText> entries_;
    std::span<const SaidText> paragraphs_;
    const Belongs& belongs_;
    Borders borders_;
    std::vector<bool> taken_;
    std::vector<QuotePlace> places_;
    std::unordered_map<std::uint64_t, std::vector<Beginning>> beginnings_;
};

using Counts = std::unordered_map<std::string_view, int>;

std::size_t shared_words(Counts entry, Words words) {
    std::size_t shared = 0;
    for (const ComparedWord& word : words) {
        const auto found = entry.find(word.word);
        if (found != entry.end() && found->second-- > 0) ++shared;
    }
    return shared;
}

// The sentences of `words` that are about what the entry says: from the first to the last that shares half its words with it.
QuotePlace narrowed(const Counts& entry, Words words, QuotePlace place) {
    std::uint32_t begin = 0, first = QuotePlace::kNowhere, last = 0;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (!closes_sentence(words, i)) continue;
        const Words sentence = words.subspan(begin, i + 1 - begin);
        const auto of_entry =
            std::count_if(sentence.begin(), sentence.end(), [&](const ComparedWord& word) { return entry.contains(word.word); });
        if (2 * static_cast<std::size_t>(of_entry) >= sentence.size()) {
            if (first == QuotePlace::kNowhere) first = begin;
            last = i + 1;
        }
        begin = i + 1;
    }
    place.begin = first == QuotePlace::kNowhere ? 0 : first;
    place.end = first == QuotePlace::kNowhere ? static_cast<std::uint32_t>(words.size()) : last;
    return place;
}

}  // namespace

std::vector<QuotePlace> place_quotes(std::span<const ComparedText> entries, std::span<const SaidText> paragraphs, const Belongs& belongs,
                                     Borders borders) {
    return Matcher(entries, paragraphs, belongs, borders).run();
}

std::vector<QuotePlace> place_near_misses(std::span<const ComparedText> entries, const std::vector<bool>& wanted,
                                          std::span<const SaidText> paragraphs, const std::vector<bool>& free, const Belongs& belongs) {
    std::vector<QuotePlace> places(entries.size());
    if (std::none_of(wanted.begin(), wanted.end(), [](bool w) { return w; })) return places;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> postings;
    for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
        if (!free[p] || paragraphs[p].words.size() > kMaxNearWords) continue;
        for (const ComparedWord& word : paragraphs[p].words) {
            auto& list = postings[word.word];
            if (list.size() < kMaxPostings && (list.empty() || list.back() != p)) list.push_back(p);
        }
    }
    for (std::uint32_t e = 0; e < entries.size(); ++e) {
        if (!wanted[e] || entries[e].words.empty() || entries[e].words.size() > kMaxNearWords) continue;
        Counts counts;
        for (const ComparedWord& word : entries[e].words) ++counts[word.word];
        std::vector<std::pair<std::size_t, std::string_view>> rare;
        for (const auto& [word, count] : counts) {
            if (const auto found = postings.find(word); found != postings.end()) rare.emplace_back(found->second.size(), word);
        }
        std::sort(rare.begin(), rare.end());
        if (rare.size() > kRareWords) rare.resize(kRareWords);
        std::unordered_map<std::uint32_t, std::size_t> votes;
        for (const auto& [size, word] : rare) {
            for (const std::uint32_t p : postings[word]) ++votes[p];
        }
        std::vector<std::pair<std::size_t, std::uint32_t>> ranked;
        for (const auto& [p, count] : votes) {
            if (belongs(e, p) != Belonging::no) ranked.emplace_back(count, p);
        }
        std::sort(ranked.begin(), ranked.end(),
                  [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
        if (ranked.size() > kMaxCandidates) ranked.resize(kMaxCandidates);
        std::size_t most = 0;
        for (const auto& [count, p] : ranked) {
            std::size_t shared = shared_words(counts, paragraphs[p].words);
            if (shared <= most || 2 * shared < std::min(entries[e].words.size(), paragraphs[p].words.size())) continue;
            // An entry longer than the paragraph may go on in the next.
            QuotePlace place{p, 1, 0, 0};
            std::vector<ComparedWord> words(paragraphs[p].words.begin(), paragraphs[p].words.end());
            while (place.count < kMaxJoined && p + place.count < paragraphs.size() && words.size() < entries[e].words.size()) {
                const std::uint32_t next = p + place.count;
                if (!free[next] || !paragraphs[next].follows || words.size() + paragraphs[next].words.size() > kMaxNearWords) break;
                words.insert(words.end(), paragraphs[next].words.begin(), paragraphs[next].words.end());
                ++place.count;
            }
            shared = shared_words(counts, words);
            if (2 * shared < entries[e].words.size()) continue;
            most = shared;
            places[e] = narrowed(counts, words, place);
        }
    }
    return places;
}

}  // namespace pressrum

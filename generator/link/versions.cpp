#include "link/versions.hpp"

#include "model/field_traits.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <type_traits>
#include <utility>

namespace pressrum {
namespace {

template <class T>
concept Single = requires(T field) {
    field.given();
};
template <class T>
concept Optional = requires(T field) {
    field.has_value();
};

// ---------------------------------------------------------------- entries of lists

// A message about an entry points at what the entry is known by.
template <class Record>
Span place_of(const Record& entry) {
    Span at = entry.at;
    for_traits<Record>([&](const auto& row) {
        if constexpr (kInTranslation<decltype(row)> == InTranslation::key) at = row.of(entry).given() ? row.of(entry).at : at;
    });
    return at;
}

template <class Record>
bool is_same_entry(const Record& own, const Record& original) {
    bool same = false;
    for_traits<Record>([&](const auto& row) {
        if constexpr (kInTranslation<decltype(row)> == InTranslation::key) same |= row.of(own).given() && *row.of(own) == *row.of(original);
    });
    return same;
}

template <class Record>
const Record* find_entry(const std::vector<Record>& all, const Record& like) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Record& each) { return is_same_entry(like, each); });
    return found == all.end() ? nullptr : &*found;
}

// ---------------------------------------------------------------- completing

template <class Record>
void complete(Record& own, const Record& original);

void take(Single auto& own, const Single auto& original) {
    if (!own.given()) own = original;
}

void take(Optional auto& own, const Optional auto& original) {
    if (!own) own = original;
    else if (original) complete(*own, *original);
}

// Every entry of the original, in its order; one that the translation has too is the translation's, completed. Then the translation's own. A
// correction is never left out of a page because nobody has translated it.
template <HasTraits Record>
void take(std::vector<Record>& own, const std::vector<Record>& original) {
    std::vector<Record> merged;
    for (const Record& from : original) {
        const Record* mine = find_entry(own, from);
        merged.push_back(mine != nullptr ? *mine : from);
        complete(merged.back(), from);
    }
    for (Record& entry : own) {
        if (find_entry(original, entry) == nullptr) merged.push_back(std::move(entry));
    }
    own = std::move(merged);
}

template <class T>
void take(std::vector<T>& own, const std::vector<T>& original) {
    if (own.empty()) own = original;
}

template <class Record>
void complete(Record& own, const Record& original) {
    for_traits<Record>([&](const auto& row) {
        if constexpr (kInTranslation<decltype(row)> != InTranslation::own) take(row.of(own), row.of(original));
    });
}

// What somebody said is not reworded: a version that places a quote shows it in the words of the original. Other quotes are the
// version's own.
void take_placed_quotes(PostDocument& document, const Post& original) {
    std::vector<Quote>& own = document.post.quotes;
    const auto has = [&](std::string_view id) {
        return std::any_of(own.begin(), own.end(), [&](const Quote& quote) { return *quote.id == id; });
    };
    for (const Node& node : document.body.nodes()) {
        if (node.kind != NodeKind::placed_quote) continue;
        const std::string_view id = document.body.target(node);
        const auto theirs = std::find_if(original.quotes.begin(), original.quotes.end(),
                                         [&](const Quote& quote) { return !quote.id->empty() && *quote.id == id; });
        if (theirs != original.quotes.end() && !has(id)) own.push_back(*theirs);
    }
}

// ---------------------------------------------------------------- comparing

class Comparison {
public:
    explicit Comparison(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    template <class Record>
    void compare(const Record& own, const Record& original) {
        for_traits<Record>([&](const auto& row) {
            constexpr InTranslation what = kInTranslation<decltype(row)>;
            if constexpr (what == InTranslation::same || what == InTranslation::taken)
                compare_field<what == InTranslation::same>(row.of(own), row.of(original), row.name);
        });
    }

    // For an event with same_as the other release has the translation, too: anything here would be shown nowhere. With a same_as of its own
    // it was checked when it was read.
    void compare(const Event& own, const Event& original) {
        if (!original.same_as.given() || own.same_as.given()) {
            if (original.same_as.given()) compare_field<true>(own.same_as, original.same_as, "same_as");
            else compare<Event>(own, original);
            return;
        }
        for_traits<Event>([&](const auto& row) {
            if constexpr (kInTranslation<decltype(row)> != InTranslation::key) {
                const auto& field = row.of(own);
                if constexpr (Single<decltype(field)>) {
                    if (field.given()) described_elsewhere(field.at, row.name);
                } else if (field) {
                    described_elsewhere(field->at, row.name);
                }
            }
        });
    }

private:
    template <bool kSame>
    void compare_field(const Single auto& own, const Single auto& original, std::string_view name) {
        if constexpr (kSame) {
            if (own.given() && *own != *original) differs(own.at, name);
        }
    }
    template <bool kSame, class Record>
    void compare_field(const std::optional<Record>& own, const std::optional<Record>& original, std::string_view) {
        if (own && (original || kSame)) compare(*own, original ? *original : Record());
    }
    template <bool kSame, HasTraits Record>
    void compare_field(const std::vector<Record>& own, const std::vector<Record>& original, std::string_view name) {
        for (const Record& entry : own) {
            const Record* theirs = find_entry(original, entry);
            if (theirs != nullptr) compare(entry, *theirs);
            else if (kSame) differs(place_of(entry), name);
        }
    }
    template <bool kSame, class T>
    void compare_field(const std::vector<T>& own, const std::vector<T>& original, std::string_view name) {
        if constexpr (kSame) {
            const auto same_value = [](const T& a, const T& b) { return *a == *b; };
            if (!own.empty() && !std::equal(own.begin(), own.end(), original.begin(), original.end(), same_value))
                differs(own.front().at, name);
        }
    }

    void differs(Span at, std::string_view name) { diagnostics_.add({rule("post/translation-differs"), at, {std::string(name)}, {}, {}}); }
    void described_elsewhere(Span at, std::string_view name) {
        diagnostics_.add({rule("event/same-as-and-more"), at, {std::string(name)}, {}, {}});
    }

    Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Release> group_versions(const std::vector<PostDocument>& posts) {
    std::map<std::pair<std::string_view, std::string_view>, Release> by_name;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        by_name[{posts[i].folder, posts[i].name}].posts.push_back(i);
    }
    // By path, and not by the order in which the files were found.
    const auto before = [&](std::size_t a, std::size_t b) {
        const bool a_translates = !posts[a].name_lang.empty(), b_translates = !posts[b].name_lang.empty();
        return std::tie(a_translates, posts[a].path) < std::tie(b_translates, posts[b].path);
    };
    for (auto& [name, release] : by_name) std::sort(release.posts.begin(), release.posts.end(), before);
    std::vector<Release> releases;
    releases.reserve(by_name.size());
    for (auto& [name, release] : by_name) releases.push_back(std::move(release));
    return releases;
}

void check_translation(const Post& own, const Post& original, Diagnostics& diagnostics) {
    Comparison(diagnostics).compare(own, original);
    for (const Change& change : original.changes) {
        if (!own.changes.empty() && find_entry(own.changes, change) == nullptr)
            diagnostics.add({rule("post/change-untranslated"), own.changes.front().at, {to_iso(*change.at_time)}, {}, {}});
    }
}

void complete_translation(PostDocument& document, const Post& original) {
    take_placed_quotes(document, original);
    complete(document.post, original);
}

}  // namespace pressrum

#pragma once
// The parts of a site that a file may be made from, as what is noted while it is made (base/reads.hpp).
//
// A part is one thing of a kind: by its number in the site's table, or, of what is looked for by its name, by a hash of the name. What a part
// holds is known to render/part_digests.hpp.

#include "base/reads.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

enum class Part : std::uint8_t {
    everything,  // as if it had looked at all there is
    // by their number
    post,
    page,
    event,
    topic,
    speaker,
    named_contact,
    card,  // of a post
    // lists, as a whole
    listed,
    listed_in,
    months,
    months_in,
    listed_events,
    corrections,
    absent,
    plan,
    year,  // the listed releases of one: which they are
    // by name
    asset,
    picture,
    address,
};

inline constexpr int kPartShift = 56;
inline constexpr std::uint64_t kPartMask = (std::uint64_t{1} << kPartShift) - 1;
inline constexpr std::uint64_t kAllOfThem = kPartMask;       // of a kind: each, and how many they are
inline constexpr std::uint64_t kWhetherAny = kPartMask - 1;  // of a kind: whether there is one

constexpr std::uint64_t part_number(Part part, std::uint64_t of) {
    return std::uint64_t{static_cast<std::uint8_t>(part)} << kPartShift | (of & kPartMask);
}
constexpr Part kind_of_part(std::uint64_t number) { return static_cast<Part>(number >> kPartShift); }
inline std::uint64_t part_number(Part part, std::string_view name) {
    return part_number(part, std::uint64_t{std::hash<std::string_view>()(name)});
}

inline void note_read(Part part, std::uint64_t of = 0) { note_read(part_number(part, of)); }
inline void note_read(Part part, std::string_view name) {
    if (is_noting()) note_read(part_number(part, name));
}

// A table whose items are parts, each by itself. Whoever may change it is not noted.
template <class T, Part kPart>
class PartTable {
public:
    PartTable() = default;
    // Numbers begin at `first`, where several tables are of one kind.
    explicit PartTable(std::uint64_t first) : first_(first) {}

    const T& operator[](std::size_t i) const {
        note_read(kPart, first_ + i);
        return items_[i];
    }
    T& operator[](std::size_t i) { return items_[i]; }
    const T& at(std::size_t i) const { return i < items_.size() ? (*this)[i] : items_.at(i); }
    const T& front() const { return at(0); }
    bool empty() const {
        note_read(kPart, kWhetherAny);
        return items_.empty();
    }
    std::size_t size() const { return all().size(); }
    auto begin() const { return all().begin(); }
    auto end() const { return items_.end(); }
    auto begin() { return items_.begin(); }
    auto end() { return items_.end(); }
    const std::vector<T>& all() const {
        note_read(kPart, kAllOfThem);
        return items_;
    }
    std::vector<T>& all() { return items_; }
    // For what is noted in another way.
    const std::vector<T>& unnoted() const { return items_; }
    void push_back(T item) { items_.push_back(std::move(item)); }
    std::uint64_t first() const { return first_; }

private:
    std::uint64_t first_ = 0;
    std::vector<T> items_;
};

// A list that is one part as a whole.
template <class T, Part kPart>
class PartList {
public:
    PartList() = default;
    explicit PartList(std::uint64_t number) : number_(number) {}
    PartList& operator=(std::vector<T> items) {
        items_ = std::move(items);
        return *this;
    }

    const std::vector<T>& all() const {
        note_read(kPart, number_);
        return items_;
    }
    std::vector<T>& all() { return items_; }
    operator const std::vector<T>&() const { return all(); }
    const T& operator[](std::size_t i) const { return all()[i]; }
    bool empty() const { return all().empty(); }
    std::size_t size() const { return all().size(); }
    const T& at(std::size_t i) const { return all().at(i); }
    const T& front() const { return all().front(); }
    auto begin() const { return all().begin(); }
    auto end() const { return items_.end(); }
    auto begin() { return items_.begin(); }
    auto end() { return items_.end(); }
    void push_back(T item) { items_.push_back(std::move(item)); }

private:
    std::uint64_t number_ = 0;
    std::vector<T> items_;
};

}  // namespace pressrum

#pragma once
// A value together with the place where an editor wrote it.

#include "base/source.hpp"

#include <utility>

namespace pressrum {

template <class T>
struct Sourced {
    T value{};
    Span at = {};  // unknown: not written by anybody; the value is then the default

    Sourced() = default;
    Sourced(T v, Span where = {}) : value(std::move(v)), at(where) {}

    // Written in a file (perhaps as an empty text, on purpose).
    bool given() const { return at.known(); }

    const T& operator*() const { return value; }
    T& operator*() { return value; }
    const T* operator->() const { return &value; }
    T* operator->() { return &value; }
};

}  // namespace pressrum

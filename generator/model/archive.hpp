#pragma once
// How the model's own types are archived: base/archive.hpp.

#include "base/archive.hpp"
#include "model/body.hpp"
#include "model/sourced.hpp"

namespace pressrum {

template <class T>
void write_value(ArchiveWriter& out, const Sourced<T>& text) {
    out(text.value);
    out(text.at);
}

template <class T>
void read_value(ArchiveReader& in, Sourced<T>& text) {
    in(text.value);
    in(text.at);
}

inline void write_value(ArchiveWriter& out, const Body& body) {
    out(body.nodes());
    out(std::string(body.strings()));
}

inline void read_value(ArchiveReader& in, Body& body) {
    auto nodes = in.read<std::vector<Node>>();
    body = Body(std::move(nodes), in.read<std::string>());
}

}  // namespace pressrum

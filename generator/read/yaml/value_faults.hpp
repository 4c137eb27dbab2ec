#pragma once
// What a writer may have done wrong in one value: the half of explain that looks at values (the other looks at lines).

#include "read/yaml/faults.hpp"

#include <cstddef>

namespace pressrum::yaml {

// What a value leaves to the lines below it.
enum class After {
    open,     // a key or a dash that waits for its value
    text,     // a plain text that deeper lines continue
    closed,   // a value that cannot go on
    faulty,   // a value already reported: deeper lines are its consequences
    unknown,  // an unclosed quotation mark: nothing can be said of what follows
};

struct ValueEnd {
    std::size_t next;  // the first byte of the next line to look at
    After after;
};

// The value that begins at `begin`, which is not a blank, inside a block whose lines begin at `parent_column` (−1: none).
ValueEnd explain_value(Faults& faults, std::size_t begin, int parent_column);
// The same for a list or mapping in brackets.
ValueEnd explain_brackets(Faults& faults, std::size_t begin, int parent_column);

}  // namespace pressrum::yaml

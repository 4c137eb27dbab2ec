#pragma once
// Where a run leaves bytes for the next one, under names. Who stands behind it sees to it that what is found is whole and was left by the same
// program; that nothing is found costs time alone.

#include <optional>
#include <string>

namespace pressrum {

class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    // Both may be called by several threads.
    virtual std::optional<std::string> find(const std::string& name) const = 0;
    virtual void put(const std::string& name, std::string bytes) = 0;
};

}  // namespace pressrum

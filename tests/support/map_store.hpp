#pragma once
// What a run leaves for the next one, in memory, where a test can look at it and change it.

#include "base/store.hpp"

#include <map>
#include <mutex>

namespace pressrum::test {

struct MapStore : Store {
    std::map<std::string, std::string> bytes;

    std::optional<std::string> find(const std::string& name) const override {
        const std::lock_guard lock(mutex_);
        const auto found = bytes.find(name);
        return found == bytes.end() ? std::nullopt : std::optional(found->second);
    }
    void put(const std::string& name, std::string of) override {
        const std::lock_guard lock(mutex_);
        bytes[name] = std::move(of);
    }

    // Whether any of it holds a text.
    bool holds(std::string_view text) const {
        for (const auto& each : bytes) {
            if (each.second.find(text) != std::string::npos) return true;
        }
        return false;
    }
    // Puts one text in place of another of the same length, once; whether it was there.
    bool alter(std::string_view from, std::string_view to) {
        for (auto& each : bytes) {
            if (const std::size_t at = each.second.find(from); at != std::string::npos) {
                each.second.replace(at, from.size(), to);
                return true;
            }
        }
        return false;
    }
    // Whatever is done to bytes, done to each.
    template <class Change>
    void damage(Change change) {
        for (auto& each : bytes) each.second = change(each.second);
    }

private:
    mutable std::mutex mutex_;
};

}  // namespace pressrum::test

#include "base/memory.hpp"

#include "base/archive.hpp"

#include <cstring>

namespace pressrum {

std::size_t Memory::Hash::operator()(const Sha256& digest) const {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data() + 1, sizeof hash);  // the first byte says which part
    return hash;
}

std::string Memory::name_of(const Part& part) const { return name_ + "-" + std::to_string(&part - parts_.data()); }

void Memory::read(Part& part) const {
    if (std::exchange(part.read, true)) return;
    part.bytes = store_.find(name_of(part)).value_or("");
    ArchiveReader in(part.bytes);
    const std::size_t count = part.bytes.empty() ? 0 : in.count();
    part.values.reserve(count);
    for (std::size_t i = 0; i < count && in.sound(); ++i) {
        const auto key = in.read<Sha256>();
        part.values.emplace(key, Value{in.raw(in.count()), false});
    }
    if (!in.finished()) part.values.clear();
}

std::optional<std::string_view> Memory::find(const Sha256& key) {
    Part& part = part_of(key);
    const std::lock_guard lock(part.mutex);
    read(part);
    const auto found = part.values.find(key);
    if (found == part.values.end()) return std::nullopt;
    found->second.used = true;
    return found->second.bytes;
}

void Memory::add(const Sha256& key, std::string value) {
    Part& part = part_of(key);
    const std::lock_guard lock(part.mutex);
    read(part);
    part.grown = true;
    part.added.push_back(std::move(value));
    part.values.insert_or_assign(key, Value{part.added.back(), true});
}

void Memory::save() {
    for (Part& part : parts_) {
        if (!part.grown) continue;
        ArchiveWriter out;
        std::uint64_t count = 0;
        for (const auto& each : part.values) count += each.second.used ? 1 : 0;
        out(count);
        for (const auto& [key, value] : part.values) {
            if (!value.used) continue;
            out(key);
            out(std::uint64_t{value.bytes.size()});
            out.raw(value.bytes.data(), value.bytes.size());
        }
        store_.put(name_of(part), std::move(out).take());
        part.grown = false;
    }
}

}  // namespace pressrum

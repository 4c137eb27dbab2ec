#include "base/memory.hpp"

#include "base/archive.hpp"

#include <cstring>

namespace pressrum {

std::size_t Memory::Hash::operator()(const Sha256& digest) const {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
}

Memory::Memory(std::string bytes) : bytes_(std::move(bytes)) {
    ArchiveReader in(bytes_);
    const std::size_t count = bytes_.empty() ? 0 : in.count();
    for (std::size_t i = 0; i < count && in.sound(); ++i) {
        const auto key = in.read<Sha256>();
        before_.emplace(key, in.raw(in.count()));
    }
    if (!in.finished()) before_.clear();
}

std::optional<std::string_view> Memory::find(const Sha256& key) {
    const auto found = before_.find(key);
    if (found == before_.end()) return std::nullopt;
    const std::lock_guard lock(mutex_);
    now_.emplace(key, found->second);
    return found->second;
}

void Memory::add(const Sha256& key, std::string value) {
    const std::lock_guard lock(mutex_);
    added_.push_back(std::move(value));
    now_.insert_or_assign(key, added_.back());
}

std::string Memory::bytes() const {
    ArchiveWriter out;
    out(std::uint64_t{now_.size()});
    for (const auto& [key, value] : now_) {
        out(key);
        out(std::uint64_t{value.size()});
        out.raw(value.data(), value.size());
    }
    return std::move(out).take();
}

}  // namespace pressrum

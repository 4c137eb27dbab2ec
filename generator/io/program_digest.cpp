#include "io/program_digest.hpp"

#include "base/archive.hpp"

#include <link.h>
#include <sys/stat.h>

#include <algorithm>

namespace pressrum {
namespace {

// The description of the note that the linker has written; empty when it has written none.
std::string_view build_id(const dl_phdr_info& object) {
    const auto padded = [](std::size_t size) { return (size + 3) / 4 * 4; };
    for (unsigned i = 0; i < object.dlpi_phnum; ++i) {
        const ElfW(Phdr)& part = object.dlpi_phdr[i];
        if (part.p_type != PT_NOTE) continue;
        std::string_view notes(reinterpret_cast<const char*>(object.dlpi_addr + part.p_vaddr), part.p_memsz);
        ElfW(Nhdr) note;
        while (notes.size() >= sizeof note) {
            std::memcpy(&note, notes.data(), sizeof note);
            notes.remove_prefix(sizeof note);
            const std::string_view name = notes.substr(0, note.n_namesz);
            notes.remove_prefix(std::min(padded(note.n_namesz), notes.size()));
            const std::string_view description = notes.substr(0, note.n_descsz);
            notes.remove_prefix(std::min(padded(note.n_descsz), notes.size()));
            if (note.n_type == NT_GNU_BUILD_ID && name == std::string_view("GNU", 4)) return description;
        }
    }
    return {};
}

int add_object(dl_phdr_info* object, std::size_t, void* all) {
    ArchiveWriter& writer = *static_cast<ArchiveWriter*>(all);
    const std::string_view name = object->dlpi_name;
    if (name.starts_with("linux-vdso")) return 0;  // the system's, without anything of ours
    if (const std::string_view id = build_id(*object); !id.empty()) {
        writer(std::string(id));
        return 0;
    }
    struct stat status {};
    const std::string file = name.empty() ? "/proc/self/exe" : std::string(name);
    if (::stat(file.c_str(), &status) != 0) return 0;
    writer(file);
    writer(status.st_size);
    writer(status.st_mtim.tv_sec);
    writer(status.st_mtim.tv_nsec);
    return 0;
}

}  // namespace

Sha256 program_digest() {
    ArchiveWriter all;
    ::dl_iterate_phdr(add_object, &all);
    return sha256(all.bytes());
}

}  // namespace pressrum

#include "link/statement_memory.hpp"

#include "model/archive.hpp"

namespace pressrum {
namespace {

// The numbers of files are those of one run, and no statement depends on them: here all files up to this one are called alike.
std::vector<std::uint64_t> any_file(FileId last) { return std::vector<std::uint64_t>(last == Span::kNoFile ? 0 : last + std::size_t{1}); }

}  // namespace

StatementMemory::StatementMemory(Store& store, const Keyed<Person>& people) : memory_(store, "statements") {
    const std::vector<std::uint64_t> files = any_file(people.empty() ? Span::kNoFile : people.front().first.at.file);
    ArchiveWriter all(files);
    all(people);
    people_ = sha256(all.bytes());
}

std::vector<Statement> StatementMemory::statements_of(const PostDocument& post, const Keyed<Person>& people, Date published,
                                                      std::string_view language, Diagnostics& diagnostics) {
    const std::vector<std::uint64_t> files = any_file(post.file);
    ArchiveWriter from(files);
    from(people_), from(published), from(std::string(language)), from(post.path), from(post.folder), from(post.name), from(post.name_lang),
        from(post.post), from(post.body);
    const Sha256 key = sha256(from.bytes());
    if (const auto known = memory_.find(key)) {
        ArchiveReader in(*known);
        std::vector<Statement> statements = in.read<std::vector<Statement>>();
        if (in.finished()) return statements;
    }
    const std::size_t said = diagnostics.size();
    std::vector<Statement> statements = link_statements(post, people, published, language, diagnostics);
    if (diagnostics.size() != said) return statements;
    ArchiveWriter out;
    out(statements);
    memory_.add(key, std::move(out).take());
    return statements;
}

}  // namespace pressrum

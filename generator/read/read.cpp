#include "read/read.hpp"

#include "base/path.hpp"
#include "base/text.hpp"
#include "model/archive.hpp"
#include "model/languages.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"
#include "read/markdown/markdown.hpp"
#include "read/values.hpp"
#include "read/yaml/front_matter.hpp"
#include "read/yaml/yaml.hpp"

#include <algorithm>

namespace pressrum {
namespace {

bool has_error(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.all().begin(), diagnostics.all().end(),
                       [](const Diagnostic& d) { return d.rule->severity == Severity::error; });
}

Span whole(const SourceTree& tree, FileId file) { return {file, 0, static_cast<std::uint32_t>(tree.sources[file].text.size())}; }

// "posts/2024/05/slug.en.md" → folder, name and language ("slug.lattlast.md": sv-simple); "…/slug/index.en.md" is named by its folder.
struct PathParts {
    std::string folder, name, lang;
};

PathParts path_parts(std::string_view path) {
    PathParts parts;
    const std::size_t slash = path.rfind('/');
    parts.folder = path.substr(0, slash);
    std::string_view stem = path.substr(slash + 1);
    stem.remove_suffix(std::string_view(".md").size());
    if (const std::size_t dot = stem.rfind('.'); dot != std::string_view::npos) {
        parts.lang = language_tag(stem.substr(dot + 1));
        stem = stem.substr(0, dot);
    }
    parts.name = stem == "index" ? std::string(file_name_of(parts.folder)) : std::string(stem);
    return parts;
}

// The front matter and body of one file into `record` and the returned body.
template <class Document>
void read_file(const SourceTree& tree, const RecordType& type, void* record, Document& document, Diagnostics& diagnostics) {
    const auto front_matter = split_front_matter(tree.sources, document.file, diagnostics);
    if (!front_matter) return;
    if (const auto yaml = read_yaml(tree.sources, front_matter->yaml, diagnostics)) {
        Decoder decoder{diagnostics, !document.name_lang.empty()};
        decode_record(*yaml, type, record, decoder);
    }
    document.body = read_markdown(tree.sources, front_matter->body, diagnostics);
    document.sound = !has_error(diagnostics);
}

PostDocument read_post(const SourceTree& tree, FileId file, Diagnostics& diagnostics) {
    PostDocument document;
    document.file = file;
    document.path = tree.sources[file].path;
    PathParts parts = path_parts(document.path);
    document.folder = std::move(parts.folder);
    document.name = std::move(parts.name);
    document.name_lang = std::move(parts.lang);
    read_file(tree, post_type(), &document.post, document, diagnostics);
    return document;
}

// The same, when it may be remembered: a post is read out of its text and its path, and nothing else.
PostDocument remembered_post(const SourceTree& tree, FileId file, Diagnostics& diagnostics, Memory& memory) {
    const Sha256 key = sha256(tree.sources[file].path + '\0' + tree.sources[file].text);
    if (const auto known = memory.find(key)) {
        ArchiveReader in(*known, file);
        PostDocument document = in.read<PostDocument>();
        document.file = file;
        if (in.finished()) return document;
    }
    PostDocument document = read_post(tree, file, diagnostics);
    if (!diagnostics.empty()) return document;
    const std::vector<std::uint64_t> any_file(file + std::size_t{1});  // its number is another one next time
    ArchiveWriter out(any_file);
    out(document);
    memory.add(key, std::move(out).take());
    return document;
}

PageDocument read_page(const SourceTree& tree, FileId file, Diagnostics& diagnostics) {
    PageDocument document;
    document.file = file;
    document.path = tree.sources[file].path;
    PathParts parts = path_parts(document.path);
    document.name = std::move(parts.name);
    document.name_lang = std::move(parts.lang);
    read_file(tree, page_type(), &document.page, document, diagnostics);
    return document;
}

// Markdown inside a YAML value. Its lines are indented there, so every place in it is the value's.
Body read_markdown_value(const Text& value, Diagnostics& diagnostics) {
    Sources alone;
    const FileId file = alone.add("", *value);
    Diagnostics found;
    Body body = read_markdown(alone, {file, 0, static_cast<std::uint32_t>(value->size())}, found);
    for (std::size_t i = 0; i < body.size(); ++i) body.node(i).at = value.at;
    for (Diagnostic each : found.all()) {
        each.at = value.at;
        each.notes.clear();
        diagnostics.add(std::move(each));
    }
    return body;
}

// A missing file of the site is not a fault at a place but a file to create: the message says what to write in it.
void read_site_files(const SourceTree& tree, Documents& documents, Diagnostics& diagnostics) {
    if (!tree.site) {
        diagnostics.add({rule("site/missing"),
                         {},
                         {},
                         "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Stockholm",
                         {}});
    } else {
        Diagnostics found;
        if (const auto yaml = read_yaml(tree.sources, whole(tree, *tree.site), found)) {
            Decoder decoder{found};
            decode_record(*yaml, site_type(), &documents.config, decoder);
            documents.about = read_markdown_value(documents.config.organization.about, found);
            for (const auto& [language, translation] : documents.config.translations)
                documents.translated_about.push_back(read_markdown_value(translation.about, found));
        }
        documents.config_sound = !has_error(found);
        diagnostics.append(std::move(found));
    }

    if (!tree.people) {
        diagnostics.add({rule("people/missing"), {}, {}, "karin-alm:\n  name: Karin Alm\n  role: kommunalråd\n  party: C", {}});
    } else if (const auto yaml = read_yaml(tree.sources, whole(tree, *tree.people), diagnostics)) {
        Decoder decoder{diagnostics};
        for (const YamlEntry& entry : yaml->entries) {
            if (const auto key = parse_key(entry.key); !key) diagnostics.add(key.error(), entry.key_at);
            Person person;
            person.at = entry.key_at;
            decode_record(entry.value, person_type(), &person, decoder);
            documents.people.emplace_back(Text(entry.key, entry.key_at), std::move(person));
        }
        if (yaml->kind != YamlNode::Kind::mapping)
            diagnostics.add({rule("front-matter/wants-mapping"), yaml->at, {"people.yaml", "karin-alm"}, {}, {}});
    }

    if (tree.topics) {
        if (const auto yaml = read_yaml(tree.sources, whole(tree, *tree.topics), diagnostics)) {
            Decoder decoder{diagnostics};
            decode_record(*yaml, topics_type(), &documents.topics, decoder);
        }
    }

    for (const auto& [language, file] : tree.strings) {
        Keyed<Text> words;
        if (const auto yaml = read_yaml(tree.sources, whole(tree, file), diagnostics)) {
            for (const YamlEntry& entry : yaml->entries) {
                if (entry.value.kind == YamlNode::Kind::scalar)
                    words.emplace_back(Text(entry.key, entry.key_at), Text(entry.value.text, entry.value.at));
                else diagnostics.add({rule("front-matter/wants-value"), entry.key_at, {entry.key, "text", "text"}, {}, {}});
            }
        }
        documents.strings.emplace_back(Text(language, whole(tree, file)), std::move(words));
    }
}

}  // namespace

Documents read(const SourceTree& tree, Threads threads, Diagnostics& diagnostics, Memory* posts) {
    Documents documents;
    read_site_files(tree, documents, diagnostics);

    // Each file has its own list of findings; they are joined in the order of the files, so threads never show.
    documents.posts.resize(tree.posts.size());
    std::vector<Diagnostics> found(tree.posts.size());
    parallel_for(threads, tree.posts.size(), [&](std::size_t i) {
        documents.posts[i] =
            posts == nullptr ? read_post(tree, tree.posts[i], found[i]) : remembered_post(tree, tree.posts[i], found[i], *posts);
    });
    for (Diagnostics& part : found) diagnostics.append(std::move(part));

    for (const FileId file : tree.pages) {
        Diagnostics part;
        documents.pages.push_back(read_page(tree, file, part));
        diagnostics.append(std::move(part));
    }
    return documents;
}

}  // namespace pressrum

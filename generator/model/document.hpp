#pragma once
// What one file says, read on its own: the outcome of the read stage, file by file.

#include "model/body.hpp"
#include "model/config.hpp"
#include "model/post.hpp"

#include <string>
#include <vector>

namespace pressrum {

// A post as its file says it.
struct PostDocument {
    FileId file = Span::kNoFile;
    std::string path;       // of the file, from the root: posts/2024/05/slug.md
    std::string folder;     // where pictures beside it are looked for: posts/2024/05 or posts/2024/05/slug
    std::string name;       // slug from the file's name, without language
    std::string name_lang;  // language from the file's name (slug.en.md), else empty
    bool sound = false;     // false: faults were reported that make the post unfit to publish
    Post post;
    Body body;
};

struct PageDocument {
    FileId file = Span::kNoFile;
    std::string path;
    std::string name;
    std::string name_lang;
    bool sound = false;
    Page page;
    Body body;
};

struct Documents {
    std::vector<PostDocument> posts;
    std::vector<PageDocument> pages;
    SiteConfig config;
    Body about;                          // of config.organization.about
    std::vector<Body> translated_about;  // of config.translations, in their order
    bool config_sound = false;           // false: no site can be made, only messages
    Keyed<Person> people;
    Topics topics;
    Keyed<Keyed<Text>> strings;  // language → key → words
};

}  // namespace pressrum

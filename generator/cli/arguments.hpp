#pragma once
// What was typed, as data: nothing is looked up yet, and no file is touched.

#include "base/diagnostic.hpp"
#include "base/minisign.hpp"
#include "base/time.hpp"
#include "cli/console.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

struct Command;

enum class Ask { run, help, version };

struct Arguments {
    const Command* command = nullptr;  // null only with Ask::help (about the program) and Ask::version
    Ask ask = Ask::run;
    std::string root = ".";
    std::string posts, site, layouts, out;  // empty: in root
    std::optional<Now> now;
    std::optional<Date> from, to;  // days of a report, both included
    bool drafts = false, future = false;
    std::string against;    // manifest.json of what is published
    std::string base_url;   // empty: site.yaml's
    std::string cache;      // empty: in root
    bool no_cache = false;  // nothing of the last run
    std::optional<MessageLanguage> messages;
    std::string format;                   // one of the command's choices, its first unless typed
    std::string kind;                     // of a new post; empty: the usual one
    std::string described;                // by schema: post (also when empty), releases
    unsigned threads = 0;                 // 0: as many as there are cores
    std::string key;                      // file with the secret key to sign with
    std::optional<PublicKey> public_key;  // absent: site.yaml's
    std::string operand;                  // title, path

    std::string posts_folder() const { return posts.empty() ? in_root("posts") : posts; }
    std::string site_folder() const { return site.empty() ? in_root("site") : site; }
    std::string layouts_folder() const { return layouts.empty() ? in_root("layouts") : layouts; }
    std::string cache_folder() const { return cache.empty() ? in_root(".pressrum-cache") : cache; }
    std::string out_folder() const { return out.empty() ? in_root("public") : out; }

private:
    std::string in_root(const char* name) const { return root == "." ? name : root.ends_with('/') ? root + name : root + "/" + name; }
};

// The command was not used as it can be used.
struct WrongUse {
    Words text;  // lower-case start, no full stop
    std::vector<std::string> words = {};
    std::string nearest = {};  // what was most likely meant; may be empty
};

}  // namespace pressrum

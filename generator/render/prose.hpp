#pragma once
// What people have written, with its language for the page that shows it (WCAG 3.1.2, language of parts).

#include "link/wording.hpp"
#include "render/layout/view.hpp"

namespace pressrum {

struct Rendering;

// A text with its language when it is read in another voice than the page: one that somebody wrote in a post or a file of the site,
// or one of link/wording.
Prose prose(const Rendering& in, const Text& text);
Prose prose(const Rendering& in, Wording wording);
// Role, party and organisation of somebody; `written` is the language of the post that names a role which people.yaml does not know.
Prose role_prose(const Rendering& in, const Speaker& speaker, std::uint32_t written = 0);
// The language of a statement's words, and of what is said about its speaker: for a placed quote, that of the version it was taken from.
std::uint32_t statement_language(const Site& site, const SitePost& post, const Statement& statement);

}  // namespace pressrum

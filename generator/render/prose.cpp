#include "render/prose.hpp"

#include "render/typeset.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

namespace pressrum {

Prose prose(const Rendering& in, const Text& text) {
    return prose(in, Wording{*text, text.at.known() ? in.site().language_at(text.at) : in.language});
}

Prose prose(const Rendering& in, Wording wording) {
    const std::string& written = in.site().words(wording.language).language();
    const bool same = wording.text.empty() || is_same_language(written, in.words().language());
    return {typeset(wording.text), same ? std::string() : written};
}

Prose role_prose(const Rendering& in, const Speaker& speaker, std::uint32_t written) {
    const Wording role = role_name(in.site(), speaker, in.language, written);
    // Names of parties and organisations are names in every language.
    const bool ours = speaker.organization == organization_name(in.site(), in.language).text;
    return {
        role_words(in.words(), role.text, speaker.party, ours ? std::string_view() : speaker.organization, organization_name(in.site())),
        prose(in, role).language};
}

std::uint32_t statement_language(const Site& site, const SitePost& post, const Statement& statement) {
    return statement.quote == kNone || statement.node != kNone ? post.language
                                                               : site.language_at(post.post.quotes[statement.quote].text.at);
}

}  // namespace pressrum

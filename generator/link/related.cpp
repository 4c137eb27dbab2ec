#include "link/related.hpp"

#include "base/unicode.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {

void relate_posts(Site& site) {
    constexpr std::size_t kNear = 12;  // how far back in each topic's list
    constexpr std::size_t kMax = 3;
    std::vector<std::vector<PostIndex>> near(site.posts.size());  // one as often as topics are shared with it
    for (const auto& list : site.topics) {
        for (const TopicNode& node : list) {
            for (std::size_t i = 0; i < node.posts.size(); ++i) {
                const std::size_t end = std::min(node.posts.size(), i + 1 + kNear);
                for (std::size_t j = i + 1; j < end; ++j) near[node.posts[i]].push_back(node.posts[j]);
            }
        }
    }
    for (PostIndex p = 0; p < site.posts.size(); ++p) {
        std::sort(near[p].begin(), near[p].end());
        std::vector<std::pair<std::ptrdiff_t, PostIndex>> best;
        for (auto begin = near[p].begin(); begin != near[p].end();) {
            const auto end = std::upper_bound(begin, near[p].end(), *begin);
            best.emplace_back(begin - end, *begin);
            begin = end;
        }
        std::sort(best.begin(), best.end());
        if (best.size() > kMax) best.resize(kMax);
        for (const auto& [shared, other] : best) site.posts[p].related.push_back(other);
        std::sort(site.posts[p].related.begin(), site.posts[p].related.end());
    }
}

void link_pages(Site& site, std::vector<PageDocument>& pages, Diagnostics& diagnostics) {
    for (PageDocument& document : pages) {
        if (!document.sound) continue;
        SitePage page;
        const Text& written = document.page.lang;
        const std::string_view code = written.given()               ? language_tag(*written)
                                      : !document.name_lang.empty() ? document.name_lang
                                                                    : *site.config.language;
        const auto language =
            std::find_if(site.languages.begin(), site.languages.end(), [&](const Lexicon& words) { return words.language() == code; });
        if (language == site.languages.end()) {
            diagnostics.add({rule("post/language"), written.given() ? written.at : Span{document.file, 0, 0}, {std::string(code)}, {}, {}});
            continue;
        }
        page.language = static_cast<std::uint32_t>(language - site.languages.begin());
        const std::string slug = document.page.slug.given() ? *document.page.slug : to_slug(document.name, 100);
        page.address = fmt::format("{}{}/", language_folder(site, page.language), slug);
        page.page = std::move(document.page);
        page.body = std::move(document.body);
        page.file = document.file;
        if (page.file < site.file_languages.size()) site.file_languages[page.file] = page.language;
        page.source = std::move(document.path);
        site.pages.push_back(std::move(page));
    }
    std::sort(site.pages.begin(), site.pages.end(), [](const SitePage& a, const SitePage& b) { return a.source < b.source; });
}

}  // namespace pressrum

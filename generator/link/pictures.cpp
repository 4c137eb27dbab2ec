#include "link/pictures.hpp"

#include "base/path.hpp"
#include "link/kind_words.hpp"
#include "model/rules.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// The same as --accent and --on-accent in layouts/assets/tokens.css.
constexpr const char* kUsualAccent = "#1d4e6b";
constexpr const char* kUsualOnAccent = "#ffffff";

PictureUse use_of(const SitePost& post, std::size_t number) {
    const Photo& photo = post.photo(number);
    return {post.photos[number].source, *photo.credit, *photo.license};
}

PictureUse use_of(const Portrait& portrait) { return {"site/assets/photos/" + *portrait.src, *portrait.credit, {}}; }

struct Collector {
    const Site& site;
    Diagnostics& diagnostics;
    std::map<PictureUse, WantedPicture> wanted = {};

    void add(PictureUse use, Span src_at, Span credit_at) {
        const Asset* asset = site.tree->find_asset(use.source);
        if (asset == nullptr || asset->width == 0 || wanted.contains(use)) return;
        const bool too_large =
            std::max(asset->width, asset->height) > kMaxPixelsASide || std::uint64_t{asset->width} * asset->height > kMaxPixels;
        if (too_large) {
            diagnostics.add({rule("photo/too-many-pixels"), src_at, {std::string(file_name_of(use.source))}, {}, {}});
            return;
        }
        WantedPicture picture{use, asset->file, asset->digest, site.words().filled("photo_credit", {use.creator}),
                              {},  {},          src_at,        credit_at};
        for (const auto& [key, license] : site.config.licenses) {
            if (*key == use.license)
                picture.license_url = license.url->starts_with('/') ? site.absolute(license.url->substr(1)) : *license.url,
                picture.terms = *license.terms;
        }
        wanted.emplace(std::move(use), std::move(picture));
    }
};

}  // namespace

std::vector<WantedPicture> wanted_pictures(const Site& site, Diagnostics& diagnostics) {
    Collector collector{site, diagnostics};
    if (!*site.config.photos.derivatives) return {};
    for (const SitePost& post : site.posts) {
        for (std::size_t i = 0; i < post.photo_count() && post.state != PostState::tombstone; ++i) {
            if (!post.photos[i].source.empty()) collector.add(use_of(post, i), post.photo(i).src.at, post.photo(i).credit.at);
        }
    }
    for (std::size_t i = 0; i < site.people.size(); ++i) {
        const Person& person = site.people[i].second;
        if (!person.portrait) continue;
        const PictureUse use = use_of(*person.portrait);
        const Asset* asset = site.tree->find_asset(use.source);
        if (asset != nullptr && asset->width == 0)
            diagnostics.add({rule("photo/no-picture"), person.portrait->src.at, {*person.portrait->src}, {}, {}});
        if (site.speaking[i]) collector.add(use, person.portrait->src.at, person.portrait->credit.at);
    }
    std::vector<WantedPicture> wanted;
    for (auto& [use, picture] : collector.wanted) wanted.push_back(std::move(picture));
    return wanted;
}

std::vector<WantedCard> wanted_cards(const Site& site) {
    if (!*site.config.photos.share_cards) return {};
    const auto colour = [](const Text& own, const char* usual) { return own.given() ? *own : std::string(usual); };
    const Text& logo = site.config.organization.logo;
    const Asset* logo_file = logo.given() ? site.tree->find_asset("site/assets/" + *logo) : nullptr;
    std::vector<WantedCard> wanted;
    for (std::uint32_t p = 0; p < site.posts.size(); ++p) {
        const SitePost& post = site.posts[p];
        if (post.photo_count() > 0 || post.state == PostState::tombstone) continue;
        std::string_view name = std::string_view(post.address).substr(0, post.address.size() - 1);
        name = file_name_of(name);
        WantedCard card;
        card.post = p;
        card.name = name;
        card.title = *post.post.title;
        card.kicker = kind_words(site.words(post), *post.post.kind);
        card.organization = organization_name(site);
        card.language = site.words(post).language();
        card.background = colour(site.config.theme.accent, kUsualAccent);
        card.ink = colour(site.config.theme.on_accent, kUsualOnAccent);
        if (logo_file != nullptr) card.logo = logo_file->file, card.logo_digest = logo_file->digest;
        card.at = post.post.title.at;
        wanted.push_back(std::move(card));
    }
    return wanted;
}

const Picture* find_picture(const Site& site, const SitePost& post, std::size_t photo) { return site.pictures.find(use_of(post, photo)); }
const Picture* find_picture(const Site& site, const Portrait& portrait) { return site.pictures.find(use_of(portrait)); }

}  // namespace pressrum

// Pictures as layouts see them: with credit and terms, in the sizes that they were made in.

#include "base/path.hpp"
#include "base/text.hpp"
#include "link/pictures.hpp"
#include "plan/paths.hpp"
#include "plan/theme.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

namespace pressrum {
namespace {

ViewOf<kLicenseView> license_view(const Rendering& in, std::size_t license) {
    const Site& site = in.site();
    ViewOf<kLicenseView> view;
    view.set<"name">(prose(in, license_name(site, license, in.language)))
        .set<"terms">(prose(in, license_terms(site, license, in.language)));
    view.set<"url">(in.written(site.config.licenses[license].second.url));
    return view;
}

std::string srcset(const Rendering& in, const Picture& picture, DerivativeKind kind) {
    std::vector<std::string> candidates;
    for (const Derivative& each : picture.derivatives) {
        if (each.kind == kind) candidates.push_back(fmt::format("{} {}w", in.url(derivative_address(picture, each)), each.width));
    }
    return join(candidates, ", ");
}

// The smaller files of a picture. In feeds there is one, because readers of feeds make very different things of <picture>.
void set_derivatives(const Rendering& in, const Picture* picture, ViewOf<kPhotoView>& view) {
    constexpr std::uint32_t kUsualWidth = 960;  // for whoever knows nothing of srcset
    const Derivative* usual = picture == nullptr ? nullptr : find_jpeg(*picture, kUsualWidth);
    if (usual == nullptr) return;
    view.set<"src">(in.url(derivative_address(*picture, *usual)));
    view.set<"has_size">(true).set<"width">(fmt::to_string(usual->width)).set<"height">(fmt::to_string(usual->height));
    if (in.form != Renderer::Form::on_site) return;
    std::vector<View> sources;
    for (const DerivativeKind kind : {DerivativeKind::avif, DerivativeKind::webp}) {
        std::string candidates = srcset(in, *picture, kind);
        if (candidates.empty()) continue;
        ViewOf<kPhotoSourceView> source;
        source.set<"media_type">(std::string(row_of(kind).media_type)).set<"srcset">(std::move(candidates));
        sources.push_back(std::move(source));
    }
    view.set<"sources">(std::move(sources)).set<"srcset">(srcset(in, *picture, DerivativeKind::jpeg));
}

// A picture file with everything that does not depend on who shows it.
ViewOf<kPhotoView> picture_view(const Rendering& in, const FileUse& use, std::string_view credit) {
    const Asset& asset = *in.site().tree->find_asset(use.source);
    ViewOf<kPhotoView> view;
    const std::string url = in.url(use.output);
    view.set<"src">(url).set<"original_url">(url).set<"file_name">(std::string(file_name_of(use.output)));
    view.set<"has_size">(asset.width > 0);
    view.set<"width">(fmt::to_string(asset.width)).set<"height">(fmt::to_string(asset.height));
    view.set<"portrait_format">(asset.height > asset.width);
    view.set<"credit">(in.words().filled("photo_credit", {std::string(credit)}));
    view.set<"credit_line">(in.words().filled("photo_credit", {std::string(credit)}));
    const std::string kind(file_kind(use.output));
    const std::string size = size_words(in.words(), asset.size);
    view.set<"facts">(asset.width > 0
                          ? in.words().filled("photo_facts", {kind, fmt::to_string(asset.width), fmt::to_string(asset.height), size})
                          : in.words().filled("file_facts", {kind, size}));
    return view;
}

// A file under site/ by its place there: "assets/logo.svg".
FileUse site_file(const Site& site, std::string_view place) {
    const Asset* asset = site.tree->find_asset("site/" + std::string(place));
    return asset == nullptr ? FileUse{} : FileUse{asset->path, std::string(place), asset->size};
}

}  // namespace

std::optional<ViewOf<kPhotoView>> photo_view(const Rendering& in, const SitePost& post, std::size_t number) {
    const Photo& photo = post.photo(number);
    const FileUse& use = post.photos[number];
    if (use.source.empty()) return std::nullopt;
    ViewOf<kPhotoView> view = picture_view(in, use, *photo.credit);
    const Picture* picture = find_picture(in.site(), post, number);
    set_derivatives(in, picture, view);
    if (in.form == Renderer::Form::on_site) view.set<"style_class">(picture_classes(picture == nullptr ? "" : picture->tone, photo.focus));
    view.set<"id">("bild-" + std::to_string(number + 1)).set<"alt">(prose(in, photo.alt)).set<"caption">(prose(in, photo.caption));
    const Keyed<License>& licenses = in.site().config.licenses;
    for (std::size_t i = 0; i < licenses.size(); ++i) {
        if (*licenses[i].first == *photo.license) view.set<"license">(license_view(in, i));
    }
    return view;
}

void set_eager_photo(const Rendering& in, PostIndex post, ViewOf<kReleaseItemView>& item) {
    if (!in.site().posts[post].post.photo) return;
    auto photo = photo_view(in, in.site().posts[post], 0);
    if (!photo) return;
    photo->set<"eager">(true);
    item.set<"photo">(std::move(*photo));
}

std::optional<ViewOf<kPhotoView>> portrait_view(const Rendering& in, std::uint32_t person) {
    const auto& portrait = in.site().people[person].second.portrait;
    if (!portrait) return std::nullopt;
    const FileUse use = site_file(in.site(), "assets/photos/" + *portrait->src);
    if (use.source.empty()) return std::nullopt;
    ViewOf<kPhotoView> view = picture_view(in, use, *portrait->credit);
    const Picture* picture = find_picture(in.site(), *portrait);
    set_derivatives(in, picture, view);
    if (in.form == Renderer::Form::on_site)
        view.set<"style_class">(picture_classes(picture == nullptr ? "" : picture->tone, portrait->focus));
    view.set<"alt">(prose(in, portrait->alt));
    return view;
}

}  // namespace pressrum

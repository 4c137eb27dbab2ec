#pragma once
// The sizes that a photo is shown in: which are wanted, and which there are.
//
// The link stage says which pictures a site shows (WantedPicture), the pictures stage has them made by a program of its own, and plan and
// render get the result as data. A picture without an entry here is shown as it is: the site wants no sizes, or they could not be made.

#include "base/digest.hpp"
#include "base/source.hpp"
#include "model/parts.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// In the order in which a browser is offered them: the first that it can show is taken. A PNG is only a card: few colours, sharp edges.
enum class DerivativeKind : std::uint8_t { avif, webp, jpeg, png };

struct DerivativeRow {
    std::string_view ending;
    std::string_view media_type;
};
inline constexpr std::array<DerivativeRow, 4> kDerivativeKinds = {
    {{"avif", "image/avif"}, {"webp", "image/webp"}, {"jpg", "image/jpeg"}, {"png", "image/png"}}};
inline const DerivativeRow& row_of(DerivativeKind kind) { return kDerivativeKinds[static_cast<std::size_t>(kind)]; }

// Pixels across. A photo is never made larger than it is.
inline constexpr std::array<std::uint32_t, 3> kDerivativeWidths = {480, 960, 1600};

// What no photo needs, and what a small hostile file can claim. A camera with 100 million pixels stays below it.
inline constexpr std::uint32_t kMaxPixelsASide = 20'000;
inline constexpr std::uint64_t kMaxPixels = 150'000'000;

// One picture file with one set of words about it: what its derivatives depend on.
struct PictureUse {
    std::string source;   // path of the asset
    std::string creator;  // who took it, as the front matter says
    std::string license;  // key of site.yaml licenses; may be empty

    friend auto operator<=>(const PictureUse&, const PictureUse&) = default;
};

struct WantedPicture {
    PictureUse use;
    std::string file;                        // on the disk
    Sha256 digest{};                         // of its bytes
    std::string rights, license_url, terms;  // written into each derivative, with the creator; may be empty
    Span src_at, credit_at;                  // where an editor named the file and the creator
};

struct Derivative {
    DerivativeKind kind;
    std::uint32_t width, height;
    std::string file;  // on the disk
    std::uint64_t size;
    Sha256 digest;
};

struct Picture {
    std::string source;                   // path of the asset
    std::string fingerprint;              // of the source's bytes and all that was asked for: not of what an encoder made of it
    std::string tone;                     // a row of kTones (plan/theme.cpp) near the dominant colour; empty: it has transparent parts
    std::vector<Derivative> derivatives;  // by kind, then width; a kind that is hardly smaller than the JPEG is not there
};

// The JPEG nearest to a width from below, else the narrowest; null when there is none.
inline const Derivative* find_jpeg(const Picture& picture, std::uint32_t width) {
    const Derivative* found = nullptr;
    for (const Derivative& each : picture.derivatives) {
        if (each.kind == DerivativeKind::jpeg && (found == nullptr || each.width <= width)) found = &each;
    }
    return found;
}

// The picture that a shared link to a release without a photo shows: its title on the municipality's colours.
inline constexpr std::uint32_t kCardWidth = 1200, kCardHeight = 630;

struct WantedCard {
    std::uint32_t post = 0;  // index into Site::posts
    std::string name;        // of the file
    std::string title, kicker, organization, language;
    std::string background, ink;  // #rrggbb
    std::string logo;             // file on the disk; empty: none
    Sha256 logo_digest{};
    Span at;  // the title, where an editor wrote it
};

struct Card {
    std::string name;
    std::string fingerprint;  // of all that was asked for
    Derivative file;
};

struct Pictures {
    std::vector<Picture> all;  // by use
    std::map<PictureUse, std::uint32_t> by_use;
    std::map<std::uint32_t, Card> cards;  // by index into Site::posts

    const Card* card(std::uint32_t post) const {
        note_read(Part::card, post);
        const auto found = cards.find(post);
        return found == cards.end() ? nullptr : &found->second;
    }

    const Picture* find(const PictureUse& use) const {
        note_read(Part::picture, use.source);
        const auto found = by_use.find(use);
        return found == by_use.end() ? nullptr : &all[found->second];
    }
};

}  // namespace pressrum

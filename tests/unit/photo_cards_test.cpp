// What stands where on a card that is shown when a release without a photo is shared. The numbers are pixels of 1200 × 630.
#include "io/pictures/pictures.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <vips/vips8>

#include <algorithm>
#include <array>
#include <memory>

using namespace pressrum;
using namespace pressrum::test;
using vips::VImage;

namespace {

using Colour = std::array<int, 3>;
constexpr Colour kBackground = {0x10, 0x20, 0x30}, kInk = {0xF0, 0xE0, 0xD0}, kWhite = {255, 255, 255}, kRed = {200, 10, 10};

struct Shown {
    int width = 0, height = 0;
    std::vector<unsigned char> points;

    Colour at(int x, int y) const {
        const auto* point = &points[static_cast<std::size_t>(3 * (y * width + x))];
        return {point[0], point[1], point[2]};
    }
};

bool is_near(const Colour& a, const Colour& b) {
    return std::abs(a[0] - b[0]) <= 3 && std::abs(a[1] - b[1]) <= 3 && std::abs(a[2] - b[2]) <= 3;
}

// What is written between two rows, left of the logo.
struct Ink {
    int top = -1, bottom = -1, left = 10'000, right = -1;
};
Ink ink_between(const Shown& card, int from, int to) {
    Ink ink;
    for (int y = from; y < to; ++y) {
        for (int x = 0; x < 780; ++x) {
            if (card.at(x, y)[0] < 0x80) continue;
            if (ink.top < 0) ink.top = y;
            ink.bottom = y, ink.left = std::min(ink.left, x), ink.right = std::max(ink.right, x);
        }
    }
    return ink;
}

class Studio {
public:
    Studio() { REQUIRE(VIPS_INIT("pressrum_photo_tests") == 0); }

    std::string at(const std::string& name) const { return folder_.at(name); }
    const TempFolder& folder() const { return folder_; }

    static WantedCard wanted(const std::string& title, const std::string& language = "sv") {
        WantedCard card;
        card.name = "kort", card.title = title, card.organization = "HHH", card.language = language;
        card.background = "#102030", card.ink = "#f0e0d0";
        return card;
    }

    // The bytes of each, made together in one go. Nothing is known from before.
    std::vector<std::string> files(std::vector<WantedCard> cards, unsigned threads = 1) const {
        const TempFolder cache;
        for (std::uint32_t i = 0; i < cards.size(); ++i) cards[i].post = i;
        Diagnostics diagnostics;
        const Pictures made = make_pictures({{}, cards}, {PRESSRUM_PHOTOS, cache.at("cache")}, Threads{threads}, diagnostics);
        REQUIRE(diagnostics.empty());
        std::vector<std::string> all;
        for (const auto& [post, card] : made.cards) all.push_back(cache.read(card.file.file.substr(cache.at("").size())));
        REQUIRE(all.size() == cards.size());
        return all;
    }

    Shown card(const std::string& title, const std::string& kicker, const std::string& logo = {},
               const std::string& organization = "HHH") const {
        WantedCard card = wanted(title);
        card.kicker = kicker, card.logo = logo, card.organization = organization;
        return shown(card);
    }
    static Shown shown(const std::string& png) {
        const VImage image = VImage::new_from_buffer(png.data(), png.size(), "");
        REQUIRE(image.bands() == 3);
        Shown shown{image.width(), image.height(), {}};
        std::size_t size = 0;
        const std::unique_ptr<void, void (*)(void*)> memory(image.write_to_memory(&size), g_free);
        const auto* bytes = static_cast<const unsigned char*>(memory.get());
        shown.points.assign(bytes, bytes + size);
        return shown;
    }
    Shown shown(const WantedCard& card) const { return shown(files({card}).front()); }

    // A red rectangle; with `alpha` its right half cannot be seen.
    std::string logo(int width, int height, bool alpha) const {
        VImage image = (VImage::black(width, height, VImage::option()->set("bands", 3)) + std::vector<double>{200, 10, 10})
                           .cast(VIPS_FORMAT_UCHAR)
                           .copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
        if (alpha) {
            const VImage seen = (VImage::black(width / 2, height) + 255).cast(VIPS_FORMAT_UCHAR);
            image = image.bandjoin(seen.embed(0, 0, width, height));
        }
        const std::string name = "logo-" + std::to_string(width) + ".png";
        image.pngsave(at(name).c_str());
        return at(name);
    }

private:
    TempFolder folder_;
};

}  // namespace

TEST_CASE("each part of a card stands at its place") {
    const Studio studio;
    const Shown card = studio.card("HHH", "HHH");
    REQUIRE((card.width == 1200 && card.height == 630));
    const Ink kicker = ink_between(card, 0, 160), title = ink_between(card, 160, 480), name = ink_between(card, 480, 630);
    for (const Ink& each : {kicker, title, name}) CHECK((each.left >= 80 && each.left < 92));
    CHECK((kicker.top >= 80 && kicker.top < 100));
    CHECK((title.top >= 160 && title.top < 195));
    CHECK((name.bottom < 550 && name.bottom > 525));
    // A title in bold of 72, a kicker of 30, a name a little larger than that.
    const auto height = [](const Ink& ink) { return ink.bottom - ink.top + 1; };
    CHECK((height(title) >= 48 && height(title) <= 56));
    CHECK((height(kicker) >= 20 && height(kicker) <= 23));
    CHECK((height(name) >= 23 && height(name) <= 26));
    // Without a kicker nothing else moves.
    const Shown bare = studio.card("HHH", "");
    CHECK(ink_between(bare, 0, 160).top == -1);
    CHECK(ink_between(bare, 160, 480).top == title.top);
}

TEST_CASE("lines of a title stand a line apart, and fill the width before they are broken") {
    const Studio studio;
    const Shown card = studio.card("HHHHHHHHHHHH HHHHHHHHHHHH", "");
    std::vector<int> tops;
    bool before = false;
    for (int y = 160; y < 480; ++y) {
        const bool written = ink_between(card, y, y + 1).top >= 0;
        if (written && !before) tops.push_back(y);
        before = written;
    }
    REQUIRE(tops.size() == 2);
    const int apart = tops[1] - tops[0];
    INFO(apart);
    CHECK((apart >= 90 && apart <= 104));
    // Two words of half the width stand on one line.
    CHECK(ink_between(studio.card("HHHHH HHHHH", ""), 160, 480).bottom < 260);
}

TEST_CASE("a card has the colour behind, the colour of the letters, and nothing but what lies between them") {
    const Studio studio;
    const Shown card = studio.card("Dialogmöte om Västerleden", "Pressmeddelande");
    std::size_t pure = 0, between = 0, other = 0;
    for (int y = 0; y < card.height; ++y) {
        for (int x = 0; x < card.width; ++x) {
            const Colour colour = card.at(x, y);
            if (is_near(colour, kBackground) || is_near(colour, kInk)) {
                ++pure;
                continue;
            }
            const double part = (colour[0] - kBackground[0]) / double(kInk[0] - kBackground[0]);
            bool fits = part > 0 && part < 1;
            for (std::size_t c = 1; c < 3; ++c) fits = fits && std::abs(kBackground[c] + part * (kInk[c] - kBackground[c]) - colour[c]) < 6;
            ++(fits ? between : other);
        }
    }
    CHECK(other == 0);
    CHECK(between > 500);        // the edges of letters are soft
    CHECK(between * 20 < pure);  // and only they
}

TEST_CASE("the logo stands on a white plate in the lower right corner, as large as there is room for it") {
    const Studio studio;
    const Shown card = studio.card("HHH", "", studio.logo(140, 36, false));
    // The plate, and just outside of its corners.
    CHECK(is_near(card.at(801, 459), kWhite));
    CHECK(is_near(card.at(1118, 568), kWhite));
    CHECK(is_near(card.at(798, 500), kBackground));
    CHECK(is_near(card.at(900, 456), kBackground));
    CHECK(is_near(card.at(1121, 500), kBackground));
    CHECK(is_near(card.at(900, 571), kBackground));
    // The logo with a border of white.
    CHECK(is_near(card.at(816, 510), kWhite));
    CHECK(is_near(card.at(823, 481), kRed));
    CHECK(is_near(card.at(1096, 546), kRed));
    CHECK(is_near(card.at(1104, 510), kWhite));
    CHECK(is_near(card.at(960, 474), kWhite));
    CHECK(is_near(card.at(960, 554), kWhite));
}

TEST_CASE("where a logo cannot be seen through the plate is white, and a broken logo is left out") {
    const Studio studio;
    const Shown half = studio.card("HHH", "", studio.logo(280, 72, true));
    CHECK(is_near(half.at(850, 514), kRed));
    CHECK(is_near(half.at(1070, 514), kWhite));
    const Shown high = studio.card("HHH", "", studio.logo(72, 144, false));
    CHECK(is_near(high.at(1119 - 38, 514), kRed));
    CHECK(is_near(high.at(1121 - 38 - 40, 514), kBackground));
    studio.folder().write("broken.png", "no picture");
    const Shown broken = studio.card("HHH", "", studio.at("broken.png"));
    CHECK(broken.points == studio.card("HHH", "").points);
}

TEST_CASE("marks that mean something to the one who sets the words are written as they are") {
    const Studio studio;
    const auto width = [&](const std::string& title) {
        const Ink ink = ink_between(studio.card(title, ""), 160, 480);
        return ink.right - ink.left;
    };
    const int bare = width("HH");
    for (const char* mark : {"<", ">", "&"}) {
        INFO(mark);
        CHECK(width(std::string("H") + mark + "H") > bare + 25);
    }
    CHECK(width("H&amp;H") > width("H&H") + 100);  // and nothing is read as a mark
}

TEST_CASE("a word that is longer than a line is broken, and a line of such words never leaves its room") {
    const Studio studio;
    const Ink ink = ink_between(studio.card(std::string(60, 'H'), "", {}), 0, 500);
    CHECK((ink.top >= 160 && ink.bottom < 470 && ink.left >= 80));
    CHECK(ink.bottom - ink.top > 80);
    // Of a kicker and a name that fill more than a line, too.
    const Shown card = studio.card("H", std::string(40, 'H'));
    CHECK(ink_between(card, 0, 160).top >= 80);
}

TEST_CASE("a line is as long as the card is wide without its margins") {
    const Studio studio;
    const auto right = [](const Shown& card, int from, int to) {
        int last = -1;
        for (int y = from; y < to; ++y) {
            for (int x = 0; x < card.width; ++x) last = card.at(x, y)[0] >= 0x80 ? std::max(last, x) : last;
        }
        return last;
    };
    // A word of more letters than have room is broken, and its first line is full.
    const Shown title = studio.card(std::string(24, 'H'), ""), shorter = studio.card(std::string(10, 'H'), ""),
                kicker = studio.card("H", std::string(70, 'H'));
    const int letter = (right(shorter, 160, 470) - 80) / 10;
    CHECK((right(title, 160, 470) > 1120 - letter - 8 && right(title, 160, 470) < 1120));
    CHECK((right(kicker, 80, 130) > 1120 - letter / 2 && right(kicker, 80, 130) < 1120));
    // A long name ends before the place of the logo, whether there is one or not.
    const int name = right(studio.card("H", "", {}, std::string(60, 'H')), 450, 550);
    CHECK((name > 760 - letter / 2 && name < 760));
    // What would not fit at all is left out rather than cut.
    CHECK(ink_between(studio.card("H", std::string(2000, 'H')), 0, 160).top == -1);
}

TEST_CASE("a kicker and a name are written half bold") {
    const Studio studio;
    const Shown card = studio.card("l", "l");
    const Ink kicker = ink_between(card, 0, 160);
    CHECK(kicker.right - kicker.left + 1 >= 4);  // 3 in regular
}

TEST_CASE("a card is a small file: a palette, and nothing that is not needed to show it") {
    const Studio studio;
    WantedCard card = Studio::wanted("Torget");
    // Two points a byte, unless a logo brings more colours.
    for (const auto& [logo, depth] : {std::pair(std::string(), 4), std::pair(studio.logo(40, 20, false), 8)}) {
        card.logo = logo;
        const std::string png = studio.files({card}).front();
        REQUIRE(png.size() > 100);
        CHECK(png[24] == depth);
        CHECK(png[25] == 3);  // a palette
        std::string chunks;
        for (std::size_t at = 8; at + 8 < png.size();) {
            const auto byte = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(png[at + i])}; };
            chunks += png.substr(at + 4, 4);
            at += 12 + (byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3));
        }
        CHECK(chunks == "IHDRPLTEIDATIEND");
    }
}

TEST_CASE("a card is the same whatever is made with it, in whatever order, on however many cores, and in every locale") {
    const Studio studio;
    std::vector<WantedCard> cards;
    for (const auto& [language, title] :
         {std::pair("sv", "Dialogmöte om Västerleden"), std::pair("ar", "بلدية إيكينغه تفتتح مسبحًا جديدًا"), std::pair("zh", "直骨判"),
          std::pair("th", "เทศบาลเปิดสระว่ายน้ำแห่งใหม่"), std::pair("", "🎉 2027"), std::pair("sv", "Ä <b>&amp;</b> \u202e abc")})
        cards.push_back(Studio::wanted(title, language));
    cards.front().logo = studio.logo(280, 72, true);
    for (int i = 0; i < 40; ++i) cards.push_back(Studio::wanted(std::string(static_cast<std::size_t>(2 + i), 'H') + " och torget"));

    const std::vector<std::string> all = studio.files(cards);
    for (std::size_t i = 0; i < 6; ++i) {
        INFO(cards[i].title);
        CHECK(studio.files({cards[i]}).front() == all[i]);
    }
    const std::string before = g_getenv("LC_ALL") == nullptr ? "" : g_getenv("LC_ALL");
    for (const char* locale : {"C", "ja_JP.UTF-8", "ar_EG.UTF-8", "sv_SE"}) {
        INFO(locale);
        g_setenv("LC_ALL", locale, TRUE);
        CHECK(studio.files(cards) == all);
    }
    if (before.empty()) g_unsetenv("LC_ALL");
    else g_setenv("LC_ALL", before.c_str(), TRUE);
    std::vector<WantedCard> reversed(cards.rbegin(), cards.rend());
    CHECK(studio.files(reversed, 3) == std::vector<std::string>(all.rbegin(), all.rend()));
}

TEST_CASE("a title and a kicker that are read from the right begin at the right margin") {
    const Studio studio;
    WantedCard wanted = Studio::wanted("2027: بلدية", "ar");
    wanted.kicker = "بيان";
    const Shown card = studio.shown(wanted);
    const auto ends = [&](int from, int to) {
        std::pair<int, int> found = {card.width, -1};
        for (int y = from; y < to; ++y) {
            for (int x = 0; x < card.width; ++x) {
                if (card.at(x, y)[0] >= 0x80) found = {std::min(found.first, x), std::max(found.second, x)};
            }
        }
        return found;
    };
    for (const auto& [left, right] : {ends(80, 150), ends(160, 300)}) {
        CHECK((right > 1108 && right < 1120));
        CHECK(left > 600);
    }
    CHECK(ends(500, 560).first < 92);  // the name is not
}

TEST_CASE("a title for which there is no room ends in an ellipsis, and above the logo") {
    const Studio studio;
    std::string title;
    for (int i = 0; i < 90; ++i) title += "HHHHHH ";
    const auto lines = [](const Shown& card) {
        std::vector<std::pair<int, int>> all;
        bool before = false;
        for (int y = 160; y < 500; ++y) {
            const bool written = ink_between(card, y, y + 1).top >= 0;
            if (written && !before) all.emplace_back(y, y);
            if (written) all.back().second = y;
            before = written;
        }
        return all;
    };
    const Shown bare = studio.card(title, ""), with_logo = studio.card(title, "", studio.logo(280, 72, false));
    CHECK(lines(bare).size() == 7);
    CHECK(lines(with_logo).size() == 6);
    for (const auto& [top, bottom] : lines(bare)) CHECK(bottom - top == 22);  // none is cut through
    CHECK(lines(with_logo).back().second < 448);
    // Three dots, with nothing above them.
    const int bottom = lines(bare).back().second;
    int dots = 0, last = -1;
    for (int x = 700; x < 1200; ++x) {
        const bool low = bare.at(x, bottom - 1)[0] >= 0x80, high = bare.at(x, bottom - 12)[0] >= 0x80;
        if (low && !high && x > last + 1) ++dots;
        if (low && !high) last = x;
    }
    CHECK(dots == 3);
}

TEST_CASE("a logo of many colours keeps them, as near as the eye can tell") {
    const Studio studio;
    const VImage ramp = VImage::xyz(280, 72).extract_band(0).linear(255.0 / 279, 0), rise = VImage::xyz(280, 72).extract_band(1);
    const VImage logo = ramp.bandjoin(rise.linear(255.0 / 71, 0)).bandjoin(ramp.linear(-1, 255)).cast(VIPS_FORMAT_UCHAR);
    logo.copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB)).pngsave(studio.at("many.png").c_str());
    const Shown card = studio.card("HHH", "", studio.at("many.png"));
    CHECK((card.at(801, 459) == kWhite && card.at(1118, 568) == kWhite));
    double sum = 0;
    int worst = 0;
    for (int y = 0; y < 72; ++y) {
        for (int x = 0; x < 280; ++x) {
            const Colour is = card.at(820 + x, 478 + y), wanted = {x * 255 / 279, y * 255 / 71, 255 - x * 255 / 279};
            for (std::size_t c = 0; c < 3; ++c) {
                sum += std::abs(is[c] - wanted[c]);
                worst = std::max(worst, std::abs(is[c] - wanted[c]));
            }
        }
    }
    CHECK(sum / (280 * 72 * 3) < 6);
    CHECK(worst < 32);
}

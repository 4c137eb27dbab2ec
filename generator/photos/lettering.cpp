// Cairo draws on a sheet of one byte a point and keeps the letters that it has drawn, so that the next card copies most of its own. Smoothing and
// hinting are said here: a machine's own taste in these would be seen on the site.
#include "photos/lettering.hpp"

#include "photos/owned.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cstddef>
#include <new>

namespace pressrum {
namespace {

constexpr const char* kFamilies = "Open Sans, DejaVu Sans";
constexpr double kPointAPixel = 72;  // dots an inch

template <class T>
using Object = std::unique_ptr<T, Destroy<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Destroy<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, Destroy<cairo_destroy>>;
using FontOptions = std::unique_ptr<cairo_font_options_t, Destroy<cairo_font_options_destroy>>;
using FontDescription = std::unique_ptr<PangoFontDescription, Destroy<pango_font_description_free>>;

Object<PangoContext> make_context() {
    const Object<PangoFontMap> fonts(pango_cairo_font_map_new());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts.get()), kPointAPixel);
    Object<PangoContext> context(pango_font_map_create_context(fonts.get()));
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_SLIGHT);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    pango_cairo_context_set_font_options(context.get(), options.get());
    return context;
}

FontDescription font_of(const LetterStyle& style) {
    FontDescription font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), kFamilies);
    pango_font_description_set_weight(font.get(), style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_SEMIBOLD);
    pango_font_description_set_size(font.get(), style.size * PANGO_SCALE);
    return font;
}

}  // namespace

struct Lettering::Tools {
    Surface sheet;
    Pen pen;
    Object<PangoContext> context = make_context();
    Object<PangoLayout> layout{pango_layout_new(context.get())};
    PangoRectangle ink{}, room{};  // of what is set; the room has the air above and below the letters, too

    Tools(int width, int height) : sheet(cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)), pen(cairo_create(sheet.get())) {
        if (cairo_status(pen.get()) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
        cairo_set_operator(pen.get(), CAIRO_OPERATOR_ADD);  // the same on an empty sheet, and quicker
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    void measure() { pango_layout_get_pixel_extents(layout.get(), &ink, &room); }
};

Lettering::Lettering(int width, int height) : tools_(std::make_unique<Tools>(width, height)) {}
Lettering::~Lettering() = default;

void Lettering::clear() {
    cairo_surface_t* sheet = tools_->sheet.get();
    const auto size = static_cast<std::size_t>(cairo_image_surface_get_stride(sheet) * cairo_image_surface_get_height(sheet));
    std::fill_n(cairo_image_surface_get_data(sheet), size, std::uint8_t{0});
    cairo_surface_mark_dirty(sheet);
}

void Lettering::set(const std::string& words, const std::string& language, const LetterStyle& style) {
    PangoLayout* layout = tools_->layout.get();
    pango_context_set_language(tools_->context.get(), pango_language_from_string(language.c_str()));
    pango_layout_set_font_description(layout, font_of(style).get());
    pango_layout_set_width(layout, style.width * PANGO_SCALE);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE);
    pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
    tools_->measure();
}

int Lettering::width() const { return tools_->ink.width; }
int Lettering::height() const { return tools_->ink.height; }

bool Lettering::is_leftwards() const {
    return pango_layout_line_get_resolved_direction(pango_layout_get_line_readonly(tools_->layout.get(), 0)) == PANGO_DIRECTION_RTL;
}

void Lettering::shorten(int height) {
    if (tools_->ink.height <= height) return;
    const int above = tools_->ink.y - tools_->room.y;
    pango_layout_set_height(tools_->layout.get(), (height + above) * PANGO_SCALE);
    pango_layout_set_ellipsize(tools_->layout.get(), PANGO_ELLIPSIZE_END);
    tools_->measure();
}

void Lettering::write(int left, int top) {
    cairo_move_to(tools_->pen.get(), left - tools_->ink.x, top - tools_->ink.y);
    pango_cairo_show_layout(tools_->pen.get(), tools_->layout.get());
}

const std::uint8_t* Lettering::row(int y) const {
    cairo_surface_t* sheet = tools_->sheet.get();
    cairo_surface_flush(sheet);
    return cairo_image_surface_get_data(sheet) + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(sheet);
}

}  // namespace pressrum

#pragma once
// The functions that a format's row names to make its bytes. Each fills `out` for one planned file.

#include "render/renderer.hpp"

namespace pressrum::write {

void home(const Renderer& renderer, const PlannedFile& file, Output& out);
void release(const Renderer& renderer, const PlannedFile& file, Output& out);
void tombstone(const Renderer& renderer, const PlannedFile& file, Output& out);
void page(const Renderer& renderer, const PlannedFile& file, Output& out);
void year(const Renderer& renderer, const PlannedFile& file, Output& out);
void month(const Renderer& renderer, const PlannedFile& file, Output& out);
void topic_list(const Renderer& renderer, const PlannedFile& file, Output& out);
void topic(const Renderer& renderer, const PlannedFile& file, Output& out);
void topic_year(const Renderer& renderer, const PlannedFile& file, Output& out);
void people(const Renderer& renderer, const PlannedFile& file, Output& out);
void person(const Renderer& renderer, const PlannedFile& file, Output& out);
void events(const Renderer& renderer, const PlannedFile& file, Output& out);
void events_year(const Renderer& renderer, const PlannedFile& file, Output& out);
void corrections(const Renderer& renderer, const PlannedFile& file, Output& out);
void subscribe(const Renderer& renderer, const PlannedFile& file, Output& out);
void statement(const Renderer& renderer, const PlannedFile& file, Output& out);
void authenticity(const Renderer& renderer, const PlannedFile& file, Output& out);
void not_found(const Renderer& renderer, const PlannedFile& file, Output& out);
void alias(const Renderer& renderer, const PlannedFile& file, Output& out);
void rss(const Renderer& renderer, const PlannedFile& file, Output& out);
void atom(const Renderer& renderer, const PlannedFile& file, Output& out);
void json_feed(const Renderer& renderer, const PlannedFile& file, Output& out);
void calendar(const Renderer& renderer, const PlannedFile& file, Output& out);
void event_calendar(const Renderer& renderer, const PlannedFile& file, Output& out);
void qr_code(const Renderer& renderer, const PlannedFile& file, Output& out);
void asset(const Renderer& renderer, const PlannedFile& file, Output& out);
void derivative(const Renderer& renderer, const PlannedFile& file, Output& out);
void card(const Renderer& renderer, const PlannedFile& file, Output& out);
void releases_data(const Renderer& renderer, const PlannedFile& file, Output& out);
void releases_schema(const Renderer& renderer, const PlannedFile& file, Output& out);
void ninjs(const Renderer& renderer, const PlannedFile& file, Output& out);
void feed_style(const Renderer& renderer, const PlannedFile& file, Output& out);
void theme(const Renderer& renderer, const PlannedFile& file, Output& out);
void sitemap(const Renderer& renderer, const PlannedFile& file, Output& out);
void news_sitemap(const Renderer& renderer, const PlannedFile& file, Output& out);
void robots(const Renderer& renderer, const PlannedFile& file, Output& out);
void headers(const Renderer& renderer, const PlannedFile& file, Output& out);
void redirects(const Renderer& renderer, const PlannedFile& file, Output& out);

}  // namespace pressrum::write

#pragma once
// Structured data of a page: schema.org as JSON-LD, safe inside a script element.
//
// https://schema.org: NewsArticle, Event, Quotation, Person, ImageObject, GovernmentOrganization, BreadcrumbList. Everything in one @graph whose
// parts name each other by @id. All addresses are absolute.

#include "render/views.hpp"

#include <string>
#include <string_view>

namespace pressrum {

std::string release_json_ld(const Rendering& in, PostIndex post);
// What is left of an expired release: that there was one, when it was published and when it ceased to apply.
std::string tombstone_json_ld(const Rendering& in, PostIndex post);
// A list page: who publishes it, what it is called, the way to it (kLinkView, between the home page and this one).
std::string page_json_ld(const Rendering& in, std::string_view heading, std::string_view address, const std::vector<Crumb>& between = {});
// A person's page: Person, with the roles over time.
std::string person_json_ld(const Rendering& in, std::uint32_t person);

}  // namespace pressrum

#pragma once
// Lists of releases cut into years, for what has a file for each year.

#include "link/site.hpp"

#include <vector>

namespace pressrum {

// The releases published in one year: a range of the list.
struct YearOfPosts {
    int year;
    std::size_t begin, end;

    std::size_t size() const { return end - begin; }
};

// `posts` are newest first; so are the years.
std::vector<YearOfPosts> by_year(const Site& site, const std::vector<PostIndex>& posts);
// One of them; an empty range when the list has no such year.
YearOfPosts posts_of_year(const Site& site, const std::vector<PostIndex>& posts, int year);

// Everything that is listed, in every language, newest first.
std::vector<PostIndex> all_listed(const Site& site);
// Those of one year: a part by itself (Part::year), so that what shows one year is not made again for another.
std::vector<PostIndex> listed_in_year(const Site& site, int year);

}  // namespace pressrum

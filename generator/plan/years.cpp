#include "plan/years.hpp"

#include <algorithm>

namespace pressrum {

std::vector<YearOfPosts> by_year(const Site& site, const std::vector<PostIndex>& posts) {
    std::vector<YearOfPosts> years;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const int year = year_of(*site.posts[posts[i]].post.published);
        if (years.empty() || years.back().year != year) years.push_back({year, i, i});
        years.back().end = i + 1;
    }
    return years;
}

YearOfPosts posts_of_year(const Site& site, const std::vector<PostIndex>& posts, int year) {
    const auto later = [&](PostIndex post, int than) { return year_of(*site.posts[post].post.published) > than; };
    const auto at = [&](int first_before) {
        return static_cast<std::size_t>(std::lower_bound(posts.begin(), posts.end(), first_before, later) - posts.begin());
    };
    return {year, at(year), at(year - 1)};
}

std::vector<PostIndex> all_listed(const Site& site) {
    std::vector<PostIndex> posts;
    for (PostIndex post = 0; post < site.posts.size(); ++post) {
        if (site.posts[post].listed) posts.push_back(post);
    }
    return posts;
}

std::vector<PostIndex> listed_in_year(const Site& site, int year) {
    note_read(Part::year, static_cast<std::uint64_t>(year));
    const std::vector<SitePost>& all = site.posts.unnoted();
    std::vector<PostIndex> posts;
    for (PostIndex post = 0; post < all.size(); ++post) {
        if (all[post].listed && year_of(*all[post].post.published) == year) posts.push_back(post);
    }
    return posts;
}

}  // namespace pressrum

#pragma once
// What a kind of post is called: "Pressmeddelande", "Inbjudan".

#include "model/lexicon.hpp"
#include "model/post.hpp"

#include <array>
#include <string>

namespace pressrum {

inline std::string kind_words(const Lexicon& words, PostKind kind) {
    constexpr std::array kKeys = {"kind_press_release", "kind_news", "kind_invitation", "kind_statement"};
    return words[kKeys[static_cast<std::size_t>(kind)]];
}

}  // namespace pressrum

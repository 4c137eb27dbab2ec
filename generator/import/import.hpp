#pragma once
// A finished release as text → the file of a post that can be built, and what a person must still say.
//
//     text ─▶ blocks (paragraphs, docx) ─▶ Draft (classify, proposed_events, contacts) ─▶ post file and questions (write)
//
// A pure function. The statements are read by the quote engine itself, and the finished file goes through read and link before it is
// handed out: what those would report later is among the questions at once, so import and build cannot disagree.

#include "import/draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct Question {
    std::size_t line;  // of the new file, from 1
    Words text;
    std::vector<std::string> words;  // fill {0}, {1}, … of the text
};

struct ImportedPost {
    std::string text;
    std::string slug;
    LocalTime published;
    std::vector<Question> questions;  // in the order of the lines
};

// In which language comments are written.
using LanguageOfWords = std::string_view Words::*;

ImportedPost import_release(ReleaseText release, const ImportSite& site, LanguageOfWords comments);

// Longer text is not a release; nothing here is slow below it.
inline constexpr std::size_t kMaxReleaseBytes = 200 * 1024;

}  // namespace pressrum

#pragma once
// What a finished release seems to say, as data: everything found, and for each thing whether it is sure.
//
// Nothing is guessed. What the text does not say stays empty here, and becomes a comment and a question when the post is written
// (import/write). The words of the release are all somewhere in the draft: in a field, in `body`, or in `aside`.

#include "base/diagnostic.hpp"
#include "import/blocks.hpp"
#include "link/date_mentions.hpp"
#include "model/document.hpp"
#include "model/lexicon.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// What the site knows and what time it is.
struct ImportSite {
    const SiteConfig& config;
    const Keyed<Person>& people;
    const Topics& topics;
    LocalTime next_hour;  // when a post is published whose text does not say
};

struct ProposedPhoto {
    std::string credit, caption;  // either may be empty
};

struct ProposedEvent {
    std::string title;
    bool sure_title = false;  // named in the same sentence
    DateMention when;
    std::string when_text;  // as the text says it
    std::string location;   // empty: not clear
    std::string sentence;   // where it stands
    // What keeps it from being an event as it is; none: it is one.
    enum class Doubt { none, no_year, no_time, weekday, deadline, impossible } doubt = Doubt::none;
};

struct Draft {
    std::string title;                // empty: the text has none
    bool title_from_subject = false;  // of the mail
    bool title_is_sentence = false;   // ends with a full stop: perhaps it is not one
    std::string lead;
    bool lead_is_open = false;  // several paragraphs stand where the lead would
    std::string kind;           // word of the field; empty: the text does not say
    std::string place, diary_number, language;
    bool place_is_open = false;            // a lone word at the end, which nothing else shows to be a place
    std::optional<DateMention> published;  // the day as the text says it; the year may be missing
    std::string published_text;            // the line it stands in
    bool bare_published = false;           // "Publicerad" with nothing after it
    std::vector<ProposedPhoto> photos;
    std::vector<ProposedEvent> events;
    std::vector<std::string> contacts;       // keys of people.yaml
    std::vector<std::string> open_contacts;  // contact lines with something that people.yaml does not say
    std::vector<Block> body;                 // statements begin with "– "
    struct Remark {
        std::size_t block;  // of the body
        Words text;
        std::vector<std::string> words = {};
    };
    std::vector<Remark> remarks;
    std::vector<std::string> aside;  // lines that are not part of the release
    unsigned pictures = 0, notes = 0;
};

Draft make_draft(ReleaseText release, const ImportSite& site);

}  // namespace pressrum

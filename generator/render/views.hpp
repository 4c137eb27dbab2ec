#pragma once
// Parts of the site graph as Views: what several layouts show, made in one place.
//
// A Rendering says for which file, in which language and with which form of address. Addresses are recorded in its Output.

#include "render/layout/views_table.hpp"
#include "render/prose.hpp"
#include "render/renderer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct Rendering {
    const Renderer& renderer;
    Output& out;
    std::uint32_t language = 0;                     // of the page
    Renderer::Form form = Renderer::Form::on_site;  // absolute in feeds

    const Site& site() const { return renderer.site; }
    const Lexicon& words() const { return site().words(language); }
    // An address of this site, in this rendering's form.
    std::string url(std::string_view address, Span at = {}) const {
        return form == Renderer::Form::absolute ? renderer.absolute(address, out, at) : renderer.url(address, out, at);
    }
    // An address that an editor wrote on `page`, in this rendering's form, or for data always absolute; empty when none was written.
    std::string written(const Text& address, std::string_view page = "") const { return written(address, page, form); }
    std::string written_absolute(const Text& address, std::string_view page = "") const {
        return written(address, page, Renderer::Form::absolute);
    }

private:
    std::string written(const Text& address, std::string_view page, Renderer::Form as) const {
        return address.given() ? renderer.written(*address, page, as, out, address.at) : std::string();
    }
};

// A page on the way from the home page to another.
struct Crumb {
    std::string name, address;
};
ViewOf<kLinkView> link_view(std::string title, std::string url, bool current = false);
ViewOf<kLinkView> link_view(Prose title, std::string url, bool current = false);
ViewOf<kCountedLinkView> counted_link(std::string title, std::string url, std::string count);
// What is told beside a title in a list: "Rättad", "Inställt", "Delvis flyttat" …
std::vector<View> status_labels(const Lexicon& words, const SitePost& post);
ViewOf<kReleaseItemView> release_item_view(const Rendering& in, PostIndex post);
// One time of an event, as lists show it.
ViewOf<kEventView> event_view(const Rendering& in, const SiteEvent& event, const Occurrence& at);
// The event as a whole, as its box shows it: a series with what was moved and cancelled.
ViewOf<kEventView> event_box_view(const Rendering& in, const SiteEvent& event);
// A picture of a post by its number (SitePost::photo); nothing when its file is missing.
std::optional<ViewOf<kPhotoView>> photo_view(const Rendering& in, const SitePost& post, std::size_t number);
// The lead picture of a release item that stands on top of its page: it is loaded at once.
void set_eager_photo(const Rendering& in, PostIndex post, ViewOf<kReleaseItemView>& item);
// The portrait of a person; nothing when there is none.
std::optional<ViewOf<kPhotoView>> portrait_view(const Rendering& in, std::uint32_t person);
ViewOf<kContactView> contact_view(const Rendering& in, std::uint32_t person);
ViewOf<kSpeakerView> speaker_view(const Rendering& in, const Speaker& speaker, std::uint32_t written = 0);
ViewOf<kStatementView> statement_view(const Rendering& in, PostIndex post, std::uint32_t statement);
std::vector<const Change*> newest_changes(const Post& post);  // the newest first, wherever a translation has them
// "Rättelse"
std::string change_kind(const Lexicon& words, ChangeKind kind);
ViewOf<kChangeView> change_view(const Rendering& in, PostIndex post, const Change& change);
ViewOf<kLinkView> topic_link(const Rendering& in, std::size_t list, std::uint32_t topic);
// The feeds and the calendar of a folder: "" is the site, "en/" a language, "amnen/x/" a topic.
ViewOf<kFeedsView> feeds_view(const Rendering& in, std::string_view folder, std::string_view title);

// Everybody with `contact: true`: on the home page and wherever somebody should be asked.
std::vector<View> press_contacts(const Rendering& in);
// The same as lines, without leads and pictures.
std::vector<View> release_lines(const Rendering& in, const std::vector<PostIndex>& posts, std::size_t begin, std::size_t end);
std::vector<View> release_items(const Rendering& in, const std::vector<PostIndex>& posts, std::size_t begin, std::size_t end);
std::vector<View> counted_topics(const Rendering& in, std::size_t list);

// Occurrences that are not over, by time, at most `most`.
struct ListedTime {
    const SiteEvent* event;
    const Occurrence* at;
};
// The event as a line of a long archive.
ViewOf<kEventLineView> event_line_view(const Rendering& in, const ListedTime& time);
std::vector<ListedTime> coming_occurrences(const Site& site, const std::vector<EventIndex>& events, std::size_t most);

// The same list with each event as a version in the language of the page tells it, when there is one.
std::vector<EventIndex> events_in_language(const Rendering& in, const std::vector<EventIndex>& events);

// The id of a statement, of an event's box, of a photo's entry on the page of its release.
std::string statement_anchor(const Site& site, const Statement& statement);
std::string event_anchor(const Site& site, std::string_view id);
// What has happened to it, as a sentence, and with what the series says of that one time; empty when all is as it was planned.
std::string status_words(const Lexicon& words, const Occurrence& at);
std::string status_words(const Lexicon& words, const Event& event, const Occurrence& at);
// "INSTÄLLT: …", "NY TID: …"; the title alone when all is as it was planned.
std::string status_title(const Lexicon& words, const Occurrence& at, const std::string& title);
// The same of a release with one event, for readers that show titles alone; for a series that is partly off: "DELVIS INSTÄLLT: …"
std::string status_title(const Lexicon& words, const Post& post);

std::string mail_url(std::string_view address);  // mailto:
std::string phone_url(std::string_view number);  // tel:, digits and a leading + alone
std::string media_type_of(std::string_view file);
std::string_view file_kind(std::string_view file);  // "PDF", "JPEG"; else the ending

}  // namespace pressrum

#include "cli/commands/new_post.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "cli/reference.hpp"
#include "read/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// The fields that many posts have, in the order in which people write them. The others are in the reference.
constexpr std::string_view kUsual[] = {"lead", "place", "topics", "areas", "photo", "events", "contacts", "attachments", "links"};

const Field& field_of(const RecordType& type, std::string_view key) {
    return *std::find_if(type.fields.begin(), type.fields.end(), [&](const Field& field) { return field.key == key; });
}

// "#key: example", or a record with the fields that it cannot do without.
void write_example(std::string& out, const Field& field) {
    if (field.record == nullptr) {
        out += fmt::format("#{}: {}\n", field.key, field.example);
        return;
    }
    out += fmt::format("#{}:\n", field.key);
    std::string_view indent = field.shape == Shape::list ? "  - " : "  ";
    for (const Field& inner : field.record().fields) {
        if (inner.need == Need::optional) continue;
        out += fmt::format("#{}{}: {}\n", indent, inner.key, inner.example);
        if (field.shape == Shape::list) indent = "    ";
    }
}

// What the statement of the draft says, who says it, and how it stands in the text.
struct Skeleton {
    std::string_view opening, words, name, role, statement, continuation;
};

constexpr Skeleton kSwedish = {"Skriv det viktigaste först: vad som händer, var och när.",
                               "Skriv det som sades här",
                               "Förnamn Efternamn",
                               "titel",
                               "– {0}, säger {1}, {2}.",
                               "Fortsätt texten här."};
constexpr Skeleton kEnglish = {"Write what matters most first: what happens, where and when.",
                               "Write what was said here",
                               "Firstname Lastname",
                               "title",
                               "– {0}, says {1}, {2}.",
                               "Go on here."};

}  // namespace

std::string new_post_text(const NewPost& post, MessageLanguage comments, MessageLanguage content) {
    const RecordType& type = post_type();
    const Skeleton& skeleton = content == MessageLanguage::swedish ? kSwedish : kEnglish;
    std::string out = "---\n";
    const auto line = [&](std::string_view key, std::string_view value) { out += fmt::format("{}: {}\n", key, value); };
    line("id", fmt::format("{}-{}", to_iso(date_of(post.published)), post.slug));
    line("title", yaml_scalar(post.title));
    line("published", to_iso(post.published));
    line("kind", post.kind);
    out += fmt::format("# {}\n", in(comments, {"Ett utkast: ta bort raden när inlägget ska publiceras.",
                                               "A draft: remove the line when the post is to be published."}));
    line("draft", "true");

    const RecordType& quote = field_of(type, "quotes").record();
    out += fmt::format("# {}\n", sentence(in(comments, field_of(type, "quotes").doc)));
    out += fmt::format("quotes:\n  - {}: {}\n    {}: {}\n    {}: {}\n", field_of(quote, "name").key, skeleton.name,
                       field_of(quote, "role").key, skeleton.role, field_of(quote, "text").key, skeleton.words);

    out += fmt::format(
        "#\n# {}\n", in(comments, {"Mer som kan stå här. Ta bort tecknet # framför de rader som du behöver, och skriv dina egna uppgifter.",
                                   "More that may stand here. Remove the # before the lines you need, and write your own details."}));
    for (const std::string_view key : kUsual) {
        const Field& field = field_of(type, key);
        out += fmt::format("#\n# {}\n", sentence(in(comments, field.doc)));
        write_example(out, field);
    }
    out += "---\n";
    out += fmt::format("{}\n\n{}\n\n{}\n", skeleton.opening,
                       fill(skeleton.statement, {std::string(skeleton.words), std::string(skeleton.name), std::string(skeleton.role)}),
                       skeleton.continuation);
    return out;
}

LocalTime next_full_hour(Instant now, const Zone& zone) {
    using std::chrono::hours;
    LocalTime time = std::chrono::floor<hours>(zone.to_local(now)) + hours(1);
    while (zone.kind_of(time) != LocalKind::unique) time += hours(1);
    return time;
}

}  // namespace pressrum

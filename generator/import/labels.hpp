#pragma once
// Lines of a release that say by their form what they are: "Foto: Maria Ek", "Publicerad 2 maj 2024", "Pressmeddelande".

#include "link/date_mentions.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

enum class Label : std::uint8_t { credit, caption, diary_number, contact, published };

// "Foto: Maria Ek" → credit, "Maria Ek"; the value may be empty. Nothing when the line does not begin with a label.
struct Labelled {
    Label label;
    std::string_view value;
};
std::optional<Labelled> find_label(std::string_view line);

// "Pressmeddelande", "PRESSINBJUDAN": the word of the field `kind`, and how much of the line says so.
struct Kicker {
    std::string_view kind;
    std::size_t size;
};
std::optional<Kicker> find_kicker(std::string_view line);

// A line that holds one day and, perhaps, a place before it: "Ekinge den 2 maj 2024", "Publicerad: 2024-05-02 kl. 10.00".
struct DateLine {
    std::string place;
    DateMention day;
};
std::optional<DateLine> read_date_line(std::string_view line, const DateNames& names);

// One to three words with capitals and nothing else.
bool is_place_like(std::string_view text);
// Two to four words with capitals ("Maria von Ek" too).
bool is_name_like(std::string_view text);

// A full stop, question mark … at the end, also before a quotation mark.
bool ends_sentence(std::string_view text);

}  // namespace pressrum

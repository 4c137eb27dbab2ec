#pragma once
// "Kontakt: Karin Alm, kommunalråd, 0980-31 91 10" → people of people.yaml.

#include "import/blocks.hpp"
#include "model/config.hpp"

#include <span>
#include <string>
#include <vector>

namespace pressrum {

struct FoundContacts {
    std::vector<std::string> keys;  // people with contact: true, in the order of the text
    std::vector<std::string> open;  // the lines, when something in them is about none of these
    std::size_t blocks = 0;         // how many belong to the contact lines
};

// `blocks` begin with a line that introduces contacts. people.yaml must have the very name, e-mail address or telephone
// number that the line has; everything else in the line is compared too, so that nothing is dropped with a line.
FoundContacts find_contacts(std::span<const Block> blocks, const Keyed<Person>& people);

bool has_phone_or_email(std::string_view line);

}  // namespace pressrum

#pragma once
// What is written inside a picture file about it: read from the original, and made anew for each derivative.
//
// Nothing is carried over as it stands. A derivative says who made the picture, whom to credit, who holds the rights, under which terms it may be
// used, what it shows and whether a machine made it; position, serial numbers, the camera's own notes and embedded previews never get there,
// because nobody puts them there. The words of the front matter go before those of the file.

#include "io/pictures/job.hpp"

#include <string>

namespace pressrum {

// UTF-8, without control characters; empty when the file does not say.
struct PictureWords {
    std::string creator, credit, rights, license_url, licensor_url, terms, description;
    std::string source_type;  // IPTC digital source type: made by a camera, by a generator
};

struct ReadMetadata {
    PictureWords words;
    bool position = false;  // says where it was taken
};

// Never throws: a file whose metadata cannot be read says nothing. `exif` and `xmp` are used for what the library cannot open itself.
ReadMetadata read_metadata(const std::string& file, const std::string& exif, const std::string& xmp);

// What a derivative says.
PictureWords words_for(const PictureJob& job, const PictureWords& original);

// The same in the forms that files hold it in.
std::string to_xmp(const PictureWords& words);
std::string to_exif(const PictureWords& words);  // a JPEG's APP1 segment
std::string to_iptc(const PictureWords& words);  // a JPEG's APP13 segment

}  // namespace pressrum

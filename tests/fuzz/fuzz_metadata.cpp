// What a picture says about itself, as an EXIF block and as an XMP packet: words that are text, or none; and words that are written can be read.
// The library that takes the block apart is no part of what is measured here; its faults are met all the same.
#include "base/text.hpp"
#include "fuzz/fuzz.hpp"
#include "photos/metadata.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

constexpr std::string PictureWords::*kWords[] = {&PictureWords::creator,     &PictureWords::credit,       &PictureWords::rights,
                                                 &PictureWords::license_url, &PictureWords::licensor_url, &PictureWords::terms,
                                                 &PictureWords::description, &PictureWords::source_type};

void must_be_text(const PictureWords& words) {
    for (const auto word : kWords) {
        must(!find_text_fault(words.*word), "words of a picture are text");
        must((words.*word).size() < 2010, "words of a picture are no book");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = to_text(data, size);
    const std::string no_file;
    const PictureWords exif = read_metadata(no_file, bytes, {}).words, xmp = read_metadata(no_file, {}, bytes).words;
    must_be_text(exif);
    must_be_text(xmp);

    PictureJob job;
    job.creator = "Åsa Ek";
    for (const PictureWords& words : {exif, xmp, words_for(job, xmp)}) {
        to_iptc(words);
        const PictureWords from_exif = read_metadata(no_file, to_exif(words), {}).words;
        must(from_exif.creator == words.creator && from_exif.rights == words.rights && from_exif.description == words.description,
             "what is written as EXIF is read as it was");
        const PictureWords from_xmp = read_metadata(no_file, {}, to_xmp(words)).words;
        for (const auto word : kWords) must(from_xmp.*word == words.*word, "what is written as XMP is read as it was");
    }
    return 0;
}

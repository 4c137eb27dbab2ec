#pragma once
// What a mail adds to a release: quoting with ">", a header, a greeting above it, a signature.

#include "import/blocks.hpp"

namespace pressrum {

// Takes them out of `lines`. What was taken stands in `aside` line by line; the last header's subject in `subject`.
void take_mail_away(std::vector<std::string>& lines, ReleaseText& release);

}  // namespace pressrum

// Rules on attachments: link.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kAttachmentRules[] = {
    {"attachment/missing-file", Severity::error, false,
     {"filen \"{0}\" finns inte", "there is no file \"{0}\""},
     {"lägg den bredvid inlägget, i {1}", "put it beside the post, in {1}"}},
    {"attachment/runs-scripts", Severity::error, false,
     {"filen \"{0}\" är av ett slag som kan köra program hos läsaren eller på webbservern", "the file \"{0}\" is of a kind that can run programs at the reader's or on the web server"},
     {"spara den som pdf, som bild (png) eller i en zip-fil", "save it as pdf, as a picture (png) or in a zip file"}},
};
static_assert(are_rules_of(kAttachmentIds, kAttachmentRules));

}  // namespace pressrum

// Rules on pictures: link/pictures, io/pictures.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kPhotoRules[] = {
    {"photo/missing-file", Severity::error, false,
     {"bilden \"{0}\" finns inte", "there is no picture \"{0}\""},
     {"lägg filen bredvid inlägget, i {1}, eller i site/assets/photos", "put the file beside the post, in {1}, or in site/assets/photos"}},
    {"photo/kind", Severity::error, false,
     {"\"{0}\" är inte en bild som kan användas här", "\"{0}\" is not a picture that can be used here"},
     {"spara bilden som jpg, png, webp eller avif", "save the picture as jpg, png, webp or avif"}},
    {"photo/no-picture", Severity::error, false,
     {"filen \"{0}\" är ingen bild, fast den heter så", "the file \"{0}\" is no picture, although it is called one"},
     {"öppna den i ett bildprogram och spara den som jpg eller png", "open it in a picture program and save it as jpg or png"}},
    {"photo/duplicate-id", Severity::error, false,
     {"två bilder heter \"{0}\"", "two pictures are called \"{0}\""},
     {"ge den ena ett eget id", "give one of them an id of its own"}},
    {"photo/unknown", Severity::error, false,
     {"det finns ingen bild \"{0}\" under photo eller photos", "there is no picture \"{0}\" under photo or photos"},
     {"en bild i texten ska stå under photos, med alt och credit", "a picture in the text should be listed under photos, with alt and credit"}},
    {"photo/damaged", Severity::error, false,
     {"bilden \"{0}\" går inte att visa: filen är skadad eller avbruten", "the picture \"{0}\" cannot be shown: the file is damaged or cut off"},
     {"hämta filen på nytt, eller öppna den i ett bildprogram och spara den som jpg", "fetch the file again, or open it in a picture program and save it as jpg"}},
    {"photo/too-many-pixels", Severity::error, false,
     {"bilden \"{0}\" är för stor: den får ha högst 20 000 bildpunkter på en sida och 150 miljoner i allt", "the picture \"{0}\" is too large: it may have at most 20,000 pixels a side and 150 million in all"},
     {"minska den i ett bildprogram; 6 000 bildpunkter på den längsta sidan räcker också för tryck", "make it smaller in a picture program; 6,000 pixels on the longest side are enough for print too"}},
    {"photo/too-demanding", Severity::error, false,
     {"bilden \"{0}\" tog för lång tid eller för mycket minne att göra i ordning", "the picture \"{0}\" took too much time or memory to prepare"},
     {"öppna den i ett bildprogram och spara den som jpg, högst 6 000 bildpunkter på den längsta sidan", "open it in a picture program and save it as jpg, with at most 6,000 pixels on the longest side"}},
    {"photo/position", Severity::warning, true,
     {"filen \"{0}\" berättar var bilden är tagen, och originalet publiceras som det är", "the file \"{0}\" tells where the picture was taken, and the original is published as it is"},
     {"ta bort platsen i ett bildprogram om den inte ska spridas; i de mindre bilderna på sidan finns den inte", "remove the position in a picture program when it should not be spread; the smaller pictures on the page do not have it"}},
    {"photo/moves", Severity::warning, true,
     {"bilden \"{0}\" rör sig; på sidan visas bara dess första bild", "the picture \"{0}\" moves; the page shows only its first frame"},
     {"spara bilden som jpg om den inte behöver röra sig", "save the picture as jpg when it need not move"}},
    {"photo/other-credit", Severity::warning, true,
     {"filen säger att bilden är tagen av \"{0}\", inlägget att den är tagen av \"{1}\"", "the file says that the picture was taken by \"{0}\", the post says \"{1}\""},
     {"rätta det som är fel; på sidan och i de mindre bilderna står det som inlägget säger", "correct what is wrong; the page and the smaller pictures say what the post says"}},
    {"photo/card", Severity::warning, true,
     {"bilden som visas när inlägget delas kunde inte göras", "the picture that is shown when the post is shared could not be made"},
     {"bygg en gång till; hjälper det inte, stäng av med share_cards: false under photos i site.yaml", "build once more; when that does not help, switch it off with share_cards: false under photos in site.yaml"}},
    {"photo/program", Severity::warning, true,
     {"programmet som gör mindre bilder går inte att starta: {0}; nya eller ändrade bilder visas bara som original ({1})", "the program that makes smaller pictures cannot be started: {0}; new or changed pictures are shown only as originals ({1})"},
     {"lägg pressrum-photos i samma mapp som pressrum, eller stäng av med derivatives: false under photos i site.yaml", "put pressrum-photos into the folder of pressrum, or switch it off with derivatives: false under photos in site.yaml"}},
};
static_assert(are_rules_of(kPhotoIds, kPhotoRules));

}  // namespace pressrum

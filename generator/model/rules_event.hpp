#pragma once
// Rules about the times of a series and about events that several releases announce: link/series, link/same_events, check/doubles.

#include "base/diagnostic.hpp"

namespace pressrum {

inline constexpr Rule kEventRules[] = {
    {"event/repeat-interval", Severity::error, false,
     {"intervallet {0} är för långt", "the interval {0} is too long"},
     {"skriv högst {1}; är det längre mellan gångerna är de egna evenemang", "write {1} at most; with longer between the times they are events of their own"}},
    {"event/series-kind", Severity::error, false,
     {"av start och {0} är det ena en hel dag och det andra ett klockslag", "of start and {0}, one is a whole day and the other a time"},
     {"skriv {0} på samma sätt som start, som 2024-05-07 eller som 2024-05-07T16:30", "write {0} like start, as 2024-05-07 or as 2024-05-07T16:30"}},
    {"event/no-such-time", Severity::error, false,
     {"serien har inget tillfälle {0}", "the series has no time on {0}"},
     {"under {1} står dagar i serien; skriv dagen som gällde från början", "{1} holds days of the series; write the day that it was to be"}},
    {"event/which-time", Severity::error, false,
     {"serien har flera tillfällen {0}", "the series has several times on {0}"},
     {"skriv klockslaget också: {1}", "write the time of day too: {1}"}},
    {"event/time-twice", Severity::error, false,
     {"tillfället {0} nämns redan på ett annat ställe i serien", "the time {0} has already been named elsewhere in the series"},
     {"låt det stå på ett enda ställe: except, extra, moved eller cancelled", "keep it in one place only: except, extra, moved or cancelled"}},
    {"event/moved-onto", Severity::error, false,
     {"ett annat tillfälle i serien är redan {0}", "another time of the series is already on {0}"},
     {"ställ in det ena i stället för att flytta det, eller välj en annan tid", "cancel one of them instead of moving it, or choose another time"}},
    {"event/moved-nowhere", Severity::error, false,
     {"tillfället {0} flyttas till samma tid och plats", "the time {0} is moved to the same time and place"},
     {"skriv den nya tiden i start, eller den nya platsen i location; ta annars bort det under moved", "write the new time in start, or the new place in location; else remove it from moved"}},
    {"event/extra-nothing", Severity::error, false,
     {"serien har ändå ett tillfälle {0}", "the series has a time on {0} anyway"},
     {"under extra står tillfällen utöver de vanliga; kontrollera dagen", "extra holds times besides the usual ones; check the day"}},
    {"event/extra-before-start", Severity::error, false,
     {"tillfället {0} är före seriens början ({1})", "the time {0} is before the series begins ({1})"},
     {"skriv den första dagen i start", "write the first day in start"}},

    {"event/same-as-and-more", Severity::error, false,
     {"\"{0}\" kan inte stå tillsammans med same_as", "\"{0}\" cannot stand beside same_as"},
     {"uppgifterna hämtas från det andra inlägget; ta bort {0} och ändra där i stället", "the details are taken from the other post; remove {0} and make the change there instead"}},
    {"event/same-as-unknown-post", Severity::error, false,
     {"det finns inget inlägg med id \"{0}\"", "there is no post with the id \"{0}\""},
     {"inläggets id står överst i det; saknas det är id år, månad och filnamn, som 2024-05-dialogmote", "a post's id stands on its top; without one it is year, month and file name, as 2024-05-dialogmote"}},
    {"event/same-as-unknown-event", Severity::error, false,
     {"inlägget \"{0}\" har inget evenemang \"{1}\"", "the post \"{0}\" has no event \"{1}\""},
     {"evenemangens id står under events i det inlägget", "the ids of the events stand under events of that post"}},
    {"event/same-as-chain", Severity::error, false,
     {"same_as leder till ett evenemang som inte har egna uppgifter: \"{0}\"", "same_as leads to an event without details of its own: \"{0}\""},
     {"skriv det inlägg där evenemanget beskrivs; det ska vara ett annat än det här", "write the post that describes the event; it has to be another one than this"}},
    {"event/same-as-hidden", Severity::error, false,
     {"inlägget \"{0}\" är inte publicerat när det här publiceras", "the post \"{0}\" is not published when this one is"},
     {"beskriv evenemanget i det inlägg som publiceras först, och skriv same_as i det andra", "describe the event in the post that is published first, and write same_as in the other"}},
    {"event/likely-double", Severity::warning, true,
     {"evenemanget \"{0}\" ser ut att vara samma som \"{1}\" i {2}", "the event \"{0}\" seems to be the same as \"{1}\" in {2}"},
     {"är det samma ersätter du uppgifterna om evenemanget med raden nedan; annars får den som prenumererar det två gånger", "if it is, replace what stands about the event by the line below; else those who subscribe get it twice"}},
};

}  // namespace pressrum

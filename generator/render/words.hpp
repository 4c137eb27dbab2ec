#pragma once
// Dates, times, numbers and roles in the words of a language.
//
// Everything comes from the Lexicon; nothing depends on the machine's locale or zone.

#include "base/time.hpp"
#include "link/site.hpp"
#include "model/lexicon.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pressrum {

std::string date_words(const Lexicon& words, Date date);                  // 7 maj 2024
std::string full_date_words(const Lexicon& words, Date date);             // tisdag 7 maj 2024
std::string month_words(const Lexicon& words, int year, unsigned month);  // maj 2024
std::string month_name(const Lexicon& words, unsigned month);             // maj
std::string month_alone(const Lexicon& words, unsigned month);            // maj, where no day stands before it
std::string time_words(const Lexicon& words, LocalTime time);             // 16.30
std::string date_time_words(const Lexicon& words, LocalTime time);        // 7 maj 2024 kl. 16.30
std::string moment_words(const Lexicon& words, const Moment& moment);     // as a full date, with its time when it has one

// When an occurrence that begins at `start` takes place: "tisdag 7 maj 2024 kl. 16.30–18.00", "4 – 6 september …".
// `end` absent: not announced. For whole days `end` is the last day.
std::string when_words(const Lexicon& words, const Moment& start, const std::optional<Moment>& end);
// The time of day alone, for rows that show the day beside it: "16.30–18.00", "Hela dagen".
std::string clock_words(const Lexicon& words, const Moment& start, const std::optional<Moment>& end);
std::string weekday_words(const Lexicon& words, Date date);

// How an event repeats: "Varje tisdag till och med 11 juni 2024".
std::string repeat_words(const Lexicon& words, const Repeat& repeat, const Moment& start);
std::string except_words(const Lexicon& words, const Repeat& repeat);  // empty without exceptions
std::string extra_words(const Lexicon& words, const Repeat& repeat);   // empty without further days

// "kommunalråd (C)", "ordförande, Ekinge friluftsförening"; `home` is the site's organisation, which is not named.
std::string role_words(const Lexicon& words, std::string_view role, std::string_view party, std::string_view organization,
                       std::string_view home);

std::string size_words(const Lexicon& words, std::uint64_t bytes);                        // 1,2 MB
std::string count_words(const Lexicon& words, std::string_view what, std::size_t count);  // what: "releases" → count_releases_one, _many
std::string list_words(const Lexicon& words, const std::vector<std::string>& items);      // a, b och c

}  // namespace pressrum

#pragma once
// What verify and sign have in common: the folder they are about, and what site.yaml says of keys.

#include "cli/arguments.hpp"
#include "cli/closing.hpp"
#include "cli/console.hpp"
#include "cli/site_settings.hpp"
#include "io/publish/verify.hpp"

#include <chrono>
#include <optional>

namespace pressrum {

// Reports wrong use of the command that was typed; returns its status.
ExitStatus refuse(const WrongUse& fault, const Arguments& arguments, Console& console);

// site.yaml of the press room that the folder was made by. It may be missing: a folder can be verified anywhere.
struct SealSettings {
    SiteSettings site;
    std::optional<PublicKey> key;  // signing_key
    bool faulty = false;           // it is there, and cannot be relied on
};
SealSettings read_seal_settings(const Arguments& arguments);

// Whether something was found that is an error, with severities as site.yaml wants them.
bool has_errors(const Diagnostics& found, const SealSettings& settings);
// Shows what was found, the first ones of each rule, and counts all of it.
void show_seal(const Diagnostics& found, const SealSettings& settings, Console& console, SealSummary& run);

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begin);

}  // namespace pressrum

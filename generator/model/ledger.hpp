#pragma once
// What is published of a release, as manifest.json records it: enough to see later that something was changed.
//
// Words and times are kept as fingerprints and as written, so that a record by an earlier version of the program can be compared as it
// stands. Made by link/ledger.hpp, written by render/ledger.hpp, read back by io/ledger_read.hpp, compared by check/against.cpp.

#include "base/source.hpp"

#include <string>
#include <vector>

namespace pressrum {

// At the top of the output. The signature is made of the finished ledger, by `pressrum sign`, and so is in no plan.
inline constexpr const char* kLedgerFile = "manifest.json";
inline constexpr const char* kSignatureFile = "manifest.json.minisig";

struct PublishedStatement {
    std::string id;                         // its address is #citat-ID
    std::string speaker;                    // the name; empty: nobody is known to have said it
    std::string sha256;                     // of the words said, hexadecimal
    std::string role, party, organization;  // of the speaker as shown
    std::string person;                     // the speaker's key in people.yaml; empty: not there
    std::string role_shown;  // the role in the words of the post's language; empty: `role`, or an earlier version of the program
    std::string approved;    // of the day when the speaker approved the words; empty: not approved, or an earlier version
};

struct PublishedEvent {
    std::string uid;
    std::string start, end;  // local time of the site; a date for whole days; end empty: not announced
    std::string status;      // as in front matter
    std::string sha256;      // of every occurrence: the days and times, and where one is held elsewhere
    int sequence = 0;
    std::vector<std::string> fields;  // "location 0f3a…": name and the beginning of the digest, of each field that is given and watched
};

struct PublishedChange {
    std::string at, kind;
    std::string sha256;  // of the note

    friend bool operator==(const PublishedChange&, const PublishedChange&) = default;
};

struct PublishedPhoto {
    std::string file;    // as in front matter
    std::string credit;  // who took it
    std::string sha256;  // of the file; empty: there is none, or an earlier version of the program did not say
    std::string person;  // of a portrait: whose it is, the key in people.yaml; empty: an earlier version did not say
};

struct PublishedRelease {
    std::string id, address;
    std::vector<std::string> aliases;  // former addresses, as `address` is written
    std::string title;                 // empty: an earlier version of the program did not say
    std::string place;                 // the beginning of the digest of the dateline's, given or not; empty: an earlier version
    std::string published, updated;    // with offset
    std::vector<PublishedStatement> statements;
    std::vector<PublishedEvent> events;
    std::vector<PublishedChange> changes;
    std::vector<PublishedPhoto> photos;
    std::vector<PublishedPhoto> portraits;  // of those who are quoted
    bool unlisted = false;                  // then every text is a digest: whoever knows the post can compare it, nobody else learns of it
    bool expired = false;  // only the page that says so is left; kept like an unlisted one, so that nothing comes back as something else
    Span at;               // where the manifest mentions it
};

// The releases of an earlier run's manifest.
struct Ledger {
    std::string base_url;
    std::string authority;  // of permanent ids; empty: an earlier version of the program did not say
    std::vector<PublishedRelease> releases;
};

}  // namespace pressrum

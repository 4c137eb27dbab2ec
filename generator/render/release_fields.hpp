#pragma once
// The fields of releases as data: a row for each, from which both the data and what is said of the data are made.
//
// The tables stand in render/release_json.cpp; render/release_schema.cpp prints them as a schema and for people.

#include "render/release_json.hpp"

#include <span>

namespace pressrum::release_fields {

// What a value looks like.
enum class Kind { text, address, time, moment, language, kind, status, change, media_type, whole, decimal, record };

struct Record;

struct Row {
    const char* key;
    Kind kind;
    bool always;  // false: left out when there is nothing to say
    bool list;
    const char* doc;
    const Record& (*record)();  // of Kind::record
    OrderedJson (*value)(const void* of);
};

struct Record {
    const char* name;  // in the schema's $defs
    const char* doc;
    std::span<const Row> rows;
};

const Record& release_record();
const Record& year_record();
const Record& head_record();

}  // namespace pressrum::release_fields

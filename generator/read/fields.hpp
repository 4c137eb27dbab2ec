#pragma once
// The field tables, for those who decode with them and those who print them.

#include "read/field.hpp"

namespace pressrum {

const RecordType& post_type();    // struct Post
const RecordType& page_type();    // struct Page
const RecordType& site_type();    // struct SiteConfig
const RecordType& person_type();  // struct Person: each entry of people.yaml
const RecordType& topics_type();  // struct Topics

}  // namespace pressrum

#include "support/rule_cases.hpp"
#include "support/visible.hpp"

#include <catch2/catch.hpp>

using namespace pressrum::test;

namespace {

RuleFile read(const std::string& text) { return read_topic("body", text, std::filesystem::path(PRESSRUM_TESTS_DIR) / "rules"); }

std::string fault_of(const std::string& text) {
    try {
        read(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "none";
}

constexpr const char* kTopic = R"(# body

Words for the reader.

```diff
 Gäller alla.
```

## body/raw-html

```diff
 Rubrik

-Torget får <b>ny</b> belysning.
!           ^^^ fel: HTML kan inte användas [body/raw-html]
!           = skriv: **ny**
+Torget får **ny** belysning.
```
```console
1 fel
→ 1
```

## body/other

```diff site/site.yaml
 a: 1
 bb: 2
```
```diff posts/tom.md
```
```console
$ rm layouts/page.mustache
$ pressrum verify klart
…
efteråt
→ 0
```
)";

constexpr const char* kFirstSession = R"($ pressrum check --now 2026-11-24T12:00
posts/2024/05/post.md:3:12: fel: HTML kan inte användas [body/raw-html]
   3 | Torget får <b>ny</b> belysning.
     |            ^^^
     = skriv: **ny**
1 fel
→ 1
)";

}  // namespace

TEST_CASE("a section of rules holds both versions of its files, and those of the topic unless it has its own") {
    const RuleFile topic = read(kTopic);
    REQUIRE(topic.cases.size() == 2);
    const RuleCase &raw = topic.cases[0], &other = topic.cases[1];
    CHECK(raw.id == "body/raw-html");
    CHECK(raw.line == 9);
    const std::vector<CaseFile> first = files_of(topic, raw), second = files_of(topic, other);
    REQUIRE(first.size() == 1);
    CHECK(first[0].path == "posts/2024/05/post.md");
    CHECK(first[0].faulty == "Rubrik\n\nTorget får <b>ny</b> belysning.\n");
    CHECK(first[0].good == "Rubrik\n\nTorget får **ny** belysning.\n");
    CHECK(has_good_version(raw));
    REQUIRE(second.size() == 3);
    CHECK(second[0].faulty == "a: 1\nbb: 2\n");
    CHECK(second[1].path == "posts/tom.md");
    CHECK((second[1].in_faulty && second[1].faulty.empty()));
    CHECK(second[2].faulty == "Gäller alla.\n");
    CHECK(!has_good_version(other));
}

TEST_CASE("a file may be in one version only, and hold the bytes of another file") {
    const RuleFile topic = read("## body/a\n```diff a\n+x\n```\n```diff b\n-x\n-\n```\n```diff c\n-x\n+⟨files/small.jpg⟩\n```\n");
    const std::vector<CaseFile>& files = topic.cases.at(0).files;
    CHECK((!files[0].in_faulty && files[0].in_good && files[0].good == "x\n"));
    CHECK((files[1].in_faulty && !files[1].in_good && files[1].faulty == "x\n\n"));
    CHECK((files[2].in_faulty && files[2].in_good && files[2].good.starts_with("\xFF\xD8")));
}

TEST_CASE("what is said beside a line and the commands make up a session") {
    const RuleFile topic = read(kTopic);
    CHECK(expected_session(topic.cases[0]) == kFirstSession);
    CHECK(commands_of(topic.cases[0]) == std::vector<std::string>{"pressrum check --now 2026-11-24T12:00"});
    CHECK(commands_of(topic.cases[1]) == std::vector<std::string>{"rm layouts/page.mustache", "pressrum verify klart"});
    CHECK(expected_session(topic.cases[1]) == "$ rm layouts/page.mustache\n$ pressrum verify klart\n…\nefteråt\n→ 0\n");
}

TEST_CASE("renewing changes what is said and nothing else") {
    const RuleFile topic = read(kTopic);
    const std::string second = R"($ rm layouts/page.mustache
$ pressrum verify klart
inledning
site/site.yaml:2:5: fel: två [body/other]
   2 | bb: 2
     |     ^ menade du "3"?
site/site.yaml:1:1: not: här
   1 | a: 1
     | ^
site/site.yaml:2:1: fel: en annan rad visas [body/other]
   2 | bb: …
     | ^^
efteråt)"
                               "\u00A0"
                               R"(
→ 0
)";
    CHECK(renewed(topic, {kFirstSession, expected_session(topic.cases[1])}) == kTopic);
    const std::string now = renewed(topic, {"$ pressrum check --now 2026-11-24T12:00\ninga fel\n→ 0\n", second});
    CHECK(now == R"(# body

Words for the reader.

```diff
 Gäller alla.
```

## body/raw-html

```diff
 Rubrik

-Torget får <b>ny</b> belysning.
+Torget får **ny** belysning.
```
```console
inga fel
→ 0
```

## body/other

```diff site/site.yaml
 a: 1
 bb: 2
!    ^ fel: två [body/other]
!    menade du "3"?
```
```diff posts/tom.md
```
```console
$ rm layouts/page.mustache
$ pressrum verify klart
inledning
…
site/site.yaml:1:1: not: här
   1 | a: 1
     | ^
site/site.yaml:2:1: fel: en annan rad visas [body/other]
   2 | bb: …
     | ^^
efteråt⟨U+00A0⟩
→ 0
```
)");
    CHECK(expected_session(read(now).cases[1]) == second);
}

TEST_CASE("a new section gets its session when it is renewed") {
    const RuleFile topic = read("## body/a\n\n```diff\n x\n```\n\nMore words.\n");
    const std::string session =
        "$ pressrum check --now 2026-11-24T12:00\nposts/2024/05/post.md:1:1: fel: x [body/a]\n   1 | x\n     | ^\n1 fel\n→ 1\n";
    CHECK(renewed(topic, {session}) == "## body/a\n\n```diff\n x\n!^ fel: x [body/a]\n```\n```console\n1 fel\n→ 1\n```\n\nMore words.\n");
}

TEST_CASE("what a file of rules should not hold is refused with its line") {
    CHECK(fault_of("## link/a\n") == "body.md:1: the rule is of another topic");
    CHECK(fault_of("## body/a\n## body/a\n") == "body.md:2: the rule has a section already");
    CHECK(fault_of("## body/a\n```yaml\n") == "body.md:2: a block is diff or console");
    CHECK(fault_of("```console\n") == "body.md:1: a session belongs to a section");
    CHECK(fault_of("## body/a\n```console\nx\n```\n```console\n") == "body.md:5: a second session");
    CHECK(fault_of("## body/a\n```diff\n x\n```\n```diff\n") == "body.md:5: this file is in the section already");
    CHECK(fault_of("## body/a\n```diff\nx\n```\n") == "body.md:3: a line of a file begins with a space, -, + or !");
    CHECK(fault_of("## body/a\n```diff\n!^ fel\n") == "body.md:3: nothing stands above that this could be said about");
    CHECK(fault_of("## body/a\n```diff\n x\n!= gör så\n") == "body.md:4: carets come first");
    CHECK(fault_of("## body/a\n```diff\n ⟨files/none.jpg⟩\n") == "body.md:3: there is no such file");
    CHECK(fault_of("## body/a\n```diff\n x\n") == "body.md:3: the block does not end");
}

TEST_CASE("characters that cannot be seen are written with their numbers") {
    const std::string unseen =
        "a\t\u00A0\u200Be\u0301\xE5"
        "b\x7F \xE2\x82";
    const std::string shown = "a⟨U+0009⟩⟨U+00A0⟩⟨U+200B⟩e⟨U+0301⟩⟨E5⟩b⟨U+007F⟩ ⟨E2⟩⟨82⟩";
    CHECK(visible(unseen) == shown);
    CHECK(with_characters(shown) == unseen);
    CHECK(visible("å – “x” ") == "å – “x”⟨U+0020⟩");
    CHECK(with_characters("⟨x⟩ ⟨U+⟩ ⟨files/a⟩ ⟨") == "⟨x⟩ ⟨U+⟩ ⟨files/a⟩ ⟨");
}

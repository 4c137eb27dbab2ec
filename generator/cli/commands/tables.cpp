// schema, rules, formats: the program's tables, printed.

#include "cli/commands/commands.hpp"
#include "cli/json_out.hpp"
#include "cli/layout_reference.hpp"
#include "cli/reference.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"
#include "render/formats.hpp"
#include "render/release_json.hpp"

namespace pressrum {

ExitStatus run_schema(const Arguments& arguments, Console& console) {
    if (arguments.described == "releases") {
        console.out << (arguments.format == "markdown" ? releases_reference(console.language) : releases_schema("releases.schema.json"));
        return ExitStatus::done;
    }
    const RecordType* const types[] = {&post_type(), &page_type(), &site_type(), &person_type(), &topics_type()};
    console.out << (arguments.format == "markdown" ? fields_markdown(types, console.language) : json_schema(post_type(), console.language));
    return ExitStatus::done;
}

ExitStatus run_rules(const Arguments& arguments, Console& console) {
    console.out << (arguments.format == "json"       ? json_rules(kRuleTables)
                    : arguments.format == "markdown" ? rules_markdown(kRuleTables, console.language)
                                                     : rules_text(kRuleTables, console.language));
    return ExitStatus::done;
}

ExitStatus run_formats(const Arguments& arguments, Console& console) {
    console.out << (arguments.format == "json"       ? json_formats(kFormats)
                    : arguments.format == "markdown" ? formats_markdown(kFormats, console.language)
                                                     : formats_text(kFormats, console.language));
    return ExitStatus::done;
}

ExitStatus run_layouts(const Arguments& arguments, Console& console) {
    console.out << (arguments.format == "markdown" ? layouts_markdown() : layouts_text());
    return ExitStatus::done;
}

}  // namespace pressrum

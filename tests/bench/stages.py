"""Where the instructions of a build go: what callgrind counted, by stage."""
import dataclasses
import re
import subprocess

import measure


@dataclasses.dataclass(frozen=True)
class Stage:
    what: str
    function: str    # as callgrind names it, up to its parameters; what it calls is counted with it
    within: int = 0  # how deep in the stage above it

    def is_named(self, line):
        return re.search(rf"[:\s]{re.escape(self.function)}(\[abi:cxx11\])?\(", line) is not None


LOCAL = "pressrum::(anonymous namespace)::"
STAGES = [
    Stage("files from the disk", "pressrum::read_files"),
    Stage("posts read", "pressrum::read"),
    Stage("YAML, by yaml-cpp", "YAML::Parser::HandleNextDocument", 1),
    Stage("Markdown", "pressrum::read_markdown", 1),
    Stage("linked", "pressrum::link"),
    Stage("who speaks where", "pressrum::link_statements", 1),
    Stage("pictures looked up", "pressrum::make_pictures"),
    Stage("rendered and published", "pressrum::render"),
    Stage("feeds", LOCAL + "write_feed_forms", 1),
    Stage("JSON Feed", "pressrum::to_json_feed", 2),
    Stage("RSS", "pressrum::to_rss", 2),
    Stage("Atom", "pressrum::to_atom", 2),
    Stage("releases' pages", LOCAL + "write_release", 1),
    Stage("JSON-LD of a release", "pressrum::release_json_ld", 2),
    Stage("layouts, by mustache", "pressrum::Layouts::render", 1),
    Stage("data of a year", LOCAL + "write_releases_of_year", 1),
    Stage("files to the disk", "pressrum::Publishing::take", 1),
    Stage("manifest", "pressrum::write_ledger"),
    Stage("checked", "pressrum::check"),
]


def shares(counted):
    """Of each stage, from callgrind's file: [(Stage, share)]; a stage that is not found is left out."""
    done = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", counted], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise measure.Failed(f"callgrind_annotate {counted}")
    lines = [match for match in map(re.compile(r"^\s*[\d,]+ \(\s*([\d.]+)%\)\s+(.*)$").match, done.stdout.splitlines()) if match]
    found = []
    for stage in STAGES:
        share = next((float(line.group(1)) for line in lines if stage.is_named(line.group(2)) and "lambda" not in line.group(2)), None)
        if share is not None:
            found.append((stage, share))
    return found

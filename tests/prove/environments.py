#!/usr/bin/python3 -B
"""The same sources and the same --now give the same bytes, wherever and by whomever they are built.

    tests/prove/environments.py BINARY ROOT [--short]

The example is built as usual and then in odd surroundings: other time zones and locales, no environment at all, another umask, number of threads,
working folder; sources whose path is long, has spaces and letters, whose files were written in another order. The long form also makes the
pictures anew in two of them.
"""
import os
import pathlib
import re
import shutil

import support

NOW = "2026-11-24T12:00"


def surroundings(folder, source):
    """Name → (source, options of the program, options of the run)."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ", "SOURCE_DATE"))}
    homeless = {name: value for name, value in usual.items() if name != "HOME"}

    def with_variables(**variables):
        return {"env": {**usual, **variables}}

    long_path = folder / ("ett långt namn med mellanslag och 'tecken' & annat " + "x" * 14)
    shutil.copytree(source, long_path, copy_function=shutil.copyfile)  # without the times of the files
    backwards = folder / "backwards"
    for file in sorted((path for path in source.rglob("*") if path.is_file()), reverse=True):
        target = backwards / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
        os.utime(target, (1, 1))
    return {
        "the day begins elsewhere (TZ=Pacific/Kiritimati)": (source, [], with_variables(TZ="Pacific/Kiritimati")),
        "a time zone that does not exist": (source, [], with_variables(TZ=":no/such/zone")),
        "Turkish letters (LANG, LC_ALL=tr_TR.UTF-8)": (source, [], with_variables(LANG="tr_TR.UTF-8", LC_ALL="tr_TR.UTF-8")),
        "LC_ALL=C, LANGUAGE=de": (source, [], with_variables(LC_ALL="C", LANGUAGE="de")),
        "a locale that does not exist": (source, [], with_variables(LC_ALL="xx_XX.ISO-8859-99")),
        "no environment at all": (source, [], {"env": {}}),
        "no HOME, and nowhere to put temporary files": (source, [], {"env": {**homeless, "TMPDIR": "/nowhere"}}),
        "another clock (SOURCE_DATE_EPOCH) beside --now": (source, [], with_variables(SOURCE_DATE_EPOCH="1")),
        "umask 077": (source, [], {"umask": 0o077}),
        "1 thread": (source, ["--threads", "1"], {}),
        "2 threads": (source, ["--threads", "2"], {}),
        "7 threads": (source, ["--threads", "7"], {}),
        "from another folder": (source, [], {"cwd": "/"}),
        "from the folder itself, relative": (pathlib.Path("."), [], {"cwd": source}),
        f"a path of {len(long_path.name)} letters, with spaces": (long_path, [], {}),
        "files written backwards, all of one old time": (backwards, [], {}),
    }


def main():
    proof = support.start(__doc__)
    with support.workshop() as folder:
        folder = pathlib.Path(folder)
        source = folder / "source"
        for part in ("site", "posts"):
            shutil.copytree(proof.root / part, source / part)
        settings = source / "site/site.yaml"
        if proof.short and not re.search(r"^photos:", settings.read_text(), re.MULTILINE):
            settings.write_text(settings.read_text() + "\nphotos: {derivatives: false, share_cards: false}\n")
        cache = folder / "cache"
        expected = support.built(proof, source, folder / "usual", "--cache", cache, now=NOW)

        def compare(what, number, cache, root, options, how):
            out = folder / f"out-{number}"
            done = support.build(proof, root, out, "--cache", cache, *options, now=NOW, **how)
            told = [] if done.returncode == 0 else [f"exit status {done.returncode}: {done.stdout.strip()[-200:]} {done.stderr.strip()[-300:]}"]
            proof.figure(what, len(expected), not_built=told, differ=[] if told else support.differences(expected, support.tree(out)))
            shutil.rmtree(out, ignore_errors=True)

        every = surroundings(folder, source)
        for number, (what, (root, options, how)) in enumerate(every.items()):
            compare(what, number, cache, root, options, how)
        if not proof.short:
            for what in ("no environment at all", "7 threads"):
                root, options, how = every[what]
                compare(f"{what}, pictures made anew", what.split()[0], folder / f"cache-{what.split()[0]}", root, options, how)
    proof.end()


main()

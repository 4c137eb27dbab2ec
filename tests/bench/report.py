"""The figures as people read them: tables in Markdown, on the terminal and in docs/performance.md."""
import dataclasses
import os
import statistics

import budgets
import measure
import press_room


@dataclasses.dataclass
class Figures:
    """What was measured with a number of posts."""

    posts: int
    rounds: list        # of {name: Taken}; the name is a step's, a Hugo's version or "floor". A name may be missing where it took too long.
    shown: dict         # how many pages the edits are about
    sizes: dict         # "ours" or a Hugo's version → Size
    hugos: list

    def taken(self, name):
        return [each[name] for each in self.rounds if name in each]

    def median(self, name, measure_of):
        return statistics.median(getattr(taken, measure_of) for taken in self.taken(name))

    def ratio(self, other):
        """Ours, cold, against another in the same round."""
        pairs = [each["cold"].wall / each[other].wall for each in self.rounds if "cold" in each and other in each]
        return statistics.median(pairs) if pairs else None

    def judge(self):
        """The Hugo that the budgets are about, or None."""
        return next((peer for peer in self.hugos if peer.judged()), None)

    def measured(self, budget):
        """None where nothing was measured."""
        if budget.measure == "against_hugo":
            return self.ratio(self.judge().version) if self.judge() else None
        if budget.step:
            return self.median(budget.step, budget.measure) if self.taken(budget.step) else None
        return max(self.median(step.name, budget.measure) for step in press_room.STEPS if step.name != "first" and self.taken(step.name))


# ---------------------------------------------------------------- numbers


def number(value):
    return f"{value:,}"


def seconds(value):
    return f"{1000 * value:.0f} ms" if value < 0.9995 else f"{value:.2f} s"


def megabytes(value):
    return f"{value / 1e6:.0f} MB"


def in_words(measure_of, value):
    return {"against_hugo": "{:.2f}".format, "memory": megabytes}.get(measure_of, seconds)(value)


def table(head, rows):
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


# ---------------------------------------------------------------- one number of posts


def figures_table(figures):
    def row(title, name):
        taken = figures.taken(name)
        if not taken:
            return [title] + ["–"] * 6
        walls = [each.wall for each in taken]
        written = press_room.files_written(taken[-1])
        return [title, seconds(statistics.median(walls)), f"{seconds(min(walls))} – {seconds(max(walls))}", seconds(figures.median(name, "cpu")),
                megabytes(figures.median(name, "memory")), "" if written is None else number(written), str(len(taken))]

    rows = [row(step.title.format(**figures.shown), step.name) for step in press_room.STEPS]
    rows += [row(f"Hugo {peer.version}, always a whole build", peer.version) for peer in figures.hugos]
    rows.append(row("the floor", "floor"))
    return table(["", "wall", "fastest – slowest", "CPU", "memory", "files written", "runs"], rows)


def budgets_table(figures):
    rows = []
    for budget in budgets.BUDGETS:
        limit, value = budget.limits.get(figures.posts), figures.measured(budget)
        if limit is None:
            continue
        stretch = budget.stretch.get(figures.posts)
        allowed = in_words(budget.measure, limit) + (f", then {in_words(budget.measure, stretch)}" if stretch else "")
        verdict = "not measured" if value is None else "**not met**" if value > limit else "met, the second too" if stretch and value <= stretch else "met"
        rows.append([budget.what, allowed, "–" if value is None else in_words(budget.measure, value), verdict])
    return table(["budget", "at most", "measured", ""], rows) if rows else ""


def sizes_line(figures):
    told = [f"{'Pressrum' if name == 'ours' else f'Hugo {name}'} {number(size.files)} files, {size.bytes / 1e6:.1f} MB"
            for name, size in figures.sizes.items()]
    return f"Output: {'; '.join(told)}.  \n"


def ratios_line(figures):
    told = [f"{figures.ratio(peer.version):.2f} × Hugo {peer.version}{'' if peer.judged() else ' (not judged)'}"
            for peer in figures.hugos if figures.ratio(peer.version)]
    told.append(f"{figures.ratio('floor'):.1f} × the floor")
    return f"Cold, wall: {', '.join(told)}.  \n"


def others_line(figures):
    taken = [each for one in figures.rounds for each in one.values()]
    share = sum(each.others for each in taken) / sum(each.wall for each in taken) / os.cpu_count()
    return f"Other programs used {share:.0%} of the machine meanwhile{', too much for the wall times to be trusted' if share > 0.1 else ''}.\n"


def section(figures):
    judged = budgets_table(figures)
    measured = f"## {number(figures.posts)} posts\n\n{figures_table(figures)}\n{ratios_line(figures)}{sizes_line(figures)}{others_line(figures)}\n"
    return measured + (f"{judged}\n" if judged else "")


def stages_section(shares):
    rows = [["– " * stage.within + stage.what, f"{share:.1f} %"] for stage, share in shares]
    return f"## Where the instructions go\n\nOf a build of 300 posts on one thread, pictures made before:\n\n{table(['', ''], rows)}\n" if rows else ""


# ---------------------------------------------------------------- the page

PAGE = """\
# Performance

How long `pressrum build` takes, next to Hugo and next to the least work that any generator could do. `./run bench` writes this page; do not edit it.

Measured {date} on {machine}.
Pressrum {version}; {peers}. Output was written to {outputs}.

{sections}{stages}\
## How this is measured

- **The press room** is invented and always the same (`tests/bench/corpus.py`): posts of 260 to 410 words with two to four quotes each, 60 % with a
  photo, 40 % with an event, spread over ten years. Pressrum makes everything it can: pages, feeds, calendars, data, share cards.
- **Hugo** builds the same posts into the same pages, RSS feeds and calendars (`tests/bench/hugo`), but none of the rest; compare the sizes of the
  output. Without its server it always builds everything, so its one figure stands beside all the edits.
- **The floor** is a C program that reads the same input and writes files of the same sizes on all cores, and does nothing else.
- **In turn:** each round runs Pressrum, Hugo and the floor once, then the edits one by one. Figures are medians; a ratio is the median of the ratios
  of each round.
- **Cold** has an output folder that never existed and only the pictures of an earlier build. The *first build* has nothing and draws every share
  card. All other rows build into the same folder with the same cache, and every edit is checked to have reached its page.
- **CPU** is the time of all cores, with the picture program. **Memory** is the peak of the largest process, which is the main program whenever the
  pictures are cached. The memory budget is judged by the row that needs most, apart from the first build.
- **Instructions** are counted by valgrind's callgrind; a stage has those of what it calls, and the rows below it are parts of it, not all.
- Budgets are wall time unless they say otherwise. 1 MB is a million bytes.

## Measure again

    ./run bench                              1,000 and 10,000 posts, five rounds; writes this page
    ./run bench --posts 1000,10000,100000    100,000 as well: takes hours, and 30 GB of memory or disk
    ./run bench --short                      300 posts, two rounds: does it still work?

CI does not time anything. It counts instructions instead: `./run bench instructions`.
"""


def page(all_figures, outputs, version, shares):
    hugos = all_figures[0].hugos
    peers = " and ".join(f"Hugo {peer.version}" for peer in hugos) or "no Hugo was there, so Pressrum was measured alone"
    return PAGE.format(date=measure.today(), machine=measure.machine(), version=version, peers=peers, outputs=outputs,
                       sections="".join(map(section, all_figures)), stages=stages_section(shares))

"""What a build may take: the one table that the figures are judged by.

Judged are medians, with every kind of output on. Against Hugo each build of ours is divided by the build of Hugo's beside it, and the median is of
these ratios. `stretch` is what we want to reach after that.
"""
import dataclasses


@dataclasses.dataclass(frozen=True)
class Budget:
    what: str
    step: str       # of press_room.STEPS; "" = the most that any step with its pictures in the cache takes
    measure: str    # against_hugo, wall and cpu in seconds, memory in bytes
    limits: dict    # posts → the limit; a number of posts that is missing is not judged
    stretch: dict = dataclasses.field(default_factory=dict)


BUDGETS = [
    Budget("cold, wall against Hugo", "cold", "against_hugo", {1_000: 0.35, 10_000: 0.30, 100_000: 0.30}, {10_000: 0.20}),
    Budget("cold, CPU", "cold", "cpu", {1_000: 0.5, 10_000: 4.5, 100_000: 45}, {10_000: 3.0}),    # growth is linear
    Budget("nothing changed", "nothing", "wall", {1_000: 0.040, 10_000: 0.120, 100_000: 1.0}),
    Budget("nothing due", "time", "wall", {1_000: 0.040, 10_000: 0.120, 100_000: 1.0}),
    Budget("one post edited", "post", "wall", {1_000: 0.070, 10_000: 0.250, 100_000: 2.0}, {10_000: 0.150}),
    Budget("a layout edited", "layout", "wall", {1_000: 0.3, 10_000: 2.0}),
    Budget("peak memory", "", "memory", {1_000: 45e6, 10_000: 150e6, 100_000: 1.1e9}, {10_000: 120e6}),
    Budget("first build, with share cards", "first", "wall", {1_000: 3.0, 10_000: 20.0}),
]

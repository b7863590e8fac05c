"""Taking times: two things in turn, so that whatever else the computer does falls on both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

MILLISECONDS = 1_000


@dataclass
class Pairs:
    """Seconds (or any other unit) of one thing and of its yardstick, taken in turn."""

    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def add(self, ours: float, theirs: float) -> None:
        """Take in one pair."""
        self.ours.append(ours)
        self.theirs.append(theirs)

    def __len__(self) -> int:
        return len(self.ours)

    def extend(self, pairs: Pairs) -> None:
        """Take in the pairs of another."""
        self.ours += pairs.ours
        self.theirs += pairs.theirs

    @property
    def ratio(self) -> float:
        """The median of ours divided by theirs, pair by pair."""
        return statistics.median(o / t for o, t in zip(self.ours, self.theirs, strict=True))


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def alternate(
    rounds: int, ours: Callable[[], float], theirs: Callable[[], float], *, warm_up: int = 1
) -> Pairs:
    """Return so many pairs of what the two report; each goes first every other time."""
    for _ in range(warm_up):
        ours()
        theirs()
    pairs = Pairs()
    for number in range(rounds):
        if number % 2:
            second = theirs()
            pairs.add(ours(), second)
        else:
            first = ours()
            pairs.add(first, theirs())
    return pairs


def compared(rounds: int, work: Callable[[T], object], ours: T, theirs: T) -> Pairs:
    """Return so many pairs of seconds that one piece of work takes with each of two things."""
    return alternate(
        rounds, lambda: seconds(lambda: work(ours)), lambda: seconds(lambda: work(theirs))
    )


def median(values: Iterable[float]) -> float:
    """Return the value in the middle."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of all does not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def p95(values: Sequence[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return percentile(values, 0.95)


def in_ms(value: float) -> str:
    """Return seconds as milliseconds, with as many places as say something."""
    shown = value * MILLISECONDS
    return f"{shown:.0f}" if shown >= 100 else f"{shown:.1f}" if shown >= 10 else f"{shown:.2f}"


def spread(values: Sequence[float]) -> str:
    """Return "median / p95 / max ms" of seconds."""
    return f"{in_ms(median(values))} / {in_ms(p95(values))} / {in_ms(max(values))} ms"


def middle(values: Sequence[float]) -> str:
    """Return the median of seconds in milliseconds."""
    return f"{in_ms(median(values))} ms"

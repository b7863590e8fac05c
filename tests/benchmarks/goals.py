"""Which goals there are, and what measures each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.benchmarks import long_list, saving, searching, starting, steps, ticks, timelines
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding

GOALS: Mapping[str, Callable[[Plan], list[Finding]]] = {
    "G1": starting.cold_start,
    "G4": searching.while_typing,
    "G5": searching.while_typing_in_a_million,
    "G6": searching.after_unlock,
    "G7": searching.against_naive,
    "G8": searching.narrowed,
    "G9": timelines.first_rows,
    "G10": saving.one_note,
    "G15": long_list.every_note,
    "G16": ticks.standstills,
    "G19": steps.answers,
}

ONLY_WHEN_NAMED = frozenset({"G5"})
"""A million notes take minutes to make and gigabytes to keep."""

"""The benchmarks measure what they say, and still work: on tiny vaults, without their targets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks import saving, searching, steps, timelines
from tests.benchmarks.keystrokes import WORDS, keystrokes, words
from tests.benchmarks.measuring import Pairs, alternate, p95
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, at_least, at_most, markdown
from tests.benchmarks.vaults import sample_twins


def test_each_of_two_things_goes_first_every_other_time() -> None:
    order: list[str] = []

    def takes(name: str, seconds: float) -> float:
        order.append(name)
        return seconds

    pairs = alternate(3, lambda: takes("a", 4.0), lambda: takes("b", 2.0), warm_up=0)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert (pairs.ours, pairs.theirs, pairs.ratio) == ([4.0] * 3, [2.0] * 3, 2.0)


def test_the_ratio_is_taken_pair_by_pair() -> None:
    pairs = Pairs([1.0, 10.0, 100.0], [1.0, 5.0, 10.0])
    assert pairs.ratio == 2.0
    assert p95([float(number) for number in range(100)]) == 95.0


def test_a_table_tells_what_is_met_and_what_is_missed() -> None:
    findings = [
        Finding(goal="G1", what="one", ours="1 ms", targets=(at_most("≤ 2", 1, 2),)),
        Finding(goal="G2", what="two", ours="3 ms", ratio=0.5, targets=(at_least("≥ 4", 3, 4),)),
        Finding(goal="G3", what="three", ours="5 ms"),
    ]
    rows = markdown(findings).splitlines()[2:]
    assert [row.split("|")[-2].strip() for row in rows] == ["met", "missed", ""]
    assert [finding.missed for finding in findings] == [False, True, False]


def test_a_step_is_held_against_a_tenth_of_a_second_and_the_brief_against_two() -> None:
    moment = {"answer": 0.15, "work": 0.01, "drawing": 0.02, "nothing": 0.03}
    found = {name: steps._finding(name, [moment], [0.2], 100) for name in ("today", "brief")}
    assert {name: one.missed for name, one in found.items()} == {"today": True, "brief": False}
    assert found["today"].ratio == 5.0


def test_a_plain_twin_holds_what_its_vault_holds_and_is_readable(tmp_path: Path) -> None:
    twins = sample_twins(tmp_path, 60)
    assert twins.plain.read_bytes().startswith(b"SQLite format 3\0")
    assert not twins.vault.read_bytes().startswith(b"SQLite format 3\0")
    with twins.both() as (vault, plain):
        assert vault.people.list_people() == plain.people.list_people()
        assert vault.notes.timeline(limit=60) == plain.notes.timeline(limit=60)
        assert len(vault.notes.timeline(limit=60).rows) == 60
        assert len(words(vault)) == len(set(words(vault))) == WORDS
        assert keystrokes(vault) == keystrokes(plain)


@pytest.mark.parametrize(
    "measure",
    [
        searching.while_typing,
        searching.after_unlock,
        searching.against_naive,
        searching.narrowed,
        timelines.first_rows,
        saving.one_note,
    ],
)
def test_a_benchmark_comes_to_an_end(
    tmp_path: Path, measure: Callable[[Plan], list[Finding]]
) -> None:
    findings = measure(Plan(rounds=1, small=30, large=60, huge=60, folder=tmp_path))
    assert findings
    assert all(finding.ours for finding in findings)

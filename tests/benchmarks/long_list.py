"""G15: a list of every note, beside the naive one."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.children import answer_of
from tests.benchmarks.measuring import Pairs, in_ms, median, middle, p95, spread
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, at_most

MANY = 100_000


def every_note(plan: Plan) -> list[Finding]:
    """G15: showing the small and the large list, jumping about in them, and their memory."""
    return [*_list_of(plan, plan.small), *_list_of(plan, plan.large)]


def _list_of(plan: Plan, notes: int) -> list[Finding]:
    ours, naive = _taken_in_turn(plan, notes)
    shown, memory = Pairs(), Pairs()
    for one, other in zip(ours, naive, strict=True):
        shown.add(one["complete"], other["shown"])
        memory.add(one["mebibytes"], other["mebibytes"])
    jumps = [jump for answer in ours for jump in answer["jumps"]]
    naive_jumps = [jump for answer in naive for jump in answer["jumps"]]
    texts = [jump for answer in ours for jump in answer["texts"]]
    read = [answer["read"] for answer in ours]
    grown = median(memory.ours)
    # A short list is built as quickly as texts are fetched; what counts is that it stays so.
    beside_naive = [at_most("≤ 0.1× QListWidget", shown.ratio, 0.1)] if notes >= MANY else []
    return [
        Finding(
            goal="G15",
            what=f"show {notes:,} rows, texts in view included",
            ours=middle(shown.ours),
            yardstick=f"QListWidget {middle(shown.theirs)}",
            ratio=shown.ratio,
            pairs=len(shown),
            targets=(at_most("≤ 50 ms", median(shown.ours), 0.050), *beside_naive),
        ),
        Finding(
            goal="G15",
            what=f"a jump to anywhere, {notes:,} rows",
            ours=spread(jumps),
            yardstick=f"QListWidget {spread(naive_jumps)}",
            ratio=median(jumps) / median(naive_jumps),
            pairs=len(shown),
            targets=(at_most("p95 ≤ 16 ms", p95(jumps), 0.016),),
        ),
        Finding(
            goal="G15",
            what=f"memory grown after 200 jumps, {notes:,} rows",
            ours=f"{grown:.0f} MiB",
            yardstick=f"QListWidget {median(memory.theirs):.0f} MiB",
            ratio=memory.ratio,
            pairs=len(memory),
            targets=(at_most("≤ 23 MiB, 8 of them the database's cache", grown, 23),),
        ),
        Finding(
            goal="G15",
            what=f"off the UI thread: outline read; texts there after a jump, {notes:,} rows",
            ours=f"{in_ms(median(read))} ms; {spread(texts)}",
        ),
    ]


def _taken_in_turn(plan: Plan, notes: int) -> tuple[list[Any], list[Any]]:
    folder = str(plan.twins(notes).folder)
    ours, naive = [], []
    for _ in range(plan.rounds):
        ours.append(answer_of("long_list_ours.py", folder))
        naive.append(answer_of("long_list_naive.py", str(notes)))
    return ours, naive

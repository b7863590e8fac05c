"""G10: saving one note, with the journal the product uses on both sides."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from managernotes.clock import SystemClock, today
from managernotes.services.workspace import Workspace
from managernotes.text.capture_line import parse_line
from tests.benchmarks.measuring import Pairs, alternate, middle, p95, seconds
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, Target, against_plain, at_most

_REST = 0.012
"""Seconds between two saves: sooner, the vault leaves a gap for other programs (waiting.py)."""

_BLOCK = bytes(32 * 1024)
_MORE = "again"
_SENTENCE = "Ran the handover calmly, wrote down what was open, and nobody had to ask again"


def one_note(plan: Plan) -> list[Finding]:
    """G10: a captured line, and the words of a note saved again, in copies of the large twins.

    The first save of an old note is dear: the index overwrites every trace of its old words where
    they lie (secure-delete), in as many places as the note has words. The next saves find them
    together in its newest part.
    """
    rounds = plan.rounds * 5
    with plan.twins(plan.large).copied() as twins, twins.both() as (vault, plain):
        found = {
            "capture one note": _saves(rounds, _captures(vault), _captures(plain)),
            "save the words of the note at hand": _saves(
                rounds, _edits(vault, every=0), _edits(plain, every=0)
            ),
            "save the words of an old note for the first time": _saves(
                rounds, _edits(vault, every=100), _edits(plain, every=100)
            ),
        }
    disk = [_disk(plan.folder) for _ in range(rounds)]
    return [
        *(
            against_plain("G10", f"{what}, {plan.large:,}", pairs, _targets(pairs))
            for what, pairs in found.items()
        ),
        Finding(
            goal="G10",
            what="for comparison: the disk alone, 32 KiB appended and synced",
            ours=middle(disk),
            pairs=len(disk),
        ),
    ]


def _targets(pairs: Pairs) -> tuple[Target, ...]:
    return (
        at_most("≤ 1.6× plain", pairs.ratio, 1.6),
        at_most("p95 ≤ 10 ms", p95(pairs.ours), 0.010),
    )


def _saves(rounds: int, ours: Callable[[], object], theirs: Callable[[], object]) -> Pairs:
    return alternate(rounds, partial(_rested, ours), partial(_rested, theirs))


def _rested(save: Callable[[], object]) -> float:
    time.sleep(_REST)
    return seconds(save)


def _captures(workspace: Workspace) -> Callable[[], object]:
    """Return what captures a line about somebody, as the composer does."""
    people = workspace.people.list_people()
    line = f'@"{people[0].display_name}" +win {_SENTENCE} #handover ^yesterday'
    day = today(SystemClock())
    return lambda: workspace.notes.capture(parse_line(line, people, day))


def _edits(workspace: Workspace, *, every: int) -> Callable[[], object]:
    """Return what saves more words of a note, as its page does while somebody types.

    Each time of another note, so many further back; 0 stays with the newest.
    """
    outline = workspace.notes.timeline_outline()
    places = count(0, every)

    def save() -> object:
        note = workspace.notes.get(outline[next(places) % len(outline)].id)
        words = replace(note.text, fact=f"{note.text.fact} {_MORE}")
        return workspace.notes.save_text(note.id, words, note.revision)

    return save


def _disk(folder: Path) -> float:
    with tempfile.TemporaryFile(dir=folder) as file:
        began = time.perf_counter()
        os.write(file.fileno(), _BLOCK)
        os.fdatasync(file.fileno())
        return time.perf_counter() - began

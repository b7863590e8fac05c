"""G10: saving one note, with the journal the product uses on both sides."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial

from managernotes.clock import SystemClock, today
from managernotes.domain.observation import NoteText
from managernotes.services.workspace import Workspace
from managernotes.text.capture_line import parse_line
from tests.benchmarks.measuring import Pairs, alternate, middle, p95, seconds
from tests.benchmarks.plan import Plan
from tests.benchmarks.report import Finding, against_plain, at_most

_REST = 0.012
"""Seconds between two saves: sooner, the vault leaves a gap for other programs (waiting.py)."""

_BLOCK = bytes(32 * 1024)
_SENTENCE = "Ran the handover calmly, wrote down what was open, and nobody had to ask again"


def one_note(plan: Plan) -> list[Finding]:
    """G10: a captured line, and the words of a note saved again, in copies of the large twins."""
    with plan.twins(plan.large).copied() as twins, twins.both() as (vault, plain):
        captured = _saves(plan.rounds * 5, _captures(vault), _captures(plain))
        edited = _saves(plan.rounds * 5, _edits(vault), _edits(plain))
    disk = [_disk() for _ in range(plan.rounds * 5)]
    return [
        *(
            against_plain(
                "G10",
                f"{what}, {plan.large:,}",
                pairs,
                (
                    at_most("≤ 1.6× plain", pairs.ratio, 1.6),
                    at_most("p95 ≤ 10 ms", p95(pairs.ours), 0.010),
                ),
            )
            for what, pairs in (("capture one note", captured), ("save one note's words", edited))
        ),
        Finding(
            goal="G10",
            what="for comparison: the disk alone, 32 KiB appended and synced",
            ours=middle(disk),
            pairs=len(disk),
        ),
    ]


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


def _edits(workspace: Workspace) -> Callable[[], object]:
    """Return what saves other words of one note after another, as its page does."""
    notes = iter(workspace.notes.timeline_outline()[::100])

    def save() -> object:
        note = workspace.notes.get(next(notes).id)
        words = NoteText(title=note.text.title, fact=f"{note.text.fact}\n\n{_SENTENCE}.")
        return workspace.notes.save_text(note.id, words, note.revision)

    return save


def _disk() -> float:
    with tempfile.TemporaryFile(dir=FOLDER) as file:
        began = time.perf_counter()
        os.write(file.fileno(), _BLOCK)
        os.fdatasync(file.fileno())
        return time.perf_counter() - began

"""A line of text with its found letters marked, as runs for a TextBlock."""

from __future__ import annotations

from collections.abc import Iterable

from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import Run


def marked_runs(text: str, marks: Iterable[tuple[int, int]]) -> list[Run]:
    """Return the text in runs; `marks` are (start, end) places, in order."""
    runs: list[Run] = []
    end = 0
    for start, stop in marks:
        runs.append(Run(text[end:start]))
        runs.append(Run(text[start:stop], ground=Role.MATCH))
        end = stop
    runs.append(Run(text[end:]))
    return [run for run in runs if run.text]

"""What is shown of a found note: plain words, with the found letters marked."""

from __future__ import annotations

from collections.abc import Iterable

from managernotes.domain.found_text import CLOSES, OPENS, FoundText, read_marked
from managernotes.domain.observation import SearchHit
from managernotes.text.plain_words import without_marks
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import Run


def plain_piece(hit: SearchHit) -> FoundText:
    """Return a hit's piece without Markdown signs; its marks stay at the same letters."""
    signed, end = "", 0
    for start, stop in hit.marks:
        signed += f"{hit.snippet[end:start]}{OPENS}{hit.snippet[start:stop]}{CLOSES}"
        end = stop
    return read_marked(without_marks(signed + hit.snippet[end:]))


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

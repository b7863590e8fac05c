"""Where the team is going, in lines that expectations and goals can name (S09)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from managernotes.domain.identity import VisionLineId


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionLine:
    """One line; its id stays when its words change, so that what serves it still does."""

    id: VisionLineId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionWords:
    """What a revision keeps."""

    text: str = ""
    lines: tuple[VisionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision:
    """The vision from a day on; the one before keeps its words and the day it ended."""

    words: VisionWords
    valid_from: date
    valid_to: date | None
    """None: it is the present one."""
    created_at: datetime
    revision: int

    def line(self, identity: VisionLineId | None) -> VisionLine | None:
        """Return the line of this id; None when it has gone, or nothing was named."""
        return next((line for line in self.words.lines if line.id == identity), None)

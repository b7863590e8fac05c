"""What a timeline is asked for, and what it answers with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias, overload
from uuid import UUID

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, TimelineRow

Cursor: TypeAlias = NoteId
"""Where the next page begins: after this note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFilter:
    """Which notes are wanted: about any of the people, of any of the kinds, with all of the tags.

    Empty means no matter; both days are included.
    """

    people: tuple[PersonId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    tags: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Some rows, newest first, and where the next page begins; None at the end."""

    rows: tuple[TimelineRow, ...]
    next: Cursor | None


class OutlineRow(NamedTuple):
    """What a list needs of a row before it is drawn."""

    id: NoteId
    day: date
    kind: Kind


class TimelineOutline(Sequence[OutlineRow]):
    """Every row of a timeline, newest first; light enough for hundreds of thousands.

    It holds (id, day as an ordinal, kind) as they were stored, and makes values of the rows that
    are looked at.
    """

    def __init__(self, stored: Sequence[tuple[bytes, int, str]]) -> None:
        self._stored = stored

    def __len__(self) -> int:
        return len(self._stored)

    @overload
    def __getitem__(self, index: int) -> OutlineRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[OutlineRow]: ...
    def __getitem__(self, index: int | slice) -> OutlineRow | Sequence[OutlineRow]:
        if isinstance(index, slice):
            return TimelineOutline(self._stored[index])
        identity, ordinal, kind = self._stored[index]
        return OutlineRow(NoteId(UUID(bytes=identity)), date.fromordinal(ordinal), Kind(kind))

    def position(self, note: NoteId) -> int | None:
        """Return where a note stands, or None when it is not among them."""
        wanted = note.bytes
        return next((at for at, row in enumerate(self._stored) if row[0] == wanted), None)


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many notes of each kind fall in one month; `month` is its first day."""

    month: date
    counts: dict[Kind, int]

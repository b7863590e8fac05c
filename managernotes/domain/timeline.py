"""What a timeline is asked for, and what it answers with."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias, overload
from uuid import UUID

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, TimelineRow

_ID_BYTES = 16
_KINDS = tuple(Kind)
_KIND_NUMBERS = {kind.value: number for number, kind in enumerate(_KINDS)}

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

    Ids, days and kinds lie packed side by side, 21 bytes a row; a row becomes values when it is
    looked at.
    """

    def __init__(self, stored: Iterable[tuple[bytes, int, str]]) -> None:
        self._ids = bytearray()
        self._days = array("i")
        self._kinds = bytearray()
        for identity, ordinal, kind in stored:
            self._ids += identity
            self._days.append(ordinal)
            self._kinds.append(_KIND_NUMBERS[kind])

    def __len__(self) -> int:
        return len(self._days)

    @overload
    def __getitem__(self, index: int) -> OutlineRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[OutlineRow]: ...
    def __getitem__(self, index: int | slice) -> OutlineRow | Sequence[OutlineRow]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        day = date.fromordinal(self._days[index])  # refuses what is out of range
        start = index % len(self) * _ID_BYTES
        identity = UUID(bytes=bytes(self._ids[start : start + _ID_BYTES]))
        return OutlineRow(NoteId(identity), day, _KINDS[self._kinds[index]])

    def position(self, note: NoteId) -> int | None:
        """Return where a note stands, or None when it is not among them."""
        at = self._ids.find(note.bytes)
        while at >= 0 and at % _ID_BYTES:  # the end of one id and the beginning of the next
            at = self._ids.find(note.bytes, at + 1)
        return None if at < 0 else at // _ID_BYTES


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many notes of each kind fall in one month; `month` is its first day."""

    month: date
    counts: dict[Kind, int]

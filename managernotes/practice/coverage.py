"""What was seen of a person by expectation and month, and how much of it was said (S25, M05).

An empty month says something about the notes, not about the person. What was judged and not said
is in every row it belongs to: there is no way to ask for a grid without it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from managernotes.domain.identity import PersonId, YardstickId
from managernotes.domain.look_back import Month
from managernotes.domain.observation import SHAREABLE_KINDS, Kind, ShareState
from managernotes.domain.yardstick import Yardstick, YardstickKind
from managernotes.domain.yardstick_rules import is_open

MONTHS: Final = 12
"""So many months the grid goes back, the last one included."""

_SAID_BY_KIND: Final = frozenset({Kind.PRAISE_GIVEN, Kind.FEEDBACK_GIVEN})
_SAID: Final = frozenset({ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How many notes of a kind and state there are about a person in a month, by one yardstick."""

    yardstick: YardstickId | None
    """None: by none."""
    month: Month | None
    """None: before the months of the grid."""
    kind: Kind
    state: ShareState | None
    notes: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One yardstick: how many notes in each month, and how many of what could be said was."""

    yardstick: Yardstick | None
    """None: the notes by no yardstick."""
    is_theirs: bool
    """Whether it counts for them now; else it is a value, retired, or of a role they had."""
    talked_on: date | None
    is_open: bool
    """Whether it is to be talked through: never was, or was edited since (S28)."""
    cells: tuple[int, ...]
    said: int
    seen: int
    """Of wins, concerns, praise and feedback in these months; `said` are those they heard."""
    older_unsaid: int
    """Concerns from before these months that they have not heard."""
    unsaid_concerns: int
    """Every concern that they have not heard, from these months and from before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageGrid:
    """Twelve months, oldest first; a row for each expectation A-Z, then for what else was met."""

    months: tuple[Month, ...]
    rows: tuple[CoverageRow, ...]
    unlinked: CoverageRow


_Found: TypeAlias = dict[YardstickId | None, list[Seen]]


def months_to(until: Month) -> tuple[Month, ...]:
    """Return the months of a grid, oldest first."""
    return tuple(until.plus(back) for back in range(1 - MONTHS, 1))


def grid(
    person: PersonId,
    theirs: Iterable[Yardstick],
    others: Iterable[Yardstick],
    seen: Iterable[Seen],
    until: Month,
) -> CoverageGrid:
    """Return a person's grid; `others` are what notes are measured by that is not theirs now.

    `seen` holds nothing after `until`, and of what lies before the grid only what is not said.
    """
    found: _Found = defaultdict(list)
    for one in seen:
        found[one.yardstick].append(one)
    months = months_to(until)
    rows = [_row(one, person, found[one.id], months, is_theirs=True) for one in theirs]
    rows += [_row(one, person, found[one.id], months, is_theirs=False) for one in _last(others)]
    unlinked = _row(None, person, found[None], months, is_theirs=False)
    return CoverageGrid(months=months, rows=tuple(rows), unlinked=unlinked)


def is_said(kind: Kind, state: ShareState | None) -> bool | None:
    """Whether the person has heard it; None: it is nothing to be said."""
    if kind in _SAID_BY_KIND:
        return True
    return state in _SAID if kind in SHAREABLE_KINDS else None


def _last(others: Iterable[Yardstick]) -> list[Yardstick]:
    """Return expectations before values, each A-Z as they came."""
    return sorted(others, key=lambda one: one.kind is YardstickKind.VALUE)


def _row(
    yardstick: Yardstick | None,
    person: PersonId,
    seen: Sequence[Seen],
    months: Sequence[Month],
    *,
    is_theirs: bool,
) -> CoverageRow:
    inside = [(one, is_said(one.kind, one.state)) for one in seen if one.month]
    cells = Counter[Month | None]()
    for one, _ in inside:
        cells[one.month] += one.notes
    return CoverageRow(
        yardstick=yardstick,
        is_theirs=is_theirs,
        talked_on=yardstick.talked_on(person) if yardstick else None,
        is_open=is_theirs and yardstick is not None and is_open(yardstick, person),
        cells=tuple(cells[month] for month in months),
        said=sum(one.notes for one, said in inside if said is True),
        seen=sum(one.notes for one, said in inside if said is not None),
        older_unsaid=sum(one.notes for one in seen if _waits(one) and one.month is None),
        unsaid_concerns=sum(one.notes for one in seen if _waits(one)),
    )


def _waits(one: Seen) -> bool:
    """Whether it is a concern that they have not heard."""
    is_unsaid = one.state in {ShareState.UNSAID, ShareState.PLANNED}
    return one.kind is Kind.CONCERN and is_unsaid

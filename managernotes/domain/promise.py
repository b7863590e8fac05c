"""A promise: mine or theirs, with the day it was first given for (model: Commitment)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import ConversationId, PersonId, PromiseId


class PromiseOwner(StrEnum):
    """Who gave it; mine come first everywhere."""

    ME = "me"
    THEM = "them"
    OTHER = "other"


class PromiseState(StrEnum):
    """What became of it; a moved one is open, with another day."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMove:
    """One time its day was moved, and when they were told, if they were."""

    from_day: date | None
    to_day: date
    moved_on: date
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWords:
    """What was promised; what a revision keeps."""

    text: str = ""
    help: str = ""
    """For theirs: the help I offered."""
    other_name: str = ""
    """Who gave it, when it was neither of us."""
    closing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPromise:
    """A promise to be kept track of."""

    owner: PromiseOwner
    people: tuple[PersonId, ...]
    """Mine: to whom, nobody means to myself. Theirs: whose, the first one's."""
    words: PromiseWords
    due_on: date | None = None
    made_on: date | None = None
    """None: today."""
    made_in: ConversationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise; immutable, a change is a new value."""

    id: PromiseId
    owner: PromiseOwner
    people: tuple[PersonId, ...]
    words: PromiseWords
    state: PromiseState
    made_on: date
    due_on: date | None
    original_due_on: date | None
    """Never changes, however often it moves (INV-10)."""
    ended_on: date | None
    told_on: date | None
    """Dropped, or kept late: when they were told."""
    made_in: ConversationId | None
    made_in_type: str | None
    """The sort of talk it was made in, for lists."""
    made_in_on: date | None
    moves: tuple[PromiseMove, ...]
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None

    @property
    def is_to_myself(self) -> bool:
        """Whether I gave it to nobody but me; then there is nobody to tell."""
        return self.owner is PromiseOwner.ME and not self.people

    @property
    def is_moved(self) -> bool:
        """Whether its day is another than the first."""
        return bool(self.moves)

    @property
    def is_untold(self) -> bool:
        """Whether it was moved or dropped by its owner, and the other side does not know yet."""
        if self.state is PromiseState.DROPPED:
            return self.told_on is None
        return self.state is PromiseState.OPEN and bool(self.moves) and not self.moves[-1].told_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLists:
    """Promises in the order of the page: mine, theirs, and what was kept."""

    mine: tuple[Promise, ...] = ()
    """Open: those that were moved and not told first, then by day."""
    theirs: tuple[Promise, ...] = ()
    kept: tuple[Promise, ...] = ()
    """Kept, kept late or dropped, the latest first; one I dropped and did not tell is in `mine`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCounts:
    """What became of my own promises; only mine are ever counted (S37)."""

    kept: int = 0
    kept_late: int = 0
    moved_told: int = 0
    moved_untold: int = 0
    open: int = 0

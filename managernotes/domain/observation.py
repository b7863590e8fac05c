"""The note: what a manager saw, kept apart from what they make of it (INV-04)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import ConversationId, NoteId, PersonId


class Kind(StrEnum):
    """What sort of note it is (practice/2-model.md)."""

    WIN = "win"
    PRAISE_GIVEN = "praise_given"
    CONCERN = "concern"
    FEEDBACK_GIVEN = "feedback_given"
    SUPPORT_GIVEN = "support_given"
    LESSON = "lesson"
    CONTEXT = "context"
    GROWTH = "growth"
    THEIR_FEEDBACK_TO_ME = "their_feedback_to_me"
    FEEDBACK_FROM_OTHERS = "feedback_from_others"
    AGREEMENT_NOTE = "agreement_note"
    LOOSE = "loose"


KIND_WORDS: dict[Kind, str] = {
    Kind.WIN: "win",
    Kind.PRAISE_GIVEN: "praise",
    Kind.CONCERN: "concern",
    Kind.FEEDBACK_GIVEN: "feedback",
    Kind.SUPPORT_GIVEN: "support",
    Kind.LESSON: "lesson",
    Kind.CONTEXT: "context",
    Kind.GROWTH: "growth",
    Kind.AGREEMENT_NOTE: "agreement",
    Kind.THEIR_FEEDBACK_TO_ME: "tome",
    Kind.FEEDBACK_FROM_OTHERS: "others",
}
"""The word for each kind in the capture line (DESIGN §4); a loose note has none."""


class ShareState(StrEnum):
    """How far a win or a concern has got on its way to the person."""

    UNSAID = "unsaid"
    PLANNED = "planned"
    SHARED = "shared"
    NOT_FOR_SHARING = "not_for_sharing"
    RESPONDED = "responded"
    CHANGE_SEEN = "change_seen"


SHAREABLE_KINDS = frozenset({Kind.WIN, Kind.CONCERN})
"""Only these carry a share state: they are what a person is waiting to hear."""


def first_share_state(kind: Kind) -> ShareState | None:
    """Return the state a new note of this kind begins in: unsaid, or none at all (S19)."""
    return ShareState.UNSAID if kind in SHAREABLE_KINDS else None


class KeptBack(StrEnum):
    """Why a win or a concern is not for sharing; there is no other reason (practice/2-model.md)."""

    WRONG_AFTER_ALL = "wrong_after_all"
    TOO_SMALL = "too_small"
    PASSED_TO_HR = "passed_to_hr"
    ONLY_CONTEXT = "only_context"


class Source(StrEnum):
    """How the manager knows it."""

    FIRST_HAND = "first_hand"
    DOCUMENT = "document"
    TOLD_BY = "told_by"
    SELF_REPORT = "self_report"


class Sensitivity(StrEnum):
    """Restricted notes stay out of search previews (INV-23)."""

    NORMAL = "normal"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteText:
    """The words of a note; what a revision keeps."""

    title: str = ""
    fact: str = ""
    effect: str = ""
    my_reading: str = ""
    source_detail: str = ""

    @property
    def headline(self) -> str:
        """The first line that says something, as shown in lists; never the private reading."""
        for part in (self.title, self.fact, self.effect):
            for line in part.splitlines():
                if line.strip():
                    return line.strip()
        return ""

    @property
    def said(self) -> tuple[str, str, str]:
        """What it says of what happened: all but what I call it and make of it."""
        return self.fact, self.effect, self.source_detail

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written anywhere."""
        return not any(
            part.strip() for part in (self.title, self.fact, self.effect, self.my_reading)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewObservation:
    """What a capture or a form hands over to be stored."""

    text: NoteText
    kind: Kind = Kind.LOOSE
    people: tuple[PersonId, ...] = ()
    occurred_on: date
    come_back_on: date | None = None
    tags: tuple[str, ...] = ()
    source: Source = Source.FIRST_HAND
    sensitivity: Sensitivity = Sensitivity.NORMAL
    share_state: ShareState | None = None
    """None: the state in which a note of its kind begins."""
    shared_on: date | None = None
    kept_back: KeptBack | None = None
    """The reason, where it is not for sharing."""
    change_seen_on: date | None = None
    unconfirmed: bool = False
    """Whether it came out of the inbox of a locked vault, and nobody has looked at it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One note about nobody, one or several people; immutable, an edit is a new value."""

    id: NoteId
    text: NoteText
    kind: Kind
    people: tuple[PersonId, ...]
    occurred_on: date
    come_back_on: date | None
    tags: tuple[str, ...]
    source: Source
    sensitivity: Sensitivity
    share_state: ShareState | None
    shared_on: date | None
    planned_for: date | None
    """The day of the talk it is planned for, kept once it was said, so that it can be unsaid."""
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None
    linked_notes: tuple[NoteId, ...] = field(default=())
    unconfirmed: bool = False
    planned_in: ConversationId | None = None
    """The talk in which it is to be said, or was to be before it was said."""
    said_in: ConversationId | None = None
    kept_back: KeptBack | None = None
    """Why it is not for sharing; only then."""
    change_seen_on: date | None = None
    is_for_team: bool = False
    """Whether it was marked as fit to tell the team; never for a concern (S33)."""

    @property
    def was_planned(self) -> bool:
        """Whether a talk was chosen for it."""
        return self.planned_in is not None or self.planned_for is not None

    @property
    def days_late(self) -> int:
        """Days between what happened and when it was written (INV-03: always shown)."""
        return (self.created_at.date() - self.occurred_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One line of a timeline."""

    id: NoteId
    kind: Kind
    occurred_on: date
    created_at: datetime
    headline: str
    excerpt: str
    share_state: ShareState | None
    shared_on: date | None
    planned_for: date | None
    tags: tuple[str, ...]
    people: tuple[PersonId, ...] = ()
    restricted: bool = False
    """Whether headline and excerpt are withheld until the note is opened (INV-23)."""
    unconfirmed: bool = False
    """Whether it was sealed while the vault was locked, and nobody has looked at it yet."""
    is_for_team: bool = False
    """Whether it was marked as fit to tell the team (S33)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One found note; `marks` are the (start, end) places in the snippet that matched."""

    id: NoteId
    kind: Kind
    people: tuple[PersonId, ...]
    occurred_on: date
    share_state: ShareState | None
    shared_on: date | None
    planned_for: date | None
    tags: tuple[str, ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    restricted: bool = False
    """Whether the snippet is withheld (INV-23)."""
    unconfirmed: bool = False
    """Whether it was sealed while the vault was locked, and nobody has looked at it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRevision:
    """One kept version of a note's words."""

    revision: int
    saved_at: datetime
    text: NoteText

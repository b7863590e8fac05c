"""A template: the questions of one sort of talk, as given or as the manager made them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import TemplateId


class TemplateGroup(StrEnum):
    """The headings under which templates stand, in their order."""

    REGULAR = "regular"
    HARD = "hard"
    REVIEWS = "reviews"
    LEARNING = "learning"
    SHORT = "short"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateWords:
    """Its words; what a revision keeps."""

    title: str = ""
    why: str = ""
    """What it is for, in one line."""
    body: str = ""
    """Markdown with {{variables}}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template as it stands now."""

    name: str
    """Steady: what a talk remembers it by."""
    group: TemplateGroup
    type: ConversationType | None
    words: TemplateWords
    original: TemplateWords | None
    """As it came with the app; None for one of one's own."""
    original_version: int
    version: int
    """Rises with every change; 1 is the original of one that came with the app."""
    id: TemplateId | None = None
    """None as long as nothing was changed: then only the original exists."""
    changed_at: datetime | None = None

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what came with the app."""
        return self.original is not None and self.words != self.original


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateVersion:
    """One version of a template: what a talk that was made from it asked."""

    version: int
    saved_at: datetime | None
    """None: it came with the app."""
    words: TemplateWords


class LineSort(StrEnum):
    """How a line differs from the original."""

    OWN = "own"
    TAKEN_OUT = "taken_out"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that is one's own, or one of the original that was taken out."""

    sort: LineSort
    text: str
    at: int
    """The number of the line in one's own text, from 0; for one taken out, where it stood."""


@dataclass(frozen=True, slots=True)
class Variable:
    """What the app fills in by itself, and of how many things it was put together."""

    name: str
    value: str
    """Empty: not known; a gap stays in the text."""
    count: int | None = None
    days: int | None = None
    """The age of the oldest, in days."""


VARIABLES = (
    "person",
    "date",
    "last_date",
    "i_owe",
    "they_owe",
    "carried",
    "next",
    "day",
    "cadence",
    "role",
    "level",
    "started_on",
    "recognition_pref",
    "direction",
    "expectation",
    "expectations",
    "discussed_on",
    "d1",
    "d2",
    "follow_up",
    "policy_check",
    "title",
    "happened_on",
    "A",
    "B",
    "goal",
    "goals",
    "facts",
    "talks",
    "support",
    "setting",
    "period",
)
"""Every variable, in the order in which they are offered."""

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

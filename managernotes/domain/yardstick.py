"""What a talk is measured by: an expectation that was agreed, or a value (S20).

Roles, levels and versions of expectations come on top of this; a yardstick is what both kinds
have in common: a name, what it looks like, and since when a person knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import PersonId, YardstickId


class YardstickKind(StrEnum):
    """An expectation of a role or person, or a value of the house."""

    EXPECTATION = "expectation"
    VALUE = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class YardstickWords:
    """Its words; what a revision keeps."""

    title: str = ""
    looks_like: str = ""
    not_yet_like: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkedThrough:
    """With whom it was talked through, and when last; None: not yet."""

    person: PersonId
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """One expectation or value."""

    id: YardstickId
    kind: YardstickKind
    words: YardstickWords
    retired_on: date | None
    people: tuple[TalkedThrough, ...]
    created_at: datetime
    revision: int

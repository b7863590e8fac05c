"""A role, and a level within it: what success is described for (S27)."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.identity import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePurposeWords:
    """What a role is there for; what a revision keeps."""

    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role on one level; without a level it is the role of those who have none."""

    title: str
    level: str | None
    purpose: str
    """The same on every level of a title."""
    people: tuple[PersonId, ...]
    """Who is in it on this level now, A-Z."""

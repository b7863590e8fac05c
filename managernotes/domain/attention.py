"""Where my attention went: notes and talks with each of the team, A-Z (M12)."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.identity import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionRow:
    """One of the team in the last sixty days; never in an order by these counts (INV-13)."""

    person: PersonId
    name: str
    notes: int
    talks: int
    is_quiet: bool
    """Whether there was no note and no talk on any day on which they were there."""

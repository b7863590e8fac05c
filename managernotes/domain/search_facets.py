"""What a search found, counted: the tick boxes beside the results."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, ShareState


@dataclass(frozen=True, slots=True)
class SearchFacets:
    """How many found notes there are in all, by kind, by person and by share state."""

    total: int
    kinds: dict[Kind, int]
    people: dict[PersonId, int]
    share_states: dict[ShareState, int]

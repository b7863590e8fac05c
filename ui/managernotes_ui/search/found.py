"""What a search finds: the notes, and how many there are of each sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, SearchHit, ShareState
from managernotes.domain.search_query import SearchQuery
from managernotes.services.workspace import Workspace

MOST = 200
"""Hits read at once; when there are more, the vault counts them (`count`)."""
MOST_TICKED = 1_000
"""Hits read when ticks must be applied here: the query knows no share state and no "no one"."""

Somebody = PersonId | None
"""A person, or None: nobody is named."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is ticked; any of a group's, all of the groups. Nothing ticked in a group: any."""

    kinds: frozenset[Kind] = frozenset()
    people: frozenset[Somebody] = frozenset()
    states: frozenset[ShareState] = frozenset()

    def take(self, hit: SearchHit) -> bool:
        """Whether a note is among what is ticked."""
        about: set[Somebody] = set(hit.people) or {None}
        return (
            (not self.kinds or hit.kind in self.kinds)
            and (not self.people or bool(about & self.people))
            and (not self.states or hit.share_state in self.states)
        )

    def toggled(self, tick: Kind | ShareState | Somebody) -> Ticks:
        """Return these with one tick set or taken off."""
        if isinstance(tick, Kind):
            return replace(self, kinds=self.kinds ^ {tick})
        if isinstance(tick, ShareState):
            return replace(self, states=self.states ^ {tick})
        return replace(self, people=self.people ^ {tick})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes there are of each sort; `people` has None only where that is known."""

    total: int = 0
    kinds: Mapping[Kind, int] = field(default_factory=dict)
    people: Mapping[Somebody, int] = field(default_factory=dict)
    states: Mapping[ShareState, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a line: `all` counts what its words find, `kept` what the ticks leave.

    Until `is_counted`, both count only what was read: counting a common word takes longer than
    finding its newest notes.
    """

    hits: Sequence[SearchHit] = ()
    all: Counts = Counts()
    kept: Counts = Counts()
    is_counted: bool = True
    has_every_hit: bool = False
    looked_at: int | None = None
    """How many of the newest hits the ticks were applied to, when there are more; else None."""


def look_for(
    workspace: Workspace, query: SearchQuery, ticks: Ticks, names: Mapping[PersonId, str]
) -> Found:
    """Search; runs on the database thread. `names` tells whom ticked people are."""
    hits = workspace.search.search(query, MOST)
    if len(hits) < MOST:
        kept = [hit for hit in hits if ticks.take(hit)]
        return Found(kept, _counted(hits), _counted(kept), has_every_hit=True)
    read = _counted(hits)
    if ticks == Ticks():
        return Found(hits, read, read, is_counted=False)
    found = workspace.search.search(narrowed(query, ticks, names), MOST_TICKED)
    kept = [hit for hit in found if ticks.take(hit)]
    has_every_hit = len(found) < MOST_TICKED
    looked_at = len(found) if not has_every_hit and len(kept) < len(found) else None
    return Found(kept, read, _counted(kept), False, has_every_hit, looked_at)


def count(
    workspace: Workspace,
    query: SearchQuery,
    ticks: Ticks,
    names: Mapping[PersonId, str],
    found: Found,
) -> Found:
    """Return what was found with everything counted; runs on the database thread."""
    everything = _asked(workspace, query)
    kept = found.kept
    if ticks == Ticks():
        kept = everything
    elif not found.has_every_hit and found.looked_at is None:
        kept = _asked(workspace, narrowed(query, ticks, names))
    return replace(found, all=everything, kept=kept, is_counted=True)


def narrowed(query: SearchQuery, ticks: Ticks, names: Mapping[PersonId, str]) -> SearchQuery:
    """Return a query that also asks for the ticked kinds and people, as far as it can."""
    kinds = tuple(ticks.kinds) if ticks.kinds and not query.kinds else query.kinds
    persons = query.persons
    if ticks.people and None not in ticks.people and not query.persons:
        persons = tuple(names[who] for who in ticks.people if who is not None and who in names)
    return replace(query, kinds=kinds, persons=persons)


def _counted(hits: Iterable[SearchHit]) -> Counts:
    known = list(hits)
    people: Counter[Somebody] = Counter()
    for hit in known:
        people.update(hit.people or (None,))
    states = Counter(hit.share_state for hit in known if hit.share_state is not None)
    return Counts(len(known), Counter(hit.kind for hit in known), people, states)


def _asked(workspace: Workspace, query: SearchQuery) -> Counts:
    facets = workspace.search.facets(query)
    people: dict[Somebody, int] = dict(facets.people.items())
    return Counts(facets.total, facets.kinds, people, facets.share_states)

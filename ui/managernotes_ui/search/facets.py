"""Which tick boxes stand beside the results, in which order (SPEC §5.13: people A to Z)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.strings import search as strings
from managernotes_ui.common.strings import timeline as states
from managernotes_ui.search.facet_model import Facet, FacetLine
from managernotes_ui.search.found import Found, Ticks
from managernotes_ui.widgets.kind_look import kind_look


def facet_lines(
    found: Found,
    ticks: Ticks,
    people: Sequence[PersonOverview],
    *,
    covers_kinds: bool = False,
) -> list[FacetLine]:
    """Return heads and boxes of what the words find; what is ticked stays, found or not."""
    lines: list[FacetLine] = []
    for head, facets in (
        (strings.KIND, _kinds(found, ticks, covered=covers_kinds)),
        (strings.PERSON, _people(found, ticks, people)),
        (strings.SAID, _states(found, ticks)),
    ):
        boxes = [facet for facet in facets if facet.count or facet.is_ticked]
        if not found.is_counted:
            boxes = [replace(facet, count=None) for facet in boxes]
        lines += [head, *boxes] if boxes else []
    return lines


def _kinds(found: Found, ticks: Ticks, *, covered: bool) -> Iterator[Facet]:
    for kind in Kind:
        count = found.all.kinds.get(kind, 0)
        word = kind_look(kind, covered=covered).word
        yield Facet(kind, word, count, kind in ticks.kinds)


def _people(found: Found, ticks: Ticks, people: Sequence[PersonOverview]) -> Iterator[Facet]:
    for person in people:
        count = found.all.people.get(person.id, 0)
        yield Facet(person.id, person.display_name, count, person.id in ticks.people)
    yield Facet(None, strings.NO_ONE, found.all.people.get(None), None in ticks.people)


def _states(found: Found, ticks: Ticks) -> Iterator[Facet]:
    for state in ShareState:
        count = found.all.states.get(state, 0)
        yield Facet(state, states.STATES[state], count, state in ticks.states)

"""Timelines: newest first, in pages or as an outline, and the same as a naive sort."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import (
    Kind,
    NewObservation,
    NoteText,
    Sensitivity,
    ShareState,
)
from managernotes.domain.person import NewPerson
from managernotes.domain.timeline import NoteFilter, OutlineRow
from managernotes.errors import NoteNotFoundError, PersonNotFoundError
from managernotes.storage.note_selection import select_notes
from managernotes.storage.timeline import page_sql
from tests.core.office import NOON, Office

TODAY = NOON.date()


def _add(
    office: Office,
    days_ago: int = 0,
    kind: Kind = Kind.LOOSE,
    people: tuple[PersonId, ...] = (),
    text: NoteText | None = None,
) -> NoteId:
    new = NewObservation(
        text=text or NoteText(fact="a note"),
        kind=kind,
        people=people,
        occurred_on=TODAY - timedelta(days=days_ago),
    )
    return office.notes.add(new).id


def test_the_first_day_is_that_of_the_oldest_note_about_somebody_that_is_not_in_the_bin(
    office: Office,
) -> None:
    dana = office.people.add(NewPerson(display_name="Dana Whitfield")).id
    assert office.notes.first_day(dana) is None
    oldest, _ = (_add(office, days, people=(dana,)) for days in (9, 3))
    _add(office, 30)
    assert office.notes.first_day(dana) == TODAY - timedelta(days=9)
    office.notes.bin(oldest)
    assert office.notes.first_day(dana) == TODAY - timedelta(days=3)


def test_an_empty_vault_has_an_empty_timeline(office: Office) -> None:
    assert office.notes.timeline().rows == ()
    assert office.notes.timeline().next is None
    assert len(office.notes.timeline_outline()) == 0


def test_a_row_tells_what_a_list_shows(office: Office) -> None:
    dana = office.people.add(NewPerson(display_name="Dana")).id
    new = NewObservation(
        text=NoteText(
            fact="\n  Ran the rollback\n\ncalmly,\tno customer noticed\n",
            effect="Trust",
            my_reading="private",
        ),
        kind=Kind.WIN,
        people=(dana,),
        occurred_on=TODAY - timedelta(days=3),
        tags=("incident",),
    )
    note = office.notes.mark_shared(office.notes.add(new).id, TODAY)
    [row] = office.notes.timeline(dana).rows
    assert (row.id, row.kind, row.occurred_on) == (note.id, Kind.WIN, note.occurred_on)
    assert row.created_at == NOON
    assert row.headline == "Ran the rollback"
    assert row.excerpt == "calmly, no customer noticed Trust"
    assert (row.share_state, row.shared_on) == (ShareState.SHARED, TODAY)
    assert (row.tags, row.people, row.restricted) == (("incident",), (dana,), False)


def test_a_restricted_note_shows_no_words_in_a_list(office: Office) -> None:
    new = NewObservation(
        text=NoteText(fact="secret"), occurred_on=TODAY, sensitivity=Sensitivity.RESTRICTED
    )
    office.notes.add(new)
    [row] = office.notes.timeline().rows
    assert (row.headline, row.excerpt, row.restricted) == ("", "", True)


def test_a_long_note_gives_a_short_row(office: Office) -> None:
    _add(office, text=NoteText(fact="head\n" + "word " * 39_000, effect="x" * 200_000))
    [row] = office.notes.timeline().rows
    assert row.headline == "head"
    assert row.excerpt.startswith("word word")
    assert row.excerpt.endswith("…")
    assert len(row.excerpt) <= 241


def test_within_a_day_the_latest_note_comes_first(office: Office) -> None:
    ids = [_add(office) for _ in range(3)]
    moved = _add(office, days_ago=1)
    office.notes.change(moved, occurred_on=TODAY)
    assert [row.id for row in office.notes.timeline().rows] == [moved, *reversed(ids)]


def test_a_note_about_two_people_stands_in_both_timelines(office: Office) -> None:
    dana, maya = (office.people.add(NewPerson(display_name=name)).id for name in ("Dana", "Maya"))
    both, hers = _add(office, people=(dana, maya)), _add(office, people=(maya,))
    assert [row.id for row in office.notes.timeline(dana).rows] == [both]
    assert [row.id for row in office.notes.timeline(maya).rows] == [hers, both]
    assert (office.notes.count(dana), office.notes.count(maya), office.notes.count()) == (1, 2, 2)


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(office: Office) -> None:
    ids = [_add(office, n) for n in range(4)]
    office.notes.erase(ids[1])
    wanted = [ids[2], ids[1], ids[0], NoteId(UUID(int=7)), ids[3]]
    assert [row.id for row in office.notes.rows(wanted)] == [ids[2], ids[0], ids[3]]
    assert office.notes.rows([]) == []


def test_months_are_counted_by_kind(office: Office) -> None:
    for day, kind in [
        (date(2026, 3, 1), Kind.WIN), (date(2026, 3, 12), Kind.WIN),
        (date(2026, 3, 2), Kind.CONCERN), (date(2026, 1, 31), Kind.LESSON),
        (date(2025, 4, 1), Kind.WIN), (date(2025, 3, 31), Kind.WIN),
    ]:  # fmt: skip
        office.notes.add(NewObservation(text=NoteText(fact="x"), kind=kind, occurred_on=day))
    office.notes.bin(_add(office, kind=Kind.WIN))

    counts = office.notes.month_counts(None)

    assert [month.month for month in counts] == [
        *(date(2025, n, 1) for n in range(4, 13)),
        *(date(2026, n, 1) for n in range(1, 4)),
    ]
    assert [month.counts for month in counts if month.counts] == [
        {Kind.WIN: 1},
        {Kind.LESSON: 1},
        {Kind.WIN: 2, Kind.CONCERN: 1},
    ]
    assert len(office.notes.month_counts(None, months=3)) == 3


def test_a_page_after_a_note_that_is_gone_says_so(office: Office) -> None:
    ids = [_add(office) for _ in range(3)]
    page = office.notes.timeline(limit=1)
    assert page.next == ids[2]
    office.notes.erase(ids[2])
    with pytest.raises(NoteNotFoundError):
        office.notes.timeline(limit=1, before=page.next)


def test_a_person_who_is_gone_has_no_timeline(office: Office) -> None:
    with pytest.raises(PersonNotFoundError):
        office.notes.timeline(PersonId(UUID(int=1)))


@dataclass(frozen=True)
class Made:
    """One note of a hypothetical vault."""

    days_ago: int
    kind: Kind
    people: frozenset[int]
    tags: tuple[str, ...]
    binned: bool


KINDS = (Kind.WIN, Kind.CONCERN, Kind.LOOSE)
MADE = st.builds(
    Made,
    st.integers(0, 5),
    st.sampled_from(KINDS),
    st.frozensets(st.integers(0, 2)),
    st.lists(st.sampled_from(["red", "blue"]), unique=True).map(tuple),
    st.booleans(),
)


@dataclass(frozen=True)
class Asked:
    """One way of asking for a timeline."""

    person: int | None
    kinds: tuple[Kind, ...]
    tags: tuple[str, ...]
    since: int | None
    until: int | None
    limit: int

    def fits(self, note: Made) -> bool:
        """Tell by looking at the note alone."""
        return (
            not note.binned
            and (self.person is None or self.person in note.people)
            and (not self.kinds or note.kind in self.kinds)
            and {tag.lower() for tag in self.tags} <= set(note.tags)
            and (self.since is None or note.days_ago <= self.since)
            and (self.until is None or note.days_ago >= self.until)
        )


ASKED = st.builds(
    Asked,
    st.none() | st.integers(0, 2),
    st.lists(st.sampled_from(KINDS), unique=True).map(tuple),
    st.lists(st.sampled_from(["red", "BLUE", "green"]), unique=True).map(tuple),
    st.none() | st.integers(0, 5),
    st.none() | st.integers(0, 5),
    st.integers(1, 7),
)


@settings(max_examples=30)
@given(made=st.lists(MADE, max_size=25), asked=st.lists(ASKED, min_size=1, max_size=5))
def test_pages_and_outline_are_the_same_as_a_naive_sort(
    made: list[Made], asked: list[Asked]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        people = [who.id for who in office.people.add_many(THREE_PEOPLE)]
        ids = _write_down(office, made, people)
        for ask in asked:
            places = [(-note.days_ago, n) for n, note in enumerate(made) if ask.fits(note)]
            expected = [
                OutlineRow(ids[n], TODAY + timedelta(days=days), made[n].kind)
                for days, n in sorted(places, reverse=True)
            ]
            who = None if ask.person is None else people[ask.person]
            since, until = _day(ask.since), _day(ask.until)
            outline = office.notes.timeline_outline(who, ask.kinds, ask.tags, since, until)
            assert list(outline) == expected
            assert list(outline[1:-1]) == expected[1:-1]
            assert _all_pages(office, who, ask) == [row.id for row in expected]
        office.close()


THREE_PEOPLE = [NewPerson(display_name=f"P{n}") for n in range(3)]


def _write_down(office: Office, made: list[Made], people: list[PersonId]) -> list[NoteId]:
    ids = office.notes.add_many(
        NewObservation(
            text=NoteText(fact="x"),
            kind=note.kind,
            people=tuple(people[n] for n in sorted(note.people)),
            tags=note.tags,
            occurred_on=TODAY - timedelta(days=note.days_ago),
        )
        for note in made
    )
    for identity, note in zip(ids, made, strict=True):
        if note.binned:
            office.notes.bin(identity)
    return ids


def _day(days_ago: int | None) -> date | None:
    return None if days_ago is None else TODAY - timedelta(days=days_ago)


def _all_pages(office: Office, who: PersonId | None, ask: Asked) -> list[NoteId]:
    found: list[NoteId] = []
    before: NoteId | None = None
    while True:
        page = office.notes.timeline(
            who,
            kinds=ask.kinds,
            tags=ask.tags,
            since=_day(ask.since),
            until=_day(ask.until),
            limit=ask.limit,
            before=before,
        )
        assert len(page.rows) <= ask.limit
        found += [row.id for row in page.rows]
        if page.next is None:
            return found
        before = page.next


@pytest.mark.parametrize("people", [0, 1, 2])
@pytest.mark.parametrize("tags", [(), ("red",)])
def test_a_page_is_chosen_without_sorting_and_without_the_words(
    office: Office, people: int, tags: tuple[str, ...]
) -> None:
    who = office.people.add_many([NewPerson(display_name=f"P{n}") for n in range(2)])
    office.notes.add(NewObservation(text=NoteText(fact="x"), occurred_on=TODAY, tags=("red",)))
    wanted = NoteFilter(
        people=tuple(person.id for person in who[:people]), kinds=(Kind.WIN,), tags=tags
    )
    selection = select_notes(office.db, wanted)
    assert selection is not None
    plan = "\n".join(
        row["detail"]
        for row in office.db.execute(
            f"EXPLAIN QUERY PLAN {page_sql(selection, after_cursor=True)}",
            {**selection.params, "before": 0, "limit": 50},
        )
    )
    assert "SEARCH" in plan
    assert "observation_record" not in plan
    assert "TEMP B-TREE" not in plan

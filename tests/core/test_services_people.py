"""People are added, changed, found and let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import Cadence, NewPerson, Person, PersonStatus
from managernotes.errors import (
    AmbiguousPersonError,
    EditConflictError,
    InvalidInputError,
    PersonExistsError,
    PersonNotFoundError,
    UnknownPersonError,
)
from managernotes.services.people import PeopleService
from tests.core.office import NOON, Office

DANA = NewPerson(
    display_name="Dana Whitfield",
    alias="dana",
    role="Team lead",
    team="Platform",
    level="L5",
    started_on=date(2021, 6, 1),
    manager_since=date(2024, 2, 29),
    status=PersonStatus.JOINING,
    cadence=Cadence.MONTHLY,
    recognition_pref="In writing",
    works_best="Mornings",
    aims="Her own team",
)


def test_a_person_comes_back_as_they_were_written(office: Office) -> None:
    added = office.people.add(DANA)
    assert office.people.get(added.id) == added
    assert added == Person(
        id=added.id,
        created_at=NOON,
        updated_at=NOON,
        revision=1,
        **{name: getattr(DANA, name) for name in DANA.__dataclass_fields__},
    )


def test_people_are_listed_a_to_z_without_regard_to_case_and_accents(office: Office) -> None:
    for name in ("Zoë", "anna", "Émile", "Dan"):
        office.people.add(NewPerson(display_name=name))
    names = ["anna", "Dan", "Émile", "Zoë"]
    assert [who.display_name for who in office.people.list_people()] == names
    assert [row.display_name for row in office.people.overview()] == names


def test_who_has_gone_is_listed_only_when_asked_for(office: Office) -> None:
    for status in PersonStatus:
        office.people.add(NewPerson(display_name=status.value, status=status))
    assert [who.status for who in office.people.list_people()] == [
        PersonStatus.ACTIVE,
        PersonStatus.AWAY,
        PersonStatus.JOINING,
    ]
    assert len(office.people.list_people(include_gone=True)) == 5
    assert len(office.people.overview()) == 5


def test_the_overview_counts_what_each_has_not_heard_yet(office: Office) -> None:
    dana = office.people.add(DANA)
    maya = office.people.add(NewPerson(display_name="Maya"))
    for kind, people in [
        (Kind.WIN, (dana.id,)), (Kind.CONCERN, (dana.id, maya.id)), (Kind.CONTEXT, (maya.id,)),
        (Kind.WIN, (dana.id,)), (Kind.WIN, (dana.id,)),
    ]:  # fmt: skip
        new = NewObservation(
            text=NoteText(fact="x"), kind=kind, people=people, occurred_on=NOON.date()
        )
        note = office.notes.add(new)
    office.notes.bin(note.id)
    said = next(iter(office.notes.timeline_outline(dana.id)))
    office.notes.mark_shared(said.id, NOON.date())
    rows = office.people.overview()
    assert [(row.display_name, row.role, row.alias, row.unsaid) for row in rows] == [
        ("Dana Whitfield", "Team lead", "dana", 2),
        ("Maya", None, None, 1),
    ]


def test_the_overview_knows_the_day_of_the_newest_note_outside_the_bin(office: Office) -> None:
    dana = office.people.add(DANA)
    office.people.add(NewPerson(display_name="Maya"))
    days = [date(2026, 3, 10), date(2026, 3, 12), date(2026, 2, 1)]
    notes = [
        office.notes.add(
            NewObservation(text=NoteText(fact="x"), people=(dana.id,), occurred_on=day)
        )
        for day in days
    ]
    rows = office.people.overview()
    assert [(row.team, row.last_note_on) for row in rows] == [
        ("Platform", date(2026, 3, 12)),
        (None, None),
    ]
    office.notes.bin(notes[1].id)
    assert office.people.overview()[0].last_note_on == date(2026, 3, 10)


@pytest.mark.parametrize(
    "bad",
    [
        NewPerson(display_name=""),
        NewPerson(display_name=" \t "),
        NewPerson(display_name="\u0301"),
        NewPerson(display_name="x" * 121),
        NewPerson(display_name="a\0b"),
        NewPerson(display_name="Dana", alias="two words"),
        NewPerson(display_name="Dana", alias="x" * 41),
        NewPerson(display_name="Dana", alias="--"),
        NewPerson(display_name="Dana", alias="a\x07"),
        NewPerson(display_name="Dana", role="x" * 121),
        NewPerson(display_name="Dana", aims="x" * 200_001),
    ],
)
def test_what_cannot_be_kept_is_refused(office: Office, bad: NewPerson) -> None:
    with pytest.raises(InvalidInputError):
        office.people.add(bad)
    assert office.people.list_people() == []


def test_a_name_is_kept_in_single_spaces_and_an_empty_alias_is_none(office: Office) -> None:
    person = office.people.add(
        NewPerson(display_name="  Dana \n Whitfield ", alias=" ", role="", team=" A  B ")
    )
    assert (person.display_name, person.alias) == ("Dana Whitfield", None)
    assert (person.role, person.team) == (None, "A B")
    assert office.people.add(NewPerson(display_name="x" * 120)).display_name == "x" * 120


def test_a_name_used_twice_needs_an_alias_and_an_alias_is_used_once(office: Office) -> None:
    office.people.add(NewPerson(display_name="Dana O’Neill", alias="dana"))
    for again in (
        NewPerson(display_name="dána o'neill"),
        NewPerson(display_name="dana o'neill", alias="DANA"),
        NewPerson(display_name="Somebody Else", alias="Dána"),
    ):
        with pytest.raises(PersonExistsError):
            office.people.add(again)
    assert len(office.people.list_people()) == 1
    office.people.add(NewPerson(display_name="Dana O’Neill", alias="dana2"))


def test_many_people_are_added_all_or_none(office: Office) -> None:
    twice = [NewPerson(display_name="Dana"), NewPerson(display_name="dana")]
    with pytest.raises(PersonExistsError):
        office.people.add_many(twice)
    assert office.people.list_people() == []
    assert [who.display_name for who in office.people.add_many(twice[:1])] == ["Dana"]


def test_people_of_one_role_share_it_as_it_was_first_written(office: Office) -> None:
    first = office.people.add(NewPerson(display_name="A", role="Team lead"))
    second = office.people.add(NewPerson(display_name="B", role="TEAM LEAD"))
    assert (first.role, second.role) == ("Team lead", "Team lead")
    assert office.db.execute("SELECT count(*) FROM role").fetchone()[0] == 1


def test_a_name_is_found_by_the_capture_lines_rules(office: Office) -> None:
    dana = office.people.add(DANA)
    other = office.people.add(NewPerson(display_name="Daniel Whitfield"))
    assert office.people.find("DANA") == dana
    assert office.people.find("daniel") == other
    with pytest.raises(AmbiguousPersonError):
        office.people.find("whitfield")
    with pytest.raises(UnknownPersonError):
        office.people.find("zoe")


def test_an_edit_keeps_the_version_before(office: Office) -> None:
    dana = office.people.add(DANA)
    office.clock.advance(days=1)
    edited = office.people.edit(replace(dana, aims="Architecture", role="Director", alias=None))
    assert edited == replace(
        dana,
        aims="Architecture",
        role="Director",
        alias=None,
        revision=2,
        updated_at=NOON + timedelta(days=1),
    )
    assert office.people.get(dana.id) == edited
    [version] = office.people.revisions(dana.id)
    assert (version.revision, version.saved_at, version.person) == (1, NOON, DANA)


def test_fifty_earlier_versions_of_a_person_are_kept(office: Office) -> None:
    person = office.people.add(NewPerson(display_name="Dana"))
    for n in range(55):
        office.clock.advance(minutes=6)
        person = office.people.edit(replace(person, aims=f"aim {n}"))
    kept = [version.person.aims for version in office.people.revisions(person.id)]
    assert kept == [f"aim {n}" for n in range(53, 3, -1)]


def test_pauses_while_typing_use_up_no_versions(office: Office) -> None:
    person = office.people.add(DANA)
    for n in range(60):
        office.clock.advance(seconds=2)
        person = office.people.edit(replace(person, aims="Architecture" + "!" * n))
    assert [version.person for version in office.people.revisions(person.id)] == [DANA]
    office.clock.advance(minutes=5)
    office.people.edit(replace(person, aims="Architecture, in a year"))
    kept = [version.person.aims for version in office.people.revisions(person.id)]
    assert kept == [person.aims, DANA.aims]


def test_a_slip_that_wipes_what_was_typed_about_a_person_can_be_undone(office: Office) -> None:
    person = office.people.add(DANA)
    typed = office.people.edit(replace(person, works_best="Mornings, with the door shut. " * 20))
    office.people.edit(replace(typed, works_best=""))
    kept = [version.person.works_best for version in office.people.revisions(person.id)]
    assert kept == [typed.works_best, DANA.works_best]


def test_what_another_session_wrote_about_a_person_is_kept(office: Office) -> None:
    mine = office.people.edit(replace(office.people.add(DANA), aims="mine"))
    theirs = PeopleService(office.ledger).edit(replace(mine, aims="theirs"))
    office.people.edit(replace(theirs, aims="mine again"))
    kept = [version.person.aims for version in office.people.revisions(mine.id)]
    assert kept == ["theirs", "mine", DANA.aims]


def test_an_edit_of_a_stale_version_is_refused(office: Office) -> None:
    dana = office.people.add(DANA)
    PeopleService(office.second_ledger()).edit(replace(dana, aims="theirs"))
    with pytest.raises(EditConflictError):
        office.people.edit(replace(dana, aims="mine"))
    assert office.people.get(dana.id).aims == "theirs"


def test_an_edit_that_changes_nothing_makes_no_revision(office: Office) -> None:
    dana = office.people.add(DANA)
    office.clock.advance(days=1)
    assert office.people.edit(dana) == dana
    assert office.people.revisions(dana.id) == []


def test_an_edit_into_somebody_else_is_refused(office: Office) -> None:
    office.people.add(DANA)
    maya = office.people.add(NewPerson(display_name="Maya"))
    for clash in (replace(maya, display_name="DANA whitfield"), replace(maya, alias="Dana")):
        with pytest.raises(PersonExistsError):
            office.people.edit(clash)
    assert office.people.get(maya.id) == maya


def test_a_person_in_the_bin_is_nowhere_and_comes_back_with_their_notes(office: Office) -> None:
    dana = office.people.add(DANA)
    maya = office.people.add(NewPerson(display_name="Maya"))
    alone, both, thrown = (
        office.notes.add(
            NewObservation(text=NoteText(fact="x"), people=who, occurred_on=NOON.date())
        ).id
        for who in ((dana.id,), (dana.id, maya.id), (dana.id,))
    )
    office.notes.bin(thrown)
    office.clock.advance(days=1)

    office.people.bin(dana.id)

    assert [who.id for who in office.people.list_people()] == [maya.id]
    assert [row.id for row in office.people.overview()] == [maya.id]
    assert [who.id for who in office.people.binned()] == [dana.id]
    assert [row.id for row in office.notes.timeline().rows] == [both]
    with pytest.raises(UnknownPersonError):
        office.people.find("dana")

    office.clock.advance(days=1)
    office.people.bin(dana.id)  # a second time: the first moment counts
    office.people.restore(dana.id)

    assert office.people.find("dana").id == dana.id
    assert [row.id for row in office.notes.timeline().rows] == [both, alone]
    assert office.people.binned() == []


def test_nobody_comes_back_into_a_name_that_is_taken(office: Office) -> None:
    dana = office.people.add(DANA)
    office.people.bin(dana.id)
    office.people.add(DANA)
    with pytest.raises(PersonExistsError):
        office.people.restore(dana.id)
    assert [who.id for who in office.people.binned()] == [dana.id]


def test_a_person_who_is_gone_says_so(office: Office) -> None:
    nobody = PersonId(UUID(int=1))
    ghost = replace(office.people.add(DANA), id=nobody)
    for attempt in (
        lambda: office.people.get(nobody),
        lambda: office.people.edit(ghost),
        lambda: office.people.bin(nobody),
        lambda: office.people.restore(nobody),
    ):
        with pytest.raises(PersonNotFoundError):
            attempt()

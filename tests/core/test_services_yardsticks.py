"""Expectations and values over a real vault."""

from __future__ import annotations

from datetime import timedelta

import pytest

from managernotes.domain.yardstick import TalkedThrough, YardstickKind, YardstickWords
from managernotes.errors import EditConflictError, InvalidInputError, PersonNotFoundError
from tests.core.office import NOON, Office
from tests.core.preparing_office import expectation, noted
from tests.core.talks_office import person

TODAY = NOON.date()
EXPECTATION, VALUE = YardstickKind.EXPECTATION, YardstickKind.VALUE


def test_it_is_found_again_a_to_z_with_whom_it_is_for(office: Office) -> None:
    dana, raj = person(office), person(office, "Raj")
    late = office.yardsticks.add(EXPECTATION, YardstickWords(title="writes it down"), [dana])
    early = office.yardsticks.add(VALUE, YardstickWords(title="Early and plainly"))
    other = office.yardsticks.add(EXPECTATION, YardstickWords(title="Reviews in a day"), [raj])
    assert office.yardsticks.list() == (early, other, late)
    assert office.yardsticks.list(dana) == (early, late)
    assert office.yardsticks.list(raj) == (early, other)
    assert late.people == (TalkedThrough(person=dana, on=None),)


@pytest.mark.parametrize("title", ["", "  \n"])
def test_one_without_a_name_is_refused(office: Office, title: str) -> None:
    with pytest.raises(InvalidInputError, match="needs a name"):
        office.yardsticks.add(VALUE, YardstickWords(title=title))
    assert office.yardsticks.list() == ()


def test_one_for_somebody_unknown_is_refused_whole(office: Office) -> None:
    gone = person(office)
    office.people.bin(gone)
    office.clock.advance(days=31)
    office.notes.empty_bin()
    with pytest.raises(PersonNotFoundError):
        office.yardsticks.add(EXPECTATION, YardstickWords(title="Answers"), [gone])
    assert office.yardsticks.list() == ()


def test_it_is_reworded_against_the_revision_that_was_read(office: Office) -> None:
    one = expectation(office)
    new = YardstickWords(title="Hands over", looks_like="By 17:30", not_yet_like="By word of mouth")
    assert office.yardsticks.reword(one.id, new, one.revision).words == new
    with pytest.raises(EditConflictError):
        office.yardsticks.reword(one.id, YardstickWords(title="Other"), one.revision)
    assert office.yardsticks.get(one.id).words == new


def test_a_retired_one_leaves_the_list_and_comes_back(office: Office) -> None:
    one = expectation(office)
    assert office.yardsticks.retire(one.id).retired_on == TODAY
    assert office.yardsticks.list() == ()
    assert [kept.id for kept in office.yardsticks.list(include_retired=True)] == [one.id]
    assert office.yardsticks.bring_back(one.id).retired_on is None
    assert [kept.id for kept in office.yardsticks.list()] == [one.id]


def test_it_is_talked_through_with_a_person_on_a_day_that_has_been(office: Office) -> None:
    one = expectation(office)
    raj = person(office, "Raj")
    office.yardsticks.talked_through(one.id, person(office), TODAY)
    known = office.yardsticks.talked_through(one.id, raj).people
    assert {who.person: who.on for who in known} == {person(office): TODAY, raj: None}
    with pytest.raises(InvalidInputError):
        office.yardsticks.talked_through(one.id, raj, TODAY + timedelta(days=1))


def test_a_note_is_measured_by_it_until_that_is_taken_back(office: Office) -> None:
    one, note = expectation(office), noted(office)
    office.yardsticks.link_note(one.id, note.id)
    office.yardsticks.link_note(one.id, note.id)
    assert [found.id for found in office.yardsticks.of_note(note.id)] == [one.id]
    office.yardsticks.unlink_note(one.id, note.id)
    assert office.yardsticks.of_note(note.id) == ()


def test_a_search_of_papers_finds_its_words(office: Office) -> None:
    expectation(office, "Hands over so others can act")
    found = office.db.execute(
        "SELECT count(*) FROM paper_search WHERE paper_search MATCH 'hands'"
    ).fetchone()
    assert found[0] == 1

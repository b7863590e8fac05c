"""What a month was made of: two short lists side by side, and what is fit to tell (S06, S33)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

import pytest

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.look_back import LookBackWords, Month
from managernotes.domain.metric import Item, ItemSort
from managernotes.domain.month_material import Material
from managernotes.domain.observation import Kind, NewObservation, NoteText, Sensitivity
from managernotes.errors import InvalidInputError
from managernotes.vault.driver_errors import ConstraintError
from tests.core.goal_rows import check_in, goal, growth_step
from tests.core.office import Office
from tests.core.talks_office import TODAY, person, promised

MARCH = Month.of(TODAY)
FIRST = MARCH.first


def note(
    office: Office, kind: Kind, on: date, text: str = "The rollback", who: PersonId | None = None
) -> NoteId:
    """Store a note about somebody, Dana if nobody is named."""
    return office.notes.add(
        NewObservation(
            text=NoteText(fact=text),
            kind=kind,
            people=(who or person(office),),
            occurred_on=on,
        )
    ).id


def texts(items: tuple[Item, ...]) -> list[str]:
    """Return the words of a list."""
    return [item.text for item in items]


def test_s06_three_times_support_and_two_check_ins_are_two_lists_with_links(
    office: Office,
) -> None:
    who = person(office)
    _, key = goal(office, who, "Restore in ten minutes", started=FIRST)
    for days, fact in ((2, "18 minutes"), (9, "")):
        check_in(office, key, FIRST + timedelta(days=days), fact)
    helped = [
        note(office, Kind.SUPPORT_GIVEN, FIRST + timedelta(days=days), f"Help {days}")
        for days in (1, 3, 8)
    ]
    check_in(office, key, FIRST - timedelta(days=1), "the month before")
    material = office.look_backs.material(MARCH)
    assert texts(material.kept_running) == ["18 minutes", "Restore in ten minutes"]
    assert [item.id for item in material.grew_people] == helped
    assert all(item.id and item.person == who for item in material.kept_running)


def test_s06_there_is_no_figure_beside_the_two_lists() -> None:
    shapes = {part.name: str(part.type) for part in fields(Material)}
    assert not [name for name, shape in shapes.items() if "int" in shape or "float" in shape]


def test_growth_steps_and_career_talks_grew_people_and_kept_promises_kept_things_running(
    office: Office,
) -> None:
    who = person(office)
    growth_step(office, who, "Lead the trial", on=FIRST + timedelta(days=4))
    growth_step(office, who, "Only an idea", state="idea", on=FIRST + timedelta(days=4))
    promise = promised(office, due=TODAY)
    office.promises.keep(promise.id)
    material = office.look_backs.material(MARCH)
    assert texts(material.grew_people) == ["Lead the trial"]
    assert texts(material.kept_running) == ["Ask for the quiet room"]


def test_the_month_is_told_oldest_first_by_the_day_that_counts(office: Office) -> None:
    said = note(office, Kind.WIN, FIRST - timedelta(days=20), "The timed restore")
    office.sharing.said(said, FIRST + timedelta(days=5))
    note(office, Kind.PRAISE_GIVEN, FIRST + timedelta(days=2), "The tour for sales")
    note(office, Kind.WIN, FIRST + timedelta(days=3), "Still unsaid")
    hard = note(office, Kind.CONCERN, FIRST + timedelta(days=1), "Estimates")
    office.sharing.said(hard, FIRST + timedelta(days=4))
    note(office, Kind.THEIR_FEEDBACK_TO_ME, FIRST + timedelta(days=6), "A date, not maybe")
    material = office.look_backs.material(MARCH)
    assert texts(material.thanks_said) == ["The tour for sales", "The timed restore"]
    assert material.thanks_said[1].on == FIRST + timedelta(days=5)
    assert texts(material.good_work_unsaid) == ["Still unsaid"]
    assert texts(material.hard_things_said) == ["Estimates"]
    assert texts(material.told_me) == ["A date, not maybe"]


def test_waited_longest_is_what_was_open_at_the_end_of_that_month(office: Office) -> None:
    february = MARCH.plus(-1)
    old = note(office, Kind.CONCERN, february.first, "Said in March")
    office.sharing.said(old, FIRST + timedelta(days=1))
    note(office, Kind.CONCERN, february.first + timedelta(days=3), "Not said yet")
    assert texts(office.look_backs.material(february).waited_longest) == ["Said in March"]
    assert texts(office.look_backs.material(MARCH).waited_longest) == ["Not said yet"]


def test_a_promise_that_moved_stands_with_whether_they_were_told(office: Office) -> None:
    one = promised(office, due=TODAY)
    other = promised(office, due=TODAY, text="A second test rig")
    office.promises.move(one.id, TODAY + timedelta(days=5), None)
    office.promises.move(other.id, TODAY + timedelta(days=5), TODAY)
    moved = office.look_backs.material(MARCH).promises_moved
    assert [(item.text, item.is_open) for item in moved] == [
        ("Ask for the quiet room", True),
        ("A second test rig", False),
    ]


def test_the_one_thing_of_the_newest_month_before_stands_below(office: Office) -> None:
    assert office.look_backs.material(MARCH).last_one_thing is None
    january = MARCH.plus(-2)
    office.look_backs.save_words(january, LookBackWords(one_thing="Ask, then explain."))
    office.look_backs.skip(MARCH.plus(-1))
    found = office.look_backs.material(MARCH).last_one_thing
    assert found is not None
    assert (found.month, found.text) == (january, "Ask, then explain.")


def test_a_list_holds_fifty_lines_and_says_that_it_goes_on(office: Office) -> None:
    for number in range(51):
        note(office, Kind.SUPPORT_GIVEN, FIRST, f"Help {number:02}")
    material = office.look_backs.material(MARCH)
    assert (len(material.grew_people), material.cut) == (50, frozenset({"grew_people"}))


def test_an_empty_month_is_empty(office: Office) -> None:
    assert office.look_backs.material(MARCH).is_empty


def test_inv_23_what_is_restricted_shows_no_word(office: Office) -> None:
    office.notes.add(
        NewObservation(
            text=NoteText(fact="A private matter"),
            kind=Kind.SUPPORT_GIVEN,
            people=(person(office),),
            occurred_on=FIRST,
            sensitivity=Sensitivity.RESTRICTED,
        )
    )
    [item] = office.look_backs.material(MARCH).grew_people
    assert (item.text, item.is_restricted, item.sort) == ("", True, ItemSort.NOTE)


def test_s33_only_what_was_marked_is_fit_to_tell_the_team(office: Office) -> None:
    win = note(office, Kind.WIN, FIRST, "The rollback")
    note(office, Kind.WIN, FIRST, "Not marked")
    assert office.team.mark(win, fit=True).is_for_team
    assert [row.id for row in office.team.fit_to_tell(FIRST)] == [win]
    assert [item.id for item in office.look_backs.material(MARCH).fit_to_tell] == [win]
    assert not office.team.mark(win, fit=False).is_for_team
    assert office.team.fit_to_tell(FIRST) == ()


def test_s33_a_concern_can_never_be_told_the_team(office: Office) -> None:
    concern = note(office, Kind.CONCERN, FIRST)
    with pytest.raises(InvalidInputError):
        office.team.mark(concern, fit=True)
    with pytest.raises(ConstraintError):
        office.db.execute("UPDATE observation_record SET is_for_team = 1")
    assert office.team.fit_to_tell(FIRST) == ()


def test_s33_what_becomes_a_concern_is_fit_no_longer(office: Office) -> None:
    one, other = note(office, Kind.WIN, FIRST), note(office, Kind.LESSON, FIRST)
    office.team.mark(one, fit=True)
    office.team.mark(other, fit=True)
    assert not office.notes.change(one, kind=Kind.CONCERN).is_for_team
    office.db.execute("UPDATE observation SET kind = 'concern' WHERE id = ?", (other.bytes,))
    assert not office.notes.get(other).is_for_team
    assert office.team.fit_to_tell(FIRST) == ()


def test_s33_a_mark_stays_when_anything_else_of_a_note_changes(office: Office) -> None:
    win = note(office, Kind.WIN, FIRST)
    office.team.mark(win, fit=True)
    moved = office.notes.change(win, occurred_on=FIRST + timedelta(days=1), tags=("delivery",))
    assert moved.is_for_team
    assert office.sharing.said(win, TODAY).is_for_team

"""Tests for lessons: conditions, not culprits; closed only when the change held."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from managernotes.domain.identity import LessonId
from managernotes.domain.lesson import Held, Lesson, LessonState, LessonWords, NewLesson
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.domain.search_query import parse_query
from managernotes.errors import (
    EditConflictError,
    InvalidInputError,
    PaperNotFoundError,
    PersonNotFoundError,
)
from managernotes.storage.table_counts import table_counts
from managernotes.vault.driver_errors import ConstraintError
from tests.core.goals_office import proposed
from tests.core.office import Office
from tests.core.talks_office import TODAY, person

DUE = TODAY + timedelta(days=14)
WORDS = LessonWords(
    title="Rehearsal of 28 October",
    expected="Restore within sixty minutes, one person at the desk.",
    actual="Step four took 38 minutes. Dana called Mei at 18:50.",
    kept="Two people read the runbook aloud.",
    likely=("we tested the restore, not the time it takes", "step four is done by hand"),
    change="A timed restore every quarter",
    change_owner="Mei",
)


def opened(office: Office, words: LessonWords = WORDS, happened_on: date | None = None) -> Lesson:
    """Begin a lesson that Dana and Mei looked at."""
    people = (person(office), person(office, "Mei"))
    return office.lessons.add(NewLesson(words=words, happened_on=happened_on, people=people))


def agreed(office: Office, happened_on: date | None = None) -> Lesson:
    """Begin a lesson and agree its change."""
    return office.lessons.agree_change(opened(office, happened_on=happened_on).id, DUE)


def note(office: Office, kind: Kind) -> NewObservation:
    """Return a note of a kind, about Dana."""
    people = (person(office),)
    return NewObservation(text=NoteText(fact="Fact"), kind=kind, occurred_on=TODAY, people=people)


def test_a_lesson_is_kept_with_its_four_answers_and_who_looked_at_it(office: Office) -> None:
    lesson = opened(office)
    assert lesson.words == WORDS
    assert lesson.state is LessonState.OPENED
    assert lesson.happened_on == TODAY
    assert lesson.people == (person(office), person(office, "Mei"))
    assert office.lessons.get(lesson.id) == lesson
    assert office.lessons.list() == (lesson,)


def test_bullets_and_empty_lines_are_no_conditions(office: Office) -> None:
    words = replace(WORDS, title=" Two\n words ", likely=("· one\n\n- two ", "", " * "))
    lesson = opened(office, words)
    assert (lesson.words.title, lesson.words.likely) == ("Two words", ("one", "two"))


@pytest.mark.parametrize(
    "new",
    [
        NewLesson(words=LessonWords(title="  ")),
        NewLesson(words=WORDS, happened_on=TODAY + timedelta(days=1)),
        NewLesson(words=WORDS, looked_at_on=TODAY + timedelta(days=1)),
        NewLesson(words=WORDS, looked_at_on=TODAY - timedelta(days=1)),
        NewLesson(words=replace(WORDS, actual="x" * 200_001)),
    ],
)
def test_a_lesson_that_cannot_be_is_refused_and_nothing_is_stored(
    office: Office, new: NewLesson
) -> None:
    with pytest.raises(InvalidInputError):
        office.lessons.add(new)
    assert office.lessons.list() == ()


def test_nobody_in_the_bin_looked_at_a_new_lesson(office: Office) -> None:
    dana = person(office)
    office.people.bin(dana)
    with pytest.raises(PersonNotFoundError):
        office.lessons.add(NewLesson(words=WORDS, people=(dana,)))
    assert office.lessons.list() == ()


def test_inv_22_a_lesson_has_no_field_for_a_culprit(office: Office) -> None:
    wanted = {"culprit", "fault", "blame", "guilty", "caused_by", "responsible", "offender"}
    columns = {
        str(row["name"])
        for table in ("lesson", "lesson_person", "lesson_note")
        for row in office.db.execute(f"PRAGMA table_info({table})")
    }
    names = {part.name for record in (Lesson, LessonWords, NewLesson) for part in fields(record)}
    assert columns
    assert not [name for name in columns | names for bad in wanted if bad in name]
    assert "person_key" not in {
        row["name"] for row in office.db.execute("PRAGMA table_info(lesson)")
    }


def test_inv_22_a_concern_is_never_linked_to_a_lesson(office: Office) -> None:
    lesson = opened(office)
    concern = office.notes.add(note(office, Kind.CONCERN))
    with pytest.raises(InvalidInputError, match="a concern about a person never belongs"):
        office.lessons.link_note(lesson.id, concern.id)
    assert office.lessons.get(lesson.id).notes == ()
    with pytest.raises(ConstraintError), office.db.transaction():
        office.db.execute(
            "INSERT INTO lesson_note (lesson_key, observation_key)"
            " SELECT l.key, o.key FROM lesson AS l, observation AS o"
        )


def test_inv_22_a_note_that_becomes_a_concern_leaves_its_lesson(office: Office) -> None:
    lesson = opened(office)
    told = office.notes.add(note(office, Kind.LESSON))
    assert office.lessons.link_note(lesson.id, told.id).notes == (told.id,)
    assert office.lessons.of_note(told.id) == (office.lessons.get(lesson.id),)
    office.notes.change(told.id, kind=Kind.CONCERN)
    assert office.lessons.get(lesson.id).notes == ()
    office.notes.change(told.id, kind=Kind.LESSON)
    assert office.lessons.of_note(told.id) == ()


def test_a_link_to_a_note_is_taken_back(office: Office) -> None:
    lesson = opened(office)
    win = office.notes.add(note(office, Kind.WIN))
    office.lessons.link_note(lesson.id, win.id)
    assert office.lessons.unlink_note(lesson.id, win.id).notes == ()


@pytest.mark.parametrize("likely", [(), ("Dana",), ("human error", "mei forgot"), ("Dana erred",)])
def test_s31_a_lesson_is_understood_only_by_a_condition_that_is_not_a_person(
    office: Office, likely: tuple[str, ...]
) -> None:
    lesson = opened(office, replace(WORDS, likely=likely))
    for step in (LessonState.UNDERSTOOD, LessonState.CLOSED):
        with pytest.raises(InvalidInputError, match="not a person"):
            office.lessons.step(lesson.id, step)
    with pytest.raises(InvalidInputError, match="not a person"):
        office.lessons.agree_change(lesson.id, DUE)
    lines = (*likely, "the runbook gave no time")
    office.lessons.save_words(lesson.id, replace(WORDS, likely=lines))
    assert office.lessons.step(lesson.id, LessonState.UNDERSTOOD).state is LessonState.UNDERSTOOD


def test_a_change_is_agreed_with_words_and_a_day_and_the_day_may_move(office: Office) -> None:
    lesson = opened(office, replace(WORDS, change=""))
    with pytest.raises(InvalidInputError, match="no change yet"):
        office.lessons.agree_change(lesson.id, DUE)
    office.lessons.save_words(lesson.id, WORDS)
    with pytest.raises(InvalidInputError, match="wants a day"):
        office.lessons.step(lesson.id, LessonState.CHANGE_AGREED)
    with pytest.raises(InvalidInputError, match="comes after"):
        office.lessons.agree_change(lesson.id, TODAY - timedelta(days=1))
    assert office.lessons.agree_change(lesson.id, DUE).state is LessonState.CHANGE_AGREED
    later = DUE + timedelta(days=7)
    assert office.lessons.agree_change(lesson.id, later).change_due_on == later


def test_s32_a_lesson_closes_only_when_its_change_was_checked_and_held(office: Office) -> None:
    lesson = agreed(office)
    with pytest.raises(InvalidInputError, match="Nobody has looked"):
        office.lessons.step(lesson.id, LessonState.CLOSED)
    again = DUE + timedelta(days=90)
    for held in (Held.PARTLY, Held.NO):
        looked = office.lessons.look_again(lesson.id, held, again_on=again)
        assert (looked.state, looked.checked_on, looked.held, looked.again_on) == (
            LessonState.CHANGE_AGREED,
            TODAY,
            held,
            again,
        )
        with pytest.raises(InvalidInputError, match="has not held"):
            office.lessons.step(lesson.id, LessonState.CLOSED)
    office.clock.advance(days=100)
    held_now = office.lessons.look_again(lesson.id, Held.YES)
    assert (held_now.state, held_now.again_on) == (LessonState.CHANGE_CHECKED, None)
    closed = office.lessons.step(lesson.id, LessonState.CLOSED)
    assert (closed.state, closed.closed_on) == (LessonState.CLOSED, TODAY + timedelta(days=100))
    assert closed.checked_on == closed.closed_on


def test_s32_the_file_itself_refuses_a_closed_lesson_whose_change_did_not_hold(
    office: Office,
) -> None:
    office.lessons.look_again(agreed(office).id, Held.PARTLY, again_on=DUE)
    with pytest.raises(ConstraintError), office.db.transaction():
        office.db.execute("UPDATE lesson SET state = 'closed', closed_on = '2026-03-12'")


def test_what_did_not_hold_wants_a_later_day(office: Office) -> None:
    lesson = agreed(office)
    for again in (None, TODAY):
        with pytest.raises(InvalidInputError, match="once more"):
            office.lessons.look_again(lesson.id, Held.NO, again_on=again)
    with pytest.raises(InvalidInputError, match="not on a day to come"):
        office.lessons.look_again(lesson.id, Held.YES, TODAY + timedelta(days=1))
    with pytest.raises(InvalidInputError, match="no change yet to look at"):
        office.lessons.look_again(opened(office).id, Held.YES)


def test_a_closed_lesson_opens_again_and_keeps_what_was_seen(office: Office) -> None:
    lesson = agreed(office)
    office.lessons.look_again(lesson.id, Held.YES)
    office.lessons.step(lesson.id, LessonState.CLOSED)
    with pytest.raises(InvalidInputError, match="closed"):
        office.lessons.agree_change(lesson.id, DUE)
    with pytest.raises(InvalidInputError, match="closed"):
        office.lessons.look_again(lesson.id, Held.NO, again_on=DUE)
    back = office.lessons.step(lesson.id, LessonState.CHANGE_AGREED)
    assert (back.closed_on, back.held) == (None, Held.YES)
    with pytest.raises(InvalidInputError, match="Nothing was changed"):
        office.lessons.step(lesson.id, LessonState.CHANGE_AGREED)


def test_s32_a_change_agreed_anew_is_looked_at_anew(office: Office) -> None:
    lesson = agreed(office)
    office.lessons.look_again(lesson.id, Held.YES)
    anew = office.lessons.agree_change(lesson.id, DUE + timedelta(days=1))
    assert (anew.state, anew.checked_on, anew.held) == (LessonState.CHANGE_AGREED, None, None)
    with pytest.raises(InvalidInputError, match="Nobody has looked"):
        office.lessons.step(lesson.id, LessonState.CLOSED)


def test_a_lesson_without_a_change_says_why_and_closes_once_that_held(office: Office) -> None:
    words = replace(WORDS, change="", no_change="Both were back within a day.")
    lesson = opened(office, words)
    office.lessons.agree_change(lesson.id, TODAY)
    office.lessons.look_again(lesson.id, Held.YES)
    assert office.lessons.step(lesson.id, LessonState.CLOSED).closed_on == TODAY


def test_saving_words_is_never_refused_and_the_state_falls_back_to_what_they_carry(
    office: Office,
) -> None:
    lesson = agreed(office)
    office.lessons.look_again(lesson.id, Held.YES)
    closed = office.lessons.step(lesson.id, LessonState.CLOSED)
    bare = office.lessons.save_words(lesson.id, replace(WORDS, change=""), closed.revision)
    assert (bare.state, bare.closed_on) == (LessonState.UNDERSTOOD, None)
    empty = office.lessons.save_words(lesson.id, LessonWords())
    assert (empty.state, empty.words.title) == (LessonState.OPENED, WORDS.title)
    with pytest.raises(EditConflictError):
        office.lessons.save_words(lesson.id, WORDS, closed.revision)
    assert office.lessons.save_words(lesson.id, WORDS).state is LessonState.OPENED


def test_people_and_days_change_and_its_goal_too(office: Office) -> None:
    lesson = opened(office)
    assert office.lessons.set_people(lesson.id, [person(office, "Mei")]).people == (
        person(office, "Mei"),
    )
    before = TODAY - timedelta(days=3)
    moved = office.lessons.set_days(lesson.id, before, TODAY)
    assert (moved.happened_on, moved.looked_at_on) == (before, TODAY)
    with pytest.raises(InvalidInputError):
        office.lessons.set_days(lesson.id, TODAY, before)
    goal = proposed(office, title="Restore in thirty minutes")
    assert office.lessons.serve(lesson.id, goal.id).goal == goal.id
    assert office.lessons.serve(lesson.id, None).goal is None
    with pytest.raises(PaperNotFoundError):
        office.lessons.get(LessonId(goal.id))


def test_open_lessons_come_by_the_day_to_look_and_closed_ones_last(office: Office) -> None:
    soon, later, undated = agreed(office), agreed(office), opened(office)
    office.lessons.agree_change(later.id, DUE + timedelta(days=5))
    closed = agreed(office)
    office.lessons.look_again(closed.id, Held.YES)
    office.lessons.step(closed.id, LessonState.CLOSED)
    partly = agreed(office)
    office.lessons.look_again(partly.id, Held.PARTLY, again_on=DUE + timedelta(days=2))
    binned = agreed(office)
    office.lessons.bin(binned.id)
    found = [one.id for one in office.lessons.list()]
    assert found == [soon.id, partly.id, later.id, undated.id, closed.id]
    office.lessons.restore(binned.id)
    assert len(office.lessons.list()) == 6


def test_m15_changes_looked_at_again_in_twelve_months_are_counted_against_all(
    office: Office,
) -> None:
    year = office.lessons.checked_in_12_months()
    assert (year.checked, year.all, year.lessons) == (0, 0, ())
    partly = agreed(office, happened_on=TODAY - timedelta(days=200))
    office.lessons.look_again(partly.id, Held.PARTLY, again_on=DUE)
    waiting = agreed(office)
    agreed(office, happened_on=TODAY - timedelta(days=365))
    opened(office, replace(WORDS, change="", no_change="Nothing to change."))
    office.lessons.bin(agreed(office).id)
    year = office.lessons.checked_in_12_months()
    assert (year.checked, year.all) == (1, 2)
    assert [one.id for one in year.lessons] == [waiting.id, partly.id]


def test_the_team_is_told_roles_and_years_and_no_name(office: Office) -> None:
    office.people.add(NewPerson(display_name="Mei", role="SRE"))
    lesson = agreed(office, happened_on=date(2025, 10, 28))
    office.lessons.look_again(lesson.id, Held.PARTLY, again_on=date(2026, 6, 19))
    told = office.lessons.team_words(lesson.id)
    assert "A colleague called the SRE at 18:50." in told
    assert "A timed restore every quarter · the SRE · first by 26 March 2026" in told.replace(
        "The SRE", "the SRE"
    )
    assert "It held partly, looked at on 12 March 2026. Again on 19 June 2026." in told
    assert told.startswith("Rehearsal of 28 October (28 October 2025)\n\nWhat we expected\n")
    assert "- we tested the restore, not the time it takes\n- step four" in told
    for name in ("Dana", "Mei"):
        assert name not in told


def test_what_the_team_was_told_is_kept_and_is_not_found_by_a_search(office: Office) -> None:
    lesson = opened(office)
    shared = office.lessons.share(lesson.id, TODAY, "Dana's quokkaflimsy idea")
    assert (shared.shared_on, shared.words.team_words) == (
        TODAY,
        "A colleague's quokkaflimsy idea",
    )
    assert office.search.papers(parse_query("quokkaflimsy", TODAY)) == []
    with pytest.raises(InvalidInputError):
        office.lessons.share(lesson.id, TODAY + timedelta(days=1))
    assert office.lessons.share(lesson.id, None).shared_on is None
    again = office.lessons.share(lesson.id, TODAY)
    assert again.words.team_words == office.lessons.team_words(lesson.id)


def test_a_lesson_goes_with_the_only_person_in_it_and_stays_for_others(office: Office) -> None:
    dana = person(office)
    alone = office.lessons.add(NewLesson(words=WORDS, people=(dana,)))
    both, nobody = opened(office), office.lessons.add(NewLesson(words=WORDS))
    office.people.bin(dana)
    assert {one.id for one in office.lessons.list()} == {both.id, nobody.id}
    office.clock.advance(days=31)
    office.db.execute("UPDATE person SET hold = 1")
    office.notes.empty_bin()
    assert office.lessons.get(alone.id).binned_at is not None
    office.db.execute("UPDATE person SET hold = 0")
    office.notes.empty_bin()
    with pytest.raises(PaperNotFoundError):
        office.lessons.get(alone.id)
    assert table_counts(office.db)["lesson"] == 2
    assert office.lessons.get(both.id).people == (person(office, "Mei"),)

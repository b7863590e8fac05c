"""Tests for goals: what they need, how they move, and in which order they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from managernotes.domain.conversation import TopicOwner
from managernotes.domain.goal import Confidence, GoalState, GoalWords, Measure, NewGoal, SetBy
from managernotes.domain.goal_lists import GoalFilter, Standing
from managernotes.domain.identity import VisionLineId
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import EditConflictError, InvalidInputError, PaperNotFoundError
from managernotes.vault.driver_errors import ConstraintError
from tests.core.goals_office import DUE, TODAY, agreed, ended, looked_at, proposed
from tests.core.office import Office
from tests.core.talks_office import person, planned

YESTERDAY = TODAY - timedelta(days=1)
LATER = DUE + timedelta(days=30)


def test_s07_a_goal_without_measure_or_due_date_is_saved_as_proposed_and_not_agreed(
    office: Office,
) -> None:
    bare = office.goals.add(NewGoal(person=person(office), words=GoalWords(title="Restore")))
    assert bare.state is GoalState.PROPOSED
    with pytest.raises(InvalidInputError, match=r"measured, the day it is due and who set it"):
        office.goals.step(bare.id, GoalState.AGREED)
    office.goals.set_measure(bare.id, Measure.NUMBER, 92, 30)
    with pytest.raises(InvalidInputError, match="the day it is due and who set it"):
        office.goals.step(bare.id, GoalState.AGREED)
    office.goals.move(bare.id, DUE)
    with pytest.raises(InvalidInputError, match="who set it"):
        office.goals.step(bare.id, GoalState.AGREED)
    assert office.goals.get(bare.id).state is GoalState.PROPOSED
    office.goals.set_by(bare.id, SetBy.THEM)
    assert office.goals.step(bare.id, GoalState.AGREED).state is GoalState.AGREED


def test_inv_10_moving_a_goals_day_never_overwrites_the_first_one(office: Office) -> None:
    goal = agreed(office)
    moved = office.goals.move(goal.id, LATER)
    assert (moved.due_on, moved.original_due_on) == (LATER, DUE)
    again = office.goals.move(goal.id, DUE + timedelta(days=1))
    assert again.original_due_on == DUE


def test_inv_10_the_vault_itself_refuses_another_first_day_of_a_goal(office: Office) -> None:
    goal = agreed(office)
    with pytest.raises(ConstraintError):
        office.db.execute("UPDATE goal SET original_due_on = '2026-01-01'")
    assert office.goals.get(goal.id).original_due_on == DUE


def test_inv_10_a_day_given_later_is_the_first_one_from_then_on(office: Office) -> None:
    goal = proposed(office, due=None)
    assert office.goals.move(goal.id, DUE).original_due_on == DUE
    assert office.goals.move(goal.id, LATER).original_due_on == DUE


@pytest.mark.parametrize("end", [GoalState.NOT_MET, GoalState.DROPPED])
def test_what_was_not_met_is_reflected_on_with_what_was_learned(
    office: Office, end: GoalState
) -> None:
    goal = ended(office, end)
    with pytest.raises(InvalidInputError, match="what you learned"):
        office.goals.step(goal.id, GoalState.REFLECTED)
    office.goals.reword(goal.id, replace(goal.words, learned="Storage first, then the restore."))
    done = office.goals.step(goal.id, GoalState.REFLECTED)
    assert (done.state, done.outcome, done.ended_on) == (GoalState.REFLECTED, end, TODAY)


def test_what_was_met_is_reflected_on_without_a_sentence(office: Office) -> None:
    goal = ended(office, GoalState.MET)
    assert office.goals.step(goal.id, GoalState.REFLECTED).outcome is GoalState.MET


def test_an_agreed_goal_becomes_active_by_its_first_check_in(office: Office) -> None:
    goal = agreed(office)
    looked_at(office, goal.id, value=88)
    assert office.goals.get(goal.id).state is GoalState.ACTIVE


def test_a_check_in_on_a_proposed_goal_is_kept_and_agrees_nothing(office: Office) -> None:
    goal = proposed(office)
    looked_at(office, goal.id, value=88)
    seen = office.goals.get(goal.id)
    assert seen.state is GoalState.PROPOSED
    assert seen.check_ins[0].value == 88


def test_inv_15_words_are_saved_and_the_state_falls_back_when_they_lack_the_measure(
    office: Office,
) -> None:
    goal = agreed(office)
    office.goals.set_measure(goal.id, None)
    assert office.goals.get(goal.id).state is GoalState.AGREED, "the words still say it"
    kept = office.goals.reword(goal.id, replace(goal.words, measure=" "))
    assert kept.state is GoalState.PROPOSED
    assert [step.state for step in kept.steps][-2:] == [GoalState.AGREED, GoalState.PROPOSED]


def test_a_step_taken_by_mistake_is_taken_back(office: Office) -> None:
    goal = ended(office, GoalState.MET)
    back = office.goals.take_back(goal.id)
    assert (back.state, back.outcome, back.ended_on) == (GoalState.ACTIVE, None, None)
    assert office.goals.step(goal.id, GoalState.PAUSED).state is GoalState.PAUSED
    with pytest.raises(InvalidInputError):
        office.goals.take_back(proposed(office).id)


def test_a_step_taken_back_may_be_followed_by_another_in_its_place(office: Office) -> None:
    goal = ended(office, GoalState.MET)
    office.goals.set_by(goal.id, None)
    back = office.goals.take_back(goal.id)
    assert back.state is back.steps[-1].state is GoalState.PROPOSED, "nobody set it"


def test_a_goal_lists_under_way_by_due_day_then_paused_then_the_newest_end(office: Office) -> None:
    first = ended(office, GoalState.MET, title="First")
    office.clock.advance(days=1)
    second = ended(office, GoalState.DROPPED, title="Second")
    paused = agreed(office, title="Paused")
    office.goals.step(paused.id, GoalState.ACTIVE)
    office.goals.step(paused.id, GoalState.PAUSED)
    no_day = proposed(office, due=None, title="No day")
    late = proposed(office, due=LATER, title="Late")
    soon = proposed(office, title="Soon")
    shown = [goal.id for goal in office.goals.of_person(person(office))]
    assert shown == [soon.id, late.id, no_day.id, paused.id, second.id, first.id]


def test_inv_13_the_goals_of_all_stand_a_to_z_by_person_and_then_by_day(office: Office) -> None:
    zoe, ana = person(office, "Zoe"), person(office, "Ana")
    hers = proposed(office, to=zoe, title="Soon")
    later = proposed(office, to=ana, due=LATER, title="Later")
    sooner = proposed(office, to=ana, title="Sooner")
    for value in range(8):
        looked_at(office, hers.id, value=value, confidence=Confidence.OFF_COURSE)
    rows = office.goals.everyone()
    assert [row.id for row in rows] == [sooner.id, later.id, hers.id]
    assert [row.name for row in rows] == ["Ana", "Ana", "Zoe"]
    assert rows[2].confidences == (Confidence.OFF_COURSE,) * 6
    assert rows[2].checked_on == TODAY
    off = office.goals.everyone(GoalFilter(confidence=Confidence.OFF_COURSE))
    assert [row.id for row in off] == [hers.id]
    waiting = GoalFilter(person=ana, confidence=Confidence.NOT_STARTED)
    assert [row.id for row in office.goals.everyone(waiting)] == [sooner.id, later.id]
    assert office.goals.everyone(GoalFilter(standing=Standing.PAUSED)) == ()


def test_the_last_check_in_says_how_it_stands_and_when_to_look_again(office: Office) -> None:
    goal = agreed(office)
    looked_at(office, goal.id, on=TODAY, value=44, next_on=TODAY + timedelta(days=7))
    looked_at(office, goal.id, on=YESTERDAY, value=51, confidence=Confidence.WOBBLING, next_on=None)
    seen = office.goals.get(goal.id)
    assert [one.value for one in seen.check_ins] == [51, 44]
    assert (seen.confidence, seen.checked_on) == (Confidence.ON_COURSE, TODAY)
    assert seen.next_on == TODAY + timedelta(days=7)


def test_a_check_in_that_was_removed_is_gone_from_the_course_and_can_come_back(
    office: Office,
) -> None:
    goal = agreed(office)
    one = looked_at(office, goal.id, value=44)
    assert office.goals.remove_check_in(one.id).check_ins == ()
    assert office.goals.everyone()[0].confidences == ()
    assert office.goals.restore_check_in(one.id).check_ins[0].id == one.id


def test_a_check_in_is_corrected_and_reworded(office: Office) -> None:
    goal = agreed(office)
    one = looked_at(office, goal.id, value=44)
    office.goals.correct_check_in(one.id, on=YESTERDAY, confidence=Confidence.WOBBLING, value=45)
    words = replace(one.words, obstacle="A licence for the second node.")
    seen = office.goals.reword_check_in(one.id, words)
    assert (seen.on, seen.value, seen.confidence) == (YESTERDAY, 45, Confidence.WOBBLING)
    assert seen.words.obstacle == "A licence for the second node."
    with pytest.raises(EditConflictError):
        office.goals.reword_check_in(one.id, one.words, expected_revision=1)


def test_s40_the_help_given_stands_beside_the_progress_of_a_goal(office: Office) -> None:
    goal = agreed(office)
    office.goals.reword(goal.id, replace(goal.words, support_needed="Two quiet mornings"))
    for on, offered in ((YESTERDAY, "Two days without tickets"), (TODAY, ""), (TODAY, "Mei")):
        one = looked_at(office, goal.id, on=on, value=44)
        office.goals.reword_check_in(one.id, replace(one.words, help_offered=offered))
    shown = office.goals.get(goal.id)
    assert shown.help_given == ((TODAY, "Mei"), (YESTERDAY, "Two days without tickets"))
    assert shown.words.support_needed == "Two quiet mornings"


def test_s40_inv_01_no_number_of_a_goal_judges_a_person(office: Office) -> None:
    numbers = {
        (table, row["name"])
        for table in ("goal", "check_in", "growth_plan", "growth_step", "mentoring")
        for row in office.db.execute(f"PRAGMA table_info({table})")
        if row["type"] in {"INTEGER", "REAL"} and not row["name"].endswith(("key", "said_in"))
    }
    assert numbers == {
        ("goal", "start_value"),
        ("goal", "target_value"),
        ("check_in", "value"),
        ("growth_step", "is_time_agreed"),
    }


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_value_that_cannot_be_drawn_is_refused_and_nothing_is_stored(
    office: Office, value: float
) -> None:
    goal = agreed(office)
    with pytest.raises(InvalidInputError):
        looked_at(office, goal.id, value=value)
    assert office.goals.get(goal.id).check_ins == ()
    assert office.goals.get(goal.id).state is GoalState.AGREED


def test_a_check_in_is_of_a_day_that_has_been_and_looks_ahead(office: Office) -> None:
    goal = agreed(office)
    with pytest.raises(InvalidInputError):
        looked_at(office, goal.id, on=TODAY + timedelta(days=1))
    with pytest.raises(InvalidInputError):
        looked_at(office, goal.id, next_on=TODAY)
    assert office.goals.get(goal.id).check_ins == ()


def test_a_goal_that_ended_takes_no_later_check_in(office: Office) -> None:
    goal = ended(office, GoalState.MET)
    office.clock.advance(days=1)
    with pytest.raises(InvalidInputError, match="ended"):
        looked_at(office, goal.id)
    assert looked_at(office, goal.id, on=TODAY).on == TODAY


def test_a_goal_that_ended_keeps_its_day(office: Office) -> None:
    goal = ended(office, GoalState.PARTLY_MET)
    with pytest.raises(InvalidInputError):
        office.goals.move(goal.id, LATER)


def test_a_goal_is_due_after_it_starts(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        proposed(office, due=YESTERDAY)
    assert proposed(office, due=YESTERDAY, started=YESTERDAY).due_on == YESTERDAY


def test_a_goal_needs_a_title_and_keeps_the_one_it_had(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        proposed(office, title="  ")
    goal = proposed(office)
    assert office.goals.reword(goal.id, GoalWords(why="Nights")).words.title == goal.words.title


def test_a_note_bears_on_goals_of_the_person_it_is_about(office: Office) -> None:
    goal = proposed(office)
    note = office.notes.add(
        NewObservation(
            people=(person(office),), text=NoteText(fact="44 minutes"), occurred_on=TODAY
        )
    )
    assert office.goals.link_note(goal.id, note.id).notes == (note.id,)
    assert [one.id for one in office.goals.of_note(note.id)] == [goal.id]
    with pytest.raises(InvalidInputError):
        office.goals.link_note(proposed(office, to=person(office, "Raj")).id, note.id)
    assert office.goals.unlink_note(goal.id, note.id).notes == ()


def test_a_goal_comes_onto_the_agenda_of_their_next_one_to_one_once(office: Office) -> None:
    goal = proposed(office)
    talk = planned(office)
    topic = office.goals.put_on_agenda(goal.id)
    assert office.goals.put_on_agenda(goal.id).id == topic.id
    [shown] = office.talks.agenda(talk.id).mine
    assert (shown.id, shown.owner) == (topic.id, TopicOwner.MINE)
    assert shown.text == "Goal: Bring restore time under 30 minutes"


def test_a_goal_in_the_bin_stands_in_no_list_and_is_erased_with_its_check_ins(
    office: Office,
) -> None:
    goal = agreed(office)
    one = looked_at(office, goal.id, value=44)
    office.goals.bin(goal.id)
    assert office.goals.everyone() == ()
    assert office.goals.of_person(person(office)) == ()
    office.goals.restore(goal.id)
    assert office.goals.get(goal.id).check_ins[0].id == one.id
    office.goals.bin(goal.id)
    office.clock.advance(days=31)
    assert office.notes.empty_bin() == 1
    with pytest.raises(PaperNotFoundError):
        office.goals.get(goal.id)
    assert office.db.execute("SELECT count(*) FROM paper").fetchone()[0] == 0


def test_inv_20_the_goals_of_a_person_go_with_them_and_a_hold_stops_it(office: Office) -> None:
    goal = agreed(office)
    looked_at(office, goal.id, value=44)
    office.people.bin(goal.person)
    assert office.goals.everyone() == ()
    office.db.execute("UPDATE person SET hold = 1")
    office.clock.advance(days=400)
    assert office.notes.empty_bin() == 0
    office.db.execute("UPDATE person SET hold = 0")
    office.notes.empty_bin()
    assert office.db.execute("SELECT count(*) FROM paper").fetchone()[0] == 0


def test_s09_a_goal_serves_a_line_that_stands_in_the_vision_or_none(
    office: Office,
) -> None:
    dana, nowhere = person(office), VisionLineId(UUID(int=7))
    [line] = office.vision.save("Where we go", ["Two people can do it"]).words.lines
    goal = office.goals.add(NewGoal(person=dana, words=GoalWords(title="A release alone")))
    assert office.goals.serve(goal.id, line.id).vision_line == line.id
    with pytest.raises(InvalidInputError):
        office.goals.serve(goal.id, nowhere)
    with pytest.raises(InvalidInputError):
        office.goals.add(
            NewGoal(person=dana, words=GoalWords(title="Another"), vision_line=nowhere)
        )
    assert office.goals.get(goal.id).vision_line == line.id
    assert len(office.goals.of_person(dana)) == 1

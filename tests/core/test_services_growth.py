"""Tests for growth: a direction in their words, steps, mentoring, and where it is alive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from managernotes.domain.conversation import ConversationType
from managernotes.domain.growth import (
    GrowthKind,
    GrowthStep,
    MentoringState,
    MentoringWords,
    NewGrowthStep,
    PlanState,
    PlanWords,
    StepState,
    StepWords,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.person import Cadence, NewPerson, PersonStatus
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.errors import EditConflictError, InvalidInputError
from tests.core.office import NOON, Office
from tests.core.talks_office import person, planned

TODAY = NOON.date()
DIRECTION = PlanWords(direction="I want people to come to me because I make them better.")


def step(
    office: Office,
    *,
    of: PersonId | None = None,
    kind: GrowthKind = GrowthKind.STRETCH_WORK,
    purpose: str = "Lead the February incident review",
) -> GrowthStep:
    """Store an idea for a step, Dana's if nobody is named."""
    return office.growth.add_step(
        NewGrowthStep(person=of or person(office), kind=kind, words=StepWords(purpose=purpose))
    )


def done(office: Office, one: GrowthStep) -> GrowthStep:
    """Take a step all the way to done."""
    for state in (StepState.AGREED, StepState.DOING):
        office.growth.move_step(one.id, state)
    office.growth.reword_step(one.id, replace(one.words, reflection="I can chair it alone."))
    return office.growth.move_step(one.id, StepState.DONE)


def test_s15_a_person_holds_one_of_each_kind_with_purpose_date_and_reflection(
    office: Office,
) -> None:
    kinds = (
        GrowthKind.MENTORING,
        GrowthKind.TRAINING,
        GrowthKind.STRETCH_WORK,
        GrowthKind.PERSONAL_DEVELOPMENT,
    )
    for kind in kinds:
        office.growth.add_step(
            NewGrowthStep(
                person=person(office),
                kind=kind,
                words=StepWords(purpose=f"For {kind}", reflection=f"From {kind}"),
                due_on=TODAY,
            )
        )
    found = office.growth.of_person(person(office)).steps
    assert {one.kind for one in found} == set(kinds)
    for one in found:
        assert (one.words.purpose, one.due_on, one.words.reflection) == (
            f"For {one.kind}",
            TODAY,
            f"From {one.kind}",
        )


def test_a_step_without_a_purpose_is_refused_and_keeps_the_one_it_had(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        step(office, purpose=" ")
    one = step(office)
    kept = office.growth.reword_step(one.id, StepWords(manager_help="You chair, they lead."))
    assert kept.words.purpose == one.words.purpose


def test_done_asks_for_a_reflection_and_applied_asks_where(office: Office) -> None:
    one = step(office)
    office.growth.move_step(one.id, StepState.AGREED)
    office.growth.move_step(one.id, StepState.DOING)
    with pytest.raises(InvalidInputError, match="what they took from it"):
        office.growth.move_step(one.id, StepState.DONE)
    words = replace(one.words, reflection="I can chair it alone.")
    office.growth.reword_step(one.id, words)
    office.clock.advance(days=3)
    finished = office.growth.move_step(one.id, StepState.DONE)
    assert finished.ended_on == TODAY + timedelta(days=3)
    with pytest.raises(InvalidInputError, match="where they have used it"):
        office.growth.move_step(one.id, StepState.APPLIED)
    office.growth.reword_step(one.id, replace(words, applied_where="The March review"))
    used = office.growth.move_step(one.id, StepState.APPLIED)
    assert used.applied_on == used.ended_on == TODAY + timedelta(days=3)


def test_inv_15_a_step_that_loses_what_its_state_asks_for_falls_back(office: Office) -> None:
    one = done(office, step(office))
    back = office.growth.reword_step(one.id, replace(one.words, reflection=""))
    assert (back.state, back.ended_on) == (StepState.DOING, None)


def test_any_step_can_be_stopped_and_that_taken_back(office: Office) -> None:
    one = step(office)
    assert office.growth.move_step(one.id, StepState.STOPPED).ended_on == TODAY
    again = office.growth.take_back_step(one.id)
    assert (again.state, again.ended_on) == (StepState.IDEA, None)
    with pytest.raises(InvalidInputError):
        office.growth.take_back_step(one.id)


def test_live_steps_stand_first_by_day_and_then_the_newest_end(office: Office) -> None:
    over = done(office, step(office, purpose="Over"))
    no_day = step(office, purpose="No day")
    soon = step(office, purpose="Soon")
    office.growth.set_step(
        soon.id, kind=soon.kind, start_on=None, due_on=TODAY, is_time_agreed=True
    )
    shown = [one.id for one in office.growth.of_person(person(office)).steps]
    assert shown == [soon.id, no_day.id, over.id]
    office.growth.bin_step(soon.id)
    assert len(office.growth.of_person(person(office)).steps) == 2
    office.growth.restore_step(soon.id)
    assert office.growth.step(soon.id).is_time_agreed


def test_a_plan_is_agreed_when_it_says_their_direction(office: Office) -> None:
    dana = person(office)
    with pytest.raises(InvalidInputError):
        office.growth.step_plan(dana, PlanState.AGREED)
    office.growth.save_plan(dana, PlanWords(strengths="Calm"), said_on=None)
    with pytest.raises(InvalidInputError, match="direction"):
        office.growth.step_plan(dana, PlanState.AGREED)
    plan = office.growth.save_plan(dana, DIRECTION, said_on=TODAY)
    assert office.growth.step_plan(dana, PlanState.AGREED).state is PlanState.AGREED
    assert office.growth.of_person(dana).plan is not None
    with pytest.raises(EditConflictError):
        office.growth.save_plan(dana, DIRECTION, said_on=TODAY, expected_revision=plan.revision)
    lost = office.growth.save_plan(dana, PlanWords(), said_on=None)
    assert lost.state is PlanState.EXPLORING


def test_a_plan_that_is_done_makes_room_for_the_next_and_can_be_taken_up(office: Office) -> None:
    dana = person(office)
    first = office.growth.save_plan(dana, DIRECTION, said_on=TODAY)
    for state in (PlanState.AGREED, PlanState.ACTIVE, PlanState.REVIEWED, PlanState.DONE):
        office.growth.step_plan(dana, state)
    assert office.growth.of_person(dana).plan is None
    assert office.growth.take_up_plan(dana).state is PlanState.REVIEWED
    office.growth.step_plan(dana, PlanState.DONE)
    second = office.growth.save_plan(dana, DIRECTION, said_on=TODAY)
    assert second.id != first.id
    with pytest.raises(InvalidInputError):
        office.growth.take_up_plan(dana)


def test_a_plan_says_where_it_was_said_and_what_it_aims_at(office: Office) -> None:
    dana = person(office)
    talk = planned(office, kind=ConversationType.CAREER)
    office.growth.save_plan(dana, DIRECTION, said_on=TODAY, said_in=talk.id)
    yardstick = office.yardsticks.add(
        YardstickKind.EXPECTATION, YardstickWords(title="Teaches others"), [dana]
    )
    plan = office.growth.aim(dana, [yardstick.id])
    assert (plan.said_in, plan.said_on, plan.yardsticks) == (talk.id, TODAY, (yardstick.id,))
    with pytest.raises(InvalidInputError):
        office.growth.save_plan(dana, DIRECTION, said_on=TODAY + timedelta(days=1))


def test_mentoring_has_a_rhythm_and_ends_with_what_was_gained(office: Office) -> None:
    dana = person(office)
    sought = office.growth.add_mentoring(dana, MentoringWords(aim="Interviewing"))
    assert sought.state is MentoringState.SOUGHT
    with pytest.raises(InvalidInputError):
        office.growth.met(sought.id)
    words = MentoringWords(aim="Interviewing", mentor="Ruth")
    one = office.growth.add_mentoring(dana, words, Cadence.FORTNIGHTLY, TODAY)
    assert one.state is MentoringState.MATCHED
    assert office.growth.met(one.id).state is MentoringState.ACTIVE
    assert office.growth.met(one.id, TODAY - timedelta(days=14)).met_on == (
        TODAY - timedelta(days=14),
        TODAY,
    )
    assert office.growth.not_met(one.id, TODAY).met_on == (TODAY - timedelta(days=14),)
    with pytest.raises(InvalidInputError, match="what was gained"):
        office.growth.move_mentoring(one.id, MentoringState.ENDED)
    office.growth.reword_mentoring(one.id, replace(words, gained="Asks shorter questions"))
    ended = office.growth.move_mentoring(one.id, MentoringState.ENDED)
    assert ended.ended_on == TODAY
    assert office.growth.take_back_mentoring(one.id).state is MentoringState.ACTIVE
    assert [each.id for each in office.growth.of_person(dana).mentoring] == [one.id, sought.id]


def test_s16_the_list_is_everybody_active_without_a_step_changed_in_60_days_a_to_z(
    office: Office,
) -> None:
    zoe, raj, kim = (person(office, name) for name in ("Zoe", "Raj", "Kim"))
    step(office, of=raj)
    step(office, of=kim)
    office.clock.advance(days=60)
    step(office, of=zoe)
    assert _quiet(office) == []
    office.clock.advance(days=1)
    assert _quiet(office) == ["Kim", "Raj"]
    office.people.add(NewPerson(display_name="Ana"))
    office.people.add(NewPerson(display_name="Lou", status=PersonStatus.LEFT))
    office.people.add(NewPerson(display_name="Max", status=PersonStatus.AWAY))
    assert _quiet(office) == ["Ana", "Kim", "Raj"]


def test_m13_days_away_are_no_days_in_which_growth_could_have_been_alive(office: Office) -> None:
    dana = person(office)
    step(office)
    away = TODAY + timedelta(days=10), TODAY + timedelta(days=39)
    office.away.set_windows(dana, [away])
    office.clock.advance(days=90)
    assert _quiet(office) == []
    office.clock.advance(days=1)
    assert _quiet(office) == ["Dana"]


def test_s42_the_last_career_talk_is_the_newest_held_one_and_not_yet_without_one(
    office: Office,
) -> None:
    dana = person(office)
    assert office.growth.of_person(dana).last_career_talk is None
    assert office.growth.alive()[0].last_career_talk is None
    for days in (40, 9, 70):
        _career_talk(office, dana, TODAY - timedelta(days=days))
    ahead = TODAY + timedelta(days=5)
    planned(office, dana, on=ahead, kind=ConversationType.CAREER)
    planned(office, dana, on=TODAY + timedelta(days=50), kind=ConversationType.CAREER)
    assert office.growth.of_person(dana).last_career_talk == TODAY - timedelta(days=9)
    [line] = office.growth.alive()
    assert (line.last_career_talk, line.next_career_talk) == (TODAY - timedelta(days=9), ahead)
    assert not line.talk_is_due


def test_growth_shows_the_live_step_that_is_being_done_and_the_last_end(office: Office) -> None:
    dana = person(office)
    over = done(office, step(office, purpose="Over"))
    step(office, purpose="Idea")
    doing = step(office, purpose="Doing")
    office.growth.move_step(doing.id, StepState.AGREED)
    office.growth.move_step(doing.id, StepState.DOING)
    [line] = office.growth.alive()
    assert (line.step, line.last_step_ended, line.direction) == ("Doing", over.ended_on, "")
    office.growth.save_plan(dana, DIRECTION, said_on=TODAY)
    assert office.growth.alive()[0].direction == DIRECTION.direction


def test_growth_goes_to_the_bin_with_a_person_and_is_gone_with_them(office: Office) -> None:
    dana = person(office)
    step(office)
    office.growth.save_plan(dana, DIRECTION, said_on=TODAY)
    office.growth.add_mentoring(dana, MentoringWords(aim="Interviewing"))
    office.people.bin(dana)
    office.people.restore(dana)
    assert len(office.growth.of_person(dana).steps) == 1
    office.people.bin(dana)
    office.clock.advance(days=31)
    office.notes.empty_bin()
    assert office.db.execute("SELECT count(*) FROM paper").fetchone()[0] == 0


def _quiet(office: Office) -> list[str]:
    return [line.name for line in office.growth.alive() if line.is_quiet]


def _career_talk(office: Office, with_: PersonId, on: date) -> None:
    talk = planned(office, with_, on=on, kind=ConversationType.CAREER)
    office.talks.hold(talk.id, held_on=on)

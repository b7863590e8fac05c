"""Tests for quiet questions: each after its pause, one a person and week, put away at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from managernotes.domain.growth import PlanState, PlanWords
from managernotes.domain.identity import PersonId
from managernotes.domain.thread import Thread, ThreadKind, ThreadState
from managernotes.services.nudges import HARD_SPELL
from tests.core.office import NOON, Office
from tests.core.talks_office import person
from tests.core.test_services_growth import step

TODAY = NOON.date()


@pytest.fixture
def dana(office: Office) -> PersonId:
    """Return somebody in a hard spell whose growth step was last touched 30 days ago."""
    who = person(office)
    step(office)
    office.clock.advance(days=30)
    _setback(office, who)
    return who


def test_s14_an_open_setback_with_a_step_untouched_for_30_days_asks_once_in_14_days(
    office: Office, dana: PersonId
) -> None:
    found = office.nudges.hard_spell(dana)
    assert found is not None
    assert (found.title, found.since, found.touched_on) == (
        "The storage failure",
        TODAY + timedelta(days=30),
        TODAY,
    )
    office.nudges.shown(HARD_SPELL, dana)
    assert office.nudges.hard_spell(dana) is not None, "all of the day on which it is shown"
    asked = [_asks_on_the_next_day(office, dana) for _ in range(28)]
    assert asked == ([False] * 13 + [True]) * 2


def test_s14_the_question_can_be_put_away_and_comes_back_after_14_days(
    office: Office, dana: PersonId
) -> None:
    office.nudges.shown(HARD_SPELL, dana)
    office.nudges.put_away(HARD_SPELL, dana)
    assert office.nudges.hard_spell(dana) is None
    office.clock.advance(days=13)
    assert office.nudges.hard_spell(dana) is None
    office.clock.advance(days=1)
    assert office.nudges.hard_spell(dana) is not None


def test_s14_nothing_is_asked_when_the_step_moved_or_the_setback_is_over(
    office: Office, dana: PersonId
) -> None:
    setback = office.threads.of_person(dana)[0].id
    thread = office.threads.get(setback)
    day = office.ledger.today()
    office.threads.step(setback, ThreadState.STEADYING, day)
    assert office.nudges.hard_spell(dana) is not None
    step(office)
    assert office.nudges.hard_spell(dana) is None
    office.clock.advance(days=30)
    assert office.nudges.hard_spell(dana) is not None
    words = office.threads.get(thread.id).words
    office.threads.save_words(setback, type(words)(title=words.title, better_now="It runs again."))
    office.threads.step(setback, ThreadState.RECOVERED, office.ledger.today())
    assert office.nudges.hard_spell(dana) is None


def test_s14_without_any_plan_or_step_there_is_nothing_to_ask_after(office: Office) -> None:
    raj = person(office, "Raj")
    _setback(office, raj)
    assert office.nudges.hard_spell(raj) is None
    office.growth.save_plan(raj, PlanWords(direction="Teach others"), said_on=None)
    assert office.nudges.hard_spell(raj) is not None
    office.growth.step_plan(raj, PlanState.AGREED)
    office.growth.step_plan(raj, PlanState.PAUSED)
    assert office.nudges.hard_spell(raj) is None


def test_s14_nobody_who_is_away_is_asked_after(office: Office, dana: PersonId) -> None:
    day = office.ledger.today()
    office.away.set_windows(dana, [(day, day)])
    assert office.nudges.hard_spell(dana) is None


def test_at_most_one_question_a_person_and_week(office: Office, dana: PersonId) -> None:
    office.nudges.shown("m13", dana)
    assert office.nudges.hard_spell(dana) is None
    assert office.nudges.wants("m13", person(office, "Raj"), 30)
    office.clock.advance(days=7)
    assert office.nudges.hard_spell(dana) is not None
    office.nudges.shown(HARD_SPELL, dana)
    assert not office.nudges.wants("m13", dana, 3)


def _setback(office: Office, who: PersonId) -> Thread:
    day = office.ledger.today()
    return office.threads.open(who, ThreadKind.SETBACK, "The storage failure", day)


def _asks_on_the_next_day(office: Office, who: PersonId) -> bool:
    """Whether it asks a day later; when it does, it is shown."""
    office.clock.advance(days=1)
    asks = office.nudges.hard_spell(who) is not None
    if asks:
        office.nudges.shown(HARD_SPELL, who)
    return asks

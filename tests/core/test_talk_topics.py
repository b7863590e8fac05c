"""Tests for topics: whose they are, where they stand, and how often they were carried over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from managernotes.domain.conversation import (
    TIMES_CARRIED_TO_DECIDE,
    ConversationType,
    TopicOwner,
    TopicState,
)
from managernotes.errors import EditConflictError, InvalidInputError
from tests.core.office import Office
from tests.core.talks_office import TODAY, held, person, planned

TOMORROW = TODAY + timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)


def test_theirs_come_first_then_what_was_carried_then_mine(office: Office) -> None:
    dana = person(office)
    first = planned(office, dana)
    old = office.talks.add_topic(dana, TopicOwner.MINE, "Whose budget?", first.id)
    office.talks.asked_nothing(first.id, nothing=True)
    office.talks.hold(first.id, held_on=TODAY)
    office.talks.close(first.id)
    following = planned(office, dana, on=NEXT_WEEK)
    mine = office.talks.add_topic(dana, TopicOwner.MINE, "One goal", following.id)
    theirs = office.talks.add_topic(dana, TopicOwner.THEIRS, "The January plan")
    agenda = office.talks.agenda(following.id)
    assert [one.id for one in agenda.theirs] == [theirs.id]
    assert [(one.id, one.carried) for one in agenda.carried] == [(old.id, 1)]
    assert [one.id for one in agenda.mine] == [mine.id]


def test_what_nobody_got_to_is_carried_over_each_time_a_talk_closes(office: Office) -> None:
    dana = person(office)
    topic = office.talks.add_topic(dana, TopicOwner.THEIRS, "A second test rig")
    for _ in range(TIMES_CARRIED_TO_DECIDE):
        talk = held(office, dana, on=office.ledger.today())
        assert [one.id for one in office.talks.agenda(talk.id).theirs or ()] == (
            [topic.id] if topic.carried == 0 else []
        )
        office.talks.close(talk.id)
        office.clock.advance(days=7)
        [topic] = office.talks.open_topics(dana)
    assert topic.carried == TIMES_CARRIED_TO_DECIDE
    assert topic.first_on == TODAY


def test_what_was_settled_is_not_carried_over(office: Office) -> None:
    dana = person(office)
    talk = planned(office, dana)
    states = (TopicState.TALKED, TopicState.DECIDED, TopicState.LET_GO)
    for state in states:
        topic = office.talks.add_topic(dana, TopicOwner.MINE, state.value, talk.id)
        office.talks.settle_topic(topic.id, state)
    office.talks.asked_nothing(talk.id, nothing=True)
    office.talks.hold(talk.id, held_on=TODAY)
    office.talks.close(talk.id)
    following = planned(office, dana, on=NEXT_WEEK)
    assert office.talks.agenda(following.id).carried == ()
    assert [one.state for one in office.talks.agenda(talk.id).mine] == list(states)


def test_a_topic_of_a_talk_to_come_stands_on_no_other_agenda(office: Office) -> None:
    dana = person(office)
    one, other = planned(office, dana), planned(office, dana, on=NEXT_WEEK)
    topic = office.talks.add_topic(dana, TopicOwner.MINE, "Only there", other.id)
    assert office.talks.agenda(one.id).mine == ()
    assert [found.id for found in office.talks.agenda(other.id).mine] == [topic.id]
    office.talks.cancel(other.id, "Both away")
    assert [found.id for found in office.talks.agenda(one.id).carried] == [topic.id]


def test_only_a_one_to_one_takes_up_what_is_open(office: Office) -> None:
    dana = person(office)
    office.talks.add_topic(dana, TopicOwner.THEIRS, "The rig")
    career = planned(office, dana, kind=ConversationType.CAREER)
    assert office.talks.agenda(career.id).theirs == ()


def test_a_topic_that_waits_for_a_day_stands_on_no_agenda_before_it(office: Office) -> None:
    dana = person(office)
    topic = office.talks.add_topic(dana, TopicOwner.MINE, "After the release")
    office.talks.give_day(topic.id, NEXT_WEEK)
    soon, later = planned(office, dana, on=TOMORROW), planned(office, dana, on=NEXT_WEEK)
    assert office.talks.agenda(soon.id).mine == ()
    assert [found.id for found in office.talks.agenda(later.id).mine] == [topic.id]
    with pytest.raises(InvalidInputError, match="day to come"):
        office.talks.give_day(topic.id, TODAY)


def test_one_key_carries_over_before_the_talk_is_closed(office: Office) -> None:
    dana = person(office)
    talk, following = planned(office, dana), planned(office, dana, on=NEXT_WEEK)
    topic = office.talks.add_topic(dana, TopicOwner.MINE, "The rig", talk.id)
    assert office.talks.carry_over(talk.id) == 1
    [carried] = office.talks.agenda(following.id).carried
    assert (carried.id, carried.carried, carried.conversation) == (topic.id, 1, following.id)
    assert office.talks.carry_over(talk.id) == 0


def test_beginning_a_talk_takes_up_what_is_open_from_an_earlier_one(office: Office) -> None:
    dana = person(office)
    earlier = held(office, dana)
    topic = office.talks.add_topic(dana, TopicOwner.MINE, "The rig", earlier.id)
    talk = planned(office, dana, on=NEXT_WEEK)
    office.talks.begin(talk.id)
    [taken] = office.talks.agenda(talk.id).carried
    assert (taken.id, taken.carried, taken.conversation) == (topic.id, 1, talk.id)


def test_the_row_of_a_talk_counts_what_its_agenda_shows(office: Office) -> None:
    dana = person(office)
    office.talks.add_topic(dana, TopicOwner.THEIRS, "One")
    office.talks.add_topic(dana, TopicOwner.THEIRS, "Two")
    office.talks.add_topic(dana, TopicOwner.MINE, "Mine")
    earlier = planned(office, dana, on=TODAY - timedelta(days=7))
    office.talks.add_topic(dana, TopicOwner.MINE, "Carried", earlier.id)
    office.talks.carry_over(earlier.id)
    office.talks.cancel(earlier.id, "Away")
    talk = planned(office, dana)
    row = office.talks.row(talk.id)
    assert (row.their_topics, row.carried) == (2, 1)


def test_a_topic_can_be_reworded_and_opened_again(office: Office) -> None:
    topic = office.talks.add_topic(person(office), TopicOwner.MINE, "The rig")
    reworded = office.talks.reword_topic(topic.id, "The second rig", topic.revision)
    assert reworded.text == "The second rig"
    with pytest.raises(EditConflictError):
        office.talks.reword_topic(topic.id, "Another", topic.revision)
    office.talks.settle_topic(topic.id, TopicState.DECIDED)
    assert office.talks.reopen_topic(topic.id).state is TopicState.OPEN


def test_a_topic_without_words_is_refused(office: Office) -> None:
    with pytest.raises(InvalidInputError, match="without words"):
        office.talks.add_topic(person(office), TopicOwner.MINE, "  ")
    assert office.talks.open_topics(person(office)) == ()

"""Tests for talks: planned, held, written down, looked at again, closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
    ConversationWords,
    NewConversation,
    Outcome,
    TalkFilter,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.person import NewPerson
from managernotes.errors import EditConflictError, InvalidInputError
from managernotes.vault.driver_errors import ConstraintError
from tests.core.office import NOON, Office

TODAY = NOON.date()
_State = ConversationState


def test_a_one_to_one_goes_from_planned_to_closed(office: Office) -> None:
    dana = _person(office)
    talk = _planned(office, dana, on=TODAY)
    office.talks.begin(talk.id)
    office.talks.save_words(talk.id, ConversationWords(asked="A quiet room"))
    held = office.talks.hold(talk.id, held_on=TODAY)
    assert (held.state, held.held_on, held.began_at) == (_State.HELD, TODAY, time(12, 0))
    assert office.talks.close(talk.id).state is _State.CLOSED


def test_s13_a_one_to_one_is_not_held_without_what_they_asked(office: Office) -> None:
    talk = _planned(office, _person(office), on=TODAY)
    with pytest.raises(InvalidInputError, match="What did they ask"):
        office.talks.hold(talk.id, held_on=TODAY)
    assert office.talks.get(talk.id) == talk
    office.talks.asked_nothing(talk.id, nothing=True)
    assert office.talks.hold(talk.id, held_on=TODAY).state is _State.HELD


def test_s23_a_hard_talk_is_written_down_only_with_a_day_to_look_again(office: Office) -> None:
    talk = _held_hard_talk(office)
    with pytest.raises(InvalidInputError, match="looked again"):
        office.talks.log(talk.id, outcome=Outcome.UNDERSTOOD_AGREED)
    logged = office.talks.log(
        talk.id, outcome=Outcome.UNDERSTOOD_AGREED, follow_up_on=TODAY + timedelta(days=14)
    )
    assert logged.follow_up_on == TODAY + timedelta(days=14)
    assert [row.id for row in office.talks.lists().to_follow_up] == [talk.id]


def test_s23_a_hard_talk_is_followed_up_only_with_what_changed(office: Office) -> None:
    talk = _held_hard_talk(office)
    with pytest.raises(InvalidInputError, match="followed up"):
        office.talks.close(talk.id)
    office.clock.advance(days=14)
    day = TODAY + timedelta(days=14)
    with pytest.raises(InvalidInputError, match="What has changed"):
        office.talks.follow_up(talk.id, words=talk.words, on=day)
    words = replace(talk.words, changed="Hand-overs by half past five")
    followed = office.talks.follow_up(talk.id, words=words, on=day)
    assert (followed.state, followed.followed_up_on) == (_State.FOLLOWED_UP, day)
    assert office.talks.close(talk.id).state is _State.CLOSED


def test_inv_08_the_vault_itself_refuses_a_follow_up_before_the_talk(office: Office) -> None:
    talk = _held_hard_talk(office)
    with pytest.raises(ConstraintError):
        office.db.execute("UPDATE conversation SET follow_up_on = held_on")
    assert office.talks.get(talk.id) == talk


def test_words_saved_against_an_older_revision_are_refused(office: Office) -> None:
    talk = _planned(office, _person(office), on=TODAY)
    office.talks.save_words(talk.id, ConversationWords(notes="one"), talk.revision)
    with pytest.raises(EditConflictError):
        office.talks.save_words(talk.id, ConversationWords(notes="two"), talk.revision)
    assert office.talks.get(talk.id).words.notes == "one"


def test_the_lists_are_narrowed_to_a_person_and_to_types(office: Office) -> None:
    dana, raj = _person(office), _person(office, "Raj")
    career = office.talks.plan(NewConversation(type=ConversationType.CAREER, people=(raj,)))
    one = _planned(office, dana, on=TODAY)
    assert [row.id for row in office.talks.lists().planned] == [one.id, career.id]
    assert [row.id for row in office.talks.lists(TalkFilter(person=raj)).planned] == [career.id]
    only = TalkFilter(types=(ConversationType.ONE_ON_ONE,))
    assert [row.id for row in office.talks.lists(only).planned] == [one.id]


def _person(office: Office, name: str = "Dana") -> PersonId:
    return office.people.add(NewPerson(display_name=name)).id


def _planned(office: Office, who: PersonId, on: date | None) -> Conversation:
    return office.talks.plan(
        NewConversation(type=ConversationType.ONE_ON_ONE, people=(who,), planned_on=on)
    )


def _held_hard_talk(office: Office) -> Conversation:
    talk = office.talks.plan(
        NewConversation(type=ConversationType.TOUGH, people=(_person(office),), planned_on=TODAY)
    )
    office.db.execute("UPDATE conversation SET state = 'prepared'")
    return office.talks.hold(talk.id, held_on=TODAY)

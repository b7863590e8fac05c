"""From a note to the talk, the promise and the thread it led to, and back (S26)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from managernotes.domain.conversation import (
    Conversation,
    ConversationType,
    ConversationWords,
    NewConversation,
    NoteRole,
)
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.links import Link, LinkSort
from managernotes.domain.observation import Kind, NewObservation, NoteText, Sensitivity
from managernotes.domain.person import NewPerson
from managernotes.domain.promise import NewPromise, Promise, PromiseOwner, PromiseWords
from managernotes.domain.thread import ThreadKind
from tests.core.office import NOON, Office

TODAY = NOON.date()


@pytest.fixture
def dana(office: Office) -> PersonId:
    return office.people.add(NewPerson(display_name="Dana Whitfield")).id


@pytest.fixture
def concern(office: Office, dana: PersonId) -> NoteId:
    return note(office, dana, "Third late hand-over")


@pytest.fixture
def talk(office: Office, dana: PersonId, concern: NoteId) -> Conversation:
    """Return a talk in which the concern was said."""
    words = ConversationWords(title="Late hand-overs")
    planned = office.talks.plan(
        NewConversation(type=ConversationType.CAREER, people=(dana,), words=words, planned_on=TODAY)
    )
    office.sharing.plan(concern, planned.id)
    office.talks.hold(planned.id, held_on=TODAY)
    office.sharing.said(concern, TODAY, planned.id)
    return planned


@pytest.fixture
def promise(office: Office, dana: PersonId, talk: Conversation) -> Promise:
    return office.promises.add(
        NewPromise(
            owner=PromiseOwner.THEM,
            people=(dana,),
            words=PromiseWords(text="Hand-over by 17:30"),
            due_on=TODAY + timedelta(days=7),
            made_in=talk.id,
        )
    )


def note(
    office: Office,
    person: PersonId,
    fact: str,
    kind: Kind = Kind.CONCERN,
    sensitivity: Sensitivity = Sensitivity.NORMAL,
) -> NoteId:
    new = NewObservation(
        text=NoteText(fact=fact),
        kind=kind,
        people=(person,),
        occurred_on=TODAY,
        sensitivity=sensitivity,
    )
    return office.notes.add(new).id


def seen(links: tuple[Link, ...]) -> list[tuple[LinkSort, str]]:
    return [(link.sort, link.text) for link in links]


def test_s26_a_note_leads_to_its_talk_its_promise_and_its_thread(
    office: Office, dana: PersonId, concern: NoteId, talk: Conversation, promise: Promise
) -> None:
    office.threads.open(dana, ThreadKind.ISSUE, "Hand-overs", TODAY, [concern])

    found = office.links.of_note(concern)

    assert sorted(seen(found.led_to)) == [
        (LinkSort.PROMISE, "Hand-over by 17:30"),
        (LinkSort.TALK, "Late hand-overs"),
        (LinkSort.THREAD, "Hand-overs"),
    ]
    assert found.came_from == ()


def test_s26_a_talk_came_from_its_notes_and_led_to_its_promises(
    office: Office, dana: PersonId, concern: NoteId, talk: Conversation, promise: Promise
) -> None:
    office.talks.attach(
        talk.id, note(office, dana, "Agreed on times", Kind.AGREEMENT_NOTE), NoteRole.CAME_OF
    )

    found = office.links.of_talk(talk.id)

    assert seen(found.came_from) == [(LinkSort.NOTE, "Third late hand-over")]
    assert sorted(seen(found.led_to)) == [
        (LinkSort.NOTE, "Agreed on times"),
        (LinkSort.PROMISE, "Hand-over by 17:30"),
    ]


def test_s26_from_a_promise_the_talk_and_the_note_are_one_step_away(
    office: Office, concern: NoteId, talk: Conversation, promise: Promise
) -> None:
    found = office.links.of_promise(promise.id)

    assert {link.id for link in found.came_from} == {talk.id, concern}


def test_s26_a_talk_that_follows_another_is_linked_both_ways(
    office: Office, dana: PersonId, talk: Conversation
) -> None:
    words = ConversationWords(title="Looking again")
    after = office.talks.plan(
        NewConversation(type=ConversationType.CAREER, people=(dana,), words=words, parent=talk.id)
    )

    assert (LinkSort.TALK, "Looking again") in seen(office.links.of_talk(talk.id).led_to)
    assert seen(office.links.of_talk(after.id).came_from) == [(LinkSort.TALK, "Late hand-overs")]


def test_s26_a_note_that_was_written_in_a_talk_came_from_it(
    office: Office, dana: PersonId, talk: Conversation
) -> None:
    written = note(office, dana, "Agreed on times", Kind.AGREEMENT_NOTE)
    office.talks.attach(talk.id, written, NoteRole.CAME_OF)

    assert seen(office.links.of_note(written).came_from) == [(LinkSort.TALK, "Late hand-overs")]
    assert office.links.of_note(written).led_to == ()


def test_what_lies_in_the_bin_is_at_no_end(
    office: Office, dana: PersonId, concern: NoteId, talk: Conversation, promise: Promise
) -> None:
    thread = office.threads.open(dana, ThreadKind.ISSUE, "Hand-overs", TODAY, [concern])
    office.promises.bin(promise.id)
    office.threads.bin(thread.id)
    office.notes.bin(concern)

    assert office.links.of_talk(talk.id).led_to == ()
    assert office.links.of_talk(talk.id).came_from == ()
    assert seen(office.links.of_note(concern).led_to) == [(LinkSort.TALK, "Late hand-overs")]


def test_a_restricted_note_shows_no_words_at_the_other_end(office: Office, dana: PersonId) -> None:
    hidden = note(office, dana, "Only for me", sensitivity=Sensitivity.RESTRICTED)
    thread = office.threads.open(dana, ThreadKind.ISSUE, "Hand-overs", TODAY, [hidden])

    assert seen(office.links.of_thread(thread.id).came_from) == [(LinkSort.NOTE, "")]

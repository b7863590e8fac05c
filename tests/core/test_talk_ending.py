"""A talk that ends where it was written down: one step, all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from managernotes.domain.conversation import (
    ConversationState,
    ConversationType,
    ConversationWords,
    TopicOwner,
)
from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.errors import InvalidInputError
from managernotes.services.after_talk import AfterTalk
from managernotes.services.talk_ending import LookedAgain, TalkEnding
from tests.core.office import Office
from tests.core.talks_office import TODAY, held, person, planned

ANSWERED = ConversationWords(notes="! I tell support", asked="A day")


def ending(office: Office) -> TalkEnding:
    return TalkEnding(office.ledger, office.papers)


def told(office: Office, words: ConversationWords = ANSWERED) -> AfterTalk:
    mine = NewPromise(
        owner=PromiseOwner.ME,
        people=(person(office),),
        words=PromiseWords(text="Tell support"),
    )
    return AfterTalk(words=words, ended_at=time(14, 40), promises=(mine,), keeps_unsaid=True)


def test_it_is_held_written_down_and_closed_with_its_promises(office: Office) -> None:
    talk = planned(office)
    outcome = ending(office).done(talk.id, told(office))
    done = outcome.conversation
    assert (done.state, done.held_on, done.logged_on) == (ConversationState.CLOSED, TODAY, TODAY)
    assert (done.words, done.ended_at) == (ANSWERED, time(14, 40))
    assert [one.words.text for one in outcome.promises] == ["Tell support"]


def test_what_nobody_got_to_goes_to_the_next_talk(office: Office) -> None:
    dana = person(office)
    talk, following = planned(office, dana), planned(office, dana, on=TODAY + timedelta(days=7))
    office.talks.add_topic(dana, TopicOwner.THEIRS, "The quiet room", talk.id)
    ending(office).done(talk.id, told(office))
    carried = office.talks.agenda(following.id).carried
    assert [(one.text, one.carried) for one in carried] == [("The quiet room", 1)]


def test_s13_without_an_answer_nothing_is_changed_and_nothing_promised(office: Office) -> None:
    talk = planned(office)
    with pytest.raises(InvalidInputError):
        ending(office).done(talk.id, told(office, ConversationWords(notes="! I tell support")))
    assert office.talks.get(talk.id) == talk
    assert not office.promises.lists().mine


def test_with_a_day_to_look_again_it_stays_open_until_then(office: Office) -> None:
    talk = planned(office, kind=ConversationType.CAREER)
    follow_up = TODAY + timedelta(days=14)
    office.talks.plan_follow_up(talk.id, follow_up)
    done = ending(office).done(talk.id, AfterTalk(words=ANSWERED, follow_up_on=follow_up))
    assert done.conversation.state is ConversationState.HELD
    assert done.conversation.follow_up_on == follow_up


def looked_again(office: Office, *people: PersonId) -> LookedAgain:
    asked = NewPromise(
        owner=PromiseOwner.THEM, people=people, words=PromiseWords(text="Adds the link")
    )
    return LookedAgain(
        words=replace(ANSWERED, changed="All on time"),
        promises=(asked,),
        thanks=NoteText(title="Thanks", fact="Five evenings before 17:30"),
    )


def test_looking_again_stores_what_changed_what_is_asked_anew_and_the_thanks(
    office: Office,
) -> None:
    dana = person(office)
    talk = held(office, dana)
    office.clock.advance(days=14)
    done = ending(office).look_again(talk.id, looked_again(office, dana))
    assert done.state is ConversationState.FOLLOWED_UP
    assert done.followed_up_on == TODAY + timedelta(days=14)
    assert done.words.changed == "All on time"
    assert [one.words.text for one in office.promises.lists().theirs] == ["Adds the link"]
    [note] = office.notes.timeline(dana, limit=5).rows
    assert note.kind is Kind.PRAISE_GIVEN


def test_s23_looking_again_with_a_promise_by_nobody_changes_nothing_at_all(
    office: Office,
) -> None:
    dana = person(office)
    talk = held(office, dana)
    office.clock.advance(days=14)
    told = looked_again(office, dana)
    [good] = told.promises
    nobodys = replace(good, people=())
    with pytest.raises(InvalidInputError, match="given by somebody"):
        ending(office).look_again(talk.id, replace(told, promises=(good, nobodys)))
    assert office.talks.get(talk.id) == talk
    assert not office.promises.lists().theirs
    assert not office.notes.timeline(dana, limit=5).rows

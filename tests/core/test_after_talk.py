"""After a talk: words, promises, facts that were said, and what was learned, in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from managernotes.domain.conversation import (
    ConversationState,
    ConversationWords,
    NoteRole,
    Outcome,
)
from managernotes.domain.observation import KeptBack, Kind, ShareState, Source
from managernotes.domain.preparation import About, Preparation
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.errors import InvalidInputError
from managernotes.services.preparations import AfterTalk
from tests.core.office import Office
from tests.core.preparing_office import AGAIN_ON, TALK_ON, TODAY, filled, noted, prepared
from tests.core.talks_office import person, planned

TOLD = ConversationWords(
    their_words="The tender call eats the last hour.",
    learned="Nights have no access to the ticket history.",
    agreed="Dana hand-over posted by 17:30, from Mon 30 Mar\nI move the tender call by Fri\n"
    "> not a promise\n? to be checked",
    help="I sit in on the first two evenings.",
    disputed="She finds 17:30 tight.",
    conduct="Waited out the silence.",
)


def held(office: Office) -> Preparation:
    """Prepare a talk, and let its day come."""
    it = prepared(office)
    office.clock.advance(days=(TALK_ON - TODAY).days)
    return it


def logged(office: Office, **changed: object) -> AfterTalk:
    told = AfterTalk(
        words=TOLD, outcome=Outcome.UNDERSTOOD_AGREED, follow_up_on=AGAIN_ON, held_on=TALK_ON
    )
    return replace(told, **changed)  # type: ignore[arg-type]


def test_a_talk_is_held_and_written_down_in_one_step(office: Office) -> None:
    it = held(office)
    told = logged(office, began_at=time(9, 30), ended_at=time(9, 54))
    done = office.preparations.after(it.conversation, told)
    talk = done.conversation
    assert (talk.state, talk.held_on, talk.began_at, talk.ended_at) == (
        ConversationState.HELD,
        TALK_ON,
        time(9, 30),
        time(9, 54),
    )
    assert (talk.words, talk.outcome, talk.follow_up_on) == (
        TOLD,
        Outcome.UNDERSTOOD_AGREED,
        AGAIN_ON,
    )
    assert (talk.logged_on, talk.days_late) == (TALK_ON, 0)
    assert [row.id for row in office.talks.lists().to_follow_up] == [talk.id]


def test_lines_become_promises_of_mine_and_theirs_and_help_is_mine(office: Office) -> None:
    it = held(office)
    done = office.preparations.after(it.conversation, logged(office))
    dana = person(office)
    assert [(p.owner, p.words.text, p.due_on, p.people) for p in done.promises] == [
        (PromiseOwner.THEM, "Hand-over posted by 17:30", date(2026, 3, 30), (dana,)),
        (PromiseOwner.ME, "Move the tender call", date(2026, 3, 20), (dana,)),
        (PromiseOwner.ME, "Sit in on the first two evenings.", None, (dana,)),
    ]
    assert {p.made_in for p in done.promises} == {it.conversation}


def test_promises_corrected_on_the_page_stand_instead_of_the_lines(office: Office) -> None:
    it = held(office)
    one = NewPromise(
        owner=PromiseOwner.ME,
        people=(person(office),),
        words=PromiseWords(text="Move the call"),
        due_on=AGAIN_ON,
        made_in=it.conversation,
    )
    done = office.preparations.after(it.conversation, logged(office, promises=(one,)))
    assert [(p.words.text, p.due_on) for p in done.promises] == [("Move the call", AGAIN_ON)]


def test_writing_it_down_again_doubles_nothing(office: Office) -> None:
    it = held(office)
    first = office.preparations.after(it.conversation, logged(office))
    again = office.preparations.after(
        it.conversation,
        logged(office, words=replace(TOLD, agreed=f"{TOLD.agreed}\nI tell Arjun by Fri")),
    )
    assert [p.words.text for p in again.promises] == ["Tell Arjun"]
    assert (again.shared, again.new_fact) == ((), None)
    office.promises.bin(first.promises[0].id)
    office.promises.keep(first.promises[1].id)
    assert office.preparations.after(it.conversation, logged(office)).promises == ()


def test_the_facts_count_as_said_on_that_day_and_that_can_be_undone(office: Office) -> None:
    it = held(office)
    done = office.preparations.after(it.conversation, logged(office))
    assert done.shared == it.facts
    for fact in it.facts:
        note = office.notes.get(fact)
        assert (note.share_state, note.shared_on, note.said_in) == (
            ShareState.SHARED,
            TALK_ON,
            it.conversation,
        )
    assert office.preparations.keep_unsaid(it.conversation) == it.facts
    assert {office.notes.get(fact).share_state for fact in it.facts} == {ShareState.PLANNED}
    assert office.preparations.keep_unsaid(it.conversation) == ()


def test_facts_may_stay_unsaid_at_once(office: Office) -> None:
    it = held(office)
    done = office.preparations.after(it.conversation, logged(office, keeps_unsaid=True))
    assert done.shared == ()
    assert {office.notes.get(fact).share_state for fact in it.facts} == {ShareState.PLANNED}


def test_the_facts_are_measured_by_what_the_talk_was_about(office: Office) -> None:
    it = held(office)
    office.preparations.after(it.conversation, logged(office))
    for fact in it.facts:
        assert [one.id for one in office.yardsticks.of_note(fact)] == list(it.yardsticks)


def test_no_issue_after_all_clears_them_and_wants_no_follow_up(office: Office) -> None:
    it = held(office)
    told = logged(office, outcome=Outcome.NO_ISSUE_AFTER_ALL, follow_up_on=None)
    done = office.preparations.after(it.conversation, told)
    assert (done.shared, done.kept_back) == ((), it.facts)
    for fact in it.facts:
        note = office.notes.get(fact)
        assert (note.share_state, note.kept_back) == (
            ShareState.NOT_FOR_SHARING,
            KeptBack.WRONG_AFTER_ALL,
        )
    assert office.talks.close(it.conversation).state is ConversationState.CLOSED


def test_what_was_learned_becomes_a_note_that_came_of_the_talk(office: Office) -> None:
    it = held(office)
    done = office.preparations.after(it.conversation, logged(office))
    assert done.new_fact is not None
    note = office.notes.get(done.new_fact)
    assert (note.text.fact, note.kind, note.source, note.occurred_on, note.people) == (
        TOLD.learned,
        Kind.CONTEXT,
        Source.SELF_REPORT,
        TALK_ON,
        (person(office),),
    )
    assert office.talks.notes_of(it.conversation)[NoteRole.CAME_OF] == (note.id,)


def test_s23_without_a_day_to_look_again_nothing_at_all_is_stored(office: Office) -> None:
    it = held(office)
    before = office.talks.get(it.conversation)
    with pytest.raises(InvalidInputError, match="looked again"):
        office.preparations.after(it.conversation, logged(office, follow_up_on=None))
    assert office.talks.get(it.conversation) == before
    assert office.promises.lists().mine == ()
    assert {office.notes.get(fact).share_state for fact in it.facts} == {ShareState.PLANNED}


@pytest.mark.parametrize("days", [0, 61])
def test_inv_08_the_follow_up_is_one_to_sixty_days_after_it(office: Office, days: int) -> None:
    it = held(office)
    with pytest.raises(InvalidInputError, match="one to sixty days"):
        office.preparations.after(
            it.conversation, logged(office, follow_up_on=TALK_ON + timedelta(days=days))
        )


def test_a_talk_that_is_not_prepared_is_not_written_down_as_held(office: Office) -> None:
    it = filled(office)
    with pytest.raises(InvalidInputError, match="not prepared"):
        office.preparations.after(it.conversation, logged(office, held_on=TODAY))
    assert office.talks.get(it.conversation).words != TOLD


def test_going_ahead_unprepared_is_kept_with_the_log_or_not_at_all(office: Office) -> None:
    it = filled(office)
    ahead = logged(office, held_on=TODAY, went_ahead="They came to me about it")
    with pytest.raises(InvalidInputError, match="looked again"):
        office.preparations.after(it.conversation, replace(ahead, follow_up_on=None))
    assert office.preparations.get(it.id) == it
    assert office.talks.get(it.conversation).state is ConversationState.DRAFTING
    office.preparations.after(it.conversation, replace(ahead, follow_up_on=AGAIN_ON))
    assert office.preparations.get(it.id).words.override == "They came to me about it"
    assert office.talks.get(it.conversation).state is ConversationState.HELD


def test_written_late_it_says_how_late(office: Office) -> None:
    it = held(office)
    office.talks.hold(it.conversation, held_on=TALK_ON)
    office.clock.advance(days=3)
    done = office.preparations.after(it.conversation, logged(office))
    assert (done.conversation.held_on, done.conversation.days_late) == (TALK_ON, 3)


def test_s13_a_one_to_one_is_written_down_in_the_same_way(office: Office) -> None:
    talk = planned(office)
    told = AfterTalk(words=ConversationWords(agreed="I look for a quiet room by Fri"))
    with pytest.raises(InvalidInputError, match="What did they ask"):
        office.preparations.after(talk.id, told)
    asked = replace(told, words=replace(told.words, asked="A quiet room"))
    done = office.preparations.after(talk.id, asked)
    assert (done.conversation.state, len(done.promises)) == (ConversationState.HELD, 1)


def test_s36_what_i_would_do_again_appears_in_the_next_preparation_of_the_sort(
    office: Office,
) -> None:
    first = held(office)
    office.preparations.change(first.id, about=About.COMMUNICATION)
    office.preparations.after(first.conversation, logged(office))
    following = office.preparations.from_note(noted(office, "No word.", tags=("words",)).id)
    assert office.preparations.desk(following.id).own_reminder == ""
    office.preparations.change(following.id, about=About.COMMUNICATION)
    desk = office.preparations.desk(following.id)
    assert desk.own_reminder == "Waited out the silence."
    assert office.preparations.desk(first.id).own_reminder == ""

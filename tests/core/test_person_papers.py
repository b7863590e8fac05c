"""Tests for what goes with a person: into the bin, back, and for good."""

from __future__ import annotations

from datetime import timedelta

import pytest

from managernotes.domain.conversation import ConversationWords, TopicOwner
from managernotes.domain.promise import PromiseWords
from managernotes.errors import PaperNotFoundError
from managernotes.storage import record_check
from managernotes.storage.papers import Sort
from managernotes.storage.table_counts import table_counts
from tests.core.office import Office
from tests.core.talks_office import TODAY, person, planned, promised

WORD = "quokkaflimsy"
TAIL = WORD[4:].encode()


def test_talks_promises_and_topics_go_to_the_bin_with_a_person_and_come_back(
    office: Office,
) -> None:
    dana, raj = person(office), person(office, "Raj")
    talk, shared = planned(office, dana), planned(office, dana, raj)
    promise = promised(office, due=TODAY, to=dana)
    office.talks.add_topic(dana, TopicOwner.MINE, "The rig")
    office.people.bin(dana)
    assert [row.id for row in office.talks.lists().planned] == [shared.id]
    assert office.promises.lists().mine == ()
    assert office.talks.open_topics(dana) == ()
    office.people.restore(dana)
    assert {row.id for row in office.talks.lists().planned} == {talk.id, shared.id}
    assert [one.id for one in office.promises.lists().mine] == [promise.id]
    assert len(office.talks.open_topics(dana)) == 1


def test_what_was_in_the_bin_before_stays_there_when_the_person_comes_back(
    office: Office,
) -> None:
    promise = promised(office, due=TODAY)
    office.promises.bin(promise.id)
    office.clock.advance(hours=1)
    office.people.bin(person(office))
    office.people.restore(promise.people[0])
    assert office.promises.lists().mine == ()
    office.promises.restore(promise.id)
    assert [one.id for one in office.promises.lists().mine] == [promise.id]


def test_after_thirty_days_no_word_of_theirs_is_left_in_the_file(office: Office) -> None:
    dana = person(office)
    talk = planned(office, dana, words=ConversationWords(notes=f"The {WORD}"))
    office.clock.advance(hours=1)
    office.talks.save_words(talk.id, ConversationWords(notes="Something else"))
    promise = promised(office, due=TODAY, to=dana, text=f"A {WORD}")
    office.clock.advance(hours=1)
    office.promises.reword(promise.id, PromiseWords(text="Another"))
    topic = office.talks.add_topic(dana, TopicOwner.THEIRS, f"Two {WORD}s")
    assert TAIL in office.decrypted()
    office.people.bin(dana)
    office.clock.advance(days=31)
    assert office.notes.empty_bin() == 4
    assert TAIL not in office.decrypted()
    for gone in (talk.id, promise.id, topic.id):
        assert gone.bytes in office.decrypted(), "the tombstone, for a later merge"
    with pytest.raises(PaperNotFoundError):
        office.talks.get(talk.id)
    assert _count(office, "paper") == _count(office, "revision") == 0
    assert record_check.check_record(office.db)[1] == []


def test_a_talk_thrown_away_is_erased_after_thirty_days_with_its_preparation(
    office: Office,
) -> None:
    talk = planned(office)
    with office.db.transaction():
        office.papers.add(Sort.PREPARATION, {}, "")
        office.db.execute(
            "INSERT INTO preparation (key, conversation_key, about, path, policy_check)"
            " SELECT max(key), (SELECT key FROM paper WHERE id = ?), 'other', 'full', 'needed'"
            " FROM paper",
            (talk.id.bytes,),
        )
    office.talks.bin(talk.id)
    office.clock.advance(days=31)
    assert office.notes.empty_bin() == 2
    assert _count(office, "paper") == _count(office, "preparation") == 0


def test_a_person_who_is_in_a_talk_with_others_stays_in_the_bin(office: Office) -> None:
    dana, raj = person(office), person(office, "Raj")
    talk = planned(office, dana, raj)
    office.people.bin(dana)
    office.clock.advance(days=31)
    assert office.notes.empty_bin() == 0
    assert office.talks.get(talk.id).people == (dana, raj)


def test_inv_20_nothing_of_a_person_on_hold_is_purged(office: Office) -> None:
    promise, talk = promised(office, due=TODAY), planned(office)
    topic = office.talks.add_topic(person(office), TopicOwner.MINE, "The rig")
    office.people.bin(person(office))
    office.db.execute("UPDATE person SET hold = 1")
    office.clock.advance(days=400)
    assert office.notes.empty_bin() == 0
    assert office.promises.get(promise.id).binned_at is not None
    assert office.talks.get(talk.id).binned_at is not None
    assert office.talks.reword_topic(topic.id, "Still here").text == "Still here"


def test_the_newest_held_one_to_one_stands_in_the_overview(office: Office) -> None:
    dana = person(office)
    for days in (14, 7):
        day = TODAY - timedelta(days=days)
        talk = planned(office, dana, on=day)
        office.talks.asked_nothing(talk.id, nothing=True)
        office.talks.hold(talk.id, held_on=day)
    planned(office, dana, on=TODAY)
    [row] = office.people.overview()
    assert row.last_one_on_one == TODAY - timedelta(days=7)
    office.talks.bin(talk.id)
    [row] = office.people.overview()
    assert row.last_one_on_one == TODAY - timedelta(days=14)


def _count(office: Office, table: str) -> int:
    return table_counts(office.db)[table]

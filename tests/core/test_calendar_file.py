"""Days to look again leave the vault for a calendar, and nothing else does (issue 4, point 9)."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar, Component

from managernotes.domain.conversation import (
    ConversationType,
    ConversationWords,
    NewConversation,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.person import NewPerson
from managernotes.domain.thread import ThreadKind
from managernotes.services.calendar import CalendarService
from tests.core.office import NOON, Office

TODAY = NOON.date()
IN_A_WEEK = TODAY + timedelta(days=7)
SOON = TODAY + timedelta(days=60)


@pytest.fixture
def dana(office: Office) -> PersonId:
    person = NewPerson(display_name="Dana Whitfield", alias="dana", role="Engineer")
    return office.people.add(person).id


@pytest.fixture
def talk(office: Office, dana: PersonId) -> ConversationId:
    """Return a talk that was held and is to be looked at again in a week."""
    words = ConversationWords(title="Late hand-overs", asked="Say the hour", agreed="By 17:30")
    planned = office.talks.plan(
        NewConversation(type=ConversationType.CAREER, people=(dana,), words=words, planned_on=TODAY)
    )
    office.talks.hold(planned.id, held_on=TODAY)
    office.talks.plan_follow_up(planned.id, IN_A_WEEK)
    return planned.id


def written(office: Office, until: date = SOON) -> bytes:
    return CalendarService(office.ledger).follow_ups(until)


def events(content: bytes) -> list[Component]:
    return Calendar.from_ical(content).walk("VEVENT")


def test_a_calendar_reads_the_days_to_look_again(
    office: Office, dana: PersonId, talk: ConversationId
) -> None:
    thread = office.threads.open(dana, ThreadKind.SETBACK, "The storage move", TODAY)
    office.threads.set_look_on(thread.id, TODAY + timedelta(days=30))

    found = events(written(office))

    assert [(str(event["summary"]), event.decoded("dtstart")) for event in found] == [
        ("Follow-up", IN_A_WEEK),
        ("Follow-up", TODAY + timedelta(days=30)),
    ]
    assert found[0].decoded("dtend") == IN_A_WEEK + timedelta(days=1)


def test_no_word_and_no_id_of_the_vault_is_in_the_file(
    office: Office, dana: PersonId, talk: ConversationId
) -> None:
    office.threads.set_look_on(
        office.threads.open(dana, ThreadKind.PROJECT, "Onboarding in one day", TODAY).id, IN_A_WEEK
    )
    told = "Dana Whitfield Engineer Late hand-overs Say the hour By 17:30 Onboarding in one day"

    content = written(office).decode()

    assert events(content.encode())
    words = set(re.findall(r"[a-z]{3,}", content.casefold()))
    assert words & set(re.findall(r"[a-z]{3,}", told.casefold())) == set()
    for identity in (dana, talk):
        assert identity.hex not in content
        assert str(identity) not in content
    assert "career" not in words


def test_a_later_file_means_the_same_entries(office: Office, talk: ConversationId) -> None:
    first = events(written(office))
    office.clock.advance(hours=3)
    office.talks.plan_follow_up(talk, IN_A_WEEK + timedelta(days=1))

    second = events(written(office))

    assert [str(event["uid"]) for event in first] == [str(event["uid"]) for event in second]
    assert second[0].decoded("dtstart") == IN_A_WEEK + timedelta(days=1)


def test_what_lies_behind_or_too_far_ahead_stays_out(office: Office, talk: ConversationId) -> None:
    assert events(written(office, until=IN_A_WEEK - timedelta(days=1))) == []
    office.clock.advance(days=8)
    assert events(written(office)) == []


def test_what_is_in_the_bin_is_in_no_calendar(office: Office, talk: ConversationId) -> None:
    office.talks.bin(talk)

    assert events(written(office)) == []

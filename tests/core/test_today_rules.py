"""What belongs on the start page, over plain facts."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import Ask, NoteToSay
from managernotes.practice.today import (
    end_of_week,
    is_old,
    to_help,
    to_raise,
    to_thank,
)

TODAY = date(2026, 1, 1)
DANA, MAYA = PersonId(UUID(int=1)), PersonId(UUID(int=2))
TALK = ConversationId(UUID(int=9))


def note(  # noqa: PLR0913  a note has many sides
    number: int,
    days_ago: int,
    *,
    kind: Kind = Kind.CONCERN,
    who: PersonId = DANA,
    talk: ConversationId | None = None,
    planned_in_days: int | None = None,
    ahead: bool = True,
) -> NoteToSay:
    day = None if planned_in_days is None else TODAY + timedelta(days=planned_in_days)
    return NoteToSay(
        id=NoteId(UUID(int=number)),
        kind=kind,
        state=ShareState.PLANNED if talk or day else ShareState.UNSAID,
        people=(who,),
        on=TODAY - timedelta(days=days_ago),
        planned_in=talk,
        planned_for=day,
        is_planned_ahead=ahead and bool(talk or day),
    )


def ask(number: int, days_ago: int, *, kind: Kind = Kind.THEIR_FEEDBACK_TO_ME) -> Ask:
    on = TODAY - timedelta(days=days_ago)
    return Ask(id=NoteId(UUID(int=number)), kind=kind, people=(DANA,), on=on)


def test_thanks_stand_oldest_first_and_concerns_are_not_among_them() -> None:
    notes = [note(1, 1, kind=Kind.WIN), note(2, 9), note(3, 5, kind=Kind.WIN)]
    assert [found.id.int for found in to_thank(notes, TODAY)] == [3, 1]


def test_a_planned_thanks_waits_for_its_talk_and_comes_back_after_it() -> None:
    wins = [
        note(1, 1, kind=Kind.WIN, talk=TALK, planned_in_days=0),
        note(2, 1, kind=Kind.WIN, talk=TALK),
        note(3, 1, kind=Kind.WIN, talk=TALK, planned_in_days=-1),
        note(4, 1, kind=Kind.WIN, talk=TALK, planned_in_days=3, ahead=False),
    ]
    assert [found.id.int for found in to_thank(wins, TODAY)] == [3, 4]


def test_s19_concerns_stay_whether_planned_or_not() -> None:
    notes = [note(1, 3), note(2, 7, talk=TALK, planned_in_days=2), note(3, 1, kind=Kind.WIN)]
    assert [entry.note.id.int for entry in to_raise(notes)] == [2, 1]


def test_concerns_planned_for_one_talk_are_one_card_with_the_newest_on_top() -> None:
    [together, alone] = to_raise(
        [note(1, 14, talk=TALK), note(2, 7, talk=TALK), note(3, 1, talk=TALK, who=MAYA)]
    )
    assert (together.note.id.int, [other.id.int for other in together.also]) == (2, [1])
    assert (alone.note.id.int, alone.also) == (3, ())


def test_concerns_whose_talk_fell_through_stand_alone_again() -> None:
    entries = to_raise([note(1, 14, talk=TALK, ahead=False), note(2, 7, talk=TALK, ahead=False)])
    assert [(entry.note.id.int, entry.also) for entry in entries] == [(1, ()), (2, ())]


def test_what_they_told_me_comes_before_what_they_wish_and_each_the_oldest_first() -> None:
    asks = [ask(1, 8, kind=Kind.GROWTH), ask(2, 3), ask(3, 6), ask(4, 9, kind=Kind.GROWTH)]
    assert [found.id.int for found in to_help(asks, {})] == [3, 2, 4, 1]


@pytest.mark.parametrize(("helped_days_ago", "waits"), [(7, True), (6, False), (0, False)])
def test_somebody_waits_until_i_have_done_something_for_them_since(
    helped_days_ago: int, waits: bool
) -> None:
    helped = {DANA: TODAY - timedelta(days=helped_days_ago), MAYA: TODAY}
    assert bool(to_help([ask(1, 6)], helped)) == waits


def test_m03_a_nudge_is_fair_after_five_days_for_thanks_and_ten_for_a_concern() -> None:
    for kind, days in ((Kind.WIN, 5), (Kind.CONCERN, 10)):
        assert is_old(kind, TODAY - timedelta(days=days), TODAY)
        assert not is_old(kind, TODAY - timedelta(days=days - 1), TODAY)


def test_the_week_ends_on_sunday_over_the_turn_of_the_year() -> None:
    assert end_of_week(date(2025, 12, 29)) == end_of_week(TODAY) == date(2026, 1, 4)
    assert end_of_week(date(2026, 1, 4)) == date(2026, 1, 4)
    assert end_of_week(date(2026, 1, 5)) == date(2026, 1, 11)

"""M01, M02 and M14 at their edges: nothing yet, one, days away, leap days, the end of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from managernotes.domain.away import AwayWindow
from managernotes.domain.identity import ConversationId
from managernotes.domain.metric import NOT_YET, ItemSort, Reading
from managernotes.domain.person import Cadence, PersonStatus
from managernotes.practice.metrics.feedback_rhythm import Told, feedback_rhythm
from managernotes.practice.metrics.last_one_on_one import Standing, last_one_on_one
from managernotes.practice.metrics.their_voice import their_voice
from managernotes.practice.rhythm import rhythm
from tests.core.metric_values import TODAY, ago, item, who

TALK = ConversationId(UUID(int=7))


def standing(
    last: date | None,
    today: date = TODAY,
    away: Sequence[AwayWindow] = (),
    cadence: Cadence = Cadence.WEEKLY,
    number: int = 1,
) -> Standing:
    """Return how it stands with somebody who was added long ago."""
    found = rhythm(
        cadence=cadence,
        status=PersonStatus.ACTIVE,
        last_on=last,
        known_since=date(2020, 1, 1),
        away=away,
        today=today,
    )
    return Standing(person=who(number), rhythm=found, last=TALK if last else None)


@pytest.mark.parametrize(
    ("last", "today", "away", "words", "nudged"),
    [
        (None, TODAY, (), NOT_YET, True),
        (TODAY, TODAY, (), "today (weekly)", False),
        (ago(1), TODAY, (), "1 day (weekly)", False),
        (ago(9), TODAY, (), "9 days (weekly)", False),
        (ago(10), TODAY, (), "10 days (weekly)", False),  # 10 < 1.5 x 7
        (ago(11), TODAY, (), "11 days (weekly)", True),
        (ago(20), TODAY, (AwayWindow(ago(15), ago(2)),), "6 days (weekly)", False),
        (date(2024, 2, 28), date(2024, 3, 1), (), "2 days (weekly)", False),  # a leap day between
        (date(2025, 2, 28), date(2025, 3, 1), (), "1 day (weekly)", False),
        (date(2025, 12, 30), date(2026, 1, 2), (), "3 days (weekly)", False),
    ],
)
def test_m01_days_since_the_last_one_to_one_leave_out_days_away(
    last: date | None,
    today: date,
    away: Sequence[AwayWindow],
    words: str,
    nudged: bool,
) -> None:
    reading = last_one_on_one([standing(last, today, away)], today)
    assert (reading.sentence, bool(reading.nudges)) == (words, nudged)
    [opened] = reading.items
    assert opened.sort is (ItemSort.TALK if last else ItemSort.PERSON)


def test_m01_over_a_team_says_how_many_are_due_and_ranks_nobody() -> None:
    team = [standing(ago(3), number=1), standing(ago(40), number=2), standing(None, number=3)]
    reading = last_one_on_one(team, TODAY)
    assert reading.sentence == "2 are due"
    assert [one.person for one in reading.items] == [who(1), who(2), who(3)]
    in_time = [standing(ago(1)), standing(ago(2), number=2)]
    assert last_one_on_one(in_time, TODAY).sentence == "None is due"
    assert last_one_on_one([], TODAY).sentence == NOT_YET
    never = [standing(None), standing(None, number=2)]
    assert last_one_on_one(never, TODAY).sentence == NOT_YET


def told(*days: date, away: Sequence[AwayWindow] = (), is_there: bool = True) -> Reading:
    """Read M02 about one person who was told something on these days."""
    one = Told(person=who(), on=set(days), away=away, is_there=is_there)
    return feedback_rhythm([one], [], TODAY)


def test_m02_eight_dots_and_no_streak() -> None:
    reading = told(TODAY, ago(7), ago(8), ago(49))
    assert reading.dots == (True, False, False, False, False, False, True, True)
    assert reading.sentence == "Something said in 3 of 8 weeks"
    assert told(ago(60)).sentence == NOT_YET
    assert feedback_rhythm([], [], TODAY).sentence == NOT_YET


@pytest.mark.parametrize(
    ("days", "away", "there", "asks"),
    [
        ((), (), True, True),
        ((), (), False, False),
        ((TODAY, ago(14), ago(28), ago(42)), (), True, False),  # never three in a row
        ((TODAY, ago(28), ago(49)), (), True, True),
        ((TODAY, ago(28), ago(49)), (AwayWindow(ago(27), ago(1)),), True, False),
    ],
)
def test_m02_three_empty_weeks_in_a_row_ask_unless_they_were_away(
    days: tuple[date, ...], away: Sequence[AwayWindow], there: bool, asks: bool
) -> None:
    assert bool(told(*days, away=away, is_there=there).nudges) is asks


def test_m02_the_weeks_run_over_the_end_of_a_year() -> None:
    one = Told(person=who(), on={date(2025, 12, 31)}, away=(), is_there=True)
    dots = feedback_rhythm([one], [], date(2026, 1, 5)).dots
    assert dots == (False,) * 6 + (True, False)


@pytest.mark.parametrize(
    ("heard", "sentence", "asks"),
    [
        ((), NOT_YET, False),
        ((False,), NOT_YET, False),
        ((True,), "1 of last 1", False),
        ((False,) * 6, NOT_YET, True),
        ((True, *(False,) * 5), "1 of last 6", True),
        ((True, True, *(False,) * 4), "2 of last 6", False),
        ((*(False,) * 6, True), NOT_YET, True),  # the seventh is too long ago
        ((True,) * 6, "6 of last 6", False),
    ],
)
def test_m14_their_words_in_the_last_six_talks(
    heard: tuple[bool, ...], sentence: str, asks: bool
) -> None:
    reading = their_voice([(item(place), words) for place, words in enumerate(heard)])
    assert (reading.sentence, bool(reading.nudges)) == (sentence, asks)
    assert len(reading.items) == min(len(heard), 6)

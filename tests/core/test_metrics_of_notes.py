"""M03, M04 and M11 at their edges: nothing yet, one, days away, leap days, the end of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from managernotes.domain.away import AwayWindow
from managernotes.domain.metric import NOT_YET
from managernotes.practice.metrics.recognition import recognition_and_correction
from managernotes.practice.metrics.time_to_talk import Raised, time_to_talk
from managernotes.practice.metrics.unsaid import Pile, Waiting, unsaid
from tests.core.metric_values import TODAY, ago, item, who


def pile(*ages: int, away: Sequence[AwayWindow] = (), there: bool = True) -> Pile:
    """Return what waits, the oldest first."""
    oldest = [Waiting(item=item(age), seen_on=ago(age), away=away, is_there=there) for age in ages]
    return Pile(oldest=oldest, total=len(oldest))


@pytest.mark.parametrize(
    ("thanks", "concerns", "sentence", "asked"),
    [
        (pile(), pile(), "Nothing is unsaid", 0),
        (pile(4, 1), pile(), "Thanks 2", 0),
        (pile(5), pile(), "Thanks 1", 1),
        (pile(), pile(9), "Concern 1 (9 d)", 0),
        (pile(), pile(10), "Concern 1 (10 d)", 1),
        (pile(3, 2), pile(18), "Thanks 2 · concern 1 (18 d)", 1),
        (pile(), pile(18, there=False), "Concern 1 (18 d)", 0),
        (pile(), pile(18, away=[AwayWindow(ago(17), ago(1))]), "Concern 1 (1 d)", 0),
    ],
)
def test_m03_what_is_unsaid_and_the_age_of_the_oldest(
    thanks: Pile, concerns: Pile, sentence: str, asked: int
) -> None:
    reading = unsaid(thanks, concerns, TODAY, was_any=True)
    assert (reading.sentence, len(reading.nudges)) == (sentence, asked)
    assert len(reading.items) == thanks.total + concerns.total


def test_m03_before_the_first_win_or_concern_it_is_not_yet() -> None:
    assert unsaid(Pile(), Pile(), TODAY, was_any=False).sentence == NOT_YET


def test_m03_says_how_many_it_does_not_list() -> None:
    reading = unsaid(Pile(oldest=pile(3).oldest, total=70), Pile(), TODAY, was_any=True)
    assert (reading.sentence, len(reading.items), reading.more) == ("Thanks 70", 1, 69)


@pytest.mark.parametrize(
    ("today", "seen", "age"),
    [
        (date(2024, 3, 1), date(2024, 2, 28), "2 d"),
        (date(2025, 3, 1), date(2025, 2, 28), "1 d"),
        (date(2026, 1, 2), date(2025, 12, 31), "2 d"),
    ],
)
def test_m03_ages_count_leap_days_and_cross_the_year(today: date, seen: date, age: str) -> None:
    waiting = Pile(oldest=[Waiting(item=item(), seen_on=seen)], total=1)
    assert unsaid(Pile(), waiting, today, was_any=True).sentence == f"Concern 1 ({age})"


@pytest.mark.parametrize(
    ("thanks", "concerns", "waiting", "sentence", "asks"),
    [
        (0, 0, 0, NOT_YET, False),
        (0, 0, 1, NOT_YET, True),  # a concern waits while none was said
        (1, 0, 0, "Thanks said 1 · concerns said not yet", False),
        (2, 0, 0, "Thanks said 2 · concerns said not yet", False),
        (3, 0, 0, "Thanks said 3 · concerns said not yet", True),
        (0, 2, 0, "Thanks said not yet · concerns said 2", False),
        (0, 3, 0, "Thanks said not yet · concerns said 3", True),
        (1, 9, 4, "Thanks said 1 · concerns said 9", False),  # no target, no ratio
        (6, 2, 0, "Thanks said 6 · concerns said 2", False),
    ],
)
def test_m04_two_plain_counts_side_by_side(
    thanks: int, concerns: int, waiting: int, sentence: str, asks: bool
) -> None:
    reading = recognition_and_correction(thanks, concerns, unsaid_concerns=waiting)
    assert (reading.sentence, bool(reading.nudges)) == (sentence, asks)
    assert "%" not in reading.sentence


def raised(  # noqa: PLR0913  what a test may want to be other than usual
    name: str,
    seen: date,
    said: date | None,
    *,
    away: Sequence[AwayWindow] = (),
    there: bool = True,
    number: int = 1,
) -> Raised:
    """Return one concern."""
    return Raised(
        item=item(number, who(number)),
        name=name,
        seen_on=seen,
        said_on=said,
        away=away,
        is_there=there,
    )


@pytest.mark.parametrize(
    ("concern", "words", "asks"),
    [
        (raised("Ana", ago(20), ago(17)), "said after 3 days", False),
        (raised("Ana", ago(20), ago(20)), "said that day", False),
        (raised("Ana", ago(20), ago(19)), "said the next day", False),
        (raised("Ana", ago(13), None), "open, 13 days", False),
        (raised("Ana", ago(14), None), "open, 14 days", True),
        (raised("Ana", ago(14), None, there=False), "open, 14 days", False),
        (raised("Ana", ago(41), None, away=[AwayWindow(ago(40), ago(10))]), "open, 10 days", False),
        (raised("Ana", date(2025, 12, 29), date(2026, 1, 2)), "said after 4 days", False),
        (raised("Ana", date(2024, 2, 27), date(2024, 3, 1)), "said after 3 days", False),
    ],
)
def test_m11_from_seen_to_said_and_what_is_open(concern: Raised, words: str, asks: bool) -> None:
    reading = time_to_talk([concern], TODAY)
    assert (reading.items[0].detail, bool(reading.nudges)) == (words, asks)
    assert reading.items[0].is_open is (concern.said_on is None)


def test_m11_is_a_list_a_to_z_without_any_average() -> None:
    concerns = [
        raised("Zoe", ago(60), None, number=1),
        raised("Ana", ago(2), ago(1), number=2),
        raised("Ana", ago(9), None, number=3),
    ]
    reading = time_to_talk(concerns, TODAY)
    assert [one.person for one in reading.items] == [who(3), who(2), who(1)]
    assert reading.sentence == "2 still to be said"
    assert time_to_talk([], TODAY).sentence == NOT_YET
    assert time_to_talk(concerns[1:2], TODAY).sentence == "All of them were said"

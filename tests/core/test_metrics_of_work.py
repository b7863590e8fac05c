"""M08-M10, M12, M13 and M15-M17 at their edges: nothing yet, one, days away, a year's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from managernotes.domain.attention import AttentionRow
from managernotes.domain.away import AwayWindow
from managernotes.domain.growth_alive import GrowthAlive
from managernotes.domain.identity import LessonId, PersonId, PromiseId, YardstickId
from managernotes.domain.lesson import Held, Lesson, LessonState, LessonWords
from managernotes.domain.metric import NOT_YET
from managernotes.domain.promise import (
    Promise,
    PromiseCounts,
    PromiseMove,
    PromiseOwner,
    PromiseState,
    PromiseWords,
)
from managernotes.domain.yardstick import (
    Clarity,
    TalkedThrough,
    Yardstick,
    YardstickKind,
    YardstickWords,
)
from managernotes.practice.metrics.expectation_clarity import Clear, expectation_clarity
from managernotes.practice.metrics.goals_without_check_in import Looked, goals_without_check_in
from managernotes.practice.metrics.growth_alive import growth_alive
from managernotes.practice.metrics.house_keeping import house_keeping
from managernotes.practice.metrics.lessons_that_changed import lessons_that_changed
from managernotes.practice.metrics.my_attention import my_attention
from managernotes.practice.metrics.my_promises import my_promises
from managernotes.practice.metrics.their_agreements import their_agreements
from tests.core.metric_values import TODAY, ago, item, who

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)


def promise(
    due: date | None,
    *people: PersonId,
    owner: PromiseOwner = PromiseOwner.ME,
    number: int = 1,
    help_: str = "",
) -> Promise:
    """Return an open promise."""
    return Promise(
        id=PromiseId(UUID(int=number)),
        owner=owner,
        people=people,
        words=PromiseWords(text="The tender date", help=help_),
        state=PromiseState.OPEN,
        made_on=ago(40),
        due_on=due,
        original_due_on=due,
        ended_on=None,
        told_on=None,
        made_in=None,
        made_in_type=None,
        made_in_on=None,
        moves=(),
        created_at=NOW,
        updated_at=NOW,
        revision=1,
    )


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (PromiseCounts(), NOT_YET),
        (PromiseCounts(kept=1), "1 kept"),
        (PromiseCounts(kept=9, open=3, moved_told=2), "9 kept · 2 moved and told · 1 open"),
        (
            PromiseCounts(kept_late=1, open=1, moved_untold=1),
            "1 kept late · 1 moved, not told",
        ),
    ],
)
def test_m08_what_became_of_my_promises_in_one_line(counts: PromiseCounts, sentence: str) -> None:
    assert my_promises(counts, [], TODAY).sentence == sentence


def test_m08_asks_where_i_am_late_or_they_do_not_know() -> None:
    move = PromiseMove(from_day=ago(9), to_day=ago(-9), moved_on=ago(2), told_on=None)
    untold = replace(promise(ago(-9), who(1), number=1), moves=(move,))
    told = replace(promise(ago(-9), who(2), number=2), moves=(replace(move, told_on=ago(1)),))
    overdue, due_today = promise(ago(1), who(3), number=3), promise(TODAY, who(4), number=4)
    to_myself = replace(promise(ago(1), number=5))
    reading = my_promises(PromiseCounts(open=5), [untold, told, overdue, due_today], TODAY)
    assert [nudge.person for nudge in reading.nudges] == [who(1), who(3)]
    assert [one.detail for one in reading.items] == [
        "not told yet",
        "moved and told",
        "overdue",
        "open",
    ]
    assert [one.is_open for one in reading.items] == [True, False, True, False]
    alone = my_promises(PromiseCounts(open=1), [to_myself], TODAY)
    assert [
        (nudge.person, one.person) for nudge, one in zip(alone.nudges, alone.items, strict=True)
    ] == [(None, None)]


def test_m09_is_a_list_a_to_z_with_the_help_and_no_rate() -> None:
    theirs = [
        promise(ago(-1), who(2), owner=PromiseOwner.THEM, number=1, help_="a second reviewer"),
        promise(ago(-30), who(1), owner=PromiseOwner.THEM, number=2),
        promise(None, who(1), owner=PromiseOwner.THEM, number=3),
        promise(ago(2), who(1), owner=PromiseOwner.THEM, number=4),
    ]
    reading = their_agreements(theirs, {who(1): "Ana", who(2): "Zoe"}, TODAY)
    assert [one.id.int for one in reading.items] == [4, 2, 3, 1]
    assert reading.items[-1].detail == "help: a second reviewer"
    assert not [letter for letter in reading.sentence if letter.isdigit()]
    assert [nudge.person for nudge in reading.nudges] == [who(2)]
    assert their_agreements([], {}, TODAY).sentence == NOT_YET


@pytest.mark.parametrize(
    ("due", "today", "asks"),
    [
        (date(2026, 11, 23), date(2026, 11, 24), True),  # Monday of this week
        (date(2026, 11, 29), date(2026, 11, 24), True),  # its Sunday
        (date(2026, 11, 30), date(2026, 11, 24), False),
        (date(2026, 11, 22), date(2026, 11, 24), False),
        (date(2027, 1, 1), date(2026, 12, 30), True),  # a week over the end of a year
    ],
)
def test_m09_asks_in_the_week_in_which_it_is_due(due: date, today: date, asks: bool) -> None:
    theirs = [promise(due, who(), owner=PromiseOwner.THEM)]
    assert bool(their_agreements(theirs, {}, today).nudges) is asks


def goal(
    *,
    started: date = TODAY,
    checked: date | None = None,
    next_on: date | None = None,
    away: Sequence[AwayWindow] = (),
) -> Looked:
    """Return one active goal."""
    return Looked(
        item=item(),
        name="Ana",
        started_on=started,
        checked_on=checked,
        next_on=next_on,
        away=away,
    )


@pytest.mark.parametrize(
    ("one", "waits"),
    [
        (goal(started=ago(30)), False),
        (goal(started=ago(31)), True),
        (goal(started=ago(90), checked=ago(30)), False),
        (goal(started=ago(90), checked=ago(31)), True),
        (goal(started=ago(9), checked=ago(3), next_on=ago(1)), True),  # the day has passed
        (goal(started=ago(9), checked=ago(3), next_on=TODAY), False),
        (goal(started=ago(90), checked=ago(1), next_on=ago(2)), False),  # looked at after it
        (goal(started=ago(90), checked=ago(40), next_on=ago(60)), True),
        (goal(started=ago(31), away=[AwayWindow(ago(9), ago(9))]), False),
    ],
)
def test_m10_a_goal_waits_after_thirty_days_or_once_its_day_has_passed(
    one: Looked, waits: bool
) -> None:
    reading = goals_without_check_in([one], TODAY)
    assert bool(reading.items) is bool(reading.nudges) is waits
    assert reading.sentence == (
        "1 goal without a check-in" if waits else "Every goal was looked at"
    )


def test_m10_without_goals_it_is_not_yet_and_who_is_away_is_not_asked_about() -> None:
    assert goals_without_check_in([], TODAY).sentence == NOT_YET
    away = replace(goal(started=ago(40)), is_there=False)
    reading = goals_without_check_in([away], TODAY)
    assert reading.items
    assert not reading.nudges


def attention(number: int, notes: int, talks: int, *, quiet: bool = False) -> AttentionRow:
    """Return one line."""
    return AttentionRow(
        person=who(number), name=f"Person {number}", notes=notes, talks=talks, is_quiet=quiet
    )


@pytest.mark.parametrize(
    ("rows", "sentence", "details"),
    [
        ([], NOT_YET, []),
        ([attention(1, 0, 0)], NOT_YET, [NOT_YET]),
        ([attention(1, 4, 5)], "notes 4 · talks 5", ["notes 4 · talks 5"]),
        ([attention(1, 4, 0)], "notes 4 · talks not yet", ["notes 4 · talks not yet"]),
        (
            [attention(1, 4, 5), attention(2, 0, 0, quiet=True)],
            "1 person quiet",
            ["notes 4 · talks 5", "quiet"],
        ),
        (
            [attention(1, 1, 1), attention(2, 90, 9)],
            "Nobody quiet",
            ["notes 1 · talks 1", "notes 90 · talks 9"],
        ),
    ],
)
def test_m12_notes_and_talks_in_the_order_given(
    rows: list[AttentionRow], sentence: str, details: list[str]
) -> None:
    reading = my_attention(rows, ())
    assert reading.sentence == sentence
    assert [one.detail for one in reading.items] == details


def test_m12_asks_about_who_was_quiet_for_thirty_days() -> None:
    reading = my_attention([attention(1, 4, 5), attention(2, 3, 0)], {who(2)})
    assert [nudge.person for nudge in reading.nudges] == [who(2)]


def growing(number: int, *, quiet: bool = False, due: bool = False) -> GrowthAlive:
    """Return how growth stands with somebody."""
    return GrowthAlive(
        person=who(number),
        name=f"Person {number}",
        step=None,
        direction="",
        last_step_ended=None,
        touched_on=None if quiet else ago(3),
        last_career_talk=None,
        next_career_talk=None,
        is_quiet=quiet,
        talk_is_due=due,
    )


@pytest.mark.parametrize(
    ("team", "sentence", "details"),
    [
        ([], NOT_YET, []),
        ([growing(1)], "Growth is alive", []),
        ([growing(1), growing(2)], "Growth is alive with everybody", []),
        ([growing(1, quiet=True)], "no step in 60 days", ["no step in 60 days"]),
        (
            [growing(1, quiet=True, due=True), growing(2), growing(3, due=True)],
            "2 people without a live step or career talk",
            ["no step in 60 days · no career talk in 180 days", "no career talk in 180 days"],
        ),
    ],
)
def test_m13_who_is_without_a_live_step_or_a_career_talk(
    team: list[GrowthAlive], sentence: str, details: list[str]
) -> None:
    reading = growth_alive(team)
    assert reading.sentence == sentence
    assert [one.detail for one in reading.items] == details
    assert len(reading.nudges) == len(details)


def lesson(
    number: int = 1,
    *,
    checked: date | None = None,
    due: date | None = None,
    again: date | None = None,
    state: LessonState = LessonState.CHANGE_AGREED,
) -> Lesson:
    """Return one lesson."""
    return Lesson(
        id=LessonId(UUID(int=number)),
        words=LessonWords(title="The late freeze"),
        state=state,
        happened_on=ago(60),
        looked_at_on=None,
        conversation=None,
        people=(who(),),
        change_due_on=due,
        checked_on=checked,
        held=Held.YES if checked else None,
        again_on=again,
        shared_on=None,
        goal=None,
        closed_on=None,
        notes=(),
        created_at=NOW,
        updated_at=NOW,
        revision=1,
    )


@pytest.mark.parametrize(
    ("lessons", "sentence", "asks"),
    [
        ([], NOT_YET, False),
        ([lesson()], NOT_YET, False),
        ([lesson(due=TODAY)], NOT_YET, False),
        ([lesson(due=ago(1))], NOT_YET, True),
        ([lesson(due=ago(9), checked=ago(2))], "1 of 1 checked", False),
        ([lesson(due=ago(9), checked=ago(5), again=ago(1))], "1 of 1 checked", True),
        (
            [
                lesson(1, due=ago(9), checked=ago(9), state=LessonState.CLOSED),
                *(lesson(number, checked=ago(3)) for number in (2, 3)),
                lesson(4),
            ],
            "3 of 4 checked",
            False,
        ),
    ],
)
def test_m15_lessons_whose_change_was_checked(
    lessons: list[Lesson], sentence: str, asks: bool
) -> None:
    reading = lessons_that_changed(lessons, TODAY)
    assert (reading.sentence, bool(reading.nudges)) == (sentence, asks)
    assert len(reading.items) == len(lessons)


def test_m15_is_never_by_person() -> None:
    reading = lessons_that_changed([lesson(due=ago(1))], TODAY)
    assert [one.person for one in reading.items] == [None]
    assert [nudge.person for nudge in reading.nudges] == [None]


def yardstick(number: int, talked: date | None = None) -> Yardstick:
    """Return an expectation of somebody."""
    return Yardstick(
        id=YardstickId(UUID(int=number)),
        kind=YardstickKind.EXPECTATION,
        words=YardstickWords(title=f"Expectation {number}"),
        retired_on=None,
        people=(TalkedThrough(person=who(), on=talked),),
        created_at=NOW,
        revision=1,
    )


def clear(talked: int, left: int, *, ahead: bool = False, number: int = 1) -> Clear:
    """Return how somebody stands with their expectations."""
    return Clear(
        person=who(number),
        clarity=Clarity(
            talked=tuple(yardstick(place, ago(9)) for place in range(talked)),
            open=tuple(yardstick(100 + place) for place in range(left)),
        ),
        has_talk_ahead=ahead,
    )


@pytest.mark.parametrize(
    ("team", "sentence", "asked"),
    [
        ([], NOT_YET, 0),
        ([clear(0, 0)], NOT_YET, 0),
        ([clear(0, 2)], NOT_YET, 0),
        ([clear(3, 2)], "3 of 5 talked through", 0),
        ([clear(3, 2, ahead=True)], "3 of 5 talked through", 1),
        ([clear(3, 0, ahead=True)], "3 of 3 talked through", 0),
        ([clear(3, 0), clear(1, 1, number=2)], "Something to talk through with 1 person", 0),
        ([clear(3, 0), clear(1, 0, number=2)], "All talked through", 0),
    ],
)
def test_m16_what_was_talked_through_and_a_question_only_before_a_talk(
    team: list[Clear], sentence: str, asked: int
) -> None:
    reading = expectation_clarity(team)
    assert (reading.sentence, len(reading.nudges)) == (sentence, asked)


def test_m16_one_person_opens_the_expectations_that_are_open() -> None:
    edited = Clarity(talked=(), open=(yardstick(1, ago(9)), yardstick(2)))
    reading = expectation_clarity([Clear(person=who(), clarity=edited)])
    assert [one.detail for one in reading.items] == ["edited since", NOT_YET]


@pytest.mark.parametrize(
    ("retention", "held", "jots", "more", "sentence"),
    [
        (0, 0, 0, 0, NOT_YET),
        (1, 0, 0, 0, "1 retention day has come"),
        (0, 1, 0, 0, "1 on hold"),
        (0, 0, 1, 0, "1 jot waits for a kind"),
        (2, 1, 2, 3, "2 retention days have come · 1 on hold · 5 jots wait for a kind"),
    ],
)
def test_m17_what_the_vault_waits_for(
    retention: int, held: int, jots: int, more: int, sentence: str
) -> None:
    reading = house_keeping(
        [item(1)] * retention, [item(2)] * held, [item(3)] * jots, more_jots=more
    )
    assert reading.sentence == sentence
    assert bool(reading.nudges) is bool(retention or jots)
    assert len(reading.items) + reading.more == retention + held + jots + more

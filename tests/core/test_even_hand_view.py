"""The page of the even hand: every moment by expectation, from seen to said, nothing summed."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest

from managernotes.domain.even_moments import EvenGroup, EvenMoment
from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.observation import KeptBack, Kind, NewObservation, NoteText
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.errors import InvalidInputError
from tests.core.office import Office
from tests.core.talks_office import TODAY, person, planned

SINCE = TODAY - timedelta(days=90)
CONCERNS = (Kind.CONCERN,)


def expectation(office: Office, title: str) -> YardstickId:
    """Return an expectation that holds for all."""
    words = YardstickWords(title=title)
    return office.yardsticks.add(YardstickKind.EXPECTATION, words).id


def seen(
    office: Office,
    who: PersonId,
    days_ago: int,
    by: YardstickId | None = None,
    kind: Kind = Kind.CONCERN,
) -> NoteId:
    """Note something about somebody, measured if something is named."""
    new = NewObservation(
        text=NoteText(fact=f"Seen {days_ago} days ago"),
        kind=kind,
        people=(who,),
        occurred_on=TODAY - timedelta(days=days_ago),
    )
    identity = office.notes.add(new).id
    if by is not None:
        office.yardsticks.link_note(by, identity)
    return identity


def shown(groups: tuple[EvenGroup, ...]) -> list[tuple[str, list[tuple[str, int, bool]]]]:
    """Return the page in short."""
    return [
        (group.yardstick.words.title, [(one.name, one.days, one.is_said) for one in group.lines])
        for group in groups
    ]


def test_s24_the_reply_time_was_raised_after_three_days_and_is_unsaid_for_forty_one(
    office: Office,
) -> None:
    raj, ana = person(office, "Raj"), person(office, "Ana")
    replies, reasons = expectation(office, "Reply time"), expectation(office, "Decides")
    seen(office, raj, 41, replies)
    office.sharing.said(seen(office, ana, 20, replies), TODAY - timedelta(days=17))
    assert shown(office.even_hand.view(CONCERNS, SINCE)) == [
        ("Decides", []),
        ("Reply time", [("Ana", 3, True), ("Raj", 41, False)]),
    ]
    assert reasons


def test_s24_every_open_and_every_raised_concern_stands_there_kept_back_or_not(
    office: Office,
) -> None:
    raj, by = person(office, "Raj"), expectation(office, "Reply time")
    office.sharing.keep_back(seen(office, raj, 30, by), KeptBack.TOO_SMALL)
    talk = planned(office, raj, on=TODAY + timedelta(days=2))
    office.sharing.plan(seen(office, raj, 12, by), talk.id)
    seen(office, raj, 1, by)
    [group] = office.even_hand.view(CONCERNS, SINCE)
    assert [(one.days, one.planned_for, one.planned_in) for one in group.lines] == [
        (30, None, None),
        (12, TODAY + timedelta(days=2), talk.id),
        (1, None, None),
    ]


def test_s24_a_line_and_a_group_hold_no_total_and_nobody_is_ordered_by_length(
    office: Office,
) -> None:
    names = {part.name for part in (*fields(EvenMoment), *fields(EvenGroup))}
    assert not names & {"total", "count", "mean", "average", "sum", "median", "longest"}
    by = expectation(office, "Reply time")
    for name, days in (("Zoe", 60), ("Ana", 2), ("Mei", 30)):
        seen(office, person(office, name), days, by)
    [group] = office.even_hand.view(CONCERNS, SINCE)
    assert [one.name for one in group.lines] == ["Ana", "Mei", "Zoe"]


def test_wins_are_a_view_of_their_own_and_other_kinds_are_none(office: Office) -> None:
    by = expectation(office, "Reply time")
    seen(office, person(office), 3, by, Kind.WIN)
    seen(office, person(office), 4, by)
    [wins] = office.even_hand.view((Kind.WIN,), SINCE)
    [both] = office.even_hand.view((Kind.WIN, Kind.CONCERN), SINCE)
    assert [one.kind for one in wins.lines] == [Kind.WIN]
    assert len(both.lines) == 2
    with pytest.raises(InvalidInputError):
        office.even_hand.view((Kind.SUPPORT_GIVEN,), SINCE)


def test_what_no_expectation_measures_is_not_lost(office: Office) -> None:
    by = expectation(office, "Reply time")
    seen(office, person(office), 3, by)
    alone = seen(office, person(office), 5)
    assert [one.note for one in office.even_hand.unmeasured(CONCERNS, SINCE)] == [alone]


def test_a_concern_behind_a_talk_is_measured_by_what_the_talk_is_measured_by(
    office: Office,
) -> None:
    by, fact = expectation(office, "Reply time"), seen(office, person(office), 9)
    prepared = office.preparations.from_note(fact)
    office.preparations.link_yardstick(prepared.id, by)
    [group] = office.even_hand.view(CONCERNS, SINCE)
    assert [one.note for one in group.lines] == [fact]
    assert office.even_hand.unmeasured(CONCERNS, SINCE) == ()


def test_what_counts_no_longer_stands_there_only_for_what_it_measured(office: Office) -> None:
    used, unused = expectation(office, "Used"), expectation(office, "Unused")
    seen(office, person(office), 9, used)
    for one in (used, unused):
        office.yardsticks.retire(one)
    assert [title for title, _ in shown(office.even_hand.view(CONCERNS, SINCE))] == ["Used"]


def test_s24_no_choice_of_days_hides_a_concern_that_was_not_said(office: Office) -> None:
    by, raj = expectation(office, "Reply time"), person(office, "Raj")
    seen(office, raj, 300, by)
    talk = planned(office, raj, on=TODAY + timedelta(days=2))
    office.sharing.plan(seen(office, raj, 200, by), talk.id)
    office.sharing.said(seen(office, raj, 91, by), TODAY - timedelta(days=80))
    office.sharing.said(seen(office, raj, 90, by), TODAY - timedelta(days=80))
    alone = seen(office, raj, 250)
    [group] = office.even_hand.view(CONCERNS, SINCE)
    assert [(one.days, one.is_said) for one in group.lines] == [
        (300, False),
        (200, False),
        (10, True),
    ]
    assert [one.note for one in office.even_hand.unmeasured(CONCERNS, SINCE)] == [alone]
    assert office.even_hand.view((Kind.WIN,), SINCE)[0].lines == ()

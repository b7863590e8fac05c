"""The metrics over a real vault: each opens its items, may be hidden, and says "not yet"."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.lesson import LessonWords, NewLesson
from managernotes.domain.metric import NOT_YET, ItemSort, Metric, Reading
from managernotes.domain.observation import Kind, NewObservation, NoteText, Source
from managernotes.domain.promise import PromiseOwner
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from tests.core.goal_rows import goal
from tests.core.office import Office
from tests.core.talks_office import TODAY, held, person, planned, promised


def noted(
    office: Office, kind: Kind, days_ago: int, who: PersonId, source: Source = Source.FIRST_HAND
) -> NoteId:
    """Store a note about somebody."""
    return office.notes.add(
        NewObservation(
            text=NoteText(fact=f"{kind.value} {days_ago}"),
            kind=kind,
            people=(who,),
            occurred_on=TODAY - timedelta(days=days_ago),
            source=source,
        )
    ).id


def busy(office: Office) -> PersonId:
    """Fill a vault so that every metric has something to open; return whom it is about."""
    who = person(office, "Ana")
    by = office.yardsticks.add(
        YardstickKind.EXPECTATION, YardstickWords(title="Replies in a day"), [who]
    ).id
    held(office, who, on=TODAY - timedelta(days=9))
    said = noted(office, Kind.WIN, 3, who)
    office.sharing.said(said, TODAY - timedelta(days=1))
    office.yardsticks.link_note(by, said)
    noted(office, Kind.WIN, 6, who)
    noted(office, Kind.CONCERN, 18, who)
    noted(office, Kind.LOOSE, 8, who)
    promised(office, due=TODAY - timedelta(days=0), to=who)
    promised(office, due=TODAY + timedelta(days=1), owner=PromiseOwner.THEM, to=who)
    goal(office, who, "Restore in ten minutes", started=TODAY - timedelta(days=31))
    office.lessons.add(NewLesson(words=LessonWords(title="The late freeze")))
    planned(office, who, on=TODAY + timedelta(days=3), kind=ConversationType.GOAL_SETTING)
    office.clock.advance(days=8)  # the jot has waited for its kind
    return who


def readings(office: Office) -> dict[Metric, Reading]:
    """Return what all say, by metric."""
    return {reading.metric: reading for reading in office.metrics.all()}


def unsaid_of(office: Office, who: PersonId) -> str:
    """Return what M03 says of one person."""
    found = {reading.metric: reading.sentence for reading in office.metrics.of_person(who)}
    return found[Metric.UNSAID]


def test_an_empty_vault_says_not_yet_seventeen_times(office: Office) -> None:
    found = office.metrics.all()
    assert [reading.metric for reading in found] == list(Metric)
    assert [reading.sentence for reading in found] == [NOT_YET] * 17
    assert not [reading for reading in found if reading.items or reading.next]
    assert office.metrics.questions() == ()


def test_s40_each_metric_opens_its_items(office: Office) -> None:
    busy(office)
    found = readings(office)
    assert not [metric for metric, reading in found.items() if not reading.items]
    sorts = {metric: {one.sort for one in found[metric].items} for metric in Metric}
    assert sorts[Metric.LAST_ONE_ON_ONE] == sorts[Metric.THEIR_VOICE] == {ItemSort.TALK}
    assert sorts[Metric.MY_PROMISES] == sorts[Metric.THEIR_AGREEMENTS] == {ItemSort.PROMISE}
    assert sorts[Metric.GOALS_WITHOUT_CHECK_IN] == {ItemSort.GOAL}
    assert sorts[Metric.LESSONS_THAT_CHANGED] == {ItemSort.LESSON}
    for metric in (
        Metric.FEEDBACK_RHYTHM,
        Metric.UNSAID,
        Metric.RECOGNITION_AND_CORRECTION,
        Metric.SOURCE_MIX,
        Metric.TIME_TO_TALK,
        Metric.HOUSE_KEEPING,
    ):
        assert sorts[metric] == {ItemSort.NOTE}


def test_s40_they_are_counts_in_words_and_never_a_percentage(office: Office) -> None:
    busy(office)
    found = readings(office)
    assert not [reading for reading in found.values() if "%" in reading.sentence]
    assert found[Metric.LAST_ONE_ON_ONE].sentence == "17 days (weekly)"
    assert found[Metric.UNSAID].sentence == "Thanks 1 · concern 1 (26 d)"
    assert found[Metric.MY_PROMISES].sentence == "1 open"
    assert found[Metric.GOALS_WITHOUT_CHECK_IN].sentence == "1 goal without a check-in"
    assert found[Metric.TIME_TO_TALK].sentence == "1 still to be said"
    assert found[Metric.SOURCE_MIX].sentence == "1 seen"
    assert found[Metric.HOUSE_KEEPING].sentence == "1 jot waits for a kind"


def test_the_sentences_and_questions_hold_no_name(office: Office) -> None:
    busy(office)
    words = [
        part
        for reading in office.metrics.all()
        for part in (reading.sentence, reading.next or "", *(n.sentence for n in reading.nudges))
    ]
    assert not [part for part in words if "Ana" in part]


def test_one_is_read_alone_and_for_one_person_without_my_promises(office: Office) -> None:
    who = busy(office)
    other = person(office, "Zoe")
    assert office.metrics.one(Metric.UNSAID).sentence == "Thanks 1 · concern 1 (26 d)"
    mine = {reading.metric: reading for reading in office.metrics.of_person(other)}
    assert Metric.MY_PROMISES not in mine
    assert Metric.LESSONS_THAT_CHANGED not in mine
    assert mine[Metric.UNSAID].sentence == NOT_YET
    assert mine[Metric.TIME_TO_TALK].sentence == NOT_YET
    about = {reading.metric: reading for reading in office.metrics.of_person(who)}
    assert about[Metric.EXPECTATION_CLARITY].items[0].sort is ItemSort.YARDSTICK
    assert {one.sort for one in about[Metric.MY_ATTENTION].items} == {
        ItemSort.TALK,
        ItemSort.NOTE,
    }


def test_of_somebody_nothing_was_written_about_it_is_not_yet_unsaid(office: Office) -> None:
    ana, raj = person(office, "Ana"), person(office, "Raj")
    note = noted(office, Kind.WIN, 3, ana)
    assert unsaid_of(office, ana) == "Thanks 1"
    assert unsaid_of(office, raj) == NOT_YET
    office.sharing.said(note, TODAY)
    assert unsaid_of(office, ana) == "Nothing is unsaid"


def test_a_metric_is_hidden_and_shown_again(office: Office) -> None:
    busy(office)
    office.metrics.hide(Metric.UNSAID)
    office.metrics.hide(Metric.TIME_TO_TALK)
    assert Metric.UNSAID not in office.metrics.shown()
    assert Metric.UNSAID not in readings(office)
    office.metrics.show(Metric.UNSAID)
    assert office.metrics.shown() == tuple(
        metric for metric in Metric if metric is not Metric.TIME_TO_TALK
    )


def test_there_is_one_question_for_each_person_and_week(office: Office) -> None:
    who = busy(office)
    first = [nudge for nudge in office.metrics.questions() if nudge.person == who]
    assert [nudge.metric for nudge in first] == [Metric.LAST_ONE_ON_ONE]
    office.metrics.asked(first[0])
    office.clock.advance(days=1)
    assert not [nudge for nudge in office.metrics.questions() if nudge.person == who]
    office.clock.advance(days=6)
    assert [nudge for nudge in office.metrics.questions() if nudge.person == who]


def test_tidying_up_is_asked_once_a_month(office: Office) -> None:
    noted(office, Kind.LOOSE, 8, person(office))
    office.clock.advance(days=8)
    [jots] = [one for one in office.metrics.questions() if one.metric is Metric.HOUSE_KEEPING]
    office.metrics.asked(jots)
    assert jots in office.metrics.questions()  # it stays there for the day
    office.clock.advance(days=29)
    assert jots not in office.metrics.questions()
    office.clock.advance(days=1)
    assert jots in office.metrics.questions()


def test_inv_13_people_stand_a_to_z_in_every_reading(office: Office) -> None:
    zoe, ana, mei = (person(office, name) for name in ("Zoe", "Ana", "Mei"))
    for who, days in ((zoe, 40), (ana, 2), (mei, 20)):
        held(office, who, on=TODAY - timedelta(days=days))
        noted(office, Kind.CONCERN, days, who)
        goal(office, who, "A goal", started=TODAY - timedelta(days=40 + days))
    for metric in (
        Metric.LAST_ONE_ON_ONE,
        Metric.EVIDENCE_COVERAGE,
        Metric.RECENCY_SHARE,
        Metric.GOALS_WITHOUT_CHECK_IN,
        Metric.TIME_TO_TALK,
        Metric.MY_ATTENTION,
        Metric.GROWTH_ALIVE,
        Metric.EXPECTATION_CLARITY,
    ):
        assert [one.person for one in office.metrics.one(metric).items] == [ana, mei, zoe]


@pytest.mark.parametrize(
    ("hours", "days"),
    [(-8, "9 days (weekly)"), (0, "9 days (weekly)"), (9, "10 days (weekly)")],
)
def test_days_are_those_of_the_clock_on_the_wall_when_the_time_zone_changes(
    office: Office, hours: int, days: str
) -> None:
    who = person(office)
    held(office, who, on=date(2026, 3, 3))
    # 20:00 in Greenwich on 12 March; it is the 13th already nine hours further east.
    moment = datetime(2026, 3, 12, 20, 0, tzinfo=timezone(timedelta(0)))
    office.clock.moment = moment.astimezone(timezone(timedelta(hours=hours)))
    assert office.metrics.one(Metric.LAST_ONE_ON_ONE).sentence == days


def test_who_left_is_in_no_reading(office: Office) -> None:
    who = person(office)
    noted(office, Kind.CONCERN, 20, who)
    office.people.bin(who)
    assert office.metrics.of_person(who) == ()
    assert office.metrics.one(Metric.TIME_TO_TALK).sentence == NOT_YET
    assert office.metrics.one(Metric.MY_ATTENTION).items == ()

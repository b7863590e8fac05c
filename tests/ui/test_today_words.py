"""What Today says, from the core's values and without a widget; and when it reads them again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, NoteId, PersonId, new_uuid7
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.today import CardType, Today, TodayCard, TodayColumn, TodayTalk
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import today as strings
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.shell.page import PageName
from managernotes_ui.today.today_places import leads_to
from managernotes_ui.today.today_rows import CardRow, Column, Head, More, PromiseRow, TalkRow
from managernotes_ui.today.today_words import TodayWords
from tests.ui.note_bench import Bench, note_bench

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
DANA = PersonId(new_uuid7(NOW))


def words(*, covers: bool = False) -> TodayWords:
    names = {DANA: "Dana Whitfield"}
    return TodayWords(DateWords(), lambda person: names.get(person, ""), lambda: covers)


def card(  # noqa: PLR0913 - a card has many sides
    kind: str = Kind.WIN,
    *,
    text: str = "Ran the **rollback**",
    age: int = 5,
    state: str = ShareState.UNSAID,
    planned_for: date | None = None,
    also: int = 0,
    sort: CardType = CardType.NOTE,
    due_in: int | None = None,
    is_restricted: bool = False,
    is_untold: bool = False,
) -> TodayCard:
    return TodayCard(
        id=new_uuid7(NOW),
        type=sort,
        people=(DANA,),
        kind=kind,
        text=text,
        occurred_on=DAY - timedelta(days=age),
        age_days=age,
        state=state,
        planned_for=planned_for,
        due_on=None if due_in is None else DAY + timedelta(days=due_in),
        also=tuple(NoteId(new_uuid7(NOW)) for _ in range(also)),
        is_restricted=is_restricted,
        is_untold=is_untold,
    )


def shown(one: TodayCard, *, covers: bool = False) -> CardRow:
    today = Today(day=DAY, raise_=TodayColumn((one,)))
    [row] = words(covers=covers).rows(today).columns[Column.RAISE]
    assert isinstance(row, CardRow)
    return row


def promise(one: TodayCard) -> PromiseRow:
    [head, row] = words().rows(Today(day=DAY, i_owe=TodayColumn((one,)))).promises
    assert isinstance(head, Head)
    assert isinstance(row, PromiseRow)
    return row


def talk(  # noqa: PLR0913 - a talk has many sides
    *,
    on: date | None = DAY,
    sort: ConversationType = ConversationType.ONE_ON_ONE,
    topics: int = 0,
    concerns: int = 0,
    read: bool = False,
    last_on: date | None = None,
    days: int | None = None,
    moved_from: date | None = None,
) -> TalkRow:
    one = TodayTalk(
        conversation=None if on is None else ConversationId(new_uuid7(NOW)),
        type=sort,
        people=(DANA,),
        title="Late hand-overs",
        on=on,
        at=time(9, 30) if on else None,
        their_topics=topics,
        concerns_planned=concerns,
        is_brief_read=read,
        last_on=last_on,
        days_since=days,
        moved_from=moved_from,
    )
    [_head, row] = words().rows(Today(day=DAY, one_on_ones=(one,))).talks
    assert isinstance(row, TalkRow)
    return row


@pytest.mark.parametrize(
    ("age", "wanted"), [(0, "today"), (1, "yesterday"), (2, "2 days"), (18, "18 days")]
)
def test_s19_a_card_tells_how_long_it_has_waited(age: int, wanted: str) -> None:
    assert shown(card(age=age)).age == wanted


def test_a_planned_card_tells_when_it_will_be_said() -> None:
    planned = card(state=ShareState.PLANNED, planned_for=date(2026, 11, 26))
    assert shown(planned).age == "planned Thu"
    assert shown(card(state=ShareState.PLANNED)).age == "planned"


def test_the_text_is_without_the_signs_of_markdown_and_tells_what_goes_with_it() -> None:
    assert shown(card()).text == "Ran the rollback"
    assert shown(card(also=2)).text == "Ran the rollback (and 2 more)"


def test_inv23_a_restricted_note_says_nothing_of_itself() -> None:
    row = shown(card(text="secret", is_restricted=True))
    assert row.text == strings.RESTRICTED
    assert "secret" not in row.aloud + row.tip


def test_in_discreet_mode_a_kind_is_not_read_out() -> None:
    assert shown(card(Kind.CONCERN)).aloud.startswith("concern, ")
    assert shown(card(Kind.CONCERN), covers=True).aloud.startswith("note, ")


def test_what_does_not_fit_is_counted_and_leads_to_the_search() -> None:
    column = TodayColumn((card(),), more=3)
    rows = words().rows(Today(day=DAY, thank=column))
    more = rows.columns[Column.THANK][-1]
    assert isinstance(more, More)
    assert (more.text, rows.numbers[Column.THANK]) == ("3 more", 4)
    place = leads_to(more)
    assert place is not None
    assert (place.page, place.query) == (PageName.SEARCH, "kind:win")


@pytest.mark.parametrize(
    ("due_in", "wanted", "near"),
    [(0, "today", True), (1, "tomorrow", True), (3, "Fri", False), (-4, "20 Nov", True)],
)
def test_a_promise_tells_its_day_and_what_is_near_stands_out(
    due_in: int, wanted: str, near: bool
) -> None:
    row = promise(card("promise", sort=CardType.PROMISE, state="open", due_in=due_in))
    assert (row.who, row.due, row.is_near) == ("Dana", wanted, near)


def test_a_promise_they_do_not_know_of_asks_to_be_told() -> None:
    one = card("promise", sort=CardType.PROMISE, state="dropped", due_in=3, is_untold=True)
    row = promise(one)
    assert (row.due, row.is_near, row.is_dropped) == (strings.UNTOLD, True, True)


def test_a_talk_tells_what_it_brings() -> None:
    assert talk(topics=2, concerns=1).text == "2 topics of theirs, 1 concern planned"
    assert talk(moved_from=DAY - timedelta(days=7)).text == strings.MOVED_ONCE
    assert talk().text == ""
    assert talk(sort=ConversationType.CAREER).text == "Late hand-overs"


@pytest.mark.parametrize(
    ("last_on", "days", "wanted"),
    [
        (None, 659, strings.last_held(None)),
        (DAY - timedelta(days=9), 9, "Last one 9 days ago"),
        (DAY, 0, "Last one today"),
    ],
)
def test_s08_one_that_is_due_tells_how_long_ago_and_never_a_zero_for_not_yet(
    last_on: date | None, days: int, wanted: str
) -> None:
    row = talk(on=None, last_on=last_on, days=days)
    assert (row.text, row.day, row.button) == (wanted, strings.NO_DAY, strings.PLAN_TALK)


@pytest.mark.parametrize(
    ("sort", "read", "page", "button"),
    [
        (ConversationType.ONE_ON_ONE, False, PageName.BRIEF, strings.PREPARE_TALK),
        (ConversationType.ONE_ON_ONE, True, PageName.TALK, strings.START),
        (ConversationType.TOUGH, False, PageName.PREPARE, strings.PREPARE_TALK),
        (ConversationType.CAREER, False, PageName.TALK, strings.START),
    ],
)
def test_each_talk_leads_to_its_next_step(
    sort: ConversationType, read: bool, page: PageName, button: str
) -> None:
    row = talk(sort=sort, read=read)
    place = leads_to(row)
    assert place is not None
    assert (place.page, row.button) == (page, button)


def test_no_word_of_the_page_scolds() -> None:
    said = " ".join(text for text in vars(strings).values() if isinstance(text, str)).casefold()
    for word in ("overdue", "late!", "failed", "should have", "only ", "still haven"):
        assert word not in said


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    with note_bench(qtbot, tmp_path) as bench:
        yield bench


def test_what_waits_is_read_again_when_a_note_is_written(bench: Bench, qtbot: QtBot) -> None:
    watch = TodayWatch(bench.session)
    watch.reload()
    bench.settle()
    bench.note(kind=Kind.WIN)
    with qtbot.waitSignal(watch.changed):
        bench.session.notes_changed.emit()
    assert watch.today is not None
    assert watch.today.thank.total == 1


def test_it_is_read_again_when_another_day_begins(bench: Bench, qtbot: QtBot) -> None:
    watch = TodayWatch(bench.session)
    watch.reload()
    bench.settle()
    assert watch.today is not None
    before = watch.today.day
    bench.clock.moment += timedelta(days=1)
    with qtbot.waitSignal(watch.changed):
        watch._on_minute()
    assert watch.today.day == before + timedelta(days=1)

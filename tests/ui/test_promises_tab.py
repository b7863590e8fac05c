"""The list of promises in the window: mine first, keys, sheets that ask, the undo bar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import ConversationId, PromiseId
from managernotes.domain.promise import (
    NewPromise,
    Promise,
    PromiseOwner,
    PromiseState,
    PromiseWords,
)
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.tabs import TabName, tabs_of
from managernotes_ui.promises.promise_sheets import Told
from managernotes_ui.promises.promise_words import PromiseHead, PromiseLine, Step
from managernotes_ui.promises.promises_tab import PromisesTab
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, plan, tell

KEY = Qt.Key
TOMORROW = TODAY + timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page with its list of promises, on show."""

    def __init__(self, bench: PeopleBench, width: int = 1056) -> None:
        self.bench = bench
        self.page = ConversationsPage(bench.desk, tabs_of({TabName.PROMISES: PromisesTab}))
        bench.show(self.page, width)
        self.page.show_place(Place(PageName.CONVERSATIONS, query="promises"))
        bench.settle()
        self.page.take_focus()

    @property
    def tab(self) -> PromisesTab:
        body = self.page.body
        assert isinstance(body, PromisesTab)
        return body

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(focused(), key)
        self.bench.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(focused(), text)
        self.bench.settle()

    @property
    def heads(self) -> list[str]:
        return [line.title for line in self.tab.vm.lines if isinstance(line, PromiseHead)]

    @property
    def lines(self) -> list[PromiseLine]:
        return [line for line in self.tab.vm.lines if isinstance(line, PromiseLine)]

    @property
    def chosen(self) -> PromiseLine:
        line = self.tab.list.promise
        assert line is not None
        return line


def promise(
    bench: PeopleBench,
    text: str = "Ask for the quiet room",
    *,
    due: date | None = TOMORROW,
    owner: PromiseOwner = PromiseOwner.ME,
    made_in: ConversationId | None = None,
) -> PromiseId:
    """Store a promise with Dana, and tell the screens."""
    new = NewPromise(
        owner=owner,
        people=(bench.bench.dana.id,),
        words=PromiseWords(text=text),
        due_on=due,
        made_in=made_in,
    )
    made = bench.bench.ask(lambda workspace: workspace.promises.add(new))
    tell(bench)
    return made.id


def get(bench: PeopleBench, identity: PromiseId) -> Promise:
    return bench.bench.ask(lambda workspace: workspace.promises.get(identity))


def moved(bench: PeopleBench, identity: PromiseId, told: date | None = None) -> None:
    bench.bench.ask(lambda workspace: workspace.promises.move(identity, NEXT_WEEK, told))
    tell(bench)


def test_what_i_owe_stands_over_what_they_owe_and_what_was_kept(bench: PeopleBench) -> None:
    promise(bench, "Theirs", owner=PromiseOwner.THEM, due=TODAY)
    kept = promise(bench, "Kept")
    bench.bench.ask(lambda workspace: workspace.promises.keep(kept))
    promise(bench, "Mine")
    untold = promise(bench, "Moved")
    moved(bench, untold)
    screen = Screen(bench)
    assert screen.heads == ["I owe", "They owe", "Kept"]
    assert [line.text for line in screen.lines] == ["Moved", "Mine", "Theirs", "Kept"]


def test_space_keeps_a_promise_and_the_undo_bar_brings_it_back(bench: PeopleBench) -> None:
    one = promise(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_Space)
    assert get(bench, one).state is PromiseState.KEPT
    assert screen.heads == ["Kept"]
    QTest.keyClick(focused(), KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert get(bench, one).state is PromiseState.OPEN
    assert screen.chosen.promise.id == one


def test_the_next_promise_is_chosen_once_one_is_kept(bench: PeopleBench) -> None:
    first, second = promise(bench, "First"), promise(bench, "Second", due=NEXT_WEEK)
    screen = Screen(bench)
    screen.press(KEY.Key_Space)
    assert get(bench, first).state is PromiseState.KEPT
    assert screen.chosen.promise.id == second
    screen.press(KEY.Key_Space)
    assert get(bench, second).state is PromiseState.KEPT


def test_a_click_on_the_box_keeps_a_promise(bench: PeopleBench) -> None:
    one = promise(bench)
    screen = Screen(bench)
    rows = screen.tab.list
    row = rows.visualRect(rows.currentIndex())
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, row.center().y()))
    bench.settle()
    assert get(bench, one).state is PromiseState.KEPT


def test_s17_moving_a_promise_asks_whether_they_know_and_keeps_the_first_day(
    bench: PeopleBench,
) -> None:
    one = promise(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_M)
    screen.type("+9")
    screen.press(KEY.Key_Return)
    sheet = screen.tab.doings.move_sheet
    assert get(bench, one).due_on == TOMORROW
    assert sheet.told_field.error
    sheet.told.setCurrentIndex(Told.NOT_YET)
    QTest.keyClick(sheet.day, KEY.Key_Return)
    bench.settle()
    stored = get(bench, one)
    assert (stored.due_on, stored.original_due_on) == (TODAY + timedelta(days=9), TOMORROW)
    assert stored.is_untold
    assert not sheet.isVisible()
    assert screen.chosen.first.startswith("first said")
    assert screen.chosen.steps == (Step.TOLD, Step.PLAN_TO_SAY)


def test_a_day_on_which_they_were_told_is_kept_with_the_move(bench: PeopleBench) -> None:
    one = promise(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_M)
    screen.type("+9")
    sheet = screen.tab.doings.move_sheet
    sheet.told.setCurrentIndex(Told.YES)
    assert sheet.told_day_field.isVisible()
    QTest.keyClick(sheet.day, KEY.Key_Return)
    bench.settle()
    assert get(bench, one).moves[0].told_on == TODAY


def test_t_says_that_they_were_told_and_can_be_taken_back(bench: PeopleBench) -> None:
    one = promise(bench)
    moved(bench, one)
    screen = Screen(bench)
    screen.press(KEY.Key_T)
    assert get(bench, one).moves[-1].told_on == TODAY
    screen.tab._undo.undo()
    bench.settle()
    assert get(bench, one).is_untold


def test_what_is_to_be_told_can_go_onto_the_next_agenda(bench: PeopleBench) -> None:
    one = promise(bench, "Tell the day")
    moved(bench, one)
    talk = plan(bench, on=TOMORROW)
    screen = Screen(bench)
    screen.tab.list.buttons[Step.PLAN_TO_SAY].click()
    bench.settle()
    agenda = bench.bench.ask(lambda workspace: workspace.talks.agenda(talk))
    assert [topic.text for topic in agenda.mine] == ["Tell the day"]


def test_x_drops_a_promise_only_with_a_reason(bench: PeopleBench) -> None:
    one = promise(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_X)
    sheet = screen.tab.doings.drop_sheet
    sheet.told.setCurrentIndex(Told.YES)
    QTest.keyClick(sheet.reason, KEY.Key_Return)
    bench.settle()
    assert sheet.reason_field.error
    QTest.keyClicks(sheet.reason, "Not needed any more")
    QTest.keyClick(sheet.reason, KEY.Key_Return)
    bench.settle()
    stored = get(bench, one)
    assert (stored.state, stored.told_on) == (PromiseState.DROPPED, TODAY)
    screen.tab._undo.undo()
    bench.settle()
    assert get(bench, one).state is PromiseState.OPEN


def test_e_words_a_promise_anew_and_saves_no_initials_of_discreet_mode(
    bench: PeopleBench,
) -> None:
    one = promise(bench, "Tell Dana the day")
    screen = Screen(bench)
    bench.desk.session.discreet.switch(on=True, leaves_texts_open=True)
    bench.settle()
    screen.press(KEY.Key_E)
    screen.type(" it ends")
    screen.press(KEY.Key_Return)
    assert get(bench, one).words.text.endswith("Dana the day it ends")
    assert get(bench, one).revision == 2


def test_enter_opens_the_talk_it_was_made_in(bench: PeopleBench) -> None:
    talk = plan(bench)
    promise(bench, made_in=talk)
    screen = Screen(bench)
    screen.press(KEY.Key_Return)
    assert bench.places[-1] == Place(PageName.TALK, conversation=talk)


def test_n_writes_a_promise_down_with_the_day_that_stands_in_its_words(
    bench: PeopleBench,
) -> None:
    promise(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_N)
    screen.type("I send the list by 30 Nov")
    screen.press(KEY.Key_Return)
    added = next(line.promise for line in screen.lines if "list" in line.text)
    assert (added.words.text, added.due_on) == ("Send the list", date(2026, 11, 30))
    assert added.owner is PromiseOwner.ME


def test_the_segments_show_what_is_open_or_kept(bench: PeopleBench) -> None:
    kept = promise(bench, "Kept")
    bench.bench.ask(lambda workspace: workspace.promises.keep(kept))
    promise(bench, "Open")
    screen = Screen(bench)
    for key, texts in (
        (KEY.Key_1, ["Open"]),
        (KEY.Key_2, ["Kept"]),
        (KEY.Key_3, ["Open", "Kept"]),
    ):
        screen.press(key)
        assert [line.text for line in screen.lines] == texts


def test_s37_the_counts_are_of_my_own_promises_whoever_is_chosen(bench: PeopleBench) -> None:
    one = promise(bench)
    promise(bench, owner=PromiseOwner.THEM)
    bench.bench.ask(lambda workspace: workspace.promises.keep(one))
    screen = Screen(bench)
    words = "Yours, last 90 days: kept 1 · kept late 0 · moved and told 0 · moved, not told 0"
    assert screen.tab.filter.counts.text() == words
    assert screen.tab.filter.counts.isVisible()


def test_on_a_persons_page_only_theirs_are_shown_and_nothing_is_counted(
    bench: PeopleBench,
) -> None:
    promise(bench, "With Dana")
    tab = PromisesTab(bench.desk, of_one=True)
    bench.show(tab, 1000)
    others = [one.id for one in bench.desk.directory.people if one.id != bench.bench.dana.id]
    tab.show_place(Place(PageName.PERSON, person=others[0]))
    bench.settle()
    assert tab.vm.lines == []
    tab.show_place(Place(PageName.PERSON, person=bench.bench.dana.id))
    bench.settle()
    assert [line.text for line in tab.vm.lines if isinstance(line, PromiseLine)] == ["With Dana"]
    assert not tab.filter.people.isVisible()
    assert not tab.filter.counts.isVisible()


def test_a_promise_that_is_looked_for_is_chosen_however_long_ago_it_was_kept(
    bench: PeopleBench,
) -> None:
    old = bench.bench.ask(
        lambda workspace: workspace.promises.add(
            NewPromise(
                owner=PromiseOwner.ME,
                people=(bench.bench.dana.id,),
                words=PromiseWords(text="Long ago"),
                made_on=date(2026, 3, 1),
            )
        )
    )
    bench.bench.ask(lambda workspace: workspace.promises.keep(old.id, date(2026, 3, 2)))
    promise(bench, "Open")
    screen = Screen(bench)
    assert "Long ago" not in [line.text for line in screen.lines]
    screen.press(KEY.Key_1)
    screen.page.show_place(Place(PageName.CONVERSATIONS, query="promises", promise=old.id))
    bench.settle()
    assert screen.chosen.text == "Long ago"


def test_with_no_promise_yet_the_page_teaches_what_goes_here(bench: PeopleBench) -> None:
    screen = Screen(bench)
    assert screen.tab._empty.isVisible()
    assert focused() is screen.tab._empty.focusProxy()


@pytest.mark.parametrize("width", [560, 1056])
def test_a_row_says_aloud_what_it_shows(bench: PeopleBench, width: int) -> None:
    promise(bench)
    screen = Screen(bench, width)
    words = screen.tab.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Ask for the quiet room, Dana, Friday 20 November 2026, as first said, open"

"""The list of talks in the window: groups, filters, keys, the next step of a chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import (
    ConversationState,
    ConversationType,
    ConversationWords,
)
from managernotes.domain.identity import ConversationId
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.conversations.tabs import TabName, tabs_of
from managernotes_ui.conversations.talks_tab import TalksTab
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.talks.talk_model import TalkHead
from managernotes_ui.talks.talk_words import TalkLine
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import TODAY, focused, get, plan, tell, topic

KEY = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


class Screen:
    """The page with its list of talks, on show."""

    def __init__(self, bench: PeopleBench, width: int = 1056) -> None:
        self.bench = bench
        self.page = ConversationsPage(bench.desk, tabs_of({TabName.TALKS: TalksTab}))
        bench.show(self.page, width)
        self.page.show_place(Place(PageName.CONVERSATIONS))
        bench.settle()
        self.page.take_focus()

    @property
    def tab(self) -> TalksTab:
        body = self.page.body
        assert isinstance(body, TalksTab)
        return body

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(focused(), key)
        self.bench.settle()

    @property
    def heads(self) -> list[str]:
        return [line.title for line in self.tab.vm.lines if isinstance(line, TalkHead)]

    @property
    def talks(self) -> list[TalkLine]:
        return [line for line in self.tab.vm.lines if isinstance(line, TalkLine)]


def held(bench: PeopleBench, on: date, *, follow_up: date | None = None) -> ConversationId:
    words = ConversationWords(asked="Back me once")
    talk = plan(bench, on=on, words=words)
    bench.bench.ask(lambda workspace: workspace.talks.hold(talk, held_on=on))
    bench.bench.ask(lambda workspace: workspace.talks.log(talk, follow_up_on=follow_up))
    tell(bench)
    return talk


def test_talks_stand_under_to_follow_up_planned_and_held(bench: PeopleBench) -> None:
    held(bench, date(2026, 11, 12), follow_up=TODAY)
    held(bench, date(2026, 11, 16))
    plan(bench)
    assert Screen(bench).heads == ["To follow up", "Planned", "Held"]


def test_with_all_on_show_planned_and_held_talks_are_those_of_two_weeks(
    bench: PeopleBench,
) -> None:
    plan(bench, on=TODAY + timedelta(days=14))
    far = plan(bench, on=TODAY + timedelta(days=15))
    old = held(bench, TODAY - timedelta(days=15))
    screen = Screen(bench)
    shown = {line.row.id for line in screen.talks}
    assert not shown & {far, old}
    screen.press(KEY.Key_3)
    assert far in {line.row.id for line in screen.talks}
    screen.press(KEY.Key_4)
    assert [line.row.id for line in screen.talks] == [old]


def test_the_keys_one_to_four_choose_a_segment(bench: PeopleBench) -> None:
    held(bench, date(2026, 11, 12), follow_up=TODAY)
    held(bench, date(2026, 11, 16))
    plan(bench)
    screen = Screen(bench)
    for key, heads in ((KEY.Key_2, ["To follow up"]), (KEY.Key_3, ["Planned"])):
        screen.press(key)
        assert screen.heads == heads
    screen.press(KEY.Key_1)
    assert len(screen.heads) == 3


def test_arrows_pass_over_the_heads(bench: PeopleBench) -> None:
    first = held(bench, date(2026, 11, 12), follow_up=TODAY)
    second = plan(bench)
    screen = Screen(bench)
    assert screen.tab.list.talk is not None
    assert screen.tab.list.talk.row.id == first
    screen.press(KEY.Key_Down)
    assert screen.tab.list.talk.row.id == second
    screen.press(KEY.Key_Up)
    assert screen.tab.list.talk.row.id == first


@pytest.mark.parametrize(
    ("sort", "page"),
    [
        (ConversationType.ONE_ON_ONE, PageName.BRIEF),
        (ConversationType.CAREER, PageName.TALK),
        (ConversationType.TOUGH, PageName.PREPARE),
    ],
)
def test_enter_opens_what_comes_next_for_a_sort_of_talk(
    bench: PeopleBench, sort: ConversationType, page: PageName
) -> None:
    talk = plan(bench, sort=sort)
    Screen(bench).press(KEY.Key_Return)
    assert bench.places[-1] == Place(page, conversation=talk)


def test_f_looks_again_at_a_talk_that_was_held(bench: PeopleBench) -> None:
    follow = held(bench, date(2026, 11, 12), follow_up=TODAY)
    Screen(bench).press(KEY.Key_F)
    assert bench.places[-1] == Place(PageName.AFTER_TALK, conversation=follow)


def test_p_prepares_a_hard_talk(bench: PeopleBench) -> None:
    talk = plan(bench, sort=ConversationType.TOUGH)
    Screen(bench).press(KEY.Key_P)
    assert bench.places[-1] == Place(PageName.PREPARE, conversation=talk)


def test_p_prepares_the_hard_talk_within_a_one_to_one(bench: PeopleBench) -> None:
    talk, note = plan(bench), bench.bench.note()
    made = bench.bench.ask(lambda workspace: workspace.preparations.from_note(note, within=talk))
    tell(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_P)
    assert bench.places[-1] == Place(PageName.PREPARE, conversation=made.conversation)


def test_with_nothing_hard_in_it_a_talk_offers_its_person_to_prepare(bench: PeopleBench) -> None:
    plan(bench)
    screen = Screen(bench)
    assert screen.page.to_prepare == Place(PageName.PREPARE, person=bench.bench.dana.id)


def test_the_chosen_row_has_one_primary_for_its_next_step(bench: PeopleBench) -> None:
    follow = held(bench, date(2026, 11, 12), follow_up=TODAY)
    plan(bench)
    screen = Screen(bench)
    button = screen.tab.list.button
    assert (button.isVisible(), button.text()) == (True, "Write it down")
    button.click()
    assert bench.places[-1] == Place(PageName.AFTER_TALK, conversation=follow)
    screen.press(KEY.Key_Down)
    assert button.text() == "Read the brief"


def test_a_talk_moves_to_another_day_with_its_reason_and_the_first_day_stays_known(
    bench: PeopleBench,
) -> None:
    talk = plan(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_M)
    QTest.keyClicks(focused(), "26 nov")
    QTest.keyClick(focused(), KEY.Key_Tab)
    QTest.keyClicks(focused(), "the release")
    screen.press(KEY.Key_Return)
    moved = get(bench, talk)
    assert (moved.planned_on, moved.moved_from) == (date(2026, 11, 26), TODAY)
    assert moved.words.reason == "the release"
    assert screen.talks[0].state.words == "moved from 19 Nov"


def test_a_talk_is_cancelled_only_with_a_reason(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_X)
    screen.press(KEY.Key_Return)
    assert get(bench, talk).state is ConversationState.PLANNED
    QTest.keyClicks(focused(), "no need any more")
    screen.press(KEY.Key_Return)
    cancelled = get(bench, talk)
    assert cancelled.state is ConversationState.CANCELLED
    assert cancelled.words.reason == "no need any more"


def test_a_hard_talk_that_is_given_up_is_dropped(bench: PeopleBench) -> None:
    talk = plan(bench, sort=ConversationType.TOUGH)
    screen = Screen(bench)
    screen.press(KEY.Key_X)
    QTest.keyClicks(focused(), "wrong after all")
    screen.press(KEY.Key_Return)
    assert get(bench, talk).state is ConversationState.DROPPED


def test_a_talk_moved_to_the_bin_is_brought_back(bench: PeopleBench) -> None:
    talk = plan(bench)
    screen = Screen(bench)
    screen.press(KEY.Key_Delete)
    assert not screen.talks
    assert get(bench, talk).binned_at is not None
    screen.tab._undo._button.click()
    bench.settle()
    assert [line.row.id for line in screen.talks] == [talk]


def test_filters_let_one_sort_and_one_person_through(bench: PeopleBench) -> None:
    plan(bench)
    career = plan(bench, sort=ConversationType.CAREER)
    other = plan(bench, person=bench.bench.arjun.id)
    screen = Screen(bench)
    sorts = screen.tab.filter.types
    sorts.setCurrentIndex(sorts.findText("career talk"))
    sorts.activated.emit(sorts.currentIndex())
    bench.settle()
    assert [line.row.id for line in screen.talks] == [career]
    screen.tab._show_everything()
    people = screen.tab.filter.people
    people.setCurrentIndex(people.findText("Arjun Rao"))
    people.activated.emit(people.currentIndex())
    bench.settle()
    assert [line.row.id for line in screen.talks] == [other]


def test_the_footer_says_who_has_no_talk_planned_and_when_you_last_met(
    bench: PeopleBench,
) -> None:
    held(bench, date(2026, 11, 12))
    plan(bench, person=bench.bench.arjun.id)
    screen = Screen(bench)
    words = "Dana has no talk planned; you last met on Thu 12 Nov"
    assert list(screen.page.footer_items) == [words]
    plan(bench)
    assert not screen.page.footer_items


def test_with_no_talk_yet_the_page_teaches_and_its_button_has_the_keyboard(
    bench: PeopleBench,
) -> None:
    screen = Screen(bench)
    assert focused() is screen.tab._empty.focusProxy()
    plan(bench)
    assert focused() is screen.tab.list


def test_what_is_on_the_agenda_stands_in_the_row(bench: PeopleBench) -> None:
    talk = plan(bench)
    topic(bench, "The quiet room", talk)
    assert Screen(bench).talks[0].text == "1 topic of theirs"


def test_a_list_that_is_not_on_show_reads_nothing_until_it_is_again(bench: PeopleBench) -> None:
    plan(bench)
    screen = Screen(bench)
    screen.page.leave()
    plan(bench, on=TODAY + timedelta(days=2))
    assert len(screen.talks) == 1
    screen.page.show_place(Place(PageName.CONVERSATIONS))
    bench.settle()
    assert len(screen.talks) == 2

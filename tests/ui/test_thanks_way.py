"""How somebody likes to be thanked stands where a thanks is planned or said (S31)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.common.strings import thanks_way as strings
from managernotes_ui.conversations.brief_page import BriefPage
from managernotes_ui.sharing.share_control import ShareControl, SharedNote
from managernotes_ui.sharing.thanks_way import ThanksWayDialog
from managernotes_ui.shell.page import PageName, Place
from tests.ui.people_bench import PeopleBench, people_bench
from tests.ui.talk_bench import plan
from tests.ui.today_bench import TodayScreen

KEY = Qt.Key
WAY = "In private, with what it changed"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[PeopleBench]:
    with people_bench(qtbot, qapp, tmp_path) as bench:
        yield bench


def likes(bench: PeopleBench, words: str = WAY) -> None:
    dana = bench.get(bench.bench.dana.id)
    bench.bench.ask(lambda w: w.people.edit(replace(dana, recognition_pref=words)))
    bench.tell()


def asked(bench: PeopleBench, over: QWidget) -> ThanksWayDialog:
    bench.settle()
    dialogs = [one for one in over.findChildren(ThanksWayDialog) if one.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def kept(bench: PeopleBench) -> str:
    bench.settle()
    return bench.get(bench.bench.dana.id).recognition_pref


def test_s31_where_a_thanks_is_planned_it_stands_how_they_like_it(bench: PeopleBench) -> None:
    likes(bench)
    screen = TodayScreen(bench)
    screen.note(Kind.WIN)
    screen.show()

    screen.press(KEY.Key_P)

    menu = screen.page._planning.menu
    assert menu is not None
    assert menu.actions()[0].text() == strings.ROW.format(words=WAY)
    menu.close()


def test_s31_the_footer_says_it_while_the_thanks_is_chosen(bench: PeopleBench) -> None:
    likes(bench)
    screen = TodayScreen(bench)
    screen.note(Kind.WIN)
    screen.show()

    assert list(screen.page.footer_items) == [strings.FOOTER.format(name="Dana", words=WAY)]


def test_in_discreet_mode_the_footer_does_not_say_it(bench: PeopleBench) -> None:
    likes(bench)
    bench.desk.session.discreet.switch(on=True, leaves_texts_open=False)
    screen = TodayScreen(bench)
    screen.note(Kind.WIN)
    screen.show()

    assert WAY not in " ".join(screen.page.footer_items)


def test_a_concern_says_nothing_about_thanks(bench: PeopleBench) -> None:
    likes(bench)
    screen = TodayScreen(bench)
    screen.note(Kind.CONCERN)
    screen.show()

    screen.press(KEY.Key_P)

    menu = screen.page._planning.menu
    assert menu is not None
    assert not any("like" in action.text() for action in menu.actions())
    assert list(screen.page.footer_items) == []
    menu.close()


def test_w_changes_it_from_today_in_one_step(bench: PeopleBench) -> None:
    screen = TodayScreen(bench)
    screen.note(Kind.WIN)
    screen.show()

    screen.press(KEY.Key_W)
    dialog = asked(bench, screen.page)
    QTest.keyClicks(dialog.field, "Before the team")
    dialog.yes.click()

    assert kept(bench) == "Before the team"


def test_the_steps_of_a_win_lead_to_it_and_those_of_a_concern_do_not(
    bench: PeopleBench,
) -> None:
    over = QWidget()
    bench.show(over, 400, 300)
    control = ShareControl(bench.theme, bench.desk.session, over)
    note = bench.bench.note(kind=Kind.WIN)
    person = (bench.bench.dana.id,)

    control.offer(SharedNote(note, ShareState.UNSAID, person, is_thanks=True), QPoint(5, 5))
    assert control.menu is not None
    first = control.menu.actions()[0]
    assert first.text() == strings.ASK
    first.trigger()
    control.menu.close()
    asked(bench, over).reject()

    control.offer(SharedNote(note, ShareState.UNSAID, person), QPoint(5, 5))
    assert control.menu.actions()[0].text() != strings.ASK
    control.menu.close()


def test_w_changes_it_from_the_brief(bench: PeopleBench) -> None:
    likes(bench)
    page = BriefPage(bench.desk)
    bench.show(page, 1224)
    page.show_place(Place(PageName.BRIEF, conversation=plan(bench)))
    bench.settle()
    page.middle.setFocus()

    QTest.keyClick(page.middle, KEY.Key_W)
    dialog = asked(bench, page)
    assert dialog.field.toPlainText() == WAY
    dialog.field.setPlainText("In writing")
    dialog.yes.click()

    assert kept(bench) == "In writing"

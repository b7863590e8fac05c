"""A covered line shows under a resting pointer and while Space is held, and for nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from managernotes_ui.style.cover import Cover
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.uncover import LEFT_MS, RESTS_MS, RowCover
from tests.ui.style_bench import dressed

SPACE = Qt.Key.Key_Space


class Rows:
    """A list of three lines on the screen, covered."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.view = QListView()
        self.view.setModel(QStringListModel(["one", "two", "three"], self.view))
        self.cover = RowCover(theme, self.view)
        self.qtbot = qtbot
        qtbot.addWidget(self.view)
        self.view.show()
        self.view.setFocus()
        theme.set_cover(Cover(kinds=True, texts=True))

    def point(self, row: int) -> None:
        rect = self.view.visualRect(self.view.model().index(row, 0))
        QTest.mouseMove(self.view.viewport(), QPoint(rect.left() + 3, rect.center().y()))

    @property
    def shown(self) -> list[int]:
        return [row for row in range(3) if self.cover.shows(row)]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme
        theme.set_cover(Cover())


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> Rows:
    return Rows(theme, qtbot)


def test_every_line_is_covered_at_first_and_choosing_shows_nothing(rows: Rows) -> None:
    rows.view.setCurrentIndex(rows.view.model().index(1, 0))
    assert rows.shown == []


def test_the_line_under_a_resting_pointer_shows_and_is_covered_after_it_leaves(rows: Rows) -> None:
    rows.point(1)
    rows.qtbot.wait(RESTS_MS // 2)
    assert rows.shown == []
    rows.qtbot.waitUntil(lambda: rows.shown == [1], timeout=3 * RESTS_MS)
    QApplication.sendEvent(rows.view.viewport(), QEvent(QEvent.Type.Leave))
    rows.qtbot.wait(LEFT_MS // 2)
    assert rows.shown == [1]
    rows.qtbot.waitUntil(lambda: rows.shown == [], timeout=2 * LEFT_MS)


def test_a_pointer_that_moves_on_shows_nothing(rows: Rows) -> None:
    for row in (0, 1, 2, 1, 0):
        rows.point(row)
        rows.qtbot.wait(RESTS_MS // 4)
    assert rows.shown == []


def test_space_held_shows_the_whole_list_and_keeps_its_other_meaning_away(rows: Rows) -> None:
    action = QAction(rows.view)
    action.setShortcut(SPACE)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    fired: list[bool] = []
    action.triggered.connect(lambda: fired.append(True))
    rows.view.addAction(action)
    QTest.keyPress(rows.view, SPACE)
    assert rows.shown == [0, 1, 2]
    assert rows.cover.tells
    QTest.keyRelease(rows.view, SPACE)
    assert rows.shown == []
    assert not fired


def test_a_list_that_loses_the_keyboard_while_space_is_held_is_covered(rows: Rows) -> None:
    QTest.keyPress(rows.view, SPACE)
    rows.view.clearFocus()
    assert rows.shown == []


def test_other_rows_are_covered_at_first(rows: Rows) -> None:
    rows.point(1)
    rows.qtbot.waitUntil(lambda: rows.shown == [1], timeout=3 * RESTS_MS)
    model = rows.view.model()
    assert isinstance(model, QStringListModel)
    model.setStringList(["four", "five", "six"])
    assert rows.shown == []


def test_nothing_is_covered_when_the_mode_is_off(rows: Rows, theme: Theme) -> None:
    theme.set_cover(Cover())
    assert rows.shown == [0, 1, 2]
    QTest.keyPress(rows.view, SPACE)
    QTest.keyRelease(rows.view, SPACE)
    theme.set_cover(Cover(kinds=True, texts=True))
    assert rows.shown == []

"""The ring shows where a key brought the focus, and nowhere else (SPEC §2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.focus_ring import FocusRing, RingFrame, ring_of
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.tab_bar import TabBar
from tests.ui.style_bench import dressed, has, picture


class Page(QWidget):
    """Two buttons, a field and a list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.first: QPushButton = make_button(theme, "First")
        self.second: QPushButton = make_button(theme, "Second")
        self.field = LineEdit(theme, "Title")
        self.rows = QListView()
        self.rows.setModel(QStringListModel(["one", "two"], self))
        self.rows.setCurrentIndex(self.rows.model().index(1, 0))
        layout = QVBoxLayout(self)
        for widget in (self.first, self.second, self.field, self.rows):
            layout.addWidget(widget)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def ring(qapp: QApplication, theme: Theme) -> Iterator[FocusRing]:
    ring = FocusRing(qapp, theme)
    yield ring
    ring.setParent(None)
    qapp.focusChanged.disconnect(ring._on_focus_changed)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, ring: FocusRing) -> Page:
    page = Page(theme)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    return page


def test_the_pointer_brings_no_ring(page: Page, ring: FocusRing, qtbot: QtBot) -> None:
    page.first.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.mouseClick(page.second, Qt.MouseButton.LeftButton)
    assert page.second.hasFocus()
    assert ring.ringed is None


def test_tab_brings_the_ring_to_the_next_control(page: Page, ring: FocusRing, qtbot: QtBot) -> None:
    page.first.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    assert page.second.hasFocus()
    assert ring.ringed is page.second


def test_a_shortcut_brings_the_ring(page: Page, ring: FocusRing) -> None:
    page.first.setFocus(Qt.FocusReason.MouseFocusReason)
    page.second.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert ring.ringed is page.second


def test_the_ring_goes_when_the_pointer_takes_over(
    page: Page, ring: FocusRing, qtbot: QtBot
) -> None:
    page.first.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    QTest.mouseClick(page.first, Qt.MouseButton.LeftButton)
    assert ring.ringed is None
    assert not [frame for frame in page.findChildren(RingFrame) if frame.isVisible()]


def test_a_field_turns_its_border_instead(page: Page, ring: FocusRing, qtbot: QtBot) -> None:
    page.second.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(page.second, Qt.Key.Key_Tab)
    assert page.field.hasFocus()
    assert ring.ringed is None
    assert has(picture(page.field), ring._theme.tokens.accent)


def test_the_ring_is_drawn_round_the_control_and_not_over_it(
    page: Page, ring: FocusRing, qtbot: QtBot
) -> None:
    page.first.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    image = picture(page)
    box = page.second.geometry()
    accent = ring._theme.tokens.accent
    assert image.pixelColor(box.center().x(), box.top() - 3) == accent
    assert image.pixelColor(box.center().x(), box.top() - 1) != accent
    assert image.pixelColor(box.left() - 4, box.center().y()) == accent


def test_in_a_list_the_ring_goes_round_the_current_row(
    page: Page, ring: FocusRing, qtbot: QtBot
) -> None:
    page.field.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(page.field, Qt.Key.Key_Tab)
    assert ring.ringed is page.rows
    assert ring_of(page.rows)[0].top() > page.rows.height() // 20
    row = page.rows.visualRect(page.rows.currentIndex())
    assert ring_of(page.rows)[0].size() == row.size()


def test_a_control_that_goes_takes_its_ring_along(
    page: Page, ring: FocusRing, qtbot: QtBot
) -> None:
    page.first.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.second.destroyed):
        page.second.deleteLater()
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    assert ring.ringed is not page.first


def test_the_ring_of_a_check_box_goes_round_the_box_only(theme: Theme, qtbot: QtBot) -> None:
    box = QCheckBox("Cover the window when it loses the focus")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    rect, radius = ring_of(box)
    assert (rect.width(), rect.height(), radius) == (16, 16, 4)


def test_the_ring_of_a_tab_goes_round_its_word(theme: Theme, qtbot: QtBot) -> None:
    tabs = TabBar(theme, ["Timeline", "Promises"], more_word="More")
    qtbot.addWidget(tabs)
    tabs.resize(400, 36)
    tabs.setCurrentIndex(1)
    rect, radius = ring_of(tabs)
    assert rect.isValid()
    assert QRect(0, 0, 400, 36).contains(rect)
    assert rect.left() == tabs.tabRect(1).left()
    assert rect.width() < tabs.tabRect(1).width()
    assert radius == 4

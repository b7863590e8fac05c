"""Sidebar, rail, tabs, splitter and scroll bars: the parts that hold a page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.nav_button import NavButton, RailButton
from managernotes_ui.widgets.nav_row import NavLook
from managernotes_ui.widgets.scroll_bar import CalmScrollBar, calm_scrolling
from managernotes_ui.widgets.splitter import Splitter
from managernotes_ui.widgets.tab_bar import MoreTab, TabBar
from tests.ui.style_bench import LOOKS, colours, dressed, has, picture, words_width

TABS = ["Timeline", "Goals & growth", "Conversations", "Promises", "Expectations", "Reviews"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


class TestTabBar:
    """Words over a hairline."""

    def _bar(self, qtbot: QtBot, theme: Theme, width: int) -> TabBar:
        bar = TabBar(theme, TABS, more_word="More")
        qtbot.addWidget(bar)
        bar.resize(width, bar.sizeHint().height())
        bar.show()
        return bar

    def _more(self, bar: TabBar) -> MoreTab:
        more = bar.findChild(MoreTab)
        assert more is not None
        return more

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_words_have_room_and_stand_24_apart(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as look:
            bar = self._bar(qtbot, look, 2000)
            for index, word in enumerate(TABS):
                gap = bar.tabRect(index).width() - words_width(look, word, 13, 500)
                assert gap == pytest.approx(24, abs=1)
            assert bar.height() == look.scale.grow(36, 20)

    def test_the_present_tab_is_underlined(self, qtbot: QtBot, theme: Theme) -> None:
        bar = self._bar(qtbot, theme, 900)
        bar.setCurrentIndex(2)
        image = picture(bar)
        middle = bar.tabRect(2).left() + 20
        assert image.pixelColor(middle, 35) == theme.tokens.accent
        assert image.pixelColor(bar.tabRect(0).left() + 20, 35) == theme.tokens.line

    def test_an_ampersand_in_a_name_is_a_letter(self, qtbot: QtBot, theme: Theme) -> None:
        bar = self._bar(qtbot, theme, 900)
        QTest.keyClick(bar, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
        assert bar.currentIndex() == 0

    def test_arrows_change_the_tab(self, qtbot: QtBot, theme: Theme) -> None:
        bar = self._bar(qtbot, theme, 900)
        QTest.keyClick(bar, Qt.Key.Key_Right)
        assert bar.currentIndex() == 1

    def test_what_has_no_room_goes_behind_more(self, qtbot: QtBot, theme: Theme) -> None:
        bar = self._bar(qtbot, theme, 380)
        more = self._more(bar)
        assert not more.isHidden()
        assert more.geometry().right() <= bar.width()
        assert bar.tabRect(len(TABS) - 1).width() == 0
        bar.resize(900, 36)
        assert more.isHidden()
        assert bar.tabRect(len(TABS) - 1).width() > 0

    def test_a_present_tab_behind_more_shows_its_name_there(
        self, qtbot: QtBot, theme: Theme
    ) -> None:
        bar = self._bar(qtbot, theme, 380)
        bar.setCurrentIndex(len(TABS) - 1)
        assert self._more(bar).text() == "Reviews"
        bar.setCurrentIndex(0)
        assert self._more(bar).text() == "More"

    def test_a_larger_text_moves_tabs_behind_more(self, qtbot: QtBot, theme: Theme) -> None:
        bar = self._bar(qtbot, theme, bar_width := 640)
        assert self._more(bar).isHidden()
        theme.set_text_scale(1.5)
        bar.resize(bar_width, bar.sizeHint().height())
        assert not self._more(bar).isHidden()


class TestNavButtons:
    """Rows of the sidebar and items of the rail."""

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_a_row_has_room_for_its_words(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as look:
            row = NavButton(look, NavLook("Conversations", Icon.MESSAGES_SQUARE))
            qtbot.addWidget(row)
            assert row.sizeHint().width() >= words_width(look, "Conversations", 13, 500)
            assert row.sizeHint().width() <= look.scale.sidebar - 24
            assert row.sizeHint().height() == look.scale.grow(32, 20)

    def test_a_count_is_quiet_and_read_aloud(self, qtbot: QtBot, theme: Theme) -> None:
        row = NavButton(theme, NavLook("Today", Icon.SUN))
        qtbot.addWidget(row)
        row.resize(200, 32)
        before = picture(row)
        row.set_count("3")
        assert row.accessibleName() == "Today 3"
        assert picture(row) != before

    def test_you_are_here(self, qtbot: QtBot, theme: Theme) -> None:
        row = NavButton(theme, NavLook("Today", Icon.SUN))
        qtbot.addWidget(row)
        row.resize(200, 32)
        row.setChecked(True)
        assert picture(row).pixelColor(150, 16) == theme.tokens.selected

    def test_a_rail_item_names_page_and_key(self, qtbot: QtBot, theme: Theme) -> None:
        item = RailButton(theme, "Today", Icon.SUN, key="Ctrl+1")
        qtbot.addWidget(item)
        assert item.accessibleName() == "Today"
        assert "Today" in item.toolTip()
        assert "Ctrl&nbsp;1" in item.toolTip()
        assert (item.sizeHint().width(), item.sizeHint().height()) == (40, 36)


class TestSplitter:
    """Panes that keys can size."""

    @pytest.fixture
    def panes(self, qtbot: QtBot, theme: Theme) -> Splitter:
        panes = Splitter(theme, Qt.Orientation.Horizontal, "Width of the side panel")
        qtbot.addWidget(panes)
        for _ in range(2):
            panes.addWidget(QWidget())
        panes.resize(600, 200)
        panes.setSizes([300, 291])
        panes.show()
        return panes

    def test_arrows_move_it_by_16(self, qtbot: QtBot, panes: Splitter) -> None:
        grip, before = panes.handle(1), panes.sizes()[0]
        QTest.keyClick(grip, Qt.Key.Key_Right)
        assert panes.sizes()[0] == before + 16
        QTest.keyClick(grip, Qt.Key.Key_Left)
        QTest.keyClick(grip, Qt.Key.Key_Left)
        assert panes.sizes()[0] == before - 16
        QTest.keyClick(grip, Qt.Key.Key_Down)
        assert panes.sizes()[0] == before - 16

    def test_it_has_9_pixels_to_grip_and_draws_1(self, theme: Theme, panes: Splitter) -> None:
        grip = panes.handle(1)
        grip.clearFocus()
        image = picture(grip)
        assert grip.width() == 9
        drawn = [x for x in range(9) if image.pixelColor(x, 50) == theme.tokens.line]
        assert drawn == [4]

    def test_with_the_focus_it_draws_3_of_accent(self, theme: Theme, panes: Splitter) -> None:
        panes.activateWindow()
        grip = panes.handle(1)
        grip.setFocus(Qt.FocusReason.TabFocusReason)
        image = picture(grip)
        drawn = [x for x in range(9) if image.pixelColor(x, 50) == theme.tokens.accent]
        assert drawn == [3, 4, 5]
        assert grip.accessibleName() == "Width of the side panel"


class TestScrollBars:
    """Shown only when of use."""

    @pytest.fixture
    def text(self, qtbot: QtBot, theme: Theme) -> QPlainTextEdit:
        text = QPlainTextEdit("line\n" * 100)
        qtbot.addWidget(text)
        calm_scrolling(theme, text)
        text.resize(200, 200)
        text.show()
        return text

    def test_at_rest_there_is_no_handle_and_scrolling_shows_it(
        self, theme: Theme, text: QPlainTextEdit
    ) -> None:
        bar = text.verticalScrollBar()
        assert isinstance(bar, CalmScrollBar)
        assert bar.width() == 12
        assert not has(picture(bar), theme.tokens.control)
        bar.setValue(20)
        assert has(picture(bar), theme.tokens.control)

    def test_the_handle_goes_again(self, qtbot: QtBot, text: QPlainTextEdit) -> None:
        bar = text.verticalScrollBar()
        assert isinstance(bar, CalmScrollBar)
        bar.setValue(20)
        assert bar.shows
        qtbot.waitUntil(lambda: not bar.shows, timeout=3000)

    def test_the_handle_is_8_wide(self, theme: Theme, text: QPlainTextEdit) -> None:
        bar = text.verticalScrollBar()
        bar.setValue(1)
        image = picture(bar)
        row = image.height() // 16
        drawn = [x for x in range(12) if image.pixelColor(x, row) == theme.tokens.control]
        assert drawn == list(range(2, 10))


def test_a_hairline_is_one_pixel_of_line(qtbot: QtBot, theme: Theme) -> None:
    line = hairline()
    qtbot.addWidget(line)
    line.resize(50, 1)
    assert line.height() == 1
    assert colours(picture(line)) == {theme.tokens.line.name()}

"""The strip is a row of months that eyes, keys and screen readers can all read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.strip import STRIP_ROLES, MonthColumn, Strip, StripMonth
from tests.ui.style_bench import LOOKS, colours, dressed, picture, words_width

NAMES = ("Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")
SEPTEMBER = 9


def _months(counts: tuple[int, int, int, int]) -> list[StripMonth]:
    return [
        StripMonth(name, counts if name == "Sep" else (0, 0, 0, 0), f"{name}: 2 wins, 1 lesson")
        for name in NAMES
    ]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> Strip:
    strip = Strip(theme, "Twelve months")
    qtbot.addWidget(strip)
    strip.set_months(_months((2, 1, 1, 1)))
    strip.resize(600, strip.sizeHint().height())
    strip.show()
    return strip


def _stack(column: MonthColumn) -> list[str]:
    """Return the colours from the bottom, one for each block."""
    image, middle = picture(column), column.width() // 2
    tops = range(58 - 2 - 3, 0, -7)
    return [image.pixelColor(middle, y).name() for y in tops]


def test_blocks_stand_in_the_order_of_the_legend(theme: Theme, strip: Strip) -> None:
    win, lesson, concern, support = (theme.tokens.of(role).name() for role in STRIP_ROLES)
    assert _stack(strip.columns[SEPTEMBER])[:5] == [win, win, lesson, concern, support]


def test_an_empty_month_has_no_block(theme: Theme, strip: Strip) -> None:
    kinds = {theme.tokens.of(role).name() for role in STRIP_ROLES}
    assert kinds.isdisjoint(colours(picture(strip.columns[0])))


def test_eight_notes_are_eight_blocks_and_more_say_how_many(theme: Theme, strip: Strip) -> None:
    win = theme.tokens.win.name()
    strip.set_months(_months((8, 0, 0, 0)))
    assert _stack(strip.columns[SEPTEMBER]).count(win) == 8
    strip.set_months(_months((12, 0, 0, 0)))
    assert _stack(strip.columns[SEPTEMBER]).count(win) == 7


def test_a_click_chooses_the_month(qtbot: QtBot, strip: Strip) -> None:
    with qtbot.waitSignal(strip.month_chosen) as chosen:
        QTest.mouseClick(strip.columns[SEPTEMBER], Qt.MouseButton.LeftButton)
    assert chosen.args == [SEPTEMBER]


def test_only_the_owner_marks_the_chosen_month(qtbot: QtBot, strip: Strip) -> None:
    QTest.mouseClick(strip.columns[SEPTEMBER], Qt.MouseButton.LeftButton)
    assert not strip.columns[SEPTEMBER].isChecked()
    strip.set_chosen(SEPTEMBER)
    assert [column.isChecked() for column in strip.columns].index(True) == SEPTEMBER
    strip.set_chosen(None)
    assert not any(column.isChecked() for column in strip.columns)


def test_arrows_walk_the_months_and_space_chooses(qtbot: QtBot, strip: Strip) -> None:
    strip.activateWindow()
    strip.columns[8].setFocus()
    QTest.keyClick(strip.columns[8], Qt.Key.Key_Right)
    assert strip.columns[SEPTEMBER].hasFocus()
    with qtbot.waitSignal(strip.month_chosen) as chosen:
        QTest.keyClick(strip.columns[SEPTEMBER], Qt.Key.Key_Space)
    assert chosen.args == [SEPTEMBER]
    QTest.keyClick(strip.columns[SEPTEMBER], Qt.Key.Key_Left)
    assert strip.columns[8].hasFocus()


def test_a_screen_reader_finds_twelve_named_months(strip: Strip) -> None:
    interface = QAccessible.queryAccessibleInterface(strip)
    assert interface.text(QAccessible.Text.Name) == "Twelve months"
    assert interface.childCount() == 12
    month = interface.child(SEPTEMBER)
    assert month.text(QAccessible.Text.Name) == "Sep: 2 wins, 1 lesson"
    assert month.role() in {QAccessible.Role.CheckBox, QAccessible.Role.Button}


def test_hovering_tells_the_counts(strip: Strip) -> None:
    assert "2&nbsp;wins" in strip.columns[SEPTEMBER].toolTip()


def test_covered_it_shows_no_kind(theme: Theme, strip: Strip) -> None:
    strip.set_covered(covered=True)
    seen = colours(picture(strip.columns[SEPTEMBER]))
    assert seen.isdisjoint({theme.tokens.of(role).name() for role in STRIP_ROLES})
    assert theme.tokens.line2.name() in seen


def test_fewer_months_take_the_others_away(qtbot: QtBot, strip: Strip) -> None:
    strip.set_months(_months((1, 0, 0, 0))[:3])
    assert len(strip.columns) == 3


@pytest.mark.parametrize(("scheme", "scale"), LOOKS)
def test_the_names_of_the_months_have_room(
    qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
) -> None:
    with dressed(qapp, scheme, scale) as look:
        strip = Strip(look, "Twelve months")
        qtbot.addWidget(strip)
        strip.set_months(_months((1, 0, 0, 0)))
        strip.resize(look.scale.px(500), strip.sizeHint().height())
        strip.grab()
        widest = max(words_width(look, name, 11, 600) for name in NAMES)
        assert min(column.width() for column in strip.columns) >= widest
        assert strip.height() == 58 + look.scale.px(20)

"""The footer's items stand whole, or move into the tooltip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.shell.footer_line import FooterItem, FooterLine
from managernotes_ui.widgets.text_label import TextLabel
from tests.ui.style_bench import dressed

ITEMS: list[FooterItem | str] = [
    "Happened Mon 2 Nov",
    FooterItem("written Mon 2 Nov", strong=True),
    "18 words",
]


@pytest.fixture
def line(qtbot: QtBot, qapp: QApplication) -> Iterator[FooterLine]:
    with dressed(qapp) as theme:
        line = FooterLine(theme)
        qtbot.addWidget(line)
        line.set_items(ITEMS)
        line.resize(800, 36)
        line.show()
        yield line


def shown(line: FooterLine) -> list[TextLabel]:
    return [label for label in line.findChildren(TextLabel) if label.isVisible()]


def test_with_room_everything_stands_there(line: FooterLine) -> None:
    words = [label.text() for label in shown(line)]
    assert words == ["Happened Mon 2 Nov", "·", "written Mon 2 Nov", "·", "18 words"]
    assert not line.toolTip()


def test_what_has_no_room_moves_into_the_tooltip(line: FooterLine, qtbot: QtBot) -> None:
    line.resize(280, 36)
    qtbot.waitUntil(lambda: len(shown(line)) == 3)
    qtbot.waitUntil(lambda: not any(label.is_cut for label in shown(line)))
    assert "words" in line.toolTip()


def test_the_first_item_always_stays(line: FooterLine, qtbot: QtBot) -> None:
    line.resize(60, 36)
    qtbot.waitUntil(lambda: [label.text() for label in shown(line)] == ["Happened Mon 2 Nov"])


def test_it_comes_back_when_there_is_room_again(line: FooterLine, qtbot: QtBot) -> None:
    line.resize(60, 36)
    line.resize(800, 36)
    qtbot.waitUntil(lambda: len(shown(line)) == 5)
    assert not line.toolTip()


def test_other_items_replace_the_first_ones(line: FooterLine) -> None:
    line.set_items(["9 people"])
    assert [label.text() for label in shown(line)] == ["9 people"]

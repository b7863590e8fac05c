"""Popups have round corners, whether or not the screen is composited."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.style.round_window import round_window


def popup(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(80, 60)
    qtbot.addWidget(window)
    return window


def corners(window: QWidget) -> set[bool]:
    right, bottom = window.width() - 1, window.height() - 1
    points = [QPoint(x, y) for x in (0, right) for y in (0, bottom)]
    return {window.mask().contains(point) for point in points}


def test_where_nothing_is_composited_the_corners_are_cut_off(qtbot: QtBot) -> None:
    window = popup(qtbot)
    round_window(window, 8, cut=True)
    assert corners(window) == {False}
    assert window.mask().contains(QPoint(40, 0))
    assert window.mask().contains(QPoint(0, 30))


def test_the_cut_follows_the_size(qtbot: QtBot) -> None:
    window = popup(qtbot)
    round_window(window, 8, cut=True)
    window.show()
    window.resize(200, 120)
    assert corners(window) == {False}
    assert window.mask().contains(QPoint(150, 0))


def test_elsewhere_the_corners_are_seen_through(qtbot: QtBot) -> None:
    window = popup(qtbot)
    round_window(window, 8, cut=False)
    assert window.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert window.mask().isEmpty()

"""The vault locks when nobody is at the keyboard, on a clock that no time change moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.shell.idle import IdleWatch


class Seconds:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def test_locks_after_the_time_without_a_sign_of_life(qtbot: QtBot, seconds: Seconds) -> None:
    watch = IdleWatch(300, seconds)
    told: list[float] = []
    watch.idle.connect(lambda: told.append(seconds.now))
    watch.watch()
    for seconds.now in (200.0, 399.0, 401.0):
        watch.check()
    assert told == [401.0]


def test_a_key_begins_the_count_again(qtbot: QtBot, qapp: QApplication, seconds: Seconds) -> None:
    watch = IdleWatch(300, seconds)
    told: list[int] = []
    watch.idle.connect(lambda: told.append(1))
    widget = QWidget()
    qtbot.addWidget(widget)
    qapp.installEventFilter(watch)
    watch.watch()
    seconds.now += 299
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    qapp.sendEvent(widget, key)
    seconds.now += 299
    watch.check()
    assert told == []
    seconds.now += 2
    watch.check()
    assert told == [1]
    qapp.removeEventFilter(watch)

"""The vault locks when nobody is at the keyboard, on a clock that no time change moves."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.locking.sleep_clock import SystemSleepClock
from managernotes_ui.shell.idle import CHECK_MS, IdleWatch

FIVE_MINUTES = 300


class MovedClock:
    """A computer's time, and how much of it was slept, as the test moves them."""

    def __init__(self) -> None:
        self.time = 100.0
        self.asleep = 40.0

    def now(self) -> float:
        return self.time

    def slept(self) -> float:
        return self.asleep

    def sleep(self, seconds: float) -> None:
        self.time += seconds
        self.asleep += seconds


class Watched:
    """A watch over five minutes, and when it found nobody there."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = MovedClock()
        self.watch = IdleWatch(FIVE_MINUTES, self.clock)
        self.told: list[float] = []
        self.watch.idle.connect(lambda: self.told.append(self.clock.time - 100.0))
        self.keys: list[str] = []
        self.widget = KeyCounter(self.keys)
        qtbot.addWidget(self.widget)
        self.watch.watch()

    def press(self) -> None:
        key = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, text="a"
        )
        QApplication.sendEvent(self.widget, key)


class KeyCounter(QWidget):
    """Writes down the letters that reach it."""

    def __init__(self, keys: list[str]) -> None:
        super().__init__()
        self._keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        self._keys.append(event.text())


@pytest.fixture
def watched(qtbot: QtBot, qapp: QApplication) -> Iterator[Watched]:
    watched = Watched(qtbot)
    qapp.installEventFilter(watched.watch)
    yield watched
    qapp.removeEventFilter(watched.watch)


def test_locks_within_a_second_of_the_time_without_a_sign_of_life(watched: Watched) -> None:
    step = CHECK_MS / 1000
    while not watched.told and watched.clock.time < 1_000:
        watched.clock.time += step
        watched.watch.check()
    assert len(watched.told) == 1
    assert FIVE_MINUTES <= watched.told[0] <= FIVE_MINUTES + 1


def test_a_key_begins_the_count_again(watched: Watched) -> None:
    watched.clock.time += 299
    watched.press()
    watched.clock.time += 299
    watched.watch.check()
    assert watched.told == []
    watched.clock.time += 2
    watched.watch.check()
    assert len(watched.told) == 1


def test_a_key_that_comes_too_late_locks_and_reaches_nothing(watched: Watched) -> None:
    watched.press()
    watched.clock.time += 301
    watched.press()
    assert len(watched.told) == 1
    assert watched.keys == ["a"]


def test_a_laptop_that_slept_locks_when_it_wakes_whatever_it_has_left_of_its_minutes(
    watched: Watched,
) -> None:
    watched.clock.sleep(10)
    watched.watch.check()
    assert len(watched.told) == 1


def test_a_window_about_to_be_drawn_after_a_sleep_is_locked_first(watched: Watched) -> None:
    watched.clock.sleep(600)
    QApplication.sendEvent(watched.widget, QEvent(QEvent.Type.UpdateRequest))
    assert len(watched.told) == 1


def test_never_by_itself_still_locks_on_sleep(watched: Watched) -> None:
    watched.watch.set_seconds(0)
    watched.clock.time += 100_000
    watched.watch.check()
    assert watched.told == []
    watched.clock.sleep(5)
    watched.watch.check()
    assert len(watched.told) == 1


def test_nothing_is_told_while_it_rests(watched: Watched) -> None:
    watched.watch.rest()
    watched.clock.sleep(600)
    watched.press()
    assert watched.told == []


def test_the_system_clock_goes_on_and_counts_sleep_from_the_start_of_the_computer() -> None:
    clock = SystemSleepClock()
    before, asleep = clock.now(), clock.slept()
    time.sleep(0.05)
    assert 0.05 <= clock.now() - before < 5
    assert abs(clock.slept() - asleep) < 0.01
    if sys.platform == "linux":
        assert clock.now() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=0.05)


_NO_DATE = """
def forbidden(*_):
    raise SystemExit("asked for the date")
real = time.clock_gettime
time.time = forbidden
time.clock_gettime = lambda which: forbidden() if which == time.CLOCK_REALTIME else real(which)
from managernotes_ui.locking.sleep_clock import SystemSleepClock
clock = SystemSleepClock()
clock.now(), clock.slept()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux which clocks are read")
def test_the_date_of_the_computer_is_never_asked_for() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", "import time\n" + _NO_DATE], capture_output=True, check=False
    )
    assert asked.returncode == 0, asked.stderr

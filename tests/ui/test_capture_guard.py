"""Windows kept out of recordings: each top level is asked for, and Linux claims nothing."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.locking.capture_guard import CaptureGuard
from managernotes_ui.locking.capture_shield import Exclusion, NoShield, shield_of_this_system
from managernotes_ui.locking.windows_shield import EXCLUDE_FROM_CAPTURE, MONITOR, WindowsShield


class FakeShield:
    """Writes down what it is asked for."""

    exclusion = Exclusion.ASKED

    def __init__(self) -> None:
        self.asked: list[tuple[int, bool]] = []

    def hide(self, window: int, *, hidden: bool) -> bool:
        self.asked.append((window, hidden))
        return True


class FakeUser32:
    """A Windows that knows some ways of keeping a window out, and writes down what is asked."""

    def __init__(self, *known: int) -> None:
        self._known = known
        self.asked: list[tuple[int | None, int]] = []

    def SetWindowDisplayAffinity(self, handle: ctypes.c_void_p, how: int) -> int:  # noqa: N802
        self.asked.append((handle.value, how))
        return int(how in self._known)


@pytest.fixture
def shield() -> FakeShield:
    return FakeShield()


@pytest.fixture
def guard(qapp: QApplication, shield: FakeShield) -> Iterator[CaptureGuard]:
    guard = CaptureGuard(qapp, shield, hidden=True)
    yield guard
    qapp.removeEventFilter(guard)
    guard.deleteLater()


def test_every_window_that_comes_up_is_asked_for_and_what_lies_in_one_is_not(
    qtbot: QtBot, guard: CaptureGuard, shield: FakeShield
) -> None:
    window = QWidget()
    child = QLabel("inside", window)
    dialog = QDialog(window)
    for widget in (window, dialog):
        qtbot.addWidget(widget)
        widget.show()
    child.show()
    assert set(shield.asked) == {(int(window.winId()), True), (int(dialog.winId()), True)}


def test_another_choice_is_told_to_the_windows_there_are(
    qtbot: QtBot, guard: CaptureGuard, shield: FakeShield
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    shield.asked.clear()
    guard.set_hidden(False)
    guard.set_hidden(False)
    assert [ask for ask in shield.asked if ask[0] == int(window.winId())] == [
        (int(window.winId()), False)
    ]


def test_windows_leaves_the_window_out_or_else_shows_it_black() -> None:
    new, old = FakeUser32(EXCLUDE_FROM_CAPTURE, MONITOR, 0), FakeUser32(MONITOR, 0)
    assert WindowsShield(new).hide(42, hidden=True)
    assert WindowsShield(old).hide(42, hidden=True)
    assert WindowsShield(new).hide(42, hidden=False)
    assert not WindowsShield(FakeUser32()).hide(42, hidden=True)
    assert new.asked == [(42, EXCLUDE_FROM_CAPTURE), (42, 0)]
    assert old.asked == [(42, EXCLUDE_FROM_CAPTURE), (42, MONITOR)]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux's own answer")
def test_linux_claims_nothing() -> None:
    shield = shield_of_this_system()
    assert isinstance(shield, NoShield)
    assert shield.exclusion is Exclusion.IMPOSSIBLE
    assert not shield.hide(1, hidden=True)

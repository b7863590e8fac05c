"""The running app between locked and open, on a real vault: what a lock saves, and what it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.services.keys import KeyringOutcome
from managernotes_ui.capture.quick_window import QuickCaptureWindow
from managernotes_ui.capture.sealed_window import SealedWindow
from managernotes_ui.inbox.unconfirmed_card import UnconfirmedCard
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.single_instance import Request
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.unlock_view import UnlockView
from tests.ui.app_bench import SECRET, Bench, go_to_dana, words_on_screen


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    """Start the app on a vault with one person and one note."""
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    yield bench
    bench.close()


def test_the_keyring_opens_the_vault_when_the_app_starts(bench: Bench) -> None:
    assert bench.opened().isVisible()
    assert bench.window.windowTitle() == "Manager Notes"


def test_a_lock_by_hand_destroys_every_view_and_waits_for_the_person(
    bench: Bench, qtbot: QtBot
) -> None:
    view = bench.opened()
    go_to_dana(bench, view)
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "Dana" not in words_on_screen()
    assert SECRET not in words_on_screen()
    qtbot.wait(300)
    assert isinstance(bench.window.content, GateView), "the keyring opened it by itself"


def test_what_is_typed_when_it_locks_is_there_again_as_a_draft(bench: Bench) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    page.compose()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    drafts = bench.elsewhere(lambda workspace: workspace.drafts.read(f"capture:{bench.dana}"))
    assert drafts == "half a thought"


def test_closing_the_window_keeps_what_is_typed(bench: Bench) -> None:
    view = bench.opened()
    page = go_to_dana(bench, view)
    page.compose()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    bench.window.close()
    drafts = bench.elsewhere(lambda workspace: workspace.drafts.read(f"capture:{bench.dana}"))
    assert drafts == "half a thought"


def test_opening_and_locking_ten_times_leaves_no_window_behind(bench: Bench) -> None:
    before = len(QApplication.topLevelWidgets())
    for _ in range(10):
        bench.opened()
        bench.app.lock()
        bench.wait(lambda: isinstance(bench.window.content, GateView))
        gate = bench.window.content
        assert isinstance(gate, GateView)
        gate.page.daily.keyring.click()  # type: ignore[union-attr]
    bench.opened()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(QApplication.topLevelWidgets()) <= before + 2


def test_while_locked_the_quick_note_is_sealed_and_waits_after_the_unlock(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    bench.app.answer(Request.CAPTURE)
    window = sealed_window(bench)
    QTest.keyClicks(window.field, "@dana +con came late")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    bench.wait(lambda: not window.isVisible())
    gate = bench.window.content
    assert isinstance(gate, GateView)
    gate.page.daily.keyring.click()  # type: ignore[union-attr]
    view = bench.opened()
    bench.wait(lambda: "One note written while locked" in words_on_screen())
    bench.window.activateWindow()
    view.navigator.go(Place(PageName.UNCONFIRMED))
    bench.wait(lambda: isinstance(QApplication.focusWidget(), UnconfirmedCard))
    assert "came late" in words_on_screen()
    QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Return)
    bench.wait(lambda: not bench.elsewhere(lambda w: w.unconfirmed.count()))


def test_the_lock_screen_offers_it_by_a_key_and_a_link(bench: Bench) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    gate = bench.window.content
    assert isinstance(gate, GateView)
    assert isinstance(gate.page, UnlockView)
    gate.page.daily.note.click()
    window = sealed_window(bench)
    window.close()
    assert not window.isVisible()
    bench.window.activateWindow()
    bench.wait(lambda: QApplication.activeWindow() is bench.window)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(bench.window, Qt.Key.Key_N, control_shift)
    bench.wait(window.isVisible)
    window.close()


def test_a_sealed_text_outlives_the_unlock_and_is_filed_in_the_open_vault(bench: Bench) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    bench.app.answer(Request.CAPTURE)
    window = sealed_window(bench)
    QTest.keyClicks(window.field, "still typing")
    gate = bench.window.content
    assert isinstance(gate, GateView)
    gate.page.daily.keyring.click()  # type: ignore[union-attr]
    bench.opened()
    assert window.isVisible()
    assert window.field.line() == "still typing"
    QTest.keyClick(window.field, Qt.Key.Key_Escape)
    bench.wait(lambda: not window.isVisible())
    bench.wait(lambda: "One note written while locked" in words_on_screen())


def test_a_vault_that_takes_no_sealed_notes_waits_for_the_unlock(bench: Bench) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    bench.file.with_name("vault.db.inbox.json").unlink()
    bench.app._show_gate(by_hand=True)
    bench.app.answer(Request.CAPTURE)
    assert sealed_windows() == []
    gate = bench.window.content
    assert isinstance(gate, GateView)
    assert gate.page.daily.note.isHidden()  # type: ignore[union-attr]
    gate.page.daily.keyring.click()  # type: ignore[union-attr]
    bench.opened()
    bench.wait(
        lambda: any(isinstance(w, QuickCaptureWindow) for w in QApplication.topLevelWidgets())
    )


def sealed_window(bench: Bench) -> SealedWindow:
    """Wait for the window of a sealed note."""
    bench.wait(sealed_windows)
    return sealed_windows()[0]


def sealed_windows() -> list[SealedWindow]:
    """Return the windows of sealed notes that are on show."""
    top = QApplication.topLevelWidgets()
    return [w for w in top if isinstance(w, SealedWindow) and w.isVisible()]


def test_a_note_wanted_while_the_keyring_is_asked_waits_for_its_answer(bench: Bench) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    bench.app._show_gate(by_hand=False)
    gate = bench.window.content
    assert isinstance(gate, GateView)
    assert gate.is_opening
    gate.note_wanted.emit()
    bench.opened()
    bench.wait(
        lambda: any(isinstance(w, QuickCaptureWindow) for w in QApplication.topLevelWidgets())
    )
    assert sealed_windows() == []


def test_a_keyring_that_gives_no_key_leaves_the_sealed_line(bench: Bench) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    bench.keyring.only = KeyringOutcome.LOCKED
    bench.app._show_gate(by_hand=False)
    bench.app.answer(Request.CAPTURE)
    sealed_window(bench).close()


def test_the_app_is_quit_from_the_lock_by_its_key(bench: Bench) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    bench.window.activateWindow()
    QTest.qWaitForWindowActive(bench.window)
    QTest.keyClick(bench.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    bench.wait(lambda: not bench.window.isVisible())


def test_a_vault_that_has_a_window_of_its_own_is_not_turned_to(
    bench: Bench, tmp_path: Path
) -> None:
    bench.opened()
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    gate = bench.window.content
    assert isinstance(gate, GateView)
    other, third = tmp_path / "other" / "vault.db", tmp_path / "third" / "vault.db"
    bench.taken.add(other)
    gate.vault_chosen.emit(other)
    assert bench.window.content is gate
    gate.vault_chosen.emit(third)
    assert bench.window.content is not gate

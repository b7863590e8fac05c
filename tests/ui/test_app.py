"""The running app between locked and open, on a real vault: what a lock saves, and what it ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.unlock.gate_view import GateView
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

"""The discreet view in the running app: the rest goes under the veil, and a lock ends it all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.preparation import PreparationWords
from managernotes.services.workspace import Workspace
from managernotes_ui.locking.veil import Veil
from managernotes_ui.meeting.discreet_window import DiscreetWindow
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.unlock.gate_view import GateView
from tests.ui.app_bench import Bench, words_on_screen

MARK = "qzmarkdiscreet"
LINE = "qzmarkline"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    yield bench
    bench.close()


def prepare(bench: Bench) -> ConversationId:
    """Prepare a talk with Dana in another program, and return it."""

    def work(workspace: Workspace) -> ConversationId:
        note = workspace.notes.add(
            NewObservation(
                text=NoteText(fact="The hand-over came late"),
                kind=Kind.CONCERN,
                people=(bench.dana,),
                occurred_on=date(2026, 11, 17),
            )
        )
        preparation = workspace.preparations.from_note(note.id)
        workspace.preparations.save_words(preparation.id, PreparationWords(opening=MARK))
        return preparation.conversation

    talk = bench.elsewhere(work)
    assert talk is not None
    return talk  # type: ignore[return-value]


def windows() -> list[DiscreetWindow]:
    """Return the discreet windows that are alive."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, DiscreetWindow)]


def opened(bench: Bench) -> DiscreetWindow:
    """Open the view from the page of preparing."""
    talk = prepare(bench)
    view = bench.opened()
    bench.window.activateWindow()
    view.navigator.go(Place(PageName.PREPARE, conversation=talk))
    bench.wait(lambda: view.page is not None and view.page.isVisible())
    assert bench.app._open is not None
    bench.app._open._desk.actions.get("discreet-view").trigger()
    bench.wait(lambda: windows() and windows()[0].vm.cards)
    return windows()[0]


def test_everything_else_goes_under_the_veil_and_it_goes_on_working(bench: Bench) -> None:
    window = opened(bench)
    assert [one for one in bench.window.children() if isinstance(one, Veil) and one.isVisible()]
    assert not [one for one in window.children() if isinstance(one, Veil)]
    QTest.keyPress(window, Qt.Key.Key_Space)
    assert MARK in window.card.words.text()
    QTest.keyRelease(window, Qt.Key.Key_Space)


def test_a_lock_leaves_nothing_of_it_and_keeps_the_line_that_was_begun(
    bench: Bench, qtbot: QtBot
) -> None:
    window = opened(bench)
    QTest.keyPress(window, Qt.Key.Key_Space)
    QTest.keyRelease(window, Qt.Key.Key_Space)
    QTest.keyClicks(window, "!")
    QTest.keyClicks(window.card.line, LINE)
    del window
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(50)
    gc.collect()
    assert windows() == []
    assert MARK not in words_on_screen()
    assert LINE not in words_on_screen()
    notes = bench.elsewhere(
        lambda w: [w.talks.get(row.id).words.notes for row in w.talks.of_person(bench.dana)]
    )
    assert notes == [f"! {LINE}"]

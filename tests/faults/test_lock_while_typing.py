"""The window is locked at any moment of typing; every letter is there when it is opened again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.shell_view import ShellView
from managernotes_ui.unlock.gate_view import GateView
from tests.faults.figures import Figures, short_and_long
from tests.ui.app_bench import Bench
from tests.ui.capture_bench import type_text

LONGEST_WAIT_MS: Final = 30
LETTERS: Final = "abcdefghij klmno pqrstu vwxyzäöü ßéñ 0123456789 .,:;"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    yield bench
    bench.close()


class Typing:
    """Types into a composer or a note, locks in the middle of it, and looks what was kept."""

    def __init__(self, qtbot: QtBot, bench: Bench, seed: int) -> None:
        self._qtbot = qtbot
        self._bench = bench
        self._chance = random.Random(seed)  # noqa: S311  # letters and moments, no secret
        self.typed = 0
        self.lost = 0
        bench.opened()
        [self._note] = _notes(bench)

    def lock_once(self, *, leave: bool = True) -> None:
        """Type a little in one place, lock at once or a moment later, and open again."""
        in_note = self._chance.random() < 0.5
        field = self._note_field() if in_note else self._composer()
        typed = "".join(self._chance.choices(LETTERS, k=self._chance.randrange(1, 12)))
        for letter in typed:
            type_text(field, letter)
            if self._chance.random() < 0.3:
                self._qtbot.wait(self._chance.randrange(LONGEST_WAIT_MS))
        expected = field.toPlainText()
        self.typed += len(typed)
        if leave:
            self._lock_and_open()
        self._compare(expected, in_note=in_note)

    def _compare(self, expected: str, *, in_note: bool) -> None:
        kept = _fact(self._bench, self._note) if in_note else self._draft_on_disk()
        if kept != expected:
            self.lost += max(1, len(expected) - len(kept))

    def _draft_on_disk(self) -> str:
        slot = f"capture:{self._bench.dana}"
        return str(self._bench.elsewhere(lambda workspace: workspace.drafts.read(slot)))

    def _composer(self) -> QTextEdit:
        view = self._bench.opened()
        self._bench.window.activateWindow()
        self._bench.wait(view.isVisible)  # no cover over it any more
        view.navigator.go(Place(PageName.PERSON, person=self._bench.dana))
        view.page.compose()  # type: ignore[union-attr]
        self._bench.wait(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
        field = QApplication.focusWidget()
        assert isinstance(field, QTextEdit)
        draft = self._draft_on_disk()
        self._bench.wait(lambda: len(field.toPlainText()) >= len(draft))
        return _at_end(field)

    def _note_field(self) -> QTextEdit:
        view: ShellView = self._bench.opened()
        view.navigator.go(Place(PageName.NOTE, person=self._bench.dana, note=self._note))
        field = view.page._fields.fact  # type: ignore[union-attr]
        self._bench.wait(lambda: field.toPlainText() and not field.isReadOnly())
        return _at_end(field)

    def _lock_and_open(self) -> None:
        self._bench.app.lock()
        self._bench.wait(lambda: isinstance(self._bench.window.content, GateView))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gate = self._bench.window.content
        assert isinstance(gate, GateView)
        self._bench.wait(gate.page.daily.keyring.isEnabled)  # type: ignore[union-attr]
        gate.page.daily.keyring.click()  # type: ignore[union-attr]
        self._bench.opened()


@short_and_long(100, 1_000)
def test_no_letter_is_lost_to_a_lock(
    bench: Bench, qtbot: QtBot, figures: Figures, runs: int
) -> None:
    typing = Typing(qtbot, bench, seed=runs)
    for _ in range(runs):
        typing.lock_once()
    figures("lock while typing", runs, f"{typing.lost} of {typing.typed:,} characters lost")
    assert typing.lost == 0


def test_letters_that_no_lock_has_saved_are_missed(bench: Bench, qtbot: QtBot) -> None:
    typing = Typing(qtbot, bench, seed=1)
    for _ in range(10):
        typing.lock_once(leave=False)
    assert typing.lost > 0


def _at_end(field: QTextEdit) -> QTextEdit:
    field.moveCursor(field.textCursor().MoveOperation.End)
    return field


def _fact(bench: Bench, note: NoteId) -> str:
    return str(bench.elsewhere(lambda workspace: workspace.notes.get(note).text.fact))


def _notes(bench: Bench) -> list[NoteId]:
    workspace = bench.open_elsewhere()
    with closing(workspace):
        return [row.id for row in workspace.notes.timeline_outline(None)]

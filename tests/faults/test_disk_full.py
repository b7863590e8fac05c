"""The disk gets full at any point: what was saved stays, what is typed waits in the editor."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind, NoteText
from managernotes.errors import DiskFullError, ManagerNotesError, StorageFailedError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import SaveKind
from managernotes_ui.notes.note_fields import NoteFields
from managernotes_ui.notes.note_vm import NoteViewModel
from managernotes_ui.style.theme import Theme
from tests.faults.figures import Figures, short_and_long
from tests.faults.noting import HUGE, LONG, Acknowledged, Found, compared, note_down, words
from tests.faults.small_disk import SmallDisk, small_disk
from tests.ui.note_bench import Bench, note_bench
from tests.ui.style_bench import dressed

STEP: Final = 64 * 1024
SHOWN_WITHIN_SECONDS: Final = 2.0
CONTROL_STEPS: Final = 6


class Editor:
    """The window's fields on one note of a vault, and the note's view-model behind them."""

    def __init__(self, bench: Bench, theme: Theme) -> None:
        self.bench = bench
        self.fields = NoteFields(theme, DateWords())
        self.vm = NoteViewModel(bench.session, self.fields.words)
        self.vm.words_shown.connect(lambda: self.fields.show_words(self.vm.words))
        self.fields.typed.connect(self.vm.typed)
        self.vm.show_note(bench.note(NoteText(fact=words(HUGE, 1)), kind=Kind.WIN))
        bench.settle()

    def write(self, text: str) -> None:
        """Type over the whole fact."""
        cursor = self.fields.fact.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    @property
    def is_saved(self) -> bool:
        """What the footer says."""
        return self.bench.session.save_state.kind is SaveKind.SAVED

    def close(self) -> None:
        """Take the widgets away."""
        self.vm.deleteLater()
        self.fields.deleteLater()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


def fill(
    workspace: Workspace, acknowledged: Acknowledged, *, too_early: bool = False
) -> ManagerNotesError:
    """Note until nothing more fits; return what the service said of it."""
    for serial in count(LONG):
        try:
            note_down(workspace, serial, acknowledged.add, too_early=too_early)
        except ManagerNotesError as refusal:
            return refusal
    raise AssertionError


class Filling:
    """Fills one disk after the other, each with 64 KiB more room."""

    def __init__(self, qtbot: QtBot, theme: Theme, disk: SmallDisk) -> None:
        self._qtbot = qtbot
        self._theme = theme
        self._disk = disk
        self.kept_in_editor = 0
        self.acknowledged = 0

    def fill_with(self, steps: int) -> Found:
        """Fill a disk with room for so many steps, free it, and return what the vault holds."""
        known = Acknowledged()
        with self._bench(steps) as bench:
            editor = Editor(bench, self._theme)
            with self._room(steps):
                refusal = bench.ask(lambda workspace: fill(workspace, known))
                editor.write(words(HUGE, 2))
                self._refused(editor)
            self._saved_after_all(editor)
            known.add(HUGE, 2)
            found = bench.ask(lambda workspace: compared(workspace, known))
        editor.close()
        assert isinstance(refusal, DiskFullError | StorageFailedError)
        self.acknowledged += len(known.versions)
        return found

    def fill_badly(self, steps: int, *, too_early: bool, journal: str) -> bool:
        """Fill a disk without one of the protections; return whether harm was seen."""
        known = Acknowledged()
        with self._bench(steps) as bench:
            pragma = f"PRAGMA journal_mode={journal}"
            bench.ask(lambda workspace: workspace.ledger.db.execute(pragma).fetchall())
            with self._room(steps):
                bench.ask(lambda workspace: fill(workspace, known, too_early=too_early))
            try:
                return not bench.ask(lambda workspace: compared(workspace, known)).good
            except ManagerNotesError:
                return True

    @contextmanager
    def _bench(self, steps: int) -> Iterator[Bench]:
        folder = self._disk.folder / str(steps)
        folder.mkdir()
        with note_bench(self._qtbot, folder) as bench:
            yield bench
        shutil.rmtree(folder)

    @contextmanager
    def _room(self, steps: int) -> Iterator[None]:
        self._disk.leave(steps * STEP)
        try:
            yield
        finally:
            self._disk.free()

    def _refused(self, editor: Editor) -> None:
        started = time.monotonic()
        editor.vm.save_now()
        self._qtbot.waitUntil(lambda: editor.vm.problem is not None, timeout=10_000)
        assert time.monotonic() - started < SHOWN_WITHIN_SECONDS
        assert editor.bench.session.save_state.kind is SaveKind.NOT_SAVED
        self.kept_in_editor += editor.fields.fact.text() == words(HUGE, 2)

    def _saved_after_all(self, editor: Editor) -> None:
        editor.vm.save_now()
        self._qtbot.waitUntil(lambda: editor.is_saved, timeout=10_000)
        assert editor.vm.problem is None
        assert editor.fields.fact.text() == words(HUGE, 2)


@pytest.fixture
def filling(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[Filling]:
    with small_disk(tmp_path / "disk") as disk:
        yield Filling(qtbot, theme, disk)


@short_and_long(20, 80)
def test_a_full_disk_loses_nothing_and_saving_goes_on(
    filling: Filling, figures: Figures, runs: int
) -> None:
    found = [filling.fill_with(steps) for steps in range(1, runs + 1)]
    lost = sum(one.lost for one in found)
    damaged = sum(not one.sound or one.wrong > 0 for one in found)
    figures(
        "disk full, in 64 KiB steps",
        runs,
        f"{lost} of {filling.acknowledged:,} acknowledged notes lost, {damaged} vaults damaged,"
        f" text still in the editor {filling.kept_in_editor} times",
    )
    assert (lost, damaged, filling.kept_in_editor) == (0, 0, runs)


def test_a_writer_that_acknowledges_too_early_is_found_out(filling: Filling) -> None:
    assert filling.fill_badly(1, too_early=True, journal="TRUNCATE")


def test_without_a_journal_a_full_disk_damages_the_vault(filling: Filling) -> None:
    harm = [filling.fill_badly(n, too_early=False, journal="OFF") for n in range(1, CONTROL_STEPS)]
    assert any(harm)

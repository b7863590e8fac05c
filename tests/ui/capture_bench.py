"""A capture line over a real vault, and how the tests type into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Observation
from managernotes.domain.person import NewPerson
from managernotes.services.workspace import Workspace
from managernotes_ui.capture.capture_vm import CaptureViewModel
from tests.ui.note_bench import Bench, note_bench

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class CaptureBench:
    """A vault with Dana Whitfield and Arjun Rao, and as many capture lines as a test opens."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.dana = bench.dana
        self.arjun = bench.arjun
        self._lines: list[CaptureViewModel] = []

    def add_people(self, *names: str) -> None:
        """Add people; lines that are open already do not hear of it."""
        new = [NewPerson(display_name=name) for name in names]
        self.bench.ask(lambda workspace: workspace.people.add_many(new))

    def line(self, person: PersonId | None = None) -> CaptureViewModel:
        """Open a capture line and wait until it knows names and draft."""
        vm = self.new_line()
        vm.open(person)
        self.bench.settle()
        return vm

    def new_line(self) -> CaptureViewModel:
        """Make a capture line that is not open yet."""
        self._lines.append(CaptureViewModel(self.bench.session))
        return self._lines[-1]

    def close(self) -> None:
        """Destroy the lines here: left to the collector, they would be on the vault's thread."""
        for line in self._lines:
            delete(line)

    def draft(self, person: PersonId | None = None) -> str:
        """Return the draft that is on disk."""
        slot = f"capture:{person}" if person else "capture"
        return self.bench.ask(lambda workspace: workspace.drafts.read(slot))

    def notes(self) -> list[Observation]:
        """Return every note in the vault, in any order."""
        return self.bench.ask(_every_note)


@contextmanager
def capture_bench(qtbot: QtBot, folder: Path) -> Iterator[CaptureBench]:
    """Open a bench, and close its vault in the end."""
    with note_bench(qtbot, folder) as bench:
        capture = CaptureBench(bench)
        try:
            yield capture
        finally:
            capture.close()


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget as the active window."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)


def type_text(widget: QWidget, text: str) -> None:
    """Type letters as a keyboard does, also those that no test key stands for."""
    for letter in text:
        press(widget, KEY.Key_unknown, letter)


def press(
    widget: QWidget,
    key: Qt.Key,
    letter: str = "",
    modifiers: Qt.KeyboardModifier = NO_MODIFIER,
) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, letter))


def text_data(text: str) -> QMimeData:
    """Return what a paste of text brings."""
    data = QMimeData()
    data.setText(text)
    return data


def heard(signal: Any) -> list[Any]:
    """Return a list that fills with what a signal of one argument brings."""
    brought: list[Any] = []
    signal.connect(brought.append)
    return brought


def _every_note(workspace: Workspace) -> list[Observation]:
    outline = workspace.notes.timeline_outline(None)
    return [workspace.notes.get(row.id) for row in outline]

"""Copies out of every sort of field that the app has, on an X display, guarded as in the app.

After each copy another program is asked what it finds; all answers are one JSON object on stdout.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from managernotes_ui.locking.clipboard_guard import ClipboardGuard
from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.offline_browser import OfflineBrowser
from managernotes_ui.widgets.plain_editor import PlainEditor

TEXT = "qzsecret words of a note"
STAYS_MS = 2_500
CONTROL = Qt.KeyboardModifier.ControlModifier
Field = QLineEdit | QTextEdit
BYSTANDER = Path(__file__).with_name("clipboard_bystander.py")


def main() -> None:
    """Copy, ask, and print what was found."""
    app = QApplication([])
    theme = Theme(Scheme.LIGHT, motion=False)
    theme.apply(app)
    board = app.clipboard()
    guard = ClipboardGuard(board, app, stays_ms=STAYS_MS)
    fields = _fields(theme)
    found: dict[str, Any] = {}

    def step(name: str, field: Field, copy: Callable[[Field], object]) -> None:
        board.clear()
        field.selectAll()
        copy(field)
        found[name] = _ask_another_program()

    for name, field in fields.items():
        step(name, field, lambda field: QTest.keyClick(field, Qt.Key.Key_C, CONTROL))
    line = fields["line"]
    step("menu", line, lambda field: field.copy())
    step("cut", line, lambda field: QTest.keyClick(field, Qt.Key.Key_X, CONTROL))
    found["left in the line"] = line.property("text")
    note = fields["note"]
    board.setText(TEXT, QClipboard.Mode.Selection)
    found["selection"] = _ask_another_program()
    guard.take_back()
    found["taken back"] = _ask_another_program()
    note.selectAll()
    note.copy()
    _wait(STAYS_MS / 1000 + 0.3)
    found["after its time"] = _ask_another_program()
    sys.stdout.write(json.dumps(found))
    board.clear()


def _fields(theme: Theme) -> dict[str, Field]:
    line = LineEdit(theme, "line")
    line.setText(TEXT)
    plain, note = PlainEditor(theme, "plain"), NoteField(theme, "note", "")
    plain.setPlainText(TEXT)
    note.show_text(TEXT)
    browser = OfflineBrowser()
    browser.setHtml(TEXT)
    fields: dict[str, Field] = {"line": line, "plain": plain, "note": note, "preview": browser}
    for field in fields.values():
        field.show()
        field.activateWindow()
    return fields


def _ask_another_program() -> Any:
    asked = subprocess.Popen([sys.executable, str(BYSTANDER)], stdout=subprocess.PIPE)
    while asked.poll() is None:  # this program serves the clipboard meanwhile
        _wait(0.02)
    assert asked.stdout is not None
    return json.loads(asked.stdout.read())


def _wait(seconds: float) -> None:
    end = time.monotonic() + seconds
    loop = QEventLoop()
    while time.monotonic() < end:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        time.sleep(0.005)


if __name__ == "__main__":
    main()

"""The recovery code on the clipboard, hidden from its history and gone after 30 s (SPEC §5, 15)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

from managernotes_ui.common.private_copy import private_text

STAYS_MS = 30_000


class CodeClipboard(QObject):
    """Belongs to the clipboard, because the page may be left before the time is up."""

    def __init__(self, clipboard: QClipboard, stays_ms: int = STAYS_MS) -> None:
        super().__init__(clipboard)
        self._clipboard = clipboard
        self._text = ""
        self._timer = QTimer(self, interval=stays_ms, singleShot=True)
        self._timer.timeout.connect(self.clear)

    def copy(self, text: str) -> None:
        """Put the code on the clipboard; the time begins anew."""
        self._text = text
        self._clipboard.setMimeData(private_text(text))
        self._timer.start()

    @Slot()
    def clear(self) -> None:
        """Empty the clipboard, unless something else is on it by now."""
        if self._text and self._clipboard.text() == self._text:
            self._clipboard.clear()
        self._text = ""
        self._timer.stop()

"""Sees to every copy that leaves the app: marked as private, and taken back after a minute."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QClipboard

from managernotes_ui.common.private_copy import OURS, forget_private_copy, private_text

STAYS_MS = 60_000
"""How long a copy stays (SECURITY-DESIGN §5 no. 5)."""


class ClipboardGuard(QObject):
    """Whatever part of the app copied it, by key, menu or selection, and however it did.

    A bare text of ours is dressed before anybody can ask for it: X11 and Wayland ask through the
    very event loop that this is called from.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject, *, stays_ms: int = STAYS_MS) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._timer = QTimer(self, interval=stays_ms, singleShot=True)
        self._timer.timeout.connect(self._on_time_up)
        clipboard.dataChanged.connect(self._on_copied)
        clipboard.selectionChanged.connect(self._on_selected)

    @Slot()
    def take_back(self) -> None:
        """Empty the clipboard and the selection, unless something else is there by now.

        Without a copy of ours it does not look: another program's content may have to be waited
        for.
        """
        if self._timer.isActive():
            self._timer.stop()
            forget_private_copy(self._clipboard)

    @Slot()
    def _on_time_up(self) -> None:
        forget_private_copy(self._clipboard)

    @Slot()
    def _on_copied(self) -> None:
        if self._clipboard.ownsClipboard():
            self._dress(QClipboard.Mode.Clipboard)

    @Slot()
    def _on_selected(self) -> None:
        if self._clipboard.ownsSelection():
            self._dress(QClipboard.Mode.Selection)

    def _dress(self, mode: QClipboard.Mode) -> None:
        content = self._clipboard.mimeData(mode)
        if content is None or not content.hasText():
            return
        if content.hasFormat(OURS):
            self._timer.start()
        else:  # and hear of it again
            self._clipboard.setMimeData(private_text(content.text()), mode)

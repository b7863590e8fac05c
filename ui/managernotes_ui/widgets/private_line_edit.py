"""A one-line field whose copies ask clipboard histories not to keep them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from managernotes_ui.common.private_copy import private_text


class PrivateLineEdit(QLineEdit):
    """Qt's own copy and cut put bare text on the clipboard; by key, these do not.

    What the context menu copies is dressed a moment later, by the clipboard's guard.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut with the hints."""
        copies = event.matches(QKeySequence.StandardKey.Copy)
        cuts = event.matches(QKeySequence.StandardKey.Cut) and not self.isReadOnly()
        shown = self.echoMode() is QLineEdit.EchoMode.Normal
        if not (shown and self.hasSelectedText() and (copies or cuts)):
            super().keyPressEvent(event)
            return
        QGuiApplication.clipboard().setMimeData(private_text(self.selectedText()))
        if cuts:
            self.del_()
        event.accept()

"""Keeps every window of the app, dialogs included, out of recordings while that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from managernotes_ui.locking.capture_shield import CaptureShield, Exclusion

NEVER_SHARED = "never-shared"
"""The property of a window that stays out of recordings whatever is chosen for the others."""


class CaptureGuard(QObject):
    """Asks the shield for each top-level window as it is shown, and again when the choice changes.

    Where nothing can be asked it does not even look at events.
    """

    def __init__(self, qt: QApplication, shield: CaptureShield, *, hidden: bool) -> None:
        super().__init__(qt)
        self._shield = shield
        self._hidden = hidden
        self._works = shield.exclusion is not Exclusion.IMPOSSIBLE
        if self._works:
            qt.installEventFilter(self)

    def set_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Change the choice for the windows there are and for all that come."""
        if not self._works or hidden == self._hidden:
            return
        self._hidden = hidden
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                self._ask(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice each window that comes up, and each one that the system made anew."""
        is_new = event.type() in {QEvent.Type.Show, QEvent.Type.WinIdChange}
        if is_new and isinstance(watched, QWidget) and watched.isWindow() and watched.isVisible():
            self._ask(watched)
        return False

    def _ask(self, window: QWidget) -> None:
        hidden = self._hidden or bool(window.property(NEVER_SHARED))
        self._shield.hide(int(window.winId()), hidden=hidden)

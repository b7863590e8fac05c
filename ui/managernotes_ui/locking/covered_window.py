"""One window under the veil: what lies in it is hidden, and comes back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from managernotes_ui.locking.veil import Veil
from managernotes_ui.style.theme import Theme

COVERS_ITSELF = "covers-itself"
"""The property of a window that shows nothing at rest, and needs no veil."""
_PASSING = {Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen}


class CoveredWindow(QObject):
    """Covers at once; `come_back` shows again what was hidden, with the keyboard where it was.

    `wanted_back` follows a click on the veil, or the window system giving it the keyboard.
    """

    wanted_back = Signal()

    def __init__(self, theme: Theme, window: QWidget, title: str, text: str) -> None:
        super().__init__(window)
        self.window = window
        self._focus = window.focusWidget()
        self._hidden = [part for part in _parts(window) if part.isVisible()]
        self.veil = Veil(theme, window, title, text)
        self.veil.pressed.connect(self._on_pressed)
        for part in self._hidden:
            part.hide()
        self.veil.show()
        self.veil.raise_()
        if window.isActiveWindow():
            self.veil.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.veil.repaint()
        window.installEventFilter(self)

    def answer(self, action: QAction) -> None:
        """Let the keys of an action work under the veil."""
        self.veil.addAction(action)

    def come_back(self) -> None:
        """Show what is there: caret, selection and scroll are the widgets' own and never left."""
        self.window.removeEventFilter(self)
        self.veil.hide()
        self.veil.deleteLater()
        self.deleteLater()
        for part in self._hidden:
            if isValid(part):
                part.show()
        if self._focus is not None and isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come back when the window is given the keyboard."""
        if watched is self.window and event.type() == QEvent.Type.WindowActivate:
            self.wanted_back.emit()
        return False

    def _on_pressed(self) -> None:
        self.window.activateWindow()
        self.wanted_back.emit()


def may_be_covered(window: QWidget) -> bool:
    """Whether a top-level window is one that stays and wants a veil, no menu, list or tooltip."""
    return _stays(window) and not window.property(COVERS_ITSELF)


def close_what_passes() -> None:
    """Close menus, lists and tooltips: they hang over the window and may show names."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and window.windowType() in _PASSING:
            window.hide()


def close_other_windows(main: QWidget) -> None:
    """Close and destroy every dialog and window beside the main one."""
    for window in QApplication.topLevelWidgets():
        if window is not main and _stays(window):
            window.hide()
            window.close()
            window.deleteLater()


def behind(window: QWidget) -> list[QWidget]:
    """Return the windows that a dialog stands before: they are on show together with it."""
    found = []
    while isinstance(window, QDialog) and (parent := window.parentWidget()) is not None:
        window = parent.window()
        found.append(window)
    return found


def _stays(window: QWidget) -> bool:
    return window.isVisible() and window.windowType() not in _PASSING


def _parts(window: QWidget) -> list[QWidget]:
    parts = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [part for part in parts if not part.isWindow() and not isinstance(part, Veil)]

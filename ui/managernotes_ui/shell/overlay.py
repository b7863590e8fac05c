"""A sheet over the window: a scrim below it, the focus kept in it and given back (SPEC §5.5)."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsOpacityEffect, QWidget
from shiboken6 import isValid

from managernotes_ui.common.actions import Actions
from managernotes_ui.shell.focus_round import go_round
from managernotes_ui.shell.scrim import Scrim
from managernotes_ui.style.theme import Theme

FADE_MS = 120
RADIUS = 8
STILL_WORK = frozenset({"lock", "quit"})
"""Actions whose keys work over a sheet; every other key belongs to the sheet."""


GROUND = "sheet-ground"
"""A property of the widget over which sheets lie: all of the open vault, and gone with it."""


def ground_of(widget: QWidget) -> QWidget:
    """Return what a sheet that is wanted inside a widget is laid over."""
    at: QWidget = widget
    while not at.property(GROUND) and (above := at.parentWidget()) is not None:
        at = above
    return at


class OverlaySheet(QFrame):
    """The raised ground with the `control` border on which an overlay's content lies."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.control, 1))
        painter.setBrush(self._theme.tokens.raised)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS - 0.5, RADIUS - 0.5)
        painter.end()


class Overlay(Scrim):
    """Covers its parent while it is shown; Esc or a click beside the sheet puts it away.

    A subclass fills `sheet` and says where it lies in `place_sheet`.
    """

    put_away = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._actions = actions
        self._came_from: QWidget | None = None
        self.sheet = OverlaySheet(theme, self)
        parent.installEventFilter(self)
        self.pressed.connect(self.close_sheet)
        theme.changed.connect(self._on_theme_changed)

    def place_sheet(self) -> None:
        """Give the sheet its geometry for the present size of the window."""

    def show_sheet(self, first: QWidget) -> None:
        """Lay the sheet over the window, with the keyboard in `first`."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self._cover()
        self.show()
        self.raise_()
        self._fade_in()
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_sheet(self) -> None:
        """Put the sheet away and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self.hide()
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.put_away.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep the window's keys away: what lies below must not answer them."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(not self._still_works(cast("QKeyEvent", event)))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key that nothing in the sheet wanted."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the sheet away for a click beside it."""
        if self.sheet.geometry().contains(event.position().toPoint()):
            event.accept()
        else:
            super().mousePressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Go round the controls of the sheet only."""
        go_round(self, forwards=next)
        return True

    def _cover(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.place_sheet()

    def _still_works(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        return any(
            pressed in action.shortcuts()
            for spec, action in self._actions
            if spec.name in STILL_WORK
        )

    def _fade_in(self) -> None:
        if not self._theme.motion:
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]
        fade.start()

    def _on_theme_changed(self) -> None:
        if self.isVisible():
            self.place_sheet()
            self.update()

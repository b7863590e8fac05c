"""When a covered text shows nevertheless: under a resting pointer, or while Space is held (§8)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCursor,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

from managernotes_ui.style.theme import Theme

RESTS_MS = 300
"""How long the pointer rests on a line before it shows its own (SPEC §8)."""
LEFT_MS = 1_000
"""How long a line stays after the pointer has left it."""

_AWAY = frozenset(
    {QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.WindowDeactivate, QEvent.Type.Wheel}
)


class Uncover(QObject):
    """Watches an area and the keys of a widget; `changed` follows when others are to be drawn.

    Selecting alone shows nothing. `under` tells what lies at a point of the area, None for
    nothing; without it the whole area is one. Without `keys` Space keeps its other meaning.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        area: QWidget,
        keys: QWidget | None,
        under: Callable[[QPoint], Hashable | None] | None = None,
    ) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._keys = keys
        self._at = under or _whole
        self._here: Hashable | None = None
        self._open: dict[Hashable, QTimer] = {}
        self._holds_space = False
        self._rest = QTimer(self, interval=RESTS_MS, singleShot=True)
        self._rest.timeout.connect(self._on_rested)
        area.setMouseTracking(True)
        area.installEventFilter(self)
        if keys is not None and keys is not area:
            keys.installEventFilter(self)
        theme.cover_changed.connect(self.cover)

    @property
    def tells(self) -> bool:
        """Whether a screen reader may be told the words: only while Space is held."""
        return self._holds_space or not self._theme.cover.texts

    def shows(self, what: Hashable = True) -> bool:  # noqa: FBT002 - any name for a line
        """Whether a line is to be drawn with its words."""
        return self.tells or what in self._open

    @Slot()
    def cover(self) -> None:
        """Cover everything; what rests under the pointer begins anew."""
        was_open = bool(self._open) or self._holds_space
        for timer in self._open.values():
            timer.stop()
            timer.deleteLater()
        self._open.clear()
        self._here, self._holds_space = None, False
        self._rest.stop()
        if was_open:
            self._tell()

    @Slot()
    def look_again(self) -> None:
        """Find out what lies under the pointer now: the lines have moved under it."""
        if not self._theme.cover.texts or not isValid(self._area):
            return  # a list that is being destroyed still moves its scroll bar
        if self._area.underMouse():
            self._move_to(self._at(self._area.mapFromGlobal(QCursor.pos())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the pointer and the key."""
        if not self._theme.cover.texts:
            return False
        kind = event.type()
        if watched is self._area:
            if kind in {QEvent.Type.MouseMove, QEvent.Type.Enter}:
                self._move_to(self._at(cast("QMouseEvent", event).position().toPoint()))
            elif kind in _AWAY:
                self._move_to(None)
        return watched is self._keys and self._takes(event)

    def _takes(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self._hold(holds=False)
        is_key = kind in {
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
        }
        if not is_key or not _is_space(cast("QKeyEvent", event)):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()
        elif not cast("QKeyEvent", event).isAutoRepeat():
            self._hold(holds=kind == QEvent.Type.KeyPress)
        return True

    def _hold(self, *, holds: bool) -> None:
        if holds != self._holds_space:
            self._holds_space = holds
            self._tell()
            if holds and (words := self._aloud()):
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._area, words))

    def _aloud(self) -> str:
        """Return what a screen reader is told when Space is pressed; empty for nothing."""
        return ""

    def _move_to(self, what: Hashable | None) -> None:
        if what == self._here:
            if self._rest.isActive():
                self._rest.start()
            return
        if self._here in self._open:
            self._open[self._here].start()
        self._here = what
        self._rest.stop()
        if what in self._open:
            self._open[what].stop()
        elif what is not None:
            self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        what = self._here
        if what is None or what in self._open:
            return
        leaving = QTimer(self, interval=LEFT_MS, singleShot=True)
        leaving.timeout.connect(lambda: self._close(what))
        self._open[what] = leaving
        self._tell()

    def _close(self, what: Hashable) -> None:
        timer = self._open.pop(what, None)
        if timer is not None:
            timer.deleteLater()
            self._tell()

    def _tell(self) -> None:
        self._area.update()
        self.changed.emit()


class RowCover(Uncover):
    """The lines of a list, by their row; another model's rows are covered at first."""

    def __init__(self, theme: Theme, view: QAbstractItemView, *, takes_space: bool = True) -> None:
        super().__init__(theme, view.viewport(), view if takes_space else None, self._row_at)
        self._view = view
        view.model().modelReset.connect(self._on_reset)
        view.verticalScrollBar().valueChanged.connect(self.look_again)

    def _aloud(self) -> str:
        words = self._view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        return words if isinstance(words, str) else ""

    @Slot()
    def _on_reset(self) -> None:
        self.cover()
        QTimer.singleShot(0, self, self.look_again)

    def _row_at(self, point: QPoint) -> Hashable | None:
        index = self._view.indexAt(point)
        return index.row() if index.isValid() else None


def _whole(_point: QPoint) -> Hashable | None:
    return True


def _is_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier

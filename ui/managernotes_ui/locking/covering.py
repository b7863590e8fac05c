"""Covers every window of the app when the person turns to another one (SPEC §8, veil)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from managernotes_ui.common.strings import locking as strings
from managernotes_ui.locking.covered_window import (
    CoveredWindow,
    behind,
    close_what_passes,
    may_be_covered,
)
from managernotes_ui.style.theme import Theme


class Covering(QObject):
    """Works while a vault is open.

    As long as one window of the app has the keyboard, none is covered: its own dialogs, menus and
    quick line never bring the veil.
    """

    def __init__(self, qt: QApplication, theme: Theme, main: QWidget) -> None:
        super().__init__(main)
        self._away = qt.applicationState() is not Qt.ApplicationState.ApplicationActive
        self._theme = theme
        self._main = main
        self._wanted = True
        self._save: Callable[[], None] | None = None
        self._lock: QAction | None = None
        self._covered: dict[QWidget, CoveredWindow] = {}
        qt.applicationStateChanged.connect(self._on_state_changed)
        main.installEventFilter(self)

    @property
    def covers(self) -> bool:
        """Whether the main window is covered."""
        return self._main in self._covered

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Follow the setting; a window that is covered stays so until it is wanted back."""
        self._wanted = wanted

    def watch(self, save: Callable[[], None], lock: QAction) -> None:
        """Begin with an open vault: how what is typed is saved, and what locks it.

        One that opens while the person is elsewhere is covered from the beginning.
        """
        self._save, self._lock = save, lock
        if self._away and self._wanted:
            self.cover()

    def rest(self) -> None:
        """End with the vault: other content is in the window by now, and no veil covers that."""
        self._save = self._lock = None
        self.come_back()

    def cover(self) -> None:
        """Save what is typed, then cover every window there is."""
        if self._save is not None:
            self._save()
            self._cover_all()

    def cover_for_lock(self) -> None:
        """Cover all, say that it is being locked, and let no click bring anything back."""
        self._cover_all()
        for covered in self._covered.values():
            covered.blockSignals(True)
            covered.veil.say(strings.LOCKING, strings.LOCKING_TEXT)
            covered.veil.repaint()

    def come_back(self) -> None:
        """Uncover everything."""
        for window in tuple(self._covered):
            self._uncover(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window that is being minimised: its picture may stay on show elsewhere."""
        is_minimised = event.type() == QEvent.Type.WindowStateChange and self._main.isMinimized()
        if is_minimised and watched is self._main and self._wanted:
            self.cover()
        return False

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        self._away = state is not Qt.ApplicationState.ApplicationActive
        if self._away and self._wanted:
            self.cover()

    def _cover_all(self) -> None:
        close_what_passes()
        for window in QApplication.topLevelWidgets():
            if window not in self._covered and may_be_covered(window):
                self._cover(window)

    def _cover(self, window: QWidget) -> None:
        covered = CoveredWindow(self._theme, window, strings.COVERED, strings.COVERED_TEXT)
        if self._lock is not None:
            covered.answer(self._lock)
        covered.wanted_back.connect(lambda: self._on_wanted_back(window))
        window.destroyed.connect(lambda: self._covered.pop(window, None))
        self._covered[window] = covered

    def _on_wanted_back(self, window: QWidget) -> None:
        for one in (window, *behind(window)):
            self._uncover(one)

    def _uncover(self, window: QWidget) -> None:
        covered = self._covered.pop(window, None)
        if covered is not None:
            covered.come_back()

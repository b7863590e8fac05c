"""The way from an open vault to a locked window: covered at once, saved, then destroyed."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QDrag, QGuiApplication

from managernotes_ui.locking.clipboard_guard import ClipboardGuard
from managernotes_ui.locking.covered_window import close_other_windows
from managernotes_ui.locking.covering import Covering
from managernotes_ui.shell.main_window import MainWindow
from managernotes_ui.shell.open_vault import OpenVault


class Locker(QObject):
    """Does one lock at a time.

    The window shows nothing of the vault from the moment it begins, however long the vault's
    thread is busy; the vault is shut only once every text is on disk.

    `ended` brings whether it is locked: a text that the disk has no room for keeps it open.
    """

    ended = Signal(bool)

    def __init__(self, window: MainWindow, covering: Covering, clipboard: ClipboardGuard) -> None:
        super().__init__(window)
        self._window = window
        self._covering = covering
        self._clipboard = clipboard
        self._vault: OpenVault | None = None

    def lock(self, vault: OpenVault, *, by_hand: bool) -> None:
        """Begin, unless it has begun; by hand a second time it locks without the unsaved text."""
        if self._vault is not None:
            return
        if not vault.may_lock(by_hand=by_hand):
            self._stay_open(by_hand=by_hand)
            return
        self._vault = vault
        if QGuiApplication.mouseButtons():
            QDrag.cancel()  # what is dragged out of a note is not dropped elsewhere any more
        self._covering.cover_for_lock()
        self._clipboard.take_back()
        vault.hand_over(lambda: self._on_handed_over(vault, by_hand=by_hand))

    def forget(self) -> None:
        """Drop a lock that has begun: the app ends, and shuts the vault itself."""
        self._vault = None

    def _on_handed_over(self, vault: OpenVault, *, by_hand: bool) -> None:
        if self._vault is not vault:
            return
        self._vault = None
        if not vault.may_lock(by_hand=by_hand):
            self._covering.come_back()
            self._stay_open(by_hand=by_hand)
            return
        close_other_windows(self._window)
        vault.close()
        self.ended.emit(True)
        self._covering.rest()
        QTimer.singleShot(0, self, self._let_go)

    def _stay_open(self, *, by_hand: bool) -> None:
        """Say why where somebody asked; where nobody did, cover what must stay in memory."""
        if not by_hand:
            self._covering.cover()
        self.ended.emit(False)

    @Slot()
    def _let_go(self) -> None:
        """Free what Python still holds of the vault's pages."""
        gc.collect()

"""Everything that locks or covers an open vault without being part of it, in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from managernotes.settings import Settings
from managernotes_ui.locking.capture_guard import CaptureGuard
from managernotes_ui.locking.capture_shield import shield_of_this_system
from managernotes_ui.locking.clipboard_guard import ClipboardGuard
from managernotes_ui.locking.covering import Covering
from managernotes_ui.locking.system_events import NoSource, SystemEvents, SystemSource
from managernotes_ui.shell.idle import IdleWatch
from managernotes_ui.shell.locker import Locker
from managernotes_ui.shell.main_window import MainWindow
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.style.theme import Theme

SECONDS_A_MINUTE = 60
LISTEN_AFTER_MS = 400
"""The first rows come first; what listens to the system is loaded behind them."""


class Guard(QObject):
    """Watches over one vault at a time; `locked` follows when its views are gone."""

    locked = Signal()

    def __init__(
        self, qt: QApplication, theme: Theme, window: MainWindow, chosen: Settings
    ) -> None:
        super().__init__(window)
        self._vault: OpenVault | None = None
        self._source: SystemSource = NoSource()
        self._system = SystemEvents(self)
        self._idle = IdleWatch(chosen.auto_lock_minutes * SECONDS_A_MINUTE, parent=self)
        self._covering = Covering(qt, theme, window)
        self._locker = Locker(window, self._covering, ClipboardGuard(qt.clipboard(), window))
        shield = shield_of_this_system()
        self._sharing = CaptureGuard(qt, shield, hidden=chosen.keep_out_of_sharing)
        qt.installEventFilter(self._idle)
        self._idle.idle.connect(self.lock_unasked)
        self._system.locked.connect(self.lock_unasked)
        self._system.sleeping.connect(self._on_sleeping)
        self._locker.ended.connect(self._on_lock_ended)

    def obey(self, source: SystemSource) -> None:
        """Lock when the system says that it locks or sleeps; asked once a vault has been opened."""
        self._source = source

    def follow(self, chosen: Settings) -> None:
        """Put the settings in force."""
        self._idle.set_seconds(chosen.auto_lock_minutes * SECONDS_A_MINUTE)
        self._covering.set_wanted(chosen.cover_on_focus_loss)
        self._sharing.set_hidden(chosen.keep_out_of_sharing)

    def watch(self, vault: OpenVault) -> None:
        """Begin with a vault that has just been opened."""
        self._vault = vault
        self._idle.watch()
        self._covering.watch(vault.keep, vault.lock_action)
        vault.discreet_view.opened.connect(self._covering.cover)
        QTimer.singleShot(LISTEN_AFTER_MS, self, self._listen)

    def may_quit(self, vault: OpenVault) -> bool:
        """Save all that is typed; whether nothing is left that only a second quit may drop."""
        self._locker.forget()
        vault.hand_over_here()
        if vault.may_quit():
            return True
        self._covering.come_back()
        return False

    def rest(self) -> None:
        """Have no vault any more."""
        self._vault = None
        self._idle.rest()
        self._covering.rest()

    def lock(self) -> None:
        """Lock because the person says so."""
        if self._vault is not None:
            self._locker.lock(self._vault, by_hand=True)

    @Slot()
    def lock_unasked(self) -> None:
        """Lock because nobody is there, or the system says so.

        Text that the disk has no room for is not given up for it: it is covered instead.
        """
        if self._vault is not None:
            self._locker.lock(self._vault, by_hand=False)

    @Slot()
    def _listen(self) -> None:
        self._source.start(self._system)

    @Slot()
    def _on_sleeping(self) -> None:
        """Lock before the computer sleeps, and let it sleep once what was typed is on disk."""
        if self._vault is None:
            self._source.ready_to_sleep()
        else:
            self.lock_unasked()

    @Slot(bool)
    def _on_lock_ended(self, locked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._source.ready_to_sleep()
        if not locked:
            self._idle.watch()
            return
        self._vault = None
        self._idle.rest()
        self.locked.emit()
        self._covering.rest()  # after other content is in the window

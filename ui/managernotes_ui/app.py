"""The composition root: what the app is made of, and the way between locked and open."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from managernotes.clock import Clock, SystemClock
from managernotes.errors import ManagerNotesError
from managernotes.paths import default_vault, remember_vault, settings_file, usual_vault
from managernotes.services.keys import KeyringPort, OsKeyring
from managernotes.services.ways_in import WayIn
from managernotes.settings import Settings
from managernotes_ui.common.collector import MainThreadCollector
from managernotes_ui.common.private_copy import forget_private_copy
from managernotes_ui.common.quiet_qt import keep_qt_quiet
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.locking.system_events import SystemSource, source_of_this_system
from managernotes_ui.shell import commands
from managernotes_ui.shell.guard import Guard
from managernotes_ui.shell.main_window import MainWindow
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.sealed_note import SealedNote
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.shell.single_instance import Request, SingleInstance
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.theme_controller import Appearance, ThemeController
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.gatekeeper import Gatekeeper
from managernotes_ui.widgets.focus_ring import FocusRing


def run(vault: Path, request: Request, instance: SingleInstance) -> int:
    """Open the one window on a vault, which this process has claimed; the exit code."""
    keep_qt_quiet()
    qt = QApplication([strings.APP])
    qt.setApplicationName(strings.APP)
    qt.setDesktopFileName("managernotes")
    instance.listen()
    collector = MainThreadCollector(qt)
    app = ManagerNotes(qt, vault.absolute(), SystemClock(), OsKeyring(), instance.move_to)
    instance.requested.connect(app.answer)
    source = app.obey_the_system()
    app.answer(request)
    try:
        return qt.exec()
    finally:
        source.close()
        forget_private_copy(qt.clipboard())
        collector.close()
        instance.release()


class ManagerNotes(QObject):
    """The running app: one window, one vault, locked or open.

    `claim` asks for another vault to be this window's; it is False when another window has it.
    """

    def __init__(
        self,
        qt: QApplication,
        vault: Path,
        clock: Clock,
        keyring: KeyringPort,
        claim: Callable[[Path], bool] = lambda _vault: True,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._claim = claim
        self._vault = vault
        self._chosen_here = False
        self._expected = vault == default_vault() != usual_vault()
        self._clock = clock
        self._keyring = keyring
        self._settings = SettingsKeeper(settings_file(), self)
        chosen = self._settings.settings
        self._theme = Theme(text_scale=chosen.text_scale, parent=self)
        self._theme.apply(qt)
        self._appearance = ThemeController(qt, self._theme, Appearance(chosen.theme.value))
        self._ring = FocusRing(qt, self._theme)
        self._window = MainWindow(base64.b64decode(chosen.window_geometry))
        self._guard = Guard(qt, self._theme, self._window, chosen)
        self._gate: GateView | None = None
        self._open: OpenVault | None = None
        self._capture_first = False
        self._sealed = SealedNote(self._theme, clock, self)
        self._restoring: WayIn | None = None
        self._connect()
        self._show_gate(by_hand=False)

    @Slot(Request)
    def answer(self, request: Request) -> None:
        """Come forward, or offer the quick line; while locked it is sealed.

        While the keyring is being asked it waits for the answer, and before a vault that takes no
        sealed notes it waits for the unlock.
        """
        if request is Request.CAPTURE and self._open is not None:
            self._open.show_quick_window()
        elif request is Request.CAPTURE and self._takes_sealed:
            self._sealed.offer()
        else:
            self._capture_first = request is Request.CAPTURE
            self._window.come_forward()

    @Slot()
    def lock(self) -> None:
        """Cover the window, save what is typed, close the vault, destroy every view of it."""
        self._restoring = None
        self._guard.lock()

    def obey_the_system(self) -> SystemSource:
        """Lock when the system locks or sleeps, and return what tells of it, to be closed."""
        source = source_of_this_system(self._window)
        self._guard.obey(source)
        return source

    @property
    def _takes_sealed(self) -> bool:
        gate = self._gate
        return gate is not None and gate.takes_notes and not gate.is_opening

    def _connect(self) -> None:
        self._guard.locked.connect(self._on_locked)
        self._settings.changed.connect(self._on_settings)
        self._window.closing.connect(self._on_closing)

    def _show_gate(self, *, by_hand: bool) -> None:
        keeper = Gatekeeper(self._vault, self._clock, self._keyring)
        gate = GateView(self._theme, keeper, locked_by_hand=by_hand, expected=self._expected)
        gate.opened.connect(self._on_opened)
        gate.vault_chosen.connect(self._on_vault_chosen)
        gate.note_wanted.connect(self._on_note_wanted)
        gate.waits_for_person.connect(self._on_not_opened)
        self._sealed.turn_to(self._vault)
        QShortcut(QKeySequence(commands.QUIT.keys[0]), gate, self._window.close)
        self._gate = gate
        self._window.show_content(gate)

    @Slot()
    def _on_locked(self) -> None:
        self._open = None
        self._show_gate(by_hand=True)
        if self._restoring is not None and self._gate is not None:
            self._gate.open_by(self._restoring)

    @Slot()
    def _on_note_wanted(self) -> None:
        """Offer the sealed line, once it is certain that the keyring does not open the vault."""
        self._capture_first = not self._takes_sealed
        if self._takes_sealed:
            self._sealed.offer()

    @Slot()
    def _on_not_opened(self) -> None:
        if self._capture_first and self._takes_sealed:
            self._capture_first = False
            self._sealed.offer()

    @Slot(object)
    def _on_opened(self, session: Session) -> None:
        self._expected = True
        gate, self._gate = self._gate, None
        first = gate.first_person if gate is not None else None
        self._open = OpenVault(self._theme, session, self._settings)
        self._open.lock_wanted.connect(self.lock)
        self._open.quit_wanted.connect(self._window.close)
        self._open.restore_wanted.connect(self._on_restore_wanted)
        self._open.moved.connect(lambda place: self._on_moved(place, session))
        self._window.show_content(self._open.view)
        if self._chosen_here:
            self._remember_place(session)
        self._open.begin(first)
        self._guard.watch(self._open)
        self._on_settings(self._settings.settings)
        if self._capture_first:
            self._capture_first = False
            self._open.show_quick_window()
        if self._restoring is not None:
            self._restoring = None
            self._open.view.warn(strings.RESTORED, strings.RESTORED_ADVICE)

    @Slot(object)
    def _on_restore_wanted(self, way: WayIn) -> None:
        """Shut the vault and open it by way of a backup, unless text would be lost."""
        if self._open is not None and self._open.may_lock(by_hand=True):
            self._restoring = way
            self._guard.lock()

    def _on_moved(self, place: Path, session: Session) -> None:
        self._claim(place)
        self._vault, self._chosen_here = place, True
        self._remember_place(session)

    def _remember_place(self, session: Session) -> None:
        """Find a vault again that was chosen or made in the window at a place of its own."""
        try:
            remember_vault(self._vault)
        except ManagerNotesError as error:
            session.failed.emit(error)

    @Slot(object)
    def _on_vault_chosen(self, vault: Path) -> None:
        if vault != self._vault and not self._claim(vault):
            return  # it is open in another window, which comes forward
        self._vault, self._chosen_here, self._expected = vault, True, False
        self._show_gate(by_hand=False)

    @Slot(object)
    def _on_settings(self, chosen: Settings) -> None:
        self._theme.set_text_scale(chosen.text_scale)
        self._appearance.set_appearance(Appearance(chosen.theme.value))
        self._guard.follow(chosen)

    @Slot(QCloseEvent)
    def _on_closing(self, event: QCloseEvent) -> None:
        """Shut the vault; text that could not be saved holds the window open, once."""
        if self._open is not None and not self._guard.may_quit(self._open):
            event.ignore()
            return
        geometry = base64.b64encode(self._window.saveGeometry().data()).decode()
        self._settings.change(window_geometry=geometry)
        if self._gate is not None:
            self._gate.leave()
        if self._open is not None:
            self._open.close()
            self._open = None
            self._guard.rest()
        self._sealed.leave()

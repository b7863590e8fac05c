"""What stands before an open vault: the lock, the first run, or a page about the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.errors import ManagerNotesError
from managernotes.services.keys import FileState, SlotKind
from managernotes.services.protecting import note_event
from managernotes.services.slot_dates import SlotEvent
from managernotes.services.ways_in import WayIn
from managernotes_ui.common.session import Session
from managernotes_ui.style.theme import Theme
from managernotes_ui.unlock.file_trouble import Trouble, trouble_of_error, trouble_of_state
from managernotes_ui.unlock.gatekeeper import Gatekeeper
from managernotes_ui.unlock.new_way_vm import NewWayViewModel
from managernotes_ui.unlock.unlock_view import UnlockView
from managernotes_ui.unlock.unlock_vm import UnlockState, UnlockViewModel

if TYPE_CHECKING:
    from managernotes_ui.unlock.file_page import FilePage
    from managernotes_ui.unlock.first_run_view import FirstRunView
    from managernotes_ui.unlock.new_way_page import NewWayPage

_SOON_MS = 3000
"""After the first screen has been read; a date of the keyring's use can wait."""


class GateView(QWidget):
    """Looks at the files once and shows what they call for; makes nothing by itself.

    A vault that was opened at this place before is `expected` there: when it is not, that is said,
    and no new one is offered in its place.

    `first_person` is somebody who was just added in the first run, to write the first note about.
    """

    opened = Signal(object)
    vault_chosen = Signal(object)
    note_wanted = Signal()
    waits_for_person = Signal()

    def __init__(
        self,
        theme: Theme,
        gatekeeper: Gatekeeper,
        *,
        locked_by_hand: bool,
        expected: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._gatekeeper = gatekeeper
        self._locked_by_hand = locked_by_hand
        self._expected = expected
        self._vm: UnlockViewModel | None = None
        self._new_way_vm: NewWayViewModel | None = None
        self.first_person: PersonId | None = None
        self.page: UnlockView | FirstRunView | FilePage | NewWayPage
        gatekeeper.setParent(self)
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.page = self._fitting_page()
        column.addWidget(self.page)
        self.setFocusProxy(self.page)

    @property
    def takes_notes(self) -> bool:
        """Whether this is the lock of a vault that a note can be sealed for."""
        return isinstance(self.page, UnlockView) and self.page.takes_notes

    @property
    def is_opening(self) -> bool:
        """Whether a way in is being tried right now; `waits_for_person` follows if it fails."""
        return isinstance(self.page, UnlockView) and self.page.is_opening

    def leave(self) -> None:
        """Let go of whatever is under way; asked for before the window closes."""
        if not isinstance(self.page, UnlockView):
            self.page.leave()
        self._gatekeeper.close()

    def open_by(self, way: WayIn) -> None:
        """Open the vault by a way that was chosen elsewhere."""
        if self._vm is not None:
            self._vm.open_by(way)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where it is wanted."""
        super().showEvent(event)
        self.page.take_focus()

    def _fitting_page(self) -> UnlockView | FirstRunView | FilePage:
        try:
            state = self._gatekeeper.state()
            if state is FileState.FIRST_RUN and not self._expected:
                return self._first_run()
            if state is FileState.FIRST_RUN:
                return self._file_page(Trouble.NOT_THERE)
            trouble = trouble_of_state(state)
            if trouble is None:
                return self._lock()
        except ManagerNotesError as error:
            trouble = trouble_of_error(error) or Trouble.UNWRITABLE
        return self._file_page(trouble)

    def _lock(self) -> UnlockView:
        vm = UnlockViewModel(
            self._gatekeeper,
            self._gatekeeper.ways_in(),
            locked_by_hand=self._locked_by_hand,
            parent=self,
        )
        self._vm = vm
        view = UnlockView(self._theme, vm)
        vm.opened.connect(self._on_opened)
        vm.files_in_trouble.connect(self._on_trouble)
        view.other_vault_wanted.connect(self._on_other_vault_wanted)
        view.note_wanted.connect(self.note_wanted)
        vm.changed.connect(self._on_lock_changed)
        vm.begin()
        return view

    def _first_run(self) -> FirstRunView:
        from managernotes_ui.unlock.first_run_view import FirstRunView
        from managernotes_ui.unlock.first_run_vm import FirstRunViewModel

        vm = FirstRunViewModel(self._gatekeeper, parent=self)
        view = FirstRunView(self._theme, vm)
        vm.finished.connect(self._on_first_run_finished)
        view.other_vault_wanted.connect(self._on_other_vault_wanted)
        view.new_place_wanted.connect(self._on_new_vault_wanted)
        return view

    def _new_way(self, session: Session) -> NewWayPage:
        from managernotes_ui.unlock.new_way_page import NewWayPage

        vm = NewWayViewModel(session, self._gatekeeper.ways_in(), self)
        self._new_way_vm = vm
        vm.done.connect(self._on_way_set_up)
        vm.gave_up.connect(self._on_gave_up)
        return NewWayPage(self._theme, vm)

    def _file_page(self, trouble: Trouble) -> FilePage:
        from managernotes_ui.unlock.file_page import FilePage
        from managernotes_ui.unlock.rescue_vm import RescueViewModel

        rescue = RescueViewModel(self._gatekeeper, parent=self)
        page = FilePage(self._theme, trouble, rescue)
        rescue.opened.connect(self._on_opened)
        page.look_again.connect(self._on_look_again)
        page.other_vault_wanted.connect(self._on_other_vault_wanted)
        page.new_vault_wanted.connect(self._on_new_vault_wanted)
        return page

    def _show_page(self, page: UnlockView | FirstRunView | FilePage | NewWayPage) -> None:
        before, self.page = self.page, page
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(before, page)
        before.hide()
        before.deleteLater()
        self.setFocusProxy(page)
        page.show()
        page.take_focus()

    @Slot(object)
    def _on_opened(self, session: Session) -> None:
        if isinstance(self.page, UnlockView):
            self.page.forget()
        else:
            self.page.leave()
        if self._vm is not None and self._vm.recovered:
            self._show_page(self._new_way(session))
            return
        if self._vm is not None and self._vm.state.trying is SlotKind.KEYRING:
            QTimer.singleShot(_SOON_MS, session, lambda: _note_keyring_used(session))
        self.opened.emit(session)

    @Slot()
    def _on_way_set_up(self) -> None:
        assert isinstance(self._new_way_vm, NewWayViewModel)
        self.opened.emit(self._new_way_vm.session)

    @Slot()
    def _on_gave_up(self) -> None:
        self._locked_by_hand = True
        self._on_look_again()

    @Slot(object)
    def _on_lock_changed(self, state: UnlockState) -> None:
        if state.trying is None:
            self.waits_for_person.emit()

    @Slot(object, object)
    def _on_first_run_finished(self, session: Session, first: PersonId | None) -> None:
        self.first_person = first
        self.opened.emit(session)

    @Slot(object)
    def _on_trouble(self, trouble: Trouble) -> None:
        self._show_page(self._file_page(trouble))

    @Slot()
    def _on_look_again(self) -> None:
        self._show_page(self._fitting_page())

    @Slot()
    def _on_other_vault_wanted(self) -> None:
        from managernotes_ui.unlock.vault_dialogs import ask_for_vault

        ask_for_vault(self, self._gatekeeper.vault, self._on_chosen)

    @Slot()
    def _on_new_vault_wanted(self) -> None:
        from managernotes_ui.unlock.vault_dialogs import ask_for_folder

        ask_for_folder(self, self._gatekeeper.vault, self._on_chosen)

    def _on_chosen(self, vault: Path) -> None:
        self._gatekeeper.close()
        self.vault_chosen.emit(vault)


def _note_keyring_used(session: Session) -> None:
    session.read(
        lambda workspace: note_event(workspace, SlotKind.KEYRING, SlotEvent.USED),
        done=lambda _none: None,
        failed=lambda _error: None,  # only a date
    )

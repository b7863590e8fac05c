"""What exists only while the vault is open: its desk, its pages, and the windows over them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import PersonId
from managernotes_ui.capture.capture_vm import CaptureViewModel
from managernotes_ui.capture.quick_window import QuickCaptureWindow
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import SaveKind, SaveState, Session
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.notes.revisions_page import RevisionsPage
from managernotes_ui.people.add_person import AddPersonSheet
from managernotes_ui.people.people_page import PeoplePage
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.search.search_page import SearchPage
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.shell import commands
from managernotes_ui.shell.app_menu import AppMenu
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.key_sheet import KeySheet
from managernotes_ui.shell.navigator import Navigator
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.palette import Palette
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.shell.shell_view import ShellView
from managernotes_ui.style.theme import Theme


class OpenVault(QObject):
    """Built at each unlock and destroyed at each lock, so that nothing of the vault outlives it."""

    lock_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, settings: SettingsKeeper) -> None:
        super().__init__()
        self._session = session
        self._warned = False
        session.setParent(self)
        self._desk = Desk(
            theme=theme,
            session=session,
            actions=Actions(self),
            navigator=Navigator(self),
            directory=PeopleDirectory(session, self),
            settings=settings,
        )
        self.view = ShellView(self._desk)
        self.quick_window = QuickCaptureWindow(CaptureViewModel(session, self), theme, self.view)
        self.palette = Palette(self._desk, self.view)
        self.key_sheet = KeySheet(self._desk, self.view)
        self._add_person = AddPersonSheet(self._desk, self.view)
        self._menu = AppMenu(theme, self._desk.actions, self.view)
        self._build()
        session.save_state_changed.connect(self._on_save_state)

    def begin(self, first: PersonId | None = None) -> None:
        """Show the first page: somebody to write about, or everybody."""
        self._desk.directory.reload()
        if first is None:
            self.go(Place(PageName.PEOPLE))
            self.view.remind()
            return
        self.go(Place(PageName.PERSON, person=first))
        self._desk.actions.get("compose").trigger()

    def go(self, place: Place) -> None:
        """Go somewhere."""
        self._desk.navigator.go(place)

    def show_quick_window(self) -> None:
        """Offer the quick line in its own window."""
        self.quick_window.summon()

    def may_lock(self, *, by_hand: bool) -> bool:
        """Whether nothing typed would be lost; if something would, say so.

        Asked by hand a second time, it agrees: the manager has read that text is in memory only
        and still wants the vault shut.
        """
        quick = self.quick_window.vm.unsaved
        unsaved = self.view.has_unsaved or (quick is not None and quick.characters > 0)
        if not unsaved or (by_hand and self._warned):
            return True
        self._warned = True
        self.view.warn(strings.UNSAVED_AT_LOCK, strings.UNSAVED_AT_LOCK_ADVICE)
        return False

    def close(self) -> None:
        """Hand every unsaved text to the vault, close it, and let go of all of it."""
        self.quick_window.close()
        self.view.leave()
        self._session.close()
        # The views draw models that live here, so they go first.
        self.view.destroyed.connect(self.deleteLater)
        self.view.hide()
        self.view.deleteLater()

    def _build(self) -> None:
        desk, view = self._desk, self.view
        view.set_pages(
            {
                PageName.PEOPLE: lambda: PeoplePage(desk),
                PageName.PERSON: lambda: PersonPage(desk),
                PageName.NOTE: lambda: NotePage(
                    desk.theme, desk.session, desk.actions, desk.navigator.go
                ),
                PageName.REVISIONS: lambda: RevisionsPage(
                    desk.theme, desk.session, desk.actions, desk.navigator.go
                ),
                PageName.SEARCH: lambda: SearchPage(desk),
                PageName.SETTINGS: lambda: SettingsPage(desk),
            }
        )
        desk.actions.add(commands.PALETTE, view, self.palette.offer)
        desk.actions.add(commands.KEYS, view, self.key_sheet.offer)
        desk.actions.add(commands.ADD_PERSON, view, self._add_person.offer)
        desk.actions.add(commands.MENU, view, lambda: self._menu.show_under(view.brand))
        view.quick_note_wanted.connect(self.show_quick_window)
        view.lock_wanted.connect(self.lock_wanted)
        view.quit_wanted.connect(self.quit_wanted)

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        if state.kind is SaveKind.SAVED:
            self._warned = False

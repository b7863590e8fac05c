"""What exists only while the vault is open: its desk, its pages, and the windows over them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from managernotes.domain.identity import PersonId
from managernotes_ui.common.actions import Actions, ActionSpec
from managernotes_ui.common.backup_keeper import BackupKeeper
from managernotes_ui.common.notifier import notifier_of_this_system
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import SaveKind, SaveState, Session
from managernotes_ui.common.strings import settings as setting_strings
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.shell import commands
from managernotes_ui.shell.daily_word import DailyWord, app_is_in_front
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.discreet_mode import DiscreetMode
from managernotes_ui.shell.discreet_view import DiscreetView
from managernotes_ui.shell.meeting_actions import MeetingActions
from managernotes_ui.shell.navigator import Navigator
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.page_factories import page_factories
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.shell.shell_view import ShellView
from managernotes_ui.shell.warm_up import WarmUp
from managernotes_ui.style.theme import Theme

if TYPE_CHECKING:
    from managernotes_ui.capture.quick_window import QuickCaptureWindow
    from managernotes_ui.goals.new_goal import NewGoal
    from managernotes_ui.people.add_person import AddPersonSheet
    from managernotes_ui.preparing.prepare_opener import PrepareOpener
    from managernotes_ui.shell.app_menu import AppMenu
    from managernotes_ui.shell.key_sheet import KeySheet
    from managernotes_ui.shell.palette import Palette
    from managernotes_ui.talks.plan_sheet import PlanSheet


BACKUP_AFTER_MS = 2_000
"""A backup that is due waits until the first page is drawn and read."""


class OpenVault(QObject):
    """Built at each unlock and destroyed at each lock, so that nothing of the vault outlives it."""

    lock_wanted = Signal()
    quit_wanted = Signal()
    restore_wanted = Signal(object)
    moved = Signal(Path)
    """The vault goes on at another place."""

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
            today=TodayWatch(session, self),
            settings=settings,
            backups=BackupKeeper(session, self),
            trust=TrustViewModel(session, self),
        )
        self._daily_word = DailyWord(
            self._desk.today, settings, notifier_of_this_system(), app_is_in_front, self
        )
        self._discreet = DiscreetMode(theme, session, settings, self)
        self.view = ShellView(self._desk)
        self.discreet_view = DiscreetView(self._desk, self)
        self._warm_up = WarmUp(self)
        self._build()
        session.save_state_changed.connect(self._on_save_state)

    # What lies over the pages is built when it is first wanted: the first rows come sooner so.

    @cached_property
    def quick_window(self) -> QuickCaptureWindow:
        """The quick line's own window."""
        from managernotes_ui.capture.capture_vm import CaptureViewModel
        from managernotes_ui.capture.quick_window import QuickCaptureWindow

        vm = CaptureViewModel(self._session, self)
        window = QuickCaptureWindow(vm, self._desk.theme, self.view)
        window.addAction(self.lock_action)
        return window

    @cached_property
    def palette(self) -> Palette:
        """The command palette."""
        from managernotes_ui.shell.palette import Palette

        return Palette(self._desk, self.view)

    @cached_property
    def key_sheet(self) -> KeySheet:
        """The sheet of keys."""
        from managernotes_ui.shell.key_sheet import KeySheet

        return KeySheet(self._desk, self.view)

    @cached_property
    def _add_person(self) -> AddPersonSheet:
        from managernotes_ui.people.add_person import AddPersonSheet

        return AddPersonSheet(self._desk, self.view)

    @cached_property
    def _preparing(self) -> PrepareOpener:
        from managernotes_ui.preparing.prepare_opener import PrepareOpener

        return PrepareOpener(self._desk, self.view)

    @cached_property
    def _plan_talk(self) -> PlanSheet:
        from managernotes_ui.talks.plan_sheet import PlanSheet

        return PlanSheet(self._desk, self.view)

    @cached_property
    def _new_goal(self) -> NewGoal:
        from managernotes_ui.goals.new_goal import NewGoal

        return NewGoal(self._desk, self.view, lambda: self.view.page)

    @cached_property
    def _menu(self) -> AppMenu:
        from managernotes_ui.shell.app_menu import AppMenu

        return AppMenu(self._desk.theme, self._desk.actions, self.view)

    def begin(self, first: PersonId | None = None) -> None:
        """Show the first page: somebody to write about, or what waits today."""
        self._desk.directory.reload()
        self._desk.today.reload()
        self._warm_up.start()
        self.view.check_vault()
        QTimer.singleShot(BACKUP_AFTER_MS, self._desk.backups, self._desk.backups.begin)
        self.view.tell_of_inbox()
        self._desk.trust.begin()
        if first is None:
            self.go(Place(PageName.TODAY))
            self.view.remind()
            return
        self.go(Place(PageName.PERSON, person=first))
        self._desk.actions.get("compose").trigger()

    def go(self, place: Place) -> None:
        """Go somewhere."""
        self._desk.navigator.go(place)

    def run(self, spec: ActionSpec) -> None:
        """Do what an action of the window does."""
        self._desk.actions.get(spec.name).trigger()

    def show_quick_window(self) -> None:
        """Offer the quick line in its own window."""
        self.quick_window.summon()

    def may_lock(self, *, by_hand: bool) -> bool:
        """Whether nothing typed would be lost; if something would, say so.

        Asked by hand a second time, it agrees: the manager has read that text is in memory only
        and still wants the vault shut.
        """
        if not self._has_unsaved or (by_hand and self._warned):
            return True
        self._warned = self._warned or by_hand  # unasked, nobody may have read it yet
        self.view.warn(strings.UNSAVED_AT_LOCK, strings.UNSAVED_AT_LOCK_ADVICE)
        return False

    def may_quit(self) -> bool:
        """Whether nothing typed would be lost at the end of the app; asked again, it agrees."""
        if not self._has_unsaved or self._warned:
            return True
        self._warned = True
        self.view.warn(strings.UNSAVED_AT_QUIT, strings.UNSAVED_AT_QUIT_ADVICE)
        return False

    @property
    def backups_idle(self) -> bool:
        """Whether nothing is done with backups at the moment."""
        return self._desk.backups.is_idle

    @property
    def lock_action(self) -> QAction:
        """What locks it, for windows that its keys are to work in."""
        return self._desk.actions.get(commands.LOCK.name)

    def keep(self) -> None:
        """Hand what is typed to the vault and go on as before."""
        self.view.keep()
        if self._has_quick_window:
            self.quick_window.vm.keep_draft()

    def hand_over(self, done: Callable[[], None]) -> None:
        """Hand every unsaved text to the vault; `done` follows once each is saved or refused."""
        self._leave()
        self._session.settle(done)

    def hand_over_here(self) -> None:
        """Do the same and wait for it; for the end of the app."""
        self._leave()
        self._session.settle_here()

    def close(self) -> None:
        """Hand every unsaved text to the vault, close it, and let go of all of it."""
        if self._has_quick_window:
            self.quick_window.close()
        self._leave()
        self.discreet_view.close()
        self._session.close()
        # The views draw models that live here, so they go first.
        self.view.destroyed.connect(self.deleteLater)
        self.view.hide()
        self._let_go_of_keyboard()
        self.view.deleteLater()

    def _let_go_of_keyboard(self) -> None:
        """Take the keyboard away first: one that goes with its widget is told to what is gone."""
        focus = at = QApplication.focusWidget()
        while at is not None and at is not self.view:  # across the edges of its own windows
            at = at.parentWidget()
        if focus is not None and at is not None:
            focus.clearFocus()

    @property
    def _has_unsaved(self) -> bool:
        stuck = self.view.has_unsaved or self.discreet_view.is_stuck
        return stuck or self._quick_window_holds_text()

    def _leave(self) -> None:
        if self._has_quick_window:
            self.quick_window.vm.keep_draft()
        self.discreet_view.leave()
        self.view.leave()

    @property
    def _has_quick_window(self) -> bool:
        return "quick_window" in self.__dict__

    def _quick_window_holds_text(self) -> bool:
        text = self.quick_window.vm.unsaved if self._has_quick_window else None
        return text is not None and text.characters > 0

    def _build(self) -> None:
        desk, view = self._desk, self.view
        view.set_pages(page_factories(desk))
        desk.actions.add(commands.PALETTE, view, self._offer_palette)
        desk.actions.add(commands.KEYS, view, self._offer_key_sheet)
        desk.actions.add(commands.DISCREET, view, self._discreet.toggle)
        MeetingActions(desk, view, self.discreet_view.open)
        desk.actions.add(commands.ADD_PERSON, view, self._offer_add_person)
        desk.actions.add(commands.PLAN_TALK, view, self._offer_plan_talk)
        desk.actions.add(commands.NEW_GOAL, view, self._offer_new_goal)
        desk.actions.add(commands.PREPARE, view, self._prepare)
        for spec, tab in ((commands.EVEN_HAND, "even"), (commands.LOOK_BACK, "look-back")):
            place = Place(PageName.REVIEWS, query=tab)
            desk.actions.add(spec, view, partial(self.go, place))
        desk.actions.add(commands.BACK_UP, view, self._back_up)
        desk.actions.add(commands.PROVE, view, self._prove)
        desk.actions.add(commands.PROTECTION, view, self._show_protection)
        desk.actions.add(commands.MENU, view, lambda: self._menu.show_under(view.brand))
        view.quick_note_wanted.connect(self.show_quick_window)
        view.copies_bar.check.damaged.connect(lambda _report: desk.trust.prove())
        view.lock_wanted.connect(self.lock_wanted)
        desk.backups.restore_wanted.connect(self.restore_wanted)
        view.quit_wanted.connect(self.quit_wanted)
        view.place_bar.moved.connect(self.moved)
        view.place_bar.moved.connect(desk.backups.look_again)

    def _prove(self) -> None:
        self.go(Place(PageName.SETTINGS, query=setting_strings.TRUST))
        self._desk.trust.prove()

    def _show_protection(self) -> None:
        self.go(Place(PageName.SETTINGS, query=setting_strings.PROTECTION))

    @Slot()
    def _back_up(self) -> None:
        """Make a backup where its progress and its outcome are told."""
        from managernotes_ui.common.strings import backup as backup_strings

        self.go(Place(PageName.SETTINGS, query=backup_strings.SECTION))
        self._desk.backups.back_up_now()

    @Slot()
    def _offer_palette(self) -> None:
        self.palette.offer()

    @Slot()
    def _offer_key_sheet(self) -> None:
        self.key_sheet.offer()

    @Slot()
    def _prepare(self) -> None:
        """Prepare what is chosen on the page, or ask what."""
        page = self.view.page
        self._preparing.open(None if page is None else page.to_prepare)

    @Slot()
    def _offer_plan_talk(self) -> None:
        place = self._desk.navigator.place
        self._plan_talk.offer(place.person if place is not None else None)

    @Slot()
    def _offer_new_goal(self) -> None:
        self._new_goal.offer()

    @Slot()
    def _offer_add_person(self) -> None:
        self._add_person.offer()

    @Slot(object)
    def _on_save_state(self, state: SaveState) -> None:
        if state.kind is SaveKind.SAVED:
            self._warned = False

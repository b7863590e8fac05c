"""The open vault's window content: sidebar or rail, and one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell import commands
from managernotes_ui.shell.copies_bar import CopiesBar
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.focus_round import holds
from managernotes_ui.shell.overlay import GROUND
from managernotes_ui.shell.page import BARE_PAGES, FOCUS_PAGES, Page, PageName, Place
from managernotes_ui.shell.page_frame import PageFrame
from managernotes_ui.shell.place_bar import PlaceBar
from managernotes_ui.shell.rail import Rail
from managernotes_ui.shell.reminder_bar import ReminderBar
from managernotes_ui.shell.side_pages import RAIL
from managernotes_ui.shell.sidebar import Sidebar
from managernotes_ui.shell.trouble_bar import TroubleBar
from managernotes_ui.shell.trust_bar import TrustBar
from managernotes_ui.shell.unconfirmed_bar import UnconfirmedBar

RAIL_AT = 960
"""At this width and below the sidebar becomes the rail (SPEC §3)."""

PageFactory = Callable[[], Page]


class ShellView(QWidget):
    """Holds the pages, builds each one when it is first visited, and keeps what was unsaved."""

    lock_wanted = Signal()
    quick_note_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(GROUND, True)
        self._desk = desk
        self._actions = desk.actions
        self.navigator = desk.navigator
        self._factories: Mapping[PageName, PageFactory] = {}
        self._frames: dict[PageName, PageFrame] = {}
        self._stack = QStackedWidget()
        self._trouble = TroubleBar(desk)
        self.trust_bar = TrustBar(desk)
        self._reminder = ReminderBar(desk)
        self._unconfirmed = UnconfirmedBar(desk)
        self._unconfirmed.trouble_found.connect(self.warn)
        self.place_bar = PlaceBar(desk)
        self.copies_bar = CopiesBar(desk)
        self.copies_bar.trouble_found.connect(self.warn)
        self._sidebar = Sidebar(desk)
        self._rail = Rail(desk)
        self._build()
        self._add_actions()
        self.navigator.moved.connect(self._on_moved)

    def set_pages(self, factories: Mapping[PageName, PageFactory]) -> None:
        """Tell how each page is built; a page takes what it needs from the composition root."""
        self._factories = factories
        self._sidebar.show_pages(factories)
        self._rail.show_pages(factories)
        for side in RAIL:
            if side.page in factories:
                self._actions.add(side.spec, self, partial(self.navigator.go, Place(side.page)))

    @property
    def page(self) -> Page | None:
        """The page on show."""
        frame = self._stack.currentWidget()
        return frame.page if isinstance(frame, PageFrame) else None

    @property
    def place(self) -> Place | None:
        """Where the window is."""
        return self.navigator.place

    @property
    def brand(self) -> QWidget:
        """The app's mark, under which the menu opens."""
        return self._rail.brand if self._rail.isVisible() else self._sidebar.brand

    @property
    def has_unsaved(self) -> bool:
        """Whether any page holds text that is in memory only."""
        return any(frame.page.has_unsaved for frame in self._frames.values())

    def remind(self) -> None:
        """Say what the vault asks to be reminded of."""
        self._reminder.ask()

    def tell_of_inbox(self) -> None:
        """Say what was written while the vault was locked, and what was wrong with it."""
        self._unconfirmed.ask()

    def check_vault(self) -> None:
        """Look at every page and beside the vault; only what is not right is told."""
        self.copies_bar.check.begin()

    def warn(self, title: str, advice: str) -> None:
        """Say something above the page."""
        self._trouble.say(title, advice)

    def keep(self) -> None:
        """Hand every page's unsaved text to the vault, and stay; called before it is covered."""
        for frame in self._frames.values():
            frame.page.keep()

    def leave(self) -> None:
        """Hand every page's unsaved text to the vault; called before a lock and on closing."""
        for frame in self._frames.values():
            frame.page.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Trade the sidebar for the rail when the window is narrow."""
        super().resizeEvent(event)
        self._choose_side()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.place_bar)
        column.addWidget(self.copies_bar)
        column.addWidget(self._trouble)
        column.addWidget(self.trust_bar)
        column.addWidget(self._reminder)
        column.addWidget(self._unconfirmed)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        self._rail.hide()
        self.place_bar.failed.connect(self._trouble.tell)
        self.place_bar.moved.connect(self._on_moved_elsewhere)

    def _add_actions(self) -> None:
        go = self.navigator.go
        table = (
            (commands.PAGE_STANDARDS, lambda: go(Place(PageName.STANDARDS))),
            (commands.PAGE_UNCONFIRMED, lambda: go(Place(PageName.UNCONFIRMED))),
            (commands.HAND_OVER, lambda: go(Place(PageName.HANDOVER))),
            (commands.SEARCH, lambda: go(Place(PageName.SEARCH))),
            (commands.SETTINGS, lambda: go(Place(PageName.SETTINGS))),
            (commands.BACK, self.navigator.back),
            (commands.NEW_NOTE, self._new_note),
            (commands.QUICK_NOTE, self.quick_note_wanted.emit),
            (commands.NEXT_PANE, self._next_pane),
            (commands.NEXT_TAB, lambda: self._turn_tab(1)),
            (commands.TAB_BEFORE, lambda: self._turn_tab(-1)),
            (commands.LOCK, self.lock_wanted.emit),
            (commands.QUIT, self.quit_wanted.emit),
        )
        for spec, run in table:
            self._actions.add(spec, self, run)

    @Slot()
    def _on_moved_elsewhere(self) -> None:
        self.warn(strings.GOES_ON_ELSEWHERE, strings.GOES_ON_ELSEWHERE_TEXT)

    @Slot(Place)
    def _on_moved(self, place: Place) -> None:
        before = self.page
        frame = self._frame(place.page)
        if before is not None and before is not frame.page:
            before.leave()
        self._stack.setCurrentWidget(frame)
        page = self.page
        assert page is not None
        page.show_place(place)
        self._choose_side()
        frame.take_focus()

    def _frame(self, name: PageName) -> PageFrame:
        if name not in self._frames:
            frame = PageFrame(self._factories[name](), self._desk, self._stack)
            self._frames[name] = frame
            self._stack.addWidget(frame)
        return self._frames[name]

    def _choose_side(self) -> None:
        place = self.navigator.place
        rail = self.width() <= RAIL_AT or (place is not None and place.page in FOCUS_PAGES)
        bare = place is not None and place.page in BARE_PAGES
        self._rail.setVisible(rail and not bare)
        self._sidebar.setVisible(not rail and not bare)

    def _new_note(self) -> None:
        """Write about the person on show; anywhere else the quick window asks for whom."""
        place = self.navigator.place
        if place is not None and place.page is PageName.PERSON:
            self._actions.get("compose").trigger()
        else:
            self.quick_note_wanted.emit()

    def _turn_tab(self, step: int) -> None:
        page = self.page
        if page is not None and page.tab_bar is not None:
            page.tab_bar.turn(step)
            page.take_focus()

    def _next_pane(self) -> None:
        panes = [pane for pane in self._panes() if pane.isVisible()]
        focus = QApplication.focusWidget()
        held = [index for index, pane in enumerate(panes) if holds(pane, focus)]
        wanted = panes[(held[-1] + 1) % len(panes)] if held else panes[0]
        target = wanted if wanted.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_stop(wanted)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes(self) -> list[QWidget]:
        frame = self._stack.currentWidget()
        if not isinstance(frame, PageFrame):
            return [self._sidebar, self._rail]
        around = [] if frame.is_covered else [self._sidebar, self._rail]
        return [*around, *frame.panes]


def _first_stop(pane: QWidget) -> QWidget | None:
    stops = (
        child
        for child in pane.findChildren(QWidget)
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return next(stops, None)

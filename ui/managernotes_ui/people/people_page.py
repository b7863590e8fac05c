"""The people a manager leads, A to Z: where the window begins after it was unlocked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import people as strings
from managernotes_ui.people.people_list import PeopleList
from managernotes_ui.people.people_list_delegate import REACH
from managernotes_ui.people.people_list_vm import PeopleListViewModel
from managernotes_ui.people.people_page_empty import EMPTY_ABOVE, first_person, nobody_here
from managernotes_ui.people.people_page_header import PeopleHeader
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.undo_bar import UndoBar

NARROW = 960
PADDING, NARROW_PADDING = 32, 24
WIDEST = 1120
LANE = 12
"""Width of the scroll bar, which lies in the page's margin."""
FILTER_WIDTH = 280
_NOT_YET, _LISTED, _FIRST_PERSON, _NOBODY = range(4)
_FIRST = 100
"""A stretch beside which that of the empty room counts for nothing."""

FILTER = ActionSpec(
    name="filter-people",
    title=strings.FILTER_ACTION,
    section=Section.HERE,
    keys=("/", "Ctrl+/"),
    sheet="filter the list",
    icon=Icon.LIST_FILTER,
    in_palette=False,
)
OPEN = ActionSpec(
    name="open-person",
    title=strings.OPEN,
    section=Section.HERE,
    shown="Enter",
    sheet="open their page",
    icon=Icon.USER,
    in_palette=False,
)


class PeoplePage(Page):
    """Header, filter and list; with nobody yet it teaches.

    A place that names a person chooses them; somebody who was just removed is offered back.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, dates = desk.theme, DateWords()
        self.vm = PeopleListViewModel(desk.session, desk.directory, dates, self)
        self.header = PeopleHeader(theme, dates)
        self.filter = LineEdit(theme, strings.FILTER, strings.FILTER, icon=Icon.LIST_FILTER)
        self.groups = Segments(theme, strings.GROUPS, (strings.HERE_NOW, strings.GONE))
        self.list = PeopleList(theme)
        self._tools = QWidget()
        self._first = first_person(theme, self._add_person)
        self._nobody = nobody_here(theme, self._show_all)
        self._stack = QStackedWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._removed: Person | None = None
        self._build()
        self._connect()
        on_page = Qt.ShortcutContext.WidgetWithChildrenShortcut
        desk.actions.add(FILTER, self, self._to_filter, scope=on_page)
        desk.actions.add(
            OPEN, self.list, self._open_chosen, scope=Qt.ShortcutContext.WidgetShortcut
        )

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show everybody, with the person of the place chosen."""
        self.header.show_day(self.vm.today())
        if place.person is not None:
            self.list.choose(place.person)
            self.vm.ask_after(place.person)
        self.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list; with nobody yet, onto the button that adds somebody."""
        nobody_yet = self.vm.is_read and not self.vm.people
        begin = self._first.focusProxy() if nobody_yet else self.list
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The header's buttons, the filter, the list."""
        return (self.header, self._tools, self.list)

    @property
    def footer_items(self) -> Sequence[str]:
        """How many people there are."""
        number = len(self.vm.people)
        return (strings.people(number),) if number else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and stop growing at 1120 (SPEC §3)."""
        super().resizeEvent(event)
        side = NARROW_PADDING if self.window().width() <= NARROW else PADDING
        right = side + max(0, self.width() - 2 * side - WIDEST)
        self._head.setContentsMargins(side, 0, right, 0)
        self._list_row.setContentsMargins(side - REACH, 0, right - REACH - LANE, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the filter into the list, or open the first; Esc takes the filter away."""
        pressed = watched is self.filter and event.type() == QEvent.Type.KeyPress
        if pressed and self._takes(cast("QKeyEvent", event)):
            return True
        return super().eventFilter(watched, event)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(12)
        tools.addWidget(self.filter, _FIRST)
        tools.addStretch(1)
        tools.addWidget(self.groups)
        self._head = QVBoxLayout()
        self._head.setSpacing(16)
        self._head.addWidget(self.header)
        self._head.addWidget(self._tools)
        self._list_row = QVBoxLayout()
        self._list_row.addWidget(self.list)
        listed = QWidget()
        listed.setLayout(self._list_row)
        rooms = (
            EmptyRoom(self._desk.theme, state, above=EMPTY_ABOVE)
            for state in (self._first, self._nobody)
        )
        for page in (QWidget(), listed, *rooms):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)
        self._measure()
        self._on_changed()

    def _connect(self) -> None:
        actions = self._desk.actions
        self.header.note_wanted.connect(lambda: actions.get("quick-note").trigger())
        self.header.add_wanted.connect(self._add_person)
        self.filter.textChanged.connect(self.vm.set_filter)
        self.filter.installEventFilter(self)
        self.groups.chosen.connect(lambda number: self.vm.show_gone(number == 1))
        self.list.opened.connect(self._open)
        self.vm.changed.connect(self._on_changed)
        self.vm.removed.connect(self._on_removed)
        self._desk.session.discreet.changed.connect(self._on_discreet)
        self._desk.theme.changed.connect(self._measure)

    def _takes(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_chosen()
        elif key == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == Qt.Key.Key_Escape:
            self.filter.clear()
            self.take_focus()
        else:
            return False
        return True

    def _add_person(self) -> None:
        self._desk.actions.get("add-person").trigger()

    def _show_all(self) -> None:
        """Take the filter away; with nobody here now that shows who has gone."""
        self.filter.clear()
        if not self.vm.rows:
            self.vm.show_gone(not self.vm.shows_gone)
        self.take_focus()

    def _to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _open_chosen(self) -> None:
        if self.list.person is not None:
            self._open(self.list.person)

    @Slot(object)
    def _open(self, person: PersonId) -> None:
        self._desk.navigator.go(Place(PageName.PERSON, person=person))

    @Slot()
    def _measure(self) -> None:
        self.filter.setMaximumWidth(self._desk.theme.scale.px(FILTER_WIDTH))

    @Slot()
    def _on_changed(self) -> None:
        rows = self.vm.rows
        self.list.show_rows(rows)
        self._tools.setVisible(bool(self.vm.people))
        self.groups.setVisible(self.vm.has_gone)
        self.groups.set_current(int(self.vm.shows_gone))
        nobody_yet = self.vm.is_read and not self.vm.people
        self.header.set_empty(nobody_yet)
        if not self.vm.is_read:
            self._stack.setCurrentIndex(_NOT_YET)
        elif nobody_yet:
            self._teach()
        else:
            self._stack.setCurrentIndex(_LISTED if rows else _NOBODY)
        self.footer_items_changed.emit(list(self.footer_items))

    def _teach(self) -> None:
        begins = self._stack.currentIndex() != _FIRST_PERSON
        self._stack.setCurrentIndex(_FIRST_PERSON)
        if begins and self.isVisible():
            self.take_focus()

    @Slot(object)
    def _on_removed(self, person: Person) -> None:
        self._removed = person
        words = strings.REMOVED.format(name=person.display_name)
        self._undo.offer(words, lambda: self._put_back(person.id))

    @Slot()
    def _on_discreet(self) -> None:
        """Name who was just removed as they may be named now."""
        if self._removed is not None and self._undo.isVisible():
            self._on_removed(self._desk.session.discreet.shown(self._removed))

    def _put_back(self, person: PersonId) -> None:
        self.list.choose(person)
        self.vm.put_back(person)

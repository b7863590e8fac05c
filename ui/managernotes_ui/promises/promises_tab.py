"""The tab that lists promises: what you owe, what they owe, what was kept (SPEC §7.23)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.promises.promise_actions import (
    add_promise_actions,
    promise_menu,
)
from managernotes_ui.promises.promise_delegate import REACH
from managernotes_ui.promises.promise_doings import PromiseDoings
from managernotes_ui.promises.promise_list import PromiseList
from managernotes_ui.promises.promises_empty import nothing_shown, nothing_yet
from managernotes_ui.promises.promises_filter import PromisesFilter
from managernotes_ui.promises.promises_vm import Done, PromisesViewModel, Shown
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.undo_bar import UndoBar

LANE = 12
"""Width of the scroll bar, which lies in the page's margin."""
_NOT_YET, _LISTED, _EMPTY, _NOTHING = range(4)


class PromisesTab(TabBody):
    """Draws a PromisesViewModel; with `of_one` it is a tab of somebody's page."""

    def __init__(self, desk: Desk, *, of_one: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._of_one = of_one
        theme = desk.theme
        self.vm = PromisesViewModel(desk.session, desk.directory, lambda: theme.cover.kinds, self)
        self.list = PromiseList(theme, names=not of_one)
        self.add_button = make_button(
            theme,
            strings.ADD,
            icon=Icon.PLUS,
            role=ButtonRole.PLAIN if of_one else ButtonRole.PRIMARY,
            size=ButtonSize.SMALL if of_one else ButtonSize.NORMAL,
            key="N",
            tip=strings.ADD_TIP,
        )
        self.filter = PromisesFilter(theme, at_the_end=self.add_button if of_one else None)
        self._stack = QStackedWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self.doings = PromiseDoings(desk, self.vm, self.list, self)
        self._empty = nothing_yet(theme, self.doings.add)
        actions = add_promise_actions(
            self.doings, self.show_segment, self.list, desk.actions, of_one=of_one
        )
        self._menu = promise_menu(actions, theme, self.list)
        self._build()
        self._connect()

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the lists, of one person if the place names one; a promise named is chosen."""
        person = place.person if place.person is not None else self.vm.person
        if place.promise is not None:
            self.list.follow(place.promise)
            self.filter.segments.set_current(Shown.ALL.value)
            self.vm.widen()
            person = place.person
        self.filter.show_people(self._desk.directory.people, person)
        self.vm.set_person(person)

    def take_focus(self) -> None:
        """Put the keyboard into the list; with no promise yet, onto the button that adds one."""
        begin = self._empty.focusProxy() if self._stack.currentIndex() == _EMPTY else self.list
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Let the list rest until it is shown again."""
        self.vm.rest()

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; rows reach 12 px into it."""
        self._tools.setContentsMargins(left, 0, right, 0)
        self._rows.setContentsMargins(left - REACH, 0, right - REACH - LANE, 0)

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        """Write a promise down; on somebody's page the button stands in the row of the filter."""
        return () if self._of_one else (self.add_button,)

    @property
    def footer_items(self) -> Sequence[str]:
        """That the first date stays."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The filter and the list."""
        return (self.filter, self.list)

    def show_segment(self, shown: Shown) -> None:
        """Choose a segment."""
        self.filter.segments.set_current(shown.value)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._tools = QVBoxLayout()
        self._tools.addWidget(self.filter)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.list)
        listed = QWidget()
        listed.setLayout(self._rows)
        theme = self._desk.theme
        nothing = nothing_shown(theme, self._show_everything)
        for page in (QWidget(), listed, EmptyRoom(theme, self._empty), EmptyRoom(theme, nothing)):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._tools)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        desk = self._desk
        self.add_button.clicked.connect(self.doings.add)
        self.filter.segment_chosen.connect(lambda number: self.vm.show(Shown(number)))
        self.filter.person_chosen.connect(self._on_person)
        self.list.opened.connect(self.doings.open_talk_of)
        self.list.ticked.connect(lambda line: self.vm.keep(line.promise))
        self.list.step_wanted.connect(self.doings.do_step)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.vm.changed.connect(self._on_changed)
        self.vm.done.connect(self._on_done)
        desk.directory.changed.connect(
            lambda: self.filter.show_people(desk.directory.people, self.vm.person)
        )

    def _show_everything(self) -> None:
        self.filter.segments.set_current(Shown.ALL.value)
        if not self._of_one:
            self.filter.show_people(self._desk.directory.people, None)
            self.vm.set_person(None)
        self.take_focus()

    @Slot(object)
    def _on_person(self, person: PersonId | None) -> None:
        self.vm.set_person(person)

    @Slot()
    def _on_changed(self) -> None:
        lines = self.vm.lines
        self.list.show_lines(lines)
        self.filter.show_counts(self.vm.counts)
        narrowed = self.vm.shown is not Shown.ALL or (self.vm.is_narrowed and not self._of_one)
        began = self._stack.currentIndex()
        if not self.vm.is_read:
            self._stack.setCurrentIndex(_NOT_YET)
        elif lines:
            self._stack.setCurrentIndex(_LISTED)
        else:
            self._stack.setCurrentIndex(_NOTHING if narrowed else _EMPTY)
        is_empty = self._stack.currentIndex() == _EMPTY
        self.filter.setHidden(is_empty)
        plain = is_empty or self._of_one
        self.add_button.set_role(ButtonRole.PLAIN if plain else ButtonRole.PRIMARY)
        if self._stack.currentIndex() != began and began in {_NOT_YET, _EMPTY} and self.isVisible():
            self.begin()

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        self._undo.offer(done.words, lambda: self._take_back(done))

    def _take_back(self, done: Done) -> None:
        self.list.follow(done.promise)
        self.vm.undo(done)

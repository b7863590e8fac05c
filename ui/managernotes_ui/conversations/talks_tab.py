"""The tab that lists the talks: to follow up, planned, held (SPEC §7.20)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.conversation import ConversationState, ConversationType
from managernotes.domain.identity import ConversationId, PersonId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.conversations.talks_actions import add_talk_actions, talk_menu
from managernotes_ui.conversations.talks_empty import nothing_shown, nothing_yet
from managernotes_ui.conversations.talks_filter import TalksFilter
from managernotes_ui.conversations.talks_vm import Shown, TalksViewModel
from managernotes_ui.shell import commands
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.style.icons import Icon
from managernotes_ui.talks.move_sheet import CancelSheet, MoveSheet
from managernotes_ui.talks.talk_delegate import REACH
from managernotes_ui.talks.talk_list import TalkList
from managernotes_ui.talks.talk_places import leads_to, place_of
from managernotes_ui.talks.talk_words import NextStep, TalkLine
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.undo_bar import UndoBar

LANE = 12
"""Width of the scroll bar, which lies in the page's margin."""
_NOT_YET, _LISTED, _EMPTY, _NOTHING = range(4)


class TalksTab(TabBody):
    """Draws a TalksViewModel; a place that names a talk chooses it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme, dates = desk.theme, DateWords()
        self.vm = TalksViewModel(desk.session, desk.directory, dates, self)
        self.filter = TalksFilter(theme, dates, self.vm.usual_since())
        self.list = TalkList(theme)
        self.plan = make_button(
            theme, strings.PLAN, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="Ctrl+Shift+T"
        )
        self.prepare = make_button(theme, strings.PREPARE, key="Ctrl+P")
        self._empty = nothing_yet(theme, self._plan)
        self._stack = QStackedWidget()
        self._undo = UndoBar(theme, self, strings.UNDO)
        self._build()
        self._connect()
        add_talk_actions(self, self.list, desk.actions)

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Read the lists; a talk that is named is chosen."""
        if place.conversation is not None:
            self.list.choose(place.conversation)
        self.filter.show_people(self._desk.directory.people)
        self.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard into the list; with no talk yet, onto the button that plans one."""
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
    def to_prepare(self) -> Place | None:
        """The chosen talk if it is a hard one, the hard one within it, else with whom it is."""
        line = self.list.talk
        if line is None:
            return None
        row = line.row
        person = row.people[0] if row.people else None
        return Place(PageName.PREPARE, person=person, conversation=self.vm.hard_talk(row))

    @property
    def header_buttons(self) -> Sequence[QWidget]:
        """Plan a talk, and prepare a hard one."""
        return (self.plan, self.prepare)

    @property
    def footer_items(self) -> Sequence[str]:
        """Who has no talk planned."""
        return (self.vm.footer,) if self.vm.footer else ()

    @property
    def panes(self) -> Sequence[QWidget]:
        """The filter and the list."""
        return (self.filter, self.list)

    # --- what the keys ask --------------------------------------------------------------------

    @Slot()
    def open_talk(self) -> None:
        """Open the chosen talk: its preparation, its brief, or its notes."""
        if self.list.talk is not None:
            self._open(self.list.talk)

    @Slot()
    def prepare_talk(self) -> None:
        """Prepare the chosen talk; one that is not hard asks what there is to prepare."""
        place = self.to_prepare
        if place is not None and place.conversation is not None:
            self._go(PageName.PREPARE, place.conversation)
        else:
            self._desk.actions.get(commands.PREPARE.name).trigger()

    @Slot()
    def follow_up(self) -> None:
        """Write down what changed since the chosen talk."""
        line = self.list.talk
        if line is not None and line.row.state is ConversationState.HELD:
            self._go(PageName.AFTER_TALK, line.row.id)

    @Slot()
    def move_talk(self) -> None:
        """Give the chosen talk another day."""
        line = self.list.talk
        if line is not None and line.row.held_on is None:
            self._move_sheet.offer(line.row)

    @Slot()
    def cancel_talk(self) -> None:
        """Cancel the chosen talk."""
        line = self.list.talk
        if line is not None and line.row.held_on is None:
            self._cancel_sheet.offer(line.row)

    @Slot()
    def bin_talk(self) -> None:
        """Move the chosen talk to the bin."""
        if self.list.talk is not None:
            self.vm.bin(self.list.talk.row.id)

    def show_segment(self, shown: Shown) -> None:
        """Choose a segment."""
        self.filter.segments.set_current(shown.value)

    @cached_property
    def _move_sheet(self) -> MoveSheet:
        return MoveSheet(self._desk, ground_of(self))

    @cached_property
    def _cancel_sheet(self) -> CancelSheet:
        return CancelSheet(self._desk, ground_of(self))

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
        self.plan.clicked.connect(self._plan)
        self.prepare.clicked.connect(lambda: desk.actions.get(commands.PREPARE.name).trigger())
        self.filter.segment_chosen.connect(lambda number: self.vm.show(Shown(number)))
        self.filter.type_chosen.connect(self._on_type)
        self.filter.person_chosen.connect(self._on_person)
        self.filter.since_chosen.connect(self.vm.set_since)
        self.list.opened.connect(self._open)
        self.list.step_wanted.connect(self._do_step)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(talk_menu(desk.actions, desk.theme, self.list))
        self.vm.changed.connect(self._on_changed)
        self.vm.binned.connect(self._on_binned)
        desk.directory.changed.connect(lambda: self.filter.show_people(desk.directory.people))

    def _plan(self) -> None:
        self._desk.actions.get(commands.PLAN_TALK.name).trigger()

    def _show_everything(self) -> None:
        self.filter.clear()
        self.vm.show_everything()
        self.take_focus()

    def _go(self, page: PageName, talk: ConversationId) -> None:
        self._desk.navigator.go(Place(page, conversation=talk))

    @Slot(object)
    def _open(self, line: TalkLine) -> None:
        self._desk.navigator.go(leads_to(line.row))

    @Slot(object)
    def _do_step(self, line: TalkLine) -> None:
        place = place_of(line.step, line.row) if line.step is not None else None
        if place is not None:
            self._desk.navigator.go(place)
        elif line.step is NextStep.RECAP_SENT:
            self.vm.recap_sent(line.row.id)

    @Slot(object)
    def _on_type(self, sort: ConversationType | None) -> None:
        self.vm.set_type(sort)

    @Slot(object)
    def _on_person(self, person: PersonId | None) -> None:
        self.vm.set_person(person)

    @Slot()
    def _on_changed(self) -> None:
        lines = self.vm.lines
        self.list.show_lines(lines)
        narrowed = self.vm.has_filter or self.vm.shown is not Shown.ALL
        began = self._stack.currentIndex()
        if not self.vm.is_read:
            self._stack.setCurrentIndex(_NOT_YET)
        elif lines:
            self._stack.setCurrentIndex(_LISTED)
        else:
            self._stack.setCurrentIndex(_NOTHING if narrowed else _EMPTY)
        is_empty = self._stack.currentIndex() == _EMPTY
        self.filter.setHidden(is_empty)
        self.plan.set_role(ButtonRole.PLAIN if is_empty else ButtonRole.PRIMARY)
        if self._stack.currentIndex() != began and began in {_NOT_YET, _EMPTY}:
            self._come_in()
        self.footer_items_changed.emit(list(self.footer_items))

    def _come_in(self) -> None:
        """Take the keyboard once there is something to take it."""
        if self.isVisible():
            self.begin()

    @Slot(object)
    def _on_binned(self, talk: ConversationId) -> None:
        self._undo.offer(strings.BINNED, lambda: self._bring_back(talk))

    def _bring_back(self, talk: ConversationId) -> None:
        self.vm.restore(talk)
        self.list.choose(talk)

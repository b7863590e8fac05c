"""What the keys, the buttons and the menu of the threads do."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.thread import ThreadItem, ThreadState
from managernotes.domain.thread_rules import AT_REST
from managernotes_ui.common.actions import ActionSpec
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.notes.link_picker import LinkPicker
from managernotes_ui.notes.link_search import LinkSearch
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.icons import Icon
from managernotes_ui.threads import threads_actions as keys
from managernotes_ui.threads.thread_pane import ThreadPane
from managernotes_ui.threads.thread_sheets import (
    EditThreadSheet,
    NewThreadSheet,
    ThreadNoteSheet,
)
from managernotes_ui.threads.threads_vm import ThreadsViewModel
from managernotes_ui.widgets.menu import Menu


class ThreadDeeds(QObject):
    """Acts on the thread that a ThreadsViewModel has chosen; asks where something is missing."""

    def __init__(self, desk: Desk, tab: QWidget, vm: ThreadsViewModel, pane: ThreadPane) -> None:
        super().__init__(tab)
        self._desk = desk
        self._tab = tab
        self.vm = vm
        self._pane = pane
        self.picker = LinkPicker(desk.theme, DateWords(), LinkSearch(desk.session, self), tab)
        self.picker.picked.connect(vm.changes.link)

    @Slot()
    def new_thread(self) -> None:
        """Begin a thread."""
        row = self.vm.row
        self.new_sheet.offer(row.person if row is not None else None)

    @Slot()
    def write_note(self) -> None:
        """Write a note to the chosen thread."""
        self.note_sheet.offer()

    @Slot()
    def link_note(self) -> None:
        """Link a note to the chosen thread."""
        linkable = self.vm.linkable
        if linkable is not None:
            card = self._pane.card
            corner = card.mapToGlobal(card.rect().topLeft())
            self.picker.open_for(linkable, self.vm.today(), corner)

    @Slot()
    def go_on(self) -> None:
        """Move the chosen thread to its next state, or ask which."""
        states = [state for state in self.vm.next_states if state is not ThreadState.PASSED_TO_HR]
        if states:
            self.step(tuple(states))

    @Slot()
    def pass_to_hr(self) -> None:
        """Pass the chosen issue to HR."""
        if ThreadState.PASSED_TO_HR in self.vm.next_states:
            self.vm.changes.step(ThreadState.PASSED_TO_HR)

    @Slot()
    def reopen(self) -> None:
        """Open the chosen thread again."""
        if self.vm.open_thread is not None and self.vm.open_thread.state in AT_REST:
            self.vm.changes.reopen()

    @Slot()
    def edit(self) -> None:
        """Rename the chosen thread."""
        self.edit_sheet.offer()

    @Slot()
    def bin_thread(self) -> None:
        """Move the chosen thread to the bin."""
        self.vm.changes.bin()

    @Slot()
    def unlink_note(self) -> None:
        """Take the chosen note off the thread."""
        item = self._item
        if item is not None and item.note is not None:
            self.vm.changes.unlink(item.note)

    @Slot()
    def open_line(self) -> None:
        """Open what the chosen line is about."""
        item, row = self._item, self.vm.row
        if item is None or row is None:
            return
        if item.note is not None:
            self._desk.navigator.go(Place(PageName.NOTE, person=row.person, note=item.note))
        elif item.talk is not None:
            self._desk.navigator.go(Place(PageName.TALK, conversation=item.talk))
        elif item.promise is not None:
            place = Place(PageName.CONVERSATIONS, promise=item.promise, query="promises")
            self._desk.navigator.go(place)

    @cached_property
    def new_sheet(self) -> NewThreadSheet:
        """The sheet that begins a thread."""
        return NewThreadSheet(self._desk, self.vm, ground_of(self._tab))

    @cached_property
    def edit_sheet(self) -> EditThreadSheet:
        """The sheet that renames one."""
        return EditThreadSheet(self._desk, self.vm, ground_of(self._tab))

    @cached_property
    def note_sheet(self) -> ThreadNoteSheet:
        """The sheet that writes a note to one."""
        return ThreadNoteSheet(self._desk, self.vm, ground_of(self._tab))

    @property
    def _item(self) -> ThreadItem | None:
        row = self._pane.rail.currentIndex().row()
        return self.vm.items[row] if 0 <= row < len(self.vm.items) else None

    def offers(self) -> tuple[ActionSpec, ...]:
        """Return what can be done with the chosen thread as it stands."""
        thread = self.vm.open_thread
        if thread is None:
            return ()
        if thread.state in AT_REST:
            return (keys.NOTE, keys.LINK, keys.REOPEN, keys.EDIT)
        to_hr = (keys.TO_HR,) if ThreadState.PASSED_TO_HR in self.vm.next_states else ()
        return (keys.NOTE, keys.LINK, keys.NEXT, *to_hr, keys.EDIT)

    @Slot(object)
    def step(self, states: tuple[ThreadState, ...]) -> None:
        """Move the chosen thread to one of these states; asks which, or for its sentence."""
        if self.vm.needs_sentence(states[0]):
            self._pane.card.ask_for_sentence()
            return
        if len(states) == 1:
            self.vm.changes.step(states[0])
            return
        menu = Menu(self._desk.theme, self._pane.stages)
        for state in states:
            words = strings.STATES[state].capitalize()
            menu.add_item(words, Icon.CHECK, run=partial(self.vm.changes.step, state))
        menu.aboutToHide.connect(menu.deleteLater)
        stage = self._pane.stages.stages[-1]
        menu.popup(stage.mapToGlobal(stage.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

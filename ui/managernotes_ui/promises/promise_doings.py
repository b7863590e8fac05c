"""What can be done with the chosen promise: by key, by button, by menu."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.promise import Promise, PromiseState
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.promises.add_promise import AddPromiseSheet
from managernotes_ui.promises.edit_promise import EditPromiseSheet
from managernotes_ui.promises.promise_list import PromiseList
from managernotes_ui.promises.promise_sheets import DropPromiseSheet, MovePromiseSheet
from managernotes_ui.promises.promise_words import PromiseLine, Step
from managernotes_ui.promises.promises_vm import Done, PromisesViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import PageName, Place


class PromiseDoings(QObject):
    """Asks what has to be asked in sheets over the tab, and hands the rest to the view-model."""

    def __init__(self, desk: Desk, vm: PromisesViewModel, rows: PromiseList, tab: QWidget) -> None:
        super().__init__(tab)
        self._desk = desk
        self._vm = vm
        self._rows = rows
        self._tab = tab

    @Slot()
    def keep(self) -> None:
        """Keep the chosen promise, or open it again."""
        if self._rows.promise is not None:
            self._vm.keep(self._rows.promise.promise)

    @Slot()
    def move_day(self) -> None:
        """Give the chosen promise another day."""
        line = self._rows.promise
        if line is not None and line.promise.state is PromiseState.OPEN:
            self.move_sheet.offer(line.promise)

    @Slot()
    def told(self) -> None:
        """Note that they were told of the chosen promise."""
        if self._rows.promise is not None:
            self._vm.tell(self._rows.promise.promise)

    @Slot()
    def open_talk(self) -> None:
        """Open the talk in which the chosen promise was made."""
        if self._rows.promise is not None:
            self.open_talk_of(self._rows.promise)

    @Slot()
    def edit(self) -> None:
        """Word the chosen promise anew."""
        if self._rows.promise is not None:
            self.edit_sheet.offer(self._rows.promise.promise.id)

    @Slot()
    def drop(self) -> None:
        """Drop the chosen promise."""
        line = self._rows.promise
        if line is not None and line.promise.state is PromiseState.OPEN:
            self.drop_sheet.offer(line.promise)

    @Slot()
    def bin(self) -> None:
        """Move the chosen promise to the bin."""
        if self._rows.promise is not None:
            self._vm.bin(self._rows.promise.promise)

    @Slot()
    def add(self) -> None:
        """Write a promise down."""
        self.add_sheet.offer(self._vm.person)

    def open_talk_of(self, line: PromiseLine) -> None:
        """Open the talk in which a promise was made; nothing happens when it was made in none."""
        if line.promise.made_in is not None:
            place = Place(PageName.TALK, conversation=line.promise.made_in)
            self._desk.navigator.go(place)

    def do_step(self, line: PromiseLine, step: Step) -> None:
        """Do what a button of a row says."""
        match step:
            case Step.TOLD:
                self._vm.tell(line.promise)
            case Step.PLAN_TO_SAY:
                self._vm.plan_to_say(line.promise)
            case Step.KEEP:
                self._vm.keep(line.promise)
            case Step.MOVE:
                self.move_sheet.offer(line.promise)

    @cached_property
    def move_sheet(self) -> MovePromiseSheet:
        """Gives a promise another day."""
        return MovePromiseSheet(self._desk, ground_of(self._tab))

    @cached_property
    def drop_sheet(self) -> DropPromiseSheet:
        """Drops a promise."""
        return DropPromiseSheet(self._desk, ground_of(self._tab), self._on_dropped)

    @cached_property
    def edit_sheet(self) -> EditPromiseSheet:
        """Words a promise anew."""
        return EditPromiseSheet(self._desk, ground_of(self._tab))

    @cached_property
    def add_sheet(self) -> AddPromiseSheet:
        """Writes a promise down."""
        return AddPromiseSheet(self._desk, ground_of(self._tab))

    def _on_dropped(self, promise: Promise) -> None:
        one = promise.id
        undo = Done(strings.WAS_DROPPED, one, lambda workspace: workspace.promises.reopen(one))
        self._vm.done.emit(undo)

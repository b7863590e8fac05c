"""The keys of the Expectations tab (SPEC §5.11), and the menu of a chosen line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.notes import note_actions
from managernotes_ui.standards.coverage_table import CoverageTable
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu

PREPARE = ActionSpec(
    name="prepare-from-cell",
    title=strings.PREPARE,
    section=Section.PERSON,
    keys=("P",),
    sheet=strings.PREPARE_SHEET,
    icon=Icon.MESSAGES_SQUARE,
    in_palette=False,
)
TALKED = ActionSpec(
    name="expectation-talked-through",
    title=strings.TALK_THROUGH,
    section=Section.PERSON,
    keys=("T",),
    sheet="talked through today",
    icon=Icon.CHECK,
    in_palette=False,
)
COPY = ActionSpec(
    name="expectation-copy",
    title=strings.COPY,
    section=Section.PERSON,
    keys=("W",),
    sheet="their words, your note",
    icon=Icon.PENCIL,
    in_palette=False,
)
STANDARD = ActionSpec(
    name="expectation-standard",
    title=strings.STANDARDS,
    section=Section.PERSON,
    keys=("V",),
    sheet="vision and roles",
    icon=Icon.TARGET,
    in_palette=False,
)
OPEN_NOTE = ActionSpec(
    name="open-cell-note",
    title=strings.OPEN_NOTE,
    section=Section.PERSON,
    shown="Enter",
    sheet="open the note",
    icon=Icon.FILE_TEXT,
    in_palette=False,
    on_sheet=False,
)


MEASURE = replace(note_actions.MEASURE, name="measure-cell-note", on_sheet=False)


class ExpectationCommands(Protocol):
    """What the keys ask of the tab."""

    def prepare(self) -> None:
        """Prepare a talk from the notes behind the cell."""

    def mark_talked(self) -> None:
        """Say that it was talked through."""

    def edit_copy(self) -> None:
        """Write down how they say it."""

    def open_standard(self) -> None:
        """Show it among all expectations."""

    def open_note(self) -> None:
        """Open the chosen note."""

    def measure_note(self) -> None:
        """Offer what the chosen note can be measured by."""


def add_grid_actions(tab: ExpectationCommands, grid: QWidget, actions: Actions) -> None:
    """Make what the letters do while the grid has the keyboard."""
    here = Qt.ShortcutContext.WidgetShortcut
    for spec, run in ((TALKED, tab.mark_talked), (COPY, tab.edit_copy)):
        actions.add(spec, grid, run, scope=here)


def add_note_actions(tab: ExpectationCommands, notes: QWidget, actions: Actions) -> None:
    """Make what can be done with a note; the list itself answers Enter."""
    here = Qt.ShortcutContext.WidgetShortcut
    for spec, run in ((OPEN_NOTE, tab.open_note), (MEASURE, tab.measure_note)):
        actions.add(spec, notes, run, scope=here)


def add_tab_actions(tab: ExpectationCommands, owner: QWidget, actions: Actions) -> None:
    """Make what works anywhere on the tab; nothing is typed there."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for spec, run in ((PREPARE, tab.prepare), (STANDARD, tab.open_standard)):
        actions.add(spec, owner, run, scope=inside)


def grid_menu(actions: Actions, theme: Theme, grid: CoverageTable) -> Callable[[QPoint], None]:
    """Return what shows the menu of the chosen line."""

    def show(at: QPoint) -> None:
        line = grid.line
        if line is None:
            return
        menu = Menu(theme, grid)
        if line.yardstick is not None:
            for spec in (TALKED, COPY):
                menu.addAction(actions.get(spec.name))
            menu.addSeparator()
        for spec in (PREPARE, STANDARD):
            menu.addAction(actions.get(spec.name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(grid.viewport().mapToGlobal(at))

    return show

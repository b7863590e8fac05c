"""The keys of the threads (SPEC §7.29), and the menu of a chosen one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView, QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu, set_danger

NEW = ActionSpec(
    name="new-thread",
    title=strings.NEW,
    section=Section.HERE,
    keys=("Ctrl+T",),
    sheet="new thread",
    icon=Icon.PLUS,
)
NOTE = ActionSpec(
    name="thread-note",
    title=strings.NOTE_TO_IT,
    section=Section.HERE,
    keys=("N",),
    sheet="note to this thread",
    icon=Icon.PLUS,
    in_palette=False,
)
LINK = ActionSpec(
    name="thread-link",
    title=strings.LINK,
    section=Section.HERE,
    keys=("L",),
    sheet="link a note",
    icon=Icon.LINK,
    in_palette=False,
)
NEXT = ActionSpec(
    name="thread-next",
    title=strings.NEXT,
    section=Section.HERE,
    keys=("Alt+Right",),
    sheet="next state",
    icon=Icon.ARROW_RIGHT,
    in_palette=False,
)
TO_HR = ActionSpec(
    name="thread-to-hr",
    title=strings.TO_HR,
    section=Section.HERE,
    icon=Icon.ARROW_UP_RIGHT,
    in_palette=False,
    on_sheet=False,
)
REOPEN = ActionSpec(
    name="thread-reopen",
    title=strings.REOPEN,
    section=Section.HERE,
    icon=Icon.UNDO_2,
    in_palette=False,
    on_sheet=False,
)
EDIT = ActionSpec(
    name="thread-edit",
    title=strings.EDIT,
    section=Section.HERE,
    keys=("F2",),
    sheet="rename it, write what is ahead",
    icon=Icon.PENCIL,
    in_palette=False,
)
BIN = ActionSpec(
    name="thread-bin",
    title=strings.BIN,
    section=Section.HERE,
    keys=("Del",),
    sheet="move to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)
UNLINK = ActionSpec(
    name="thread-unlink",
    title=strings.UNLINK,
    section=Section.HERE,
    keys=("Del",),
    sheet="take a note off the thread",
    icon=Icon.MINUS,
    in_palette=False,
)
OPEN_LINE = ActionSpec(
    name="thread-open-line",
    title=strings.OPEN_LINE,
    section=Section.HERE,
    shown="Enter",
    sheet="open the note, the talk, the promise",
    in_palette=False,
)


class ThreadCommands(Protocol):
    """What the keys ask of the tab."""

    def new_thread(self) -> None:
        """Begin a thread."""

    def write_note(self) -> None:
        """Write a note to the chosen thread."""

    def link_note(self) -> None:
        """Link a note to the chosen thread."""

    def go_on(self) -> None:
        """Move the chosen thread to its next state."""

    def pass_to_hr(self) -> None:
        """Pass the chosen issue to HR."""

    def reopen(self) -> None:
        """Open the chosen thread again."""

    def edit(self) -> None:
        """Rename the chosen thread."""

    def bin_thread(self) -> None:
        """Move the chosen thread to the bin."""

    def unlink_note(self) -> None:
        """Take the chosen note off the thread."""

    def open_line(self) -> None:
        """Open what the chosen line is about."""


def add_thread_actions(
    tab: ThreadCommands, page: QWidget, rows: QListView, rail: QListView, actions: Actions
) -> None:
    """Make the actions; single letters work while a list has the keyboard."""
    here = Qt.ShortcutContext.WidgetShortcut
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for spec, run in ((NEW, tab.new_thread), (NEXT, tab.go_on), (EDIT, tab.edit)):
        actions.add(spec, page, run, scope=inside)
    for spec, run in ((NOTE, tab.write_note), (LINK, tab.link_note)):
        action = actions.add(spec, rows, run, scope=here)
        rail.addAction(action)
    for spec, run in ((TO_HR, tab.pass_to_hr), (REOPEN, tab.reopen), (BIN, tab.bin_thread)):
        actions.add(spec, rows, run, scope=here)
    for spec, run in ((UNLINK, tab.unlink_note), (OPEN_LINE, tab.open_line)):
        actions.add(spec, rail, run, scope=here)


def thread_menu(
    actions: Actions, theme: Theme, rows: QListView, offers: Callable[[], tuple[ActionSpec, ...]]
) -> Callable[[QPoint], None]:
    """Return what shows the menu of the chosen thread; `offers` says what fits its state."""

    def show(at: QPoint) -> None:
        specs = offers()
        if not specs:
            return
        menu = Menu(theme, rows)
        for spec in specs:
            menu.addAction(actions.get(spec.name))
        menu.addSeparator()
        bin_action = actions.get(BIN.name)
        set_danger(bin_action)
        menu.addAction(bin_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(rows.viewport().mapToGlobal(at))

    return show

"""The keys of the list of talks (SPEC §7.20), and the menu of a chosen one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.conversations.talks_vm import Shown
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.talks.talk_list import TalkList
from managernotes_ui.widgets.menu import Menu, set_danger

OPEN = ActionSpec(
    name="open-talk",
    title=strings.OPEN_TALK,
    section=Section.HERE,
    shown="Enter",
    sheet="open the talk",
    icon=Icon.MESSAGES_SQUARE,
    in_palette=False,
)
PREPARE = ActionSpec(
    name="prepare-talk",
    title=strings.PREPARE_TALK,
    section=Section.HERE,
    keys=("P",),
    sheet="prepare it",
    icon=Icon.LIST_CHECKS,
    in_palette=False,
)
FOLLOW_UP = ActionSpec(
    name="follow-up-talk",
    title=strings.FOLLOW_UP,
    section=Section.HERE,
    keys=("F",),
    sheet="look again: what changed",
    icon=Icon.CORNER_DOWN_RIGHT,
    in_palette=False,
)
MOVE = ActionSpec(
    name="move-talk",
    title=strings.MOVE,
    section=Section.HERE,
    keys=("M",),
    sheet="give it another day",
    icon=Icon.REPEAT,
    in_palette=False,
)
CANCEL = ActionSpec(
    name="cancel-talk",
    title=strings.CANCEL_TALK,
    section=Section.HERE,
    keys=("X",),
    sheet="cancel it, with the reason",
    icon=Icon.X,
    in_palette=False,
)
BIN = ActionSpec(
    name="bin-talk",
    title=strings.BIN,
    section=Section.HERE,
    keys=("Del",),
    sheet="move to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)
_LABELS = {
    Shown.ALL: strings.ALL,
    Shown.TO_FOLLOW_UP: talk_strings.TO_FOLLOW_UP,
    Shown.PLANNED: talk_strings.PLANNED,
    Shown.HELD: talk_strings.HELD,
}


class TalkCommands(Protocol):
    """What the keys ask of the tab."""

    def open_talk(self) -> None:
        """Open the chosen talk."""

    def prepare_talk(self) -> None:
        """Prepare the chosen talk."""

    def follow_up(self) -> None:
        """Write down what changed since the chosen talk."""

    def move_talk(self) -> None:
        """Give the chosen talk another day."""

    def cancel_talk(self) -> None:
        """Cancel the chosen talk."""

    def bin_talk(self) -> None:
        """Move the chosen talk to the bin."""

    def show_segment(self, shown: Shown) -> None:
        """Choose a segment."""


def add_talk_actions(tab: TalkCommands, rows: TalkList, actions: Actions) -> None:
    """Make the actions; a single letter works while the list has the keyboard."""
    for spec, run in _table(tab):
        actions.add(spec, rows, run, scope=Qt.ShortcutContext.WidgetShortcut)


def talk_menu(actions: Actions, theme: Theme, rows: TalkList) -> Callable[[QPoint], None]:
    """Return what shows the menu of the talk under a point of the list."""

    def show(at: QPoint) -> None:
        if rows.talk is None:
            return
        menu = Menu(theme, rows)
        for spec in (OPEN, PREPARE, FOLLOW_UP, MOVE, CANCEL):
            menu.addAction(actions.get(spec.name))
        menu.addSeparator()
        bin_action = actions.get(BIN.name)
        set_danger(bin_action)
        menu.addAction(bin_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(rows.viewport().mapToGlobal(at))

    return show


def _table(tab: TalkCommands) -> Iterable[tuple[ActionSpec, Callable[[], None]]]:
    yield OPEN, tab.open_talk
    yield PREPARE, tab.prepare_talk
    yield FOLLOW_UP, tab.follow_up
    yield MOVE, tab.move_talk
    yield CANCEL, tab.cancel_talk
    yield BIN, tab.bin_talk
    for shown, label in _LABELS.items():
        first = shown is Shown.ALL
        spec = ActionSpec(
            name=f"talks-{shown.name.lower().replace('_', '-')}",
            title=label,
            section=Section.HERE,
            keys=(str(shown.value + 1),),
            shown="1…4" if first else "",
            sheet="all, to follow up, planned, held",
            on_sheet=first,
            in_palette=False,
        )
        yield spec, partial(tab.show_segment, shown)

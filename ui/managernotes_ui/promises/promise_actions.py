"""The keys of the list of promises (SPEC §7.23), and the menu of a chosen one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.promises.promise_doings import PromiseDoings
from managernotes_ui.promises.promise_list import PromiseList
from managernotes_ui.promises.promises_vm import Shown
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu, set_danger

KEEP = ActionSpec(
    name="keep-promise",
    title=strings.KEEP_ACTION,
    section=Section.HERE,
    keys=("Space",),
    sheet="it was kept",
    icon=Icon.CHECK,
    in_palette=False,
)
MOVE = ActionSpec(
    name="move-promise",
    title=strings.MOVE_ACTION,
    section=Section.HERE,
    keys=("M",),
    sheet="give it another day",
    icon=Icon.REPEAT,
    in_palette=False,
)
TOLD = ActionSpec(
    name="told-promise",
    title=strings.TOLD_ACTION,
    section=Section.HERE,
    keys=("T",),
    sheet="they were told",
    icon=Icon.MESSAGE_SQUARE,
    in_palette=False,
)
TALK = ActionSpec(
    name="talk-of-promise",
    title=strings.TALK_ACTION,
    section=Section.HERE,
    shown="Enter",
    sheet="open the talk it was made in",
    icon=Icon.MESSAGES_SQUARE,
    in_palette=False,
)
EDIT = ActionSpec(
    name="edit-promise",
    title=strings.EDIT_ACTION,
    section=Section.HERE,
    keys=("E",),
    sheet="word it anew",
    icon=Icon.PENCIL,
    in_palette=False,
)
DROP = ActionSpec(
    name="drop-promise",
    title=strings.DROP_ACTION,
    section=Section.HERE,
    keys=("X",),
    sheet="drop it, with the reason",
    icon=Icon.X,
    in_palette=False,
)
BIN = ActionSpec(
    name="bin-promise",
    title=strings.BIN_ACTION,
    section=Section.HERE,
    keys=("Del",),
    sheet="move to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)
ADD = ActionSpec(
    name="add-promise",
    title=strings.ADD_TIP,
    section=Section.HERE,
    keys=("N",),
    sheet="write a promise down",
    icon=Icon.PLUS,
    in_palette=False,
)
_LABELS = {Shown.OPEN: strings.OPEN, Shown.KEPT: strings.KEPT, Shown.ALL: strings.ALL}


def add_promise_actions(
    doings: PromiseDoings,
    show: Callable[[Shown], None],
    rows: PromiseList,
    actions: Actions,
    *,
    of_one: bool,
) -> Mapping[str, QAction]:
    """Make the actions and return them by name; their keys work while the list has the keyboard.

    Those of a tab of somebody's page have names of their own, and are not told twice.
    """
    made = {}
    for spec, run in _table(doings, show):
        own = replace(spec, name=f"{spec.name}-of-person", on_sheet=False) if of_one else spec
        scope = Qt.ShortcutContext.WidgetShortcut
        made[spec.name] = actions.add(own, rows, run, scope=scope)
    return made


def promise_menu(
    actions: Mapping[str, QAction], theme: Theme, rows: PromiseList
) -> Callable[[QPoint], None]:
    """Return what shows the menu of the promise under a point of the list."""

    def show(at: QPoint) -> None:
        if rows.promise is None:
            return
        menu = Menu(theme, rows)
        for spec in (KEEP, MOVE, TOLD, TALK, EDIT, DROP):
            menu.addAction(actions[spec.name])
        menu.addSeparator()
        bin_action = actions[BIN.name]
        set_danger(bin_action)
        menu.addAction(bin_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(rows.viewport().mapToGlobal(at))

    return show


def _table(
    doings: PromiseDoings, show: Callable[[Shown], None]
) -> Iterable[tuple[ActionSpec, Callable[[], None]]]:
    yield KEEP, doings.keep
    yield MOVE, doings.move_day
    yield TOLD, doings.told
    yield TALK, doings.open_talk
    yield EDIT, doings.edit
    yield DROP, doings.drop
    yield BIN, doings.bin
    yield ADD, doings.add
    for shown, label in _LABELS.items():
        first = shown is Shown.OPEN
        spec = ActionSpec(
            name=f"promises-{shown.name.lower()}",
            title=label,
            section=Section.HERE,
            keys=(str(shown.value + 1),),
            shown="1…3" if first else "",
            sheet="open, kept, all",
            on_sheet=first,
            in_palette=False,
        )
        yield spec, partial(show, shown)

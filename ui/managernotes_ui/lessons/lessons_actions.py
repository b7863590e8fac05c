"""The keys of the lessons (SPEC §7.28), and the menu of a chosen one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView, QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu, set_danger

NEW = ActionSpec(
    name="new-lesson",
    title=strings.NEW_TITLE,
    section=Section.HERE,
    keys=("Ctrl+T",),
    sheet="new lesson",
    icon=Icon.PLUS,
)
NEXT = ActionSpec(
    name="lesson-next",
    title=strings.NEXT,
    section=Section.HERE,
    keys=("Ctrl+Return",),
    shown="Ctrl+Enter",
    sheet="the lesson’s next step",
    icon=Icon.ARROW_RIGHT,
    in_palette=False,
)
EDIT = ActionSpec(
    name="lesson-edit",
    title=strings.EDIT,
    section=Section.HERE,
    keys=("F2",),
    sheet="title, days and people of the lesson",
    icon=Icon.PENCIL,
    in_palette=False,
)
THANK = ActionSpec(
    name="lesson-thank",
    title=strings.THANK,
    section=Section.HERE,
    keys=("T",),
    sheet="thank whoever brought it up",
    icon=Icon.HEART,
)
COPY = ActionSpec(
    name="lesson-copy",
    title=strings.COPY,
    section=Section.HERE,
    keys=("Ctrl+Shift+C",),
    sheet="copy the lesson for the team",
    icon=Icon.COPY,
)
CHANGE = ActionSpec(
    name="lesson-change",
    title=strings.AGREE,
    section=Section.HERE,
    icon=Icon.REPEAT,
    in_palette=False,
    on_sheet=False,
)
REOPEN = ActionSpec(
    name="lesson-reopen",
    title=strings.REOPEN,
    section=Section.HERE,
    icon=Icon.UNDO_2,
    in_palette=False,
    on_sheet=False,
)
BIN = ActionSpec(
    name="lesson-bin",
    title=strings.BIN,
    section=Section.HERE,
    keys=("Del",),
    sheet="move to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)


class LessonCommands(Protocol):
    """What the keys ask of the tab."""

    def new_lesson(self) -> None:
        """Begin a lesson."""

    def go_on(self) -> None:
        """Take the chosen lesson to its next step, or to where that is missing."""

    def edit(self) -> None:
        """Change title, days and people."""

    def thank(self) -> None:
        """Thank whoever brought it up."""

    def copy_for_team(self) -> None:
        """Copy what the team is told."""

    def agree(self) -> None:
        """Agree on the change."""

    def reopen(self) -> None:
        """Open a closed lesson again."""

    def bin_lesson(self) -> None:
        """Move the chosen lesson to the bin."""

    def ask(self, number: int) -> None:
        """Put the keyboard into a question, 0 to 3."""


def add_lesson_actions(
    tab: LessonCommands, page: QWidget, rows: QListView, actions: Actions
) -> None:
    """Make the actions; single letters work while the list has the keyboard."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for spec, run in (
        (NEW, tab.new_lesson),
        (NEXT, tab.go_on),
        (EDIT, tab.edit),
        (COPY, tab.copy_for_team),
        (CHANGE, tab.agree),
        (REOPEN, tab.reopen),
    ):
        actions.add(spec, page, run, scope=inside)
    for spec, run in ((THANK, tab.thank), (BIN, tab.bin_lesson)):
        actions.add(spec, rows, run, scope=Qt.ShortcutContext.WidgetShortcut)
    for number, question in enumerate(strings.QUESTIONS.values()):
        spec = ActionSpec(
            name=f"lesson-question-{number + 1}",
            title=question,
            section=Section.HERE,
            keys=(f"Alt+{number + 1}",),
            shown="Alt+1…4" if number == 0 else "",
            sheet=strings.QUESTION_KEYS,
            on_sheet=number == 0,
            in_palette=False,
        )
        actions.add(spec, page, partial(tab.ask, number), scope=inside)


def lesson_menu(
    actions: Actions, theme: Theme, rows: QListView, is_closed: Callable[[], bool]
) -> Callable[[QPoint], None]:
    """Return what shows the menu of the chosen lesson, as it stands."""

    def show(at: QPoint) -> None:
        if not rows.currentIndex().isValid():
            return
        menu = Menu(theme, rows)
        steps = (REOPEN, EDIT) if is_closed() else (NEXT, EDIT, CHANGE)
        for spec in (*steps, THANK, COPY):
            menu.addAction(actions.get(spec.name))
        menu.addSeparator()
        bin_action = actions.get(BIN.name)
        set_danger(bin_action)
        menu.addAction(bin_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(rows.viewport().mapToGlobal(at))

    return show

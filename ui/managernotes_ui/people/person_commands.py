"""The keys of a person's page (SPEC §5.2), and the menu of a chosen note."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind
from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import lessons as lesson_strings
from managernotes_ui.common.strings import measuring
from managernotes_ui.common.strings import person as strings
from managernotes_ui.common.strings import shell as shell_strings
from managernotes_ui.common.strings import team as team_strings
from managernotes_ui.notes.lesson_of_note import can_be_lesson
from managernotes_ui.people.person_vm import STRIP_KINDS
from managernotes_ui.people.timeline_view import TimelineView
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.menu import Menu, set_danger

OPEN = ActionSpec(
    name="open-note",
    title=strings.OPEN_NOTE,
    section=Section.PERSON,
    shown="Enter",
    sheet="open the note",
    icon=Icon.FILE_TEXT,
    in_palette=False,
)
PEEK = ActionSpec(
    name="peek-note",
    title=strings.PEEK,
    section=Section.PERSON,
    keys=("Space",),
    sheet="peek at the note beside",
    icon=Icon.PANEL_RIGHT,
    in_palette=False,
)
SAY = ActionSpec(
    name="say-note",
    title=strings.SAY,
    section=Section.PERSON,
    keys=("S",),
    sheet="said it",
    icon=Icon.CHECK,
    in_palette=False,
)
TEAM = ActionSpec(
    name="note-for-team",
    title=team_strings.FIT,
    section=Section.PERSON,
    keys=("F",),
    sheet=team_strings.SHEET,
    icon=Icon.USERS,
    in_palette=False,
)
LESSON = ActionSpec(
    name="lesson-of-note",
    title=lesson_strings.FROM_NOTE,
    section=Section.PERSON,
    icon=Icon.LIGHTBULB,
    in_palette=False,
    on_sheet=False,
)
MEASURE = ActionSpec(
    name="measure-note",
    title=measuring.MEASURE,
    section=Section.PERSON,
    keys=(measuring.KEY,),
    sheet=measuring.SHEET,
    icon=Icon.TARGET,
    in_palette=False,
)
BIN = ActionSpec(
    name="bin-note",
    title=strings.MOVE_TO_BIN,
    section=Section.PERSON,
    keys=("Del",),
    sheet="move to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)
WRITE = ActionSpec(
    name="write",
    title=strings.WRITE,
    section=Section.PERSON,
    keys=("N",),
    sheet="write what you saw",
    icon=Icon.PENCIL,
    in_palette=False,
)
COMPOSE = ActionSpec(
    name="compose",
    title=strings.WRITE,
    section=Section.PERSON,
    icon=Icon.PENCIL,
    in_palette=False,
    on_sheet=False,
)
PANEL = ActionSpec(
    name="panel",
    title=shell_strings.RIGHT_PANEL,
    section=Section.EVERYWHERE,
    keys=("Ctrl+Alt+P",),
    sheet="right panel",
    icon=Icon.PANEL_RIGHT,
)
FIND = ActionSpec(
    name="find-of-person",
    title=strings.FIND_TIP,
    section=Section.PERSON,
    keys=("Ctrl+Shift+F",),
    sheet="search these notes",
    icon=Icon.SEARCH,
)
MONTH_BEFORE = ActionSpec(
    name="month-before",
    title=strings.MONTH_BEFORE,
    section=Section.PERSON,
    keys=("[",),
    shown="[ or ]",
    sheet="month before, after",
    in_palette=False,
)
MONTH_AFTER = ActionSpec(
    name="month-after",
    title=strings.MONTH_AFTER,
    section=Section.PERSON,
    keys=("]",),
    on_sheet=False,
    in_palette=False,
)


AddSteps = Callable[[Menu, NoteId, QPoint], bool]
"""Adds the steps of a note's way to the person to its menu; tells whether it has any."""


class PersonCommands(Protocol):
    """What the keys ask of the page."""

    def compose(self) -> None:
        """Begin to write."""

    def find_notes(self) -> None:
        """Search what was written about the person."""

    def toggle_panel(self) -> None:
        """Open or close the right panel."""

    def open_note(self) -> None:
        """Open the chosen note."""

    def say_note(self) -> None:
        """Mark the chosen note as said."""

    def measure_note(self) -> None:
        """Measure the chosen note by an expectation or value."""

    def bin_note(self) -> None:
        """Move the chosen note to the bin."""

    def toggle_team(self) -> None:
        """Mark the chosen note as fit to tell the team, or not."""

    def make_lesson(self) -> None:
        """Make a lesson of the chosen note."""

    def toggle_kind(self, kind: Kind) -> None:
        """Narrow the timeline to a kind, or widen it."""


def add_person_actions(
    page: PersonCommands, owner: QWidget, rows: TimelineView, actions: Actions
) -> None:
    """Make the actions; a single letter works where no text is being typed."""
    on_page = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for spec, run in ((COMPOSE, page.compose), (WRITE, page.compose), (FIND, page.find_notes)):
        actions.add(spec, owner, run, scope=on_page)
    # The panel lies beside the page, not in it, and closes itself with the same key.
    actions.add(PANEL, owner, page.toggle_panel)
    for spec, run in _on_the_list(page, rows):
        actions.add(spec, rows, run, scope=Qt.ShortcutContext.WidgetShortcut)


def note_menu(
    actions: Actions, theme: Theme, rows: TimelineView, add_steps: AddSteps
) -> Callable[[QPoint], None]:
    """Return what shows the menu of the note under a point of the list."""

    def show(at: QPoint) -> None:
        note = rows.note
        if note is None:
            return
        menu = Menu(theme, rows)
        for spec in (OPEN, PEEK):
            menu.addAction(actions.get(spec.name))
        if rows.kind is Kind.CONCERN:
            menu.addAction(actions.get("prepare"))
        menu.addAction(actions.get(MEASURE.name))
        menu.addSeparator()
        if add_steps(menu, note, rows.viewport().mapToGlobal(at)):
            menu.addSeparator()
        _add_team_and_lesson(menu, actions, rows)
        bin_action = actions.get(BIN.name)
        set_danger(bin_action)
        menu.addAction(bin_action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(rows.viewport().mapToGlobal(at))

    return show


def _add_team_and_lesson(menu: Menu, actions: Actions, rows: TimelineView) -> None:
    """Offer the team what is no concern, and a lesson of what was learned (S33, INV-22)."""
    if rows.kind is Kind.CONCERN:
        return
    team = actions.get(TEAM.name)
    team.setText(team_strings.NOT_FIT if rows.is_for_team else team_strings.FIT)
    menu.addAction(team)
    if can_be_lesson(rows.kind):
        menu.addAction(actions.get(LESSON.name))
    menu.addSeparator()


def _on_the_list(
    page: PersonCommands, rows: TimelineView
) -> Iterable[tuple[ActionSpec, Callable[[], None]]]:
    yield OPEN, page.open_note
    yield PEEK, page.toggle_panel
    yield SAY, page.say_note
    yield TEAM, page.toggle_team
    yield LESSON, page.make_lesson
    yield MEASURE, page.measure_note
    yield BIN, page.bin_note
    yield MONTH_BEFORE, partial(rows.step_month, 1)
    yield MONTH_AFTER, partial(rows.step_month, -1)
    for number, kind in enumerate(STRIP_KINDS, start=1):
        word = kind_look(kind).word
        spec = ActionSpec(
            name=f"only-{kind.value}",
            title=strings.ONLY_KIND.format(word=word),
            section=Section.PERSON,
            keys=(str(number),),
            shown=f"1…{len(STRIP_KINDS)}" if number == 1 else "",
            sheet=strings.ONLY_THIS_KIND,
            on_sheet=number == 1,
            icon=kind_look(kind).icon,
            in_palette=False,
        )
        yield spec, partial(page.toggle_kind, kind)

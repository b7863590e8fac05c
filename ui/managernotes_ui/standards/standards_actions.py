"""The keys of the page of vision, values and roles."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import standards as strings
from managernotes_ui.style.icons import Icon

NEW_QUERY: Final = "new"
"""What a place's query says when the sheet for a new one is wanted at once."""

NEW = ActionSpec(
    name="new-standard",
    title=strings.NEW_TITLE,
    section=Section.HERE,
    keys=("Ctrl+T",),
    sheet="new expectation or value",
    icon=Icon.PLUS,
)
RETIRE = ActionSpec(
    name="retire-standard",
    title=strings.RETIRE,
    section=Section.HERE,
    keys=("Ctrl+Shift+R",),
    sheet="counts no longer, or again",
    icon=Icon.ARCHIVE,
    in_palette=False,
)
PANEL = ActionSpec(
    name="standards-panel",
    title=strings.PANEL,
    section=Section.HERE,
    keys=("Ctrl+Alt+P",),
    sheet="earlier versions",
    icon=Icon.HISTORY,
    in_palette=False,
)


class StandardsCommands(Protocol):
    """What the keys ask of the page."""

    def add_new(self) -> None:
        """Ask for a new expectation or value."""

    def retire(self) -> None:
        """Say that the open one counts no longer, or again."""

    def toggle_panel(self) -> None:
        """Show or hide the versions."""


def add_standards_actions(page: StandardsCommands, owner: QWidget, actions: Actions) -> None:
    """Make the actions that work anywhere on the page."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for spec, run in ((NEW, page.add_new), (RETIRE, page.retire), (PANEL, page.toggle_panel)):
        actions.add(spec, owner, run, scope=inside)

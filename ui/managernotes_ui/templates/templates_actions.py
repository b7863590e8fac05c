"""The keys of the templates (SPEC §7.25), and the menu of a chosen one."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.icons import Icon

COMPARE = ActionSpec(
    name="template-compare",
    title=strings.COMPARE,
    section=Section.HERE,
    keys=("Ctrl+D",),
    sheet="compare with the original",
    icon=Icon.GIT_COMPARE,
)
RESTORE = ActionSpec(
    name="template-restore",
    title=strings.RESTORE,
    section=Section.HERE,
    icon=Icon.ROTATE_CCW,
    on_sheet=False,
)
USE = ActionSpec(
    name="template-use",
    title=strings.USE,
    section=Section.HERE,
    keys=("Ctrl+Return",),
    sheet="use it: plan a talk with it",
    icon=Icon.PLAY,
)
ADD_OWN = ActionSpec(
    name="template-add",
    title=strings.ADD_OWN,
    section=Section.HERE,
    keys=("Ctrl+T",),
    sheet="template of your own",
    icon=Icon.PLUS,
)
RENAME = ActionSpec(
    name="template-rename",
    title=strings.RENAME,
    section=Section.HERE,
    keys=("F2",),
    sheet="rename it",
    icon=Icon.PENCIL,
    in_palette=False,
)
VERSIONS = ActionSpec(
    name="template-versions",
    title=strings.VERSIONS,
    section=Section.HERE,
    keys=("Ctrl+H",),
    sheet="earlier versions",
    icon=Icon.HISTORY,
)
PANEL = ActionSpec(
    name="template-panel",
    title=strings.PANEL,
    section=Section.HERE,
    keys=("Ctrl+Alt+P",),
    sheet="what is filled in",
    icon=Icon.PANEL_RIGHT,
)
REMOVE = ActionSpec(
    name="template-remove",
    title=strings.REMOVE,
    section=Section.HERE,
    keys=("Del",),
    sheet="move your own to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)


class PageParts(Protocol):
    """What the keys show or hide on the page."""

    def toggle_compare(self) -> None:
        """Show or hide the lines that differ from the original."""

    def toggle_panel(self) -> None:
        """Show or hide what is filled in."""


class TemplateCommands(Protocol):
    """What the keys do with the chosen template."""

    def ask_to_restore(self) -> None:
        """Ask once, then bring the original back."""

    def use_it(self) -> None:
        """Plan a talk with the chosen template."""

    def add_own(self) -> None:
        """Add a template of one's own."""

    def rename(self) -> None:
        """Give the chosen template another title."""

    def show_versions(self) -> None:
        """Offer the earlier versions."""

    def remove_own(self) -> None:
        """Move a template of one's own to the bin."""


def add_template_actions(
    deeds: TemplateCommands, page: PageParts, owner: QWidget, actions: Actions
) -> None:
    """Make the actions that work anywhere on the page."""
    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    table = (
        (COMPARE, page.toggle_compare),
        (RESTORE, deeds.ask_to_restore),
        (USE, deeds.use_it),
        (ADD_OWN, deeds.add_own),
        (RENAME, deeds.rename),
        (VERSIONS, deeds.show_versions),
        (PANEL, page.toggle_panel),
    )
    for spec, run in table:
        actions.add(spec, owner, run, scope=inside)


def add_list_actions(deeds: TemplateCommands, rows: QListView, actions: Actions) -> None:
    """Make the action that works while the list has the keyboard."""
    actions.add(REMOVE, rows, deeds.remove_own, scope=Qt.ShortcutContext.WidgetShortcut)

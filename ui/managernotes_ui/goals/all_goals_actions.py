"""The keys of everybody's goals (SPEC §7.24)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.style.icons import Icon

CHECK_IN = ActionSpec(
    name="all-goals-check-in",
    title=strings.CHECK_IN_TIP,
    section=Section.HERE,
    keys=("C",),
    sheet="check-in",
    icon=Icon.PLUS,
    in_palette=False,
)
NEW = ActionSpec(
    name="all-goals-new",
    title=strings.NEW,
    section=Section.HERE,
    keys=("G",),
    sheet="new goal",
    icon=Icon.TARGET,
    in_palette=False,
)
OPEN = ActionSpec(
    name="all-goals-open",
    title=strings.OPEN,
    section=Section.HERE,
    shown="Enter",
    sheet="open it on their page",
    in_palette=False,
)
EDIT = ActionSpec(
    name="all-goals-edit",
    title=strings.EDIT,
    section=Section.HERE,
    keys=("F2",),
    sheet="edit the goal",
    icon=Icon.PENCIL,
    in_palette=False,
)
AGENDA = ActionSpec(
    name="all-goals-agenda",
    title=strings.AGENDA,
    section=Section.HERE,
    keys=("A",),
    sheet="put on the agenda",
    icon=Icon.LIST_CHECKS,
    in_palette=False,
)
BIN = ActionSpec(
    name="all-goals-bin",
    title=strings.BIN,
    section=Section.HERE,
    keys=("Del",),
    sheet="move to the bin",
    icon=Icon.TRASH_2,
    in_palette=False,
)
PANEL = ActionSpec(
    name="all-goals-panel",
    title=strings.PANEL,
    section=Section.HERE,
    keys=("Ctrl+Alt+P",),
    sheet="growth, beside",
    icon=Icon.PANEL_RIGHT,
    in_palette=False,
)

"""The keys of the tab "Month look-back" (SPEC §7.26)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.style.icons import Icon

DONE = ActionSpec(
    name="look-back-done",
    title=strings.DONE_TIP,
    section=Section.HERE,
    keys=("Ctrl+Return", "Ctrl+Enter"),
    shown="Ctrl+Enter",
    sheet="done with the month",
    icon=Icon.CHECK,
    in_palette=False,
)
BEFORE = ActionSpec(
    name="look-back-before",
    title=strings.MONTH_BEFORE,
    section=Section.HERE,
    keys=("Alt+Down",),
    shown="Alt+↑↓",
    sheet="month",
    in_palette=False,
)
AFTER = ActionSpec(
    name="look-back-after",
    title=strings.MONTH_AFTER,
    section=Section.HERE,
    keys=("Alt+Up",),
    in_palette=False,
    on_sheet=False,
)
PRACTICE = ActionSpec(
    name="look-back-practice",
    title=strings.MY_PRACTICE,
    section=Section.HERE,
    icon=Icon.LIST_CHECKS,
    on_sheet=False,
)

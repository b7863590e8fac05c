"""The keys of the page after a talk (SPEC §5.9)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.style.icons import Icon

DONE = ActionSpec(
    name="after-done",
    title=strings.ACT_DONE,
    section=Section.HERE,
    keys=("Ctrl+Return", "Ctrl+Enter"),
    sheet="done",
    icon=Icon.CHECK,
)
COPY = ActionSpec(
    name="after-copy",
    title=strings.ACT_COPY,
    section=Section.HERE,
    keys=("Ctrl+Shift+C",),
    sheet="copy the recap",
    icon=Icon.COPY,
)
TOMORROW = ActionSpec(
    name="after-tomorrow",
    title=strings.ACT_TOMORROW,
    section=Section.HERE,
    icon=Icon.CLOCK,
    on_sheet=False,
)

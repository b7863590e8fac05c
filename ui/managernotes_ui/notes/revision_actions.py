"""The actions of the revisions page (SPEC §7, 39b)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.style.icons import Icon

NEXT_CHANGE = ActionSpec(
    name="revision-next-change",
    title=strings.NEXT_CHANGE,
    section=Section.HERE,
    keys=("Alt+Down",),
    sheet="next change",
    icon=Icon.CHEVRON_DOWN,
)
PREVIOUS_CHANGE = ActionSpec(
    name="revision-previous-change",
    title=strings.PREVIOUS_CHANGE,
    section=Section.HERE,
    keys=("Alt+Up",),
    sheet="previous change",
    icon=Icon.CHEVRON_UP,
)
LEFT_OLDER = ActionSpec(
    name="revision-left-older",
    title=strings.LEFT_OLDER,
    section=Section.HERE,
    keys=("[",),
    sheet="left one older",
)
LEFT_NEWER = ActionSpec(
    name="revision-left-newer",
    title=strings.LEFT_NEWER,
    section=Section.HERE,
    keys=("]",),
    sheet="left one newer",
)
BRING_BACK = ActionSpec(
    name="revision-bring-back",
    title=strings.BRING_BACK,
    section=Section.HERE,
    keys=("Ctrl+Return", "Ctrl+Enter"),
    shown="Ctrl+Enter",
    sheet="bring the older one back",
    icon=Icon.ROTATE_CCW,
)
COPY_OLDER = ActionSpec(
    name="revision-copy-older",
    title=strings.COPY_OLDER,
    section=Section.HERE,
    icon=Icon.COPY,
)
TO_NOTE = ActionSpec(
    name="revision-to-note",
    title=strings.BACK_TO_NOTE,
    section=Section.HERE,
    keys=("Esc",),
    sheet="back to the note",
    icon=Icon.ARROW_LEFT,
)

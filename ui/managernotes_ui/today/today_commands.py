"""The actions of the Today page (SPEC §5.1)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import thanks_way as way_strings
from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.icons import Icon

PLAN = ActionSpec(
    name="today-plan",
    title=strings.PLAN,
    section=Section.HERE,
    keys=("P",),
    sheet="plan to say it; promise",
    icon=Icon.CALENDAR,
    in_palette=False,
)
SAID = ActionSpec(
    name="today-said",
    title=strings.SAID,
    section=Section.HERE,
    keys=("S",),
    sheet="said it; helped",
    icon=Icon.CHECK,
    in_palette=False,
)
OPEN = ActionSpec(
    name="today-open",
    title=strings.OPEN,
    section=Section.HERE,
    shown="Enter",
    sheet="open it, or do its next step",
    in_palette=False,
)
KEEP = ActionSpec(
    name="today-keep",
    title=strings.KEPT,
    section=Section.HERE,
    keys=("Space",),
    sheet="a promise is kept, a note is done with",
    icon=Icon.CHECK,
    in_palette=False,
)
TOLD = ActionSpec(
    name="today-told",
    title=strings.TOLD,
    section=Section.HERE,
    keys=("T",),
    sheet="told them that it moved",
    icon=Icon.MESSAGE_SQUARE,
    in_palette=False,
)
COLUMN = ActionSpec(
    name="today-column",
    title=strings.COLUMNS,
    section=Section.HERE,
    shown="← →",
    sheet="the next column",
    in_palette=False,
)
SORT_LOOSE = ActionSpec(
    name="today-loose",
    title=strings.SORT_LOOSE,
    section=Section.HERE,
    keys=("L",),
    sheet=strings.SORT_LOOSE,
    icon=Icon.STICKY_NOTE,
    in_palette=False,
)
THANKS_WAY = ActionSpec(
    name="today-thanks-way",
    title=way_strings.TITLE,
    section=Section.HERE,
    keys=("W",),
    sheet=way_strings.SHEET,
    icon=Icon.HEART,
    in_palette=False,
)
LOOK_BACK = ActionSpec(
    name="today-look-back",
    title=strings.LOOK_BACK,
    section=Section.HERE,
    keys=("B",),
    sheet="look back at the month",
    icon=Icon.HISTORY,
    in_palette=False,
)

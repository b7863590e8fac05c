"""The keys of the page of a talk (SPEC §7.21)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.style.icons import Icon

DONE = ActionSpec(
    name="done-talking",
    title=strings.DONE,
    section=Section.HERE,
    keys=("Ctrl+Return", "Ctrl+Enter"),
    shown="Ctrl+Enter",
    sheet="done talking",
    icon=Icon.CHECK,
)
TOPIC = ActionSpec(
    name="add-topic",
    title=strings.ADD_NAME,
    section=Section.HERE,
    keys=("Ctrl+T",),
    sheet="a topic, or a promise",
    icon=Icon.PLUS,
)
TICK = ActionSpec(
    name="tick-topic",
    title=strings.TICK,
    section=Section.HERE,
    shown="Space",
    sheet="tick what you talked about",
    icon=Icon.CHECK,
    in_palette=False,
)
CARRY = ActionSpec(
    name="carry-over",
    title=strings.CARRY,
    section=Section.HERE,
    keys=("Ctrl+Shift+O",),
    sheet="carry what is open to the next talk",
    icon=Icon.REPEAT,
)
BOLD = ActionSpec(
    name="talk-bold", title=strings.BOLD, section=Section.HERE, keys=("Ctrl+B",), sheet="bold"
)
ITALIC = ActionSpec(
    name="talk-italic", title=strings.ITALIC, section=Section.HERE, keys=("Ctrl+I",), sheet="italic"
)

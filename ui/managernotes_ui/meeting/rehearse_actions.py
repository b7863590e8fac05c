"""The keys of rehearsing (SPEC §5.7: as on screen)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import rehearsing as strings


def _spec(name: str, title: str, *keys: str, shown: str = "", sheet: str = "") -> ActionSpec:
    return ActionSpec(
        name=f"rehearse-{name}",
        title=title,
        section=Section.HERE,
        keys=keys,
        shown=shown,
        sheet=sheet,
        in_palette=False,
    )


CLOCK = _spec("clock", strings.ACT_CLOCK, "Space", sheet="start, stop, turn the card")
NEXT = _spec("next", strings.ACT_NEXT, "Right", sheet="next card")
BEFORE = _spec("before", strings.ACT_BEFORE, "Left", sheet="card before")
AGAIN = _spec("again", strings.ACT_AGAIN, "R", sheet="again from the start")
HIDE = _spec("hide", strings.ACT_HIDE, "H", sheet="hide the words")
KEEP = _spec("keep", strings.ACT_KEEP, "K", sheet="keep a line")
PRESS = _spec("press", strings.ACT_PRESS, "Return", "Enter", sheet="go on")
LEAVE = _spec("leave", strings.ACT_LEAVE, "Esc", sheet="leave")
WAYS = tuple(
    ActionSpec(
        name=f"rehearse-way-{number}",
        title=way,
        section=Section.HERE,
        keys=(f"Alt+{number}",),
        sheet=way.lower(),
    )
    for number, way in enumerate(strings.WAYS, start=1)
)

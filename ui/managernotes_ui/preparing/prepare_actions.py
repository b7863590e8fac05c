"""The keys of the page (SPEC §5.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from managernotes.domain.preparation import Step
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.style.icons import Icon

NEXT = ActionSpec(
    name="prepare-next",
    title=strings.NEXT_STEP,
    section=Section.HERE,
    keys=("Ctrl+Down",),
    sheet="next step",
    icon=Icon.ARROW_RIGHT,
)
BEFORE = ActionSpec(
    name="prepare-before",
    title=strings.PREVIOUS_STEP,
    section=Section.HERE,
    keys=("Ctrl+Up",),
    sheet="previous step",
    icon=Icon.ARROW_LEFT,
)
READY = ActionSpec(
    name="prepare-ready",
    title=strings.MARK_PREPARED,
    section=Section.HERE,
    keys=("Ctrl+Return",),
    sheet="mark as prepared",
    icon=Icon.CHECK,
)
PANEL = ActionSpec(
    name="prepare-panel",
    title=strings.PANEL,
    section=Section.HERE,
    keys=("Ctrl+Alt+P",),
    sheet=strings.PANEL_KEY,
    icon=Icon.PANEL_RIGHT,
)


def step_actions(go_to: Callable[[Step], None]) -> Iterator[tuple[ActionSpec, Callable[[], None]]]:
    """Yield Alt+0 to Alt+9; the key sheet names them in one line."""
    for step in Step:
        number = int(step)
        spec = ActionSpec(
            name=f"prepare-step-{number}",
            title=strings.STEP.format(number=number),
            section=Section.HERE,
            keys=(f"Alt+{number}",),
            shown="Alt+0…9" if not number else "",
            sheet=strings.GO_TO_STEP,
            on_sheet=not number,
            in_palette=False,
        )
        yield spec, lambda step=step: go_to(step)  # type: ignore[misc]

"""The keys of the tab "Goals & growth" (SPEC §5.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.actions import Actions, ActionSpec, Section
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.common.strings import growth as growth_strings
from managernotes_ui.style.icons import Icon

CHECK_IN = ActionSpec(
    name="goal-check-in",
    title=strings.CHECK_IN_TIP,
    section=Section.PERSON,
    keys=("C",),
    sheet="check-in for the chosen goal",
    icon=Icon.PLUS,
)
STEP = ActionSpec(
    name="growth-step",
    title=growth_strings.NEW_STEP,
    section=Section.PERSON,
    keys=("G",),
    sheet="growth: a step, or mentoring",
    icon=Icon.SPROUT,
)
DIRECTION = ActionSpec(
    name="growth-direction",
    title=growth_strings.EDIT_DIRECTION,
    section=Section.PERSON,
    keys=("D",),
    sheet="their direction, in their words",
    icon=Icon.SIGNPOST,
)
NEXT = ActionSpec(
    name="goal-next",
    title=strings.NEXT_STATE,
    section=Section.PERSON,
    keys=("Alt+Right",),
    sheet="next state of goal or step",
    icon=Icon.ARROW_RIGHT,
    in_palette=False,
)
EDIT = ActionSpec(
    name="goal-edit",
    title=strings.EDIT,
    section=Section.PERSON,
    keys=("F2",),
    shown="F2",
    sheet="edit the goal",
    icon=Icon.PENCIL,
    in_palette=False,
)
BACK = ActionSpec(
    name="course-back",
    title=strings.WALK_BACK,
    section=Section.PERSON,
    keys=("Left",),
    shown="← →",
    sheet="walk the check-ins of the course",
    in_palette=False,
)
ON = ActionSpec(
    name="course-on",
    title=strings.WALK_ON,
    section=Section.PERSON,
    keys=("Right",),
    on_sheet=False,
    in_palette=False,
)
BIN = ActionSpec(
    name="goal-bin",
    title=strings.BIN,
    section=Section.PERSON,
    keys=("Del",),
    on_sheet=False,
    icon=Icon.TRASH_2,
    in_palette=False,
)
BIN_CHECK_IN = ActionSpec(
    name="check-in-bin",
    title=strings.BIN_CHECK_IN,
    section=Section.PERSON,
    keys=("Del",),
    on_sheet=False,
    icon=Icon.TRASH_2,
    in_palette=False,
)
BIN_GROWTH = ActionSpec(
    name="growth-bin",
    title=growth_strings.BIN,
    section=Section.PERSON,
    keys=("Del",),
    on_sheet=False,
    icon=Icon.TRASH_2,
    in_palette=False,
)
GROWTH_NEXT = ActionSpec(
    name="growth-next",
    title=growth_strings.NEXT,
    section=Section.PERSON,
    keys=("Alt+Right",),
    on_sheet=False,
    icon=Icon.ARROW_RIGHT,
    in_palette=False,
)
MET = ActionSpec(
    name="mentoring-met",
    title=growth_strings.MET,
    section=Section.PERSON,
    keys=("M",),
    sheet="mentoring: they met today",
    icon=Icon.CHECK,
    in_palette=False,
)

Run = Callable[[], None]


def add_actions(
    actions: Actions, owner: QWidget, table: Iterable[tuple[ActionSpec, Run]], *, inside: bool
) -> None:
    """Make the actions of a widget; `inside` lets them work wherever in it the keyboard is."""
    scope = Qt.ShortcutContext.WidgetShortcut
    if inside:
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for spec, run in table:
        actions.add(spec, owner, run, scope=scope)

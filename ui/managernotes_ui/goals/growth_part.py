"""Steps of growth and mentoring under the goal: a head with its button, and the list (S15)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.goal_card import head_row
from managernotes_ui.goals.growth_list import GrowthList
from managernotes_ui.goals.person_goals_vm import PersonGoalsViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.line_rows import REACH
from managernotes_ui.widgets.scroll_column import ScrollColumn
from managernotes_ui.widgets.text_label import TextLabel


class GrowthPart(QWidget):
    """Draws the growth of a PersonGoalsViewModel."""

    def __init__(self, theme: Theme, pane: ScrollColumn) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.list = GrowthList(theme)
        self.step = make_button(
            theme,
            strings.STEP,
            icon=Icon.PLUS,
            role=ButtonRole.LINK,
            size=ButtonSize.LINE,
            key="G",
            tip=strings.STEP_TIP,
        )
        self._none = TextLabel(theme, strings.NONE_YET, Type.LIST, tone=Role.MUTED, lines=0)
        inset = QHBoxLayout()
        inset.setContentsMargins(REACH, 0, REACH, 0)
        inset.addWidget(head_row(theme, strings.GROWTH, self.step))
        below = QHBoxLayout()
        below.setContentsMargins(REACH, 0, REACH, 0)
        below.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inset)
        column.addWidget(self.list)
        column.addLayout(below)
        pane.hold(self.list)

    def show_growth(self, vm: PersonGoalsViewModel) -> None:
        """Show steps and mentoring as they are now."""
        lines = vm.growth
        self.list.show_lines(lines, chooses_first=False)
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)

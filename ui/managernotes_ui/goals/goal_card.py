"""One goal: what is measured, its course, the help beside it, and its check-ins (SPEC §5.10)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.goal import Goal, GoalState
from managernotes.domain.goal_rules import NEXT
from managernotes.practice.course_words import unit_of
from managernotes.practice.goal_course import course
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.check_in_list import CheckInList
from managernotes_ui.goals.goal_course import GoalCourse
from managernotes_ui.goals.person_goals_vm import PersonGoalsViewModel
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.line_rows import REACH
from managernotes_ui.widgets.scroll_column import ScrollColumn
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_HEAD = 32
_ON_ITS_WAY = frozenset({GoalState.AGREED, GoalState.ACTIVE})
"""States in which a check-in is the usual next thing, not a step."""


class GoalCard(QWidget):
    """Draws the chosen goal of a PersonGoalsViewModel; support stands beside progress (S40)."""

    def __init__(self, theme: Theme, pane: ScrollColumn) -> None:
        super().__init__()
        self._theme = theme
        self._pane = pane
        self.setProperty("ground", "none")
        self.title = TextLabel(theme, "", Type.SECTION, lines=2)
        self.meta = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=0)
        self.serves = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=2)
        self.step = make_button(theme, "", size=ButtonSize.SMALL, key="Alt+Right")
        self.check_in = make_button(
            theme,
            strings.CHECK_IN,
            icon=Icon.PLUS,
            size=ButtonSize.SMALL,
            key="C",
            tip=strings.CHECK_IN_TIP,
        )
        self.more = icon_button(
            theme,
            Icon.ELLIPSIS,
            strings.MORE,
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        self.course = GoalCourse(theme)
        self.support = TextLabel(theme, "", Type.LIST, lines=0)
        self.learned = TextLabel(theme, "", Type.LIST, lines=0)
        self.next = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self.check_ins = CheckInList(theme)
        self.earlier = make_button(
            theme, "", role=ButtonRole.LINK, size=ButtonSize.LINE, tip=strings.SHOW_EARLIER_TIP
        )
        self._none = TextLabel(theme, strings.NO_CHECK_INS, Type.LIST, tone=Role.MUTED, lines=0)
        self._build()
        for label in (self.title, self.meta, self.serves, self.support, self.learned):
            label.hold_text(Uncover(theme, label, None))

    def show_goal(self, goal: Goal, vm: PersonGoalsViewModel) -> None:
        """Show a goal as it is now."""
        words, today = vm.words, vm.today()
        self.title.setText(goal.words.title)
        self.meta.setText(words.meta(goal))
        self.meta.setVisible(bool(self.meta.text()))
        self.serves.setText(vm.vision_line)
        self.serves.setVisible(bool(vm.vision_line))
        self._show_step(goal)
        self.course.show_course(course(goal, today), unit_of(goal), today)
        said = Role.TEXT if goal.words.support_needed else Role.MUTED
        self.support.set_runs(
            [
                Run(f"{strings.SUPPORT}: ", weight=MEDIUM),
                Run(words.support(goal), role=said),
                Run(f" · {words.help_given(goal)}", role=Role.MUTED),
            ]
        )
        learned = goal.words.learned
        self.learned.set_runs([Run(f"{strings.LEARNED}: ", weight=MEDIUM), Run(learned)])
        self.learned.setVisible(bool(learned))
        self.next.setText(words.next_on(goal))
        self.check_ins.show_lines(vm.check_ins, chooses_first=False)
        self.check_ins.setVisible(bool(goal.check_ins))
        self._none.setVisible(not goal.check_ins)
        self.earlier.setText(strings.SHOW_EARLIER.format(count=vm.earlier))
        self.earlier.setVisible(vm.earlier > 0)

    def _show_step(self, goal: Goal) -> None:
        """Offer the usual next state where a check-in is not what comes next."""
        follows = NEXT[goal.state]
        offers = bool(follows) and goal.state not in _ON_ITS_WAY
        if offers:
            goes_on = goal.state is GoalState.PAUSED
            words = strings.GO_ON if goes_on else strings.STEPS[follows[0]]
            self.step.setText(words)
            self.step.updateGeometry()
        self.step.setVisible(offers)
        self.check_in.setVisible(goal.ended_on is None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(12)
        column.addLayout(_inset(self._plot()))
        column.addSpacing(8)
        column.addLayout(self._help())
        column.addLayout(_inset(self.learned))
        column.addSpacing(4)
        column.addLayout(_inset(head_row(self._theme, strings.CHECK_INS, self.earlier, self.next)))
        column.addWidget(self.check_ins)
        column.addLayout(_inset(self._none))
        self._pane.hold(self.check_ins)

    def _head(self) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(0)
        for label in (self.title, self.meta, self.serves):
            said.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(REACH, 0, REACH, 0)
        row.setSpacing(8)
        row.addLayout(said, 1)
        for button in (self.step, self.check_in, self.more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _plot(self) -> QWidget:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 12, 12, 8)
        inside.addWidget(self.course)
        return card

    def _help(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(REACH, 0, REACH, 0)
        row.setSpacing(8)
        sign = GlyphLabel(self._theme, Icon.LIFE_BUOY, 14, Role.SUPPORT)
        sign.setContentsMargins(0, 3, 0, 0)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.support, 1)
        return row


def head_row(theme: Theme, title: str, *beside: QWidget) -> QWidget:
    """Return a head of 32: its words, and something at the right."""
    head = QWidget()
    head.setProperty("ground", "none")
    head.setMinimumHeight(_HEAD)
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(TextLabel(theme, title, Type.NAME))
    row.addStretch(1)
    for part in beside:
        row.addWidget(part)
    return head


def _inset(part: QWidget) -> QHBoxLayout:
    """Keep a part where the words of rows begin and end."""
    row = QHBoxLayout()
    row.setContentsMargins(REACH, 0, REACH, 0)
    row.addWidget(part)
    return row

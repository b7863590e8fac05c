"""One step: its name, its questions one under the other, each with its answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.preparation import Step
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing import questions as asked
from managernotes_ui.preparing.about_part import AboutPart
from managernotes_ui.preparing.day_part import DayPart, FollowUpPart
from managernotes_ui.preparing.facts_part import FactsPart
from managernotes_ui.preparing.gate_part import GatePart, PolicyPart
from managernotes_ui.preparing.lines_part import LinesPart
from managernotes_ui.preparing.my_part import MyPart
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.person_sheets import PersonSheets
from managernotes_ui.preparing.plans_part import PlansPart
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.ready_part import ReadyPart
from managernotes_ui.preparing.text_part import TextPart
from managernotes_ui.preparing.yardsticks_part import YardsticksPart
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

SIDE, NARROW_SIDE = 56, 24
COLUMN = 640
"""The widest column of text in design pixels (SPEC §2)."""
_TOP, _BOTTOM, _BETWEEN = 40, 32, 32
_LANE = 12
"""Width of the scroll bar, which lies in the padding."""

_MADE_BY: dict[asked.Part, type[Part]] = {
    asked.Part.TEXT: TextPart,
    asked.Part.LINES: LinesPart,
    asked.Part.PLANS: PlansPart,
    asked.Part.GATE: GatePart,
    asked.Part.ABOUT: AboutPart,
    asked.Part.FACTS: FactsPart,
    asked.Part.YARDSTICKS: YardsticksPart,
    asked.Part.MY_PART: MyPart,
    asked.Part.POLICY: PolicyPart,
    asked.Part.DAY: DayPart,
    asked.Part.FOLLOW_UP: FollowUpPart,
    asked.Part.READY: ReadyPart,
}


class StepSheet(QScrollArea):
    """Built when the step is first visited, and anew when it asks something else."""

    def __init__(self, tools: Tools, step: Step, questions: Sequence[Question]) -> None:
        super().__init__()
        self._theme = tools.theme
        self._tools = tools
        self.step = step
        self.questions = tuple(questions)
        self.parts: list[Part] = []
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._build()
        self._theme.changed.connect(self._on_theme_changed)

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes when the step is shown."""
        return self.parts[0].first

    def refresh(self) -> None:
        """Show what is chosen."""
        for part in self.parts:
            part.refresh()

    def show_words(self) -> None:
        """Read the words afresh."""
        for part in self.parts:
            part.show_words()

    def set_side(self, side: int) -> None:
        """Keep the padding left and right."""
        self._side = side
        self._column.setContentsMargins(side, _TOP, side - _LANE, _BOTTOM)
        self._sheet.setMaximumWidth(self._theme.scale.px(COLUMN) + 2 * side - _LANE)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(strings.QUESTION_PANE)
        calm_scrolling(self._theme, self)
        self._sheet.setProperty("ground", "none")
        self._column.setSpacing(0)
        self._column.addLayout(self._head())
        self._column.addSpacing(12)
        self._add_questions()
        self._column.addStretch(1)
        self.setWidget(self._sheet)
        self.set_side(SIDE)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        title = strings.STEP_TITLES[self.step]
        row.addWidget(TextLabel(self._theme, title, Type.LIST, tone=Role.MUTED, lines=0), 1)
        if self.step in asked.PRIVATE_STEPS:
            row.addWidget(GlyphLabel(self._theme, Icon.LOCK, 14, Role.MUTED))
            row.addWidget(TextLabel(self._theme, strings.ONLY_YOU, Type.META, tone=Role.MUTED))
        return row

    def _add_questions(self) -> None:
        of_people = [one for one in self.questions if one.person is not None]
        common = [one for one in self.questions if one.person is None]
        for number, question in enumerate(common):
            if number:
                self._column.addSpacing(_BETWEEN)
            part = _MADE_BY[question.part](self._tools, question, is_main=not number)
            self.parts.append(part)
            self._column.addWidget(part)
        if of_people:
            sheets = PersonSheets(self._tools, of_people)
            self.parts += sheets.parts
            self._column.addSpacing(_BETWEEN)
            self._column.addWidget(sheets)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.set_side(self._side)

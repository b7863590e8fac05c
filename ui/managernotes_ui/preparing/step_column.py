"""Left of the question: which talk it is, its steps, and the two ways to practise (06)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.step_list import StepList
from managernotes_ui.preparing.wide_key_button import WideKeyButton
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

WIDTH, _SIDE, _TOP = 232, 16, 20
PER_SCALE = 180
"""What the column gains for each whole step of the text scale: its longest step stays whole."""


class StepColumn(QWidget):
    """Draws what the view-model says about the talk and its steps."""

    rehearse_wanted = Signal()
    discreet_view_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._theme = tools.theme
        self._day = TextLabel(self._theme, "", Type.META, tone=Role.MUTED, lines=2)
        self._title = TextLabel(self._theme, "", Type.SECTION, lines=2)
        self._title.hold_text(Uncover(self._theme, self._title, None))
        self.list = StepList(self._theme)
        self.rehearse = WideKeyButton(self._theme, strings.REHEARSE, Icon.PLAY, "F5")
        self.discreet_view = WideKeyButton(self._theme, strings.DISCREET_VIEW, Icon.EYE_OFF, "F7")
        self._build()
        self.rehearse.clicked.connect(self.rehearse_wanted)
        self.discreet_view.clicked.connect(self.discreet_view_wanted)
        self.list.chosen.connect(tools.vm.go_to)
        tools.vm.changed.connect(self._on_changed)
        tools.vm.step_changed.connect(self._on_changed)
        tools.vm.standing_changed.connect(self._on_changed)
        self._theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline at the right."""
        edge = QRect(self.width() - 1, 0, 1, self.height())
        painter = QPainter(self)
        painter.fillRect(edge, self._theme.tokens.line)
        painter.end()

    def _build(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 0, 16)
        head.setSpacing(2)
        head.addWidget(self._day)
        head.addWidget(self._title)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _TOP, _SIDE + 1, _TOP)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addSpacing(8)
        column.addWidget(self.rehearse)
        column.addSpacing(8)
        column.addWidget(self.discreet_view)

    @Slot()
    def _dress(self) -> None:
        self.setFixedWidth(round(WIDTH + PER_SCALE * (self._theme.scale.text - 1)))

    @Slot()
    def _on_changed(self) -> None:
        vm = self._tools.vm
        read = vm.read
        if read is None:
            return
        talk, dates = read.desk.conversation, self._tools.dates
        when = strings.NO_DAY
        if talk.planned_on is not None:
            day = dates.weekday_and_day(talk.planned_on, vm.today)
            hour = f", {talk.planned_at:%H:%M}" if talk.planned_at is not None else ""
            when = strings.PREPARING_FOR.format(day=f"{day}{hour}")
        self._day.setText(when)
        names = " and ".join(name for _, name in read.called)
        self._title.setText(talk.words.title or strings.NO_TITLE.format(name=names))
        self.list.show_steps(vm.steps, vm.standing.done, vm.step)

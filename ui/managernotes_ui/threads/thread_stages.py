"""The states of a thread in a row: passed, present, ahead; the next one can be pressed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from managernotes.domain.thread import Thread, ThreadState
from managernotes.domain.thread_rules import STAGES, next_states
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.tooltip import set_tip

_RING, _GAP, _LINE, _SHORT_LINE, _AROUND = 20, 8, 32, 14, 12
_LONG_WAY = 3
"""With more stages than this the lines between them are short."""


class Stage(QAbstractButton):
    """One stage: a ring of 20 and its word; `line` is the way from the stage before."""

    def __init__(self, theme: Theme, words: str, line: int) -> None:
        super().__init__()
        self._theme = theme
        self._line = line
        self.is_passed = False
        self.is_present = False
        self.is_short = False
        """Whether only the present stage has its word, because there is no room for all."""
        self.setText(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for the way, the ring and the word."""
        return QSize(self.width_when(short=self.is_short), self._theme.scale.px(_RING))

    def width_when(self, *, short: bool) -> int:
        """Return how wide it is, with every word or with the present one's only."""
        metrics = QFontMetricsF(self._theme.fonts.of(Type.BUTTON))
        words = math.ceil(metrics.horizontalAdvance(self.text())) + _GAP
        line, around = (_SHORT_LINE, _AROUND // 2) if short else (self._line, _AROUND)
        way = line + 2 * around if self._line else 0
        return way + self._side + (0 if short and not self.is_present else words)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a word is whole."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the way, the ring and the word."""
        tokens, side = self._theme.tokens, self._side
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        middle = self.height() / 2
        if self._line:
            line, around = (_SHORT_LINE, _AROUND // 2) if self.is_short else (self._line, _AROUND)
            painter.fillRect(QRectF(around, round(middle), line, 1), tokens.line2)
            left = line + 2.0 * around
        ring = QRectF(left, middle - side / 2, side, side)
        self._paint_ring(painter, ring)
        style = Type.BUTTON if self.is_present else Type.LIST
        painter.setFont(self._theme.fonts.of(style))
        painter.setPen(tokens.of(Role.TEXT if self.is_present else Role.MUTED))
        if self.underMouse() and self.isEnabled():
            painter.setPen(tokens.accent)
        words = QRectF(ring.right() + _GAP, 0, self.width(), self.height())
        if self.is_present or not self.is_short:
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    @property
    def _side(self) -> int:
        return self._theme.icons.side(_RING)

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        tokens = self._theme.tokens
        box = ring.adjusted(0.75, 0.75, -0.75, -0.75)
        if self.is_passed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.selected)
            painter.drawEllipse(ring)
            sign = self._theme.icons.side(12)
            at = QPointF(ring.center().x() - sign / 2, ring.center().y() - sign / 2)
            self._theme.icons.paint(painter, at, Icon.CHECK, 12, tokens.accent)
            return
        edge = (
            tokens.accent
            if self.is_present or (self.underMouse() and self.isEnabled())
            else tokens.control
        )
        painter.setPen(QPen(edge, 1.5 if self.is_present else 1))
        painter.setBrush(tokens.selected if self.is_present else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if self.is_present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(ring.center(), self._side / 5, self._side / 5)


class ThreadStages(QWidget):
    """All stages of one thread; `wanted` brings the states that a pressed one stands for."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[ThreadState, ...], ...] = ()
        self.stages: list[Stage] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(strings.STAGES_NAME)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def whole_width(self) -> int:
        """Return the room that every word takes."""
        return sum(stage.width_when(short=False) for stage in self.stages)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the present stage's word only."""
        least = sum(stage.width_when(short=True) for stage in self.stages)
        return QSize(least, self._theme.scale.px(_RING))

    def set_short(self, short: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave the words out, but for the present stage's; tooltips have them."""
        for stage in self.stages:
            if stage.is_short != short:
                stage.is_short = short
                stage.updateGeometry()
                stage.update()

    def show_thread(self, thread: Thread) -> None:
        """Show how far a thread has got, and let the next stage be pressed."""
        stages = STAGES[thread.kind]
        if thread.state is ThreadState.PASSED_TO_HR:
            stages = (*stages[: _reached(thread)], (ThreadState.PASSED_TO_HR,))
        if stages != self._shown:
            self._shown = stages
            self._make(stages)
        here = next(at for at, states in enumerate(stages) if thread.state in states)
        follows = set(next_states(thread)) - {ThreadState.PASSED_TO_HR}
        for at, (states, stage) in enumerate(zip(stages, self.stages, strict=True)):
            stage.is_passed, stage.is_present = at < here, at == here
            stage.setText(_words(states, thread.state))
            stage.setEnabled(bool(follows & set(states)))
            key = "Alt+Right" if stage.isEnabled() else ""
            set_tip(stage, stage.text(), key)
            stage.setAccessibleName(stage.text())
            stage.updateGeometry()
            stage.update()
        self.updateGeometry()

    def _make(self, stages: Sequence[tuple[ThreadState, ...]]) -> None:
        for old in self.stages:
            self._row.removeWidget(old)
            old.deleteLater()
        between = _LINE if len(stages) <= _LONG_WAY else _SHORT_LINE
        self.stages = []
        for at, states in enumerate(stages):
            stage = Stage(self._theme, _words(states, None), between if at else 0)
            stage.clicked.connect(lambda _checked=False, states=states: self._on_pressed(states))
            self.stages.append(stage)
            self._row.addWidget(stage)

    @Slot()
    def _on_pressed(self, states: tuple[ThreadState, ...]) -> None:
        self.wanted.emit(states)


def _words(states: tuple[ThreadState, ...], present: ThreadState | None) -> str:
    if present in states and present is not None:
        return strings.STATES[present]
    if len(states) == 1:
        return strings.STATES[states[0]]
    one, other = (strings.STATES[state] for state in states)
    return strings.EITHER.format(one=one, other=other)


def _reached(thread: Thread) -> int:
    """Return how many stages of its own a thread had reached before it was passed on."""
    stages = STAGES[thread.kind]
    known = [
        at for at, states in enumerate(stages) for step in thread.steps if step.state in states
    ]
    return max(known, default=0) + 1

"""The drill's card: what the last one did, when the next is due, and the way to do it now."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.trust_memory import Drilled
from managernotes_ui.common.strings import trust as strings
from managernotes_ui.settings.trust_words import TrustWords
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.text_label import TextLabel

RING, CHECK, STEP_HEIGHT = 20, 12, 32


class StepRing(QWidget):
    """The ring of a step: empty, or filled with a check once it is done (SPEC §4, step)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_done = False
        theme.changed.connect(self._on_theme_changed)
        self.setFixedSize(self.sizeHint())

    def set_done(self, done: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the check, or the empty ring."""
        self._is_done = done
        self.update()

    def sizeHint(self) -> QSize:
        """Return the ring's square."""
        side = self._theme.scale.icon(RING)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if self._is_done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent_soft)
            painter.drawEllipse(room)
            side = self._theme.icons.side(CHECK)
            at = room.center() - QPointF(side / 2, side / 2)
            self._theme.icons.paint(painter, at, Icon.CHECK, CHECK, tokens.accent)
        else:
            painter.setPen(QPen(tokens.line2, 1.5))
            painter.drawEllipse(room.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class _StepRow(QWidget):
    """One step of the drill, with its figure at the right."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._ring = StepRing(theme)
        self._words = words
        self._figure = TextLabel(theme, "", Type.META, tone=Role.MUTED, tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(TextLabel(theme, words, Type.LIST, lines=2), 1)
        row.addWidget(self._figure)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_figure(self, figure: str) -> None:
        """Show what the last drill came to here; empty before there was one."""
        self._figure.setText(figure)
        self._ring.set_done(bool(figure))
        self.setAccessibleName(f"{self._words}: {figure or strings.DRILL_NEVER}")

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.scale.grow(STEP_HEIGHT, 20))


class TrustDrillCard(Card):
    """Four steps with their figures, and a small button."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = TrustWords()
        self._when = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._steps = [_StepRow(theme, words) for words in strings.DRILL_STEPS]
        self.button = make_button(
            theme, strings.DO_DRILL, size=ButtonSize.SMALL, tip=strings.DRILL_ACTION
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(TextLabel(theme, strings.DRILL, Type.NAME))
        head.addStretch(1)
        head.addWidget(self._when)
        column.addLayout(head)
        column.addSpacing(4)
        for step in self._steps:
            column.addWidget(step)
        column.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.button)
        takes = TextLabel(theme, strings.DRILL_TAKES, Type.META, tone=Role.MUTED, lines=2)
        foot.addWidget(takes, 1)
        column.addLayout(foot)
        column.addStretch(1)
        self.button.clicked.connect(self.wanted)

    def show_drill(self, drilled: Drilled | None, now: datetime) -> None:
        """Show the last drill, or that there was none."""
        self._when.setText(self._words.drill(drilled, now))
        figures = self._words.drill_figures(drilled, now)
        for step, figure in zip(self._steps, figures, strict=True):
            step.show_figure(figure)

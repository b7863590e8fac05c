"""The facts of a talk in the right panel: day, what was done or said, how it is known (06)."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.text.plain_words import without_marks
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.part import Tools
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_DAY, _PADDING, _LINES, _LARGE = 56, 8, 2, 4


class FactLine(QWidget):
    """A hairline, the day in a column of 56, two lines of words, the source under them."""

    def __init__(self, theme: Theme, day: str, words: str, source: str, uncover: Uncover) -> None:
        super().__init__()
        self._theme = theme
        date = TextLabel(theme, day, Type.META, tone=Role.MUTED, lines=2, tabular=True)
        date.setFixedWidth(theme.scale.px(_DAY))
        date.setContentsMargins(0, 2, 0, 0)
        text = TextLabel(theme, words, Type.LIST, lines=_LINES if theme.scale.text <= 1 else _LARGE)
        text.hold_text(uncover)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(text)
        column.addWidget(TextLabel(theme, source, Type.META, tone=Role.MUTED))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _PADDING + 1, 0, _PADDING)
        row.setSpacing(0)
        row.addWidget(date, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline above."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.tokens.line)
        painter.end()


class FactLines(QWidget):
    """All of them, built anew when they are others."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._shown: object = None
        self._none = TextLabel(tools.theme, strings.NO_FACTS, Type.LIST, tone=Role.MUTED, lines=0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._none)

    def refresh(self) -> None:
        """Show the facts of the talk."""
        read = self._tools.vm.read
        facts = () if read is None else read.desk.facts
        scale = self._tools.theme.scale
        if (facts, scale) == self._shown:
            return
        self._shown = (facts, scale)
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            day = self._tools.dates.day(fact.occurred_on, self._tools.vm.today)
            source = strings.SOURCES[fact.source]
            words = " ".join(without_marks(fact.text).split()) or strings.NO_WORDS
            line = FactLine(self._tools.theme, day, words, source, self._tools.uncover)
            self._column.addWidget(line)
        self._none.setVisible(not facts)

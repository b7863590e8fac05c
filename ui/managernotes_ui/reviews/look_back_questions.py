"""The five questions of a month (S45), one under the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews.answer_field import AnswerField
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel

LANE = 12
"""Width of the scroll bar, which lies in the page's margin."""
_HEAD, _BELOW_HEAD, _BETWEEN, _LOCK = 36, 8, 20, 14
ONE_THING = "one_thing"
FIRST_OPEN = "first-open"
"""Stands for the first question without an answer."""


class LookBackQuestions(QScrollArea):
    """`typed` brings a field's name and its text."""

    typed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = TextLabel(theme, "", Type.SECTION)
        self._ahead, self._inner = QWidget(), QWidget()
        self.fields = {name: AnswerField(theme, title) for name, title in strings.QUESTIONS.items()}
        self.fields[ONE_THING] = AnswerField(theme, strings.ONE_THING, strings.ONE_THING_HINT)
        self._build()
        for name, field in self.fields.items():
            field.typed.connect(lambda text, name=name: self.typed.emit(name, text))
            field.field.installEventFilter(self)

    def show_month(self, month: str, next_month: str) -> None:
        """Say which month it is, and in which one something is to be tried."""
        self._title.setText(month)
        self.fields[ONE_THING].ask(strings.ONE_THING.format(month=next_month))

    def set_titled(self, titled: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the month over the questions, unless a select says it already."""
        self._title.setVisible(titled)
        self._ahead.setVisible(not titled)

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show what is stored, or was typed."""
        for name, field in self.fields.items():
            field.show_text(answers.get(name, ""))

    def take_focus(self, name: str = "") -> None:
        """Put the keyboard into a question, else into the first one without an answer."""
        empty = (one for one, field in self.fields.items() if not field.field.toPlainText())
        wanted = self.fields.get(name) or self.fields[next(empty, ONE_THING)]
        wanted.field.moveCursor(QTextCursor.MoveOperation.End)
        wanted.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a question into view, title and all, when it gets the keyboard."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            question = watched.parentWidget()
            if question is not None and self._inner.isAncestorOf(question):
                self._reveal(question)
        return super().eventFilter(watched, event)

    def _reveal(self, question: QWidget) -> None:
        if QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            return
        top = question.mapTo(self._inner, QPoint(0, 0)).y()
        self.ensureVisible(0, top + question.height(), 0, 4)
        self.ensureVisible(0, top, 0, 4)

    def _build(self) -> None:
        theme = self._theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        calm_scrolling(theme, self)
        head = QWidget()
        head.setMinimumHeight(theme.scale.grow(_HEAD, 20))
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._title, 1)
        row.addWidget(self._ahead, 1)
        row.addWidget(GlyphLabel(theme, Icon.LOCK, _LOCK))
        row.addWidget(TextLabel(theme, strings.ONLY_FOR_YOU, Type.META, tone=Role.MUTED), 0)
        self._ahead.hide()
        self._inner.setProperty("ground", "none")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(_BELOW_HEAD)
        for field in self.fields.values():
            column.addWidget(field)
            column.addSpacing(_BETWEEN)
        column.addStretch(1)
        self.setWidget(self._inner)

"""The four questions, two by two; in a narrow window one under the other (SPEC §7.28)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.lesson_answers import LIKELY, conditions
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_LINES, _ACROSS, _DOWN, _UNDER_LABEL = 4, 24, 20, 6
_STACKED_BELOW = 560
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerField(TextArea):
    """Room for four lines, then it grows with its text."""

    def __init__(self, theme: Theme, field: str) -> None:
        question = strings.QUESTIONS[field]
        super().__init__(theme, question, strings.HINTS[field], style=Type.BODY, least_lines=_LINES)


class ConditionsField(AnswerField):
    """One condition a line: a new line begins with its dot."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin each line with a dot."""
        begins = not self.toPlainText() and event.text().isprintable() and event.text()
        if begins and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.insertPlainText(strings.BULLET)
        if event.key() in _ENTER and not event.modifiers():
            self.insertPlainText("\n" + strings.BULLET)
            event.accept()
        else:
            super().keyPressEvent(event)


class LessonQuestions(QWidget):
    """`typed` brings the name of an answer and its text."""

    typed = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_showing = False
        self.fields: dict[str, AnswerField] = {}
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._columns = 0
        self._build()
        self._arrange(2)

    def show_lesson(self, vm: LessonsViewModel) -> None:
        """Show the answers of the chosen lesson; what is being typed stays as it is."""
        self._is_showing = True
        for field, edit in self.fields.items():
            wanted = vm.shown_answer(field)
            edit.setReadOnly(vm.is_discreet)
            if not _is_same(field, edit.toPlainText(), wanted):
                edit.setPlainText(wanted)
        self._is_showing = False

    def focus(self, number: int) -> None:
        """Put the keyboard into an answer, 0 to 3."""
        field = tuple(self.fields.values())[number]
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one under the other where two have no room."""
        super().resizeEvent(event)
        self._arrange(1 if self.width() / self._theme.scale.text < _STACKED_BELOW else 2)

    def _build(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_ACROSS)
        self._grid.setVerticalSpacing(_DOWN)
        for number, (field, question) in enumerate(strings.QUESTIONS.items(), start=1):
            edit = (ConditionsField if field == LIKELY else AnswerField)(self._theme, field)
            edit.setToolTip(f"{question} (Alt+{number})")
            edit.textChanged.connect(lambda name=field: self._on_text(name))
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(_UNDER_LABEL)
            column.addWidget(TextLabel(self._theme, question, Type.NAME))
            column.addWidget(edit)
            column.addStretch(1)
            self.fields[field] = edit
            self._cells.append(cell)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)

    def _on_text(self, field: str) -> None:
        if not self._is_showing:
            self.typed.emit(field, self.fields[field].toPlainText())


def _is_same(field: str, here: str, wanted: str) -> bool:
    """Whether a field says this already; a dot alone is no condition yet."""
    return conditions(here) == conditions(wanted) if field == LIKELY else here == wanted

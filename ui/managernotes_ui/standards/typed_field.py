"""A labelled text that tells what is typed into it, and never what is shown in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_area import TextArea


class TypedArea(QWidget):
    """A text of several lines under its label."""

    typed = Signal(str)

    def __init__(self, theme: Theme, label: str, hint: str = "", *, lines: int = 2) -> None:
        super().__init__()
        self.area = TextArea(theme, label, hint, least_lines=lines, snug=9)
        self._shows = False
        _fill(self, LabelledField(theme, label, self.area))
        self.setFocusProxy(self.area)
        self.area.textChanged.connect(self._on_changed)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.area.toPlainText()

    def show_text(self, text: str) -> None:
        """Show what is stored; the same text leaves the caret where it is."""
        if text != self.text:
            self._shows = True
            self.area.setPlainText(text)
            self._shows = False

    def _on_changed(self) -> None:
        if not self._shows:
            self.typed.emit(self.text)


class TypedLine(QWidget):
    """A text of one line under its label."""

    typed = Signal(str)
    ended = Signal(str)
    """It was left, or Enter was pressed in it, after something was typed."""

    def __init__(self, theme: Theme, label: str, hint: str = "") -> None:
        super().__init__()
        self.edit = LineEdit(theme, label, hint)
        self.field = LabelledField(theme, label, self.edit)
        self._is_typed = False
        _fill(self, self.field)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.editingFinished.connect(self._on_ended)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.edit.text()

    def show_text(self, text: str) -> None:
        """Show what is stored; the same text leaves the caret where it is."""
        self._is_typed = False
        if text != self.edit.text():
            self.edit.setText(text)

    @property
    def is_typed(self) -> bool:
        """Whether something was typed that was not told as ended."""
        return self._is_typed

    def _on_typed(self, text: str) -> None:
        self._is_typed = True
        self.typed.emit(text)

    def _on_ended(self) -> None:
        if self._is_typed:
            self._is_typed = False
            self.ended.emit(self.edit.text())


def _fill(whole: QWidget, part: QWidget) -> None:
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)

"""A question that takes several short answers, one a line: open questions, offers of help."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.answers import lines_of, with_lines
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button

_GAP = 8


class LinesPart(Part):
    """One area a line and a button for one more; an empty one is offered at first."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        self.rows: list[_Row] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(_GAP)
        self.more = make_button(
            self._theme,
            strings.ADD_LINE,
            icon=Icon.PLUS,
            role=ButtonRole.QUIET,
            size=ButtonSize.SMALL,
        )
        self._column.addLayout(self._lines)
        self._column.addSpacing(4)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more)
        self.show_words()

    @property
    def first(self) -> QWidget:
        """The first line."""
        return self.rows[0].area

    def showEvent(self, event: QShowEvent) -> None:
        """Order the stops of Tab; coming into its window has put them as they were made."""
        super().showEvent(event)
        self._order_tabs()

    def show_words(self) -> None:
        """Show the lines, at least one to write into."""
        lines = lines_of(self._vm.words, self.question.key) or ("",)
        while len(self.rows) > len(lines):
            self._take_row(self.rows[-1])
        while len(self.rows) < len(lines):
            self._add_row()
        for row, line in zip(self.rows, lines, strict=True):
            row.area.show_text(line)
        self._name_rows()

    def _add_row(self) -> _Row:
        row = _Row(self._theme)
        self.rows.append(row)
        self._lines.addWidget(row)
        row.area.typed.connect(self._on_typed)
        row.area.left.connect(self._vm.save_now)
        row.remove.clicked.connect(lambda: self._on_remove(row))
        return row

    def _take_row(self, row: _Row) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _name_rows(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.area.setAccessibleName(
                strings.LINE_OF.format(name=self.question.text, number=number)
            )
            row.remove.setVisible(len(self.rows) > 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go down the lines and then to the button, whenever each was made."""
        stops = [stop for row in self.rows for stop in (row.area, row.remove)]
        for before, after in pairwise([*stops, self.more]):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_typed(self) -> None:
        lines = tuple(row.area.text() for row in self.rows)
        self._vm.write(with_lines(self._vm.words, self.question.key, lines))

    @Slot()
    def _on_more(self) -> None:
        row = self._add_row()
        self._name_rows()
        row.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_remove(self, row: _Row) -> None:
        place = self.rows.index(row)
        self._take_row(row)
        self._name_rows()
        self._on_typed()
        self.rows[max(0, place - 1)].area.setFocus(Qt.FocusReason.OtherFocusReason)


class _Row(QWidget):
    """An area and what takes it away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.area = AnswerArea(theme, "")
        self.remove = icon_button(
            theme,
            Icon.X,
            strings.REMOVE_LINE,
            role=ButtonRole.QUIET,
            size=ButtonSize.ICON_SMALL,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.area, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

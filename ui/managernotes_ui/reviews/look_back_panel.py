"""Beside the look-back: what the month was made of, or my practice (SPEC §7.26)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews.item_list import REACH, ItemList
from managernotes_ui.reviews.practice_list import PracticePart
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import ListLine
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.text_label import TextLabel

PADDING, WIDEST = 24, 480
_MONTH, _PRACTICE = range(2)


class LookBackPanel(QWidget):
    """Two segments over what they show; `opened` brings the item of the chosen row."""

    opened = Signal(object)

    def __init__(self, theme: Theme, practice: PracticePart) -> None:
        super().__init__()
        self._theme = theme
        self.practice = practice
        self.list = ItemList(theme, strings.MATERIAL_NAME)
        self._title = TextLabel(theme, "", Type.SECTION)
        self.segments = Segments(
            theme, strings.PANEL_PARTS, (strings.THIS_MONTH, strings.MY_PRACTICE)
        )
        self._note = TextLabel(theme, strings.JOG, Type.META, tone=Role.MUTED, lines=0)
        self._nothing = TextLabel(theme, strings.NOTHING_YET, Type.LIST, tone=Role.MUTED, lines=0)
        self._stack = QStackedWidget()
        self._build()
        self.segments.chosen.connect(self._on_segment)
        self.list.opened.connect(self._on_opened)
        self.setFocusProxy(self.list)
        self._on_segment(_MONTH)

    def show_month(self, month: str, lines: Sequence[ListLine]) -> None:
        """Show what a month was made of."""
        self._month = strings.FROM_YOUR.format(month=month)
        self.list.show_lines(lines, chooses_first=False)
        self.list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._on_segment(self.segments.current())

    def show_practice(self) -> None:
        """Choose the second segment."""
        self.segments.set_current(_PRACTICE)

    @property
    def shows_practice(self) -> bool:
        """Whether the second segment is chosen."""
        return self.segments.current() == _PRACTICE

    def _build(self) -> None:
        self._month = ""
        self.setMaximumWidth(WIDEST)
        month = QWidget()
        inside = QVBoxLayout(month)
        inside.setContentsMargins(PADDING - 1 - REACH, 0, PADDING - REACH, 0)
        inside.addWidget(self.list, 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(REACH, 0, REACH, 0)
        beside.addWidget(self._nothing)
        beside.addStretch(1)
        inside.addLayout(beside)
        self._stack.addWidget(month)
        self._stack.addWidget(self.practice)
        head = QVBoxLayout()
        head.setContentsMargins(PADDING - 1, 0, PADDING, 0)
        head.setSpacing(0)
        head.addWidget(self.segments)
        head.addSpacing(12)
        head.addWidget(self._title)
        head.addSpacing(2)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PADDING, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    @Slot(int)
    def _on_segment(self, number: int) -> None:
        is_practice = number == _PRACTICE
        self._stack.setCurrentIndex(number)
        self._title.setText(strings.MY_PRACTICE if is_practice else self._month)
        self._note.setText(strings.PRACTICE_NOTE if is_practice else strings.JOG)
        self.setFocusProxy(self.practice.list if is_practice else self.list)
        if is_practice and self.isVisible():
            self.practice.vm.reload()

    @Slot(object)
    def _on_opened(self, _key: object) -> None:
        line = self.list.line
        if line is not None and line.item is not None:
            self.opened.emit(line.item)

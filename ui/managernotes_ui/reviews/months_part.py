"""The months of the look-back: a list at the left, or a select where there is no room for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.look_back import Month
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.reviews.look_back_words import MonthLine
from managernotes_ui.reviews.month_list import MonthList
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING, _ABOVE_TEN = 188, 12, 16


class MonthsPart(QWidget):
    """`select` belongs over the questions; only one of the two is on show."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.list = MonthList(theme)
        self.select = Select(theme, strings.MONTHS_NAME, small=True)
        ten = TextLabel(theme, strings.TEN_MINUTES, Type.META, tone=Role.MUTED, lines=0)
        beside = QVBoxLayout()
        beside.setContentsMargins(_PADDING, 0, _PADDING, 0)
        beside.addWidget(ten)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_ABOVE_TEN)
        column.addWidget(self.list)
        column.addLayout(beside)
        column.addStretch(1)
        self.list.chosen.connect(self._on_chosen)
        self.select.activated.connect(lambda number: self._on_chosen(self.list.lines[number].key))
        theme.changed.connect(self._measure)
        self._measure()

    def show_months(self, lines: Sequence[MonthLine], month: Month) -> None:
        """Show months, one of them chosen."""
        self.list.choose(month)
        self.list.show_lines(lines)
        self.list.choose(month)
        names = [line.before for line in lines]
        if names != [self.select.itemText(at) for at in range(self.select.count())]:
            self.select.clear()
            self.select.addItems(names)
        at = next((number for number, line in enumerate(lines) if line.key == month), 0)
        self.select.setCurrentIndex(at)
        self._measure()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show the select instead of the list."""
        self.setHidden(narrow)
        self.select.setHidden(not narrow)

    @Slot(object)
    def _on_chosen(self, month: object) -> None:
        if isinstance(month, Month):
            self.chosen.emit(month)

    @Slot()
    def _measure(self) -> None:
        self.setFixedWidth(self._theme.scale.px(_WIDTH))
        self.list.updateGeometry()

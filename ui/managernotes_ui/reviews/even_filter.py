"""The row over the list of the tab "Even hand": two selects and what the signs mean."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes.domain.look_back import Month
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.reviews.even_vm import BOTH, CONCERNS, GOOD_WORK
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_block import TextBlock

_KINDS_WIDTH, _SINCE_WIDTH, _GAP, _BETWEEN = 128, 152, 8, 16
_LEAST = 64
_HALF_YEAR, _YEAR = 5, 11
"""Months before the present one, with which half a year and a year begin."""


class EvenFilter(QWidget):
    """Says what is to be shown; the view-model does it."""

    kinds_chosen = Signal(object)
    since_chosen = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords, today: date, usual: date) -> None:
        super().__init__()
        self._theme = theme
        self.kinds = Select(theme, strings.KINDS_NAME, quiet=True, small=True)
        self.since = Select(theme, strings.SINCE_NAME, quiet=True, small=True)
        self._legend = _Legend(theme)
        for words, kinds in (
            (strings.CONCERNS, CONCERNS),
            (strings.GOOD_WORK, GOOD_WORK),
            (strings.BOTH, BOTH),
        ):
            self.kinds.addItem(words, kinds)
        this = Month.of(today)
        for first in (usual, this.plus(-_HALF_YEAR).first, this.plus(-_YEAR).first):
            self.since.addItem(strings.SINCE.format(month=_month(dates, first, today)), first)
        self.since.addItem(strings.EVER, None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.kinds)
        row.addWidget(self.since)
        row.addStretch(1)
        row.addWidget(self._legend)
        # A tuple that went through Qt comes back as a list.
        choices = (CONCERNS, GOOD_WORK, BOTH)
        self.kinds.activated.connect(lambda number: self.kinds_chosen.emit(choices[number]))
        self.since.activated.connect(lambda _n: self.since_chosen.emit(self.since.currentData()))
        theme.changed.connect(self._measure)

    def minimumSizeHint(self) -> QSize:
        """Return room for two selects whose words may be cut."""
        return QSize(2 * _LEAST + _GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend out where it has no room."""
        super().resizeEvent(event)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        scale = self._theme.scale
        taken = 0
        most = max((self.width() - _GAP) // 2, _LEAST)
        for select, width in ((self.kinds, _KINDS_WIDTH), (self.since, _SINCE_WIDTH)):
            select.setFixedWidth(min(scale.px(width), most))
            taken += select.width() + _GAP
        self._legend.setVisible(taken + self._legend.sizeHint().width() <= self.width())


class _Legend(QWidget):
    """Seen, said, not yet: the signs of the said line with their words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{strings.SEEN}, {strings.SAID}, {strings.NOT_YET}")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room of the signs and their words."""
        parts = self._parts()
        width = sum(sign + 6 + block.width for sign, block in parts) + _BETWEEN * (len(parts) - 1)
        return QSize(round(width) + 1, self._theme.scale.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 0.0, self.height() / 2
        for number, (sign, block) in enumerate(self._parts()):
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if number == 0:
                painter.drawEllipse(QRectF(left + 1, middle - 3, 6, 6))
            elif number == 1:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.accent)
                painter.drawEllipse(QRectF(left, middle - 5, 10, 10))
            else:
                pen = QPen(tokens.control, 1.5)
                pen.setDashPattern([4 / 1.5, 4 / 1.5])
                painter.setPen(pen)
                painter.drawLine(QPointF(left, middle), QPointF(left + sign, middle))
            left += sign + 6
            block.paint(painter, QPointF(left, middle - block.height / 2), Role.MUTED)
            left += block.width + _BETWEEN
        painter.end()

    def _parts(self) -> list[tuple[int, TextBlock]]:
        words = ((8, strings.SEEN), (10, strings.SAID), (20, strings.NOT_YET))
        return [(sign, TextBlock(self._theme, word, Type.META)) for sign, word in words]


def _month(dates: DateWords, first: date, today: date) -> str:
    words = dates.month_and_year(first)
    return words.rpartition(" ")[0] if first.year == today.year else words

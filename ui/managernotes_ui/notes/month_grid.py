"""One month as a grid of days; those before the first and after the last cannot be chosen."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.common.dates import DAYS_IN_WEEK, DateWords
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme

_WIDTH, _HEIGHT, _RADIUS = 36, 28, 6
_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS_IN_WEEK,
    Qt.Key.Key_Down: DAYS_IN_WEEK,
}


class MonthGrid(QWidget):
    """Arrows move the day, Page Up and Down the month; Enter or a click takes it."""

    moved = Signal(object)
    taken = Signal(object)

    def __init__(
        self, theme: Theme, dates: DateWords, name: str, last: date, first: date = date.min
    ) -> None:
        super().__init__()
        self._theme = theme
        self._dates = dates
        self._last = last
        self._earliest = first
        self._day = last
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)
        self.go_to(last)

    @property
    def day(self) -> date:
        """The day that Enter would take."""
        return self._day

    def go_to(self, day: date) -> None:
        """Put the choice on a day, or on the nearest possible one."""
        self._day = max(min(day, self._last), self._earliest)
        self.setAccessibleName(f"{self._name}: {self._dates.full(self._day)}")
        self.moved.emit(self._day)
        self.update()

    def turn(self, months: int) -> None:
        """Go so many months on; the day of the month stays where the month has it."""
        first = self._day.replace(day=1)
        number = first.year * 12 + first.month - 1 + months
        month = date(number // 12, number % 12 + 1, 1)
        after = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        self.go_to(month + timedelta(days=min(self._day.day, (after - month).days) - 1))

    def sizeHint(self) -> QSize:
        """Return room for the names of the days and six weeks."""
        width, height = self._cell()
        return QSize(width * DAYS_IN_WEEK, height * (_WEEKS + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice, or take it."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self._day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_Home:
            self.go_to(self._last)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.taken.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the day under the pointer."""
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.go_to(day)
            self.taken.emit(day)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point, or None where no day can be chosen."""
        width, height = self._cell()
        column, row = point.x() // width, point.y() // height - 1
        if not (0 <= column < DAYS_IN_WEEK and 0 <= row < _WEEKS):
            return None
        day = self._first() + timedelta(days=row * DAYS_IN_WEEK + column)
        return day if self._earliest <= day <= self._last else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the names of the days and the days."""
        tokens = self._theme.tokens
        width, height = self._cell()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = Qt.AlignmentFlag.AlignCenter
        for column in range(DAYS_IN_WEEK):
            painter.setFont(self._theme.fonts.of(Type.LABEL_MEDIUM))
            painter.setPen(tokens.muted)
            name = self._dates.weekday(self._first() + timedelta(days=column))
            painter.drawText(QRectF(column * width, 0, width, height), centre, name)
        for number in range(_WEEKS * DAYS_IN_WEEK):
            day = self._first() + timedelta(days=number)
            row, column = divmod(number, DAYS_IN_WEEK)
            cell = QRectF(column * width, (row + 1) * height, width, height)
            if day == self._day:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tokens.accent)
                painter.drawRoundedRect(cell.adjusted(2, 1, -2, -1), _RADIUS, _RADIUS)
            painter.setFont(self._theme.fonts.of(Type.META, tabular=True))
            inside = day.month == self._day.month
            colour = tokens.text if inside else tokens.muted
            colour = colour if self._earliest <= day <= self._last else tokens.disabled
            painter.setPen(tokens.on_accent if day == self._day else colour)
            painter.drawText(cell, centre, str(day.day))
        painter.end()

    def _first(self) -> date:
        """Return the first day of the grid: the locale's first weekday on or before the 1st."""
        first = self._day.replace(day=1)
        back = (first.isoweekday() - QLocale.system().firstDayOfWeek().value) % DAYS_IN_WEEK
        return first - timedelta(days=back)

    def _cell(self) -> tuple[int, int]:
        scale = self._theme.scale
        return scale.px(_WIDTH), scale.px(_HEIGHT)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

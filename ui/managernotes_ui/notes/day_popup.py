"""A calendar that opens under a button and closes with the choice."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.month_grid import MonthGrid
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.round_window import round_window
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button
from managernotes_ui.widgets.text_label import TextLabel

_PADDING, _RADIUS = 12, 8


class DayPopup(QWidget):
    """A month with the way to its neighbours; `chosen` carries the day."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        dates: DateWords,
        last: date,
        parent: QWidget,
        first: date = date.min,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._dates = dates
        self._grid = MonthGrid(theme, dates, strings.CALENDAR, last, first)
        self._month = TextLabel(theme, "", Type.BODY_STRONG)
        round_window(self, _RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._grid.moved.connect(self._on_moved)
        self._grid.taken.connect(self._on_taken)

    def open_at(self, corner: QPoint, day: date) -> None:
        """Show the month of a day with its corner at a global point, inside the screen."""
        self._grid.go_to(day)
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(corner.x(), room.right() - self.width())
        top = min(corner.y(), room.bottom() - self.height())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self._grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of a menu."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.line2, 1))
        painter.setBrush(self._theme.tokens.raised)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.end()

    def _build(self) -> None:
        size, role = ButtonSize.ICON_SMALL, ButtonRole.QUIET
        before = icon_button(
            self._theme, Icon.CHEVRON_LEFT, strings.PREVIOUS_MONTH, key="PgUp", role=role, size=size
        )
        after = icon_button(
            self._theme, Icon.CHEVRON_RIGHT, strings.NEXT_MONTH, key="PgDown", role=role, size=size
        )
        before.clicked.connect(lambda: self._grid.turn(-1))
        after.clicked.connect(lambda: self._grid.turn(1))
        head = QHBoxLayout()
        head.addWidget(self._month, 1)
        head.addWidget(before)
        head.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.addLayout(head)
        column.addWidget(self._grid)

    @Slot(object)
    def _on_moved(self, day: date) -> None:
        self._month.setText(self._dates.month_and_year(day))

    @Slot(object)
    def _on_taken(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)

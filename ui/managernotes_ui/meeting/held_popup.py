"""When it was held: a day up to today, from when to when (3.6: held late stays visible)."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_sheet import Held
from managernotes_ui.notes.month_grid import MonthGrid
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.round_window import round_window
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.line_edit import LineEdit, Measure
from managernotes_ui.widgets.text_label import TextLabel

_PADDING, _RADIUS, _GAP, _FIELD = 12, 8, 8, 72


class HeldPopup(QWidget):
    """Opens under what it changes; `chosen` carries the day and the two times."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords, last: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._dates = dates
        self.grid = MonthGrid(theme, dates, strings.HELD_NAME, last)
        self._month = TextLabel(theme, "", Type.BODY_STRONG)
        self.began = LineEdit(theme, strings.FROM_TIME, strings.TIME_HINT, measure=Measure.SMALL)
        self.ended = LineEdit(theme, strings.TO_TIME, strings.TIME_HINT, measure=Measure.SMALL)
        self.done = make_button(theme, strings.HELD_DONE, size=ButtonSize.SMALL, key="Enter")
        self._wrong = TextLabel(theme, "", Type.META, tone=Role.DANGER)
        round_window(self, _RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()

    def open_at(self, corner: QPoint, held: Held) -> None:
        """Show what is known, with the corner at a global point, inside the screen."""
        self.grid.go_to(held.on)
        self.began.setText(held.began.strftime("%H:%M") if held.began else "")
        self.ended.setText(held.ended.strftime("%H:%M") if held.ended else "")
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(corner.x(), room.right() - self.width())
        top = min(corner.y(), room.bottom() - self.height())
        self.move(max(left, room.left()), max(top, room.top()))
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

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
        times = QHBoxLayout()
        times.setSpacing(_GAP)
        for word, field in ((strings.FROM_TIME, self.began), (strings.TO_TIME, self.ended)):
            field.setFixedWidth(self._theme.scale.px(_FIELD))
            times.addWidget(TextLabel(self._theme, word, Type.META, tone=Role.MUTED))
            times.addWidget(field)
            field.returnPressed.connect(self._on_done)
        times.addStretch(1)
        times.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.addWidget(self._month)
        column.addWidget(self.grid)
        column.addLayout(times)
        column.addWidget(self._wrong)
        self._wrong.hide()
        self.grid.moved.connect(lambda day: self._month.setText(self._dates.month_and_year(day)))
        self.grid.taken.connect(lambda _day: self._on_done())
        self.done.clicked.connect(self._on_done)

    @Slot()
    def _on_done(self) -> None:
        try:
            began, ended = read_time(self.began.text()), read_time(self.ended.text())
        except ValueError:
            self._wrong.setText(strings.TIME_WRONG)
            self._wrong.show()
            self.adjustSize()
            return
        self.close()
        self.chosen.emit(Held(self.grid.day, began, ended))


def read_time(text: str) -> time | None:
    """Return a time as people write it, "9:30", "0930" or "9"; ValueError for anything else."""
    typed = text.strip().replace(".", ":").replace("h", ":")
    if not typed:
        return None
    if ":" not in typed and len(typed) > 2:  # noqa: PLR2004 - hours have two figures
        typed = f"{typed[:-2]}:{typed[-2:]}"
    hour, _, minute = typed.partition(":")
    return time(int(hour), int(minute or "0"))

"""A month without a note asks what might have been there, and begins a note of that month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from managernotes.domain.look_back import Month
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import month_prompts as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList, ListLine
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _TOP, _MARGIN, _PADDING, _REACH = 560, 88, 24, 24, 8
_ABOVE, _BELOW = 8, 9
_MIDDLE = 15
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class MonthMemory:
    """What is known of a month without a note: the days of the talks in it."""

    month: date
    met_on: tuple[date, ...]


class MonthPrompts(Overlay):
    """A few questions; `day_chosen` brings the day with which a note begins."""

    day_chosen = Signal(object)

    def __init__(self, desk: Desk, dates: DateWords, parent: QWidget) -> None:
        super().__init__(desk.theme, desk.actions, parent)
        theme = desk.theme
        self._dates = dates
        self._day = date.min
        self._title = TextLabel(theme, "", Type.SECTION, lines=0)
        self._note = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.list = LineList(theme, "", holds_text=False)
        self._rows = _PromptRows(self.list, desk)
        self.list.setItemDelegate(self._rows)
        self.write = make_button(
            theme, strings.WRITE, role=ButtonRole.PRIMARY, key="Enter", tip=strings.WRITE
        )
        self._close = make_button(theme, strings.CLOSE, key="Esc")
        self._build(TextLabel(theme, strings.INTRO, Type.BODY, tone=Role.TEXT2, lines=0))
        self.write.clicked.connect(self._begin)
        self._close.clicked.connect(self.close_sheet)
        self.list.opened.connect(lambda _key: self._begin())

    def offer(self, memory: MonthMemory, today: date) -> None:
        """Open for a month; the day is its middle, or the day they met, never one to come."""
        month = Month.of(memory.month)
        name = self._dates.month_and_year(month.first)
        middle = date(month.year, month.month, _MIDDLE)
        self._day = min(memory.met_on[-1] if memory.met_on else middle, today)
        self._title.setText(strings.TITLE.format(month=name))
        self.sheet.setAccessibleName(self._title.text())
        self.list.setAccessibleName(strings.LIST_NAME.format(month=name))
        self._note.setText(strings.DAY_NOTE.format(day=self._dates.day(self._day, today)))
        prompts = [*self._met(memory.met_on, today), *strings.PROMPTS]
        self.list.show_lines([ListLine(key=text, text=text) for text in prompts])
        self.show_sheet(self.list)

    def place_sheet(self) -> None:
        """Centre the sheet; in a low window the prompts scroll."""
        width = min(self._theme.scale.px(_WIDTH), self.width() - 2 * _MARGIN)
        inside = width - 2 * (_PADDING - _REACH) - 2 * _REACH
        rows = sum(self._rows.height_of(line.text, inside) for line in self.list.lines)
        self.list.setFixedHeight(rows)
        wanted = max(self._column.heightForWidth(width), self._column.sizeHint().height())
        most = self.height() - 2 * _MARGIN
        if wanted > most:
            self.list.setFixedHeight(max(rows - (wanted - most), 3 * _ABOVE * 4))
        height = min(wanted, most)
        top = max(_MARGIN, min(_TOP, self.height() - _MARGIN - height))
        self.sheet.setGeometry(QRect((self.width() - width) // 2, top, width, height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Enter."""
        if event.key() in _ENTER and self._close.hasFocus():
            self.close_sheet()
        elif event.key() in _ENTER and self.write.hasFocus():
            self._begin()
        else:
            super().keyPressEvent(event)

    def _build(self, intro: QWidget) -> None:
        column = self._column = QVBoxLayout(self.sheet)
        side = _PADDING - _REACH  # the rows reach so far beyond their words
        column.setContentsMargins(side, _PADDING, side, _PADDING)
        column.setSpacing(12)
        for part in (self._title, intro, self.list, self._note):
            if part is not self.list:
                part.setContentsMargins(_REACH, 0, _REACH, 0)
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(_REACH, 4, _REACH, 0)
        foot.setSpacing(8)
        foot.addWidget(self.write)
        foot.addWidget(self._close)
        foot.addStretch(1)
        column.addLayout(foot)

    def _met(self, days: Sequence[date], today: date) -> list[str]:
        if not days:
            return []
        words = [self._dates.day(day, today) for day in days]
        said = ", ".join(words[:-1])
        named = strings.AND.format(days=said, last=words[-1]) if said else words[-1]
        return [strings.MET.format(days=named)]

    @Slot()
    def _begin(self) -> None:
        self.close_sheet()
        self.day_chosen.emit(self._day)


class _PromptRows(QStyledItemDelegate):
    """A question in as many lines as it needs."""

    def __init__(self, view: LineList, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._theme = desk.theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the words."""
        line: ListLine = index.data(LINE_ROLE)
        width = self._view.viewport().width() - 2 * _REACH
        return QSize(0, self.height_of(line.text, width))

    def height_of(self, text: str, width: int) -> int:
        """Return the height of a question whose words have a width, in pixels."""
        block = TextBlock(self._theme, text, Type.BODY, float(width))
        return round(block.height) + _ABOVE + _BELOW

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one question."""
        rect = QRectF(option.rect)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            padding=_REACH,
        )
        at = QPointF(rect.left() + _REACH, rect.top() + _ABOVE)
        self._block(index).paint(painter, at, Role.TEXT)

    def _block(self, index: Index) -> TextBlock:
        line: ListLine = index.data(LINE_ROLE)
        width = float(self._view.viewport().width() - 2 * _REACH)
        return TextBlock(self._theme, line.text, Type.BODY, width)

"""The strip: twelve months, one block for each note, by kind (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.style.fonts import SEMIBOLD, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.tooltip import set_tip

STRIP_ROLES = (Role.WIN, Role.LESSON, Role.CONCERN, Role.SUPPORT)
"""The colours of the blocks from the bottom, in the order of the legend above the strip."""

_BARS, _BLOCK_WIDTH, _BLOCK_HEIGHT, _BLOCK_GAP, _BLOCK_RADIUS = 58, 28, 6, 1, 1.5
_MOST_BLOCKS = 8
_LABEL = 20
_MORE_SIZE = 9


@dataclass(frozen=True, slots=True)
class StripMonth:
    """One month: the word under it, counts in the order of STRIP_ROLES, and what it says aloud.

    `says` is the whole sentence for the tooltip and the screen reader ("September: 2 wins, …").
    """

    label: str
    counts: tuple[int, int, int, int]
    says: str
    current: bool = False

    @property
    def blocks(self) -> tuple[int, ...]:
        """The kind of each block from the bottom."""
        return tuple(kind for kind, count in enumerate(self.counts) for _ in range(count))


class Strip(QWidget):
    """Months side by side; one can be chosen, by click, or by arrows and Space."""

    month_chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: list[MonthColumn] = []
        self._covered = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        theme.changed.connect(self._on_theme_changed)

    @property
    def columns(self) -> Sequence[MonthColumn]:
        """The months on show, oldest first."""
        return tuple(self._months)

    def set_months(self, months: Sequence[StripMonth]) -> None:
        """Show other months."""
        while len(self._months) > len(months):
            gone = self._months.pop()
            self._row.removeWidget(gone)
            gone.deleteLater()
        while len(self._months) < len(months):
            self._add_column()
        for column, month in zip(self._months, months, strict=True):
            column.show_month(month)

    def set_chosen(self, number: int | None) -> None:
        """Mark the month that filters the list, or none."""
        for at, column in enumerate(self._months):
            column.setChecked(at == number)

    def set_covered(self, covered: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Take the colours away in Discreet mode (SPEC §8)."""
        self._covered = covered
        for column in self._months:
            column.set_covered(covered)

    def sizeHint(self) -> QSize:
        """Return the height of blocks and labels."""
        return QSize(12 * (_BLOCK_WIDTH + 8), strip_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        """Return twelve blocks side by side."""
        return QSize(12 * (_BLOCK_WIDTH + 2), strip_height(self._theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the months with the arrows."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        here = next((i for i, c in enumerate(self._months) if c.hasFocus()), -1)
        if not step or here < 0:
            super().keyPressEvent(event)
            return
        there = min(max(here + step, 0), len(self._months) - 1)
        self._months[there].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the base line."""
        painter = QPainter(self)
        painter.fillRect(QRect(0, _BARS - 1, self.width(), 1), self._theme.tokens.line2)
        painter.end()

    def _add_column(self) -> None:
        column = MonthColumn(self._theme, self)
        column.set_covered(self._covered)
        column.clicked.connect(self._on_column_clicked)
        self._row.addWidget(column, 1)
        self._months.append(column)

    @Slot()
    def _on_column_clicked(self) -> None:
        column = self.sender()
        if isinstance(column, MonthColumn):
            self.month_chosen.emit(self._months.index(column))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class MonthColumn(QAbstractButton):
    """One month of the strip: a button, so that keyboard and screen reader find it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._month = StripMonth("", (0, 0, 0, 0), "")
        self._covered = False
        self.setCheckable(True)
        # A click filters and leaves the keyboard in the list, whose keys go on from there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_month(self, month: StripMonth) -> None:
        """Show a month's blocks."""
        self._month = month
        self.setText(month.label)
        self.setAccessibleName(month.says)
        set_tip(self, month.says)
        self.update()

    def set_covered(self, covered: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Draw every block alike."""
        self._covered = covered
        self.update()

    def nextCheckState(self) -> None:
        """Leave the mark to the strip's owner: it knows what the list shows."""

    def sizeHint(self) -> QSize:
        """Return the room of a block and its label."""
        return QSize(_BLOCK_WIDTH + 8, strip_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        """Return the width of a block."""
        return QSize(_BLOCK_WIDTH + 2, strip_height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the blocks from the bottom, and the month's name."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.selected if self.isChecked() else tokens.hover)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 0, -2, 0), 6, 6)
            painter.fillRect(QRect(0, _BARS - 1, self.width(), 1), tokens.line2)
        blocks = self._month.blocks
        shown = blocks[:_MOST_BLOCKS]
        left = (self.width() - _BLOCK_WIDTH) // 2
        for number, kind in enumerate(shown):
            top = _BARS - 2 - _BLOCK_HEIGHT - number * (_BLOCK_HEIGHT + _BLOCK_GAP)
            block = QRectF(left, top, _BLOCK_WIDTH, _BLOCK_HEIGHT)
            more = len(blocks) - _MOST_BLOCKS + 1
            if number == _MOST_BLOCKS - 1 and more > 1:
                self._paint_more(painter, block, more)
                continue
            painter.setBrush(tokens.line2 if self._covered else tokens.of(STRIP_ROLES[kind]))
            painter.drawRoundedRect(block, _BLOCK_RADIUS, _BLOCK_RADIUS)
        self._paint_label(painter)
        painter.end()

    def _paint_more(self, painter: QPainter, block: QRectF, more: int) -> None:
        painter.save()
        painter.setFont(self._theme.fonts.font(_MORE_SIZE, SEMIBOLD))
        painter.setPen(self._theme.tokens.text2)
        painter.drawText(block.adjusted(0, -3, 0, 2), Qt.AlignmentFlag.AlignCenter, f"+{more}")
        painter.restore()

    def _paint_label(self, painter: QPainter) -> None:
        month, tokens = self._month, self._theme.tokens
        strong = month.current
        font = self._theme.fonts.font(11, SEMIBOLD) if strong else self._theme.fonts.of(Type.LABEL)
        painter.setFont(font)
        painter.setPen(tokens.text if strong or self.isChecked() else tokens.muted)
        room = QRectF(0, _BARS + 1, self.width(), self._theme.scale.px(_LABEL))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, month.label)


def strip_height(theme: Theme) -> int:
    """Return the strip's height: 58 for the blocks, and a line of labels."""
    return _BARS + theme.scale.px(_LABEL)

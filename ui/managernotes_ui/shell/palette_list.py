"""The rows of the command palette, drawn (SPEC §5.5): labels 32, rows 36 inset 8."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QHideEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from managernotes.domain.observation import Kind
from managernotes_ui.common.strings import palette as strings
from managernotes_ui.search.marked_text import marked_runs
from managernotes_ui.shell.key_sheet_chord import chord_width, paint_chord
from managernotes_ui.shell.palette_rows import LINE_ROLE, Index, Line, PaletteModel, PaletteRow
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock

INSET, PADDING, GAP, SIGN = 8, 12, 12, 16
ROW, LABEL, LABEL_TOP, LABEL_BOTTOM = 36, 32, 12, 4
MOST_ROWS = 10
LEAST_TEXT = 160
"""Room that the words keep; the detail is cut before they are."""


class PaletteDelegate(QStyledItemDelegate):
    """Draws labels and rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self, line: Line) -> int:
        """Return a line's height in pixels."""
        if isinstance(line, PaletteRow):
            return self._theme.scale.grow(ROW, 20)
        return self._theme.scale.grow(LABEL, 16)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a line's height."""
        return QSize(0, self.height(index.data(LINE_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        if isinstance(line, PaletteRow):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, rect.adjusted(INSET, 0, -self._lane, 0), line, chosen=chosen)
        else:
            block = TextBlock(self._theme, line, Type.LABEL_MEDIUM, rect.width(), max_lines=1)
            at = QPointF(rect.left() + INSET + PADDING, rect.bottom() - LABEL_BOTTOM - block.height)
            block.paint(painter, at, Role.MUTED)

    @property
    def _lane(self) -> int:
        """What stays free at the right; a scroll bar already keeps it free."""
        parent = self.parent()
        has_bar = isinstance(parent, QListView) and parent.verticalScrollBar().isVisible()
        return 0 if has_bar else INSET

    def _paint_row(self, painter: QPainter, rect: QRectF, row: PaletteRow, *, chosen: bool) -> None:
        theme = self._theme
        paint_row_ground(painter, rect, theme, hovered=False, selected=chosen, hairline=False)
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        side = theme.icons.side(SIGN)
        icon, colour = _sign(row)
        at = QPointF(inner.left(), round(inner.center().y() - side / 2))
        theme.icons.paint(painter, at, icon, SIGN, theme.tokens.of(colour))
        inner.setLeft(inner.left() + side + GAP)
        inner.setRight(self._paint_right(painter, inner, row))
        runs = marked_runs(row.text, row.marks)
        block = TextBlock(theme, runs, Type.BODY, inner.width(), max_lines=1)
        tone = Role.MUTED if row.is_covered else Role.TEXT
        block.paint(painter, QPointF(inner.left(), inner.center().y() - block.height / 2), tone)

    def _paint_right(self, painter: QPainter, rect: QRectF, row: PaletteRow) -> float:
        middle = rect.center().y()
        if row.keys:
            left = rect.right() - chord_width(self._theme, row.keys)
            paint_chord(painter, left, middle, self._theme, row.keys)
            return left - GAP
        if row.detail:
            metrics = QFontMetricsF(self._theme.fonts.of(Type.META))
            wanted = metrics.horizontalAdvance(row.detail) + 1
            width = min(wanted, max(rect.width() - LEAST_TEXT, 0))
            block = TextBlock(self._theme, row.detail, Type.META, width, max_lines=1)
            left = rect.right() - block.width
            block.paint(painter, QPointF(left, middle - block.height / 2), Role.MUTED)
            return left - GAP
        return rect.right()


class PaletteList(QListView):
    """Shows a PaletteModel; it never takes the keyboard, the line above moves the choice."""

    picked = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, model: PaletteModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._look = PaletteDelegate(theme, self)
        self._pointer: QPointF | None = None
        self.setModel(model)
        self.setItemDelegate(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(strings.LIST_NAME)
        calm_scrolling(theme, self)
        self.clicked.connect(self._on_clicked)

    @property
    def row(self) -> PaletteRow | None:
        """The chosen row."""
        return self._rows.row_at(self.currentIndex().row())

    def wanted_height(self) -> int:
        """Return the height that shows everything, or ten rows and their labels."""
        height, rows = 0, 0
        for line in self._rows.lines:
            rows += isinstance(line, PaletteRow)
            if rows > MOST_ROWS:
                break
            height += self._look.height(line)
        return height

    def choose(self, line: int) -> None:
        """Choose a line and bring it into view, with the label above it."""
        index = self._rows.index(line, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if line and self._rows.row_at(line - 1) is None:
            self.scrollTo(self._rows.index(line - 1, 0))
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Choose the next row below (1) or above (-1); past the end it begins again."""
        count = self._rows.rowCount()
        at = self.currentIndex().row()
        for _ in range(count):
            at = (at + by) % count
            if self._rows.row_at(at) is not None:
                self.choose(at)
                self.moved.emit()
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer, once it moves: a list may open under a resting one."""
        before, self._pointer = self._pointer, event.globalPosition()
        index = self.indexAt(event.position().toPoint())
        moved = before is not None and before != self._pointer
        if not moved or self._rows.row_at(index.row()) is None:
            return
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget where the pointer was."""
        self._pointer = None
        super().hideEvent(event)

    @Slot()
    def _on_clicked(self, index: Index) -> None:
        row = self._rows.row_at(index.row())
        if row is not None:
            self.picked.emit(row)


def _sign(row: PaletteRow) -> tuple[Icon, Role]:
    if isinstance(row.sign, Kind):
        look = kind_look(row.sign)
        return look.icon, look.role
    return row.sign, Role.MUTED

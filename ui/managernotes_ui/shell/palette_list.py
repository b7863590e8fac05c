"""The rows of the command palette, drawn (SPEC §5.5): labels 32, rows 36 inset 8."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QHideEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
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
from managernotes_ui.widgets.kind_look import kind_look, shown_look
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.uncover import RowCover

INSET, PADDING, GAP, SIGN = 8, 12, 12, 16
ROW, LABEL, LABEL_TOP, LABEL_BOTTOM = 36, 32, 12, 4
MOST_ROWS = 10
MOST_DETAIL = 0.5
"""The share of a row that the detail may take; a longer one is cut before the words are."""


class PaletteDelegate(QStyledItemDelegate):
    """Draws labels and rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def _covers(self, line: PaletteRow, row: int) -> bool:
        return line.holds_text and self._cover is not None and not self._cover.shows(row)

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
            room = rect.adjusted(INSET, 0, -self._lane, 0)
            covers = self._covers(line, index.row())
            self._paint_row(painter, room, line, chosen=chosen, covers=covers)
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

    def _paint_row(
        self, painter: QPainter, rect: QRectF, row: PaletteRow, *, chosen: bool, covers: bool
    ) -> None:
        theme = self._theme
        paint_row_ground(painter, rect, theme, hovered=False, selected=chosen, hairline=False)
        side, middle = theme.icons.side(SIGN), rect.center().y()
        icon, colour = _sign(theme, row)
        at = QPointF(rect.left() + PADDING, round(middle - side / 2))
        theme.icons.paint(painter, at, icon, SIGN, theme.tokens.of(colour))
        room, text, detail = self._words(rect, row, covers=covers)
        right = rect.right() - PADDING
        if row.keys:
            left = right - chord_width(theme, row.keys)
            paint_chord(painter, left, middle, theme, row.keys)
        elif row.detail:
            at = QPointF(right - detail.width, middle - detail.height / 2)
            detail.paint(painter, at, Role.MUTED)
        tone = Role.MUTED if row.is_covered else Role.TEXT
        text.paint(painter, QPointF(room.left(), middle - text.height / 2), tone)

    def _words(
        self, rect: QRectF, row: PaletteRow, *, covers: bool
    ) -> tuple[QRectF, TextBlock, TextBlock]:
        """Return the room of the words, and words and detail as they fit into their rooms."""
        theme = self._theme
        left = theme.icons.side(SIGN) + PADDING + GAP
        room = rect.adjusted(left, 0, -PADDING, 0)
        wanted = TextBlock(theme, row.detail, Type.META).width + 1
        most = max(room.width() * MOST_DETAIL, 0)
        detail = TextBlock(theme, row.detail, Type.META, min(wanted, most), max_lines=1)
        taken = chord_width(theme, row.keys) if row.keys else detail.width
        if taken:
            room.setRight(room.right() - taken - GAP)
        runs = marked_runs(row.text, row.marks)
        text = TextBlock(theme, runs, Type.BODY, room.width(), max_lines=1, covers=covers)
        return room, text, detail

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tell the whole row where it is cut."""
        line = index.data(LINE_ROLE)
        tip = ""
        if isinstance(line, PaletteRow):
            room = QRectF(option.rect).adjusted(INSET, 0, -INSET, 0)
            covers = self._covers(line, index.row())
            _, text, detail = self._words(room, line, covers=covers)
            parts = (
                (line.text, text.is_cut and not text.covers),
                (line.detail, detail.is_cut and not detail.covers),
            )
            tip = ", ".join(words for words, is_cut in parts if is_cut)
        QToolTip.showText(event.globalPos(), tooltip(tip) if tip else "", view)
        return True


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
        cover = RowCover(theme, self)
        self._look.set_cover(cover)
        model.set_cover(lambda: cover.tells)
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


def _sign(theme: Theme, row: PaletteRow) -> tuple[Icon, Role]:
    if isinstance(row.sign, Kind):
        look = shown_look(theme, kind_look(row.sign))
        return look.icon, look.role
    return row.sign, Role.MUTED

"""How the agenda of a talk is drawn: a check of 16, words, a line under them (SPEC §7)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.conversations.agenda_model import ROW_ROLE, Index
from managernotes_ui.conversations.agenda_rows import AgendaHead, AgendaRow, Sort
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.marks import paint_check
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, shown_look
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.uncover import RowCover

REACH = 12
"""Pixels by which a chosen row reaches into the pane's margins."""
HEAD, ABOVE_HEAD = 32, 12
TOP, BETWEEN, CHECK = 8, 12, 16
BUTTONS, ABOVE_BUTTONS = 24, 8
MOST_LINES = 3


class AgendaDelegate(QStyledItemDelegate):
    """Draws heads and rows; a chosen row that must be decided has room for three buttons."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or of a row with its wrapped words."""
        line = index.data(ROW_ROLE)
        scale = self._theme.scale
        if isinstance(line, AgendaHead):
            above = ABOVE_HEAD if index.row() else 0
            return QSize(0, scale.grow(HEAD, 20) + above)
        words = self._words(line, self._text_width(self._view.viewport().width()))
        height = round(words.height) + scale.px(16) + 2 * TOP
        if self.has_buttons(index):
            height += ABOVE_BUTTONS + scale.grow(BUTTONS, 16)
        return QSize(0, height)

    def has_buttons(self, index: Index) -> bool:
        """Whether the row is chosen and must be decided."""
        line = index.data(ROW_ROLE)
        chosen = index.row() == self._view.currentIndex().row()
        return isinstance(line, AgendaRow) and line.must_decide and chosen

    @property
    def text_left(self) -> int:
        """Where words begin in a row, in pixels."""
        return REACH + self._theme.scale.icon(CHECK) + BETWEEN

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line, rect = index.data(ROW_ROLE), QRectF(option.rect)
        if isinstance(line, AgendaHead):
            self._paint_head(painter, rect, line)
            return
        shown = self._view.hasFocus() or line.must_decide
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and shown
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=selected,
            hairline=False,
        )
        if not selected and not self._is_lit(index.row() - 1):
            at = QRectF(rect.left() + REACH, rect.top(), rect.width() - 2 * REACH, 1)
            painter.fillRect(at, self._theme.tokens.line)
        covers = self._cover is not None and not self._cover.shows(index.row())
        self._paint_row(painter, rect, line, covers=covers)

    def _is_lit(self, row: int) -> bool:
        """Whether a row is drawn as chosen, so that the line under it is left out."""
        current = self._view.currentIndex()
        if not current.isValid() or current.row() != row:
            return False
        line = current.data(ROW_ROLE)
        return self._view.hasFocus() or (isinstance(line, AgendaRow) and line.must_decide)

    def _text_width(self, width: float) -> float:
        return width - self.text_left - REACH

    def _words(self, row: AgendaRow, width: float, *, covers: bool = False) -> TextBlock:
        return TextBlock(
            self._theme, row.text, Type.BODY, width, max_lines=MOST_LINES, covers=covers
        )

    def _paint_head(self, painter: QPainter, rect: QRectF, head: AgendaHead) -> None:
        title = TextBlock(self._theme, head.title, Type.NAME)
        top = rect.bottom() - (self._theme.scale.grow(HEAD, 20) + title.height) / 2
        title.paint(painter, QPointF(rect.left() + REACH, top), Role.TEXT)
        room = rect.width() - 2 * REACH - title.width - 8
        note = TextBlock(self._theme, head.note, Type.META, room, max_lines=1)
        at = QPointF(rect.right() - REACH - note.width, top + (title.height - note.height) / 2)
        note.paint(painter, at, Role.MUTED)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: AgendaRow, *, covers: bool) -> None:
        theme = self._theme
        side = theme.scale.icon(CHECK)
        mark = QRectF(rect.left() + REACH, rect.top() + TOP + 2, side, side)
        self._paint_mark(painter, mark, row)
        width = self._text_width(rect.width())
        at = QPointF(rect.left() + self.text_left, rect.top() + TOP)
        words = self._words(row, width, covers=covers)
        words.paint(painter, at, Role.MUTED if row.is_done else Role.TEXT)
        runs = [Run(row.meta)]
        if row.strong:
            runs += [Run(", "), Run(row.strong, MEDIUM, Role.TEXT)]
        meta = TextBlock(theme, runs, Type.META, width, max_lines=1)
        meta.paint(painter, at + QPointF(0, words.height), Role.MUTED)

    def _paint_mark(self, painter: QPainter, rect: QRectF, row: AgendaRow) -> None:
        """Draw the check; what cannot be ticked has an icon in its place."""
        if row.sort is not Sort.LINK:
            paint_check(painter, rect, self._theme, on=row.is_done)
            return
        icon = Icon.LINK
        if row.kind is not None:
            icon = shown_look(self._theme, kind_look(row.kind)).icon
        colour = self._theme.tokens.muted
        self._theme.icons.paint(painter, rect.topLeft(), icon, CHECK, colour)

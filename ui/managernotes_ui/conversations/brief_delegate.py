"""How the columns of the brief are drawn: heads of 32, rows of 53 (SPEC §7.22)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.common.strings import brief as strings
from managernotes_ui.conversations.brief_fitting import BriefHead, BriefMore, Line
from managernotes_ui.conversations.brief_lines import BriefDots, BriefRow, BriefText
from managernotes_ui.conversations.brief_model import ROW_ROLE, Index
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import kind_look, shown_look
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.uncover import RowCover
from managernotes_ui.widgets.week_dots import DOT, paint_week_dots

HEAD, ABOVE_HEAD, TOP, ICON, BETWEEN = 32, 16, 8, 16, 12
REACH = 8
"""Pixels by which the ground of a chosen row reaches beyond the column."""
_MORE, _TEXT_LINES, _DOTS_TOP, _DOTS_BELOW = 24, 4, 12, 6


class BriefDelegate(QStyledItemDelegate):
    """Draws and measures every sort of line."""

    def __init__(self, theme: Theme, view: QListView, *, small: bool = False) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._text_type = Type.LIST if small else Type.BODY
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(0, self.height_of(index.data(ROW_ROLE)))

    def height_of(self, line: Line) -> int:
        """Return the height of a line in the width of the column, in pixels."""
        scale = self._theme.scale
        width = self._width
        match line:
            case BriefHead():
                return scale.grow(HEAD, 20) + (0 if line.is_first else ABOVE_HEAD)
            case BriefMore():
                return scale.grow(_MORE, 16)
            case BriefRow():
                return 2 * TOP + 1 + scale.px(20) + (scale.px(16) if line.meta else 0)
            case BriefDots():
                text = TextBlock(self._theme, line.text, Type.META, width)
                return 1 + _DOTS_TOP + scale.icon(DOT) + TOP + round(text.height) + _DOTS_BELOW
            case BriefText():
                return 1 + TOP + round(self._text(line, width).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line, rect = index.data(ROW_ROLE), QRectF(option.rect)
        room = rect.adjusted(REACH, 0, -REACH, 0)
        if isinstance(line, BriefHead):
            self._paint_head(painter, room, line)
            return
        if isinstance(line, BriefMore):
            words = strings.MORE.format(number=line.number)
            more = TextBlock(self._theme, words, Type.META)
            more.paint(painter, room.topLeft() + QPointF(self._left, 2), Role.MUTED)
            return
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.tokens.selected)
            painter.drawRoundedRect(rect, 6, 6)
            painter.restore()
        else:
            line_at = QRectF(room.left(), room.top(), room.width(), 1)
            painter.fillRect(line_at, self._theme.tokens.line)
        covers = self._cover is not None and not self._cover.shows(index.row())
        self._paint_part(painter, room.adjusted(0, 1, 0, 0), line, covers=covers)

    @property
    def _width(self) -> float:
        return float(self._view.viewport().width() - 2 * REACH)

    @property
    def _left(self) -> float:
        return float(self._theme.scale.icon(ICON) + BETWEEN)

    def _paint_head(self, painter: QPainter, room: QRectF, head: BriefHead) -> None:
        title = TextBlock(self._theme, head.title, Type.NAME)
        top = room.bottom() - (self._theme.scale.grow(HEAD, 20) + title.height) / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        width = room.width() - title.width - 8
        note = TextBlock(self._theme, head.note, Type.META, width, max_lines=1)
        at = QPointF(room.right() - note.width, top + (title.height - note.height) / 2)
        note.paint(painter, at, Role.MUTED)

    def _paint_part(
        self,
        painter: QPainter,
        room: QRectF,
        line: BriefRow | BriefText | BriefDots,
        *,
        covers: bool,
    ) -> None:
        at = room.topLeft() + QPointF(0, TOP)
        if isinstance(line, BriefText):
            self._text(line, room.width(), covers=covers).paint(painter, at, Role.TEXT2)
        elif isinstance(line, BriefDots):
            at += QPointF(0, _DOTS_TOP - TOP)
            paint_week_dots(painter, at, self._theme, line.weeks)
            words = TextBlock(self._theme, line.text, Type.META, room.width())
            below = QPointF(0, self._theme.scale.icon(DOT) + TOP)
            words.paint(painter, at + below, Role.MUTED)
        else:
            self._paint_row(painter, at, room.width(), line, covers=covers)

    def _paint_row(
        self, painter: QPainter, at: QPointF, width: float, row: BriefRow, *, covers: bool
    ) -> None:
        theme = self._theme
        icon, role = row.icon, row.role
        if row.kind is not None and theme.cover.kinds:
            look = shown_look(theme, kind_look(row.kind))
            icon, role = look.icon, look.role
        theme.icons.paint(painter, at + QPointF(0, 2), icon, ICON, theme.tokens.of(role))
        left, width = self._left, width - self._left
        words = TextBlock(theme, row.text, Type.BODY, width, max_lines=1, covers=covers)
        words.paint(painter, at + QPointF(left, 0), Role.TEXT)
        runs = [Run(row.meta)]
        if row.strong:
            runs += [Run(", "), Run(row.strong, MEDIUM, Role.TEXT)]
        meta = TextBlock(theme, runs, Type.META, width, max_lines=1)
        meta.paint(painter, at + QPointF(left, words.height), Role.MUTED)

    def _text(self, line: BriefText, width: float, *, covers: bool = False) -> TextBlock:
        return TextBlock(
            self._theme,
            line.text,
            self._text_type,
            width,
            max_lines=_TEXT_LINES,
            covers=covers,
        )

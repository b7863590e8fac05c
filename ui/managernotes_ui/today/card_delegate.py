"""How a card of the Today page is drawn (SPEC §4, "card (Today)")."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.today.card_buttons import CardButtons
from managernotes_ui.today.rows_model import ROW_ROLE, Index
from managernotes_ui.today.today_rows import CardRow, More
from managernotes_ui.widgets.kind_look import (
    KindLook,
    kind_look,
    kind_width,
    paint_kind,
    shown_look,
)
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

PADDING, TOP, BORDER, RADIUS, GAP = 15, 10, 1, 8, 8
"""Inside a card, and between two."""
_TEXT_ABOVE, _LAST_ABOVE, _BUTTONS_ABOVE = 2, 6, 8
_SIGN_GAP = 8
MORE_HEIGHT = 28
MOST_LINES = 2


class CardDelegate(QStyledItemDelegate):
    """Draws name, age, at most two lines of text, kind and day; the chosen one has buttons."""

    def __init__(
        self, theme: Theme, view: QListView, cover: RowCover, buttons: CardButtons
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._cover = cover
        self._buttons = buttons

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the card's height at its width, and the gap below it."""
        row = index.data(ROW_ROLE)
        if isinstance(row, More):
            return QSize(0, self._theme.scale.grow(MORE_HEIGHT, 16))
        chosen = self.is_chosen(index)
        return QSize(0, round(self._height(row, self._inner_width, chosen=chosen)) + GAP)

    def is_chosen(self, index: Index) -> bool:
        """Whether the card shows its buttons."""
        return self._view.selectionModel().isSelected(index)

    def lay_buttons(self, rect: QRectF) -> None:
        """Put the buttons where they stand in the chosen card's row."""
        width = rect.width() - 2 * (BORDER + PADDING)
        below = GAP + BORDER + TOP + self._buttons.height_for(width)
        self._buttons.lay(rect.left() + BORDER + PADDING, rect.bottom() - below, width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card, or the line that tells how many more there are."""
        row = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if isinstance(row, More):
            self._paint_more(painter, rect, row, strong=chosen or hovered)
            return
        rect.setHeight(rect.height() - GAP)
        self._paint_ground(painter, rect, hovered=hovered, chosen=chosen)
        inner = rect.adjusted(BORDER + PADDING, BORDER + TOP, -BORDER - PADDING, -BORDER - TOP)
        covers = not self._cover.shows(index.row())
        self._paint_words(painter, inner, row, covers=covers)
        if not chosen:
            self._paint_last(painter, inner, row)

    @property
    def _inner_width(self) -> float:
        return self._view.viewport().width() - 2 * (BORDER + PADDING)

    def _text(self, row: CardRow, width: float, *, covers: bool = False) -> TextBlock:
        return TextBlock(
            self._theme, row.text, Type.BODY, width, max_lines=MOST_LINES, covers=covers
        )

    def _height(self, row: CardRow, width: float, *, chosen: bool) -> float:
        name = self._theme.fonts.line(Type.NAME)
        last = _LAST_ABOVE + self._theme.scale.px(16)
        if chosen:
            last = _BUTTONS_ABOVE + self._buttons.height_for(width)
        text = self._text(row, width).height
        return 2 * (BORDER + TOP) + name + _TEXT_ABOVE + text + last

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, *, hovered: bool, chosen: bool
    ) -> None:
        tokens = self._theme.tokens
        ground = tokens.selected if chosen else tokens.hover if hovered else tokens.raised
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent if chosen else tokens.line, BORDER))
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, row: CardRow, *, covers: bool) -> None:
        theme = self._theme
        line = theme.fonts.line(Type.NAME)
        age = TextBlock(theme, row.age, Type.META, room.width() / 2, max_lines=1)
        at = QPointF(room.right() - age.width, room.top() + (line - age.height) / 2)
        age.paint(painter, at, Role.MUTED)
        width = room.width() - age.width - GAP
        TextBlock(theme, row.name, Type.NAME, width, max_lines=1).paint(painter, room.topLeft())
        at = QPointF(room.left(), room.top() + line + _TEXT_ABOVE)
        self._text(row, room.width(), covers=covers).paint(painter, at, Role.TEXT)

    def _paint_last(self, painter: QPainter, room: QRectF, row: CardRow) -> None:
        theme = self._theme
        height = theme.scale.px(16)
        line = QRectF(room.left(), room.bottom() - height, room.width(), height)
        day = TextBlock(theme, row.day, Type.META, max_lines=1)
        look = shown_look(theme, look_of(row))  # its width would tell the kind
        sign = min(kind_width(theme, look), room.width())
        paint_kind(painter, QRectF(line.left(), line.top(), sign, height), theme, look)
        if sign + _SIGN_GAP + day.width <= room.width():  # the age above tells it too
            day.paint(painter, QPointF(line.left() + sign + _SIGN_GAP, line.top()), Role.MUTED)

    def _paint_more(self, painter: QPainter, rect: QRectF, row: More, *, strong: bool) -> None:
        words = TextBlock(self._theme, row.text, Type.META_MEDIUM, rect.width(), max_lines=1)
        at = QPointF(rect.left(), rect.top() + (rect.height() - words.height) / 2)
        words.paint(painter, at, Role.ACCENT if strong else Role.MUTED)


def look_of(row: CardRow) -> KindLook:
    """Return the sign of a card."""
    if row.kind is not None:
        return kind_look(row.kind)
    return KindLook(row.icon, row.word, Role.MUTED, Role.NEUTRAL_SOFT)

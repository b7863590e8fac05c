"""The list of a backup's notes: headline over day and people, rows of 48."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from managernotes.domain.identity import NoteId
from managernotes_ui.settings.backup_notes import ABOUT_ROLE, ROW_ROLE, BackupNotesModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.popup_row import Index
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

_HEIGHT, _PADDING, _BOX, _GAP, _RADIUS = 52, 12, 16, 10, 4


class _NoteDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a row shows its words."""
        self._cover = cover

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(0, self._theme.scale.grow(_HEIGHT, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row, and its box where rows are ticked."""
        rect = QRectF(option.rect)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
        )
        room = rect.adjusted(_PADDING, 7, -_PADDING, -7)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            self._paint_box(painter, room, ticked=Qt.CheckState(ticked) is Qt.CheckState.Checked)
            room.setLeft(room.left() + self._theme.scale.icon(_BOX) + _GAP)
        words = index.data(ROW_ROLE).row.headline
        covers = self._cover is not None and not self._cover.shows(index.row())
        head = TextBlock(self._theme, words, Type.LIST, room.width(), max_lines=1, covers=covers)
        head.paint(painter, room.topLeft(), Role.TEXT)
        about = str(index.data(ABOUT_ROLE))
        below = TextBlock(self._theme, about, Type.META, room.width(), max_lines=1)
        below.paint(painter, room.topLeft() + QPointF(0, head.height), Role.MUTED)

    def _paint_box(self, painter: QPainter, room: QRectF, *, ticked: bool) -> None:
        tokens, side = self._theme.tokens, self._theme.scale.icon(_BOX)
        box = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent if ticked else tokens.control, 1))
        painter.setBrush(tokens.accent if ticked else tokens.raised)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if ticked:
            at = box.topLeft() + QPointF(2, 2)
            self._theme.icons.paint(painter, at, Icon.CHECK, _BOX - 4, tokens.on_accent)
        painter.restore()


class BackupNotesList(QListView):
    """Arrows walk; Space or a click ticks where rows are ticked."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, model: BackupNotesModel, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        rows = _NoteDelegate(theme, self)
        self.setItemDelegate(rows)
        cover = RowCover(theme, self, takes_space=not model.tickable)
        rows.set_cover(cover)
        model.set_cover(lambda: cover.tells)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        calm_scrolling(theme, self)
        self.selectionModel().currentChanged.connect(self._on_current)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row under the mouse."""
        super().mouseReleaseEvent(event)
        self._turn(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row with Space."""
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _turn(self, index: Index) -> None:
        role = Qt.ItemDataRole.CheckStateRole
        before = index.data(role)
        if before is not None:
            ticked = Qt.CheckState(before) is Qt.CheckState.Checked
            now = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model().setData(index, now, role)

    @Slot()
    def _on_current(self) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        identity: NoteId | None = row.row.id if row else None
        self.chosen.emit(identity)

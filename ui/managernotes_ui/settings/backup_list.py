"""The backups as a list: made, size, entries, proven; rows of 36 (SPEC, picture 35)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from managernotes_ui.common.strings import backup as strings
from managernotes_ui.settings.backup_vm import BackupRow
from managernotes_ui.settings.section import ROW_REACH
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.popup_row import Index
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
REACH = ROW_REACH
HEIGHT, HEAD, SIGN, SIGN_GAP = 36, 28, 14, 6
_COLUMNS: Final = (176, 88, 128)
_NARROW_COLUMNS: Final = (148, 0, 64)
"""A narrow list tells the size in the tooltip only."""
_NARROW_BELOW: Final = 560
_NEWEST = 64
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BackupListModel(QAbstractListModel):
    """Rows as the view-model words them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[BackupRow] = ()

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.aloud
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(row.aloud)
        return None


class BackupRowDelegate(QStyledItemDelegate):
    """Draws rows of 36."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a row's height."""
        return QSize(0, row_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: BackupRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hairline=_parts_from_next(option.widget, index),
            padding=REACH,
        )
        room = rect.adjusted(REACH, 0, -REACH, 0)
        write = partial(_write, painter, self._theme, room)
        made, size, entries = columns(self._theme, rect.width())
        day = [Run(row.day, weight=MEDIUM, role=Role.TEXT), Run(f" {row.time}", tabular=True)]
        write(0, made, day, Type.LIST)
        if size:
            write(made, size, [Run(row.size, tabular=True)], Type.LIST)
        write(made + size, entries, [Run(row.entries, tabular=True)], Type.LIST)
        left = made + size + entries
        side = self._theme.icons.side(SIGN)
        at = QPointF(room.left() + left, round(room.center().y() - side / 2))
        sign = Icon.CIRCLE_CHECK if row.backup.notes is not None else Icon.KEY_ROUND
        self._theme.icons.paint(painter, at, sign, SIGN, self._theme.tokens.muted)
        end = self._theme.scale.px(_NEWEST) if row.is_newest else 0
        write(left + side + SIGN_GAP, room.width() - left - end, [Run(row.proof)], Type.META)
        if row.is_newest:
            newest = TextBlock(self._theme, strings.NEWEST, Type.META)
            write(room.width() - newest.width, newest.width, [Run(strings.NEWEST)], Type.META)


class BackupList(QListView):
    """As high as its rows; Enter or a double click opens one beside, a click chooses it."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._backups = BackupListModel(self)
        self.setModel(self._backups)
        self.setItemDelegate(BackupRowDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.LIST_NAME)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self._on_theme_changed)

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show other rows; what was chosen stays chosen."""
        before = self.currentIndex().data(ROW_ROLE)
        blocked = self.selectionModel().blockSignals(True)
        self._backups.show_rows(rows)
        wanted = before.backup.path if before else None
        for at, row in enumerate(rows):
            if row.backup.path == wanted:
                self.setCurrentIndex(self._backups.index(at, 0))
        self.selectionModel().blockSignals(blocked)
        self._on_theme_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters are keys of actions, not a search."""
        if event.key() in _ENTER:
            self._on_opened(self.currentIndex())
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        self.chosen.emit(row.backup if row else None)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW_ROLE).backup)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(row_height(self._theme) * self._backups.rowCount())
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class BackupListHead(QWidget):
    """The names of the columns, over the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairlines and the names."""
        painter = QPainter(self)
        line = self._theme.tokens.line
        width = self.width() - 2 * REACH
        painter.fillRect(QRectF(REACH, 0, width, 1), line)
        painter.fillRect(QRectF(REACH, self.height() - 1, width, 1), line)
        room = QRectF(self.rect()).adjusted(REACH, 0, -REACH, 0)
        left = 0.0
        names = (strings.MADE, strings.SIZE, strings.ENTRIES, strings.PROVEN)
        widths = (*columns(self._theme, self.width()), 100.0)
        for name, column in zip(names, widths, strict=True):
            if column:
                _write(painter, self._theme, room, left, column, [Run(name)], Type.LABEL)
            left += column
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(HEAD, 16))
        self.update()


def _parts_from_next(view: QWidget, index: Index) -> bool:
    """Tell whether a hairline follows a row: not after the last, nor before the chosen one."""
    assert isinstance(view, QAbstractItemView)
    following = index.row() + 1
    return following < index.model().rowCount() and following != view.currentIndex().row()


def columns(theme: Theme, width: float) -> tuple[float, float, float]:
    """Return the widths of the first three columns; the fourth has the rest."""
    narrow = width / theme.scale.text < _NARROW_BELOW
    made, size, entries = _NARROW_COLUMNS if narrow else _COLUMNS
    return theme.scale.px(made), theme.scale.px(size), theme.scale.px(entries)


def row_height(theme: Theme) -> int:
    """Return a row's height at the text scale."""
    return theme.scale.grow(HEIGHT, 20)


def _write(  # noqa: PLR0913, PLR0917 - where and what
    painter: QPainter,
    theme: Theme,
    room: QRectF,
    left: float,
    width: float,
    runs: Sequence[Run],
    style: Type,
) -> None:
    width = min(width, room.width() - left)
    block = TextBlock(theme, runs, style, width - 4 if width > _NEWEST else width + 1, max_lines=1)
    at = QPointF(room.left() + left, room.top() + (room.height() - block.height) / 2)
    block.paint(painter, at, Role.MUTED)

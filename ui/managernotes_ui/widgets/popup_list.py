"""The completer's list: it opens under a token and never takes the focus (SPEC §4, 04)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.popup_row import ROW_ROLE, PopupRow, PopupRowDelegate

_ROW = 36
_PADDING, _BORDER = 4, 1


class PopupList(QListView):
    """Rows of 36 in a frameless window; its owner keeps the keys and calls move_current."""

    picked = Signal(int)

    def __init__(self, theme: Theme, owner: QWidget, name: str = "") -> None:
        super().__init__(owner)
        self._theme = theme
        self._rows: tuple[PopupRow, ...] = ()
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(PopupRowDelegate(theme, _ROW, self))
        self.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("popup", True)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[PopupRow, ...]:
        """What is on show."""
        return self._rows

    def show_rows(self, rows: Sequence[PopupRow], at: QPoint, width: int) -> None:
        """Show rows with the top left corner at a global point; none hides the list."""
        self._rows = tuple(rows)
        self._items.clear()
        if not rows:
            self.hide()
            return
        for row in rows:
            item = QStandardItem(row.words)
            item.setData(row, ROW_ROLE)
            item.setToolTip(row.detail)
            item.setEditable(False)
            self._items.appendRow(item)
        self.setCurrentIndex(self._items.index(0, 0))
        height = len(rows) * self._theme.scale.grow(_ROW, 20) + 2 * (_PADDING + _BORDER)
        self.setGeometry(at.x(), at.y(), width, height)
        self.show()

    def current_row(self) -> int:
        """Return the number of the chosen row, or -1."""
        return self.currentIndex().row()

    def move_current(self, by: int) -> None:
        """Choose the next or previous row, round the ends."""
        if self._rows:
            row = (self.current_row() + by) % len(self._rows)
            self.setCurrentIndex(self._items.index(row, 0))

    def sizeHint(self) -> QSize:
        """Return the size it was given."""
        return self.size()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())

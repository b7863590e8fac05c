"""The completer's list: it opens under a token and never takes the focus (SPEC §4, 04)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from managernotes_ui.style.round_window import round_window
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.popup_row import ROW_ROLE, PopupRow, PopupRowDelegate

_ROW = 36
_EDGE, _RADIUS = 5, 8


class PopupList(QWidget):
    """Rows of 36 in a frameless window; its owner keeps the keys and calls move_current."""

    picked = Signal(int)

    def __init__(self, theme: Theme, owner: QWidget, name: str = "") -> None:
        super().__init__(owner)
        self._theme = theme
        self._rows: tuple[PopupRow, ...] = ()
        self.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        round_window(self, _RADIUS)
        self._items = QStandardItemModel(self)
        self._view = self._make_view(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self._view)

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
            self._items.appendRow(item)
        self.choose(0)
        height = len(rows) * self._theme.scale.grow(_ROW, 20) + 2 * _EDGE
        self.setGeometry(at.x(), at.y(), width, height)
        self.show()

    def current_row(self) -> int:
        """Return the number of the chosen row, or -1."""
        return self._view.currentIndex().row()

    def move_current(self, by: int) -> None:
        """Choose the next or previous row, round the ends."""
        if self._rows:
            self.choose((self.current_row() + by) % len(self._rows))

    def choose(self, row: int) -> None:
        """Choose a row, or with -1 none."""
        self._view.setCurrentIndex(self._items.index(row, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.line2, 1))
        painter.setBrush(self._theme.tokens.raised)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS - 0.5, _RADIUS - 0.5)
        painter.end()

    def _make_view(self, name: str) -> QListView:
        view = QListView(self)
        view.setModel(self._items)
        view.setItemDelegate(PopupRowDelegate(self._theme, _ROW, view))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(name)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.clicked.connect(self._on_clicked)
        return view

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())

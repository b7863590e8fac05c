"""The list of sections at the left of the settings: 176 wide, rows 32 (SPEC §5.16)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from managernotes_ui.common.strings import settings as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.nav_row import NavLook, nav_height, paint_nav_row
from managernotes_ui.widgets.popup_row import Index

WIDTH = 184
"""The 176 of the SPEC, and 8 by which the chosen row reaches into the margin."""


class _SectionDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a row's height."""
        return QSize(0, nav_height(self._theme))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        state = option.state
        paint_nav_row(
            painter,
            QRectF(option.rect),
            self._theme,
            NavLook(str(index.data())),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            selected=bool(state & QStyle.StateFlag.State_Selected),
        )


class SectionList(QListView):
    """Arrows or a click choose a section."""

    def __init__(self, theme: Theme, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(QStringListModel(list(names), self))
        self.setItemDelegate(_SectionDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.SECTIONS_NAME)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def choose(self, number: int) -> None:
        """Choose a section."""
        self.setCurrentIndex(self.model().index(number, 0))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.scale.px(WIDTH))
        self.scheduleDelayedItemsLayout()

"""A select: one of several, behind a chevron (SPEC §4)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.round_window import round_window
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.popup_row import PopupRowDelegate
from managernotes_ui.widgets.tooltip import tooltip

_LEFT, _RIGHT, _GAP, _RADIUS = 10, 8, 8, 6
_ROW = 32
_VIEW_EDGES = 2 * (4 + 1)
_LIST_RADIUS = 8


class Select(QComboBox):
    """A combo box of the app; `quiet` has the lighter border and stands in tool rows only."""

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        name: str,
        *,
        quiet: bool = False,
        small: bool = False,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = quiet
        self._small = small
        self._icon = icon
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dress_popup()
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return room for the longest item."""
        metrics = QFontMetricsF(self._theme.fonts.of(Type.LIST))
        words = (metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count()))
        sign = self._theme.icons.side(14) + _GAP if self._icon is not None else 0
        edges = _LEFT + _RIGHT + 2 + _GAP + self._theme.icons.side(14)
        height = self._theme.scale.grow(28 if self._small else 32, 20)
        return QSize(math.ceil(max(words, default=0.0)) + sign + edges, height)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the words may be cut; the list shows them whole."""
        return QSize(self._theme.scale.px(64), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw border, icon, words and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        tokens = self._theme.tokens
        inner = QRectF(self.rect()).adjusted(_LEFT + 1, 0, -_RIGHT - 1, 0)
        side = self._theme.icons.side(14)
        top = (self.height() - side) // 2
        off = not self.isEnabled()
        sign = tokens.disabled if off else tokens.muted
        at = QPointF(inner.right() - side, top)
        self._theme.icons.paint(painter, at, Icon.CHEVRON_DOWN, 14, sign)
        inner.setRight(inner.right() - side - _GAP)
        if self._icon is not None:
            colour = tokens.disabled if off else tokens.text
            self._theme.icons.paint(painter, QPointF(inner.left(), top), self._icon, 14, colour)
            inner.setLeft(inner.left() + side + _GAP)
        font = self._theme.fonts.of(Type.LIST)
        painter.setFont(font)
        words = self.currentText() or self.placeholderText()
        painter.setPen(tokens.disabled if off else tokens.text if self.currentText() else sign)
        shown = QFontMetricsF(font).elidedText(
            words, Qt.TextElideMode.ElideRight, inner.width() + 1
        )
        self.setToolTip(tooltip(words) if shown != words else "")
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def showPopup(self) -> None:
        """Open the list, as wide as its longest line."""
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + _VIEW_EDGES))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel never changes a value by accident."""
        event.ignore()

    def _paint_box(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        width = 2 if self.hasFocus() else 1
        if not self.isEnabled():
            edge, ground = tokens.line2, tokens.sunken
        elif self.hasFocus():
            edge, ground = tokens.accent, tokens.raised
        else:
            edge, ground = tokens.line2 if self._quiet else tokens.control, tokens.raised
        painter.setPen(QPen(edge, width))
        painter.setBrush(ground)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS - inset, _RADIUS - inset)

    def _dress_popup(self) -> None:
        view = QListView(self)
        view.setProperty("popup", True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setItemDelegate(PopupRowDelegate(self._theme, _ROW, view))
        self.setView(view)
        window = view.window()
        window.setWindowFlags(
            Qt.WindowType.Popup
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.NoDropShadowWindowHint
        )
        round_window(window, _LIST_RADIUS)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

"""Tabs of a page: words over a hairline, the present one underlined (SPEC §3, §4)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QTabBar, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.own_font import set_own_font
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.menu import Menu

_HEIGHT, _LINE, _TOP = 36, 20, 6
_GAP = 24
_UNDERLINE = 2
_SIGN_GAP = 6


class TabBar(QTabBar):
    """Tabs that never scroll: what has no room goes behind a last word, "More" (SPEC 38b)."""

    def __init__(
        self,
        theme: Theme,
        names: Sequence[str] = (),
        *,
        more_word: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered = -1
        self._fits = len(names)
        self._more = MoreTab(theme, more_word, self)
        self._more.clicked.connect(self._on_more_clicked)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_own_font(self, theme.fonts.of(Type.BUTTON))
        for name in names:
            self.addTab(name.replace("&", "&&"))
        self.currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)

    def tabSizeHint(self, index: int) -> QSize:
        """Return a tab's width with the gap after it; none for what is behind More."""
        width = self._width(index) if index < self._fits else 0
        return QSize(width, self._theme.scale.grow(_HEIGHT, _LINE))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: words of tabs are never cut."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """Return room for all tabs."""
        width = sum(self._width(i) for i in range(self.count())) - _GAP
        return QSize(width, self._theme.scale.grow(_HEIGHT, _LINE))

    def minimumSizeHint(self) -> QSize:
        """Return room for the first tab and More."""
        width = self._width(0) + self._more.sizeHint().width() if self.count() else 0
        return QSize(width, self.sizeHint().height())

    def turn(self, step: int) -> None:
        """Choose the next tab, or the one before, and after the last one the first."""
        self.setCurrentIndex((self.currentIndex() + step) % self.count())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move tabs behind More, or back."""
        self._fit()
        super().resizeEvent(event)
        self._place_more()

    def tabInserted(self, index: int) -> None:
        """Count a new tab in."""
        super().tabInserted(index)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the tab under the pointer."""
        self._hovered = self.tabAt(event.position().toPoint())
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def focus_ring_rect(self) -> QRect:
        """Return the word of the present tab."""
        index = self.currentIndex()
        if index >= self._fits:
            return self._more.geometry()
        line = self._theme.scale.px(_LINE)
        at = self.tabRect(index).topLeft() + QPoint(0, _TOP)
        return QRect(at, QSize(self._width(index) - _GAP, line))

    def focus_ring_radius(self) -> int:
        """Return the radius of SPEC §4: the ring goes closely round the word."""
        return 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairline, words and underline."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), tokens.line)
        painter.setFont(self._theme.fonts.of(Type.BUTTON))
        for index in range(self._fits):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        tokens = self._theme.tokens
        rect = self.tabRect(index)
        here = index == self.currentIndex()
        if not (self.isEnabled() and self.isTabEnabled(index)):
            painter.setPen(tokens.disabled)
        else:
            painter.setPen(tokens.text if here or index == self._hovered else tokens.muted)
        room = QRect(rect.left(), _TOP, rect.width(), self._theme.scale.px(_LINE))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._word(index))
        if here:
            paint_underline(painter, self._theme, rect.left(), self._width(index) - _GAP, self)

    def _word(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")

    def _width(self, index: int) -> int:
        metrics = QFontMetricsF(self._theme.fonts.of(Type.BUTTON))
        return round(metrics.horizontalAdvance(self._word(index))) + _GAP

    def _fit(self) -> None:
        room, total = self.width() + _GAP, 0
        widths = [self._width(i) for i in range(self.count())]
        if sum(widths) <= room:
            self._fits = self.count()
            return
        room -= self._more.sizeHint().width() + _GAP
        self._fits = 0
        for width in widths:
            total += width
            if total > room:
                break
            self._fits += 1

    def _place_more(self) -> None:
        hidden = self._fits < self.count()
        self._more.setVisible(hidden)
        if not hidden:
            return
        current = self.currentIndex()
        self._more.show_tab(self._word(current) if current >= self._fits else "")
        left = sum(self._width(i) for i in range(self._fits))
        self._more.setGeometry(QRect(QPoint(left, 0), self._more.sizeHint()))

    @Slot()
    def _on_more_clicked(self) -> None:
        menu = Menu(self._theme, self)
        for index in range(self._fits, self.count()):
            action = menu.add_item(self.tabText(index))
            action.setData(index)
            action.setEnabled(self.isTabEnabled(index))
        menu.triggered.connect(lambda chosen: self.setCurrentIndex(int(chosen.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    @Slot(int)
    def _on_current_changed(self, _index: int) -> None:
        self._place_more()
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        set_own_font(self, self._theme.fonts.of(Type.BUTTON))
        self._fit()
        self.updateGeometry()
        self._place_more()


class MoreTab(QAbstractButton):
    """The last word of a tab bar that has no room for all: it opens the others."""

    def __init__(self, theme: Theme, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = word
        self.setText(word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_tab(self, name: str) -> None:
        """Show the present tab's name while it is one of those behind, else the own word."""
        self.setText(name or self._word)
        self.setAccessibleName(f"{name}, {self._word}" if name else self._word)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the word and the chevron."""
        metrics = QFontMetricsF(self._theme.fonts.of(Type.BUTTON))
        width = math.ceil(metrics.horizontalAdvance(self.text())) + _SIGN_GAP
        height = self._theme.scale.grow(_HEIGHT, _LINE)
        return QSize(width + self._theme.icons.side(14), height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw word and chevron as a tab is drawn."""
        here = self.text() != self._word
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setFont(self._theme.fonts.of(Type.BUTTON))
        painter.setPen(tokens.of(Role.TEXT if here or self.underMouse() else Role.MUTED))
        line = self._theme.scale.px(_LINE)
        painter.drawText(
            QRect(0, _TOP, self.width(), line), int(Qt.AlignmentFlag.AlignVCenter), self.text()
        )
        side = self._theme.icons.side(14)
        at = QPointF(self.width() - side, _TOP + (line - side) // 2)
        self._theme.icons.paint(painter, at, Icon.CHEVRON_DOWN, 14, tokens.muted)
        if here:
            paint_underline(painter, self._theme, 0, self.width(), self)
        painter.end()


def paint_underline(
    painter: QPainter, theme: Theme, left: int, width: int, widget: QWidget
) -> None:
    """Draw the 2 px accent line under the present tab, over the hairline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.accent)
    painter.drawRoundedRect(QRectF(left, widget.height() - _UNDERLINE, width, _UNDERLINE), 1, 1)
    painter.restore()

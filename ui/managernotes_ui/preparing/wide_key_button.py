"""Buttons of the page's edges: icon and words left with the key right; words before an arrow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap
from managernotes_ui.widgets.tooltip import set_tip

_PADDING, _GAP, _ICON = 13, 6, 14


class WideKeyButton(Button):
    """As wide as its column; the key stands in a cap at its right end (06)."""

    def __init__(self, theme: Theme, text: str, icon: Icon, key: str) -> None:
        self._key = key
        super().__init__(theme, text, icon=icon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, text, key)

    def sizeHint(self) -> QSize:
        """Return room for words and cap."""
        hint = super().sizeHint()
        return QSize(hint.width() + 8 + round(key_cap_width(self._theme, self._key)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and words from the left, the cap at the right."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        words, glyph = self._colours()
        left = float(_PADDING)
        if self._glyph is not None:
            side = self._theme.icons.side(_ICON)
            at = QPointF(left, round((self.height() - side) / 2))
            self._theme.icons.paint(painter, at, self._glyph, _ICON, glyph)
            left += side + _GAP
        painter.setFont(self._words_font)
        painter.setPen(words)
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        right = self.width() - _PADDING - key_cap_width(self._theme, self._key)
        top = (self.height() - key_cap_height(self._theme)) / 2
        paint_key_cap(painter, QPointF(round(right), round(top)), self._theme, self._key)
        painter.end()


class OnwardButton(Button):
    """The primary of a bar: words, then an arrow to the right."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, role=ButtonRole.PRIMARY)
        self._arrow = True

    def show_words(self, words: str, *, arrow: bool) -> None:
        """Say where it leads; without the arrow it ends here."""
        self._arrow = arrow
        self.setText(words.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words and the arrow."""
        hint = super().sizeHint()
        return QSize(hint.width() + round(self._arrow_width), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and words, then the arrow behind them."""
        if not self._arrow:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        words, glyph = self._colours()
        width = self._content_width() + self._arrow_width
        left = (self.width() - width) / 2
        painter.setFont(self._words_font)
        painter.setPen(words)
        room = QRectF(left, 0, self.width() - left, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(room, flags, self.text())
        side = self._theme.icons.side(_ICON)
        at = QPointF(round(left + width - side), round((self.height() - side) / 2))
        self._theme.icons.paint(painter, at, Icon.ARROW_RIGHT, _ICON, glyph)
        painter.end()

    @property
    def _arrow_width(self) -> float:
        return self._theme.icons.side(_ICON) + _GAP if self._arrow else 0.0

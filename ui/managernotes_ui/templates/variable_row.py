"""A row of the panel: a variable and what it is filled with; a click puts it at the caret."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from managernotes_ui.common.strings import templates as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.variable_chip import paint_variable, variable_size

_ROW, _GAP = 32, 12


class VariableRow(QAbstractButton):
    """32 high, with a hairline under it."""

    def __init__(self, theme: Theme, name: str, value: str) -> None:
        super().__init__()
        self._theme = theme
        self.name, self.value = name, value
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        insert = strings.INSERT.format(name=name)
        self.setAccessibleName(f"{insert}: {value}")
        self.setToolTip(tooltip(f"{insert} · {value}"))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(self._theme.scale.px(120), self._theme.scale.grow(_ROW, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip, the value at the right, and the line."""
        painter = QPainter(self)
        tokens, middle = self._theme.tokens, self.height() / 2
        if self.underMouse():
            painter.fillRect(self.rect(), tokens.hover)
        size = variable_size(self._theme, self.name)
        width = min(size.width(), self.width() * 0.6)
        chip = QRectF(0, middle - size.height() / 2, width, size.height())
        paint_variable(painter, chip, self._theme, self.name)
        room = self.width() - width - _GAP
        value = TextBlock(self._theme, self.value, Type.META, room, max_lines=1)
        at = QPointF(self.width() - value.width, middle - value.height / 2)
        value.paint(painter, at, Role.MUTED)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.end()

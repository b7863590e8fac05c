"""Fonts that widgets set for themselves, kept against a fault of Qt's.

With a style sheet on the application Qt notes the first font that a widget was given, and gives
it back when the widget gets another parent: a panel that moves would fall back to an earlier scale.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def set_own_font(widget: QWidget, font: QFont) -> None:
    """Give a widget a font that it keeps until it is given the next one by this function."""
    keeper = widget.findChild(_Keeper, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if keeper is None:
        keeper = _Keeper(widget)
        widget.installEventFilter(keeper)
    keeper.font = font
    widget.setFont(font)
    if isinstance(widget, QAbstractScrollArea):
        widget.viewport().setFont(font)  # the sheet has cut it off; placeholders are drawn in it


class _Keeper(QObject):
    """Puts the font back when Qt has brought an earlier one."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.font = widget.font()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Compare the font with the one that was wanted."""
        if event.type() == QEvent.Type.FontChange:
            now, wanted = self._widget.font(), self.font
            if (now.pixelSize(), now.weight()) != (wanted.pixelSize(), wanted.weight()):
                self._widget.setFont(wanted)
        return super().eventFilter(watched, event)

"""Splitters: 9 px to grip, 1 px drawn; arrows move them too (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from managernotes_ui.style.theme import Theme

_GRIP, _STEP = 9, 16
_THICK = 3
_LESS = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_MORE = {Qt.Key.Key_Right, Qt.Key.Key_Down}


class Splitter(QSplitter):
    """Panes with our handle between them; `name` is what the handle moves."""

    def __init__(
        self,
        theme: Theme,
        orientation: Qt.Orientation,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._name = name
        self.setHandleWidth(1)  # the grip lies over the panes, so that no gap shows
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Return the grip."""
        return SplitterGrip(self._theme, self._name, self.orientation(), self)


class SplitterGrip(QSplitterHandle):
    """A hairline that becomes 3 px of accent under the pointer or with the focus."""

    def __init__(
        self, theme: Theme, name: str, orientation: Qt.Orientation, parent: QSplitter
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        reach = _GRIP // 2
        sideways = orientation == Qt.Orientation.Horizontal
        self.setContentsMargins(*((reach, 0, reach, 0) if sideways else (0, reach, 0, reach)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by 16 px with the arrows along the splitter's way."""
        sideways = self.orientation() == Qt.Orientation.Horizontal
        line = self.contentsRect().translated(self.pos())
        at = line.x() if sideways else line.y()
        keys = {Qt.Key.Key_Left, Qt.Key.Key_Right} if sideways else {Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() not in keys:
            super().keyPressEvent(event)
        elif event.key() in _LESS:
            self.moveSplitter(self.closestLegalPosition(at - _STEP))
        elif event.key() in _MORE:
            self.moveSplitter(self.closestLegalPosition(at + _STEP))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep Qt from cutting the grip down to the five pixels it gives thin handles."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the accent line."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the hairline again."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line in the middle of the grip."""
        tokens = self._theme.tokens
        lively = self.underMouse() or self.hasFocus()
        thick = _THICK if lively else 1
        rect = QRectF(self.rect())
        if self.orientation() == Qt.Orientation.Horizontal:
            line = QRectF((rect.width() - thick) // 2, 0, thick, rect.height())
        else:
            line = QRectF(0, (rect.height() - thick) // 2, rect.width(), thick)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=lively)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent if lively else tokens.line)
        painter.drawRoundedRect(line, thick // 2, thick // 2)
        painter.end()

"""The foot of a bare page: 48 high, what each key does, and at the right how to leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.key_cap import KeyCapLabel
from managernotes_ui.widgets.text_label import TextLabel

_HEIGHT, _LINE, _SIDE, _GAP, _CAP_GAP = 48, 18, 32, 16, 4

Hint = tuple[str, str]
"""A key and what it does."""


class KeyFoot(QFrame):
    """Hints at the left, a sentence and the last hint at the right; what has no room is left out.

    The keys themselves are in the key sheet and in the tooltips.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._row.setSpacing(_GAP)
        self._optional: list[QWidget] = []
        self._last: QWidget | None = None
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_hints(self, left: Sequence[Hint], sentence: str, right: Hint) -> None:
        """Show other hints."""
        while (taken := self._row.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        parts = [self._hint(*hint) for hint in left]
        for part in parts:
            self._row.addWidget(part)
        self._row.addStretch(1)
        told = [self._told(sentence)] if sentence else []
        self._last = self._hint(*right)
        for part in (*told, self._last):
            self._row.addWidget(part)
        self._optional = [*told, *reversed(parts)]
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room: the sentence first, then hints from the right."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a hint has another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline across the page."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.tokens.line)
        painter.end()

    def _fit(self) -> None:
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _GAP
        parts = [self._last, *self._optional]
        wanted = sum(part.sizeHint().width() + _GAP for part in parts if part is not None)
        for part in self._optional:
            fits = wanted <= room
            if part.isHidden() is fits:
                part.setVisible(fits)
            wanted -= 0 if fits else part.sizeHint().width() + _GAP

    def _hint(self, key: str, words: str) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_CAP_GAP)
        row.addWidget(KeyCapLabel(self._theme, key))
        row.addWidget(TextLabel(self._theme, words, Type.META, tone=Role.MUTED))
        return part

    def _told(self, sentence: str) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(GlyphLabel(self._theme, Icon.LOCK, 14))
        row.addWidget(TextLabel(self._theme, sentence, Type.META, tone=Role.MUTED))
        return part

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(_HEIGHT, _LINE))
        self._fit()

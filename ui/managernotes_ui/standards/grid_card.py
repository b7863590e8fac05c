"""The card with the coverage grid, its title and legend over it, one line of meaning under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.standards.coverage_delegate import INDENT
from managernotes_ui.standards.coverage_table import CoverageTable
from managernotes_ui.standards.grid_words import GridWords
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.grid_cell import paint_grid_swatch
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.text_label import TextLabel

_SWATCH_WIDTH, _SWATCH_HEIGHT, _BESIDE, _BETWEEN = 20, 12, 7, 16
_PADDING, _FOOT = 16, 4


_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class GridLegend(QWidget):
    """Three swatches with what they stand for; to be read only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries = ((0, strings.NOTHING_WRITTEN), (1, strings.SOME), (3, strings.MANY))
        self.setAccessibleName(f"{strings.LEGEND}: {', '.join(name for _, name in self._entries)}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for every entry."""
        scale = self._theme.scale
        words = sum(self._words(name).width for _, name in self._entries)
        beside = len(self._entries) * (scale.px(_SWATCH_WIDTH) + _BESIDE)
        width = round(words + beside + (len(self._entries) - 1) * _BETWEEN) + 1
        return QSize(width, scale.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw swatches and words."""
        painter = QPainter(self)
        scale, left = self._theme.scale, 0.0
        for number, name in self._entries:
            height = scale.px(_SWATCH_HEIGHT)
            top = round((self.height() - height) / 2)
            rect = QRectF(left, top, scale.px(_SWATCH_WIDTH), height)
            paint_grid_swatch(painter, rect, self._theme, number)
            left = rect.right() + _BESIDE
            words = self._words(name)
            words.paint(painter, QRectF(left, 0, 0, 0).topLeft(), Role.MUTED)
            left += words.width + _BETWEEN
        painter.end()

    def _words(self, name: str) -> TextBlock:
        return TextBlock(self._theme, name, Type.META)


class GridCard(QWidget):
    """Heading, card, captions; the heading's second half and the legend give way first."""

    def __init__(self, theme: Theme, words: GridWords) -> None:
        super().__init__()
        self.title = TextLabel(theme, strings.TITLE, Type.SECTION)
        self.version = TextLabel(theme, "", Type.LIST, tone=Role.MUTED)
        self.legend = GridLegend(theme)
        self.table = CoverageTable(theme, words)
        self.captions = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self._heads = QHBoxLayout()
        self._build()

    def show_captions(self, sentences: Sequence[str]) -> None:
        """Say what the grid holds; no sentence takes no room."""
        self.captions.setText(" · ".join(sentences))
        self.captions.setVisible(bool(sentences))

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the version under the title and leave the legend out, or draw all in one line."""
        self.legend.setVisible(not narrow)
        self._heads.setDirection(_DOWN if narrow else _ACROSS)
        self._heads.setSpacing(0 if narrow else 8)

    def _build(self) -> None:
        self._heads.setSpacing(8)
        self._heads.addWidget(self.title)
        self._heads.addWidget(self.version, 1)
        self._heads.addWidget(self.legend)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(_PADDING - INDENT, _FOOT, 0, _FOOT)
        inside.addWidget(self.table)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._heads)
        column.addSpacing(18)
        column.addWidget(card)
        column.addSpacing(6)
        column.addWidget(self.captions)
        self.captions.hide()

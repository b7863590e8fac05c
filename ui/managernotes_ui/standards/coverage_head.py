"""The head of the coverage grid: 28 high, the newest month in bold (SPEC §5.11)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from managernotes_ui.standards.coverage_delegate import END, INDENT
from managernotes_ui.standards.coverage_model import FIRST_MONTH, NAME
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock

_HEIGHT, _LABEL = 28, 16


class CoverageHead(QHeaderView):
    """A month without room says its first letter, another column its first word."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def fit(self) -> None:
        """Take the height of the text scale."""
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the height at the text scale."""
        return QSize(0, self._theme.scale.grow(_HEIGHT, _LABEL))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the card under the words."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.tokens.raised)
        for section in range(self.count()):
            left = self.sectionViewportPosition(section)
            rect = QRect(left, 0, self.sectionSize(section), self.height())
            self.paintSection(painter, rect, section)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw what stands over a column."""
        words = self.model().headerData(section, Qt.Orientation.Horizontal)
        last = self.count() - 1
        is_month = FIRST_MONTH <= section < last
        newest = section == last - 1
        style = Type.LABEL_MEDIUM if newest else Type.LABEL
        room = QRectF(rect)
        block = TextBlock(self._theme, str(words), style)
        if block.width > room.width() - 2 and is_month:
            block = TextBlock(self._theme, str(words)[:1], style)
        elif block.width > room.width() - 2:
            short = str(words).partition(" ")[0]
            block = TextBlock(self._theme, short, style, room.width() - 2, max_lines=1)
        left = room.left() + (INDENT if section == NAME else 0)
        if is_month:
            left = room.center().x() - block.width / 2
        elif section == last:
            left = room.right() - END - block.width
        at = QPointF(left, room.center().y() - block.height / 2)
        block.paint(painter, at, Role.TEXT if newest else Role.MUTED)

"""The left side of a footer: as many of its items as fit whole; the rest is in the tooltip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.course_dots import DOT, dots_width, paint_course_dots
from managernotes_ui.widgets.course_line import Standing
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import tooltip

_GAP = 16
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class FooterItem:
    """One piece of the footer; a strong one is set in the text colour, medium."""

    text: str
    strong: bool = False
    dot: Standing | None = None
    """Stands before the words of a legend."""


class FooterLine(QWidget):
    """Items with a dot before each but the first; what has no room moves (SPEC §7, 38b)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: list[tuple[TextLabel | None, TextLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_items(self, items: Sequence[FooterItem | str]) -> None:
        """Show other items, left to right."""
        while (taken := self._row.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._items = []
        for given in items:
            item = given if isinstance(given, FooterItem) else FooterItem(given)
            separated = bool(self._items) and item.dot is None
            dot = self._label(FooterItem("·")) if separated else None
            label = self._label(item)
            for part in filter(None, (dot, label)):
                self._row.addWidget(part)
            self._items.append((dot, label))
        self._row.addStretch(1)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of a line: the width is what is left."""
        return QSize(0, self._theme.fonts.line(Type.META))

    def minimumSizeHint(self) -> QSize:
        """Return no width: everything may move into the tooltip."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out anew what fits."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a text or the text scale has another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room, moved = self.width(), False
        for number, (dot, label) in enumerate(self._items):
            parts = [part for part in (dot, label) if part is not None]
            room -= sum(part.sizeHint().width() + _GAP for part in parts)
            # The first one stays, cut if need be; after one that has moved, so do the others.
            moved = moved or (number > 0 and room + _GAP < 0)
            for part in parts:
                if part.isHidden() is not moved:
                    part.setVisible(not moved)
        words = _BETWEEN.join(label.text() for _dot, label in self._items)
        self.setToolTip(tooltip(words) if moved else "")

    def _label(self, item: FooterItem) -> TextLabel:
        style, tone = (Type.META_MEDIUM, Role.TEXT2) if item.strong else (Type.META, Role.MUTED)
        if item.dot is not None:
            return _LegendLabel(self._theme, item, style, tone)
        return TextLabel(self._theme, item.text, style, tone=tone)


class _LegendLabel(TextLabel):
    """Words of a legend with their dot before them."""

    def __init__(self, theme: Theme, item: FooterItem, style: Type, tone: Role) -> None:
        super().__init__(theme, item.text, style, tone=tone)
        assert item.dot is not None
        self._dot = item.dot
        theme.changed.connect(self._make_room)
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        self.setContentsMargins(int(dots_width(self._theme, (self._dot,))) + 2, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot, then the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theme.scale.icon(DOT)
        at = QPointF(0, (self.height() - side) / 2)
        paint_course_dots(painter, at, self._theme, (self._dot,))
        painter.end()

"""A text area that grows with its text to a share of the page, then scrolls (SPEC §4)."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_edit import mark_error
from managernotes_ui.widgets.plain_editor import PlainEditor

_BORDER, _PADDING = 1, 14


class TextArea(PlainEditor):
    """Control border, radius 8; `share` is how much of the window it may take.

    `snug` is its padding above and below where that is less than 14: 8, 9 or 10.
    """

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        style: Type = Type.BODY,
        least_lines: int = 1,
        share: float = 0.4,
        snug: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, placeholder, style=style, parent=parent)
        self._least_lines = least_lines
        self._share = share
        self._edges = 2 * (_BORDER + (snug or _PADDING))
        self.setProperty("area", True)
        if snug:
            self.setProperty("snug", snug)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def set_error(self, error: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Turn the border to danger, or back."""
        mark_error(self, error=error)

    def sizeHint(self) -> QSize:
        """Return the height of the text, between the least lines and the share."""
        line = self._theme.fonts.line(self._style)
        wanted = max(math.ceil(self.document().size().height()), self._least_lines * line)
        most = max(
            int(self.window().height() * self._share), self._least_lines * line + self._edges
        )
        return QSize(super().sizeHint().width(), min(wanted + self._edges, most))

    def minimumSizeHint(self) -> QSize:
        """Return room for the least lines."""
        line = self._theme.fonts.line(self._style)
        return QSize(self._theme.scale.px(120), self._least_lines * line + self._edges)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out for the new width and ask for the height they need."""
        super().resizeEvent(event)
        self.updateGeometry()

    @Slot()
    def _on_size_changed(self) -> None:
        self.updateGeometry()

"""A one-line field (SPEC §4: input)."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.caret import Caret
from managernotes_ui.widgets.private_line_edit import PrivateLineEdit

_GAP = 8
_PADDING = 10


class Measure(StrEnum):
    """Heights of fields: 28, 32, 40 on the lock screen, 44 for search."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"
    SEARCH = "search"


class LineEdit(PrivateLineEdit):
    """A field with an accessible name and, if wanted, an icon in front of the text."""

    def __init__(  # noqa: PLR0913 - its look, by keyword
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        *,
        measure: Measure = Measure.NORMAL,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._caret = Caret(theme, self)
        self.setProperty("measure", measure.value)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._make_room()
        theme.changed.connect(self._on_theme_changed)

    def set_error(self, error: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Turn the border to danger, or back."""
        mark_error(self, error=error)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the caret, and the icon in the room left of the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        self._caret.paint(painter)
        if self._icon is not None:
            self._paint_icon(painter, self._icon)
        painter.end()

    def _paint_icon(self, painter: QPainter, icon: Icon) -> None:
        side = self._theme.icons.side(self._icon_size)
        at = QPointF(_PADDING, (self.height() - side) // 2)
        self._theme.icons.paint(painter, at, icon, self._icon_size, self._theme.tokens.muted)

    @property
    def _icon_size(self) -> int:
        return 16 if self.property("measure") in {Measure.LARGE, Measure.SEARCH} else 14

    def _make_room(self) -> None:
        if self._icon is not None:
            self.setTextMargins(self._theme.icons.side(self._icon_size) + _GAP, 0, 0, 0)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._make_room()
        self.update()


def mark_error(editor: QWidget, *, error: bool) -> None:
    """Set the style sheet's `error` property of any field and have it drawn."""
    if bool(editor.property("error")) == error:
        return
    editor.setProperty("error", error)
    editor.style().unpolish(editor)
    editor.style().polish(editor)
    editor.update()

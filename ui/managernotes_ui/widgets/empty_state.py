"""An empty list teaches: what goes here, one example, one button (SPEC §5, 17)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

WIDTH = 560
_STROKE = 1.5


class EmptyState(QWidget):
    """A column of 560: icon, title, text, an example in a box, one primary and one quiet button."""

    def __init__(  # noqa: PLR0913 - what it says, by keyword
        self,
        theme: Theme,
        icon: Icon,
        title: str,
        text: str,
        *,
        example_caption: str = "",
        example: QWidget | None = None,
        primary: Button | None = None,
        quiet: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(GlyphLabel(theme, icon, 28, Role.ACCENT, stroke=_STROKE))
        column.addSpacing(12)
        column.addWidget(TextLabel(theme, title, Type.NOTE_TITLE, lines=0))
        column.addSpacing(4)
        column.addWidget(TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0))
        if example is not None:
            column.addSpacing(20)
            column.addWidget(_example_box(theme, example_caption, example))
        if primary is not None or quiet is not None:
            column.addSpacing(20)
            column.addLayout(_buttons(primary, quiet))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(self._theme.scale.px(WIDTH))


def _example_box(theme: Theme, caption: str, example: QWidget) -> Card:
    box = Card(Surface.SUNKEN)
    inside = QVBoxLayout(box)
    inside.setContentsMargins(16, 14, 16, 14)
    inside.setSpacing(6)
    inside.addWidget(TextLabel(theme, caption, Type.META, tone=Role.MUTED))
    inside.addWidget(example)
    return box


def _buttons(*buttons: Button | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    for button in buttons:
        if button is not None:
            row.addWidget(button)
    return row

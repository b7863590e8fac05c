"""A field under its label: with a rule beside it, or in the sunken box with a lock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

_RULE, _LABEL_GAP = 2, 6

INDENT = 16
"""Pixels from the rule's left edge to the text: 2 of rule and 14 of indent."""


class FieldFrame(QWidget):
    """The label, the field, and left of both a rule that is accent while the field is current."""

    def __init__(self, theme: Theme, label: str, field: NoteField) -> None:
        super().__init__()
        self._theme = theme
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 0, 0, 0)
        column.setSpacing(_LABEL_GAP)
        column.addWidget(_label(theme, label))
        column.addWidget(field)
        field.focus_changed.connect(self._on_focus_changed)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rule."""
        tokens = self._theme.tokens
        colour = tokens.accent if self._field.hasFocus() else tokens.line2
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, _RULE, self.height()), colour)
        painter.end()

    @Slot(bool)
    def _on_focus_changed(self, _current: bool) -> None:  # noqa: FBT001 - a signal's value
        self.update()


class ReadingBox(Card):
    """What the manager makes of it, visibly apart: sunken, with a lock (INV-04)."""

    def __init__(self, theme: Theme, label: str, field: NoteField) -> None:
        super().__init__(Surface.SUNKEN)
        head = QHBoxLayout()
        head.setSpacing(_LABEL_GAP)
        head.addWidget(GlyphLabel(theme, Icon.LOCK, 14, Role.MUTED))
        head.addWidget(_label(theme, label), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(_LABEL_GAP)
        column.addLayout(head)
        column.addWidget(field)


def _label(theme: Theme, text: str) -> TextLabel:
    return TextLabel(theme, text, Type.META_MEDIUM, tone=Role.MUTED)

"""The two equal boxes: what these ways in protect against, and what they do not (16)."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.protection import VaultProtection
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.settings.protection_words import does_not_protect_against, protects_against
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

GAP = 16


def protection_boxes(theme: Theme, protection: VaultProtection) -> QWidget:
    """Return both boxes, side by side; `lay_boxes` puts them one below the other."""
    owner = QWidget()
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight, owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    does, does_not = protects_against(protection), does_not_protect_against(protection)
    row.addWidget(_box(theme, strings.AGAINST_TITLE, does, Icon.CHECK, Role.ACCENT), 1)
    row.addWidget(_box(theme, strings.NOT_AGAINST_TITLE, does_not, Icon.MINUS, Role.MUTED), 1)
    return owner


def lay_boxes(boxes: QWidget, *, side_by_side: bool) -> None:
    """Put the boxes beside or below each other."""
    layout = boxes.layout()
    assert isinstance(layout, QBoxLayout)
    directions = QBoxLayout.Direction
    layout.setDirection(directions.LeftToRight if side_by_side else directions.TopToBottom)


def _box(theme: Theme, title: str, lines: tuple[str, ...], icon: Icon, role: Role) -> QFrame:
    box = Card(Surface.SUNKEN)
    column = QVBoxLayout(box)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(6)
    column.addWidget(TextLabel(theme, title, Type.NAME, lines=0))
    for line in lines:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 2, 0, 0)
        sign.addWidget(GlyphLabel(theme, icon, 16, role))
        sign.addStretch(1)
        row.addLayout(sign)
        row.addWidget(TextLabel(theme, line, Type.LIST, tone=Role.TEXT2, lines=0), 1)
        column.addLayout(row)
    column.addStretch(1)
    return box

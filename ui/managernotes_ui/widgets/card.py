"""Surfaces: card, sunken box, and the hairline between parts (SPEC §2)."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QFrame, QWidget


class Surface(StrEnum):
    """Which ground and border a frame has."""

    CARD = "card"
    SUNKEN = "sunken"
    NOTE = "note"
    INFO = "info"
    TIP = "tip"


class Card(QFrame):
    """A frame of radius 8 on one of the surfaces; its looks are in the style sheet."""

    def __init__(self, surface: Surface = Surface.CARD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface.value)


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a line of one pixel for a vertical layout."""
    line = QFrame(parent)
    line.setProperty("surface", "hairline")
    line.setFixedHeight(1)
    return line


def upright(parent: QWidget | None = None) -> QFrame:
    """Return a line of one pixel for a horizontal layout."""
    line = QFrame(parent)
    line.setProperty("surface", "upright")
    line.setFixedWidth(1)
    return line

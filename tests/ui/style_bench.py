"""An application dressed in one theme, and put back as it was; for the tests of style."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from managernotes_ui.style.theme import Scheme, Theme

LOOKS = [(scheme, scale) for scheme in Scheme for scale in (1.0, 1.5)]


@contextmanager
def dressed(
    app: QApplication, scheme: Scheme = Scheme.LIGHT, text_scale: float = 1.0
) -> Iterator[Theme]:
    """Give the application a theme for the length of a test."""
    font = app.font()
    theme = Theme(scheme, text_scale, motion=False)
    theme.apply(app)
    try:
        yield theme
    finally:
        app.setStyleSheet("")
        app.setStyle("Fusion")
        app.setPalette(QPalette())
        app.setFont(font)


def picture(widget: QWidget) -> QImage:
    """Return what a widget draws."""
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    """Return every colour that a picture has."""
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def has(image: QImage, colour: QColor) -> bool:
    """Return whether a colour is in a picture, pure."""
    return colour.name() in colours(image)


def words_width(theme: Theme, text: str, size: int, weight: int = 400) -> float:
    """Return how wide some words are in a size of the theme."""
    return QFontMetricsF(theme.fonts.font(size, weight)).horizontalAdvance(text)

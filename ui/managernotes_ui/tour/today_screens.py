"""The first page: as it is on a working day, narrow, in large text, and on a good day."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPixmap

from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.story_screens import LARGE_TEXT, staged

NARROW = QSize(960, 640)
LEAST = QSize(800, 560)


def today_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 01 today, 38a the same in a narrow window, and the page in large text."""
    with staged(theme) as stage:
        stage.go(Place(PageName.TODAY))
        yield "01-today", picture_of(stage.view)
        stage.view.resize(NARROW)
        stage.settle()
        window = (QPointF(159, 63), "Manager Notes", picture_of(stage.view))
        yield "38a-narrow", desk_picture(theme, [window], SIZE)
        theme.set_text_scale(LARGE_TEXT)
        stage.view.resize(LEAST)
        stage.settle()
        yield "today-least-large-text", picture_of(stage.view)
        stage.view.resize(SIZE)
        stage.settle()
        yield "today-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


ALBUMS = (today_screens,)

"""Promises: as they are on the story's day, narrow, and in large text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.story_screens import DANA, LARGE_TEXT, person_named, staged

LEAST = QSize(800, 560)
PROMISES = Place(PageName.CONVERSATIONS, query="promises")


def promise_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 23 promises, the same least and in large text, and those of one person."""
    with staged(theme) as stage:
        stage.go(PROMISES)
        yield "23-promises", picture_of(stage.view)
        stage.view.resize(LEAST)
        stage.settle()
        yield "promises-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.view.resize(SIZE)
        stage.settle()
        yield "promises-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)
    with staged(theme) as stage:
        stage.go(Place(PageName.PERSON, person=person_named(stage, DANA), query="promises"))
        yield "person-promises", picture_of(stage.view)


ALBUMS = (promise_screens,)

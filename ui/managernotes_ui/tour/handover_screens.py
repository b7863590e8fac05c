"""The hand-over, step by step; small and in large text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from managernotes_ui.handover.handover_page import HandoverPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA, LARGE_TEXT, person_named, staged

LEAST = QSize(800, 560)


def handover_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield the four steps, and what goes in a small window and in large text."""
    with staged(theme) as stage:
        page = _begun(stage)
        page.vm.turn_person(person_named(stage, "Tomasz Zielinski"))
        page.vm.turn_person(person_named(stage, DANA))
        stage.settle()
        yield "handover-1-who", picture_of(stage.view)
        for number, name in enumerate(("what", "look", "save"), start=2):
            page.vm.go_on()
            stage.settle()
            stage.settle()
            yield f"handover-{number}-{name}", picture_of(stage.view)
        for _step in range(2):
            page.vm.go_back()
        stage.view.resize(LEAST)
        stage.settle()
        yield "handover-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.settle()
        yield "handover-least-large-text", picture_of(stage.view)
        stage.view.resize(SIZE)
        stage.settle()
        yield "handover-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def _begun(stage: Stage) -> HandoverPage:
    stage.go(Place(PageName.HANDOVER))
    page = stage.view.page
    assert isinstance(page, HandoverPage)
    return page


ALBUMS = (handover_screens,)
"""Who, what, look at it, save."""

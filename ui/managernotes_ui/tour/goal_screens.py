"""Goals and growth: one person's as the target shows them, and everybody's."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from managernotes_ui.goals.all_goals_page import AllGoalsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.story_screens import DANA, LARGE_TEXT, person_named, staged

BETWEEN, LEAST = QSize(1040, 560), QSize(800, 560)


def goal_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 10 goals and growth, the same least and in large text."""
    with staged(theme) as stage:
        stage.go(Place(PageName.PERSON, person=person_named(stage, DANA), query="goals"))
        yield "10-goals-growth", picture_of(stage.view)
        stage.view.resize(LEAST)
        stage.settle()
        yield "goals-growth-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.view.resize(SIZE)
        stage.settle()
        yield "goals-growth-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def all_goals_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 24 the goals of all, the same least and in large text."""
    with staged(theme) as stage:
        stage.go(Place(PageName.GOALS))
        page = stage.view.page
        assert isinstance(page, AllGoalsPage)
        row = next(line.key for line in page.list.lines if line.text.startswith("Bring restore"))
        assert row is not None
        page.list.choose(row)
        stage.settle()
        yield "24-goals-all", picture_of(stage.view)
        for size in (BETWEEN, LEAST):  # on the way down the panel makes room first
            stage.view.resize(size)
            stage.settle()
        yield "goals-all-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.view.resize(SIZE)
        stage.settle()
        yield "goals-all-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


ALBUMS = (goal_screens, all_goals_screens)

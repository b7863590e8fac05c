"""Goals and growth: one person's as the target shows them, and everybody's."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from managernotes_ui.goals.all_goals_page import AllGoalsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.goal_story import tell_long_goal, tell_milestone
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.story_screens import DANA, LARGE_TEXT, person_named, staged

HUGE_TEXT = 2.0
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


def more_goal_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield no data, three years of check-ins, a milestone, and the sheets."""
    with staged(theme, newcomer=True) as stage:
        person = person_named(stage, "Nadia Rahimi")
        stage.go(Place(PageName.PERSON, person=person, query="goals"))
        yield "goals-growth-none", picture_of(stage.view)
        long = stage.ask(lambda workspace: tell_long_goal(workspace, person))
        milestone = stage.ask(lambda workspace: tell_milestone(workspace, person))
        for name, goal in (("three-years", long), ("milestone", milestone)):
            stage.go(Place(PageName.PERSON, person=person, goal=goal, query="goals"))
            yield f"goals-growth-{name}", picture_of(stage.view)
        theme.set_text_scale(HUGE_TEXT)
        stage.go(Place(PageName.PERSON, person=person, goal=long, query="goals"))
        yield "goals-growth-huge-text", picture_of(stage.view)
        theme.set_text_scale(1.0)
    with staged(theme) as stage:
        stage.go(Place(PageName.PERSON, person=person_named(stage, DANA), query="goals"))
        for key, name in ((Qt.Key.Key_F2, "goal-sheet"), (Qt.Key.Key_C, "check-in-sheet")):
            stage.press(key)
            yield name, picture_of(stage.view)
            stage.press(Qt.Key.Key_Escape)
        stage.press(Qt.Key.Key_D)
        yield "direction-sheet", picture_of(stage.view)


ALBUMS = (goal_screens, all_goals_screens, more_goal_screens)

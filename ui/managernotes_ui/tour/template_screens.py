"""The templates: changed as the target shows them, small and in large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from managernotes.services.workspace import Workspace
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.templates.templates_page import TemplatesPage
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA, LARGE_TEXT, person_named, staged

LEAST = QSize(800, 560)
WEEKLY, MID_YEAR = "weekly-one-to-one", "mid-year-review"
_ASKS = "- Where do you need a decision, help or cover from me?"
_SAW = "- One thing I saw: day, what you did, what it changed"
_MINE = "- Anything you would like me to do differently?"


def template_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 25 the templates, one as it came, and the page at its least and in large text."""
    with staged(theme) as stage:
        now = stage.clock.now()
        stage.clock.step_to(now - timedelta(days=83))
        stage.ask(_change)
        stage.clock.step_to(now)
        stage.go(Place(PageName.TEMPLATES, query=WEEKLY))
        page = stage.view.page
        assert isinstance(page, TemplatesPage)
        page.vm.set_person(person_named(stage, DANA))
        stage.settle()
        yield "25-templates", picture_of(stage.view)
        show(stage, "missed-target")
        yield "templates-as-it-came", picture_of(stage.view)
        show(stage, WEEKLY)
        stage.view.resize(LEAST)
        stage.settle()
        yield "templates-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.settle()
        yield "templates-least-large-text", picture_of(stage.view)
        page.toggle_panel()
        stage.settle()
        yield "templates-panel-large-text", picture_of(stage.view)
        page.toggle_panel()
        stage.view.resize(SIZE)
        stage.settle()
        yield "templates-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def show(stage: Stage, name: str) -> None:
    """Go to a template."""
    stage.go(Place(PageName.TEMPLATES, query=name))


def _change(workspace: Workspace) -> None:
    words = workspace.templates.get(WEEKLY).words
    body = words.body.replace(
        _ASKS, f"{_ASKS}\n- What did I say last week that you still wait for?"
    )
    body = body.replace(_SAW, f"{_SAW}\n- Carried over: {{{{carried}}}}").replace(f"{_MINE}\n", "")
    workspace.templates.save(WEEKLY, replace(words, body=body))
    words = workspace.templates.get(MID_YEAR).words
    body = f"{words.body}\n\nAnd one thing to stop"
    workspace.templates.save(MID_YEAR, replace(words, body=body))


ALBUMS = (template_screens,)

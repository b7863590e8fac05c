"""The threads: as the target shows them, an issue, small and in large text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from managernotes.domain.identity import ThreadId
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import LARGE_TEXT, staged

LEAST = QSize(800, 560)


def thread_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 29 the threads, an issue, and the page at its least and in large text."""
    with staged(theme) as stage:
        show(stage, "The storage move")
        yield "29-threads", picture_of(stage.view)
        show(stage, "Late hand-overs")
        yield "threads-issue", picture_of(stage.view)
        show(stage, "The storage move")
        stage.view.resize(LEAST)
        stage.settle()
        yield "threads-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.settle()
        yield "threads-least-large-text", picture_of(stage.view)
        stage.view.resize(SIZE)
        stage.settle()
        yield "threads-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def show(stage: Stage, title: str) -> None:
    """Go to a thread by its title."""

    def find_it() -> ThreadId:
        rows = stage.ask(lambda workspace: workspace.threads.list())
        return next(row.id for row in rows if row.title == title)

    stage.go(Place(PageName.CONVERSATIONS, thread=find_it(), query="threads"))


ALBUMS = (thread_screens,)

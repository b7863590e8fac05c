"""The screens on which a hard talk is prepared: 06 as its target shows it, then every step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from string import ascii_lowercase

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QTextCursor

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId
from managernotes.domain.preparation import Step
from managernotes.services.workspace import Workspace
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.prepare_page import PreparePage
from managernotes_ui.shell import commands
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA, go_to_person, staged

SMALLEST = QSize(800, 560)
LARGE_TEXT = 1.5


def prepare_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 06 at its step, 06a to 06j the ten steps, small, large, and the sheet of Ctrl+P."""
    with staged(theme) as stage, prepared(stage) as page:
        show_step(stage, page, Step.BOTH_SIDES)
        yield "06-prepare-conversation", picture_of(stage.view)
        for letter, step in zip(ascii_lowercase, Step, strict=False):
            show_step(stage, page, step)
            yield f"06{letter}-prepare-step-{int(step)}", picture_of(stage.view)
        show_step(stage, page, Step.WORDS)
        stage.view.resize(SMALLEST)
        stage.settle()
        yield "06k-prepare-small", picture_of(stage.view)
        page.toggle_panel()
        stage.settle()
        yield "06l-prepare-small-panel", picture_of(stage.view)
        page.close_panel()
        stage.view.resize(1280, 800)
        theme.set_text_scale(LARGE_TEXT)
        stage.settle()
        yield "06m-prepare-large-text", picture_of(stage.view)
        stage.view.resize(SMALLEST)
        stage.settle()
        stage.view.resize(SMALLEST)
        stage.settle()
        yield "06o-prepare-small-large", picture_of(stage.view)
        stage.view.resize(1280, 800)
        theme.set_text_scale(1.0)
        person = go_to_person(stage)
        person.timeline.list.step_month(0)  # a thanks is chosen, no concern: it asks which
        stage.vault.run(commands.PREPARE)
        stage.settle()
        yield "06n-prepare-which", picture_of(stage.view)


ALBUMS = (prepare_screens,)


@contextmanager
def prepared(stage: Stage) -> Iterator[PreparePage]:
    """Open the hard talk of the story."""
    stage.go(Place(PageName.PREPARE, conversation=stage.ask(hard_talk)))
    page = stage.view.page
    assert isinstance(page, PreparePage)
    yield page


def hard_talk(workspace: Workspace) -> ConversationId:
    """Return Dana's talk that is being prepared."""
    person = workspace.people.find(DANA)
    rows = workspace.talks.of_person(person.id)
    return next(row.id for row in rows if row.type is ConversationType.TOUGH)


def show_step(stage: Stage, page: PreparePage, step: Step) -> None:
    """Go to a step, with the caret at the end of its first answer."""
    page.vm.go_to(step)
    stage.view.window().activateWindow()
    stage.settle()
    sheet = page.sheet
    assert sheet is not None
    sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(sheet.first, AnswerArea):
        sheet.first.moveCursor(QTextCursor.MoveOperation.End)
    stage.settle()

"""The talks: their list, one being held, and the brief before one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time

from PySide6.QtGui import QPixmap, QTextCursor

from managernotes.domain.conversation import TopicOwner, TopicState
from managernotes.domain.identity import ConversationId
from managernotes.services.story import STORY_NOW
from managernotes.services.workspace import Workspace
from managernotes_ui.conversations.brief_page import BriefPage
from managernotes_ui.conversations.talk_page import TalkPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import staged

BEGAN, ADDED, NOW = time(14), time(14, 6), time(14, 14)
THEIR_SECOND = "January plan while Elif learns the release desk"
NOTES = """## Release and support in one week
> “I can live with either, I cannot live with finding out on Monday.”

Both weeks were booked by two people who could not see each other’s calendar. **Nobody decides** \
today, so the louder one wins.

+ Ruth decides from December, and says so by Thursday noon
! I tell Tomasz and support that Ruth does, by Fri 27 Nov
? does the on-call list need Ruth too

## January plan
Elif shadows two releases, then runs one with Ruth beside"""
ASKED = "“Back me in front of sales, once, out loud.”"


def list_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 20 the list of talks."""
    with staged(theme) as stage:
        stage.go(Place(PageName.CONVERSATIONS))
        yield "20-conversations", picture_of(stage.view)


def talk_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 21 a one-to-one, a quarter of an hour after it began."""
    with staged(theme) as stage:
        talk = planned_with(stage, "Ruth")
        _at(stage, BEGAN)
        stage.ask(lambda workspace: workspace.talks.begin(talk))
        _at(stage, ADDED)
        stage.ask(lambda workspace: _talk_on(workspace, talk))
        _at(stage, NOW)
        stage.go(Place(PageName.TALK, conversation=talk))
        page = stage.view.page
        assert isinstance(page, TalkPage)
        page.writing.notes.moveCursor(QTextCursor.MoveOperation.End)
        stage.settle()
        yield "21-one-on-one", picture_of(stage.view)


def brief_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 22 the brief before a one-to-one."""
    with staged(theme) as stage:
        stage.go(Place(PageName.BRIEF, conversation=planned_with(stage, "Dana")))
        page = stage.view.page
        assert isinstance(page, BriefPage)
        page.window().activateWindow()
        page.take_focus()
        page.wish.line.end(False)
        stage.settle()
        yield "22-brief", picture_of(stage.view)


ALBUMS = (list_screens, talk_screens, brief_screens)


def planned_with(stage: Stage, name: str) -> ConversationId:
    """Return the next talk with somebody."""

    def find(workspace: Workspace) -> ConversationId:
        person = workspace.people.find(name).id
        rows = [
            row
            for row in workspace.talks.of_person(person, 20)
            if row.held_on is None and row.within is None
        ]
        return min(rows, key=lambda row: row.planned_on or date.max).id

    return stage.ask(find)


def _at(stage: Stage, at: time) -> None:
    stage.clock.step_to(STORY_NOW.replace(hour=at.hour, minute=at.minute))


def _talk_on(workspace: Workspace, talk: ConversationId) -> None:
    """Talk about their first topic, add the second, and write down what was said."""
    agenda = workspace.talks.agenda(talk)
    if agenda.theirs:
        workspace.talks.settle_topic(agenda.theirs[0].id, TopicState.TALKED)
    person = workspace.talks.get(talk).people[0]
    workspace.talks.add_topic(person, TopicOwner.THEIRS, THEIR_SECOND, talk)
    words = replace(workspace.talks.get(talk).words, notes=NOTES, asked=ASKED)
    workspace.talks.save_words(talk, words)

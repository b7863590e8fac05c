"""Discreet mode covers lessons and the hand-over: no name, and no text that is not written in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.handover.handover_page import HandoverPage
from managernotes_ui.lessons.lessons_tab import LessonsTab
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.tour.lesson_screens import tell_lessons
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA
from tests.ui.discreet_bench import discreet_stage, everything_readable
from tests.ui.style_bench import dressed
from tests.ui.test_discreet_everywhere import PREVIEW, put_away

Open = Callable[[Stage], None]


def lessons(stage: Stage) -> None:
    stage.ask(tell_lessons)
    rehearsal = stage.ask(lambda workspace: workspace.lessons.list())
    wanted = next(one for one in rehearsal if one.people)
    stage.go(Place(PageName.CONVERSATIONS, lesson=wanted.id, query="lessons"))


def lessons_tab(stage: Stage) -> LessonsTab:
    page = stage.view.page
    assert isinstance(page, ConversationsPage)
    assert isinstance(page.body, LessonsTab)
    return page.body


def thanks(stage: Stage) -> None:
    lessons(stage)
    lessons_tab(stage).deeds.thank()
    stage.settle()


def team(stage: Stage) -> None:
    lessons(stage)
    lessons_tab(stage).deeds.copy_for_team()
    stage.settle()


def the_head(stage: Stage) -> None:
    lessons(stage)
    lessons_tab(stage).deeds.edit()
    stage.settle()


def the_change(stage: Stage) -> None:
    lessons(stage)
    lessons_tab(stage).deeds.agree()
    stage.settle()


def handover(stage: Stage) -> HandoverPage:
    dana = stage.ask(lambda workspace: workspace.people.find(DANA).id)
    stage.go(Place(PageName.HANDOVER, person=dana))
    page = stage.view.page
    assert isinstance(page, HandoverPage)
    stage.settle()
    return page


def who(stage: Stage) -> None:
    handover(stage).vm.go_back()
    stage.settle()


def what(stage: Stage) -> None:
    handover(stage)


def look(stage: Stage) -> None:
    handover(stage).vm.go_on()
    stage.settle()
    stage.settle()


def save(stage: Stage) -> None:
    page = handover(stage)
    page.vm.go_on()
    stage.settle()
    page.vm.go_on()
    stage.settle()


PLACES: tuple[Open, ...] = (lessons, thanks, team, the_head, the_change, who, what, look, save)


def test_no_name_stands_in_a_lesson_or_a_hand_over(qapp: QApplication) -> None:
    with dressed(qapp) as theme, discreet_stage(theme) as (stage, secrets):
        found = []
        for place in PLACES:
            place(stage)
            for where, words in everything_readable():
                in_preview = PREVIEW in where
                hit = secrets.names_in(words) if in_preview else secrets.in_words(words)
                if hit:
                    found.append((place.__name__, where, hit, words[:80]))
            put_away(stage)
        stage.go(Place(PageName.PEOPLE))
        assert not found

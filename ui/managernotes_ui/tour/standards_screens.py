"""What is expected: the grid of a person, the page of vision, values and roles."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.standards.expectations_tab import ExpectationsTab
from managernotes_ui.standards.standards_page import StandardsPage
from managernotes_ui.standards.standards_vm import Key, Sort
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour import standards_story as story
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import DANA, LARGE_TEXT, person_named, staged

LEAST = QSize(800, 560)
HUGE_TEXT = 2.0
EXPECTATIONS = "expectations"
NEWCOMER = "Nadia Rahimi"


def expectation_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 11 the grid, their words for a row of it, and the tab small and in large text."""
    with staged(theme) as stage:
        tab = show(stage, DANA)
        dana = person_named(stage, DANA)
        tab.card.table.choose(
            stage.ask(lambda vault: story.yardstick_named(vault, story.HANDS_OVER))
        )
        stage.settle()
        yield "11-expectations-grid", picture_of(stage.view)
        stage.ask(lambda workspace: story.write_their_words(workspace, dana))
        tab.vm.reload()
        stage.press(Qt.Key.Key_End)
        yield "expectations-all-months", picture_of(stage.view)
        tab.edit_copy()
        stage.settle()
        yield "expectations-their-words", picture_of(stage.view)
        tab.sheet.close_sheet()
        yield from _sizes(stage, "expectations")


def new_expectation_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield the tab of somebody new, with nothing and with one month."""
    with staged(theme, newcomer=True) as stage:
        tab = show(stage, NEWCOMER)
        yield "expectations-none", picture_of(stage.view)
        person = person_named(stage, NEWCOMER)
        stage.ask(lambda workspace: story.tell_first_weeks(workspace, person))
        tab.vm.reload()
        stage.settle()
        tab.take_focus()
        stage.settle()
        yield "expectations-one-month", picture_of(stage.view)


def standards_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield the page: vision, a role, an expectation of three years, one without its line."""
    with staged(theme) as stage:
        story.reword_over_years(stage)
        stage.go(Place(PageName.STANDARDS))
        page = stage.view.page
        assert isinstance(page, StandardsPage)
        page.take_focus()
        stage.settle()
        yield "standards-vision", picture_of(stage.view)
        page.list.choose(Key(Sort.ROLE, "Staff engineer"))
        stage.settle()
        yield "standards-role", picture_of(stage.view)
        hands_over = stage.ask(lambda vault: story.yardstick_named(vault, story.HANDS_OVER))
        page.list.choose(Key(Sort.YARDSTICK, hands_over))
        stage.settle()
        yield "standards-expectation", picture_of(stage.view)
        yield from _sizes(stage, "standards")
        stage.ask(story.lose_a_line)
        page.vm.reload()
        page.add_new()
        stage.settle()
        yield "standards-new", picture_of(stage.view)
        page.sheet.close_sheet()
        lost = stage.ask(lambda workspace: workspace.yardsticks.to_relink())
        page.list.choose(Key(Sort.YARDSTICK, lost[0].id))
        stage.settle()
        yield "standards-another-line", picture_of(stage.view)


def show(stage: Stage, name: str) -> ExpectationsTab:
    """Go to somebody's expectations and put the keyboard there."""
    place = Place(PageName.PERSON, person=person_named(stage, name), query=EXPECTATIONS)
    stage.go(place)
    page = stage.view.page
    assert isinstance(page, PersonPage)
    page.take_focus()
    stage.settle()
    return page.findChildren(ExpectationsTab)[0]


def _sizes(stage: Stage, name: str) -> Iterator[tuple[str, QPixmap]]:
    theme = stage.theme
    stage.view.resize(LEAST)
    stage.settle()
    yield f"{name}-least", picture_of(stage.view)
    theme.set_text_scale(LARGE_TEXT)
    stage.settle()
    yield f"{name}-least-large-text", picture_of(stage.view)
    stage.view.resize(SIZE)
    stage.settle()
    yield f"{name}-large-text", picture_of(stage.view)
    theme.set_text_scale(HUGE_TEXT)
    stage.settle()
    yield f"{name}-huge-text", picture_of(stage.view)
    theme.set_text_scale(1.0)
    stage.settle()


ALBUMS = (expectation_screens, new_expectation_screens, standards_screens)

"""The lessons: as the target shows them, none, many, small and in large text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from managernotes.domain.identity import GoalId, LessonId, PersonId
from managernotes.domain.lesson import Held, LessonState, LessonWords, NewLesson
from managernotes.services.workspace import Workspace
from managernotes_ui.conversations.conversations_page import ConversationsPage
from managernotes_ui.lessons.lessons_tab import LessonsTab
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import LARGE_TEXT, staged

LEAST = QSize(800, 560)
HUGE_TEXT = 2.0
REHEARSAL = "Migration rehearsal of 28 October"
_MANY = 40


def lesson_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 28 the lessons, one that is open, its sheets, and the page small and in large text."""
    with staged(theme) as stage:
        stage.ask(tell_lessons)
        tab = show(stage, REHEARSAL)
        tab.deeds.ask(3)
        stage.settle()
        yield "28-lesson-review", picture_of(stage.view)
        tab.deeds.thank()
        stage.settle()
        yield "lesson-thank", picture_of(stage.view)
        tab.deeds.thank_sheet.close_sheet()
        yield from _begun(stage)
        show(stage, REHEARSAL)
        stage.view.resize(LEAST)
        stage.settle()
        yield "lesson-least", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.settle()
        yield "lesson-least-large-text", picture_of(stage.view)
        stage.view.resize(SIZE)
        stage.settle()
        yield "lesson-large-text", picture_of(stage.view)
        theme.set_text_scale(HUGE_TEXT)
        stage.settle()
        yield "lesson-huge-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def crowded_lessons(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield the tab with no lesson, and with many."""
    with staged(theme) as stage:
        stage.ask(_put_away)
        stage.go(Place(PageName.CONVERSATIONS, query="lessons"))
        yield "lesson-none", picture_of(stage.view)
        stage.ask(_tell_many)
        show(stage, "Rehearsal no. 1")
        yield "lesson-many", picture_of(stage.view)


def _begun(stage: Stage) -> Iterator[tuple[str, QPixmap]]:
    """Yield a lesson that was just begun, what a guard says of it, and the sheet of its change."""
    new = NewLesson(words=LessonWords(title="The label printer ran out on Monday"))
    lesson = stage.ask(lambda workspace: workspace.lessons.add(new)).id
    tab = show(stage, new.words.title)
    tab.deeds.go_on()
    stage.settle()
    yield "lesson-begun", picture_of(stage.view)
    tab.deeds.agree()
    stage.settle()
    yield "lesson-change", picture_of(stage.view)
    tab.deeds.change_sheet.close_sheet()
    stage.ask(lambda workspace: workspace.lessons.bin(lesson))


def show(stage: Stage, title: str) -> LessonsTab:
    """Go to a lesson by its title."""

    def find_it(workspace: Workspace) -> LessonId:
        return next(one.id for one in workspace.lessons.list() if one.words.title == title)

    place = Place(PageName.CONVERSATIONS, lesson=stage.ask(find_it), query="lessons")
    stage.go(place)
    page = stage.view.page
    assert isinstance(page, ConversationsPage)
    tab = page.body
    assert isinstance(tab, LessonsTab)
    return tab


def tell_lessons(workspace: Workspace) -> None:
    """Put the lessons of the target into the vault, unless the story has told them."""
    if workspace.lessons.list():
        return
    people = tuple(workspace.people.find(name).id for name in ("Dana", "Mei", "Jonah"))
    rehearsal = workspace.lessons.add(
        NewLesson(
            words=LessonWords(
                title=REHEARSAL,
                expected="Restore within sixty minutes, by the runbook, with one person at the "
                "desk and nobody called at home.",
                actual="At 19:12 all data was back. Step four took 38 minutes; the runbook gave "
                "no time for it. Arjun called Mei at 18:50.",
                kept="Two people read the runbook aloud to each other. The customer note was "
                "ready before the start.",
                likely=(
                    "we tested the restore, not the time it takes",
                    "step four is done by hand, once a year",
                    "the date was set before the test was planned",
                ),
                change="A timed restore every quarter, each step with its own minutes",
                change_owner="Mei",
                checked="Timed on 20 Nov: 46 minutes. Step four is still done by hand.",
            ),
            happened_on=date(2026, 10, 28),
            looked_at_on=date(2026, 10, 29),
            people=people,
        )
    ).id
    workspace.lessons.agree_change(rehearsal, date(2026, 11, 20))
    workspace.lessons.look_again(rehearsal, Held.PARTLY, date(2026, 11, 20), date(2027, 2, 19))
    workspace.lessons.share(rehearsal, date(2026, 10, 30))
    goal = _goal(workspace, people[0])
    if goal is not None:
        workspace.lessons.serve(rehearsal, goal)
    for title, day, due, checked in (
        ("Printer labels at the clinic", date(2026, 11, 9), date(2026, 12, 4), None),
        ("Outage of 30 August", date(2026, 8, 30), date(2026, 10, 30), date(2026, 10, 30)),
        ("Tender of the spring", date(2026, 4, 14), date(2026, 7, 1), date(2026, 7, 1)),
    ):
        _tell(workspace, title, day, due, checked)
    _tell(
        workspace,
        "Two people on holiday",
        date(2026, 6, 3),
        date(2026, 6, 30),
        date(2026, 6, 30),
        no_change="the plan held; it was a short week",
    )


def _tell(  # noqa: PLR0913, PLR0917 - one line of the script
    workspace: Workspace,
    title: str,
    day: date,
    due: date,
    checked: date | None,
    no_change: str = "",
) -> None:
    words = LessonWords(
        title=title,
        likely=("nobody had the whole list",),
        change="" if no_change else "A list that both sides can see",
        no_change=no_change,
        change_owner="Mei",
    )
    lesson = workspace.lessons.add(NewLesson(words=words, happened_on=day)).id
    workspace.lessons.agree_change(lesson, due)
    if checked is not None:
        workspace.lessons.look_again(lesson, Held.YES, checked)
        workspace.lessons.step(lesson, LessonState.CLOSED)


def _put_away(workspace: Workspace) -> None:
    for lesson in workspace.lessons.list():
        workspace.lessons.bin(lesson.id)


def _tell_many(workspace: Workspace) -> None:
    for number in range(1, _MANY + 1):
        workspace.lessons.add(
            NewLesson(
                words=LessonWords(
                    title=f"Rehearsal no. {number}",
                    expected="An hour, by the runbook. " * number,
                    likely=tuple(f"condition no. {one}" for one in range(1, 10)),
                )
            )
        )


def _goal(workspace: Workspace, person: PersonId) -> GoalId | None:
    goals = workspace.goals.of_person(person)
    served = (one for one in goals if "restore" in one.words.title.casefold())
    return next((one.id for one in served), goals[0].id if goals else None)


ALBUMS = (lesson_screens, crowded_lessons)
"""The first as the target has it."""

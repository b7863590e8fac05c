"""The palette's lines for what is found beside people and notes, and where each one leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from managernotes.domain.found_paper import FoundPaper, FoundSort
from managernotes.domain.identity import (
    ConversationId,
    GoalId,
    LessonId,
    PersonId,
    PromiseId,
    ThreadId,
    YardstickId,
)
from managernotes_ui.common.strings import palette as strings
from managernotes_ui.conversations.tabs import TabName
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.palette_matching import only_typed
from managernotes_ui.shell.palette_rows import OpenPlace, PaletteGroup, PaletteRow
from managernotes_ui.style.icons import Icon

_GOALS_TAB = "goals"
"""The name of a person's tab of goals and growth."""

_GROUPS = {
    FoundSort.YARDSTICK: strings.EXPECTATIONS,
    FoundSort.PROMISE: strings.PROMISES,
    FoundSort.GOAL: strings.GOALS,
    FoundSort.CHECK_IN: strings.CHECK_INS,
    FoundSort.GROWTH_PLAN: strings.DIRECTIONS,
    FoundSort.GROWTH_STEP: strings.GROWTH_STEPS,
    FoundSort.MENTORING: strings.MENTORING,
    FoundSort.CONVERSATION: strings.CONVERSATIONS,
    FoundSort.THREAD: strings.THREADS,
    FoundSort.LESSON: strings.LESSONS,
}
_ICONS = {
    FoundSort.YARDSTICK: Icon.LIST_CHECKS,
    FoundSort.PROMISE: Icon.HANDSHAKE,
    FoundSort.GOAL: Icon.TARGET,
    FoundSort.CHECK_IN: Icon.TARGET,
    FoundSort.GROWTH_PLAN: Icon.SPROUT,
    FoundSort.GROWTH_STEP: Icon.SPROUT,
    FoundSort.MENTORING: Icon.SPROUT,
    FoundSort.CONVERSATION: Icon.MESSAGES_SQUARE,
    FoundSort.THREAD: Icon.REPEAT,
    FoundSort.LESSON: Icon.LIGHTBULB,
}


def paper_groups(
    papers: Sequence[FoundPaper], row: Callable[[FoundPaper], PaletteRow]
) -> Iterator[PaletteGroup]:
    """Yield a group for each sort, in their order; one without a line is left out by the list."""
    for sort, title in _GROUPS.items():
        yield PaletteGroup(title, tuple(row(paper) for paper in papers if paper.sort is sort))


def paper_row(paper: FoundPaper, typed: str, names: str, day: str) -> PaletteRow:
    """Return the line of a found paper."""
    return PaletteRow(
        text=paper.snippet,
        sign=_ICONS[paper.sort],
        deed=OpenPlace(_place_of(paper)),
        marks=only_typed(typed, paper.snippet, paper.marks),
        holds_text=True,
        detail=" · ".join(part for part in (names, day) if part),
    )


def _place_of(paper: FoundPaper) -> Place:
    """Return where what was found is shown."""
    person = paper.people[0] if paper.people else None
    match paper.sort:
        case FoundSort.YARDSTICK:
            return Place(PageName.STANDARDS, person=person, yardstick=YardstickId(paper.id))
        case FoundSort.GOAL | FoundSort.CHECK_IN:
            return Place(PageName.PERSON, person=person, goal=GoalId(paper.id), query=_GOALS_TAB)
        case FoundSort.GROWTH_PLAN | FoundSort.GROWTH_STEP | FoundSort.MENTORING:
            return Place(PageName.PERSON, person=person, query=_GOALS_TAB)
        case _:
            return _in_conversations(paper, person)


def _in_conversations(paper: FoundPaper, person: PersonId | None) -> Place:
    page = PageName.CONVERSATIONS
    match paper.sort:
        case FoundSort.PROMISE:
            return Place(page, person=person, promise=PromiseId(paper.id), query=TabName.PROMISES)
        case FoundSort.THREAD:
            return Place(page, person=person, thread=ThreadId(paper.id), query=TabName.THREADS)
        case FoundSort.LESSON:
            return Place(page, lesson=LessonId(paper.id), query=TabName.LESSONS)
        case _:
            return Place(page, conversation=ConversationId(paper.id))

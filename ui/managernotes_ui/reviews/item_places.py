"""Where an item behind a month or a number is opened."""

from __future__ import annotations

from managernotes.domain.identity import (
    ConversationId,
    GoalId,
    LessonId,
    NoteId,
    PersonId,
    PromiseId,
    YardstickId,
)
from managernotes.domain.metric import Item, ItemSort
from managernotes_ui.shell.page import PageName, Place

GOALS_TAB, STANDARDS_TAB = "goals", "expectations"
"""What the tabs of a person's page are called in a place."""


def place_of(item: Item) -> Place:  # noqa: PLR0911 - one line a sort
    """Return the place where an item is shown in full."""
    who = item.person
    match item.sort:
        case ItemSort.NOTE:
            return Place(PageName.NOTE, person=who, note=NoteId(item.id))
        case ItemSort.PROMISE:
            promise = PromiseId(item.id)
            return Place(PageName.CONVERSATIONS, promise=promise, query="promises")
        case ItemSort.TALK:
            return Place(PageName.TALK, conversation=ConversationId(item.id))
        case ItemSort.LESSON:
            return Place(PageName.CONVERSATIONS, lesson=LessonId(item.id), query="lessons")
        case ItemSort.PERSON:
            return Place(PageName.PERSON, person=who or PersonId(item.id))
        case ItemSort.GOAL | ItemSort.CHECK_IN:
            goal = GoalId(item.id)
            page = PageName.GOALS if who is None else PageName.PERSON
            return Place(page, person=who, goal=goal, query=GOALS_TAB)
        case ItemSort.GROWTH_STEP:
            return Place(PageName.PERSON, person=who, query=GOALS_TAB)
        case ItemSort.YARDSTICK:
            yardstick = YardstickId(item.id)
            if who is None:
                return Place(PageName.STANDARDS, yardstick=yardstick)
            return Place(PageName.PERSON, person=who, yardstick=yardstick, query=STANDARDS_TAB)

"""M15: lessons of twelve months whose change was looked at again; never by person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from managernotes.domain.lesson import Lesson, LessonState
from managernotes.domain.metric import NOT_YET, Item, ItemSort, Metric, Nudge, Reading
from managernotes.practice.metrics.number_words import of_all


def lessons_that_changed(lessons: Sequence[Lesson], today: date) -> Reading:
    """Read M15 over the lessons that count, newest first as given."""
    checked = sum(one.checked_on is not None for one in lessons)
    overdue = [one for one in lessons if _is_overdue(one, today)]
    nudge = Nudge(
        metric=Metric.LESSONS_THAT_CHANGED,
        person=None,
        sentence="A change was to be looked at. Did it hold?",
    )
    return Reading(
        metric=Metric.LESSONS_THAT_CHANGED,
        sentence=of_all(checked, len(lessons), "checked"),
        items=tuple(
            Item(
                sort=ItemSort.LESSON,
                id=one.id,
                person=None,
                text=one.words.title,
                on=one.happened_on,
                detail="checked" if one.checked_on else NOT_YET,
                is_open=one in overdue,
            )
            for one in lessons
        ),
        next="Look whether the change held." if overdue else None,
        nudges=(nudge,) if overdue else (),
    )


def _is_overdue(one: Lesson, today: date) -> bool:
    due = one.again_on or (one.change_due_on if one.checked_on is None else None)
    return one.state is not LessonState.CLOSED and due is not None and due < today

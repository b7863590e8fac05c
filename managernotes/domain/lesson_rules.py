"""How a lesson goes on: understood, a change agreed, checked, closed (practice/2-model.md §2.2).

Every function takes a lesson and returns it as it is after the step, or raises InvalidInputError.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from managernotes.domain.lesson import Held, Lesson, LessonState
from managernotes.errors import InvalidInputError

ORDER: Final = MappingProxyType({state: place for place, state in enumerate(LessonState)})
"""How far each state is; a lesson may go back as far as it likes, and on as far as it stands."""


@dataclass(frozen=True, slots=True)
class LessonGrounds:
    """What a step may need: whether one condition of the lesson is not a person."""

    has_condition: bool = False


def stepped(lesson: Lesson, state: LessonState, grounds: LessonGrounds, today: date) -> Lesson:
    """Return the lesson in another state; every guard on the way there is asked (S31, S32).

    Going back is always allowed, and keeps what was found out.
    """
    if state is lesson.state:
        raise InvalidInputError(f"This lesson is {_said(state)}.", "Nothing was changed.")
    for passed in LessonState:
        if ORDER[lesson.state] < ORDER[passed] <= ORDER[state]:
            _guard(lesson, passed, grounds)
    closed_on = today if state is LessonState.CLOSED else None
    return replace(lesson, state=state, closed_on=closed_on)


def change_agreed(lesson: Lesson, due_on: date, grounds: LessonGrounds, today: date) -> Lesson:
    """Return the lesson with the day by which the change is made first.

    With nothing to change it is the day to see whether that holds. What held before says nothing
    of a change agreed anew: that is looked at again (S32).
    """
    _want_open(lesson)
    if due_on < lesson.happened_on:
        raise InvalidInputError(
            "A change comes after what it was learned from.", "Choose a later day."
        )
    dated = replace(lesson, change_due_on=due_on)
    if lesson.held is Held.YES:
        dated = replace(dated, checked_on=None, held=None)
    if lesson.state is LessonState.CHANGE_AGREED:
        _guard(dated, LessonState.CHANGE_AGREED, grounds)
        return dated
    if lesson.state is LessonState.CHANGE_CHECKED:
        dated = replace(dated, state=LessonState.UNDERSTOOD)
    return stepped(dated, LessonState.CHANGE_AGREED, grounds, today)


def looked_again(
    lesson: Lesson, held: Held, on: date, again_on: date | None, today: date
) -> Lesson:
    """Return the lesson once the change was looked at again: did it hold? (S32).

    What held only partly, or not, goes back to its change with a day to look once more.
    """
    _want_open(lesson)
    if lesson.state not in (LessonState.CHANGE_AGREED, LessonState.CHANGE_CHECKED):
        raise InvalidInputError(
            "There is no change yet to look at again.", "Agree one change and its day first."
        )
    if not lesson.happened_on <= on <= today:
        raise InvalidInputError(
            "A change is looked at after what happened, and not on a day to come.",
            "Choose another day.",
        )
    if held is Held.YES:
        again_on = None
    elif again_on is None or again_on <= on:
        raise InvalidInputError(
            "What did not hold yet is looked at once more.", "Choose a later day for that."
        )
    state = LessonState.CHANGE_CHECKED if held is Held.YES else LessonState.CHANGE_AGREED
    return replace(lesson, state=state, checked_on=on, held=held, again_on=again_on)


def settled(lesson: Lesson, grounds: LessonGrounds) -> Lesson:
    """Return the lesson after its words were changed: no further than they carry it (INV-15)."""
    standing = LessonState.CLOSED
    if not _is_decided(lesson):
        standing = LessonState.UNDERSTOOD
    if not grounds.has_condition:
        standing = LessonState.OPENED
    if ORDER[lesson.state] <= ORDER[standing]:
        return lesson
    return replace(lesson, state=standing, closed_on=None)


def wants_change(lesson: Lesson) -> bool:
    """Whether it is not one of which was said that nothing needs to change."""
    return bool(lesson.words.change.strip()) or not lesson.words.no_change.strip()


def of_twelve_months(lessons: Iterable[Lesson], today: date) -> tuple[Lesson, ...]:
    """Return the lessons M15 is about: of the last twelve months, less those without a change."""
    since = _a_year_before(today)
    return tuple(one for one in lessons if since < one.happened_on <= today and wants_change(one))


def _want_open(lesson: Lesson) -> None:
    if lesson.state is LessonState.CLOSED:
        raise InvalidInputError(
            "This lesson is closed; nothing was changed.", "Open it again first."
        )


def _guard(lesson: Lesson, state: LessonState, grounds: LessonGrounds) -> None:
    if state is LessonState.UNDERSTOOD and not grounds.has_condition:
        raise InvalidInputError(
            "What made it likely? One condition that is not a person is wanted.",
            "Write what was unclear, missing, or too much, without a name.",
        )
    if state is LessonState.CHANGE_AGREED and not _is_decided(lesson):
        raise InvalidInputError(
            "There is no change yet.", "Write one change, or why nothing needs to change."
        )
    if state is LessonState.CHANGE_AGREED and lesson.change_due_on is None:
        raise InvalidInputError("A change wants a day.", "Say by when it is made first.")
    is_looked_at = lesson.checked_on is not None and lesson.held is not None
    if state is LessonState.CHANGE_CHECKED and not is_looked_at:
        raise InvalidInputError(
            "Nobody has looked yet whether the change held.", "Look again, and say what was seen."
        )
    if state is LessonState.CHANGE_CHECKED and lesson.held is not Held.YES:
        raise InvalidInputError(
            "The change has not held yet.", "Look at it once more on another day."
        )


def _is_decided(lesson: Lesson) -> bool:
    return bool(lesson.words.change.strip() or lesson.words.no_change.strip())


def _said(state: LessonState) -> str:
    return {
        LessonState.CHANGE_AGREED: "waiting for its change",
        LessonState.CHANGE_CHECKED: "checked",
    }.get(state, state.value)


def _a_year_before(today: date) -> date:
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year - 1, day=28)

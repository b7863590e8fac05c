"""What the list of lessons and the lines about one say, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from managernotes.domain.identity import PersonId
from managernotes.domain.lesson import Lesson, LessonState
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.widgets.two_line_rows import TwoLines

_SEPARATOR = " · "


class LessonLines:
    """Puts lessons into words, as of today."""

    def __init__(
        self, dates: DateWords, today: Callable[[], date], name_of: Callable[[PersonId], str]
    ) -> None:
        self._dates = dates
        self._today = today
        self._name_of = name_of

    def lines(self, lessons: Sequence[Lesson]) -> list[TwoLines]:
        """Return the list, in the order it came."""
        return [
            TwoLines(key=one.id, text=one.words.title, after=detail, detail=detail)
            for one in lessons
            for detail in (self.detail(one),)
        ]

    def detail(self, lesson: Lesson) -> str:
        """Return how far a lesson has got."""
        if lesson.state is LessonState.CLOSED and not lesson.words.change.strip():
            return strings.CLOSED_UNCHANGED
        if lesson.held is not None and lesson.checked_on is not None:
            held = strings.HELD_SHORT[lesson.held]
            return strings.CHECKED.format(held=held, day=self.day(lesson.checked_on))
        if lesson.state is LessonState.CHANGE_AGREED and lesson.change_due_on is not None:
            return strings.CHANGE_DUE.format(day=self.short_day(lesson.change_due_on))
        words = strings.DETAILS.get(lesson.state, strings.DETAILS[LessonState.CHANGE_AGREED])
        return words.format(day=self.day(lesson.happened_on))

    def meta(self, lesson: Lesson) -> str:
        """Return when it was looked at, by whom, and what it is about."""
        if lesson.looked_at_on is None:
            when = strings.HAPPENED.format(day=self.short_day(lesson.happened_on))
        else:
            when = strings.TOGETHER.format(day=self.short_day(lesson.looked_at_on))
        return _SEPARATOR.join((when, self.who(lesson), strings.NO_CULPRITS))

    def who(self, lesson: Lesson) -> str:
        """Return the first names of those who looked at it, and you."""
        names = [self._name_of(person).partition(" ")[0] for person in lesson.people]
        names = [name for name in names if name]
        return strings.AND_YOU.format(names=", ".join(names)) if names else strings.ALONE

    def asked(self, lesson: Lesson) -> str:
        """Return when it was asked whether the change held, or will be."""
        if lesson.closed_on is not None:
            return strings.CLOSED.format(day=self.short_day(lesson.closed_on))
        if lesson.checked_on is not None:
            return strings.ASKED.format(day=self.short_day(lesson.checked_on))
        if lesson.change_due_on is not None:
            return strings.ASK_ON.format(day=self.short_day(lesson.change_due_on))
        return ""

    def again(self, lesson: Lesson) -> str:
        """Return when it is asked again, or an empty text."""
        if lesson.again_on is None or lesson.closed_on is not None:
            return ""
        return strings.AGAIN.format(day=self.short_day(lesson.again_on))

    def day(self, day: date) -> str:
        """Return "20 Nov"."""
        return self._dates.day(day, self._today())

    def short_day(self, day: date) -> str:
        """Return "Fri 20 Nov"."""
        return self._dates.weekday_and_day(day, self._today())

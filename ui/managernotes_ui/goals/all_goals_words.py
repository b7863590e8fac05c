"""What the list of everybody's goals says, person by person (SPEC §7.24)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from managernotes.domain.goal import Confidence, GoalState
from managernotes.domain.goal_lists import GoalRow
from managernotes.practice.metrics.goals_without_check_in import LOOKED_AT_WITHIN
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.course_plot import STANDINGS
from managernotes_ui.goals.measure_words import near_day
from managernotes_ui.widgets.course_line import Standing
from managernotes_ui.widgets.line_list import ListLine

_CHECKED: Final = frozenset({GoalState.AGREED, GoalState.ACTIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class AllGoalsLine(ListLine):
    """A head with a name, or a goal: title, last check-ins, word, when looked at, due."""

    dots: tuple[Standing, ...] = ()
    word: str = ""
    is_off: bool = False
    checked: str = ""
    is_long_ago: bool = False
    due: str = ""


class AllGoalsWords:
    """Puts rows into words, as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today

    def lines(self, rows: Sequence[GoalRow]) -> list[AllGoalsLine]:
        """Return a head for each person, A to Z, and under it their goals."""
        lines: list[AllGoalsLine] = []
        person = None
        for row in rows:
            if row.person != person:
                person = row.person
                lines.append(AllGoalsLine(key=None, text=row.name))
            lines.append(self._line(row))
        return lines

    def _line(self, row: GoalRow) -> AllGoalsLine:
        today = self._today()
        word = strings.CONFIDENCE[row.confidence]
        if row.state not in _CHECKED:
            word = strings.STATES[row.state] if not row.confidences else word
        checked, is_long_ago = strings.NOT_CHECKED, False
        if row.checked_on is not None:
            days = (today - row.checked_on).days
            is_long_ago = row.state in _CHECKED and days > LOOKED_AT_WITHIN
            checked = "today" if days == 0 else self._dates.day(row.checked_on, today)
            if is_long_ago:
                checked = strings.CHECKED_LONG_AGO.format(day=checked, days=count(days, "day"))
        due = "" if row.due_on is None else near_day(row.due_on, self._dates, today)
        return AllGoalsLine(
            key=row.id,
            text=row.title,
            after=self._aloud(row, word, checked),
            dots=tuple(STANDINGS[one] for one in row.confidences),
            word=word,
            is_off=row.confidence is Confidence.OFF_COURSE,
            checked=checked,
            is_long_ago=is_long_ago,
            due=due,
        )

    def _aloud(self, row: GoalRow, word: str, checked: str) -> str:
        parts = [word]
        if len(row.confidences) > 1:
            before = [strings.CONFIDENCE[one] for one in row.confidences[:-1]]
            parts.append(strings.DOTS_SAY.format(words=", ".join(before)))
        parts.append(strings.CHECKED_SAYS.format(day=checked))
        if row.due_on is not None:
            parts.append(strings.DUE.format(day=self._dates.full(row.due_on)))
        return ", ".join(parts)

"""What one person's goals and their check-ins say, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from managernotes.domain.goal import FINISHED, CheckIn, Confidence, Goal, GoalState
from managernotes.practice.course_words import number, unit_of
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.measure_words import SEPARATOR, near_day, target_words
from managernotes_ui.widgets.line_list import ListLine

_ENDS = (".", "!", "?", "…", "”", '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine(ListLine):
    """A head of the list, or a goal: its title over two muted words at either side."""

    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInLine(ListLine):
    """One look at a goal: day, value, word, what there was to see."""

    day: str
    value: str
    word: str
    is_strong: bool
    """Whether the word is one to ask about."""


class GoalWords:
    """Puts goals into words, as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self.dates = dates
        self.today = today

    def lines(self, goals: Sequence[Goal]) -> list[GoalLine]:
        """Return the goals under way, then paused and finished ones under their heads."""
        lines: list[GoalLine] = []
        head = ""
        for goal in goals:
            wanted = _head_of(goal)
            if wanted != head:
                head = wanted
                lines.append(GoalLine(key=None, text=wanted))
            lines.append(self._line(goal))
        return lines

    def meta(self, goal: Goal) -> str:
        """Return what is measured, from where to where, by when; how far it is unless active."""
        parts = [goal.words.measure, target_words(goal, self.dates, self.today())]
        if goal.ended_on is not None and goal.outcome is not None:
            day = self.dates.day(goal.ended_on, self.today())
            words = strings.STATES[goal.outcome]
            parts.insert(0, strings.ENDED_ON.format(state=words, day=day))
        elif goal.state is not GoalState.ACTIVE:
            parts.insert(0, strings.STATES[goal.state])
        return SEPARATOR.join(filter(None, parts))

    def next_on(self, goal: Goal) -> str:
        """Return when it is looked at next."""
        if goal.state in FINISHED:
            return ""
        if goal.next_on is None:
            return strings.NO_NEXT if goal.check_ins else ""
        day = self.dates.weekday_and_day(goal.next_on, self.today())
        return strings.NEXT_ON.format(day=day)

    def serves(self, line: str | None) -> str:
        """Return the line of the vision it serves; None: one that has gone (S09)."""
        return strings.LINE_GONE if line is None else strings.SERVES.format(line=line)

    def support(self, goal: Goal) -> str:
        """Return the help it takes; beside the progress always (S40)."""
        return goal.words.support_needed or strings.NO_SUPPORT

    def help_given(self, goal: Goal) -> str:
        """Return the help that was last offered, and when (S40)."""
        given = next((one for one in reversed(goal.check_ins) if one.words.help_offered), None)
        if given is None:
            return strings.NO_HELP
        day = self.dates.day(given.on, self.today())
        return strings.HELP_GIVEN.format(day=day, help=given.words.help_offered.rstrip("."))

    def check_ins(self, goal: Goal, most: int | None) -> list[CheckInLine]:
        """Return the check-ins, the newest first, at most so many."""
        newest = goal.check_ins[::-1][:most]
        return [self._check_in(goal, one) for one in newest]

    def _line(self, goal: Goal) -> GoalLine:
        by = strings.SET_BY[goal.set_by] if goal.set_by is not None else strings.NOT_SET
        if goal.ended_on is not None and goal.outcome is not None:
            left = strings.STATES[goal.outcome]
            right = self.dates.day(goal.ended_on, self.today())
        else:
            left = by if goal.state is GoalState.ACTIVE else _with_state(goal, by)
            right = strings.NO_DUE
            if goal.due_on is not None:
                right = strings.DUE.format(day=near_day(goal.due_on, self.dates, self.today()))
        aloud = SEPARATOR.join((left, right))
        return GoalLine(key=goal.id, text=goal.words.title, after=aloud, left=left, right=right)

    def _check_in(self, goal: Goal, one: CheckIn) -> CheckInLine:
        words = one.words
        parts = [_sentence(words.fact)]
        if words.obstacle:
            parts.append(_sentence(strings.IN_THE_WAY.format(words=words.obstacle)))
        if words.help_offered:
            parts.append(_sentence(strings.OFFERED.format(words=words.help_offered)))
        day = self.dates.day(one.on, self.today())
        value = "" if one.value is None else number(one.value, unit_of(goal))
        word = strings.CONFIDENCE[one.confidence]
        return CheckInLine(
            key=one.id,
            text=" ".join(parts),
            before=", ".join(filter(None, (self.dates.full(one.on), value, word))),
            day=day,
            value=value,
            word=word,
            is_strong=one.confidence is Confidence.OFF_COURSE,
        )


def _head_of(goal: Goal) -> str:
    if goal.state in FINISHED:
        return strings.FINISHED
    return strings.PAUSED if goal.state is GoalState.PAUSED else ""


def _with_state(goal: Goal, by: str) -> str:
    state = strings.STATES[goal.state]
    return state if goal.set_by is None else SEPARATOR.join((state, by))


def _sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith(_ENDS) else f"{words}."

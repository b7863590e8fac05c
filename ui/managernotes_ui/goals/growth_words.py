"""What a person's direction, steps of growth and mentoring say, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from managernotes.domain.conversation import ConversationType
from managernotes.domain.growth import (
    Growth,
    GrowthKind,
    GrowthPlan,
    GrowthStep,
    Mentoring,
    MentoringState,
    StepState,
)
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.measure_words import SEPARATOR, near_day
from managernotes_ui.style.icons import Icon
from managernotes_ui.talks.talk_look import talk_look
from managernotes_ui.widgets.line_list import ListLine

_ICONS = {
    GrowthKind.TRAINING: Icon.LIGHTBULB,
    GrowthKind.STRETCH_WORK: Icon.SPROUT,
    GrowthKind.MENTORING: Icon.USERS,
    GrowthKind.COACHING: Icon.MESSAGES_SQUARE,
    GrowthKind.SHADOWING: Icon.EYE,
    GrowthKind.READING: Icon.FILE_TEXT,
    GrowthKind.PERSONAL_DEVELOPMENT: Icon.HEART,
    GrowthKind.NETWORK: Icon.SIGNPOST,
    GrowthKind.TEACH_OTHERS: Icon.STICKY_NOTE,
}
_AT_REST = frozenset({StepState.DONE, StepState.APPLIED, StepState.STOPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthLine(ListLine):
    """A step or a mentoring: what, of which kind, how far, by when."""

    icon: Icon
    detail: str
    state: str
    when: str
    is_past: bool


class GrowthWords:
    """Puts growth into words, as of today."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today

    def lines(self, growth: Growth) -> list[GrowthLine]:
        """Return mentoring and steps, those that live before those that ended."""
        lines = [self._mentoring(one) for one in growth.mentoring]
        lines += [self._step(one) for one in growth.steps]
        return sorted(lines, key=lambda line: line.is_past)

    def said(self, plan: GrowthPlan | None, talk: ConversationType | None) -> str:
        """Return in which talk, or on which day, the direction was said."""
        if plan is None or plan.said_on is None or not plan.words.direction:
            return ""
        day = self._dates.weekday_and_day(plan.said_on, self._today())
        if talk is ConversationType.CAREER:
            return strings.CAREER_TALK_ON.format(day=day)
        if talk is None:
            return strings.SAID_ON.format(day=day)
        return f"{talk_look(talk).word.capitalize()}, {day}"

    def last_career_talk(self, growth: Growth, talk: ConversationType | None) -> str:
        """Return when the last career talk was (S42); nothing where the direction says it."""
        plan, last = growth.plan, growth.last_career_talk
        told = plan is not None and bool(plan.words.direction) and plan.said_on == last
        if told and talk is ConversationType.CAREER:
            return ""
        day = strings.NOT_YET
        if last is not None:
            day = self._dates.weekday_and_day(last, self._today())
        return strings.LAST_CAREER_TALK.format(day=day)

    def _step(self, step: GrowthStep) -> GrowthLine:
        help_words = step.words.manager_help
        parts = [strings.KINDS[step.kind]]
        if help_words:
            parts.append(strings.YOUR_HELP.format(help=help_words))
        if step.is_time_agreed:
            parts.append(strings.TIME_AGREED)
        when = step.ended_on or step.due_on or step.start_on
        return self._line(
            step.id,
            step.words.purpose,
            _ICONS[step.kind],
            (SEPARATOR.join(parts), strings.STEP_STATES[step.state]),
            when,
            is_past=step.state in _AT_REST,
        )

    def _mentoring(self, one: Mentoring) -> GrowthLine:
        rhythm = (
            strings.RHYTHM.get(one.every, strings.NO_RHYTHM) if one.every else strings.NO_RHYTHM
        )
        if one.first_on is not None and not one.met_on:
            month = self._month(one.first_on)
            rhythm = f"{rhythm} {strings.FROM.format(day=month)}"
        parts = [strings.MENTORING]
        if one.words.mentor:
            parts.append(strings.WITH.format(mentor=one.words.mentor))
        parts.append(rhythm)
        if one.met_on:
            day = self._dates.day(one.met_on[-1], self._today())
            parts.append(strings.LAST_MET.format(day=day))
        return self._line(
            one.id,
            one.words.aim,
            Icon.USERS,
            (SEPARATOR.join(parts), strings.MENTORING_STATES[one.state]),
            one.ended_on or one.end_on or one.first_on,
            is_past=one.state is MentoringState.ENDED,
        )

    def _line(  # noqa: PLR0913 - the parts of a row
        self,
        key: object,
        text: str,
        icon: Icon,
        said: tuple[str, str],
        when: date | None,
        *,
        is_past: bool,
    ) -> GrowthLine:
        detail, state = said
        day = "" if when is None else near_day(when, self._dates, self._today())
        return GrowthLine(
            key=key,
            text=text,
            after=", ".join(filter(None, (detail, state, day))),
            icon=icon,
            detail=detail,
            state=state,
            when=day,
            is_past=is_past,
        )

    def _month(self, day: date) -> str:
        month, _, year = self._dates.month_and_year(day).rpartition(" ")
        near = near_day(day, self._dates, self._today())
        return f"{month} {year}" if near.endswith(year) else month

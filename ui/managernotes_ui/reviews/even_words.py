"""Puts the groups of the tab "Even hand" into lines (SPEC §7.27)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from managernotes.domain.attention import AttentionRow
from managernotes.domain.even_moments import EvenGroup, EvenMoment
from managernotes.domain.identity import YardstickId
from managernotes.domain.observation import ShareState
from managernotes_ui.common.dates import DateWords, count
from managernotes_ui.common.first_name import short_names
from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.reviews.even_rows import EvenHead, EvenNothing, EvenRow, Line
from managernotes_ui.reviews.said_line import SaidSpan


@dataclass(frozen=True, slots=True)
class EvenRead:
    """What the tab and its panel show, read at once."""

    groups: tuple[EvenGroup, ...]
    unmeasured: tuple[EvenMoment, ...]
    """By no expectation: nothing that was judged is left out."""
    attention: tuple[AttentionRow, ...]


class EvenWords:
    """Words for lines, as of today; names are first names where they can be told apart."""

    def __init__(self, dates: DateWords, today: Callable[[], date]) -> None:
        self._dates = dates
        self._today = today
        self._short: Mapping[str, str] = {}

    def lines(self, read: EvenRead) -> list[Line]:
        """Return heads, moments, and where there is none that there is none."""
        groups = [group.lines for group in read.groups]
        people = [*(row.name for row in read.attention), *(one.name for one in read.unmeasured)]
        people += [line.name for lines_of_one in groups for line in lines_of_one]
        self._short = short_names(people)
        lines: list[Line] = []
        for number, group in enumerate(read.groups):
            note = strings.SAME_FOR_ALL if number == 0 else ""
            lines.append(EvenHead(key=None, text=group.yardstick.words.title, note=note))
            lines += [self._row(group.yardstick.id, line) for line in group.lines]
            if not group.lines:
                lines.append(EvenNothing(key=None, text=strings.NOTHING))
        if read.unmeasured:
            lines.append(EvenHead(key=None, text=strings.UNMEASURED, note=strings.UNMEASURED_NOTE))
            lines += [self._row(None, line) for line in read.unmeasured]
        return lines

    def _row(self, group: YardstickId | None, line: EvenMoment) -> EvenRow:
        today = self._today()
        day = self._dates.day(line.occurred_on, today)
        span = self._span(line, today)
        aloud = strings.SEEN_ALOUD.format(day=self._dates.full(line.occurred_on))
        return EvenRow(
            key=(group, line.note, line.person),
            text=strings.RESTRICTED if line.is_restricted else line.text,
            before=f"{line.name}, {aloud}",
            after=self._aloud(line, span),
            name=self._short.get(line.name, line.name),
            day=day,
            span=span,
            note=line.note,
            person=line.person,
            kind=line.kind,
        )

    def _span(self, line: EvenMoment, today: date) -> SaidSpan:
        if line.state is ShareState.NOT_FOR_SHARING:
            return SaidSpan(0, is_said=False, words=strings.KEPT, draws=False)
        if line.is_said:
            near = {0: strings.THAT_DAY, 1: strings.NEXT_DAY}
            words = near.get(line.days) or count(line.days, "day")
            return SaidSpan(line.days, is_said=True, words=words)
        words = count(line.days, "day")
        if line.planned_for is not None:
            day = self._dates.near(line.planned_for, today)
            words = f"{words}, {strings.PLANNED.format(day=day)}"
        return SaidSpan(line.days, is_said=False, words=words)

    def _aloud(self, line: EvenMoment, span: SaidSpan) -> str:
        if not span.draws:
            return span.words
        if not span.is_said:
            return strings.WAITS_ALOUD.format(days=span.words)
        later = strings.LATER_ALOUD.format(days=span.words)
        return strings.SAID_ALOUD.format(when=span.words if line.days < 2 else later)  # noqa: PLR2004 - "that day", "next day"

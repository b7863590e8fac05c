"""What a timeline says: dates, states, meta lines, and the same aloud."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from managernotes.domain.observation import ShareState, TimelineRow
from managernotes.text.plain_words import without_marks
from managernotes_ui.common.dates import DateWords, days_later
from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.common.strings import team as team_strings
from managernotes_ui.common.strings import timeline as strings
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.kind_look import kind_look

EXCERPT_SEPARATOR = " · "


class TimelineWords:
    """Puts rows into words, as of today."""

    def __init__(
        self,
        dates: DateWords,
        today: Callable[[], date],
        covers_kinds: Callable[[], bool] = lambda: False,
    ) -> None:
        self._dates = dates
        self._today = today
        self._covers_kinds = covers_kinds

    def month(self, month: date) -> str:
        """Return "November 2026"."""
        return self._dates.month_and_year(month)

    def weekday(self, day: date) -> str:
        """Return "Thu"."""
        return self._dates.weekday(day)

    def state(self, row: TimelineRow) -> str:
        """Return how far the note has got: "unsaid, 5 days", "planned Thu 26", "shared 12 Nov".

        One that was sealed while the vault was locked is "unconfirmed" until it was looked at.
        """
        today = self._today()
        match row.share_state:
            case ShareState.UNSAID:
                age = (today - row.occurred_on).days
                return strings.UNSAID_TODAY if age <= 0 else strings.unsaid_for(age)
            case ShareState.PLANNED if row.planned_for is not None:
                when = f"{self._dates.weekday(row.planned_for)} {row.planned_for.day}"
                return strings.PLANNED_FOR.format(when=when)
            case ShareState.SHARED if row.shared_on == row.occurred_on:
                return strings.SHARED_SAME_DAY
            case ShareState.SHARED if row.shared_on is not None:
                return strings.SHARED_ON.format(when=self._dates.day(row.shared_on, today))
            case None:
                return sealed_strings.UNCONFIRMED if row.unconfirmed else ""
            case state:
                return strings.STATES[state]

    def headline(self, row: TimelineRow) -> str:
        """Return the first line, without the signs of its Markdown."""
        return without_marks(row.headline)

    def meta(self, row: TimelineRow) -> str:
        """Return the second line: the text after the headline, then the tags."""
        parts = [without_marks(row.excerpt), *(f"#{tag}" for tag in row.tags)]
        parts += [team_strings.SHORT] if row.is_for_team else []
        return EXCERPT_SEPARATOR.join(part for part in parts if part)

    def tip(self, row: TimelineRow) -> str:
        """Return the full date, and how much later it was written (INV-03)."""
        late = (row.created_at.date() - row.occurred_on).days
        return strings.WRITTEN.format(day=self._dates.full(row.occurred_on), late=days_later(late))

    def aloud(self, row: TimelineRow, *, tells: bool = True) -> str:
        """Return kind, date, text and state, in that order (SPEC §6); covered, no text."""
        parts = (
            kind_look(row.kind, covered=self._covers_kinds()).word,
            self._dates.full(row.occurred_on),
            self.headline(row) if tells else COVERED,
            self.state(row),
            team_strings.FIT if row.is_for_team and tells else "",
        )
        return ", ".join(part for part in parts if part)

"""When it will be said: the talks that are planned with somebody, or a new one on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from managernotes.domain.conversation import ConversationRow, ConversationState
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import planning as strings
from managernotes_ui.sharing.thanks_way import ThanksRow, add_thanks_row
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu

AHEAD = frozenset(
    {
        ConversationState.PLANNED,
        ConversationState.DRAFTING,
        ConversationState.PREPARED,
        ConversationState.POSTPONED,
    }
)
_TALKS_AT_MOST, _DAYS_OFFERED, _WORKDAYS = 6, 5, 5


@dataclass(frozen=True, slots=True)
class PlannedTalk:
    """A talk that is still ahead, and what it is called."""

    id: ConversationId
    words: str
    when: str


def talks_ahead(workspace: Workspace, person: PersonId) -> tuple[ConversationRow, ...]:
    """Return the talks with somebody that are still ahead, the nearest first."""
    rows = [row for row in workspace.talks.of_person(person) if row.state in AHEAD]
    rows.sort(key=lambda row: (row.planned_on is None, row.planned_on, str(row.id)))
    return tuple(rows[:_TALKS_AT_MOST])


def worded(
    rows: Iterable[ConversationRow], dates: DateWords, today: date
) -> tuple[PlannedTalk, ...]:
    """Return what each talk is called: its sort, and its day."""
    return tuple(
        PlannedTalk(row.id, strings.TALKS[row.type], _when(row.planned_on, dates, today))
        for row in rows
    )


def days_offered(today: date) -> tuple[date, ...]:
    """Return the next working days, today included."""
    days: list[date] = []
    day = today
    while len(days) < _DAYS_OFFERED:
        if day.weekday() < _WORKDAYS:
            days.append(day)
        day += timedelta(days=1)
    return tuple(days)


class PlanMenu(Menu):
    """Talks first, then days; the choice is handed to one of two callables, in words too."""

    def __init__(  # noqa: PLR0913 - what it offers and whom it tells, by keyword
        self,
        theme: Theme,
        parent: QWidget,
        *,
        talks: Iterable[PlannedTalk],
        days: Iterable[tuple[date, str]],
        in_talk: Callable[[ConversationId, str], None],
        on_day: Callable[[date, str], None],
        thanks: ThanksRow | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(strings.WHEN)
        if thanks is not None:
            add_thanks_row(self, thanks.way, thanks.ask)
            self.addSeparator()
        first = len(self.actions())
        for talk in talks:
            words = strings.IN_TALK.format(talk=talk.words, when=talk.when)
            self.add_item(words, Icon.MESSAGES_SQUARE, "", partial(in_talk, talk.id, talk.when))
        if len(self.actions()) > first:
            self.addSeparator()
        for day, when in days:
            words = strings.NEW_TALK.format(when=when)
            self.add_item(words, Icon.CALENDAR, "", partial(on_day, day, when))
        self._first = first

    def open_at(self, corner: QPoint) -> None:
        """Open at a global point, its first talk or day chosen."""
        self.popup(corner)
        if len(self.actions()) > self._first:
            self.setActiveAction(self.actions()[self._first])


def _when(day: date | None, dates: DateWords, today: date) -> str:
    return strings.NO_DAY_YET if day is None else dates.near(day, today)

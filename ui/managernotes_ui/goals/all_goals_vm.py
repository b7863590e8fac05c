"""State behind everybody's goals: the list let through, and what the panel beside it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.goal_lists import GoalFilter, GoalRow
from managernotes.domain.growth_alive import GrowthAlive
from managernotes.domain.identity import PersonId
from managernotes.domain.metric import Item, Metric
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.goals.all_goals_words import AllGoalsLine, AllGoalsWords

_TALKS = 40
"""So many of somebody's talks are looked through for the next one."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A goal that was not looked at for a month, and when its person is next met."""

    item: Item
    met_on: date | None
    met_at: time | None


@dataclass(frozen=True, slots=True)
class AllGoals:
    """One answer of the vault."""

    rows: tuple[GoalRow, ...]
    has_any: bool
    """Whether there is any goal at all."""
    alive: tuple[GrowthAlive, ...]
    next_step: str | None
    """What to do next about growth (M13); None: nothing."""
    waiting: tuple[Waiting, ...]


class AllGoalsViewModel(QObject):
    """`changed` follows whenever there is something else to be shown."""

    changed = Signal()

    def __init__(
        self, session: Session, name_of: Callable[[PersonId], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._name_of = name_of
        self._words = AllGoalsWords(DateWords(), self.today)
        self._filter = GoalFilter()
        self._read: AllGoals | None = None
        self._resting = True
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self._on_changed)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def shown(self) -> AllGoals | None:
        """What was read, once it was."""
        return self._read

    @property
    def lines(self) -> list[AllGoalsLine]:
        """Names and goals."""
        return self._words.lines(self._read.rows) if self._read is not None else []

    def row(self, key: object) -> GoalRow | None:
        """Return the goal of a line."""
        rows = self._read.rows if self._read is not None else ()
        return next((row for row in rows if row.id == key), None)

    def name_of(self, person: PersonId | None) -> str:
        """Return what somebody is called now."""
        return "" if person is None else self._name_of(person)

    @Slot(object)
    def show(self, wanted: GoalFilter) -> None:
        """Let other goals through."""
        if wanted != self._filter:
            self._filter = wanted
            self.reload()

    def rest(self) -> None:
        """Read nothing until asked again: the page is not on show."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read anew."""
        self._resting = False
        wanted = self._filter
        self._session.read(
            lambda workspace: read_all_goals(workspace, wanted),
            done=self._on_read,
            channel="all-goals",
        )

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _on_read(self, read: AllGoals) -> None:
        self._read = read
        self.changed.emit()


def read_all_goals(workspace: Workspace, wanted: GoalFilter) -> AllGoals:
    """Read the list and the panel; on the vault's thread."""
    rows = workspace.goals.everyone(wanted)
    items = workspace.metrics.one(Metric.GOALS_WITHOUT_CHECK_IN).items
    people = {item.person for item in items if item.person is not None}
    met = {person: _next_talk(workspace, person) for person in people}
    return AllGoals(
        rows=rows,
        has_any=bool(rows) or bool(workspace.goals.everyone(GoalFilter(standing=None))),
        alive=workspace.growth.alive(),
        next_step=workspace.metrics.one(Metric.GROWTH_ALIVE).next,
        waiting=tuple(
            Waiting(item, *(met[item.person] if item.person is not None else (None, None)))
            for item in items
        ),
    )


def _next_talk(workspace: Workspace, person: PersonId) -> tuple[date | None, time | None]:
    """Return when somebody is next met."""
    day = workspace.ledger.today()
    ahead = [
        (row.planned_on, row.planned_at)
        for row in workspace.talks.of_person(person, _TALKS)
        if row.state in AHEAD and row.planned_on is not None and row.planned_on >= day
    ]
    return min(ahead, key=lambda one: (one[0], one[1] or time.min), default=(None, None))

"""State behind somebody's goals and growth: what is read, and which goal is shown."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.conversation import ConversationType
from managernotes.domain.goal import Goal
from managernotes.domain.growth import Growth, GrowthStep, Mentoring
from managernotes.domain.identity import GoalId, PersonId
from managernotes.domain.vision import Vision
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.discreet_records import names_in
from managernotes_ui.common.session import Session
from managernotes_ui.goals.goal_words import CheckInLine, GoalLine, GoalWords
from managernotes_ui.goals.growth_words import GrowthLine, GrowthWords

SHOWN_CHECK_INS = 3
"""So many of the newest check-ins show before all are asked for."""


@names_in("thanked")
@dataclass(frozen=True, slots=True)
class PersonGoals:
    """One answer of the vault: everything the tab shows of a person."""

    person: PersonId
    goals: tuple[Goal, ...]
    growth: Growth
    thanked: str
    """How they like to be thanked."""
    said_in: ConversationType | None
    """The sort of talk in which they said where they want to go."""
    vision: Vision | None


class PersonGoalsViewModel(QObject):
    """`changed` follows whenever there is something else to be shown."""

    changed = Signal()

    def __init__(self, session: Session, covers_kinds: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._covers_kinds = covers_kinds
        self.words = GoalWords(DateWords(), self.today)
        self.growth_words = GrowthWords(DateWords(), self.today)
        self._person: PersonId | None = None
        self._read: PersonGoals | None = None
        self._chosen: GoalId | None = None
        self._shows_all = False
        self._resting = False
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self._on_changed)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def person(self) -> PersonId | None:
        """Whose goals they are."""
        return self._person

    @property
    def shown(self) -> PersonGoals | None:
        """What was read, once it was."""
        read = self._read
        return read if read is not None and read.person == self._person else None

    @property
    def goal(self) -> Goal | None:
        """The chosen goal; until one is chosen, the first."""
        goals = self.shown.goals if self.shown is not None else ()
        named = next((goal for goal in goals if goal.id == self._chosen), None)
        return named or next(iter(goals), None)

    @property
    def lines(self) -> list[GoalLine]:
        """The goals of the list."""
        return self.words.lines(self.shown.goals) if self.shown is not None else []

    @property
    def check_ins(self) -> list[CheckInLine]:
        """The check-ins of the chosen goal that show, the newest first."""
        goal = self.goal
        most = None if self._shows_all else SHOWN_CHECK_INS
        return self.words.check_ins(goal, most) if goal is not None else []

    @property
    def earlier(self) -> int:
        """How many check-ins of the chosen goal do not show."""
        goal = self.goal
        return len(goal.check_ins) - len(self.check_ins) if goal is not None else 0

    @property
    def growth(self) -> list[GrowthLine]:
        """Mentoring and steps."""
        return self.growth_words.lines(self.shown.growth) if self.shown is not None else []

    def grown(self, key: Hashable | None) -> GrowthStep | Mentoring | None:
        """Return the step or the mentoring of a line."""
        growth = self.shown.growth if self.shown is not None else None
        if growth is None:
            return None
        step = next((one for one in growth.steps if one.id == key), None)
        return step or next((one for one in growth.mentoring if one.id == key), None)

    @property
    def said(self) -> str:
        """Where they said their direction."""
        shown = self.shown
        if shown is None:
            return ""
        return self.growth_words.said(shown.growth.plan, self._talk(shown))

    @property
    def last_career_talk(self) -> str:
        """When the last career talk was, unless that is told already (S42)."""
        shown = self.shown
        if shown is None:
            return ""
        return self.growth_words.last_career_talk(shown.growth, self._talk(shown))

    @property
    def vision_line(self) -> str:
        """The line of the vision that the chosen goal serves; None of a gone one."""
        goal, shown = self.goal, self.shown
        if goal is None or shown is None or goal.vision_line is None:
            return ""
        line = shown.vision.line(goal.vision_line) if shown.vision is not None else None
        return self.words.serves(line.text if line is not None else None)

    def show_person(self, person: PersonId | None) -> None:
        """Read somebody's goals."""
        if person != self._person:
            self._person, self._chosen, self._shows_all = person, None, False
            self.changed.emit()
        self.reload()

    @Slot(object)
    def choose(self, goal: GoalId | None) -> None:
        """Show another goal."""
        if goal != self._chosen:
            self._chosen, self._shows_all = goal, False
            self.changed.emit()

    @Slot()
    def show_all(self) -> None:
        """Show every check-in of the chosen goal."""
        self._shows_all = True
        self.changed.emit()

    def rest(self) -> None:
        """Read nothing until asked again: the tab is not on show."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read anew."""
        self._resting = False
        person = self._person
        if person is not None:
            self._session.read(
                lambda workspace: read_goals(workspace, person),
                done=self._on_read,
                failed=self._on_failed,
                channel="person-goals",
            )

    def _talk(self, shown: PersonGoals) -> ConversationType | None:
        return None if self._covers_kinds() else shown.said_in

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _on_read(self, read: PersonGoals) -> None:
        self._read = read
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, NotFoundError):  # the page itself tells who is gone
            self._session.failed.emit(error)


def read_goals(workspace: Workspace, person: PersonId) -> PersonGoals:
    """Read everything the tab shows; on the vault's thread."""
    growth = workspace.growth.of_person(person)
    talk = growth.plan.said_in if growth.plan is not None else None
    return PersonGoals(
        person=person,
        goals=workspace.goals.of_person(person),
        growth=growth,
        thanked=workspace.people.get(person).recognition_pref,
        said_in=workspace.talks.get(talk).type if talk is not None else None,
        vision=workspace.vision.now(),
    )

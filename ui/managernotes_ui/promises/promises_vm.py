"""State behind the list of promises: what is read, what is let through, and what is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.conversation import TopicOwner, TopicState
from managernotes.domain.identity import PersonId, PromiseId
from managernotes.domain.promise import (
    Promise,
    PromiseCounts,
    PromiseLists,
    PromiseOwner,
    PromiseState,
)
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.promises.promise_words import Line, PromiseHead, PromiseLines

_AT_LEAST = timedelta(days=7)
"""What was kept in the last week shows, whichever month it was in."""


class Shown(IntEnum):
    """The segments over the list."""

    OPEN = 0
    KEPT = 1
    ALL = 2


@dataclass(frozen=True, slots=True)
class PromisesRead:
    """What the page shows, read at once."""

    lists: PromiseLists
    counts: PromiseCounts


@dataclass(frozen=True, slots=True)
class Done:
    """What was just done, in words, and how it is taken back."""

    words: str
    promise: PromiseId
    undo: Callable[[Workspace], object]


class PromisesViewModel(QObject):
    """Reads promises, lets some through, keeps, tells, drops."""

    changed = Signal()
    done = Signal(object)
    """A Done: something that can be taken back."""

    def __init__(
        self,
        session: Session,
        directory: PeopleDirectory,
        covers_kinds: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._dates = DateWords()
        self._words = PromiseLines(self._dates, self.today, directory.name_of, covers_kinds)
        self._read: PromisesRead | None = None
        self._shown = Shown.ALL
        self._person: PersonId | None = None
        self._shows_all_kept = False
        self._resting = False
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self.reload)
        directory.changed.connect(self.changed)
        session.discreet.changed.connect(self.changed)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def shown(self) -> Shown:
        """The segment that is chosen."""
        return self._shown

    @property
    def person(self) -> PersonId | None:
        """Whose promises are shown, None for everyone's."""
        return self._person

    @property
    def is_read(self) -> bool:
        """Whether the vault has answered."""
        return self._read is not None

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set."""
        return self._shown is not Shown.ALL or self._person is not None

    @property
    def counts(self) -> str:
        """What became of the manager's own promises; nobody else's are counted (S37)."""
        return strings.my_counts(self._read.counts) if self._read is not None else ""

    @property
    def lines(self) -> list[Line]:
        """Heads and rows, in the order of the page; a group with nothing in it has no head."""
        if self._read is None:
            return []
        lists, lines = self._session.discreet.shown(self._read.lists), list[Line]()
        if self._shown is not Shown.KEPT:
            lines += self._group(strings.I_OWE, strings.I_OWE_NOTE, lists.mine)
            lines += self._group(strings.THEY_OWE, strings.THEY_OWE_NOTE, lists.theirs)
        if self._shown is not Shown.OPEN:
            note = strings.KEPT_ALL
            if self._shown is Shown.ALL and not self._shows_all_kept:
                month = self._dates.month_and_year(self._since()).rpartition(" ")[0]
                note = strings.KEPT_NOTE.format(month=month)
            lines += self._group(strings.KEPT, note, lists.kept)
        return lines

    def show(self, shown: Shown) -> None:
        """Choose a segment."""
        if shown is not self._shown:
            self._shown = shown
            self._shows_all_kept = False
            self.reload()

    def widen(self) -> None:
        """Show what was kept however long ago, for a promise that is looked for."""
        self._shows_all_kept = True

    def set_person(self, person: PersonId | None) -> None:
        """Show the promises of one person, or of everyone."""
        if person != self._person:
            self._person = person
            self._read = None
        self.reload()

    def rest(self) -> None:
        """Read nothing until asked again: the page is not on show."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read the lists from the vault."""
        self._resting = False
        person = self._person
        everything = self._shows_all_kept or self._shown is Shown.KEPT
        since = date.min if everything else self._since()
        self._session.read(
            lambda workspace: PromisesRead(
                workspace.promises.lists(person, ended_since=since),
                workspace.promises.mine_in_90_days(),
            ),
            done=self._on_read,
            channel="promises" if self._person is None else "promises-of-person",
        )

    def keep(self, promise: Promise) -> None:
        """Keep an open promise today, or open one again that was kept or dropped."""
        one = promise.id
        if promise.state is not PromiseState.OPEN:
            self._write(lambda workspace: workspace.promises.reopen(one))
            return
        late = promise.due_on is not None and self.today() > promise.due_on
        words = strings.WAS_KEPT_LATE if late else strings.WAS_KEPT
        done = Done(words, one, lambda workspace: workspace.promises.reopen(one))
        self._write(lambda workspace: workspace.promises.keep(one), done)

    def tell(self, promise: Promise) -> None:
        """Note that they were told today; nothing happens where there is nothing to tell."""
        one = promise.id
        late = promise.state is PromiseState.KEPT_LATE and promise.told_on is None
        if promise.is_untold or late:
            done = Done(strings.WAS_TOLD, one, lambda workspace: workspace.promises.untell(one))
            self._write(lambda workspace: workspace.promises.told(one), done)

    def plan_to_say(self, promise: Promise) -> None:
        """Put what is to be told onto the agenda of the next one-to-one."""
        if promise.owner is not PromiseOwner.ME or not promise.people:
            return
        person, one = promise.people[0], promise.id
        self._session.write(
            lambda workspace: workspace.talks.add_topic(
                person, TopicOwner.MINE, workspace.promises.get(one).words.text
            ),
            changes=Changed.TALKS,
            done=lambda topic: self.done.emit(
                Done(
                    strings.ON_AGENDA,
                    one,
                    lambda workspace: workspace.talks.settle_topic(topic.id, TopicState.LET_GO),
                )
            ),
        )

    def bin(self, promise: Promise) -> None:
        """Move a promise to the bin."""
        one = promise.id
        done = Done(strings.WAS_BINNED, one, lambda workspace: workspace.promises.restore(one))
        self._write(lambda workspace: workspace.promises.bin(one), done)

    def undo(self, done: Done) -> None:
        """Take back what was done."""
        self._session.write(done.undo, changes=Changed.TALKS)

    def _write(self, work: Callable[[Workspace], object], done: Done | None = None) -> None:
        def told(_outcome: object) -> None:
            if done is not None:
                self.done.emit(done)

        self._session.write(work, changes=Changed.TALKS, done=told)

    def _since(self) -> date:
        """Return the first day of the month, or of the one before in a month's first week."""
        first = self.today().replace(day=1)
        return first if self.today() - first >= _AT_LEAST else (first - _AT_LEAST).replace(day=1)

    def _group(self, title: str, note: str, promises: tuple[Promise, ...]) -> list[Line]:
        if not promises:
            return []
        return [PromiseHead(title, note), *map(self._words.line, promises)]

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _on_read(self, read: PromisesRead) -> None:
        self._read = read
        self.changed.emit()

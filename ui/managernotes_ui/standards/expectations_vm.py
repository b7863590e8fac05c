"""State behind a person's expectations: the grid, the chosen cell, the notes behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId, YardstickId
from managernotes.domain.look_back import Month
from managernotes.domain.metric import NOT_YET, Metric
from managernotes.domain.observation import Kind, ShareState, TimelineRow
from managernotes.domain.yardstick import Clarity, CopyWords
from managernotes.practice.coverage import CoverageGrid
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.standards.expectation_changes import ExpectationChanges

_OF_EVIDENCE = (Metric.EVIDENCE_COVERAGE, Metric.RECENCY_SHARE, Metric.SOURCE_MIX)
_NOT_HEARD = frozenset({ShareState.UNSAID, ShareState.PLANNED})


@dataclass(frozen=True, slots=True)
class Cell:
    """What is chosen in the grid; no month: all twelve. No yardstick: what was judged by none."""

    yardstick: YardstickId | None
    month: Month | None


@dataclass(frozen=True, slots=True)
class ExpectationsRead:
    """One answer of the vault about a person."""

    grid: CoverageGrid
    clarity: Clarity
    role: str | None
    copies: Mapping[YardstickId, CopyWords]


class ExpectationsViewModel(QObject):
    """`changed` follows with another grid, `notes_changed` with other notes."""

    changed = Signal()
    notes_changed = Signal()
    captions_changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.changes = ExpectationChanges(session, self)
        self.read: ExpectationsRead | None = None
        self.cell: Cell | None = None
        self.notes: tuple[TimelineRow, ...] = ()
        self._person: PersonId | None = None
        self.captions: tuple[str, ...] = ()
        """What the metrics of evidence say of this person: M05, M06, M07."""
        self._notes_of: Cell | None = None
        self._resting = False
        for signal in (session.notes_changed, session.talks_changed, session.people_changed):
            signal.connect(self._on_changed)

    @property
    def person(self) -> PersonId | None:
        """Whose expectations these are."""
        return self._person

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    def show_person(self, person: PersonId) -> None:
        """Show somebody's; never another one's notes in the meantime."""
        if person != self._person:
            self._person, self.read, self.cell, self.notes = person, None, None, ()
            self.captions = ()
            self.changes.person = person
            self.changed.emit()
            self.notes_changed.emit()
        self._resting = False
        self.reload()

    def rest(self) -> None:
        """Read nothing until somebody is shown again."""
        self._resting = True

    def choose(self, cell: Cell) -> None:
        """Read the notes behind a cell."""
        if cell != self.cell:
            self.cell = cell
            self._load_notes()

    @property
    def copy(self) -> CopyWords:
        """The person's copy of the chosen expectation, as it may be shown."""
        chosen = self.cell.yardstick if self.cell is not None else None
        if self.read is None or chosen is None:
            return CopyWords()
        return self.read.copies.get(chosen, CopyWords())

    @property
    def is_read_empty(self) -> bool:
        """Whether the notes were read, and there are none."""
        return self._notes_of == self.cell and self.cell is not None and not self.notes

    @property
    def unsaid(self) -> int:
        """How many concerns behind the chosen cell were not said."""
        return sum(map(is_unsaid_concern, self.notes))

    @property
    def to_prepare(self) -> NoteId | None:
        """The concern that a talk would begin with, the first on show."""
        return next((row.id for row in self.notes if row.kind is Kind.CONCERN), None)

    @Slot()
    def reload(self) -> None:
        """Read everything again."""
        person = self._person
        if person is None:
            return
        until = Month.of(self.today())
        self._session.read(
            lambda workspace: (person, _read(workspace, person, until)),
            done=self._on_read,
            channel="expectations",
        )
        self._session.read(
            lambda workspace: (person, _captions(workspace, person)),
            done=self._on_captions,
            channel="expectation-captions",
        )
        self._load_notes()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _on_read(self, answer: tuple[PersonId, ExpectationsRead]) -> None:
        person, read = answer
        if person == self._person:
            self.read = read
            self.changed.emit()

    def _on_captions(self, answer: tuple[PersonId, tuple[str, ...]]) -> None:
        person, captions = answer
        if person == self._person:
            self.captions = captions
            self.captions_changed.emit()

    def _load_notes(self) -> None:
        person, cell = self._person, self.cell
        if person is None or cell is None:
            return
        until = Month.of(self.today())
        self._session.read(
            lambda workspace: (
                person,
                cell,
                workspace.coverage.cell_notes(person, cell.yardstick, cell.month, until=until),
            ),
            done=self._on_notes,
            channel="expectation-notes",
        )

    def _on_notes(self, answer: tuple[PersonId, Cell, Sequence[TimelineRow]]) -> None:
        person, cell, rows = answer
        if person == self._person and cell == self.cell:
            self.notes, self._notes_of = unsaid_first(rows), cell
            self.notes_changed.emit()


def unsaid_first(rows: Sequence[TimelineRow]) -> tuple[TimelineRow, ...]:
    """Return the notes with the concerns that were not said first, else in their order."""
    return tuple(sorted(rows, key=lambda row: not is_unsaid_concern(row)))


def is_unsaid_concern(row: TimelineRow) -> bool:
    """Whether a note is a concern that they have not heard; a planned talk is still ahead."""
    return row.kind is Kind.CONCERN and row.share_state in _NOT_HEARD


def _read(workspace: Workspace, person: PersonId, until: Month) -> ExpectationsRead:
    return ExpectationsRead(
        grid=workspace.coverage.grid(person, until),
        clarity=workspace.yardsticks.clarity(person),
        role=workspace.people.get(person).role,
        copies=workspace.yardsticks.copies(person),
    )


def _captions(workspace: Workspace, person: PersonId) -> tuple[str, ...]:
    """Return the sentences of what is not hidden, leaving out what there is nothing to say of."""
    readings = workspace.metrics.of_person(person, _OF_EVIDENCE)
    return tuple(one.sentence for one in readings if one.sentence != NOT_YET)

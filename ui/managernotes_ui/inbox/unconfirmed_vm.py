"""What waits for a look, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import NoteId, PersonId
from managernotes.services.unconfirmed import UnconfirmedNote
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

SHOWN = 50
"""So many notes are shown at once; the others come up as these are dealt with."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The notes on show, and how many there are in all."""

    notes: tuple[UnconfirmedNote, ...] = ()
    total: int = 0


class UnconfirmedViewModel(QObject):
    """Reads again whenever notes or people change; `binned` offers the way back."""

    changed = Signal()
    binned = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.is_read = False
        self.waiting = Waiting()
        session.notes_changed.connect(self._on_changed)
        session.people_changed.connect(self._on_changed)
        session.discreet.changed.connect(self._on_discreet)

    @property
    def today(self) -> date:
        """The day by the session's clock."""
        return today(self._session.clock)

    @Slot()
    def reload(self) -> None:
        """Read what waits."""
        self._session.read(_waiting, done=self._on_read, channel="unconfirmed")

    def confirm(self, note: NoteId) -> None:
        """Take a note for one's own."""
        self._write(lambda workspace: workspace.unconfirmed.confirm(note))

    def choose(self, note: NoteId, person: PersonId) -> None:
        """Say who is meant by the unclear name in a note."""
        self._write(lambda workspace: workspace.unconfirmed.choose(note, person))

    def bin(self, note: NoteId) -> None:
        """Move a note to the bin."""
        self._session.write(
            lambda workspace: workspace.notes.bin(note),
            changes=Changed.NOTES,
            done=lambda _none: self.binned.emit(note),
        )

    def restore(self, note: NoteId) -> None:
        """Take a note out of the bin again; it is unconfirmed as before."""
        self._write(lambda workspace: workspace.notes.restore(note))

    def _write(self, work: Callable[[Workspace], object]) -> None:
        self._session.write(work, changes=Changed.NOTES)

    @Slot()
    def _on_changed(self) -> None:
        if self.is_read:
            self.reload()

    @Slot()
    def _on_discreet(self) -> None:
        """Hide the names that are on show in the same turn; what is read again follows."""
        if self.is_read:
            self._on_read(self._session.discreet.shown(self.waiting))

    def _on_read(self, waiting: Waiting) -> None:
        if not self.is_read or waiting != self.waiting:
            self.is_read, self.waiting = True, waiting
            self.changed.emit()


def _waiting(workspace: Workspace) -> Waiting:
    notes = workspace.unconfirmed.waiting(SHOWN)
    return Waiting(tuple(notes), workspace.unconfirmed.count())

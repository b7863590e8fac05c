"""An opened backup as a reader sees it: its notes and people, and single notes brought back."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from managernotes.clock import Clock
from managernotes.domain.identity import DeviceId, NoteId, PersonId
from managernotes.domain.observation import (
    NewObservation,
    Observation,
    ShareState,
    TimelineRow,
)
from managernotes.domain.share_rules import ANSWERED, HEARD
from managernotes.domain.sharing import Answer
from managernotes.errors import NotFoundError, StorageFailedError
from managernotes.services.backup_differences import Differences
from managernotes.services.ledger import Ledger
from managernotes.services.timeline import Timeline
from managernotes.services.workspace import Workspace
from managernotes.storage import answers, vault_info
from managernotes.storage import people as storage_people
from managernotes.vault.connection import Connection

MOST_ROWS = 2_000
"""Notes that a backup's window lists, the newest."""


class Since(StrEnum):
    """What has become of a note since the backup was made."""

    ERASED = "erased"
    BINNED = "binned"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class BackupNote:
    """A note as the backup holds it, and the names of the people it is about."""

    note: Observation
    people: tuple[str, ...]
    answer: Answer | None = None
    """What the person said to it."""


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One line of the list of a backup's notes."""

    row: TimelineRow
    people: tuple[str, ...]
    since: Since | None = None


class BackupReader:
    """Reads one opened backup; every call on the thread that opened it."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        device = vault_info.device(db)
        if device is None:
            raise StorageFailedError
        ledger = Ledger(db, clock, DeviceId(device))
        self._db = db
        self._notes = Timeline(ledger)
        everybody = (*storage_people.people(db), *storage_people.binned_people(db))
        self._names = {person.id: person.display_name for person in everybody}

    def rows(self) -> list[BackupRow]:
        """Return the notes, the newest first, at most MOST_ROWS."""
        page = self._notes.timeline(limit=MOST_ROWS)
        return [BackupRow(row, self._people(row.people)) for row in page.rows]

    def rows_of(self, found: Differences) -> list[BackupRow]:
        """Return the notes that may be brought back: erased, binned or reworded since."""
        since = {
            **dict.fromkeys(found.changed, Since.CHANGED),
            **dict.fromkeys(found.binned_since, Since.BINNED),
            **dict.fromkeys(found.only_in_backup, Since.ERASED),
        }
        rows = self._notes.rows(list(since))
        rows.sort(key=lambda row: row.occurred_on, reverse=True)
        return [BackupRow(row, self._people(row.people), since[row.id]) for row in rows]

    def note(self, identity: NoteId) -> BackupNote:
        """Return one note whole; NoteNotFoundError."""
        note = self._notes.get(identity)
        stored = answers.of_note(self._db, identity)
        return BackupNote(note, self._people(note.people), stored.answer if stored else None)

    def _people(self, people: Sequence[PersonId]) -> tuple[str, ...]:
        return tuple(self._names[person] for person in people if person in self._names)


def bring_back(workspace: Workspace, notes: Sequence[BackupNote]) -> int:
    """Bring notes of a backup back into the vault; return how many.

    One that only went to the bin is taken out again; any other comes as a new note, so that
    nothing which is there is changed. Who is no longer in the vault is left off the note.
    """
    for found in notes:
        if not _taken_out_of_bin(workspace, found.note):
            added = workspace.notes.add(_as_new(workspace, found))
            if found.answer is not None and added.share_state in ANSWERED:
                workspace.sharing.answered(added.id, found.answer.text, found.answer.heard_on)
    return len(notes)


def _taken_out_of_bin(workspace: Workspace, note: Observation) -> bool:
    with contextlib.suppress(NotFoundError):
        present = workspace.notes.get(note.id)
        if present.binned_at is not None and present.text == note.text:
            workspace.notes.restore(note.id)
            return True
    return False


def _as_new(workspace: Workspace, found: BackupNote) -> NewObservation:
    note = found.note
    return NewObservation(
        text=note.text,
        kind=note.kind,
        people=_still_there(workspace, found),
        occurred_on=note.occurred_on,
        come_back_on=note.come_back_on,
        tags=note.tags,
        source=note.source,
        sensitivity=note.sensitivity,
        share_state=_state_without_talk(note),
        shared_on=note.shared_on if note.share_state in HEARD else None,
        kept_back=note.kept_back,
        change_seen_on=note.change_seen_on,
    )


def _state_without_talk(note: Observation) -> ShareState | None:
    """Return the share state it comes back in; what was planned is unsaid, as its talk is none."""
    return ShareState.UNSAID if note.share_state is ShareState.PLANNED else note.share_state


def _still_there(workspace: Workspace, found: BackupNote) -> tuple[PersonId, ...]:
    people: list[PersonId] = []
    for identity, name in zip(found.note.people, found.people, strict=False):
        with contextlib.suppress(NotFoundError):
            people.append(_present(workspace, identity, name))
    return tuple(dict.fromkeys(people))


def _present(workspace: Workspace, identity: PersonId, name: str) -> PersonId:
    try:
        return workspace.people.get(identity).id
    except NotFoundError:
        return workspace.people.find(name).id

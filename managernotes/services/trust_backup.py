"""Proof: the newest backup gives back the same notes, restored aside and compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from managernotes.domain.identity import NoteId
from managernotes.errors import DamagedEnvelopeError
from managernotes.services.backup_opening import opened_backup
from managernotes.services.backup_places import (
    BackupFile,
    backups_in,
    make_place,
    usual_place,
)
from managernotes.services.trust_proof import Finding, Proving, could_not, failed, proved
from managernotes.services.trust_subject import Subject
from managernotes.storage.vault_differences import NoteMark, note_marks
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import verify_envelope
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles

Marks = Mapping[NoteId, NoteMark]


@dataclass(frozen=True, slots=True)
class BothSides:
    """What the vault and its backup hold of each note, and when the backup was made."""

    vault: Marks
    backup: Marks
    made_at: datetime


def newest_backup(folders: tuple[Path, ...], vault_id: str) -> BackupFile | None:
    """Return the backup of this vault that was made last, None when there is none."""
    found = [file for folder in folders for file in backups_in(folder, vault_id)]
    return max(found, key=lambda file: file.head.made_at, default=None)


def last_backup_gives_back(subject: Subject, folders: tuple[Path, ...]) -> Proving:
    """Restore the newest backup aside, compare it note by note, delete what was restored.

    What lies there meanwhile is encrypted as the backup is, and nobody else's to read.
    """
    files, db, key = subject.files, subject.ledger.db, subject.key
    backup = newest_backup(folders, read_envelope(files).vault_id)
    yield
    if backup is None:
        return could_not("There is no backup yet.")
    made_at = backup.head.made_at
    try:
        verify_envelope(backup.envelope, key)
    except DamagedEnvelopeError:
        reason = "The newest backup is from before the key was changed."
        return could_not(reason, {"made_at": made_at.isoformat()})
    kept = marks_of_backup(backup, key, files)
    yield
    finding = same_notes(BothSides(note_marks(db), kept, made_at))
    return replace(finding, figures={**finding.figures, "digest": backup.digest.hex()})


def marks_of_backup(
    backup: BackupFile, key: DataKey, files: VaultFiles, opened: Callable[[], None] | None = None
) -> Marks:
    """Restore a backup beside the vault, read every note of it, and delete what was restored.

    `opened` is called between opening and reading. Raises DamagedBackupError and the like.
    """
    aside = usual_place(files.database)
    make_place(aside)
    with opened_backup(backup.path, key, aside) as restored:
        if opened is not None:
            opened()
        return note_marks(restored)


def same_notes(sides: BothSides) -> Finding:
    """Compare them: the same version has the same words, and nothing older is missing.

    A note that was changed or erased after the backup was made is no fault of the backup's.
    """
    missing = sum(
        1
        for identity, mark in sides.vault.items()
        if mark.updated_at <= sides.made_at and not _has(sides.backup, identity, mark)
    )
    other = sum(
        1
        for identity, mark in sides.backup.items()
        if identity in sides.vault and _differs(sides.vault[identity], mark)
    )
    expected = len(sides.backup) + missing
    figures: dict[str, int | str] = {
        "entries": expected,
        "same": expected - missing - other,
        "made_at": sides.made_at.isoformat(),
    }
    if missing or other:
        return failed("The last backup does not give back the same notes.", figures, damage=True)
    return proved(figures)


def _has(backup: Marks, identity: NoteId, mark: NoteMark) -> bool:
    return identity in backup and backup[identity].text_revision >= mark.text_revision


def _differs(here: NoteMark, there: NoteMark) -> bool:
    return here.text_revision == there.text_revision and here.words != there.words

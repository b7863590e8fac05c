"""The sentences of a check of the vault: what is wrong, where, and nothing of what is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from managernotes.domain.record_replay import Finding, RecordProblem
from managernotes.errors import ManagerNotesError

MOST_TOLD: Final = 20
INDEX_DIFFERS: Final = "The search index does not hold the words of the notes."
RECORD_UNREADABLE: Final = "A version was written by something other than the app."
KEY_FILE_ALTERED: Final = "The key file was altered."
KEY_FILE_GONE: Final = "The key file is missing."
COPY_ALTERED: Final = "The second copy of the key file is damaged or was altered."
BACKUP_UNOPENED: Final = (
    "Not a bit of the backup has changed; it was not opened, for want of its passphrase."
)

_FINDINGS: Final = {
    Finding.ALTERED: "was altered outside the app",
    Finding.REMOVED: "was removed outside the app",
    Finding.ADDED: "was added outside the app",
}


def damage_told(damage: ManagerNotesError) -> str:
    """Return damage that kept the check from going on."""
    return damage.title


def modes_told(names: Iterable[str]) -> list[str]:
    """Return a remark on each file that others could get at."""
    return [f"Other users of this computer could get at {name}." for name in names]


def record_told(problems: Sequence[RecordProblem]) -> list[str]:
    """Return a sentence for each finding about the record; of very many, how many more."""
    told = [_told(problem) for problem in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        told.append(f"{len(problems) - MOST_TOLD} more versions differ from the record.")
    return told


def _told(problem: RecordProblem) -> str:
    if problem.finding is Finding.BROKEN:
        return f"The record is broken at entry {problem.entry}."
    which = "the present text" if problem.is_present else f"revision {problem.revision}"
    record = UUID(bytes=problem.record) if len(problem.record) == 16 else "unknown"  # noqa: PLR2004
    return f"Record {record}: {which} {_FINDINGS[problem.finding]}."

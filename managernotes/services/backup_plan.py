"""The manager's choices about backups; kept in the vault, because a place may tell something."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from managernotes.domain.backup_generations import CHOICES, USUAL, Generations, Rhythm
from managernotes.services.preferences import PreferencesService

MISSED_AFTER_DAYS: Final = 3
"""Days without the place, or without a backup that was due, until Settings says so."""

_PLACE, _RHYTHM, _KEEP = "backup.place", "backup.rhythm", "backup.keep"
_SEEN, _PROOFS = "backup.place_seen", "backup.proofs"


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where, how often and how many; `place` is None beside the vault.

    `place_seen` is when the chosen place was last there.
    """

    place: Path | None = None
    rhythm: Rhythm = Rhythm.DAILY
    keep: Generations = USUAL
    place_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProofMark:
    """When a backup was last compared entry by entry, and last opened to be read."""

    compared: datetime | None = None
    opened: datetime | None = None


def plan_of(preferences: PreferencesService) -> BackupPlan:
    """Return the choices; each that is missing or unknown is the usual one."""
    place = preferences.read(_PLACE)
    rhythm, keep = preferences.read(_RHYTHM), preferences.read(_KEEP)
    return BackupPlan(
        place=Path(place) if place else None,
        rhythm=Rhythm(rhythm) if rhythm in tuple(Rhythm) else Rhythm.DAILY,
        keep=next((choice for choice in CHOICES if _text_of(choice) == keep), USUAL),
        place_seen=_moment(preferences.read(_SEEN)),
    )


def keep_plan(preferences: PreferencesService, plan: BackupPlan) -> None:
    """Store the choices."""
    preferences.keep(_PLACE, str(plan.place) if plan.place else "")
    preferences.keep(_RHYTHM, plan.rhythm)
    preferences.keep(_KEEP, _text_of(plan.keep))
    preferences.keep(_SEEN, plan.place_seen.isoformat() if plan.place_seen else "")


def proof_marks(preferences: PreferencesService) -> dict[str, ProofMark]:
    """Return what was done with each backup since, by the backup's digest in hex."""
    with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
        stored = json.loads(preferences.read(_PROOFS) or "{}")
        return {
            digest: ProofMark(_moment(mark["compared"]), _moment(mark["opened"]))
            for digest, mark in stored.items()
        }
    return {}


def keep_proof_marks(preferences: PreferencesService, marks: dict[str, ProofMark]) -> None:
    """Store what was done with each backup, in place of what was known."""
    body = {
        digest: {"compared": _written(mark.compared), "opened": _written(mark.opened)}
        for digest, mark in marks.items()
    }
    preferences.keep(_PROOFS, json.dumps(body))


def _written(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(text: str) -> datetime | None:
    with contextlib.suppress(ValueError):
        moment = datetime.fromisoformat(text)
        return moment if moment.utcoffset() is not None else None
    return None


def _text_of(keep: Generations) -> str:
    return f"{keep.days}-{keep.weeks}-{keep.months}"

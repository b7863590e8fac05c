"""`backup` and `restore`: whole, encrypted copies of the vault, out and back."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from managernotes.cli.exit_codes import DONE
from managernotes.cli.run import Run
from managernotes.services.backup_words import PROOF_BY_COUNT, PROOF_BY_DIGEST
from managernotes.services.backup_work import BackupWork, KnownBackup
from managernotes.services.backups import BackupKind, look_at_backup, restored
from managernotes.services.ways_in import BackupWay, PassphraseWay, RecoveryWay
from managernotes.services.workspace import Workspace


def backup(workspace: Workspace, run: Run) -> int:
    """Make a backup at the usual place or at --out, or list those that are there."""
    with closing(BackupWork.of(workspace)) as work:
        if run.chosen.list:
            return _list(work, run)
        made = work.make(BackupKind.MANUAL, run.chosen.out)
    if run.wants_json:
        run.streams.json(_document(made) | {"proof": PROOF_BY_COUNT})
        return DONE
    run.streams.say(f"Backed up {_contents(made)} to {made.path}: {PROOF_BY_COUNT}.")
    return DONE


def restore(run: Run) -> int:
    """Make a new vault of a backup; nothing that is there is written over."""
    chosen = run.chosen
    way = _way_in(run)
    counts = restored(chosen.file, chosen.to, way)
    proof = PROOF_BY_DIGEST if counts is None else PROOF_BY_COUNT
    if run.wants_json:
        made_at = look_at_backup(chosen.file).head.made_at.isoformat()
        answer = {"vault": str(chosen.to), "made_at": made_at, "proof": proof}
        notes, people = (None, None) if counts is None else (counts.notes, counts.people)
        run.streams.json(answer | {"notes": notes, "people": people})
        return DONE
    if counts is None:
        run.streams.say(f"Restored to {chosen.to}: {PROOF_BY_DIGEST}.")
        run.streams.warn(
            "Without a key nothing was opened or counted; give --passphrase-stdin or --code-stdin."
        )
        return DONE
    run.streams.say(f"Restored {_counted(counts.notes, counts.people)} to {chosen.to}: {proof}.")
    run.streams.say("Its passphrase or recovery code opens it; no keyring does yet.")
    return DONE


def _way_in(run: Run) -> BackupWay | None:
    if run.chosen.passphrase_stdin:
        return PassphraseWay(run.streams.passphrase())
    if run.chosen.code_stdin:
        return RecoveryWay(run.streams.passphrase())
    return None


def _list(work: BackupWork, run: Run) -> int:
    known = work.listed()
    if run.wants_json:
        run.streams.json([_document(one) for one in known])
        return DONE
    for one in known:
        when = f"{one.made_at:%Y-%m-%d %H:%M}"
        run.streams.say(f"{when}  {one.size:>12,}  {one.kind.value:<14}  {_contents(one)}")
    if not known:
        run.streams.say("There are no backups yet.")
    return DONE


def _document(known: KnownBackup) -> dict[str, Any]:
    return {
        "backup": str(known.path),
        "made_at": known.made_at.isoformat(),
        "kind": known.kind.value,
        "bytes": known.size,
        "notes": known.notes,
        "people": known.people,
        "schema": known.schema,
    }


def _contents(known: KnownBackup) -> str:
    if known.notes is None:
        return "made under another key"
    return _counted(known.notes, known.people or 0)


def _counted(notes: int, people: int) -> str:
    note, person = "note" if notes == 1 else "notes", "person" if people == 1 else "people"
    return f"{notes:,} {note} and {people:,} {person}"

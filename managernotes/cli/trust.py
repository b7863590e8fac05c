"""What `doctor` proves, and the recovery drill on the command line (issue 3, point 9)."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from managernotes.cli.exit_codes import COULD_NOT, DAMAGED, DONE
from managernotes.cli.run import Run
from managernotes.errors import (
    InvalidInputError,
    ManagerNotesError,
    NoSuchSlotError,
    PassphraseWantedError,
    WrongPassphraseError,
)
from managernotes.services.backup_places import usual_place
from managernotes.services.keys import SlotKind
from managernotes.services.trust import (
    prove,
    prove_without_key,
    surroundings_without_key,
    usual_surroundings,
)
from managernotes.services.trust_drill import DrillFinding, drill
from managernotes.services.trust_memory import Drilled, keep_drill
from managernotes.services.trust_proof import Proof, Verdict
from managernotes.services.trust_sentences import CANNOT_BE_PROVEN, drill_line, proof_line
from managernotes.services.trust_subject import backup_folders, opened_to_prove
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay, WayIn
from managernotes.services.workspace import open_workspace, ways_in


def proofs(run: Run) -> list[Proof]:
    """Run every proof that can be run here; the vault is opened only to be read.

    Raises a KeyProblemError when a passphrase was given and does not open the vault.
    """
    return [proof for proof in _steps(run) if proof is not None]


def exit_code(found: list[Proof]) -> int:
    """Return 0 when nothing failed, 4 when something is damaged, else 1."""
    failures = [proof for proof in found if proof.verdict is Verdict.FAILED]
    if any(proof.finding.damage for proof in failures):
        return DAMAGED
    return COULD_NOT if failures else DONE


def document(proof: Proof) -> dict[str, Any]:
    """Return one proof for `--json`."""
    finding = proof.finding
    return {
        "name": proof.name.value,
        "verdict": finding.verdict.value,
        "figures": dict(finding.figures),
        "reason": finding.reason,
        "seconds": round(proof.seconds, 3),
    }


def say(run: Run, found: list[Proof]) -> None:
    """Print the proofs, and what cannot be proven."""
    run.streams.say("proofs")
    for proof in found:
        run.streams.say(f"  {proof_line(proof)}")
    run.streams.say("what cannot be proven")
    for line in CANNOT_BE_PROVEN:
        run.streams.say(f"  {line}")


def do_drill(run: Run) -> int:
    """Restore the newest backup with the code on stdin and nothing else, count, delete."""
    began = run.clock.now()
    code = _code(run)
    finding = drill(run.vault, _folders(run, code), code)
    drilled = Drilled(began=began, at=run.clock.now(), finding=finding)
    _remember(run, code, drilled)
    if run.wants_json:
        run.streams.json({"drill": _drill_document(finding)})
    else:
        run.streams.say(drill_line(drilled))
        run.streams.say("The copy is deleted; the code was not kept.")
    return DONE


def _steps(run: Run) -> Iterator[Proof | None]:
    try:
        way = _way_in(run)
        with opened_to_prove(run.vault, way, clock=run.clock, keyring=run.keyring) as subject:
            yield from prove(subject, usual_surroundings(subject, run.keyring))
    except (WrongPassphraseError, NoSuchSlotError):
        raise
    except ManagerNotesError as why:
        around = surroundings_without_key(run.vault, run.keyring)
        yield from prove_without_key(run.vault, around, why)


def _way_in(run: Run) -> WayIn:
    """Return what opens the vault without asking anybody; PassphraseWantedError."""
    if run.chosen.passphrase_stdin:
        return PassphraseWay(run.streams.passphrase())
    if SlotKind.KEYRING in ways_in(run.vault):
        return KeyringWay()
    raise PassphraseWantedError


def _code(run: Run) -> str:
    if run.chosen.code_stdin:
        return run.streams.passphrase("recovery code")
    if run.streams.is_interactive:
        return getpass.getpass("Recovery code: ")
    raise InvalidInputError("The drill wants the recovery code.", "Give --code-stdin.")


def _folders(run: Run, code: str) -> tuple[Path, ...]:
    """Return where the backups lie: the vault knows, where the code opens it too."""
    way = RecoveryWay(code)
    try:
        with opened_to_prove(run.vault, way, clock=run.clock, keyring=run.keyring) as subject:
            return backup_folders(subject)
    except ManagerNotesError:
        return (usual_place(run.vault),)


def _remember(run: Run, code: str, drilled: Drilled) -> None:
    """Let the vault know of the drill; where it cannot, the drill was done all the same."""
    with contextlib.suppress(ManagerNotesError):
        workspace = open_workspace(
            run.vault, RecoveryWay(code), clock=run.clock, keyring=run.keyring
        )
        try:
            keep_drill(workspace, drilled)
        finally:
            workspace.close()


def _drill_document(finding: DrillFinding) -> dict[str, Any]:
    return {
        "entries": finding.entries,
        "opened_in": round(finding.opened_in, 3),
        "seconds": round(finding.seconds, 3),
    }

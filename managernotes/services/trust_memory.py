"""What the vault remembers of its proofs and drills: when, and with what figures."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeVar

from managernotes.services.backup_plan import ProofMark, keep_proof_marks, proof_marks
from managernotes.services.slot_dates import SlotEvent, keep_date
from managernotes.services.trust_drill import DrillFinding
from managernotes.services.trust_proof import Finding, Proof, ProofName, Verdict
from managernotes.services.workspace import Workspace
from managernotes.storage import preferences, shut_state
from managernotes.vault.key_slots import SlotKind

T = TypeVar("T")

_REPORT: Final = "trust_report"
_DRILL: Final = "trust_drill"
PROVE_AGAIN_AFTER: Final = timedelta(days=30)
DRILL_AGAIN_AFTER: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustReport:
    """The proofs of one run; `looked_at` once the manager has taken note of what failed."""

    at: datetime
    proofs: tuple[Proof, ...]
    looked_at: bool = False

    @property
    def seconds(self) -> float:
        """How long all of them took."""
        return sum(proof.seconds for proof in self.proofs)

    @property
    def failures(self) -> tuple[Proof, ...]:
        """The proofs that failed."""
        return tuple(proof for proof in self.proofs if proof.verdict is Verdict.FAILED)

    @property
    def has_damage(self) -> bool:
        """Whether the vault or its backup is not what was written."""
        return any(proof.finding.damage for proof in self.failures)

    @property
    def shuts_writing(self) -> bool:
        """Whether nothing may be written until it was looked at; damage is not looked away."""
        return self.has_damage or (bool(self.failures) and not self.looked_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """A drill that succeeded: when the code was asked for, and when all was over."""

    began: datetime
    at: datetime
    finding: DrillFinding

    @property
    def next_on(self) -> date:
        """When the next one is due."""
        return (self.at + DRILL_AGAIN_AFTER).date()


def keep_report(workspace: Workspace, report: TrustReport) -> None:
    """Remember a run in place of the one before, and open or shut the vault for writing.

    It is shut at once, also where that cannot be remembered; raises what saving does.
    """
    db, shut = workspace.ledger.db, report.shuts_writing
    db.shut_for_writing(shut=shut)
    with db.opened_once(), db.transaction():
        preferences.keep(db, _REPORT, json.dumps(_report_document(report)))
        shut_state.keep_shut(db, shut=shut)
    with db.opened_once():
        _mark_backup(workspace, report)


def _mark_backup(workspace: Workspace, report: TrustReport) -> None:
    """Remember which backup gave back the same notes, for the page of backups."""
    for proof in report.proofs:
        digest = proof.finding.figures.get("digest")
        if proof.verdict is Verdict.PROVED and isinstance(digest, str):
            marks = proof_marks(workspace.preferences)
            marks[digest] = replace(marks.get(digest, ProofMark()), compared=report.at)
            keep_proof_marks(workspace.preferences, marks)


def look_at_report(workspace: Workspace) -> TrustReport | None:
    """Take note of what failed, so that the vault may be written again where it is whole."""
    report = last_report(workspace)
    if report is not None:
        report = replace(report, looked_at=True)
        keep_report(workspace, report)
    return report


def last_report(workspace: Workspace) -> TrustReport | None:
    """Return the run remembered; None before the first, and for what cannot be read."""
    return _read(workspace, _REPORT, _report_from)


def keep_drill(workspace: Workspace, drilled: Drilled) -> None:
    """Remember a drill in place of the one before, and that the recovery code was tried."""
    document = {
        "began": drilled.began.isoformat(),
        "at": drilled.at.isoformat(),
        "finding": asdict(drilled.finding),
    }
    db = workspace.ledger.db
    with db.opened_once(), db.transaction():
        preferences.keep(db, _DRILL, json.dumps(document))
        keep_date(workspace.ledger, SlotKind.RECOVERY, SlotEvent.TRIED, drilled.at)


def last_drill(workspace: Workspace) -> Drilled | None:
    """Return the drill remembered."""
    return _read(workspace, _DRILL, _drill_from)


def is_due(report: TrustReport | None, now: datetime) -> bool:
    """Whether the monthly run is due; the time of a computer set back counts as long ago."""
    return report is None or not timedelta() <= now - report.at < PROVE_AGAIN_AFTER


def _read(workspace: Workspace, name: str, reader: Callable[[Any], T]) -> T | None:
    text = preferences.read(workspace.ledger.db, name)
    try:
        return reader(json.loads(text)) if text else None
    except (ValueError, KeyError, TypeError):  # of another version
        return None


def _report_document(report: TrustReport) -> Mapping[str, Any]:
    proofs = [asdict(proof) for proof in report.proofs]
    return {"at": report.at.isoformat(), "looked_at": report.looked_at, "proofs": proofs}


def _report_from(document: Any) -> TrustReport:
    return TrustReport(
        at=datetime.fromisoformat(document["at"]),
        proofs=tuple(_proof_from(entry) for entry in document["proofs"]),
        looked_at=bool(document["looked_at"]),
    )


def _proof_from(entry: Any) -> Proof:
    finding = entry["finding"] | {"verdict": Verdict(entry["finding"]["verdict"])}
    name, seconds = ProofName(entry["name"]), float(entry["seconds"])
    return Proof(name=name, finding=Finding(**finding), seconds=seconds)


def _drill_from(document: Any) -> Drilled:
    began, at = (datetime.fromisoformat(document[name]) for name in ("began", "at"))
    return Drilled(began=began, at=at, finding=DrillFinding(**document["finding"]))

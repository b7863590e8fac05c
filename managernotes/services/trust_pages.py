"""Proofs: every page of the vault is whole, and no version in it was altered outside the app."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes.services.trust_proof import Finding, Proving, could_not, failed, proved
from managernotes.storage.record_check import check_record, has_record
from managernotes.vault.connection import Connection
from managernotes.vault.driver_errors import StatementError
from managernotes.vault.integrity import IntegrityReport, check_seals, check_structure
from managernotes.vault.states import PAGE_BYTES


@dataclass(frozen=True, slots=True)
class RecordReport:
    """How many versions the chain was followed through, and how many are not as they were."""

    versions: int
    problems: int


def every_page_is_whole(db: Connection) -> Proving:
    """Check each page's seal while nobody writes, then how the pages hang together."""
    seals = check_seals(db)
    yield
    structure = () if seals.problems else tuple(check_structure(db))
    return whole(IntegrityReport(seals.pages_checked, (*seals.problems, *structure)))


def record_is_whole(db: Connection) -> Proving:
    """Follow the chain of versions from its beginning, while nobody writes."""
    if not has_record(db):
        return could_not("This vault keeps no record yet.")
    yield
    try:
        with db.reading():
            versions, problems = check_record(db)
    except (StatementError, ValueError):  # what no save of the app can have written
        return unaltered(RecordReport(0, 1))
    return unaltered(RecordReport(versions, len(problems)))


def whole(report: IntegrityReport) -> Finding:
    """Judge the check of pages; any problem is damage."""
    figures = {
        "pages": report.pages_checked,
        "bad": len(report.problems),
        "bytes": report.pages_checked * PAGE_BYTES,
    }
    if report.sound:
        return proved(figures)
    return failed("A part of the vault is not what was written.", figures, damage=True)


def unaltered(report: RecordReport) -> Finding:
    """Judge the check of the record; any problem is damage."""
    figures = {"versions": report.versions, "bad": report.problems}
    if not report.problems:
        return proved(figures)
    return failed("A version is not what the app saved.", figures, damage=True)

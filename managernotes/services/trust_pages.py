"""Proof: every page of the vault is whole and unaltered."""

from __future__ import annotations

from managernotes.services.trust_proof import Finding, failed, proved
from managernotes.vault.connection import Connection
from managernotes.vault.integrity import IntegrityReport, check_integrity
from managernotes.vault.states import PAGE_BYTES


def pages_of(db: Connection) -> IntegrityReport:
    """Check each page's seal and how they hang together, while nobody writes."""
    with db.reading():
        return check_integrity(db)


def whole(report: IntegrityReport) -> Finding:
    """Judge the check; any problem is damage."""
    figures = {
        "pages": report.pages_checked,
        "bad": len(report.problems),
        "bytes": report.pages_checked * PAGE_BYTES,
    }
    if report.sound:
        return proved(figures)
    return failed("A part of the vault is not what was written.", figures, damage=True)

"""`verify`: proving that the vault, or a backup of it, is whole (DESIGN §4)."""

from __future__ import annotations

import getpass
from pathlib import Path

from managernotes.cli.exit_codes import DAMAGED, DONE
from managernotes.cli.run import Run
from managernotes.cli.vaults import way_in
from managernotes.errors import VaultDamagedError
from managernotes.services.verifying import VaultReport, report_on, verify_by
from managernotes.services.verifying_backups import (
    is_backup,
    verify_backup_beside,
    verify_backup_by,
)
from managernotes.services.ways_in import KeyringWay, PassphraseWay


def verify(run: Run) -> int:
    """Check, and tell what was found; 4 when something is wrong."""
    place = run.chosen.file or run.vault
    try:
        report = _backup_report(run, place) if is_backup(place) else _vault_report(run, place)
    except VaultDamagedError as damage:
        report = report_on(damage)
    _tell(run, report)
    return DONE if report.ok else DAMAGED


def _vault_report(run: Run, vault: Path) -> VaultReport:
    return verify_by(vault, way_in(run, vault), run.keyring)


def _backup_report(run: Run, backup: Path) -> VaultReport:
    if run.chosen.passphrase_stdin:
        return verify_backup_by(backup, PassphraseWay(run.streams.passphrase()))
    if run.streams.is_interactive:
        return verify_backup_by(backup, PassphraseWay(getpass.getpass("The backup's passphrase: ")))
    return verify_backup_beside(backup, run.vault, KeyringWay(), run.keyring)


def _tell(run: Run, report: VaultReport) -> None:
    if run.wants_json:
        run.streams.json(
            {
                "ok": report.ok,
                "pages_checked": report.pages_checked,
                "problems": list(report.problems),
            }
        )
        return
    for sentence in (*report.problems, *report.remarks):
        run.streams.say(sentence)
    if report.ok:
        pages, entries = report.pages_checked, report.entries_checked
        run.streams.say(f"Sound: {pages:,} pages and {entries:,} entries of the record checked.")
    else:
        run.streams.warn("Something is wrong. Nothing was changed; restore a backup to be safe.")

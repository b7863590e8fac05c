"""Backups and inboxes that an accident or an enemy has changed are refused, quickly and quietly."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from managernotes.clock import SystemClock
from managernotes.errors import ManagerNotesError
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import look_at_backup, newest_sound_backup, proven
from managernotes.services.sealed_capture import SealedCapture
from managernotes.services.ways_in import RecoveryWay
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.location import VaultFiles
from tests.core.envelope_mutations import altered_bytes
from tests.faults.figures import Figures, short_and_long
from tests.faults.noting import Acknowledged, compared, note_down, noted_vault

NOTES: Final = 6
WORST_SECONDS: Final = 2.5


def altered(sound: bytes, count: int) -> Iterator[bytes]:
    """Yield the file with a few bytes changed, most often near its head, where its shape is."""
    chance = random.Random(count)  # noqa: S311  # mutations, no secret
    while count:
        head = chance.choice([64, 400, len(sound)])
        content = altered_bytes(sound[:head], chance) + sound[head:]
        if content != sound:
            count -= 1
            yield content


@short_and_long(200, 2_000)
def test_no_altered_backup_or_inbox_is_taken_for_a_sound_one(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    vault, known = noted_vault(tmp_path), Acknowledged()
    with closing(vault.open()) as workspace:
        for serial in range(NOTES):
            note_down(workspace, serial, known.add)
        backup = BackupWork.of(workspace).make(BackupKind.MANUAL).path
    accepted = 0
    longest = 0.0
    for content in altered(backup.read_bytes(), runs):
        backup.write_bytes(content)
        began = time.monotonic()
        accepted += newest_sound_backup(vault.path) is not None
        for look in (look_at_backup, lambda path: proven(path, RecoveryWay(vault.code))):
            try:
                look(backup)
            except ManagerNotesError:
                continue
            accepted += look is not look_at_backup
        longest = max(longest, time.monotonic() - began)
    figures(
        "hostile backup files",
        runs,
        f"{accepted} taken for sound, 0 crashes, longest look {longest * 1_000:.0f} ms",
    )
    assert accepted == 0
    assert longest < WORST_SECONDS


def test_an_altered_inbox_costs_at_most_its_own_lines(tmp_path: Path, figures: Figures) -> None:
    vault, known = noted_vault(tmp_path), Acknowledged()
    with closing(vault.open()) as workspace:
        for serial in range(NOTES):
            note_down(workspace, serial, known.add)
    inbox = VaultFiles(vault.path).inbox
    SealedCapture(vault.path, SystemClock()).take("@Dana typed while locked")
    runs, harmed = 0, 0
    for content in altered(inbox.read_bytes(), 60):
        inbox.write_bytes(content)
        with closing(vault.open()) as workspace:
            workspace.inbox.receive()
            harmed += compared(workspace, known).lost
        runs += 1
    figures("hostile inbox files", runs, f"{harmed} notes lost, 0 crashes, the vault opens")
    assert harmed == 0

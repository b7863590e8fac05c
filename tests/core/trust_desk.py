"""An open vault with notes and a backup, and its proofs run to the end."""

from __future__ import annotations

from pathlib import Path

from managernotes.services.backup_making import Order, make_backup
from managernotes.services.backup_places import free_name, make_place, usual_place
from managernotes.services.trust import Surroundings, prove
from managernotes.services.trust_places import Folders
from managernotes.services.trust_proof import Proof, ProofName
from managernotes.services.trust_subject import subject_of
from managernotes.vault.backup_container import BackupKind
from tests.core.backup_desk import BackupDesk


def surroundings(desk: BackupDesk) -> Surroundings:
    """Return the desk's keyring, and folders that only the test has."""
    elsewhere = desk.folder.parent / "elsewhere"
    folders = Folders(
        backups=(usual_place(desk.files.database),),
        settings=elsewhere / "settings",
        logs=(elsewhere / "logs",),
        temporary=elsewhere / "temporary",
    )
    return Surroundings(keyring=desk.keyring, folders=folders)


def back_up(desk: BackupDesk) -> Path:
    """Make a backup where backups belong, and let a moment pass."""
    folder = usual_place(desk.files.database)
    make_place(folder)
    moment = desk.clock.now()
    target = free_name(folder, moment, BackupKind.MANUAL)
    make_backup(
        Order(files=desk.files, key=desk.key, kind=BackupKind.MANUAL, made_at=moment, target=target)
    )
    desk.clock.advance(minutes=5)
    return target


def proofs_of(desk: BackupDesk) -> dict[ProofName, Proof]:
    """Run every proof."""
    found = [
        proof
        for proof in prove(subject_of(desk.workspace), surroundings(desk))
        if proof is not None
    ]
    return {proof.name: proof for proof in found}

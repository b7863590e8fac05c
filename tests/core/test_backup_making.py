"""Making a backup: what it holds, what it leaves alone, and what it refuses."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
import time
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from managernotes.errors import (
    DamagedPagesError,
    DiskFullError,
    ManagerNotesError,
    NameTakenError,
    StoppedError,
    UnopenableBackupError,
    UnwritablePlaceError,
)
from managernotes.services.backup_making import Order, make_backup
from managernotes.services.backup_opening import verify_backup
from managernotes.services.backup_places import look_at_backup, usual_place
from managernotes.services.backup_progress import Stage, Step
from managernotes.services.safety_copy import keep_safety_copy
from managernotes.storage.migrations import runner
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.creation import Protection
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import SlotKind
from tests.core.backup_desk import BackupDesk, desk_with

MADE_AT = datetime.fromisoformat("2026-11-24T08:52:17+01:00")


@pytest.fixture
def desk(tmp_path: Path) -> BackupDesk:
    return desk_with(tmp_path, "First", "Second", "Third")


def _order(desk: BackupDesk, **changes: object) -> Order:
    usual: dict[str, object] = {
        "files": desk.files,
        "key": desk.key,
        "kind": BackupKind.MANUAL,
        "made_at": MADE_AT,
        "target": desk.folder / "one.mnbackup",
    }
    return Order(**{**usual, **changes})  # type: ignore[arg-type]


def test_a_backup_holds_every_row_and_says_when_and_why(desk: BackupDesk) -> None:
    facts = make_backup(_order(desk))
    proof = verify_backup(desk.folder / "one.mnbackup", desk.key)
    assert facts.counts["observation"] == 3
    assert proof.counts == dict(facts.counts)
    assert proof.pages_checked > 10
    assert proof.file.head.kind is BackupKind.MANUAL
    assert proof.file.head.made_at == MADE_AT
    assert proof.file.head.schema == len(runner.STEPS)


def test_no_keyring_opens_a_backup(desk: BackupDesk) -> None:
    make_backup(_order(desk))
    envelope = look_at_backup(desk.folder / "one.mnbackup").envelope
    assert SlotKind.KEYRING in {slot.kind for slot in read_envelope(desk.files).slots}
    assert {slot.kind for slot in envelope.slots} == {SlotKind.PASSPHRASE, SlotKind.RECOVERY}
    assert envelope.vault_id == read_envelope(desk.files).vault_id


def test_the_vault_may_be_written_while_a_backup_is_made(desk: BackupDesk) -> None:
    def write(step: Step) -> None:
        if step.stage is Stage.PROVING:
            desk.note("Meanwhile")

    facts = make_backup(_order(desk), write)
    assert facts.counts["observation"] == 3
    assert desk.count() == 4


def test_steady_writing_meanwhile_is_never_refused(desk: BackupDesk) -> None:
    """A reader that holds a lock while another waits for one keeps writers out for good."""
    for number in range(300):
        desk.note(f"Long {number} " + "x" * 2_000)
    order, made = _order(desk), []
    backup = threading.Thread(target=lambda: made.append(make_backup(order)))
    backup.start()
    waits = []
    while backup.is_alive():
        began = time.monotonic()
        desk.note("Meanwhile")
        waits.append(time.monotonic() - began)
    backup.join()
    assert verify_backup(order.target, desk.key).counts == dict(made[0].counts)
    assert len(waits) > 3
    assert max(waits) < 1.5


def test_backup_and_folder_are_the_owners_alone(desk: BackupDesk) -> None:
    path = keep_safety_copy(desk.files, desk.key, desk.clock, BackupKind.BEFORE_REKEY)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent == usual_place(desk.files.database)
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_nothing_but_the_backup_is_left(desk: BackupDesk) -> None:
    before = set(desk.folder.iterdir())
    make_backup(_order(desk))
    assert set(desk.folder.iterdir()) - before == {desk.folder / "one.mnbackup"}


@pytest.mark.parametrize("stage", list(Stage))
def test_it_can_be_stopped_at_every_stage_and_leaves_nothing(
    desk: BackupDesk, stage: Stage
) -> None:
    def stop(step: Step) -> None:
        if step.stage is stage:
            raise StoppedError

    for number in range(400):  # enough pages for a look between them
        desk.note(f"Long {number} " + "x" * 500)
    before = _all_digests(desk.folder)
    with pytest.raises(StoppedError):
        make_backup(_order(desk), stop)
    assert _all_digests(desk.folder) == before


def test_a_name_that_is_taken_is_refused(desk: BackupDesk) -> None:
    taken = desk.folder / "one.mnbackup"
    taken.write_text("mine")
    with pytest.raises(NameTakenError):
        make_backup(_order(desk))
    assert taken.read_text() == "mine"


def test_a_name_taken_meanwhile_is_left_alone(desk: BackupDesk) -> None:
    target = desk.folder / "one.mnbackup"

    def take(step: Step) -> None:
        if step.stage is Stage.PROVING:
            target.write_text("mine")

    with pytest.raises(NameTakenError):
        make_backup(_order(desk), take)
    assert target.read_text() == "mine"


def test_a_damaged_vault_is_not_backed_up(desk: BackupDesk) -> None:
    page = desk.files.database.stat().st_size // 4096 // 2
    with desk.files.database.open("r+b") as file:
        file.seek(page * 4096 + 100)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
    before = _all_digests(desk.folder)
    with pytest.raises(DamagedPagesError):
        make_backup(_order(desk))
    assert _all_digests(desk.folder) == before


def test_a_folder_that_is_gone_is_said(desk: BackupDesk) -> None:
    with pytest.raises(UnwritablePlaceError):
        make_backup(_order(desk, target=desk.folder / "away" / "one.mnbackup"))


def test_a_vault_that_only_its_keyring_opens_has_no_backup(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, "First", protection=Protection.KEYRING)
    desk.drop_recovery_slot()
    with pytest.raises(UnopenableBackupError):
        make_backup(_order(desk))


def test_a_schema_changes_only_after_a_copy(desk: BackupDesk) -> None:
    made: list[Path] = []

    def before(_version: int) -> None:
        kind = BackupKind.BEFORE_UPDATE
        made.append(keep_safety_copy(desk.files, desk.key, desk.clock, kind))

    step = SimpleNamespace(UP=("CREATE TABLE later (x)",))
    runner.migrate(desk.db, before, (*runner.STEPS, step))
    proof = verify_backup(made[0], desk.key)
    assert proof.file.head.schema == len(runner.STEPS)
    assert "later" not in (proof.counts or {})


def test_without_room_for_the_copy_the_schema_stays(desk: BackupDesk) -> None:
    def no_room(_version: int) -> None:
        raise DiskFullError

    step = SimpleNamespace(UP=("CREATE TABLE later (x)",))
    with contextlib.suppress(ManagerNotesError):
        runner.migrate(desk.db, no_room, (*runner.STEPS, step))
    assert runner.current_version(desk.db) == len(runner.STEPS)


def _all_digests(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith("-journal")
    }

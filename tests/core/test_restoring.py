"""From a backup to a vault again: proven first, nothing written over, the old one kept aside."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from managernotes.errors import (
    DamagedBackupError,
    KeyProblemError,
    VaultExistsError,
    WrongPassphraseError,
)
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import (
    BackupKind,
    newest_sound_backup,
    proven,
    put_back,
    restored,
)
from managernotes.services.restoring import Restore, restore_as_new, restore_over
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay
from managernotes.services.workspace import open_workspace, ways_in
from managernotes.vault.data_key import DataKey
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles
from tests.core.backup_desk import PASSPHRASE, BackupDesk, desk_with, opened
from tests.core.office import NOON


@pytest.fixture
def desk(tmp_path: Path) -> BackupDesk:
    return desk_with(tmp_path, "First", "Second")


@pytest.fixture
def backup(desk: BackupDesk) -> Path:
    return BackupWork.of(desk.workspace).make(BackupKind.MANUAL).path


def _notes_in(vault: Path, code: str) -> int:
    with opened(vault, code) as workspace:
        return int(workspace.ledger.db.execute("SELECT count(*) FROM observation").fetchone()[0])


@pytest.mark.parametrize("way", ["passphrase", "code", None])
def test_a_restored_vault_opens_with_what_opens_the_backup(
    desk: BackupDesk, backup: Path, tmp_path: Path, way: str | None
) -> None:
    ways = {"passphrase": PassphraseWay(PASSPHRASE), "code": RecoveryWay(desk.code), None: None}
    vault = tmp_path / "elsewhere" / "new.vault"
    counts = restored(backup, vault, ways[way])
    assert (counts is None) == (way is None)
    assert counts is None or (counts.notes, counts.people) == (2, 0)
    assert ways_in(vault) == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
    assert _notes_in(vault, desk.code) == 2
    assert {path.stat().st_mode & 0o77 for path in vault.parent.iterdir()} == {0}


def test_a_wrong_key_restores_nothing(desk: BackupDesk, backup: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        restored(backup, tmp_path / "new", PassphraseWay("another"))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("taken", range(4), ids=["vault", "keys", "spare keys", "journal"])
def test_nothing_that_is_there_is_written_over(
    desk: BackupDesk, backup: Path, tmp_path: Path, taken: int
) -> None:
    files = VaultFiles(tmp_path / "new")
    files.all[taken].write_text("mine")
    with pytest.raises(VaultExistsError):
        restore_as_new(Restore(backup=backup, vault=files.database, key=desk.key))
    assert files.all[taken].read_text() == "mine"


def test_a_restore_that_was_cut_off_can_be_done_again(
    desk: BackupDesk, backup: Path, tmp_path: Path
) -> None:
    order = Restore(backup=backup, vault=tmp_path / "new", key=desk.key)
    restore_as_new(order)
    (tmp_path / "new").unlink()  # the keys were written, the vault was not
    restore_as_new(order)
    assert _notes_in(tmp_path / "new", desk.code) == 2


def test_the_present_vault_is_kept_aside_whole_and_the_keyring_goes_on(
    desk: BackupDesk, backup: Path
) -> None:
    desk.note("Third")
    key = DataKey(desk.key.material)
    desk.workspace.close()
    aside = restore_over(Restore(backup=backup, vault=desk.files.database, key=key), NOON)
    assert aside is not None
    assert _notes_in(aside, desk.code) == 3
    vault = desk.files.database
    now = open_workspace(vault, KeyringWay(), clock=desk.clock, keyring=desk.keyring)
    assert now.ledger.db.execute("SELECT count(*) FROM observation").fetchone()[0] == 2
    now.close()


def test_a_vault_of_another_key_is_kept_aside_with_its_own_keys(
    desk: BackupDesk, backup: Path, tmp_path: Path
) -> None:
    other = desk_with(tmp_path / "other", "Theirs")
    other.workspace.close()
    vault = other.files.database
    aside = put_back(backup, vault, RecoveryWay(desk.code), NOON)
    assert aside is not None
    assert _notes_in(aside, other.code) == 1
    assert _notes_in(vault, desk.code) == 2


def test_a_damaged_vault_gives_place_to_its_backup_and_is_kept(
    desk: BackupDesk, backup: Path
) -> None:
    desk.workspace.close()
    database = desk.files.database
    content = bytearray(database.read_bytes())
    content[5_000] ^= 1
    database.write_bytes(content)
    desk.files.envelope.write_bytes(b"spoilt")
    newest = newest_sound_backup(database)
    assert newest is not None
    assert newest.path == backup
    aside = put_back(newest.path, database, PassphraseWay(PASSPHRASE), NOON)
    assert aside is not None
    assert aside.read_bytes() == bytes(content)
    assert _notes_in(database, desk.code) == 2


def test_only_a_backup_without_a_changed_bit_is_offered(desk: BackupDesk, backup: Path) -> None:
    desk.clock.advance(days=1)
    later = BackupWork.of(desk.workspace).make(BackupKind.MANUAL).path
    content = bytearray(later.read_bytes())
    content[-100] ^= 1
    later.write_bytes(content)
    newest = newest_sound_backup(desk.files.database)
    assert newest is not None
    assert newest.path == backup


def test_a_damaged_backup_leaves_the_present_vault_as_it_is(desk: BackupDesk, backup: Path) -> None:
    key = DataKey(desk.key.material)
    desk.workspace.close()
    content = bytearray(backup.read_bytes())
    content[-100] ^= 1
    backup.write_bytes(content)
    before = _digests(desk.folder)
    with pytest.raises(DamagedBackupError):
        restore_over(Restore(backup=backup, vault=desk.files.database, key=key), NOON)
    assert _digests(desk.folder) == before


def test_two_restores_in_one_second_keep_both_aside(desk: BackupDesk, backup: Path) -> None:
    key = DataKey(desk.key.material)
    desk.workspace.close()
    order = Restore(backup=backup, vault=desk.files.database, key=key)
    first, second = restore_over(order, NOON), restore_over(order, NOON)
    assert first is not None
    assert second is not None
    assert first != second
    assert _notes_in(first, desk.code) == _notes_in(second, desk.code) == 2


def test_a_backup_is_proven_with_a_key_and_as_far_as_it_goes_without(
    desk: BackupDesk, backup: Path
) -> None:
    assert proven(backup, None).counts is None
    whole = proven(backup, RecoveryWay(desk.code))
    assert whole.counts is not None
    assert whole.counts["observation"] == 2
    with pytest.raises(KeyProblemError):
        proven(backup, PassphraseWay("another"))


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

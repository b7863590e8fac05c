"""The recovery drill: the code from the paper gives the notes back, and nothing is left of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from managernotes.errors import (
    DamagedBackupError,
    MistypedRecoveryCodeError,
    NoBackupForDrillError,
    WrongRecoveryCodeError,
)
from managernotes.services.trust_drill import drill
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.backup_desk import BackupDesk, desk_with
from tests.core.trust_desk import back_up, surroundings

NOTES = 12


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    """Open a vault with twelve notes and a backup."""
    desk = desk_with(tmp_path, *(f"note {number}" for number in range(NOTES)))
    back_up(desk)
    yield desk
    desk.workspace.close()


def everything(desk: BackupDesk) -> dict[str, bytes]:
    """Return each file of the vault and its backups."""
    files = [path for path in desk.folder.rglob("*") if path.is_file()]
    return {str(path): path.read_bytes() for path in files}


def folders(desk: BackupDesk) -> tuple[Path, ...]:
    """Return where the backups are."""
    return surroundings(desk).folders.backups


def test_the_right_code_brings_every_note_back_and_leaves_nothing(desk: BackupDesk) -> None:
    desk.note("written after the backup")
    before = everything(desk)
    finding = drill(desk.files.database, folders(desk), desk.code)
    assert finding.entries == NOTES
    assert 0 <= finding.opened_in <= finding.seconds
    assert everything(desk) == before


def test_it_needs_nothing_else_than_code_and_backup(desk: BackupDesk) -> None:
    desk.keyring.secrets.clear()
    content = bytearray(desk.files.database.read_bytes())
    content[PAGE:] = bytes(len(content) - PAGE)
    desk.workspace.close()
    desk.files.database.write_bytes(content)
    assert drill(desk.files.database, folders(desk), desk.code).entries == NOTES


PAGE = 4096


def test_a_code_typed_in_small_letters_with_gaps_is_the_same(desk: BackupDesk) -> None:
    typed = desk.code.lower().replace("-", "  ")
    assert drill(desk.files.database, folders(desk), typed).entries == NOTES


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("", MistypedRecoveryCodeError),
        ("ABCD", MistypedRecoveryCodeError),
        (RecoveryCode.new().text, WrongRecoveryCodeError),
    ],
    ids=["nothing", "cut", "another's"],
)
def test_a_wrong_code_is_told_and_changes_nothing(
    desk: BackupDesk, code: str, error: type[Exception]
) -> None:
    before = everything(desk)
    with pytest.raises(error):
        drill(desk.files.database, folders(desk), code)
    assert everything(desk) == before


def test_a_slip_of_one_letter_is_told_as_one(desk: BackupDesk) -> None:
    wrong = "2" if desk.code[0] != "2" else "3"
    with pytest.raises(MistypedRecoveryCodeError):
        drill(desk.files.database, folders(desk), wrong + desk.code[1:])


def test_without_a_backup_it_says_so(tmp_path: Path) -> None:
    desk = desk_with(tmp_path)
    with pytest.raises(NoBackupForDrillError):
        drill(desk.files.database, folders(desk), desk.code)
    desk.workspace.close()


def test_a_damaged_backup_is_told(desk: BackupDesk) -> None:
    backup = next(folders(desk)[0].iterdir())
    content = bytearray(backup.read_bytes())
    content[-5_000] ^= 1
    backup.write_bytes(content)
    with pytest.raises(DamagedBackupError):
        drill(desk.files.database, folders(desk), desk.code)
    assert list(folders(desk)[0].iterdir()) == [backup]

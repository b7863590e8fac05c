"""`verify` on the command line: shape, exit codes, and that it changes nothing (DESIGN §4)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from managernotes.services.safety_copy import keep_safety_copy
from managernotes.vault.backup_container import BackupKind
from tests.core.backup_desk import PASSPHRASE, desk_with
from tests.core.command_line import CommandLine

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault of one note that keyring and passphrase open, and a backup of it."""
    desk = desk_with(tmp_path, "Ran the rollback calmly")
    backup = keep_safety_copy(desk.files, desk.key, desk.clock, BackupKind.MANUAL)
    backup.rename(tmp_path / "safe.mnbackup")
    desk.workspace.close()
    return CommandLine(desk.files.database, keyring=desk.keyring)


def damage(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_sound_vault_is_told_in_one_document(line: CommandLine) -> None:
    before = line.vault.read_bytes()
    said = line.run("verify", "--json")
    assert said.code == 0
    assert set(said.json) == {"ok", "pages_checked", "problems"}
    assert said.json["ok"] is True
    assert said.json["pages_checked"] == len(before) // 4096
    assert line.vault.read_bytes() == before


def test_damage_is_told_with_exit_code_4(line: CommandLine) -> None:
    damage(line.vault, 5 * 4096 + 9)
    said = line.run("verify", "--json")
    assert said.code == 4
    assert said.json["ok"] is False
    assert said.json["problems"] == ["The seal of page 6 is broken."]
    assert "Traceback" not in said.err


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"x" * 8000, b"short"])
def test_what_is_no_vault_any_more_is_told_the_same_way(line: CommandLine, content: bytes) -> None:
    line.vault.write_bytes(content)
    said = line.run("verify", "--json")
    assert (said.code, said.json["ok"]) == (4, False)


def test_a_damaged_key_file_is_told_the_same_way(line: CommandLine) -> None:
    damage(line.vault.with_name(f"{line.vault.name}.keys.json"), 40)
    said = line.run("verify", "--json")
    assert (said.code, said.json["ok"]) == (4, False)


def test_a_wrong_passphrase_says_nothing_of_the_vault(line: CommandLine) -> None:
    said = line.run("--passphrase-stdin", "verify", "--json", stdin="wrong\n")
    assert (said.code, said.out) == (3, "")


def test_no_vault_is_not_damage(tmp_path: Path) -> None:
    assert CommandLine(tmp_path / "none.db").run("verify", "--json").code == 6


def test_people_are_told_in_sentences(line: CommandLine) -> None:
    said = line.run("verify")
    assert said.out.startswith("Sound: ")
    damage(line.vault, 5 * 4096 + 9)
    assert "restore a backup" in line.run("verify").err


def test_a_vault_of_an_earlier_schema_is_checked_as_it_is(tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / "schema1", tmp_path / "old")
    line = CommandLine(tmp_path / "old" / "schema1.db")
    line.vault.chmod(0o600)
    before = digest_of_folder(line)
    said = line.run("--passphrase-stdin", "verify", "--json", stdin="sample\n")
    assert (said.code, said.json["problems"]) == (0, [])
    assert digest_of_folder(line) == before


def digest_of_folder(line: CommandLine) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in line.vault.parent.glob("schema1.db*")}


def test_a_backup_is_checked_by_the_vaults_keyring_or_its_passphrase(line: CommandLine) -> None:
    backup = str(line.vault.with_name("safe.mnbackup"))
    said = line.run("verify", backup, "--json")
    assert (said.code, said.json["ok"]) == (0, True)
    assert said.json["pages_checked"] > 10
    said = line.run("--passphrase-stdin", "verify", backup, "--json", stdin=f"{PASSPHRASE}\n")
    assert said.json["pages_checked"] > 10
    assert line.run("--passphrase-stdin", "verify", backup, stdin="wrong\n").code == 3


def test_without_a_key_a_backup_is_proved_unchanged_and_no_more(line: CommandLine) -> None:
    line.keyring = CommandLine(line.vault).keyring
    backup = str(line.vault.with_name("safe.mnbackup"))
    said = line.run("verify", backup)
    assert said.code == 0
    assert "not opened" in said.out


def test_a_damaged_backup_is_told_with_exit_code_4(line: CommandLine) -> None:
    backup = line.vault.with_name("safe.mnbackup")
    damage(backup, backup.stat().st_size // 2)
    for words in ((), ("--json",)):
        assert line.run("verify", str(backup), *words).code == 4

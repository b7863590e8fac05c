"""`backup` and `restore` on the command line: shapes, refusals and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.command_line import CommandLine

PASSPHRASE = "four words of mine\n"


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    made = CommandLine(tmp_path / "mine.vault")
    code = made.run("init", "--protect", "keyring", "--json").json["recovery_code"]
    assert made.run("protect", "add", "passphrase", stdin=PASSPHRASE).code == 0
    (tmp_path / "code.txt").write_text(f"{code}\n")
    made.run("person", "add", "Dana Whitfield")
    made.run("capture", "@dana +win ran the rollback calmly #incident")
    return made


def test_a_backup_goes_out_and_comes_back(line: CommandLine, tmp_path: Path) -> None:
    out, back = tmp_path / "one.mnbackup", tmp_path / "back.vault"
    said = line.run("backup", "--out", str(out), "--json")
    assert said.code == 0
    assert said.json == {
        "backup": str(out),
        "made_at": "2026-11-24T10:42:00+00:00",
        "kind": "manual",
        "bytes": out.stat().st_size,
        "notes": 1,
        "people": 1,
        "schema": said.json["schema"],
        "proof": "reopened and counted",
    }
    asked = ("--passphrase-stdin", "restore", str(out), "--to", str(back), "--json")
    assert line.run(*asked, stdin=PASSPHRASE).json == {
        "vault": str(back),
        "made_at": "2026-11-24T10:42:00+00:00",
        "proof": "reopened and counted",
        "notes": 1,
        "people": 1,
    }
    restored = CommandLine(back).run(
        "--passphrase-stdin", "timeline", "dana", "--json", stdin=PASSPHRASE
    )
    assert [note["text"] for note in restored.json] == ["ran the rollback calmly"]


def test_the_recovery_code_opens_a_backup(line: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "one.mnbackup"
    line.run("backup", "--out", str(out))
    asked = ("restore", str(out), "--to", str(tmp_path / "back"), "--code-stdin")
    code = (tmp_path / "code.txt").read_text()
    assert line.run(*asked, stdin=code).out.startswith("Restored 1 note and 1 person to")
    wrong = line.run(*asked[:-3], "--to", str(tmp_path / "no"), "--code-stdin", stdin="ABCD\n")
    assert wrong.code == 3
    assert not (tmp_path / "no").exists()


def test_without_a_key_it_says_that_nothing_was_opened(line: CommandLine, tmp_path: Path) -> None:
    out, back = tmp_path / "one.mnbackup", tmp_path / "back.vault"
    line.run("backup", "--out", str(out))
    said = line.run("restore", str(out), "--to", str(back))
    assert said.code == 0
    assert "not opened" in said.out
    assert "nothing was opened or counted" in said.err
    assert CommandLine(back).run("--passphrase-stdin", "person", "list", stdin=PASSPHRASE).code == 0


def test_without_a_place_it_lies_beside_the_vault_and_is_listed(line: CommandLine) -> None:
    assert json.loads(line.run("backup", "--list", "--json").out) == []
    made = line.run("backup", "--json").json
    assert Path(made["backup"]).parent == Path(f"{line.vault}.backups")
    listed = line.run("backup", "--list", "--json").json
    assert [one["backup"] for one in listed] == [made["backup"]]
    assert "1 note and 1 person" in line.run("backup", "--list").out


def test_files_named_from_where_one_stands_will_do(
    line: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert line.run("backup", "--out", "one.mnbackup").code == 0
    code = (tmp_path / "code.txt").read_text()
    asked = ("restore", "one.mnbackup", "--to", "new.vault", "--code-stdin")
    assert line.run(*asked, stdin=code).code == 0
    assert line.run("--passphrase-stdin", "verify", "one.mnbackup", stdin=PASSPHRASE).code == 0
    assert (tmp_path / "new.vault").exists()


def test_nothing_is_written_over(line: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "one.mnbackup"
    line.run("backup", "--out", str(out))
    before = out.read_bytes()
    assert line.run("backup", "--out", str(out)).code == 1
    assert line.run("restore", str(out), "--to", str(line.vault)).code == 1
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "code"), [(None, 6), (b"", 4), (b"SQLite format 3\0" * 300, 4), (b"MNBACKUP", 4)]
)
def test_what_is_no_backup_is_refused(
    line: CommandLine, tmp_path: Path, content: bytes | None, code: int
) -> None:
    file = tmp_path / "odd.mnbackup"
    if content is not None:
        file.write_bytes(content)
    said = line.run("restore", str(file), "--to", str(tmp_path / "new"))
    assert said.code == code
    assert len(said.err.splitlines()) == 1
    assert str(tmp_path) not in said.err
    assert not (tmp_path / "new").exists()


def test_a_wrong_passphrase_ends_with_three(line: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "one.mnbackup"
    line.run("backup", "--out", str(out))
    asked = ("--passphrase-stdin", "restore", str(out), "--to", str(tmp_path / "new"))
    assert line.run(*asked, stdin="another\n").code == 3
    assert not (tmp_path / "new").exists()


def test_a_damaged_vault_is_not_backed_up(line: CommandLine, tmp_path: Path) -> None:
    content = bytearray(line.vault.read_bytes())
    content[len(content) // 2] ^= 1
    line.vault.write_bytes(content)
    said = line.run("backup", "--out", str(tmp_path / "one.mnbackup"))
    assert said.code == 4
    assert not (tmp_path / "one.mnbackup").exists()


@pytest.mark.parametrize("left", [0, 9_000, None], ids=["empty", "cut", "gone"])
def test_a_damaged_vault_names_the_newest_whole_backup(line: CommandLine, left: int | None) -> None:
    made = Path(line.run("backup", "--json").json["backup"])
    if left is None:
        line.vault.unlink()
    else:
        line.vault.write_bytes(line.vault.read_bytes()[:left])
    said = line.run("person", "list")
    assert said.code == (6 if left is None else 4)
    assert len(said.err.splitlines()) == 1
    assert "newest whole backup is of 2026-11-24 10:42" in said.err
    assert made.name in said.err
    assert str(line.vault.parent) not in said.err


def test_without_a_whole_backup_a_damaged_vault_names_none(line: CommandLine) -> None:
    line.vault.write_bytes(b"")
    assert "backup is of" not in line.run("person", "list").err

"""`init`, opening, `doctor`, and what the command line says of a bad file (DESIGN §4)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from managernotes.services.keys import KeyringOutcome
from tests.core.command_line import CommandLine
from tests.core.vault_fakes import MemoryKeyring


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    """Make a vault that the keyring opens."""
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "keyring").code == 0
    return commands


def test_init_prints_the_recovery_code_once(tmp_path: Path) -> None:
    commands = CommandLine(tmp_path / "new" / "vault.db")
    made = commands.run("init", "--protect", "keyring", "--json").json
    assert made["vault"] == str(tmp_path / "new" / "vault.db")
    assert made["protect"] == "keyring"
    assert len(made["recovery_code"].replace("-", "")) == 32


def test_init_refuses_a_vault_that_is_there(line: CommandLine) -> None:
    before = line.vault.read_bytes()
    said = line.run("init", "--protect", "keyring")
    assert said.code == 1
    assert line.vault.read_bytes() == before


def test_a_passphrase_comes_first_on_stdin_and_the_input_after_it(tmp_path: Path) -> None:
    commands = CommandLine(tmp_path / "vault.db")
    assert commands.run("init", "--protect", "passphrase", stdin="four words\n").code == 0
    said = commands.run("--passphrase-stdin", "capture", "-", stdin="four words\nfirst\nsecond\n")
    assert said.code == 0
    assert len(commands.run("--passphrase-stdin", "search", "kind:loose", "--json",
                            stdin="four words\n").json) == 2  # fmt: skip
    assert commands.run("--passphrase-stdin", "search", "x", stdin="wrong\n").code == 3
    assert commands.run("search", "first").code == 3


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (KeyringOutcome.ABSENT, "holds no key"),
        (KeyringOutcome.LOCKED, "locked"),
        (KeyringOutcome.TIMEOUT, "6 seconds"),
        (KeyringOutcome.UNAVAILABLE, "No keyring"),
    ],
)
def test_a_keyring_that_does_not_give_the_key_is_named(
    line: CommandLine, outcome: KeyringOutcome, word: str
) -> None:
    line.keyring = MemoryKeyring(only=outcome)
    said = line.run("timeline", "dana")
    assert said.code == 3
    assert word in said.err
    assert said.err.count("\n") == 1


def test_init_never_falls_back_to_something_weaker(tmp_path: Path) -> None:
    keyring = MemoryKeyring(only=KeyringOutcome.UNAVAILABLE)
    commands = CommandLine(tmp_path / "folder" / "vault.db", keyring)
    assert commands.run("init", "--protect", "keyring").code == 3
    assert commands.run("init", "--protect", "keyring+passphrase", stdin="four words\n").code == 3
    assert list(tmp_path.iterdir()) == []


def test_bad_files_are_refused_untouched(line: CommandLine, tmp_path: Path) -> None:
    whole = line.vault.read_bytes()
    plain = tmp_path / "plain.db"
    with closing(sqlite3.connect(plain)) as db:
        db.execute("CREATE TABLE t (x)")
    for content, word in (
        (b"", "empty"),
        (whole[:100], "cut short"),
        (plain.read_bytes(), "unencrypted"),
        (whole[:5000] + bytes([whole[5000] ^ 1]) + whole[5001:], "damaged"),
    ):
        line.vault.write_bytes(content)
        said = line.run("person", "list")
        assert said.code == 4, word
        assert word in said.err
        assert line.vault.read_bytes() == content


def test_a_missing_vault_and_a_link_are_refused(line: CommandLine, tmp_path: Path) -> None:
    link = CommandLine(tmp_path / "link.db", line.keyring)
    link.vault.symlink_to(line.vault)
    assert link.run("person", "list").code == 1
    nowhere = CommandLine(tmp_path / "nowhere.db")
    assert nowhere.run("person", "list").code == 6
    assert not nowhere.vault.exists()


def test_a_missing_key_file_says_so(line: CommandLine) -> None:
    Path(f"{line.vault}.keys.json").unlink()
    said = line.run("person", "list")
    assert said.code == 3
    assert "key file is missing" in said.err


def test_doctor_tells_versions_keyring_and_modes_and_never_any_content(
    line: CommandLine,
) -> None:
    line.run("person", "add", "Marker Surname")
    report = line.run("doctor", "--json").json
    assert report["versions"]["cipher"]
    assert report["keyring"]["outcome"] == "found"
    assert report["vault"]["state"] == "ready"
    assert report["vault"]["opened_by"] == ["keyring", "recovery"]
    assert report["vault"]["modes"]["vault.db"] == "0600"
    assert "Marker" not in line.run("doctor").out


@pytest.mark.parametrize(
    "words", [["bogus"], ["person"], ["init"], ["timeline"], ["review", "new"]]
)
def test_usage_errors_are_one_line_and_exit_2(line: CommandLine, words: list[str]) -> None:
    said = line.run(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1


def test_without_a_command_the_window_opens(line: CommandLine) -> None:
    line.run()
    line.run("capture")
    line.run("tour", "--out", "pictures")
    assert line.front_end.asked == ["window vault.db", "capture vault.db", "tour pictures"]

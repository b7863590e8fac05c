"""`capture` while the vault is locked, and what the next command tells of it (issue 3, 8)."""

from __future__ import annotations

from pathlib import Path

import pytest

from managernotes.clock import FixedClock
from managernotes.domain.person import NewPerson
from managernotes.services.workspace import Protection, create_workspace
from managernotes.vault.inbox_file import MOST_BYTES
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringOutcome
from tests.core.command_line import NOW, CommandLine
from tests.core.vault_fakes import CHEAP, MemoryKeyring

PASSPHRASE = "four words\n"
REFUSING = [outcome for outcome in KeyringOutcome if outcome is not KeyringOutcome.FOUND]
NAMED = {
    KeyringOutcome.ABSENT: "holds no key",
    KeyringOutcome.LOCKED: "is locked",
    KeyringOutcome.TIMEOUT: "did not answer within 6 seconds",
    KeyringOutcome.UNAVAILABLE: "No keyring",
}


@pytest.fixture
def by_passphrase(tmp_path: Path) -> CommandLine:
    line = CommandLine(tmp_path / "vault.db")
    workspace, _code = create_workspace(
        line.vault,
        Protection.PASSPHRASE,
        PASSPHRASE.strip(),
        clock=FixedClock(NOW),
        keyring=line.keyring,
        cost=CHEAP,
    )
    workspace.people.add(NewPerson(display_name="Dana Whitfield"))
    workspace.close()
    return line


@pytest.fixture
def by_keyring(tmp_path: Path) -> CommandLine:
    keyring = MemoryKeyring()
    line = CommandLine(tmp_path / "vault.db", keyring)
    assert line.run("init", "--protect", "keyring").code == 0
    assert line.run("person", "add", "Dana Whitfield").code == 0
    return line


def _refuse(line: CommandLine, only: KeyringOutcome | None) -> None:
    assert isinstance(line.keyring, MemoryKeyring)
    line.keyring.only = only


def _timeline(line: CommandLine, name: str = "dana") -> list[dict[str, object]]:
    said = line.run("timeline", name, "--json")
    assert said.code == 0
    rows: list[dict[str, object]] = said.json
    return rows


def test_a_vault_with_a_passphrase_takes_a_note_without_it(by_passphrase: CommandLine) -> None:
    said = by_passphrase.run("capture", "@dana", "+win", "ran", "it", "calmly")
    assert (said.code, said.out) == (0, "")
    assert said.err == (
        "This vault is opened by a passphrase. Sealed: the note is filed when the vault is next"
        " opened.\n"
    )


@pytest.mark.parametrize("outcome", REFUSING)
def test_a_keyring_that_gives_no_key_is_named_and_the_note_sealed(
    by_keyring: CommandLine, outcome: KeyringOutcome
) -> None:
    _refuse(by_keyring, outcome)
    said = by_keyring.run("capture", "@dana ran it calmly", "--json")
    assert said.code == 0
    assert said.json == {
        "id": None, "people": [], "kind": None, "occurred_on": NOW.date().isoformat(),
        "due_on": None, "tags": [], "text": "@dana ran it calmly", "sealed": True,
    }  # fmt: skip
    assert NAMED[outcome] in said.err
    assert said.err.count("\n") == 1
    _refuse(by_keyring, None)
    [row] = _timeline(by_keyring)
    assert (row["text"], row["unconfirmed"]) == ("ran it calmly", True)


def test_the_next_command_files_it_and_says_so(by_keyring: CommandLine) -> None:
    _refuse(by_keyring, KeyringOutcome.LOCKED)
    assert by_keyring.run("capture", "@dana", "+win", "ran it #incident").code == 0
    _refuse(by_keyring, None)
    said = by_keyring.run("timeline", "dana")
    assert "Filed 1 note written while locked" in said.err
    assert "[unconfirmed]" in said.out
    assert by_keyring.run("timeline", "dana").err == ""
    [row] = _timeline(by_keyring)
    assert (row["kind"], row["share_state"], row["tags"]) == ("win", None, ["incident"])
    assert len(by_keyring.run("search", "ran", "--json").json) == 1
    assert by_keyring.run("person", "list", "--json").json[0]["unsaid"] == 0


def test_a_confirmed_or_plain_note_has_no_new_key_in_the_timeline(by_keyring: CommandLine) -> None:
    assert by_keyring.run("capture", "@dana ran it").code == 0
    [row] = _timeline(by_keyring)
    assert "unconfirmed" not in row


def test_one_line_of_stdin_is_one_sealed_note(by_passphrase: CommandLine) -> None:
    said = by_passphrase.run("capture", "-", "--json", stdin="@dana a\n\n+win\n@dana b ^+9\nc\n")
    assert [note["text"] for note in said.objects] == ["@dana a", "c"]
    assert said.code == 2
    lines = said.err.splitlines()
    assert [line.partition(":")[0] for line in lines[:2]] == ["line 3", "line 4"]
    assert lines[2].endswith("Sealed: 2 notes are filed when the vault is next opened.")
    filed = by_passphrase.run("--passphrase-stdin", "search", "c", stdin=PASSPHRASE)
    assert "Filed 2 notes" in filed.err


@pytest.mark.parametrize("text", ["", " ", "+win", "@dana", "+co came late"])
def test_what_can_be_no_note_is_refused_as_ever(by_passphrase: CommandLine, text: str) -> None:
    said = by_passphrase.run("capture", text)
    assert (said.code, said.out) == (2, "")
    assert not VaultFiles(by_passphrase.vault).inbox.exists()


def test_a_wrong_passphrase_seals_nothing(by_passphrase: CommandLine) -> None:
    said = by_passphrase.run("--passphrase-stdin", "capture", "a", stdin="wrong\n")
    assert said.code == 3
    assert "Sealed" not in said.err
    assert not VaultFiles(by_passphrase.vault).inbox.exists()


def test_other_commands_still_want_the_key(by_keyring: CommandLine) -> None:
    _refuse(by_keyring, KeyringOutcome.LOCKED)
    assert by_keyring.run("search", "a").code == 3
    assert by_keyring.run("person", "add", "Arjun").code == 3


def test_without_the_public_key_it_says_so_and_takes_nothing(by_keyring: CommandLine) -> None:
    files = VaultFiles(by_keyring.vault)
    files.inbox_key.unlink()
    _refuse(by_keyring, KeyringOutcome.LOCKED)
    said = by_keyring.run("capture", "@dana ran it")
    assert said.code == 3
    assert "The keyring is locked. Nor can it be sealed" in said.err
    assert said.err.count("\n") == 1
    assert not files.inbox.exists()


def test_a_missing_or_damaged_vault_is_told_as_ever(by_passphrase: CommandLine) -> None:
    by_passphrase.vault.write_bytes(b"")
    assert by_passphrase.run("capture", "a").code == 4
    by_passphrase.vault.unlink()
    assert by_passphrase.run("capture", "a").code == 6
    assert not VaultFiles(by_passphrase.vault).inbox.exists()


def test_a_full_inbox_is_said(by_passphrase: CommandLine) -> None:
    VaultFiles(by_passphrase.vault).inbox.write_bytes(bytes(MOST_BYTES))
    said = by_passphrase.run("capture", "a")
    assert said.code == 1
    assert "full" in said.err


def test_what_cannot_be_opened_is_counted_on_stderr(by_keyring: CommandLine) -> None:
    VaultFiles(by_keyring.vault).inbox.write_bytes(b"garbage")
    said = by_keyring.run("person", "list", "--json")
    assert said.code == 0
    assert "1 sealed piece could not be opened" in said.err
    assert len(said.json) == 1

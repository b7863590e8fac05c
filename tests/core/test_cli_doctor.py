"""`doctor` proves what it can, tells what failed by its exit code, and drills the recovery."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from managernotes.paths import settings_file
from managernotes.services.keys import KeyringOutcome, Protection
from managernotes.services.trust_memory import last_drill
from managernotes.services.trust_proof import ProofName
from managernotes.services.trust_sentences import CANNOT_BE_PROVEN, TITLES
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.backup_desk import PASSPHRASE, desk_with, opened
from tests.core.command_line import CommandLine
from tests.core.trust_bench import markers
from tests.core.trust_desk import back_up
from tests.core.vault_fakes import MemoryKeyring

PAGE = 4096
NOTES = 12
NEED_THE_KEY = {ProofName.PAGES, ProofName.WORDS, ProofName.BACKUP, ProofName.RECORD}


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Make a vault of twelve notes that the keyring opens, in a folder of its own."""
    for name in ("temporary", "vault"):
        (tmp_path / name).mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    line = CommandLine(tmp_path / "vault" / "vault.db")
    assert line.run("init", "--protect", "keyring", "--json").code == 0
    assert line.run("person", "add", "Dana Whitfield", "--alias", "dana").code == 0
    notes = [f"@dana +win {word} went well" for word in markers()[:NOTES]]
    assert line.run("capture", "-", "--json", stdin="\n".join(notes)).code == 0
    return line


@pytest.fixture
def coded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[CommandLine, str]:
    """Make a vault with a backup, and return its recovery code too."""
    for name in ("temporary", "vault"):
        (tmp_path / name).mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    desk = desk_with(tmp_path / "vault", "one", "two", protection=Protection.PASSPHRASE)
    back_up(desk)
    desk.workspace.close()
    return CommandLine(desk.files.database, desk.keyring), desk.code


def verdicts(report: Any) -> dict[str, str]:
    """Return each proof's verdict by its name."""
    return {proof["name"]: proof["verdict"] for proof in report["proofs"]}


def everything(folder: Path) -> dict[Path, bytes]:
    """Return every file below a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_proves_what_it_can_and_keeps_its_earlier_keys(line: CommandLine) -> None:
    assert line.run("backup").code == 0
    said = line.run("doctor", "--json")
    report = said.json
    assert said.code == 0
    assert {"versions", "keyring", "vault", "proofs", "cannot_be_proven"} == set(report)
    told = verdicts(report)
    assert told.pop("connections") in {"proved", "could not run"}
    assert set(told.values()) == {"proved"}
    backup = next(proof for proof in report["proofs"] if proof["name"] == "backup")
    assert (backup["figures"]["same"], backup["figures"]["entries"]) == (NOTES, NOTES)


def test_for_people_it_says_the_same_and_no_word_of_the_notes(line: CommandLine) -> None:
    said = line.run("doctor")
    assert all(title in said.out for title in TITLES.values())
    assert all(sentence in said.out for sentence in CANNOT_BE_PROVEN)
    assert "[could not run] The last backup gives back the same notes: There is no" in said.out
    assert not [word for word in ("Dana", "dana", *markers()) if word in said.out]


def test_it_changes_nothing(line: CommandLine) -> None:
    line.run("backup")
    before = everything(line.vault.parent)
    line.run("doctor", "--json")
    assert everything(line.vault.parent) == before


def test_without_the_key_it_proves_the_rest(line: CommandLine) -> None:
    locked = CommandLine(line.vault, MemoryKeyring(KeyringOutcome.LOCKED))
    said = locked.run("doctor", "--json")
    told = verdicts(said.json)
    assert said.code == 0
    assert {name for name, verdict in told.items() if verdict == "proved"} >= {"files", "cipher"}
    assert {told[name.value] for name in NEED_THE_KEY} == {"could not run"}


def test_a_passphrase_on_stdin_opens_it_and_a_wrong_one_is_exit_3(
    coded: tuple[CommandLine, str],
) -> None:
    line, _code = coded
    silent = CommandLine(line.vault, MemoryKeyring(KeyringOutcome.UNAVAILABLE))
    said = silent.run("--passphrase-stdin", "doctor", "--json", stdin=f"{PASSPHRASE}\n")
    assert verdicts(said.json)["pages"] == "proved"
    assert silent.run("--passphrase-stdin", "doctor", stdin="other\n").code == 3


def test_a_flipped_bit_is_exit_4(line: CommandLine) -> None:
    content = bytearray(line.vault.read_bytes())
    content[-PAGE // 2] ^= 1
    line.vault.write_bytes(content)
    said = line.run("doctor", "--json")
    assert said.code == 4
    assert verdicts(said.json)["pages"] == "failed"


def test_a_vault_cut_short_is_exit_4_and_the_rest_is_still_proved(line: CommandLine) -> None:
    line.vault.write_bytes(line.vault.read_bytes()[: PAGE // 2])
    said = line.run("doctor", "--json")
    assert said.code == 4
    assert verdicts(said.json)["cipher"] == "proved"


def test_words_left_readable_and_rights_too_wide_are_exit_1(line: CommandLine) -> None:
    leak = settings_file()
    leak.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    leak.write_text(f"about {markers()[0]}")
    leak.chmod(0o644)
    said = line.run("doctor", "--json")
    told = verdicts(said.json)
    assert said.code == 1
    assert told["words"] == told["files"] == "failed"


def test_where_there_is_no_vault_it_still_reports(tmp_path: Path) -> None:
    said = CommandLine(tmp_path / "none.db").run("doctor", "--json")
    assert said.code == 0
    assert said.json["vault"]["state"] == "first run"
    assert verdicts(said.json)["pages"] == "could not run"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the Linux kernel")
def test_a_process_of_its_own_has_opened_no_connection(line: CommandLine) -> None:
    command = [sys.executable, "-m", "managernotes_ui", "--vault", str(line.vault), "doctor"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False)
    assert verdicts(json.loads(done.stdout))["connections"] == "proved"
    assert done.returncode == 0


# the drill


def test_the_drill_brings_the_notes_back_and_the_vault_remembers_it(
    coded: tuple[CommandLine, str],
) -> None:
    line, code = coded
    said = line.run("doctor", "--drill", "--code-stdin", "--json", stdin=f"{code}\n")
    assert said.code == 0
    assert said.json["drill"]["entries"] == 2
    with opened(line.vault, code) as workspace:
        drilled = last_drill(workspace)
    assert drilled is not None
    assert drilled.finding.entries == 2
    told = line.run("doctor", "--drill", "--code-stdin", stdin=f"{code}\n").out
    assert "2 notes restored in " in told
    assert code[:9] not in told


@pytest.mark.parametrize("code", ["ABCD", RecoveryCode.new().text], ids=["cut", "another's"])
def test_a_wrong_code_is_exit_3_and_changes_nothing(
    coded: tuple[CommandLine, str], code: str
) -> None:
    line, _right = coded
    before = everything(line.vault.parent)
    said = line.run("doctor", "--drill", "--code-stdin", stdin=f"{code}\n")
    assert (said.code, said.out) == (3, "")
    assert said.err.count("\n") == 1
    assert code not in said.err
    assert everything(line.vault.parent) == before


def test_a_drill_without_a_backup_says_so(line: CommandLine) -> None:
    said = line.run("doctor", "--drill", "--code-stdin", stdin=f"{RecoveryCode.new().text}\n")
    assert said.code == 1
    assert "no backup" in said.err


def test_a_code_belongs_to_a_drill(line: CommandLine) -> None:
    assert line.run("doctor", "--code-stdin", stdin="x\n").code == 2
    assert line.run("doctor", "--drill").code == 2

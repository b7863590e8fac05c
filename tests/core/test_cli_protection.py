"""`protect`, `recover` and `rekey` on the command line (DESIGN §4)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import FixedClock
from managernotes.services.keys import KdfCost, KeyringOutcome, Protection
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import create_workspace, open_workspace
from managernotes.vault.location import VaultFiles
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.command_line import NOW, CommandLine, Said
from tests.core.vault_fakes import CHEAP, MemoryKeyring, digest_of

PASSPHRASE: Final = "correct horse"


class Line(CommandLine):
    """The command line on a vault that is cheap to open."""

    code: str = ""

    @property
    def files(self) -> VaultFiles:
        return VaultFiles(self.vault)

    def kinds(self) -> list[str]:
        return [way["kind"] for way in self.run("protect", "list", "--json").json]

    def opens(self, *flags: str, stdin: str = "") -> bool:
        said = self.run(*flags, "person", "list", "--json", stdin=stdin)
        return said.code == 0 and [row["name"] for row in said.json] == ["Dana"]

    def opens_by_code(self, code: str) -> bool:
        way = RecoveryWay(code)
        with closing(
            open_workspace(self.vault, way, clock=FixedClock(NOW), keyring=self.keyring)
        ) as workspace:
            return len(workspace.people.overview()) == 1


def _line(folder: Path, protection: Protection, cost: KdfCost = CHEAP) -> Line:
    line = Line(folder / "vault.db")
    workspace, code = create_workspace(
        line.vault, protection, PASSPHRASE, clock=FixedClock(NOW), keyring=line.keyring, cost=cost
    )
    workspace.close()
    line.code = code.text
    stdin = "" if protection is Protection.KEYRING else f"{PASSPHRASE}\n"
    flags = ["--passphrase-stdin"] if stdin else []
    assert line.run(*flags, "person", "add", "Dana", stdin=stdin).code == 0
    return line


@pytest.fixture
def line(tmp_path: Path) -> Line:
    return _line(tmp_path, Protection.KEYRING)


def _refused(line: Line, said: Said, code: int, before: dict[str, str]) -> None:
    assert said.code == code, said
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert digest_of(line.files) == before


def test_init_with_both_makes_one_way_in_that_needs_both(tmp_path: Path) -> None:
    line = Line(tmp_path / "vault.db")
    said = line.run("init", "--protect", "keyring+passphrase", "--json", stdin="four words\n")
    assert said.json["protect"] == "keyring+passphrase"
    assert line.kinds() == ["keyring+passphrase", "recovery"]
    line.keyring = MemoryKeyring(KeyringOutcome.LOCKED)
    said = line.run("--passphrase-stdin", "person", "list", stdin="four words\n")
    assert (said.code, "keyring is locked" in said.err) == (3, True)


def test_where_both_are_needed_each_failure_is_told_from_the_others(tmp_path: Path) -> None:
    line = _line(tmp_path, Protection.KEYRING_AND_PASSPHRASE)
    assert line.opens("--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    wrong = line.run("--passphrase-stdin", "person", "list", stdin="wrong\n")
    assert (wrong.code, "passphrase does not open" in wrong.err) == (3, True)
    nothing = line.run("person", "list")
    assert (nothing.code, "--passphrase-stdin" in nothing.err) == (3, True)
    for outcome, word in (
        (KeyringOutcome.ABSENT, "holds no key"),
        (KeyringOutcome.TIMEOUT, "6 seconds"),
        (KeyringOutcome.UNAVAILABLE, "No keyring"),
    ):
        line.keyring = MemoryKeyring(outcome)
        said = line.run("--passphrase-stdin", "person", "list", stdin=f"{PASSPHRASE}\n")
        assert (said.code, word in said.err) == (3, True)


def test_the_list_needs_no_key_and_names_the_keyring(line: Line) -> None:
    line.keyring = MemoryKeyring(KeyringOutcome.UNAVAILABLE)
    keyring, recovery = line.run("protect", "list", "--json").json
    assert keyring["kind"] == "keyring"
    assert keyring["backend"].endswith("SecretService.Keyring")
    assert recovery == {"kind": "recovery", "backend": None, "changed": None}
    assert line.run("protect", "list").out.splitlines()[1] == "recovery"


def test_a_passphrase_is_changed_and_its_date_is_known_once_the_vault_is_open(
    tmp_path: Path,
) -> None:
    line = _line(tmp_path, Protection.PASSPHRASE)
    words = f"{PASSPHRASE}\nsecond one\n"
    changed = line.run("--passphrase-stdin", "protect", "add", "passphrase", stdin=words)
    assert changed.code == 0
    said = line.run("--passphrase-stdin", "protect", "list", "--json", stdin="second one\n")
    assert said.json[0]["changed"] == NOW.isoformat()
    assert line.run("--passphrase-stdin", "person", "list", stdin=f"{PASSPHRASE}\n").code == 3


def test_the_first_passphrase_may_come_with_the_flag_too(line: Line) -> None:
    said = line.run("--passphrase-stdin", "protect", "add", "passphrase", stdin="first one\n")
    assert said.code == 0
    assert line.opens("--passphrase-stdin", stdin="first one\n")


def test_a_new_recovery_code_is_printed_once_and_opens(line: Line) -> None:
    code = line.run("protect", "add", "recovery", "--json").json["recovery_code"]
    assert line.opens_by_code(code)
    before = digest_of(line.files)
    _refused(line, line.run("recover", "--code-stdin", stdin=line.code), 3, before)
    assert "stdin" not in line.run("protect", "add", "recovery").out


def test_ways_in_are_removed_but_not_the_last_and_never_the_code(line: Line) -> None:
    before = digest_of(line.files)
    _refused(line, line.run("protect", "remove", "keyring"), 1, before)
    _refused(line, line.run("protect", "remove", "recovery"), 1, before)
    _refused(line, line.run("protect", "remove", "passphrase"), 6, before)
    _refused(line, line.run("protect", "remove", "fingerprint"), 2, before)
    assert line.opens()


def test_passphrase_only_leaves_nothing_in_the_keyring(line: Line) -> None:
    assert line.run("protect", "add", "passphrase", stdin="four words\n").code == 0
    assert line.run("protect", "remove", "keyring").code == 0
    assert isinstance(line.keyring, MemoryKeyring)
    assert line.keyring.secrets == {}
    assert line.run("person", "list").code == 3
    assert line.opens("--passphrase-stdin", stdin="four words\n")


def test_adding_both_says_what_still_opens_it_alone(line: Line) -> None:
    said = line.run("protect", "add", "keyring+passphrase", stdin="four words\n")
    assert "`keyring`" in said.out
    assert line.run("protect", "remove", "keyring").code == 0
    assert line.kinds() == ["keyring+passphrase", "recovery"]


@pytest.mark.parametrize("passphrase", ["", "\n", "a\x00b\n"])
def test_a_passphrase_that_cannot_be_typed_again_is_refused(line: Line, passphrase: str) -> None:
    before = digest_of(line.files)
    _refused(line, line.run("protect", "add", "passphrase", stdin=passphrase), 2, before)


# --- recover ----------------------------------------------------------------------------------


def test_recover_sets_the_keyring_up_again(line: Line) -> None:
    line.keyring = MemoryKeyring()
    assert line.run("person", "list").code == 3
    assert line.run("recover", "--code-stdin", stdin=line.code.lower() + "\n").code == 0
    assert line.opens()
    assert len(line.keyring.secrets) == 1


def test_recover_sets_up_a_new_passphrase(tmp_path: Path) -> None:
    line = _line(tmp_path, Protection.PASSPHRASE)
    said = line.run("recover", "--code-stdin", "--passphrase", stdin=f"{line.code}\nfour words\n")
    assert said.code == 0
    assert line.kinds() == ["passphrase", "recovery"]
    assert line.opens("--passphrase-stdin", stdin="four words\n")


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        (KeyringOutcome.LOCKED, "locked"),
        (KeyringOutcome.TIMEOUT, "6 seconds"),
        (KeyringOutcome.UNAVAILABLE, "No keyring"),
    ],
)
def test_without_a_usable_keyring_recover_says_which_and_changes_nothing(
    line: Line, outcome: KeyringOutcome, word: str
) -> None:
    line.keyring, before = MemoryKeyring(outcome), digest_of(line.files)
    said = line.run("recover", "--code-stdin", stdin=line.code)
    _refused(line, said, 3, before)
    assert word in said.err
    assert "passphrase" in said.err


def test_recover_never_makes_a_vault_that_needs_both_open_by_the_keyring_alone(
    tmp_path: Path,
) -> None:
    line = _line(tmp_path, Protection.KEYRING_AND_PASSPHRASE)
    before = digest_of(line.files)
    _refused(line, line.run("recover", "--code-stdin", stdin=line.code), 3, before)


def test_wrong_codes_change_no_byte(line: Line, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = _line(tmp_path_factory.mktemp("other"), Protection.KEYRING)
    before = digest_of(line.files)
    slip = ("3" if line.code[0] == "2" else "2") + line.code[1:]
    codes = [other.code, slip, "x", *(RecoveryCode.new().text for _ in range(20))]
    for code in codes:
        _refused(line, line.run("recover", "--code-stdin", stdin=f"{code}\n"), 3, before)
    _refused(line, line.run("recover", "--code-stdin", stdin=""), 2, before)


def test_recover_looks_at_the_whole_vault_before_it_changes_a_slot(line: Line) -> None:
    content = bytearray(line.vault.read_bytes())
    content[-2000] ^= 1
    line.vault.write_bytes(content)
    before = digest_of(line.files)
    _refused(line, line.run("recover", "--code-stdin", stdin=line.code), 4, before)


# --- rekey ------------------------------------------------------------------------------------


def test_rekey_prints_a_new_code_and_the_keyring_opens_the_vault_as_before(line: Line) -> None:
    code = line.run("rekey", "--json").json["recovery_code"]
    assert line.opens()
    assert line.opens_by_code(code)
    before = digest_of(line.files)
    _refused(line, line.run("recover", "--code-stdin", stdin=line.code), 3, before)


def test_rekey_with_the_vault_open_elsewhere_is_busy_and_changes_nothing(line: Line) -> None:
    way = RecoveryWay(line.code)
    with closing(open_workspace(line.vault, way, clock=FixedClock(NOW), keyring=line.keyring)):
        before = digest_of(line.files)
        said = line.run("rekey", "--json")
        assert (said.code, digest_of(line.files)) == (5, before)
    assert line.opens()


def test_rekey_wants_the_passphrase_where_one_opens_the_vault(tmp_path: Path) -> None:
    line = _line(tmp_path, Protection.KEYRING_OR_PASSPHRASE)
    before = digest_of(line.files)
    _refused(line, line.run("rekey"), 3, before)
    said = line.run("--passphrase-stdin", "rekey", stdin=f"{PASSPHRASE}\n")
    assert said.code == 0
    assert line.opens("--passphrase-stdin", stdin=f"{PASSPHRASE}\n")
    assert line.opens()

"""Making a vault, whole or not at all: every failure is named and leaves no trace."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import (
    DiskFullError,
    InvalidInputError,
    NoSuchSlotError,
    UnsafePathError,
    UnwritablePlaceError,
    VaultExistsError,
    WrongRecoveryCodeError,
)
from managernotes.vault.access import (
    unlock_with_keyring,
    unlock_with_passphrase,
    unlock_with_recovery_code,
    ways_in,
)
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.creation import NewVault, Protection, new_vault
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles, look_at
from managernotes.vault.os_keyring import KeyringAnswer, KeyringOutcome
from managernotes.vault.states import FileState, judge
from tests.core.vault_fakes import CHEAP, REFUSALS, MemoryKeyring, create_vault, digest_of

PASSPHRASE: Final = "correct horse"
BOTH: Final = Protection.KEYRING_OR_PASSPHRASE


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "notes" / "mine.vault")


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def made(files: VaultFiles, keyring: MemoryKeyring) -> NewVault:
    return create_vault(files, BOTH, PASSPHRASE, keyring)


@pytest.mark.parametrize(
    ("protection", "ways"),
    [
        (Protection.KEYRING, (SlotKind.KEYRING, SlotKind.RECOVERY)),
        (Protection.PASSPHRASE, (SlotKind.PASSPHRASE, SlotKind.RECOVERY)),
        (BOTH, (SlotKind.PASSPHRASE, SlotKind.KEYRING, SlotKind.RECOVERY)),
    ],
)
def test_a_new_vault_has_the_ways_in_that_were_asked_for_and_always_the_recovery_code(
    files: VaultFiles, keyring: MemoryKeyring, protection: Protection, ways: tuple[SlotKind, ...]
) -> None:
    key, code = create_vault(files, protection, PASSPHRASE, keyring)
    assert ways_in(files) == ways
    assert len(keyring.secrets) == (SlotKind.KEYRING in ways)
    assert unlock_with_recovery_code(files, code.text.lower()) == key
    if SlotKind.PASSPHRASE in ways:
        assert unlock_with_passphrase(files, PASSPHRASE) == key
    else:
        with pytest.raises(NoSuchSlotError, match="passphrase"):
            unlock_with_passphrase(files, PASSPHRASE)
    if SlotKind.KEYRING in ways:
        assert unlock_with_keyring(files, keyring) == key
    else:
        with pytest.raises(NoSuchSlotError, match="keyring"):
            unlock_with_keyring(files, keyring)
    open_connection(files, key).close()


def test_the_files_are_private_and_nothing_else_lies_beside_them(
    files: VaultFiles, made: NewVault
) -> None:
    assert _names(files) == ["mine.vault", "mine.vault.keys.bak.json", "mine.vault.keys.json"]
    assert {path.stat().st_mode & 0o777 for path in files.folder.iterdir()} == {0o600}
    assert files.folder.stat().st_mode & 0o777 == 0o700


def test_the_keyring_holds_one_key_under_a_name_that_tells_nothing(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault
) -> None:
    ((account, secret),) = keyring.secrets.items()
    (slot,) = read_envelope(files).of_kind(SlotKind.KEYRING)
    assert account == f"vault-{slot.slot_id}"
    assert len(secret) == 32
    assert secret != made.data_key.material


def test_no_secret_is_in_any_file(
    files: VaultFiles, keyring: MemoryKeyring, made: NewVault
) -> None:
    secrets = [made.data_key.material, *keyring.secrets.values(), PASSPHRASE.encode()]
    secrets += [made.recovery_code.symbols.encode(), made.recovery_code.groups[0].encode()]
    for path in files.folder.iterdir():
        content = path.read_bytes()
        assert not any(s in content or s.hex().encode() in content for s in secrets)
    assert "hidden" in repr(made)
    assert made.recovery_code.groups[0] not in repr(made)


def test_two_vaults_share_no_key(tmp_path: Path, keyring: MemoryKeyring) -> None:
    vaults = [VaultFiles(tmp_path / name) for name in ("a.vault", "b.vault")]
    made = [create_vault(files, Protection.KEYRING, None, keyring) for files in vaults]
    assert made[0].data_key != made[1].data_key
    assert len(keyring.secrets) == 2
    with pytest.raises(WrongRecoveryCodeError):
        unlock_with_recovery_code(vaults[0], made[1].recovery_code.text)


@pytest.mark.parametrize("outcome", REFUSALS)
def test_a_keyring_that_cannot_keep_the_key_leaves_nothing_behind(
    files: VaultFiles, outcome: KeyringOutcome
) -> None:
    with pytest.raises(REFUSALS[outcome]):
        create_vault(files, BOTH, PASSPHRASE, MemoryKeyring(outcome))
    assert not files.folder.exists()


@pytest.mark.parametrize("passphrase", [None, ""])
def test_an_empty_passphrase_makes_no_vault(
    files: VaultFiles, keyring: MemoryKeyring, passphrase: str | None
) -> None:
    with pytest.raises(InvalidInputError):
        create_vault(files, BOTH, passphrase, keyring)
    assert not files.folder.exists()
    assert keyring.secrets == {}


def test_a_place_that_cannot_be_written_leaves_no_key_in_the_keyring(
    keyring: MemoryKeyring,
) -> None:
    files = VaultFiles(Path("/proc/nowhere/mine.vault"))
    with pytest.raises(UnwritablePlaceError):
        create_vault(files, Protection.KEYRING, None, keyring)
    assert keyring.secrets == {}


@pytest.mark.parametrize("present", range(3), ids=["vault", "keys", "backup"])
def test_a_new_vault_never_takes_the_place_of_anything(
    files: VaultFiles, keyring: MemoryKeyring, present: int
) -> None:
    files.folder.mkdir()
    files.all[present].write_bytes(b"precious")
    before = digest_of(files)
    with pytest.raises(VaultExistsError):
        create_vault(files, Protection.KEYRING, None, keyring)
    assert digest_of(files) == before
    assert keyring.secrets == {}


def test_a_vault_made_by_another_program_meanwhile_wins(files: VaultFiles) -> None:
    class SlowKeyring(MemoryKeyring):
        def write(self, account: str, secret: bytes) -> KeyringAnswer:
            if not files.folder.exists():
                create_vault(files, Protection.PASSPHRASE, PASSPHRASE, self)
            return super().write(account, secret)

    keyring = SlowKeyring()
    with pytest.raises(VaultExistsError):
        create_vault(files, Protection.KEYRING, None, keyring)
    assert ways_in(files) == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
    open_connection(files, unlock_with_passphrase(files, PASSPHRASE)).close()
    assert keyring.secrets == {}
    assert len(_names(files)) == 3


def test_a_link_makes_no_vault(files: VaultFiles, keyring: MemoryKeyring, tmp_path: Path) -> None:
    files.folder.mkdir()
    files.database.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafePathError):
        create_vault(files, Protection.KEYRING, None, keyring)
    assert not (tmp_path / "elsewhere").exists()


def test_a_new_vault_is_complete_before_it_is_there(
    files: VaultFiles, keyring: MemoryKeyring
) -> None:
    def furnish(db: Connection) -> None:
        assert judge(look_at(files)) is FileState.FIRST_RUN
        db.execute("CREATE TABLE furniture (x)")

    with new_vault(files, Protection.KEYRING, None, keyring, furnish=furnish, cost=CHEAP) as made:
        assert judge(look_at(files)) is FileState.READY
        with closing(open_connection(files, made.data_key)) as db:
            assert db.execute("SELECT count(*) FROM furniture").fetchone()[0] == 0
    assert _names(files)[0] == "mine.vault"
    assert len(keyring.secrets) == 1


@pytest.mark.parametrize("own_folder", [True, False])
def test_a_vault_that_cannot_be_furnished_or_opened_leaves_nothing_behind(
    files: VaultFiles, keyring: MemoryKeyring, *, own_folder: bool
) -> None:
    if not own_folder:
        files.folder.mkdir()
        (files.folder / "mine.txt").write_text("not the app's", encoding="utf-8")

    def fail(db: Connection) -> None:
        db.execute("CREATE TABLE furniture (x)")
        raise DiskFullError

    def stop(made: NewVault) -> None:
        with closing(open_connection(files, made.data_key)) as db:
            db.execute("CREATE TABLE furniture (x)")
        raise KeyboardInterrupt

    making = partial(new_vault, files, BOTH, PASSPHRASE, keyring, cost=CHEAP)
    with pytest.raises(DiskFullError), making(furnish=fail):
        pytest.fail("the vault was never furnished")
    assert keyring.secrets == {}

    with pytest.raises(KeyboardInterrupt), making(furnish=lambda _: None) as made:
        stop(made)
    assert keyring.secrets == {}
    assert [path.name for path in files.folder.parent.rglob("*")] == (
        [] if own_folder else ["notes", "mine.txt"]
    )


_MAKER = """
import sys
from pathlib import Path
from managernotes.vault.creation import Protection
from managernotes.vault.location import VaultFiles
from tests.core.vault_fakes import MemoryKeyring, create_vault
for number in range(10_000):
    files = VaultFiles(Path(sys.argv[1]) / str(number) / "v")
    create_vault(files, Protection.KEYRING, None, MemoryKeyring())
    print("made", flush=True)
"""


def test_a_kill_while_making_leaves_a_vault_with_its_keys_or_none(tmp_path: Path) -> None:
    states = []
    for kill in range(10):
        place = tmp_path / str(kill)
        maker = subprocess.Popen(
            [sys.executable, "-c", _MAKER, str(place)], stdout=subprocess.PIPE, cwd=_root()
        )
        with maker:
            assert maker.stdout is not None
            maker.stdout.readline()
            time.sleep(0.003 * kill)
            maker.send_signal(signal.SIGKILL)
        found = [judge(look_at(VaultFiles(folder / "v"))) for folder in place.iterdir()]
        states += found
    # Between the two files lies a moment in which only the key file is there: no notes, no vault.
    assert set(states) <= {FileState.READY, FileState.FIRST_RUN, FileState.VAULT_MISSING}
    assert states.count(FileState.READY) >= 10


def _names(files: VaultFiles) -> list[str]:
    return sorted(path.name for path in files.folder.iterdir())


def _root() -> Path:
    return Path(__file__).resolve().parents[2]

"""Ways in are added, replaced and removed so that at least one known way always opens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import FixedClock
from managernotes.errors import (
    InvalidInputError,
    KeyringAbsentError,
    KeyringNotSetUpError,
    LastWayInError,
    NoWayToRemoveError,
    RecoveryStaysError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.services.protecting import NewSecrets, WaysChanged, change_ways
from managernotes.services.protection import ways_of
from managernotes.services.ways_in import PassphraseWay
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from managernotes.vault.access import (
    unlock_with_both,
    unlock_with_keyring,
    unlock_with_passphrase,
    unlock_with_recovery_code,
    ways_in,
)
from managernotes.vault.creation import Protection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import sealed_envelope
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import IN_KEYRING, SlotKind
from managernotes.vault.location import VaultFiles
from managernotes.vault.os_keyring import KeyringAnswer, KeyringOutcome, first_account_of
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.command_line import NOW
from tests.core.vault_fakes import CHEAP, REFUSALS, MemoryKeyring, digest_of

PASSPHRASE: Final = "correct horse"
NEW: Final = NewSecrets(passphrase="battery staple", cost=CHEAP)
BOTH: Final = SlotKind.KEYRING_AND_PASSPHRASE


class Bench:
    """One open vault, its keyring and its recovery code."""

    def __init__(self, folder: Path, protection: Protection) -> None:
        self.keyring = MemoryKeyring()
        self.files = VaultFiles(folder / "vault.db")
        self.workspace, self.code = create_workspace(
            self.files.database,
            protection,
            PASSPHRASE,
            clock=FixedClock(NOW),
            keyring=self.keyring,
            cost=CHEAP,
        )
        self.key = DataKey(self.workspace.key.material)

    def change(self, **what: object) -> WaysChanged:
        return change_ways(self.workspace, self.keyring, **what)  # type: ignore[arg-type]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path, Protection.KEYRING_OR_PASSPHRASE)
    yield bench
    bench.workspace.close()


def test_a_changed_passphrase_opens_and_the_old_one_does_not(bench: Bench) -> None:
    bench.change(add=[SlotKind.PASSPHRASE], secrets=NEW)
    assert unlock_with_passphrase(bench.files, "battery staple") == bench.key
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(bench.files, PASSPHRASE)
    assert unlock_with_keyring(bench.files, bench.keyring) == bench.key
    assert unlock_with_recovery_code(bench.files, bench.code.text) == bench.key


def test_the_copy_of_the_key_file_does_not_open_by_what_was_taken_away(bench: Bench) -> None:
    bench.change(add=[SlotKind.PASSPHRASE], secrets=NEW)
    bench.files.envelope_backup.replace(bench.files.envelope)
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(bench.files, PASSPHRASE)
    assert unlock_with_passphrase(bench.files, "battery staple") == bench.key


def test_a_crash_before_the_copy_of_the_key_file_followed_is_made_good_at_the_next_opening(
    bench: Bench,
) -> None:
    before = bench.files.envelope.read_bytes()
    bench.change(add=[SlotKind.PASSPHRASE], secrets=NEW)
    bench.files.envelope_backup.write_bytes(before)
    open_workspace(
        bench.files.database, PassphraseWay("battery staple"), clock=FixedClock(NOW),
        keyring=bench.keyring,
    ).close()  # fmt: skip
    assert bench.files.envelope_backup.read_bytes() == bench.files.envelope.read_bytes()


def test_a_new_recovery_code_takes_the_place_of_the_old_one(bench: Bench) -> None:
    code = RecoveryCode.new()
    bench.change(add=[SlotKind.RECOVERY], secrets=NewSecrets(code=code))
    assert unlock_with_recovery_code(bench.files, code.text) == bench.key
    with pytest.raises(WrongRecoveryCodeError):
        unlock_with_recovery_code(bench.files, bench.code.text)


def test_a_replaced_keyring_slot_has_a_new_secret_and_leaves_no_old_one(bench: Bench) -> None:
    before = dict(bench.keyring.secrets)
    assert bench.change(add=[SlotKind.KEYRING]).keyring_clean
    assert len(bench.keyring.secrets) == 1
    assert not before.items() & bench.keyring.secrets.items()
    assert unlock_with_keyring(bench.files, bench.keyring) == bench.key


def test_without_the_keyring_slot_the_keyring_holds_nothing_of_ours(bench: Bench) -> None:
    assert bench.change(drop=[SlotKind.KEYRING]).keyring_clean
    assert bench.keyring.secrets == {}
    assert ways_in(bench.files) == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def test_a_keyring_that_keeps_its_entry_is_told_and_the_slot_is_gone_all_the_same(
    bench: Bench,
) -> None:
    bench.keyring.only = KeyringOutcome.LOCKED
    assert not bench.change(drop=[SlotKind.KEYRING]).keyring_clean
    assert SlotKind.KEYRING not in ways_in(bench.files)


def test_where_both_are_needed_neither_opens_alone(bench: Bench) -> None:
    bench.change(add=[BOTH], drop=[SlotKind.KEYRING, SlotKind.PASSPHRASE], secrets=NEW)
    assert ways_in(bench.files) == (BOTH, SlotKind.RECOVERY)
    assert len(bench.keyring.secrets) == 1
    assert unlock_with_both(bench.files, "battery staple", bench.keyring) == bench.key
    with pytest.raises(WrongPassphraseError):
        unlock_with_both(bench.files, PASSPHRASE, bench.keyring)
    bench.keyring.secrets.clear()
    with pytest.raises(KeyringAbsentError):
        unlock_with_both(bench.files, "battery staple", bench.keyring)


@pytest.mark.parametrize("outcome", REFUSALS)
def test_a_keyring_that_fails_is_told_from_a_wrong_passphrase_where_both_are_needed(
    tmp_path: Path, outcome: KeyringOutcome
) -> None:
    bench = Bench(tmp_path, Protection.KEYRING_AND_PASSPHRASE)
    bench.workspace.close()
    before = digest_of(bench.files)
    with pytest.raises(REFUSALS[outcome]):
        PassphraseWay("wrong").unlock(bench.files, MemoryKeyring(outcome))
    with pytest.raises(WrongPassphraseError):
        PassphraseWay("wrong").unlock(bench.files, bench.keyring)
    assert PassphraseWay(PASSPHRASE).unlock(bench.files, bench.keyring) == bench.key
    assert digest_of(bench.files) == before


@pytest.mark.parametrize("protection", list(Protection))
def test_the_last_way_in_and_the_recovery_code_stay(tmp_path: Path, protection: Protection) -> None:
    bench = Bench(tmp_path, protection)
    everyday = [kind for kind in ways_in(bench.files) if kind is not SlotKind.RECOVERY]
    before, kept = digest_of(bench.files), dict(bench.keyring.secrets)
    with pytest.raises(LastWayInError):
        bench.change(drop=everyday)
    with pytest.raises(RecoveryStaysError):
        bench.change(drop=[SlotKind.RECOVERY])
    with pytest.raises(NoWayToRemoveError):
        bench.change(drop=[next(kind for kind in SlotKind if kind not in ways_in(bench.files))])
    assert digest_of(bench.files) == before
    assert bench.keyring.secrets == kept
    bench.workspace.close()


@pytest.mark.parametrize("kind", sorted(IN_KEYRING))
def test_a_keyring_that_takes_nothing_changes_nothing(bench: Bench, kind: SlotKind) -> None:
    before = digest_of(bench.files)
    for outcome in REFUSALS:
        with pytest.raises(KeyringNotSetUpError, match="Nothing was changed"):
            change_ways(bench.workspace, MemoryKeyring(outcome), add=[kind], secrets=NEW)
    with pytest.raises(InvalidInputError):
        bench.change(add=[BOTH], secrets=NewSecrets(cost=CHEAP))
    assert digest_of(bench.files) == before
    assert len(bench.keyring.secrets) == 1


def test_the_first_vaults_whose_secret_is_named_after_the_vault_open_and_are_cleaned_up(
    bench: Bench,
) -> None:
    old_name = first_account_of(read_envelope(bench.files).vault_id)
    bench.keyring.secrets = {old_name: next(iter(bench.keyring.secrets.values()))}
    assert unlock_with_keyring(bench.files, bench.keyring) == bench.key
    bench.change(drop=[SlotKind.KEYRING])
    assert bench.keyring.secrets == {}


def test_the_vault_knows_when_a_way_in_was_changed_and_the_key_file_does_not(bench: Bench) -> None:
    bench.change(add=[SlotKind.PASSPHRASE], secrets=NEW)
    dates = {way.kind: way.changed for way in ways_of(bench.workspace)}
    assert dates[SlotKind.PASSPHRASE] == NOW
    assert NOW.date().isoformat().encode() not in bench.files.envelope.read_bytes()
    bench.change(drop=[SlotKind.PASSPHRASE])
    assert SlotKind.PASSPHRASE not in {way.kind for way in ways_of(bench.workspace)}


def test_two_programs_that_change_slots_at_once_lose_none(bench: Bench) -> None:
    """One makes new recovery codes while the other adds a way in and renews it."""
    failures: list[BaseException] = []
    secrets = NewSecrets(code=RecoveryCode.new())

    def renew() -> None:
        try:
            with closing(_open(bench)) as other:
                for _ in range(6):
                    change_ways(other, bench.keyring, add=[SlotKind.RECOVERY], secrets=secrets)
        except BaseException as error:  # noqa: BLE001  told to the test's own thread
            failures.append(error)

    thread = threading.Thread(target=renew)
    thread.start()
    for _ in range(3):
        bench.change(add=[BOTH], secrets=NEW)
    thread.join()
    assert failures == []
    assert set(ways_in(bench.files)) == set(SlotKind)
    assert secrets.code is not None
    assert unlock_with_recovery_code(bench.files, secrets.code.text) == bench.key
    assert unlock_with_both(bench.files, "battery staple", bench.keyring) == bench.key


def _open(bench: Bench) -> Workspace:
    way = PassphraseWay(PASSPHRASE)
    return open_workspace(bench.files.database, way, clock=FixedClock(NOW), keyring=bench.keyring)


def test_a_slot_that_vanished_meanwhile_is_not_brought_back(bench: Bench) -> None:
    with closing(_open(bench)) as other:
        change_ways(other, bench.keyring, drop=[SlotKind.KEYRING])
    bench.change(add=[SlotKind.PASSPHRASE], secrets=NEW)
    assert ways_in(bench.files) == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def test_a_key_file_of_another_key_is_never_built_upon(bench: Bench) -> None:
    envelope = read_envelope(bench.files)
    foreign = DataKey.new()
    planted = sealed_envelope(envelope.vault_id, envelope.slots, foreign)
    replace_envelope(bench.files, envelope, planted, foreign)
    before = digest_of(bench.files)
    with pytest.raises(Exception, match="damaged or was altered"):
        bench.change(add=[SlotKind.PASSPHRASE], secrets=NEW)
    assert digest_of(bench.files) == before


class _Recorder(MemoryKeyring):
    """Looks at the key file at the moment an entry is dropped."""

    def __init__(self, files: VaultFiles) -> None:
        super().__init__()
        self.files = files
        self.seen: list[tuple[SlotKind, ...]] = []

    def delete(self, account: str) -> KeyringAnswer:
        self.seen.append(ways_in(self.files))
        return super().delete(account)


def test_the_entry_goes_only_once_the_key_file_is_rewritten(bench: Bench) -> None:
    recorder = _Recorder(bench.files)
    recorder.secrets = bench.keyring.secrets
    change_ways(bench.workspace, recorder, drop=[SlotKind.KEYRING])
    assert recorder.seen == [(SlotKind.PASSPHRASE, SlotKind.RECOVERY)]

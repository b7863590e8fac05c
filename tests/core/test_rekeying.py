"""The data key is changed whole, or not at all, and nobody is ever locked out."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import FixedClock
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import (
    DamagedPagesError,
    FreeSpaceError,
    KeyChangeFailedError,
    KeyringLockedError,
    ManagerNotesError,
    OpenElsewhereError,
    PassphraseWantedError,
    UnfinishedKeyChangeError,
    VaultBusyError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from managernotes.services.key_change import KeyChange
from managernotes.services.protecting import NewSecrets, change_ways
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay, WayIn
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from managernotes.vault.connection import fits, open_connection
from managernotes.vault.creation import Protection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import with_successor
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import SlotKind
from managernotes.vault.location import VaultFiles
from managernotes.vault.new_slots import Ingredients, fresh_slots
from managernotes.vault.os_keyring import KeyringOutcome
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.command_line import NOW
from tests.core.vault_fakes import CHEAP, MemoryKeyring, digest_of

PASSPHRASE: Final = "correct horse"
SECRETS: Final = NewSecrets(passphrase=PASSPHRASE, cost=CHEAP)


_MUCH: Final = """
    WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 200)
    INSERT INTO preference (name, value) SELECT 'x' || n, hex(randomblob(1000)) FROM count
"""


def _copy_nothing(_workspace: Workspace) -> None:
    """Make no backup."""


def _note(text: str) -> NewObservation:
    return NewObservation(text=NoteText(fact=text), occurred_on=NOW.date())


class Bench:
    """A vault with a few notes that the keyring, a passphrase and a code open."""

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
        for number in range(20):
            self.workspace.notes.add(_note(f"note {number} " + "word " * 200))
        self.key = DataKey(self.workspace.key.material)

    def prepared(
        self,
        *,
        secrets: NewSecrets = SECRETS,
        keep_copy: Callable[[Workspace], None] = _copy_nothing,
    ) -> KeyChange:
        return KeyChange(self.workspace, self.keyring, secrets=secrets, keep_copy=keep_copy)

    def opens(self, way: WayIn) -> bool:
        return _count(self.open(way)) == 20

    def open(self, way: WayIn) -> Workspace:
        return open_workspace(self.files.database, way, clock=FixedClock(NOW), keyring=self.keyring)


def _count(workspace: Workspace) -> int:
    with closing(workspace):
        row = workspace.ledger.db.execute("SELECT count(*) FROM observation").fetchone()
        return int(row[0])


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path, Protection.KEYRING_OR_PASSPHRASE)
    yield bench
    bench.workspace.close()


@pytest.mark.parametrize("protection", list(Protection))
def test_every_way_in_opens_the_vault_under_a_new_key(
    tmp_path: Path, protection: Protection
) -> None:
    bench = Bench(tmp_path, protection)
    change = bench.prepared()
    assert change.carry_out().keyring_clean
    assert bench.workspace.key != bench.key
    bench.workspace.notes.add(_note("the open window goes on"))
    bench.workspace.close()
    ways = [RecoveryWay(change.code.text)]
    if protection is not Protection.PASSPHRASE:
        assert len(bench.keyring.secrets) == 1
    if protection in {Protection.KEYRING, Protection.KEYRING_OR_PASSPHRASE}:
        ways.append(KeyringWay())  # type: ignore[arg-type]
    if protection is not Protection.KEYRING:
        ways.append(PassphraseWay(PASSPHRASE))  # type: ignore[arg-type]
    for way in ways:
        assert _count(bench.open(way)) == 21
    with pytest.raises(WrongRecoveryCodeError):
        bench.open(RecoveryWay(bench.code.text))
    assert not fits(bench.files, bench.key)
    assert read_envelope(bench.files).successor is None


def test_nothing_of_the_old_key_is_left_in_a_file_or_the_keyring(bench: Bench) -> None:
    old_slots, old_secrets = read_envelope(bench.files).slots, set(bench.keyring.secrets.values())
    bench.prepared().carry_out()
    content = b"".join(path.read_bytes() for path in bench.files.folder.iterdir())
    assert not any(slot.wrapped.hex().encode() in content for slot in old_slots)
    assert not old_secrets & set(bench.keyring.secrets.values())


def test_until_it_is_carried_out_nothing_is_changed(bench: Bench) -> None:
    before, kept = digest_of(bench.files), dict(bench.keyring.secrets)
    bench.prepared()
    assert digest_of(bench.files) == before
    assert bench.keyring.secrets == kept


def test_the_passphrase_must_be_the_one_that_opens_it_now(bench: Bench) -> None:
    with pytest.raises(PassphraseWantedError):
        bench.prepared(secrets=NewSecrets(cost=CHEAP))
    with pytest.raises(WrongPassphraseError):
        bench.prepared(secrets=NewSecrets(passphrase="corect horse", cost=CHEAP))


def test_a_keyring_that_would_not_take_the_new_secret_is_told_before_the_code_is_shown(
    bench: Bench,
) -> None:
    bench.keyring.only = KeyringOutcome.LOCKED
    with pytest.raises(KeyringLockedError):
        bench.prepared()


def test_while_somebody_else_has_the_vault_open_it_is_refused(bench: Bench) -> None:
    with closing(bench.open(PassphraseWay(PASSPHRASE))) as other:
        before, kept = digest_of(bench.files), dict(bench.keyring.secrets)
        with pytest.raises(OpenElsewhereError):
            bench.prepared().carry_out()
        assert digest_of(bench.files) == before
        assert bench.keyring.secrets == kept
        other.notes.add(_note("still at work"))
    bench.prepared().carry_out()


def test_nobody_gets_in_while_it_is_under_way(bench: Bench) -> None:
    refused: list[bool] = []

    def look(_workspace: Workspace) -> None:
        with pytest.raises(VaultBusyError):
            bench.open(PassphraseWay(PASSPHRASE))
        refused.append(True)

    bench.prepared(keep_copy=look).carry_out()
    assert refused == [True]
    bench.open(PassphraseWay(PASSPHRASE)).close()


def test_without_a_copy_it_does_not_begin(bench: Bench) -> None:
    def fail(_workspace: Workspace) -> None:
        raise FreeSpaceError(1)

    before, kept = digest_of(bench.files), dict(bench.keyring.secrets)
    with pytest.raises(FreeSpaceError):
        bench.prepared(keep_copy=fail).carry_out()
    assert digest_of(bench.files) == before
    assert bench.keyring.secrets == kept
    assert bench.workspace.key == bench.key


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of a file")
def test_a_disk_that_fills_up_meanwhile_leaves_every_way_in(bench: Bench) -> None:
    import resource

    change = bench.prepared()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        size = bench.files.database.stat().st_size  # the journal of all its pages is larger
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        with pytest.raises(KeyChangeFailedError):
            change.carry_out()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    bench.workspace.close()
    for way in (KeyringWay(), PassphraseWay(PASSPHRASE), RecoveryWay(bench.code.text)):
        assert bench.opens(way)
    assert read_envelope(bench.files).successor is None
    assert len(bench.keyring.secrets) == 1


# --- cut off ----------------------------------------------------------------------------------


class Cut:
    """A change of the data key that stopped before or after the pages were rewritten."""

    def __init__(self, bench: Bench, *, rekeyed: bool) -> None:
        self.new_key, self.new_code = DataKey.new(), RecoveryCode.new()
        old = read_envelope(bench.files)
        given = Ingredients(
            vault_id=old.vault_id,
            key=self.new_key,
            keyring=bench.keyring,
            cost=CHEAP,
            passphrase=PASSPHRASE,
            code=self.new_code,
        )
        with fresh_slots([slot.kind for slot in old.slots], given) as slots:
            both = with_successor(old, bench.key, slots, self.new_key)
            replace_envelope(bench.files, old, both, bench.key)
        if rekeyed:
            bench.workspace.ledger.db.change_key(self.new_key)
        bench.workspace.close()


@pytest.mark.parametrize("rekeyed", [False, True])
@pytest.mark.parametrize("way", ["keyring", "passphrase", "code"])
def test_cut_off_anywhere_the_next_opening_finishes_or_undoes_it(
    bench: Bench, way: str, rekeyed: bool
) -> None:
    cut = Cut(bench, rekeyed=rekeyed)
    assert len(bench.keyring.secrets) == 2
    codes = (bench.code, cut.new_code)
    good, bad = reversed(codes) if rekeyed else codes
    before = digest_of(bench.files)
    with pytest.raises(UnfinishedKeyChangeError):
        bench.open(RecoveryWay(bad.text))
    assert digest_of(bench.files) == before
    ways: dict[str, WayIn] = {
        "keyring": KeyringWay(),
        "passphrase": PassphraseWay(PASSPHRASE),
        "code": RecoveryWay(good.text),
    }
    assert bench.opens(ways[way])
    assert read_envelope(bench.files).successor is None
    assert len(bench.keyring.secrets) == 1
    assert all(bench.opens(each) for each in ways.values())
    with pytest.raises(WrongRecoveryCodeError):
        bench.open(RecoveryWay(bad.text))


def test_slots_are_not_changed_while_two_keys_are_there(bench: Bench) -> None:
    old = read_envelope(bench.files)
    new_key = DataKey.new()
    given = Ingredients(
        vault_id=old.vault_id, key=new_key, keyring=bench.keyring, cost=CHEAP,
        code=RecoveryCode.new(),
    )  # fmt: skip
    with fresh_slots([SlotKind.KEYRING, SlotKind.RECOVERY], given) as slots:
        both = with_successor(old, bench.key, slots, new_key)
        replace_envelope(bench.files, old, both, bench.key)
    with pytest.raises(UnfinishedKeyChangeError):
        change_ways(bench.workspace, bench.keyring, drop=[SlotKind.KEYRING])


def test_a_damaged_vault_keeps_both_keys_slots(bench: Bench) -> None:
    cut = Cut(bench, rekeyed=True)
    content = bytearray(bench.files.database.read_bytes())
    content[-3000] ^= 1
    bench.files.database.write_bytes(content)
    with closing(bench.open(RecoveryWay(cut.new_code.text))):
        pass
    assert read_envelope(bench.files).successor is not None
    content[5000] ^= 1
    content[100] ^= 1
    bench.files.database.write_bytes(content)
    with pytest.raises(DamagedPagesError):
        bench.open(PassphraseWay(PASSPHRASE))


def test_the_wrong_key_tried_first_on_a_journal_left_behind_does_no_harm(bench: Bench) -> None:
    """A kill in the middle of a write leaves a journal; whoever opens first plays it back."""
    cut = Cut(bench, rekeyed=False)
    journal = bench.files.journal
    db = open_connection(bench.files, bench.key)
    db.execute("PRAGMA cache_size = 10").fetchall()
    db.execute("BEGIN IMMEDIATE")
    db.execute("UPDATE revision SET saved_at = saved_at + 1")
    db.execute(_MUCH)
    copies = {path: path.read_bytes() for path in (bench.files.database, journal)}
    db.execute("ROLLBACK")
    db.close()
    assert copies[journal][:8] != b"\0" * 8
    for path, content in copies.items():
        path.write_bytes(content)
    assert not fits(bench.files, cut.new_key)
    assert fits(bench.files, bench.key)
    assert bench.opens(PassphraseWay(PASSPHRASE))


def test_an_errors_text_holds_no_key(bench: Bench) -> None:
    bench.workspace.close()
    with pytest.raises(ManagerNotesError) as refusal:
        bench.workspace.ledger.db.change_key(bench.key)
    assert bench.key.material.hex() not in str(refusal.value)

"""Changing the ways in with the real Secret Service: what it keeps, and what it no longer keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from managernotes.clock import FixedClock
from managernotes.errors import KeyringAbsentError, KeyringLockedError, KeyringTimeoutError
from managernotes.services.key_change import KeyChange
from managernotes.services.keys import OsKeyring, Protection, SlotKind
from managernotes.services.protecting import NewSecrets, change_ways
from managernotes.services.recovery import set_up_keyring
from managernotes.services.ways_in import KeyringWay, PassphraseWay, ProvenRecoveryWay, WayIn
from managernotes.services.workspace import Workspace, create_workspace, open_workspace
from tests.core.command_line import NOW
from tests.core.keyring_session import KeyringSession, running_keyring
from tests.core.vault_fakes import CHEAP

pytestmark = pytest.mark.keyring

PASSPHRASE = "correct horse"
SECRETS = NewSecrets(passphrase=PASSPHRASE, cost=CHEAP)


@pytest.fixture
def session(home: Path) -> Iterator[KeyringSession]:
    with running_keyring(home) as session:
        yield session


@pytest.fixture
def keyring(session: KeyringSession) -> OsKeyring:
    return OsKeyring(environment=session.environment)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "mine.vault"


def _make(vault: Path, protection: Protection, keyring: OsKeyring) -> str:
    workspace, code = create_workspace(
        vault, protection, PASSPHRASE, clock=FixedClock(NOW), keyring=keyring, cost=CHEAP
    )
    workspace.close()
    return code.text


def _open(vault: Path, way: WayIn, keyring: OsKeyring) -> Workspace:
    return open_workspace(vault, way, clock=FixedClock(NOW), keyring=keyring)


def test_passphrase_only_leaves_no_entry_of_ours(
    session: KeyringSession, keyring: OsKeyring, vault: Path
) -> None:
    _make(vault, Protection.KEYRING_OR_PASSPHRASE, keyring)
    assert len(session.labels()) == 1
    with closing(_open(vault, KeyringWay(), keyring)) as workspace:
        assert change_ways(workspace, keyring, drop=[SlotKind.KEYRING]).keyring_clean
    assert session.labels() == []


def test_both_needed_is_set_up_told_apart_and_rekeyed(
    session: KeyringSession, keyring: OsKeyring, vault: Path
) -> None:
    _make(vault, Protection.KEYRING_AND_PASSPHRASE, keyring)
    (label,) = session.labels()
    assert "mine" not in label
    with closing(_open(vault, PassphraseWay(PASSPHRASE), keyring)) as workspace:
        change = KeyChange(workspace, keyring, secrets=SECRETS, keep_copy=lambda _: None)
        assert change.carry_out().keyring_clean
    assert len(session.labels()) == 1
    assert session.labels() != [label]
    _open(vault, PassphraseWay(PASSPHRASE), keyring).close()
    hurried = OsKeyring(environment=session.environment, budget_seconds=2)
    session.freeze()
    with pytest.raises(KeyringTimeoutError):
        _open(vault, PassphraseWay(PASSPHRASE), hurried)
    session.thaw()
    session.lock()
    with pytest.raises(KeyringLockedError):
        _open(vault, PassphraseWay(PASSPHRASE), keyring)


def test_a_lost_entry_is_made_anew_after_recovery(
    session: KeyringSession, keyring: OsKeyring, vault: Path
) -> None:
    code = _make(vault, Protection.KEYRING, keyring)
    session.clear()
    with pytest.raises(KeyringAbsentError):
        _open(vault, KeyringWay(), keyring)
    with closing(_open(vault, ProvenRecoveryWay(code), keyring)) as workspace:
        set_up_keyring(workspace, keyring)
    _open(vault, KeyringWay(), keyring).close()
    assert len(session.labels()) == 1

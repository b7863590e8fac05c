"""No altered key file opens anything, whoever altered it, and no attempt touches it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import ManagerNotesError
from managernotes.services.keys import Protection
from managernotes.services.ways_in import KeyringWay, PassphraseWay, RecoveryWay, WayIn
from managernotes.vault.envelope import from_bytes
from managernotes.vault.key_slots import SlotKind, opened
from managernotes.vault.location import VaultFiles
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.envelope_mutations import altered_bytes, altered_meaning
from tests.core.vault_fakes import MemoryKeyring, create_vault, digest_of
from tests.faults.figures import Figures, short_and_long

PASSPHRASE: Final = "four words by chance"
PASSPHRASE_IS_TRIED_ONCE_IN: Final = 50
"""Stretching takes 0.1 s; the two random secrets need none."""

CONTROL_RUNS: Final = 300


@dataclass
class Target:
    """A vault with all three ways in, and what became of the attempts on it."""

    files: VaultFiles
    keyring: MemoryKeyring
    code: RecoveryCode
    sound: bytes
    accepted: int = 0
    touched: int = 0
    crashes: list[str] = field(default_factory=list)

    def attempt(self, altered: bytes, ways: tuple[WayIn, ...]) -> None:
        """Put an altered key file in place and try to get in."""
        self.files.envelope.write_bytes(altered)
        before = digest_of(self.files)
        for way in ways:
            try:
                way.unlock(self.files, self.keyring)
                self.accepted += 1
            except ManagerNotesError:
                continue
            except Exception as error:  # noqa: BLE001 - counting them is the test
                self.crashes.append(type(error).__name__)
        self.touched += digest_of(self.files) != before


@pytest.fixture
def target(tmp_path: Path) -> Target:
    files, keyring = VaultFiles(tmp_path / "vault.db"), MemoryKeyring()
    made = create_vault(files, Protection.KEYRING_OR_PASSPHRASE, PASSPHRASE, keyring)
    return Target(files, keyring, made.recovery_code, files.envelope.read_bytes())


def alterations(sound: bytes, runs: int) -> list[bytes]:
    """Return altered key files, half of them by accident and half on purpose."""
    chance = random.Random(runs)  # noqa: S311  # mutations, no secret
    makers: tuple[Callable[[bytes, random.Random], bytes], ...] = (altered_bytes, altered_meaning)
    made: list[bytes] = []
    while len(made) < runs:
        altered = makers[len(made) % 2](sound, chance)
        if altered != sound:
            made.append(altered)
    return made


@short_and_long(1_000, 10_000)
def test_no_altered_key_file_is_accepted(target: Target, figures: Figures, runs: int) -> None:
    quick: tuple[WayIn, ...] = (KeyringWay(), RecoveryWay(target.code.text))
    for number, altered in enumerate(alterations(target.sound, runs)):
        slow = number % PASSPHRASE_IS_TRIED_ONCE_IN < 2
        target.attempt(altered, (*quick, PassphraseWay(PASSPHRASE)) if slow else quick)
    figures(
        "envelope mutations",
        runs,
        f"{target.accepted} accepted, {len(target.crashes)} crashes,"
        f" {target.touched} files touched",
    )
    assert (target.accepted, target.crashes, target.touched) == (0, [], 0)
    target.files.envelope.write_bytes(target.sound)
    for way in (*quick, PassphraseWay(PASSPHRASE)):
        way.unlock(target.files, target.keyring)


def test_without_the_seal_altered_key_files_would_be_accepted(target: Target) -> None:
    accepted = 0
    for altered in alterations(target.sound, CONTROL_RUNS):
        try:
            envelope = from_bytes(altered)
        except ManagerNotesError:
            continue
        slots = envelope.of_kind(SlotKind.RECOVERY)
        accepted += any(opened(slot, envelope.vault_id, target.code) for slot in slots)
    assert accepted > 0

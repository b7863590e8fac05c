"""A wrong recovery code opens nothing and changes no byte on the disk (Cryptomator #1163)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from managernotes.clock import SystemClock
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import RecoveryWay, open_workspace
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import sealed_envelope
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import recovery_slot
from managernotes.vault.location import VaultFiles
from managernotes.vault.recovery_code import ALPHABET, RecoveryCode
from tests.core.vault_fakes import MemoryKeyring, digest_of
from tests.faults.figures import Figures, short_and_long
from tests.faults.noting import NotedVault, noted_vault


def wrong_codes(right: str, others: str, count: int) -> Iterator[str]:
    """Yield the code of another vault, sound codes of none, and slips of the right one."""
    chance = random.Random(count)  # noqa: S311  # slips of the pen, no secret
    yield others
    for number in range(count - 1):
        if number % 3 == 0:
            yield RecoveryCode.new().text
        else:
            signs = list(right.replace("-", ""))
            for place in chance.sample(range(len(signs)), 1 + number % 3):
                signs[place] = chance.choice([sign for sign in ALPHABET if sign != signs[place]])
            yield "".join(signs)


def refused(vault: NotedVault, code: str) -> bool:
    """Whether the vault stays shut."""
    try:
        open_workspace(
            vault.path, RecoveryWay(code), clock=SystemClock(), keyring=MemoryKeyring()
        ).close()
    except ManagerNotesError:
        return True
    return False


@short_and_long(100, 1_000)
def test_a_wrong_recovery_code_changes_no_byte(tmp_path: Path, figures: Figures, runs: int) -> None:
    vault, others = noted_vault(tmp_path / "mine"), noted_vault(tmp_path / "other")
    files = VaultFiles(vault.path)
    before = digest_of(files)
    let_in = changed = 0
    for code in wrong_codes(vault.code, others.code, runs):
        let_in += not refused(vault, code)
        changed += digest_of(files) != before
    figures("wrong recovery codes", runs, f"{let_in} let in, {changed} times a byte changed")
    assert (let_in, changed) == (0, 0)
    assert not refused(vault, vault.code)


def test_a_recovery_that_rewrites_before_it_has_opened_is_found_out(tmp_path: Path) -> None:
    vault = noted_vault(tmp_path)
    files = VaultFiles(vault.path)
    before = digest_of(files)
    old, wrong = read_envelope(files), DataKey.new()
    slots = [recovery_slot(old.vault_id, wrong, RecoveryCode.new())]
    replace_envelope(files, old, sealed_envelope(old.vault_id, slots, wrong), wrong)
    assert digest_of(files) != before

"""What the lock screen does, without a widget."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.errors import KeyringUnavailableError
from managernotes.services.keys import KeyringOutcome, KeyringPort, Protection, SlotKind
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.file_trouble import Trouble
from managernotes_ui.unlock.unlock_vm import SLOW_MS, UnlockViewModel
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.capture_bench import heard
from tests.ui.unlock_bench import (
    PASSPHRASE,
    GateBench,
    MadeVault,
    SlowKeyring,
    gate_bench,
    made_vault,
)

QUICK_SECOND_MS = 40


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def vault(tmp_path: Path) -> MadeVault:
    return made_vault(tmp_path)


def lock(
    bench: GateBench,
    vault: MadeVault,
    keyring: KeyringPort | None = None,
    *,
    by_hand: bool = False,
    second_ms: int = QUICK_SECOND_MS,
) -> UnlockViewModel:
    """Return the lock of a vault, begun."""
    keeper = bench.keeper(vault.path, keyring or vault.keyring)
    bench.sessions(keeper)
    vm = UnlockViewModel(
        keeper, keeper.ways_in(), locked_by_hand=by_hand, second_ms=second_ms, parent=keeper
    )
    vm.begin()
    return vm


def try_wrong(bench: GateBench, vm: UnlockViewModel, text: str = "not this one") -> None:
    """Try a wrong passphrase or code, and wait for the answer."""
    vm.try_text(text)
    assert vm.state.trying is not None
    bench.wait(lambda: vm.state.trying is None)


def test_asks_the_keyring_first(bench: GateBench, vault: MadeVault) -> None:
    opened = heard(lock(bench, vault).opened)
    bench.wait(lambda: opened)


def test_says_nothing_of_a_quick_keyring_and_opening_of_a_slow_one(
    bench: GateBench, vault: MadeVault
) -> None:
    slow = SlowKeyring(vault.keyring)
    vm = lock(bench, vault, slow)
    opened = heard(vm.opened)
    bench.wait(lambda: slow.asked)
    assert not vm.state.is_slow
    bench.qtbot.wait(SLOW_MS + 100)
    assert vm.state.is_slow
    slow.go.set()
    bench.wait(lambda: opened)


def test_after_a_lock_by_hand_the_keyring_is_not_used_by_itself(
    bench: GateBench, vault: MadeVault
) -> None:
    slow = SlowKeyring(vault.keyring)
    slow.go.set()
    vm = lock(bench, vault, slow, by_hand=True)
    opened = heard(vm.opened)
    bench.qtbot.wait(100)
    assert slow.asked == 0
    vm.try_keyring()
    bench.wait(lambda: opened)
    assert slow.asked == 1


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (KeyringOutcome.ABSENT, strings.KEYRING_ABSENT),
        (KeyringOutcome.LOCKED, strings.KEYRING_LOCKED),
        (KeyringOutcome.TIMEOUT, strings.KEYRING_TIMEOUT),
        (KeyringOutcome.UNAVAILABLE, strings.KEYRING_NONE),
    ],
)
def test_names_the_one_outcome_and_opens_nothing(
    bench: GateBench, vault: MadeVault, outcome: KeyringOutcome, title: str
) -> None:
    vm = lock(bench, vault, MemoryKeyring(outcome))
    bench.wait(lambda: vm.state.notice)
    assert vm.state.notice is not None
    assert vm.state.notice.title == title
    assert strings.VAULT_WHOLE in vm.state.notice.text
    assert strings.USE_YOUR_PASSPHRASE in vm.state.notice.text.casefold()
    assert vm.state.keyring_failed
    assert not bench.has_opened


def test_a_key_that_does_not_fit_is_an_outcome_of_its_own(
    bench: GateBench, vault: MadeVault
) -> None:
    for account in vault.keyring.secrets:
        vault.keyring.secrets[account] = bytes(32)
    vm = lock(bench, vault)
    bench.wait(lambda: vm.state.notice)
    assert vm.state.notice is not None
    assert vm.state.notice.title == strings.KEYRING_MISMATCH


def test_a_refused_keyring_is_called_unsafe() -> None:
    from managernotes_ui.unlock.keyring_notice import keyring_notice

    refused = KeyringUnavailableError(("keyrings.alt.file.PlaintextKeyring",))
    assert keyring_notice(refused, has_passphrase=True).title == strings.KEYRING_REFUSED


def test_without_a_passphrase_the_banner_names_the_code(bench: GateBench, tmp_path: Path) -> None:
    vault = made_vault(tmp_path / "k", Protection.KEYRING)
    vm = lock(bench, vault, MemoryKeyring(KeyringOutcome.LOCKED))
    bench.wait(lambda: vm.state.notice)
    assert vm.state.notice is not None
    assert strings.USE_YOUR_CODE in vm.state.notice.text
    assert strings.USE_YOUR_PASSPHRASE not in vm.state.notice.text


def test_the_keyring_can_be_tried_again(bench: GateBench, vault: MadeVault) -> None:
    keyring = MemoryKeyring(KeyringOutcome.LOCKED)
    keyring.secrets = vault.keyring.secrets
    vm = lock(bench, vault, keyring)
    opened = heard(vm.opened)
    bench.wait(lambda: vm.state.notice)
    keyring.only = None
    vm.try_keyring()
    assert vm.state.notice is None
    bench.wait(lambda: opened)


def test_a_passphrase_overtakes_a_keyring_that_does_not_answer(
    bench: GateBench, vault: MadeVault
) -> None:
    slow = SlowKeyring(vault.keyring)
    vm = lock(bench, vault, slow)
    opened = heard(vm.opened)
    bench.wait(lambda: slow.asked)
    assert vm.state.can_submit
    vm.try_text(PASSPHRASE)
    bench.wait(lambda: opened)
    slow.go.set()


def test_while_a_passphrase_is_tried_nothing_else_is(bench: GateBench, vault: MadeVault) -> None:
    vm = lock(bench, vault, by_hand=True)
    vm.try_text(PASSPHRASE)
    assert not vm.state.can_submit
    vm.try_keyring()
    assert vm.state.trying is SlotKind.PASSPHRASE


def test_waits_0_0_1_2_4_seconds_after_wrong_passphrases(
    bench: GateBench, vault: MadeVault
) -> None:
    vm = lock(bench, vault, by_hand=True)
    refused = []
    vm.text_refused.connect(lambda: refused.append(True))
    for wait in (0, 0, 1, 2, 4, 4):
        try_wrong(bench, vm)
        assert vm.state.wait == wait
        assert vm.state.problem == strings.wait_sentence(strings.WRONG_PASSPHRASE, wait)
        assert vm.state.can_submit == (wait == 0)
        if wait:
            vm.try_text(PASSPHRASE)  # too early: not even tried
            assert vm.state.trying is None
        bench.wait(lambda: vm.state.wait == 0)
    assert len(refused) == 6
    assert vm.state.can_submit


def test_the_wait_is_said_second_by_second(bench: GateBench, vault: MadeVault) -> None:
    vm = lock(bench, vault, by_hand=True)
    said: list[str] = []
    vm.changed.connect(lambda state: said.append(state.problem))
    for _ in range(4):
        try_wrong(bench, vm)
        bench.wait(lambda: vm.state.wait == 0)
    assert [sentence for sentence in dict.fromkeys(said) if "wait" in sentence] == [
        f"{strings.WRONG_PASSPHRASE}; wait 1 second.",
        f"{strings.WRONG_PASSPHRASE}; wait 2 seconds.",
    ]


def test_typing_takes_the_sentence_away(bench: GateBench, vault: MadeVault) -> None:
    vm = lock(bench, vault, by_hand=True)
    try_wrong(bench, vm)
    assert vm.state.problem
    vm.typing()
    assert not vm.state.problem


@pytest.mark.parametrize("dress", [str.lower, lambda code: code.replace("-", "  "), str.upper])
def test_opens_with_the_recovery_code_however_it_is_written(
    bench: GateBench, vault: MadeVault, dress: type[str]
) -> None:
    vm = lock(bench, vault, by_hand=True)
    opened = heard(vm.opened)
    vm.use_code(True)
    vm.try_text(f"  {dress(vault.code)} ")
    bench.wait(lambda: opened)


def test_tells_a_mistyped_code_from_another_vaults(
    bench: GateBench, vault: MadeVault, tmp_path: Path
) -> None:
    other = made_vault(tmp_path / "other")
    vm = lock(bench, vault, by_hand=True)
    vm.use_code(True)
    slip = ("3" if vault.code[0] != "3" else "4") + vault.code[1:]
    try_wrong(bench, vm, slip)
    assert vm.state.problem == strings.MISTYPED_CODE
    try_wrong(bench, vm, other.code)
    assert vm.state.problem == f"{strings.WRONG_CODE}."


def test_a_wait_stays_said_on_the_other_page(bench: GateBench, vault: MadeVault) -> None:
    vm = lock(bench, vault, by_hand=True, second_ms=60_000)
    for _ in range(3):
        try_wrong(bench, vm)
    vm.use_code(True)
    assert vm.state.problem == f"{strings.WRONG_PASSPHRASE}; wait 1 second."
    assert not vm.state.can_submit


def test_files_that_are_damaged_meanwhile_are_told_as_such(
    bench: GateBench, vault: MadeVault
) -> None:
    vm = lock(bench, vault, by_hand=True)
    troubles = heard(vm.files_in_trouble)
    vault.path.write_bytes(b"")
    vm.try_text(PASSPHRASE)
    bench.wait(lambda: troubles)
    assert troubles == [Trouble.EMPTY]


def test_a_page_that_was_altered_is_damage_and_no_wrong_key(
    bench: GateBench, vault: MadeVault
) -> None:
    content = bytearray(vault.path.read_bytes())
    content[100] ^= 1
    vault.path.write_bytes(content)
    vm = lock(bench, vault, by_hand=True)
    troubles = heard(vm.files_in_trouble)
    vm.try_text(PASSPHRASE)
    bench.wait(lambda: troubles)
    assert troubles == [Trouble.DAMAGED]


def test_a_newer_vault_is_left_as_it_is(bench: GateBench, vault: MadeVault) -> None:
    opened = bench.sessions(keeper := bench.keeper(vault.path, vault.keyring))
    from managernotes.services.ways_in import PassphraseWay

    keeper.open(PassphraseWay(PASSPHRASE))
    bench.wait(lambda: opened)
    bench.ask(opened[0], lambda workspace: workspace.ledger.db.execute("PRAGMA user_version = 999"))
    opened[0].close()
    before = vault.path.read_bytes()
    vm = lock(bench, vault, by_hand=True)
    troubles = heard(vm.files_in_trouble)
    vm.try_text(PASSPHRASE)
    bench.wait(lambda: troubles)
    assert troubles == [Trouble.NEWER]
    assert vault.path.read_bytes() == before


def test_an_empty_field_tries_nothing(bench: GateBench, vault: MadeVault) -> None:
    vm = lock(bench, vault, by_hand=True)
    vm.try_text("  ")
    assert vm.state.trying is None

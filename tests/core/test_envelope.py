"""The envelope opens with its own secrets only, and no altered byte of it is ever accepted."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from hypothesis import given
from hypothesis import strategies as some

from managernotes.errors import DamagedEnvelopeError, ManagerNotesError, NewerVaultError
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import (
    Envelope,
    from_bytes,
    new_vault_id,
    sealed_envelope,
    to_bytes,
    verify_envelope,
)
from managernotes.vault.key_derivation import KdfCost, key_from_passphrase
from managernotes.vault.key_slots import (
    KeySlot,
    Secret,
    SlotKind,
    keyring_slot,
    opened,
    recovery_slot,
)
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.envelope_mutations import altered_bytes, canonical, with_checksum
from tests.core.vault_fakes import BACKEND, CHEAP

GOLDEN: Final = Path(__file__).parent / "golden" / "envelope_v1.keys.json"
KEY: Final = DataKey(bytes(range(32)))
CODE: Final = RecoveryCode.parse("5CKS-Z8FN-V4BJ-RY7E-MU3A-HQX6-DLT2-9GC4")
PASSPHRASE: Final = "correct horse Ånä"
KEYRING_SECRET: Final = b"k" * 32
SECRETS: Final[dict[SlotKind, Secret]] = {
    SlotKind.KEYRING: KEYRING_SECRET,
    SlotKind.PASSPHRASE: PASSPHRASE,
    SlotKind.RECOVERY: CODE,
}


@pytest.fixture(scope="module")
def golden() -> Envelope:
    return from_bytes(GOLDEN.read_bytes())


def _fresh() -> Envelope:
    vault_id = new_vault_id()
    slots = [
        keyring_slot(vault_id, KEY, KEYRING_SECRET, BACKEND),
        recovery_slot(vault_id, KEY, CODE),
    ]
    return sealed_envelope(vault_id, slots, KEY)


def test_the_first_format_is_still_read_and_each_of_its_slots_still_opens(
    golden: Envelope,
) -> None:
    assert [slot.kind for slot in golden.slots] == [
        kind for kind in SlotKind if kind is not SlotKind.KEYRING_AND_PASSPHRASE
    ]
    for slot in golden.slots:
        assert opened(slot, golden.vault_id, SECRETS[slot.kind]) == KEY
    verify_envelope(golden, KEY)
    assert to_bytes(golden) == GOLDEN.read_bytes()


def test_an_envelope_comes_back_as_it_was_written() -> None:
    envelope = _fresh()
    assert from_bytes(to_bytes(envelope)) == envelope
    verify_envelope(envelope, KEY)


def test_neither_the_key_nor_a_secret_is_in_the_file(golden: Envelope) -> None:
    content = GOLDEN.read_bytes()
    for secret in (KEY.material, KEYRING_SECRET, CODE.symbols.encode(), PASSPHRASE.encode()):
        assert secret not in content
        assert secret.hex().encode() not in content


def test_two_envelopes_of_one_key_share_no_salt_nonce_or_ciphertext() -> None:
    first, second = _fresh(), _fresh()
    for one, other in zip(first.slots, second.slots, strict=True):
        fields = [(s.slot_id, s.salt, s.nonce, s.wrapped) for s in (one, other)]
        assert not {*fields[0]} & {*fields[1]}


def test_wrong_secrets_open_nothing(golden: Envelope) -> None:
    wrong: dict[SlotKind, Secret] = {
        SlotKind.KEYRING: b"K" * 32,
        SlotKind.PASSPHRASE: PASSPHRASE + " ",
        SlotKind.RECOVERY: RecoveryCode.new(),
    }
    for slot in golden.slots:
        assert opened(slot, golden.vault_id, wrong[slot.kind]) is None
        assert opened(slot, new_vault_id(), SECRETS[slot.kind]) is None


def test_a_passphrase_counts_by_its_letters_not_by_how_they_were_composed() -> None:
    decomposed = PASSPHRASE.replace("Å", "A\u030a").replace("ä", "a\u0308")
    assert decomposed != PASSPHRASE
    salt = b"s" * 16
    assert key_from_passphrase(decomposed, salt, CHEAP) == key_from_passphrase(
        PASSPHRASE, salt, CHEAP
    )


def test_an_independent_argon2id_gives_the_same_key() -> None:
    other = Argon2id(salt=b"s" * 16, length=32, iterations=1, lanes=4, memory_cost=64 * 1024)
    assert key_from_passphrase("pass", b"s" * 16, CHEAP) == other.derive(b"pass")


def test_no_file_with_an_altered_byte_is_accepted() -> None:
    content, chance = GOLDEN.read_bytes(), random.Random(1)  # noqa: S311  # mutations, no secret
    for _ in range(2000):
        altered = altered_bytes(content, chance)
        if altered != content:
            with pytest.raises(ManagerNotesError):
                from_bytes(altered)


@given(some.binary(max_size=300))
def test_no_random_bytes_are_accepted(content: bytes) -> None:
    with pytest.raises(DamagedEnvelopeError):
        from_bytes(content)


def test_an_unaltered_document_comes_out_as_it_was() -> None:
    assert _serialised(json.loads(GOLDEN.read_bytes())) == GOLDEN.read_bytes()


_JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)
_PLACES = [(), ("slots",), ("slots", 0), ("slots", 1, "cost"), ("slots", 1, "cost", "passes")] + [
    (*place, name)
    for place, names in {
        (): ["vault_id", "key_check", "mac", "checksum"],
        ("slots", 0): ["backend", "cost", "kind", "nonce", "salt", "slot_id", "wrapped"],
    }.items()
    for name in names
]


@given(place=some.sampled_from(_PLACES), value=_JSON)
def test_no_other_value_is_accepted_in_any_place(place: tuple[Any, ...], value: Any) -> None:
    document = {"whole": json.loads(GOLDEN.read_bytes())}
    parent: Any = document
    steps = ("whole", *place)
    for step in steps[:-1]:
        parent = parent[step]
    if parent[steps[-1]] == value:
        return
    parent[steps[-1]] = value
    with pytest.raises(ManagerNotesError):
        verify_envelope(from_bytes(_serialised(document["whole"])), KEY)


_EDITS: dict[str, Callable[[KeySlot], KeySlot]] = {
    "slot id": lambda slot: replace(slot, slot_id="0" * 16),
    "kind": lambda slot: replace(slot, kind=SlotKind.RECOVERY, cost=None),
    "salt": lambda slot: replace(slot, salt=b"\0" * 16),
    "passes": lambda slot: replace(slot, cost=KdfCost(2, 64 * 1024, 4)),
    "memory": lambda slot: replace(slot, cost=KdfCost(1, 65 * 1024, 4)),
    "lanes": lambda slot: replace(slot, cost=KdfCost(1, 64 * 1024, 1)),
    "backend": lambda slot: replace(slot, backend="other"),
    "nonce": lambda slot: replace(slot, nonce=b"\0" * 12),
    "wrapped": lambda slot: replace(slot, wrapped=slot.wrapped[:-1] + b"\0"),
}


@pytest.mark.parametrize("edit", _EDITS)
def test_an_edited_slot_opens_nothing_even_with_a_fresh_checksum(
    golden: Envelope, edit: str
) -> None:
    for at, slot in enumerate(golden.slots):
        if edit in {"passes", "memory", "lanes"} and slot.cost is None:
            continue
        if edit == "kind" and slot.kind is SlotKind.RECOVERY:
            continue
        edited = _EDITS[edit](slot)
        secret = SECRETS[slot.kind] if edited.cost or slot.cost is None else b"x"
        assert opened(edited, golden.vault_id, secret) is None
        slots = (*golden.slots[:at], edited, *golden.slots[at + 1 :])
        altered = from_bytes(to_bytes(replace(golden, slots=slots)))
        with pytest.raises(DamagedEnvelopeError):
            verify_envelope(altered, KEY)


def test_a_slot_removed_added_or_moved_is_found_once_the_key_is_known(golden: Envelope) -> None:
    foreign = recovery_slot(golden.vault_id, KEY, RecoveryCode.new())
    for slots in (golden.slots[1:], (*golden.slots, foreign), golden.slots[::-1]):
        altered = from_bytes(to_bytes(replace(golden, slots=slots)))
        with pytest.raises(DamagedEnvelopeError):
            verify_envelope(altered, KEY)


def test_another_vaults_key_check_is_found(golden: Envelope) -> None:
    with pytest.raises(DamagedEnvelopeError):
        verify_envelope(golden, DataKey.new())


@pytest.mark.parametrize("version", [2, 10**6])
def test_a_newer_envelope_is_refused_as_newer_whatever_else_it_holds(version: int) -> None:
    with pytest.raises(NewerVaultError):
        from_bytes(json.dumps({"v": version, "shape": "unknown"}).encode())


@pytest.mark.parametrize("version", [0, -1, True, "1", 1.5, None, [2]])
def test_a_version_that_never_was_is_damage(version: object) -> None:
    with pytest.raises(DamagedEnvelopeError):
        from_bytes(json.dumps({"v": version}).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]" * 40_000,
        b"[" * 30_000,
        b"{" + b'"a":{' * 9_000,
        b'{"v":' + b"9" * 5_000 + b"}",
        b"\xff\xfe{}",
    ],
    ids=["empty", "open", "null", "too long", "deep list", "deep object", "huge int", "not utf-8"],
)
def test_a_hostile_file_is_refused(content: bytes) -> None:
    with pytest.raises(DamagedEnvelopeError):
        from_bytes(content)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 64 * 1024 - 1),
        ("memory_kib", 1024 * 1024 + 1),
        ("memory_kib", 2**60),
        ("passes", 0),
        ("passes", 11),
        ("lanes", 0),
        ("lanes", 9),
        ("lanes", True),
        ("lanes", 4.0),
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_it_is_paid(name: str, value: object) -> None:
    document = json.loads(GOLDEN.read_bytes())
    document["slots"][1]["cost"][name] = value
    with pytest.raises(DamagedEnvelopeError):
        from_bytes(_serialised(document))


def test_more_than_sixteen_slots_or_none_are_refused(golden: Envelope) -> None:
    for count in (0, 17):
        slots = golden.slots[:1] * count
        with pytest.raises(DamagedEnvelopeError):
            from_bytes(to_bytes(replace(golden, slots=slots)))
        with pytest.raises(ValueError, match="16 slots"):
            sealed_envelope(golden.vault_id, slots, KEY)


def test_a_data_key_hides_itself_and_is_gone_once_wiped() -> None:
    key = DataKey.new()
    digits = key.material.hex()
    assert digits not in repr(key)
    assert digits[:8] not in f"{key} {key.material[:0]!r}"
    key.wipe()
    with pytest.raises(ManagerNotesError):
        key.material  # noqa: B018  # reading is the test
    with pytest.raises(ValueError, match="32 bytes"):
        DataKey(b"short")


def _serialised(document: Any) -> bytes:
    """Serialise as the app does, with the checksum that an attacker would put in."""
    if not isinstance(document, dict):
        return canonical(document) + b"\n"
    untouched = document.get("checksum") == json.loads(GOLDEN.read_bytes())["checksum"]
    return with_checksum(document) if untouched else canonical(document) + b"\n"

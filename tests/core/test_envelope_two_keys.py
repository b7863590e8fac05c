"""The envelope while the data key is being changed, and the slot that needs both secrets."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from managernotes.errors import DamagedEnvelopeError, ManagerNotesError
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope, from_bytes, to_bytes, verify_envelope
from managernotes.vault.key_slots import BothSecrets, KeySlot, Secret, SlotKind, opened
from managernotes.vault.recovery_code import RecoveryCode

GOLDEN: Final = Path(__file__).parent / "golden"
KEY: Final = DataKey(bytes(range(32)))
NEW_KEY: Final = DataKey(bytes(range(32, 64)))
CODE: Final = RecoveryCode.parse("5CKS-Z8FN-V4BJ-RY7E-MU3A-HQX6-DLT2-9GC4")
PASSPHRASE: Final = "correct horse Ånä"
IN_KEYRING: Final = b"k" * 32
NEW_IN_KEYRING: Final = b"n" * 32


@pytest.fixture(scope="module", params=["envelope_v1_both", "envelope_v1_two_keys"])
def content(request: pytest.FixtureRequest) -> bytes:
    return (GOLDEN / f"{request.param}.keys.json").read_bytes()


@pytest.fixture(scope="module")
def two_keys() -> Envelope:
    return from_bytes((GOLDEN / "envelope_v1_two_keys.keys.json").read_bytes())


def test_the_first_slot_that_needs_both_is_still_read_and_still_opens() -> None:
    content = (GOLDEN / "envelope_v1_both.keys.json").read_bytes()
    envelope = from_bytes(content)
    assert to_bytes(envelope) == content
    verify_envelope(envelope, KEY)
    slot = envelope.slots[0]
    assert slot.kind is SlotKind.KEYRING_AND_PASSPHRASE
    assert slot.cost is not None
    assert slot.backend
    assert opened(slot, envelope.vault_id, BothSecrets(IN_KEYRING, PASSPHRASE)) == KEY


def test_the_first_file_with_two_keys_is_still_read_and_each_key_opens_its_own_slots(
    two_keys: Envelope,
) -> None:
    assert to_bytes(two_keys) == (GOLDEN / "envelope_v1_two_keys.keys.json").read_bytes()
    assert two_keys.successor is not None
    sides = ((two_keys, KEY, IN_KEYRING), (two_keys.successor, NEW_KEY, NEW_IN_KEYRING))
    for key_set, key, kept in sides:
        verify_envelope(two_keys, key)
        assert key_set.is_of(key)
        both, recovery = key_set.slots
        assert opened(both, two_keys.vault_id, BothSecrets(kept, PASSPHRASE)) == key
        assert opened(recovery, two_keys.vault_id, CODE) == key


@pytest.mark.parametrize(
    "secret",
    [
        BothSecrets(IN_KEYRING, PASSPHRASE + " "),
        BothSecrets(b"K" * 32, PASSPHRASE),
        BothSecrets(b"", PASSPHRASE),
        BothSecrets(IN_KEYRING, ""),
        PASSPHRASE,
        IN_KEYRING,
        CODE,
    ],
)
def test_neither_secret_opens_it_alone(two_keys: Envelope, secret: Secret) -> None:
    assert opened(two_keys.slots[0], two_keys.vault_id, secret) is None


def test_a_secret_hides_itself() -> None:
    shown = repr(BothSecrets(IN_KEYRING, PASSPHRASE))
    assert "correct" not in shown
    assert "kkk" not in shown


def test_no_file_with_an_altered_byte_is_accepted(content: bytes) -> None:
    chance = random.Random(2)  # noqa: S311  # mutations, no secret
    for _ in range(1000):
        altered = bytearray(content)
        place = chance.randrange(len(altered))
        match chance.randrange(3):
            case 0:
                altered[place] ^= 1 << chance.randrange(8)
            case 1:
                del altered[place : place + chance.randrange(1, 40)]
            case _:
                altered[place:place] = chance.randbytes(3)
        if bytes(altered) != content:
            with pytest.raises(ManagerNotesError):
                from_bytes(bytes(altered))


_Edit = Callable[[dict[str, Any]], object]
_EDITS: dict[str, _Edit] = {
    "the new set dropped": lambda d: d.pop("next"),
    "the sets swapped": lambda d: d.update(
        {"next": {k: d[k] for k in ("slots", "key_check", "mac")}}
        | {k: d["next"][k] for k in ("slots", "key_check", "mac")}
    ),
    "a slot moved to the other set": lambda d: d["slots"].append(d["next"]["slots"].pop()),
    "the new set's mac cleared": lambda d: d["next"].update(mac="0" * 64),
    "the old set's mac cleared": lambda d: d.update(mac="0" * 64),
    "one mac for both": lambda d: d["next"].update(mac=d["mac"]),
    "the new key's check replaced": lambda d: d["next"].update(key_check="0" * 16),
}


@pytest.mark.parametrize("edit", _EDITS)
def test_the_sets_cannot_be_mixed_even_with_a_fresh_checksum(edit: str) -> None:
    document = json.loads((GOLDEN / "envelope_v1_two_keys.keys.json").read_bytes())
    _EDITS[edit](document)
    altered = from_bytes(_with_checksum(document))
    refused = 0
    for key in (KEY, NEW_KEY):
        try:
            verify_envelope(altered, key)
        except DamagedEnvelopeError:
            refused += 1
    # a cleared mac is seen by the key that made it: the other one does not seal it
    assert refused == (1 if "mac" in edit else 2)


@pytest.mark.parametrize(
    "successor", [None, {}, [], "x", 1, {"slots": []}, {"slots": [], "key_check": "", "mac": ""}]
)
def test_a_second_set_of_another_shape_is_damage(successor: Any) -> None:
    document = json.loads((GOLDEN / "envelope_v1_both.keys.json").read_bytes())
    with pytest.raises(DamagedEnvelopeError):
        from_bytes(_with_checksum(document | {"next": successor}))


def test_both_sets_together_have_at_most_sixteen_slots(two_keys: Envelope) -> None:
    assert two_keys.successor is not None
    many: tuple[KeySlot, ...] = two_keys.successor.slots * 8
    crowded = replace(two_keys, successor=replace(two_keys.successor, slots=many))
    with pytest.raises(DamagedEnvelopeError):
        from_bytes(to_bytes(crowded))


def _with_checksum(document: dict[str, Any]) -> bytes:
    """Serialise as the app does, with the checksum that an attacker would put in."""
    body = {name: value for name, value in document.items() if name != "checksum"}
    checksum = hashlib.sha256(_canonical(body)).hexdigest()
    return _canonical(body | {"checksum": checksum}) + b"\n"


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")

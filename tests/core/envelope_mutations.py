"""Key files as an accident or an attacker may leave them, made from a sound one.

An accident changes bytes; whoever does it on purpose changes what the file says and puts the
checksum right, which needs no key. Only the seal under the data key is left to find that out.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from typing import Any, Final

Document = dict[str, Any]


def altered_bytes(content: bytes, chance: random.Random) -> bytes:
    """Flip, drop, add, swap or cut off some bytes; now and then that changes nothing."""
    altered = bytearray(content)
    place = chance.randrange(len(altered))
    match chance.randrange(5):
        case 0:
            altered[place] ^= 1 << chance.randrange(8)
        case 1:
            del altered[place : place + chance.randrange(1, 40)]
        case 2:
            altered[place:place] = chance.randbytes(chance.randrange(1, 8))
        case 3:
            other = chance.randrange(len(altered))
            altered[place], altered[other] = altered[other], altered[place]
        case _:
            del altered[place:]
    return bytes(altered)


def altered_meaning(content: bytes, chance: random.Random) -> bytes:
    """Change one thing that the key file says, and put its checksum right."""
    document: Document = json.loads(content)
    chance.choice(_CHANGES)(document, chance)
    return with_checksum(document)


def with_checksum(document: Document) -> bytes:
    """Serialise as the app does, with the checksum that fits."""
    body = {name: value for name, value in document.items() if name != "checksum"}
    checksum = hashlib.sha256(canonical(body)).hexdigest()
    return canonical(document | {"checksum": checksum}) + b"\n"


def canonical(value: Any) -> bytes:
    """Serialise any value in the one form that is accepted."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def _one_digit(holder: Document, name: str, chance: random.Random) -> None:
    digits = list(holder[name])
    place = chance.randrange(len(digits))
    digits[place] = chance.choice([sign for sign in "0123456789abcdef" if sign != digits[place]])
    holder[name] = "".join(digits)


def _edit_head(document: Document, chance: random.Random) -> None:
    _one_digit(document, chance.choice(["vault_id", "key_check", "mac"]), chance)


def _edit_slot(document: Document, chance: random.Random) -> None:
    slot = chance.choice(document["slots"])
    _one_digit(slot, chance.choice(["nonce", "salt", "slot_id", "wrapped"]), chance)


def _remove_slot(document: Document, chance: random.Random) -> None:
    del document["slots"][chance.randrange(len(document["slots"]))]


def _repeat_slot(document: Document, chance: random.Random) -> None:
    slots = document["slots"]
    slots.insert(chance.randrange(len(slots) + 1), dict(chance.choice(slots)))


def _move_slots(document: Document, chance: random.Random) -> None:
    before = list(document["slots"])
    while document["slots"] == before:
        chance.shuffle(document["slots"])


def _swap_parts(document: Document, chance: random.Random) -> None:
    one, other = chance.sample(document["slots"], 2)
    name = chance.choice(["nonce", "salt", "slot_id", "wrapped", "kind"])
    one[name], other[name] = other[name], one[name]


def _edit_cost(document: Document, chance: random.Random) -> None:
    slot = chance.choice(document["slots"])
    slot["cost"] = chance.choice([{"lanes": 1, "memory_kib": 65_536, "passes": 1}, {}, 0, None, []])


def _edit_names(document: Document, chance: random.Random) -> None:
    slot = chance.choice(document["slots"])
    slot[chance.choice(["backend", "kind"])] = chance.choice(["", "x", "recovery", "keyring", 1])


def _edit_version(document: Document, chance: random.Random) -> None:
    document["v"] = chance.choice([0, -1, 2, 10**6, "1", True, None])


def _add_something(document: Document, chance: random.Random) -> None:
    chance.choice([document, *document["slots"]])[chance.choice("xyz")] = chance.choice([1, "", []])


_CHANGES: Final[tuple[Callable[[Document, random.Random], None], ...]] = (
    *(_edit_head, _edit_slot, _remove_slot, _repeat_slot, _move_slots, _swap_parts),
    *(_edit_cost, _edit_names, _edit_version, _add_something),
)

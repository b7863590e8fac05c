"""Classes of bytes: what makes a row of letters stand out from what is encrypted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from string import ascii_letters, digits, hexdigits
from typing import Final

_BYTES: Final = 256
_OTHER: Final = ord(".")


@dataclass(frozen=True, slots=True)
class Classes:
    """A table from bytes to classes, how many make a row, and the letters that count as one."""

    table: bytes
    width: int
    fold: bytes
    is_wide: bool = False

    def share(self, row: bytes) -> float:
        """Return at what share of the places of a random file a row begins."""
        sizes = _sizes(self.table)
        return prod(sizes[sign] / _BYTES for sign in row)


@lru_cache(maxsize=16)
def _sizes(table: bytes) -> Counter[int]:
    return Counter(table)


def _table(classes: Mapping[str, Iterable[int]]) -> bytes:
    table = bytearray([_OTHER]) * _BYTES
    for sign, members in classes.items():
        for member in members:
            table[member] = ord(sign)
    return bytes(table)


_LOWER: Final = bytes(range(_BYTES)).lower()
_LETTERS: Final = ascii_letters.encode()
_ONE_BASE64: Final = bytes.maketrans(b"-_", b"+/")

TEXT: Final = Classes(
    _table(
        {
            "a": _LETTERS,
            "c": range(0x80, 0xC0),  # the rest of a letter beyond ASCII
            "l": range(0xC2, 0xE0),  # begins a letter of two bytes
            "L": range(0xE0, 0xF5),  # of three or four
        }
    ),
    6,
    _LOWER,
)
HEX: Final = Classes(_table({"x": hexdigits.encode()}), 12, _LOWER)
BASE64: Final = Classes(_table({"b": _LETTERS + digits.encode() + b"+/-_"}), 7, _ONE_BASE64)

_WIDE_WIDTH: Final = 10


def wide(content: bytes, *, high_first: bool) -> Classes | None:
    """Return the classes for text of two bytes a letter, told by the half that stays the same.

    None when no five letters of it share that half.
    """
    high = content[0::2] if high_first else content[1::2]
    letters = _WIDE_WIDTH // 2
    runs = (
        high[at] for at in range(len(high) - letters + 1) if len({*high[at : at + letters]}) == 1
    )
    shared = next(runs, None)
    return None if shared is None else _wide(shared)


@lru_cache(maxsize=16)
def _wide(shared: int) -> Classes:
    return Classes(_table({"h": [shared]}), _WIDE_WIDTH, _LOWER, is_wide=True)

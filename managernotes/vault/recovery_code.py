"""The recovery code: eight groups of four, so that a lost keyring never loses the notes.

Thirty random symbols (150 bits) and two check symbols (SPEC §5 item 15: no 0 O 1 I). The check
is an extended Reed-Solomon code over GF(32): it detects every wrong symbol, every two wrong
symbols, and every swap of two symbols.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

from managernotes.errors import MistypedRecoveryCodeError

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LENGTH: Final = 32
_GROUP: Final = 4
_RANDOM: Final = _LENGTH - 2
_SEPARATORS: Final = " \t\r\n\u00a0-\u2010\u2011\u2012\u2013\u2014\u2212_.,"
_FIELD_POLYNOMIAL: Final = 0b100101  # x^5 + x^2 + 1
_FIELD_SIZE: Final = 32


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A code whose check symbols fit; it shows itself only when asked for its text."""

    symbols: str = field(repr=False)  # 32 symbols of ALPHABET, without separators

    def __post_init__(self) -> None:
        if not _is_sound(self.symbols):
            raise MistypedRecoveryCodeError

    @classmethod
    def new(cls) -> RecoveryCode:
        """Return a fresh random code."""
        values = [secrets.randbelow(_FIELD_SIZE) for _ in range(_RANDOM)]
        return cls("".join(ALPHABET[value] for value in [*values, *_check_values(values)]))

    @classmethod
    def parse(cls, text: str) -> RecoveryCode:
        """Read a typed code, forgiving case, spaces and dashes.

        Raises MistypedRecoveryCodeError when a symbol is foreign, missing or wrong.
        """
        typed = (sign.upper() if sign.isascii() else sign for sign in text)
        return cls("".join(sign for sign in typed if sign not in _SEPARATORS))

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of four."""
        return tuple(self.symbols[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))

    @property
    def text(self) -> str:
        """The code as it is printed on the recovery sheet."""
        return "-".join(self.groups)


def _is_sound(symbols: str) -> bool:
    if len(symbols) != _LENGTH or any(symbol not in ALPHABET for symbol in symbols):
        return False
    values = [ALPHABET.index(symbol) for symbol in symbols]
    return _check_values(values[:_RANDOM]) == tuple(values[_RANDOM:])


def _check_values(values: list[int]) -> tuple[int, int]:
    """Choose c30, c31 so that the sum of all c is one and the sum of all i·c is zero.

    The places 30 and 31 add up to 1, so the two equations need no division. One instead of zero
    for the plain sum: otherwise 32 times the same symbol would be a code.
    """
    plain, weighted = 1, 0
    for place, value in enumerate(values):
        plain ^= value
        weighted ^= _times(place, value)
    last = weighted ^ _times(_RANDOM, plain)
    return plain ^ last, last


def _times(left: int, right: int) -> int:
    """Multiply in GF(32)."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & _FIELD_SIZE:
            left ^= _FIELD_POLYNOMIAL
        right >>= 1
    return product

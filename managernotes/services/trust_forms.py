"""How a secret may look in a file: as text of three kinds, as hex digits, as base64."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final

from managernotes.vault.data_key import DataKey

_GROUP: Final = 3
"""Bytes that base64 writes together: a word's letters depend on where in a group it begins."""
_BITS, _BITS_A_LETTER = 8, 6
_HALF: Final = 16


class Form(StrEnum):
    """One way of writing; letters are compared without case but where case carries meaning."""

    TEXT = auto()
    WIDE_LITTLE = auto()
    WIDE_BIG = auto()
    HEX = auto()
    BASE64 = auto()
    RAW = auto()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Bytes to look for, and the number of the secret that they give away."""

    secret: int
    form: Form
    content: bytes


def forms_of_word(number: int, word: str) -> Iterator[Pattern]:
    """Yield what a word looks like; every case as text, the usual cases as digits and base64."""
    found: set[Pattern] = set()
    for written in (word, word.lower(), word.capitalize()):
        found.add(Pattern(number, Form.TEXT, written.encode().lower()))
        found.add(Pattern(number, Form.WIDE_LITTLE, written.encode("utf-16-le").lower()))
        found.add(Pattern(number, Form.WIDE_BIG, written.encode("utf-16-be").lower()))
        found.update(_digits(number, written.encode()))
    yield from found


def forms_of_key(number: int, key: DataKey) -> Iterator[Pattern]:
    """Yield what a data key looks like: its bytes or half of them, its digits in any writing."""
    material = key.material
    for raw in (material[:_HALF], material[_HALF:]):
        yield Pattern(number, Form.RAW, raw)
        yield from _digits(number, raw)
    for digits in (material.hex(), base64.b64encode(material).decode()):
        yield Pattern(number, Form.WIDE_LITTLE, digits.encode("utf-16-le").lower())
        yield Pattern(number, Form.WIDE_BIG, digits.encode("utf-16-be").lower())


def longest(patterns: Iterable[Pattern]) -> int:
    """Return the length in bytes of the longest pattern."""
    return max((len(pattern.content) for pattern in patterns), default=0)


def _digits(number: int, content: bytes) -> Iterator[Pattern]:
    yield Pattern(number, Form.HEX, content.hex().encode())
    for before in range(_GROUP):
        letters = base64.b64encode(bytes(before) + content)
        first = -(-before * _BITS // _BITS_A_LETTER)
        last = (before + len(content)) * _BITS // _BITS_A_LETTER
        yield Pattern(number, Form.BASE64, letters[first:last])

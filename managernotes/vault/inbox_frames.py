"""How sealed boxes lie one after the other in the inbox, so that damage to one costs only that.

A frame is a mark, the length, the box, and a checksum. Where a frame is torn or altered, reading
goes on at the next mark that a whole frame follows; what lies between is kept as a broken piece.
The checksum finds accidents; only the box's own seal finds forgery.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from managernotes.vault.sealed_box import BOX_OVERHEAD

MOST_BOX_BYTES: Final = 1024 * 1024
"""The longest line there can be, padded."""

MOST_BROKEN: Final = 1000
"""After so many marks without a whole frame the rest is one broken piece: reading ends in time."""

_MARK: Final = b"\x89MNseal\n"
_LENGTH_BYTES: Final = 4
_HEAD: Final = len(_MARK) + _LENGTH_BYTES
_CHECKSUM_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the inbox: a whole frame with its box, or, with None, what is no frame."""

    raw: bytes = field(repr=False)
    box: bytes | None = field(repr=False)


def framed(box: bytes) -> bytes:
    """Return a box as it is written; ValueError when it is longer than a reader accepts."""
    if not BOX_OVERHEAD <= len(box) <= MOST_BOX_BYTES:
        raise ValueError("no box of a line")
    counted = len(box).to_bytes(_LENGTH_BYTES) + box
    return _MARK + counted + _checksum(counted)


def pieces(content: bytes) -> Iterator[Piece]:
    """Yield all of an inbox in order, whatever is in it; joined they are the content again."""
    start = at = broken = 0
    while at < len(content) and broken <= MOST_BROKEN:
        box = _box_at(content, at)
        if box is None:
            broken += content.startswith(_MARK, at)
            found = content.find(_MARK, at + 1)
            at = found if found >= 0 else len(content)
            continue
        if start < at:
            yield Piece(content[start:at], None)
        start = at + _HEAD + len(box) + _CHECKSUM_BYTES
        yield Piece(content[at:start], box)
        at = start
    if start < len(content):
        yield Piece(content[start:], None)


def _box_at(content: bytes, at: int) -> bytes | None:
    if not content.startswith(_MARK, at):
        return None
    length = int.from_bytes(content[at + len(_MARK) : at + _HEAD])
    end = at + _HEAD + length
    if not BOX_OVERHEAD <= length <= MOST_BOX_BYTES or end + _CHECKSUM_BYTES > len(content):
        return None
    whole = _checksum(content[at + len(_MARK) : end]) == content[end : end + _CHECKSUM_BYTES]
    return content[at + _HEAD : end] if whole else None


def _checksum(counted: bytes) -> bytes:
    return sha256(counted).digest()[:_CHECKSUM_BYTES]

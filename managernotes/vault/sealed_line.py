"""One line written while the vault was locked, as it lies in its box."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

LINE_VERSION: Final = 1
LEAST_PADDING: Final = 1024
"""Up to so many bytes are added at random, so that a box's length tells little."""

_PADDING_SHARE: Final = 8
_LENGTH_BYTES: Final = 4
_FIRST_YEAR: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLine:
    """What was typed, when by that computer's clock, and an id by which it is filed once."""

    id: UUID
    written_at: datetime
    text: str = field(repr=False)


def to_content(line: SealedLine) -> bytes:
    """Return what is sealed: the length of the words, the words, and padding."""
    body = json.dumps(
        {
            "v": LINE_VERSION,
            "id": line.id.hex,
            "at": line.written_at.isoformat(),
            "text": line.text,
        },
        ensure_ascii=False,
    ).encode()
    padding = secrets.randbelow(max(LEAST_PADDING, len(body) // _PADDING_SHARE))
    return len(body).to_bytes(_LENGTH_BYTES) + body + bytes(padding)


def from_content(content: bytes) -> SealedLine | None:
    """Return the line in an opened box; None for anything that `to_content` does not write."""
    length = int.from_bytes(content[:_LENGTH_BYTES])
    body = content[_LENGTH_BYTES : _LENGTH_BYTES + length]
    if len(body) != length:
        return None
    try:
        return _line_from(json.loads(body))
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return None


def _line_from(document: dict[str, Any]) -> SealedLine | None:
    moment, text = datetime.fromisoformat(document["at"]), document["text"]
    known = document["v"] == LINE_VERSION and isinstance(text, str)
    if not known or moment.utcoffset() is None or moment.year < _FIRST_YEAR:
        return None
    return SealedLine(id=UUID(bytes=bytes.fromhex(document["id"])), written_at=moment, text=text)

"""Finds words in files whatever they are written as: for tests that nothing private is left."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

_GROUP = 3
"""Bytes that base64 writes together: a word's letters depend on where in a group it begins."""


def hits(folder: Path, secrets: Iterable[bytes]) -> list[str]:
    """Return each secret found in the content or the name of a file below, with the file's name.

    Letters are compared without regard to case, except in base64.
    """
    forms = {secret: (set(_foldable(secret)), set(_base64(secret))) for secret in secrets}
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        content += b"\n" + path.name.encode()
        folded = content.lower()
        found += [
            f"{secret!r} in {path.name}"
            for secret, (foldable, exact) in forms.items()
            if any(form in folded for form in foldable) or any(form in content for form in exact)
        ]
    return found


def _foldable(secret: bytes) -> Iterator[bytes]:
    """Yield a secret as it is, as UTF-16 both ways round, and as hexadecimal digits."""
    for text in (secret, secret.hex().encode()):
        yield text.lower()
        yield b"".join(bytes([byte, 0]) for byte in text.lower())
        yield b"".join(bytes([0, byte]) for byte in text.lower())


def _base64(secret: bytes) -> Iterator[bytes]:
    """Yield the letters that base64 gives a secret in the middle of a longer text."""
    for before in range(_GROUP):
        written = base64.b64encode(bytes(before) + secret).rstrip(b"=")
        inner = written[-(-before * 8 // 6) : len(written) - 1]
        yield inner
        yield inner.replace(b"+", b"-").replace(b"/", b"_")

"""What is asked of a new passphrase, and what is said while it is typed."""

from __future__ import annotations

from managernotes_ui.common.strings import unlock as strings

LEAST_LETTERS = 8
LONG_ENOUGH = 16
"""Letters; four common words have about twenty."""


def guidance(passphrase: str) -> str:
    """Return the sentence under the first field, in plain words and without a score."""
    if not passphrase:
        return strings.FOUR_WORDS
    if len(passphrase) < LEAST_LETTERS:
        return strings.TOO_SHORT
    return strings.LONG_ENOUGH if len(passphrase) >= LONG_ENOUGH else strings.SHORT_STILL


def is_complete(passphrase: str, again: str) -> bool:
    """Whether it is long enough and was typed twice."""
    return len(passphrase) >= LEAST_LETTERS and passphrase == again


def differ(passphrase: str, again: str) -> bool:
    """Whether what is typed again can no longer become the same."""
    return bool(again) and not passphrase.startswith(again)

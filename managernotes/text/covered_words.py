"""Words that are covered: only how long they are is left (SPEC §7, "covered line")."""

from __future__ import annotations

import re

COVER = "█"
"""Stands for one covered letter; the window draws a bar where it finds any."""

_RUN = re.compile(rf"{COVER}(?:[^\w{COVER}]*{COVER})*")


def covered(text: str) -> str:
    """Return as many covers as the text has letters."""
    return COVER * len(text)


def is_covered(text: str) -> bool:
    """Whether any of the text is covered."""
    return COVER in text


def spoken(text: str, word: str) -> str:
    """Return the text with each covered stretch said in a word, for a screen reader."""
    return _RUN.sub(word, text) if COVER in text else text

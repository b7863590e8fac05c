"""What the text of a note may hold; asked before anything is stored."""

from __future__ import annotations

import re

from managernotes.errors import InvalidInputError

MAX_TEXT = 200_000
"""Characters in one text; also what the preview can show (SECURITY-DESIGN §4, Rendering)."""

_UNSTORABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def accepted_text(text: str) -> str:
    """Return the text to store: line feeds, no space around it, otherwise letter for letter.

    InvalidInputError when nothing is left, when it is too long, or when it holds a control
    character or half of a surrogate pair.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise InvalidInputError("The note has no text.", "Write what happened, in a few words.")
    if len(text) > MAX_TEXT:
        raise InvalidInputError(
            f"A note holds at most {MAX_TEXT:,} characters; this has {len(text):,}.",
            "Split it into several notes.",
        )
    refuse_unstorable(text)
    return text


def refuse_unstorable(text: str) -> None:
    """Raise InvalidInputError for a character that no text may hold; tabs and line ends may."""
    found = _UNSTORABLE.search(text.replace("\r\n", "\n").replace("\r", "\n"))
    if found:
        raise InvalidInputError(
            f"The text holds a character that cannot be kept (U+{ord(found[0]):04X}).",
            "Take it out and save again; it is usually invisible.",
        )

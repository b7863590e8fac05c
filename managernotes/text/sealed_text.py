"""A capture line while the vault is locked: who is meant is judged at the unlock, all else now."""

from __future__ import annotations

from datetime import date

from managernotes.text.capture_line import CaptureLine, read_line
from managernotes.text.capture_reading import LineReader
from managernotes.text.capture_tokens import TokenType, find_marks, text_without
from managernotes.text.note_text import accepted_text, refuse_unstorable


def checked_unread(line: str, today: date) -> str:
    """Return a line that can be sealed, letter for letter.

    InvalidInputError for a token that cannot be meant whoever the people are, and for a line
    that says nothing, is too long, or holds control characters. A name is taken as it stands.
    """
    refuse_unstorable(line)
    accepted_text(line)
    reader = LineReader((), today)
    tokens = []
    for reading in map(reader.read, find_marks(line)):
        if reading is None:
            continue
        if reading.refusal is not None and reading.token.type is not TokenType.PERSON:
            raise reading.refusal
        tokens.append(reading.token)
    accepted_text(text_without(line, tokens))
    return line


def read_unread(line: str, today: date) -> CaptureLine:
    """Return the line with its tokens, none of whose names is looked up; for showing it."""
    return read_line(line, (), today)

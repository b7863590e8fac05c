"""A capture line while the vault is locked: who is meant is judged at the unlock, all else now."""

from __future__ import annotations

from datetime import date
from itertools import islice

from managernotes.text.capture_line import MOST_MARKS
from managernotes.text.capture_reading import LineReader
from managernotes.text.capture_tokens import Mark, TokenType, find_marks, text_without
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


def marks_of(line: str, today: date) -> list[Mark]:
    """Return the tokens of a line that is being typed, to be highlighted; no name is looked up."""
    reader = LineReader((), today)
    marks = islice(find_marks(line), MOST_MARKS)
    return [mark for mark in marks if reader.read(mark) is not None]

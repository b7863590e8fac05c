"""Which lines cannot be typed, because no note could keep them."""

from __future__ import annotations

from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.text.note_text import MAX_TEXT, accepted_text, refuse_unstorable


def refusal_of(line: str) -> ManagerNotesError | None:
    """Return why a line cannot be kept: it is too long, or holds a control character."""
    try:
        refuse_unstorable(line)
        if len(line) > MAX_TEXT:
            accepted_text(line)
    except InvalidInputError as error:
        return error
    return None

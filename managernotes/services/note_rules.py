"""What a note must be before it is stored; refused with a sentence, never mended in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from managernotes.domain.folding import folded
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.domain.share_rules import first_state
from managernotes.errors import InvalidInputError
from managernotes.text.capture_reading import is_tag
from managernotes.text.note_text import MAX_TEXT, refuse_unstorable

LONGEST_TAG = 60
"""Characters in one tag."""


def checked_text(text: NoteText) -> NoteText:
    """Return the words to store, letter for letter, with plain line ends.

    InvalidInputError when they say nothing, when a field is too long (200,000 characters), or
    when one holds a control character.
    """
    if text.is_empty:
        raise InvalidInputError("A note needs some text.", "Write what happened, in a few words.")
    return NoteText(
        title=checked_words(text.title),
        fact=checked_words(text.fact),
        effect=checked_words(text.effect),
        my_reading=checked_words(text.my_reading),
        source_detail=checked_words(text.source_detail),
    )


def checked_words(words: str) -> str:
    """Return one field's words to store; InvalidInputError as in `checked_text`."""
    if not words:
        return words
    refuse_unstorable(words)
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    if len(words) > MAX_TEXT:
        raise InvalidInputError(
            f"A text holds at most {MAX_TEXT:,} characters; this has {len(words):,}.",
            "Split it into several notes.",
        )
    return words


def checked_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags, each once and as first written; InvalidInputError for one that is none."""
    kept: dict[str, str] = {}
    for tag in tags:
        if len(tag) > LONGEST_TAG or not is_tag(tag):
            raise InvalidInputError(
                f"“{tag[:LONGEST_TAG]}” cannot be a tag.", "Use letters, digits, - and _."
            )
        kept.setdefault(folded(tag), tag)
    return tuple(kept.values())


def checked_day(occurred_on: date, today: date) -> date:
    """Return the day; InvalidInputError when it has not come yet (DESIGN §4)."""
    if occurred_on > today:
        raise InvalidInputError(
            "A note is about a day that has been.", "Use a day to come back to it instead."
        )
    return occurred_on


def checked_note(note: NewObservation, made_at: datetime) -> NewObservation:
    """Return the note as it can be stored; InvalidInputError when it cannot."""
    checked_day(note.occurred_on, made_at.date())
    return replace(
        note,
        text=checked_text(note.text),
        people=tuple(dict.fromkeys(note.people)),
        tags=checked_tags(note.tags),
        share_state=first_state(note),
    )

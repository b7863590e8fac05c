"""What the words of a lesson must be before they are stored."""

from __future__ import annotations

from dataclasses import fields, replace

from managernotes.domain.lesson import LessonWords
from managernotes.errors import InvalidInputError
from managernotes.services.note_rules import checked_words

_BULLETS = "-*·• \t"


def checked_lesson_words(words: LessonWords) -> LessonWords:
    """Return the words to store, the title on one line and each condition on its own.

    InvalidInputError as in `checked_words`.
    """
    names = [part.name for part in fields(words) if part.name != "likely"]
    texts = {name: checked_words(getattr(words, name)) for name in names}
    lines = (line for one in words.likely for line in checked_words(one).splitlines())
    likely = tuple(bare for line in lines if (bare := line.lstrip(_BULLETS).rstrip()))
    texts["title"] = " ".join(texts["title"].split())
    return replace(words, likely=likely, **texts)


def want_title(words: LessonWords) -> LessonWords:
    """Return the words; InvalidInputError when nobody could tell one lesson from another."""
    if not words.title:
        raise InvalidInputError(
            "A lesson needs a title; nothing was saved.", "Name what happened, not who."
        )
    return words

"""The four answers as texts: what stands in a field, and what of it the vault keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from managernotes.domain.lesson import LessonWords
from managernotes_ui.common.strings import lessons as strings

LIKELY = "likely"
SEEN = "checked"
"""What was seen when the change was looked at again: typed too, but not one of the four."""
_SIGNS = " \t·•-*"


def answer_of(words: LessonWords, field: str) -> str:
    """Return what a field shows; conditions stand one a line, each after a dot."""
    if field == LIKELY:
        return "\n".join(strings.BULLET + line for line in words.likely)
    return str(getattr(words, field))


def with_answer(words: LessonWords, field: str, text: str) -> LessonWords:
    """Return the words with what was typed in a field."""
    if field == LIKELY:
        return replace(words, likely=conditions(text))
    texts: dict[str, Any] = {field: text}
    return replace(words, **texts)


def conditions(text: str) -> tuple[str, ...]:
    """Return the conditions that a text names, one a line, without dots and empty lines."""
    lines = (line.lstrip(_SIGNS).rstrip() for line in text.splitlines())
    return tuple(line for line in lines if line)

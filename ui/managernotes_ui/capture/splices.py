"""What a choice beside the line does to the line, so that its grammar stays the one truth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from managernotes.domain.observation import KIND_WORDS, Kind
from managernotes.text.capture_line import CaptureLine, Token, TokenType


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace `start`…`end` of the line, counted in characters, by `text`."""

    start: int
    end: int
    text: str

    def applied_to(self, line: str) -> str:
        """Return the line after it."""
        return line[: self.start] + self.text + line[self.end :]


def kind_splice(line: str, reading: CaptureLine, kind: Kind) -> Splice:
    """Return how the line comes to say this kind; a loose note has no token."""
    old = _token(reading, TokenType.KIND)
    word = "" if kind is Kind.LOOSE else f"+{KIND_WORDS[kind]}"
    if old is not None:
        return _in_place_of(old, word, line)
    return Splice(0, 0, f"{word} " if word else "")


def day_splice(line: str, reading: CaptureLine, day: date, today: date) -> Splice:
    """Return how the line comes to say the day it happened; today needs no token."""
    old = _token(reading, TokenType.OCCURRED)
    word = _day_word(day, today)
    if old is not None:
        return _in_place_of(old, word, line)
    return sign_splice(line, f"{word} ") if word else Splice(0, 0, "")


def sign_splice(line: str, sign: str) -> Splice:
    """Return how a token is begun at the end of the line."""
    gap = "" if not line or line[-1].isspace() else " "
    return Splice(len(line), len(line), gap + sign)


def _token(reading: CaptureLine, sort: TokenType) -> Token | None:
    return next((token for token in reading.tokens if token.type is sort), None)


def _in_place_of(token: Token, word: str, line: str) -> Splice:
    """Return the swap of a token; one that goes takes a space with it."""
    if word:
        return Splice(token.start, token.end, word)
    takes_space = line[token.end : token.end + 1] == " "
    return Splice(token.start, token.end + takes_space, "")


def _day_word(day: date, today: date) -> str:
    if day == today:
        return ""
    return "^yesterday" if day == today - timedelta(days=1) else f"^{day.isoformat()}"

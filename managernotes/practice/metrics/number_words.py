"""Numbers in the words of the metrics: never a percentage, "not yet" instead of 0."""

from __future__ import annotations

from managernotes.domain.metric import NOT_YET


def days(number: int) -> str:
    """Return days in words: "9 days"."""
    return counted(number, "day", "days")


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its noun: "1 day", "9 days"."""
    return f"{number} {one if number == 1 else several}"


def of_all(number: int, everything: int, done: str) -> str:
    """Return "3 of 4 checked"; "not yet" instead of 0."""
    return f"{number} of {everything} {done}" if number else NOT_YET


def named(word: str, number: int) -> str:
    """Return "Thanks said 6"; "not yet" instead of 0."""
    return f"{word} {number or NOT_YET}"


def joined(*parts: str) -> str:
    """Return the parts that say something in one line; "not yet" where none does."""
    return " · ".join(part for part in parts if part) or NOT_YET

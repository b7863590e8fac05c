"""The five cards of the discreet view: Open, See, Ask, Offer, Next (practice §3.5, INV-18).

They hold what is to be said, in few words; no reading, no note, nothing private.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from managernotes.domain.day_words import short_day
from managernotes.domain.preparation import PreparationWords

WORDS_AT_MOST: Final = 25
"""Words of one card: more cannot be taken in at a glance."""
_WORDS_OF_CARE: Final = 8
_WORDS_OF_MAIN: Final = 14
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_PAUSE: Final = re.compile(r"\s*[,;]\s+")


class Heading(StrEnum):
    """What a card is called: neutral, whoever looks over a shoulder."""

    OPEN = "Open"
    SEE = "See"
    ASK = "Ask"
    OFFER = "Offer"
    NEXT = "Next"


@dataclass(frozen=True, slots=True)
class Card:
    """One card; its words are a few short lines."""

    heading: Heading
    words: str


def cards(
    words: PreparationWords,
    follow_up_on: date | None,
    today: date,
    without_others: Callable[[str], str],
) -> tuple[Card, ...]:
    """Return the five cards; `without_others` takes other people's names out of a text.

    Why I care stands on the first, what I offer on the last (S39).
    """
    again = "" if follow_up_on is None else f"again {short_day(follow_up_on, today)}"
    offers = [line for line in words.offers if line.strip()]
    filled = {
        Heading.OPEN: _opening(words),
        Heading.SEE: _seeing(words),
        Heading.ASK: _lines(_PAUSE.split(words.ask), WORDS_AT_MOST),
        Heading.OFFER: _lines(offers, WORDS_AT_MOST),
        Heading.NEXT: _lines([again, *offers[:1], words.gets_better], WORDS_AT_MOST),
    }
    return tuple(Card(heading, without_others(said)) for heading, said in filled.items())


def _opening(words: PreparationWords) -> str:
    care = _lines([words.care], _WORDS_OF_CARE)
    left = WORDS_AT_MOST - len(care.split())
    opening = _lines(_SENTENCE_END.split(words.opening), left)
    return "\n".join(filter(None, (opening, care)))


def _seeing(words: PreparationWords) -> str:
    """Return the fact and its effect, and the first question: the question is never cut off."""
    question = next((line for line in words.questions if line.strip()), "")
    asked = _lines([question], WORDS_AT_MOST)
    left = min(WORDS_AT_MOST - len(asked.split()), _WORDS_OF_MAIN) if asked else WORDS_AT_MOST
    main = _lines(_SENTENCE_END.split(words.main), left)
    return "\n".join(filter(None, (main, asked)))


def _lines(lines: Iterable[str], most: int) -> str:
    """Return the lines as far as so many words go, the last one cut where it has to be."""
    kept: list[str] = []
    for line in lines:
        words = line.split()
        if not words or most <= 0:
            continue
        kept.append(" ".join(words[:most]) + ("…" if len(words) > most else ""))
        most -= len(words)
    return "\n".join(kept)

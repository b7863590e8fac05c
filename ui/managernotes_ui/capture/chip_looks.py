"""How each token of a capture line looks as a chip, and what its tooltip says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.domain.observation import Kind
from managernotes.text.capture_line import CaptureLine, Token, TokenType
from managernotes_ui.capture.settling import ChipToken
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import capture as strings
from managernotes_ui.widgets.chip import (
    ChipLook,
    ambiguous_chip,
    come_back_chip,
    date_chip,
    kind_chip,
    person_chip,
    tag_chip,
)
from managernotes_ui.widgets.kind_look import kind_look

_SPOKEN_DAYS = {"today", "yesterday", "tomorrow"}


class ChipLooks:
    """Dresses tokens; `name_of` tells what a person is called, `shown` hides names in words."""

    def __init__(
        self,
        name_of: Callable[[PersonId], str],
        dates: DateWords,
        shown: Callable[[str], str] = str,
    ) -> None:
        self._name_of = name_of
        self._shown = shown
        self._dates = dates

    def chip_tokens(self, reading: CaptureLine, today: date) -> list[ChipToken]:
        """Return the tokens of a line as they stand in the editor."""
        return [
            ChipToken(
                token.start,
                token.end,
                token.raw,
                self._look(token, today),
                self._shown(token.problem) if token.problem else self._tip(token),
            )
            for token in reading.tokens
        ]

    def _look(self, token: Token, today: date) -> ChipLook:
        if token.problem:
            return ambiguous_chip(self._shown(_question(token)))
        match token.value:
            case Kind() as kind:
                look = kind_chip(kind_look(kind))
            case date() as day if token.type is TokenType.OCCURRED:
                look = date_chip(self._day(token.raw[1:], day, today))
            case date() as day:
                look = come_back_chip(strings.COME_BACK.format(day=self._dates.near(day, today)))
            case UUID() as who:
                look = person_chip(self._name_of(PersonId(who)))
            case tag:
                look = tag_chip(self._shown(f"#{tag}"))
        return look

    def _day(self, typed: str, day: date, today: date) -> str:
        """Return a day in the word it was typed in, else with its weekday."""
        word = typed.casefold()
        return word if word in _SPOKEN_DAYS else self._dates.weekday_and_day(day, today)

    def _tip(self, token: Token) -> str:
        if not isinstance(token.value, date):
            return ""
        day = self._dates.full(token.value)
        return day if token.type is TokenType.OCCURRED else strings.COME_BACK_TIP.format(day=day)


def _question(token: Token) -> str:
    """Return what a token that is not understood asks."""
    sentence = {
        TokenType.PERSON: strings.WHICH_ONE if token.candidates else strings.WHO_IS_THIS,
        TokenType.KIND: strings.WHICH_KIND,
        TokenType.TAG: strings.WHICH_ONE,
        TokenType.OCCURRED: strings.WHICH_DAY,
        TokenType.COME_BACK: strings.WHICH_DAY,
    }[token.type]
    return sentence.format(token=token.raw)

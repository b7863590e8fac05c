"""What a found note says in the list: day, words, state, and the same aloud."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from managernotes.domain.found_text import FoundText
from managernotes.domain.observation import SearchHit, ShareState
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.common.strings import search as strings
from managernotes_ui.common.strings import timeline as states
from managernotes_ui.search.marked_text import plain_piece
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.kind_look import kind_look


class HitWords:
    """Puts hits into words, as of today."""

    def __init__(
        self,
        dates: DateWords,
        today: Callable[[], date],
        covers_kinds: Callable[[], bool] = lambda: False,
    ) -> None:
        self._dates = dates
        self._today = today
        self._covers_kinds = covers_kinds

    def day(self, hit: SearchHit) -> str:
        """Return "9 Nov", with the year when it is not this year."""
        return self._dates.day(hit.occurred_on, self._today())

    def piece(self, hit: SearchHit) -> FoundText:
        """Return the piece with the found words; a restricted note's is withheld (INV-23)."""
        if hit.restricted:
            return FoundText(strings.RESTRICTED)
        return plain_piece(hit) if hit.snippet else FoundText(strings.NO_WORDS)

    def text(self, hit: SearchHit) -> str:
        """Return the words of the piece."""
        return self.piece(hit).text

    def meta(self, hit: SearchHit, *, tells: bool = True) -> str:
        """Return the second line: tags, unless they are covered, and how far it has been said."""
        parts = [*(f"#{tag}" for tag in hit.tags if tells), self._state(hit)]
        return " · ".join(part for part in parts if part)

    def tip(self, hit: SearchHit) -> str:
        """Return the full date."""
        return self._dates.full(hit.occurred_on)

    def aloud(self, hit: SearchHit, *, tells: bool = True) -> str:
        """Return kind, date, text and state, in that order (SPEC §6); covered, no text."""
        kind = kind_look(hit.kind, covered=self._covers_kinds()).word
        text = self.text(hit) if tells else COVERED
        parts = (kind, self.tip(hit), text, self._state(hit))
        return ", ".join(part for part in parts if part)

    def _state(self, hit: SearchHit) -> str:
        match hit.share_state:
            case None:
                return sealed_strings.UNCONFIRMED if hit.unconfirmed else ""
            case ShareState.PLANNED if hit.planned_for is not None:
                day = f"{self._dates.weekday(hit.planned_for)} {hit.planned_for.day}"
                return states.PLANNED_FOR.format(when=day)
            case ShareState.SHARED if hit.shared_on is not None:
                return states.SHARED_ON.format(when=self._dates.day(hit.shared_on, self._today()))
            case state:
                return states.STATES[state]

"""Whether I hold one standard for everybody: from seen to said, by expectation (S24)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from managernotes.domain.even_hand import a_to_z
from managernotes.domain.even_moments import EvenGroup, EvenMoment
from managernotes.domain.identity import YardstickId
from managernotes.domain.observation import SHAREABLE_KINDS, Kind
from managernotes.errors import InvalidInputError
from managernotes.services.ledger import Ledger
from managernotes.storage import even_moments, yardsticks


class EvenHandService:
    """Lists moments; sums nothing, and orders nobody by how long they waited."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def view(self, kinds: Collection[Kind], since: date) -> tuple[EvenGroup, ...]:
        """Return every expectation and value, A-Z, each with its moments since a day.

        A concern that was not said is among them whatever its age.
        One that counts no longer is here only for what it measured. InvalidInputError for a
        kind that is never said.
        """
        found: defaultdict[YardstickId, list[EvenMoment]] = defaultdict(list)
        db, today = self._ledger.db, self._ledger.today()
        for by, moment in even_moments.by_yardstick(db, _checked(kinds), since, today):
            if by is not None:
                found[by].append(moment)
        return tuple(
            EvenGroup(yardstick=one, lines=a_to_z(found.get(one.id, ())))
            for one in yardsticks.yardsticks(db)
            if one.retired_on is None or one.id in found
        )

    def unmeasured(self, kinds: Collection[Kind], since: date) -> tuple[EvenMoment, ...]:
        """Return the moments that no expectation measures, as in `view`, by name and day."""
        db, today = self._ledger.db, self._ledger.today()
        found = even_moments.by_none(db, _checked(kinds), since, today)
        return a_to_z(moment for _, moment in found)


def _checked(kinds: Collection[Kind]) -> Collection[Kind]:
    if not SHAREABLE_KINDS.issuperset(kinds):
        raise InvalidInputError(
            "Only wins and concerns wait to be said.", "Choose one of them, or both."
        )
    return kinds

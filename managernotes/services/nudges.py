"""Quiet questions about my own practice: shown seldom, put away with one key (S14)."""

from __future__ import annotations

from typing import Final

from managernotes.domain.growth_alive import HardSpell
from managernotes.domain.identity import PersonId
from managernotes.practice.growth_alive import HARD_SPELL_PAUSE, asks_after_growth, is_there
from managernotes.practice.nudges import may_ask
from managernotes.services.ledger import Ledger
from managernotes.storage import growth_alive
from managernotes.storage import nudges as storage_nudges
from managernotes.storage.people import person_keys

HARD_SPELL: Final = "hard_spell"
"""The name of the question whether the growth plan is still on."""


class NudgesService:
    """Remembers what was asked when; what a question asks is judged elsewhere."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def wants(self, name: str, person: PersonId, pause_days: int) -> bool:
        """Whether a question may be shown today: its pause is over, and no other was this week."""
        known = storage_nudges.of_person(self._ledger.db, self._key(person))
        return may_ask(name, known, pause_days, self._ledger.today())

    def shown(self, name: str, person: PersonId) -> None:
        """Note that a question is being shown."""
        with self._ledger.db.transaction():
            key, today = self._key(person), self._ledger.today()
            storage_nudges.shown(self._ledger.db, key, name, today)

    def put_away(self, name: str, person: PersonId) -> None:
        """Put a question away; it comes back after its pause, if there is still reason to."""
        with self._ledger.db.transaction():
            key, today = self._key(person), self._ledger.today()
            storage_nudges.put_away(self._ledger.db, key, name, today)

    def hard_spell(self, person: PersonId) -> HardSpell | None:
        """Return the setback during which their growth came to rest; None: nothing to ask (S14).

        It is asked once in 14 days; tell `shown` with HARD_SPELL when it is.
        """
        db, today, key = self._ledger.db, self._ledger.today(), self._key(person)
        found = growth_alive.growers(db, today, key)
        setback = growth_alive.open_setback(db, key)
        if not found or setback is None:
            return None
        [one] = found
        if not is_there(one.status, one.away, today):
            return None
        asks = asks_after_growth(
            one.touched_on,
            has_plan=growth_alive.has_plan(db, key),
            has_step=one.step is not None,
            away=one.away,
            today=today,
        )
        if not asks or not self.wants(HARD_SPELL, person, HARD_SPELL_PAUSE):
            return None
        return HardSpell(
            thread=setback.id,
            title=setback.title,
            since=setback.since,
            touched_on=one.touched_on,
        )

    def _key(self, person: PersonId) -> int:
        return person_keys(self._ledger.db, [person])[person]

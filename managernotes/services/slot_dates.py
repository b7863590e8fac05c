"""When a way in was set up, used or tried: kept in the vault, because the key file is open to all.

A date that is not known is not there; nobody guesses one.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from managernotes.services.ledger import Ledger
from managernotes.storage import preferences
from managernotes.vault.key_slots import SlotKind


class SlotEvent(StrEnum):
    """What may have happened to a way in."""

    CHANGED = "changed"
    USED = "used"
    CONFIRMED = "confirmed"
    TRIED = "tried"  # in a recovery drill


def keep_date(ledger: Ledger, kind: SlotKind, event: SlotEvent, at: datetime | None = None) -> None:
    """Note that this happened, now or at a moment; the caller owns the transaction."""
    preferences.keep(ledger.db, _name(kind, event), (at or ledger.now()).isoformat())


def forget_dates(ledger: Ledger, kind: SlotKind) -> None:
    """Forget what happened to a way in that is gone or new; the caller owns the transaction."""
    for event in SlotEvent:
        preferences.keep(ledger.db, _name(kind, event), "")


def date_of(ledger: Ledger, kind: SlotKind, event: SlotEvent) -> datetime | None:
    """Return when this last happened, or None when the vault does not know."""
    stored = preferences.read(ledger.db, _name(kind, event))
    return datetime.fromisoformat(stored) if stored else None


def _name(kind: SlotKind, event: SlotEvent) -> str:
    return f"protection.{kind.value}.{event.value}"

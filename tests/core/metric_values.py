"""Plain values for tests of the metrics, without a vault."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from managernotes.domain.identity import PersonId
from managernotes.domain.metric import Item, ItemSort

TODAY = date(2026, 11, 24)
"""A Tuesday."""


def who(number: int = 1) -> PersonId:
    """Return somebody."""
    return PersonId(UUID(int=number))


def item(number: int = 1, person: PersonId | None = None, on: date | None = None) -> Item:
    """Return something to open."""
    return Item(
        sort=ItemSort.NOTE, id=UUID(int=1000 + number), person=person or who(), text="", on=on
    )


def ago(days: int, today: date = TODAY) -> date:
    """Return the day so many days before."""
    return today - timedelta(days=days)

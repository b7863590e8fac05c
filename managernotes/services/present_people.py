"""Nobody in the bin gets something new: it would stand in no list, and go with nobody."""

from __future__ import annotations

from collections.abc import Iterable

from managernotes.domain.identity import PersonId
from managernotes.errors import PersonNotFoundError
from managernotes.storage import people
from managernotes.vault.connection import Connection


def want_present(db: Connection, wanted: Iterable[PersonId]) -> None:
    """Raise PersonNotFoundError when one of these people is in the bin, or gone for good."""
    for person in wanted:
        if people.is_binned(db, person):
            raise PersonNotFoundError

"""Bring a vault up to the newest schema, one step per transaction.

The schema version is SQLite's own `user_version`; the list below is the whole history.
A shipped step is never edited: add a new one. `application_id` is the vault's, not ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from managernotes.errors import NewerVaultError
from managernotes.storage.migrations import (
    m0001_people_and_notes,
    m0002_record_chain,
    m0003_unconfirmed_notes,
    m0004_talks,
    m0005_promises_and_threads,
    m0006_expectations_and_goals,
    m0007_lessons_and_look_backs,
)
from managernotes.vault.connection import Connection

Statement = str | Callable[[Connection], None]
"""SQL, or what SQL cannot do: it gets the connection, inside the step's transaction."""


class Step(Protocol):
    """One step of the history: the statements that bring a vault from one version to the next."""

    @property
    def UP(self) -> tuple[Statement, ...]:  # noqa: N802  a constant of a module
        """The statements, in order."""
        ...


STEPS: tuple[Step, ...] = (
    m0001_people_and_notes,
    m0002_record_chain,
    m0003_unconfirmed_notes,
    m0004_talks,
    m0005_promises_and_threads,
    m0006_expectations_and_goals,
    m0007_lessons_and_look_backs,
)


def migrate(
    db: Connection,
    before_step: Callable[[int], None] | None = None,
    steps: Sequence[Step] = STEPS,
) -> None:
    """Apply every step the vault has not seen, each one fully or not at all.

    `before_step` is told the version that is about to be left, from 1 on, and keeps an encrypted
    copy (DESIGN §3): when it raises, or is not there, nothing is changed. NewerVaultError leaves
    the file untouched.
    """
    if current_version(db) > len(steps):
        raise NewerVaultError
    for number, step in enumerate(steps, start=1):
        if current_version(db) >= number:
            continue
        if number > 1:
            if before_step is None:
                raise ValueError("a vault that holds notes is copied before its schema changes")
            before_step(number - 1)
        with db.transaction():
            if current_version(db) < number:  # else another program was quicker
                _apply(db, step, number)


def current_version(db: Connection) -> int:
    """Return how many steps this vault has already seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _apply(db: Connection, step: Step, number: int) -> None:
    for statement in step.UP:
        if callable(statement):
            statement(db)
        else:
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {number}")

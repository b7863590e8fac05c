"""A migration that stands still after one of its statements, and waits to be killed."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Final

from managernotes.storage.migrations import runner
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from tests.faults.killing import Say

THERE: Final = "there"
"""What it says once that many statements have run, before any of them is committed."""

_LONG_ENOUGH_SECONDS: Final = 60.0


def migrate_until(say: Say, database: Path, key: bytes, number: int, statements: int) -> None:
    """Migrate, until in one step so many statements have run; the file is not committed then."""

    def stand_still(_db: Connection) -> None:
        say(THERE)
        time.sleep(_LONG_ENOUGH_SECONDS)

    steps: list[runner.Step] = list(runner.STEPS)
    whole = steps[number - 1].UP
    cut = (*whole[:statements], stand_still, *whole[statements:])
    steps[number - 1] = SimpleNamespace(UP=cut)
    db = open_connection(VaultFiles(database), DataKey(key))
    runner.migrate(db, before_step=lambda _version: None, steps=steps)

"""How far a long work with a whole vault has come, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a backup or a restore is at."""

    CHECKING = "checking the vault"
    COPYING = "copying"
    PROVING = "proving the copy"
    WRITING = "writing"
    READING_BACK = "reading back"


@dataclass(frozen=True, slots=True)
class Step:
    """One look at the work: its stage, and bytes of so many."""

    stage: Stage
    done: int
    total: int


Watcher = Callable[[Step], None]
"""Told of every step, on the thread that works; raises StoppedError to stop it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The steps of one work, told to whoever watches."""

    total: int
    watcher: Watcher | None = None

    def of(self, stage: Stage) -> Callable[[int], None]:
        """Return what tells of one stage, in bytes."""

        def tell(done: int) -> None:
            if self.watcher is not None:
                self.watcher(Step(stage, min(done, self.total), self.total))

        return tell

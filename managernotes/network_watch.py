"""Remembers, from the start of the process on, every network socket that Python made.

Python announces such things to audit hooks; a hook cannot be taken away again, so nothing in the
process can hide from it. It is asked the same way: by an event of the app's own.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from managernotes.clock import Clock

_ASKED: Final = "managernotes.network_watch"
_MADE: Final = "socket.__new__"
_NO_NETWORK: Final = frozenset({1, -1})
"""AF_UNIX, between programs of one computer: the desktop's bus; and what is open already.

Written as numbers, which are the same everywhere: the module of sockets is never loaded for it.
"""


@dataclass(frozen=True, slots=True)
class Watched:
    """Since when, and how many sockets that reach beyond this computer's own programs."""

    since: datetime
    made: int


class NetworkWatch:
    """Counts; it stays in force until the process ends."""

    def __init__(self, clock: Clock) -> None:
        self._since = clock.now()
        self._made = 0

    def begin(self) -> None:
        """Listen from now on."""
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == _MADE:
            self._made += arguments[1] not in _NO_NETWORK
        elif event == _ASKED:
            arguments[0].append(Watched(self._since, self._made))


def watched() -> Watched | None:
    """Return what the watch of this process has seen; None when none was begun."""
    answers: list[Watched] = []
    sys.audit(_ASKED, answers)
    return answers[0] if answers else None

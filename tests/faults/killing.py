"""Processes that work until they are killed in the middle of it (SIGKILL, as the system does it).

They are forked from a small server that has imported the services already, so that a thousand of
them cost minutes and not an hour.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Final

_SERVER: Final = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(
    ["tests.faults.noting", "tests.faults.changes", "tests.faults.preparing"]
)
_PATIENCE_SECONDS: Final = 60.0

READY: Final = "ready"
"""What the work says first, once it has opened what it works on."""

Say = Callable[[Any], None]
"""How the work tells what it has done; what is said before the kill is heard after it."""


class Victim:
    """One process at work; what it says comes out of `killed_after`."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self._ear, mouth = _SERVER.Pipe(duplex=False)
        self._process = _SERVER.Process(target=_speak, args=(mouth, work, arguments), daemon=True)
        self._process.start()
        self.was_killed = False
        mouth.close()

    def killed_after(self, seconds: float, *, once_ready: bool = True) -> list[Any]:
        """Kill it so long after it has opened its vault, or after its start; return what it said.

        AssertionError when it ended otherwise than by the kill, or by finishing its work.
        """
        said = self._heard_until_ready() if once_ready else []
        time.sleep(seconds)
        self._process.kill()
        said += self._heard()
        self._process.join(_PATIENCE_SECONDS)
        code = self._process.exitcode
        self._process.close()
        self.was_killed = code == -signal.SIGKILL
        assert self.was_killed or code == 0, f"the process failed by itself: {code}"
        return [word for word in said if word != READY]

    def killed_after_saying(self, word: str) -> list[Any]:
        """Kill it as soon as it has said a word; return what it said beside READY."""
        said = self._heard_until(word)
        self._process.kill()
        said += self._heard()
        self._process.join(_PATIENCE_SECONDS)
        self.was_killed = self._process.exitcode == -signal.SIGKILL
        self._process.close()
        return [one for one in said if one != READY]

    def _heard_until_ready(self) -> list[Any]:
        return self._heard_until(READY)

    def _heard_until(self, word: str) -> list[Any]:
        said: list[Any] = []
        while word not in said:
            assert self._ear.poll(_PATIENCE_SECONDS), "the process did not begin its work"
            said.append(self._ear.recv())
        return said

    def _heard(self) -> list[Any]:
        said = []
        try:
            while True:
                said.append(self._ear.recv())
        except EOFError:
            self._ear.close()
        return said


def _speak(mouth: Connection, work: Callable[..., None], arguments: tuple[object, ...]) -> None:
    work(mouth.send, *arguments)

"""A process: the app on a vault, one step after another; prints what each took as JSON.

A step begins with a key (or with what a key would call) and ends when what it asked for is on show
and drawn. Nothing is drawn in between, so that the time spent drawing stands by itself.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.running_app import RunningApp
from tests.benchmarks.steps_taken import StepsTaken

LOOKS = 2
"""How often in a row a step must look done: outcomes are handed over between two looks."""


class Stopwatch:
    """Times steps: until they are answered and drawn, drawing alone, the longest block of work."""

    def __init__(self, app: RunningApp) -> None:
        self._app = app
        self.taken: defaultdict[str, list[dict[str, float]]] = defaultdict(list)

    def step(self, name: str, act: Callable[[], None], is_done: Callable[[], bool]) -> None:
        """Do something, wait until it is done, and keep what it took beside doing nothing."""
        self._settle()
        nothing = self._timed(self._app.ask_nothing, lambda: True)
        self._settle()
        self.taken[name].append(self._timed(act, is_done) | {"nothing": nothing["answer"]})

    def _settle(self) -> None:
        wait_until(lambda: self._app.is_idle)
        self._app.draw()

    def _timed(self, act: Callable[[], None], is_done: Callable[[], bool]) -> dict[str, float]:
        window = self._app.window
        window.setUpdatesEnabled(False)
        began, last = time.perf_counter(), time.thread_time()
        act()
        blocks = [time.thread_time() - last]
        looks = LOOKS

        def look() -> bool:
            nonlocal last, looks
            now = time.thread_time()
            blocks.append(now - last)
            last = now
            looks = looks - 1 if self._app.is_idle and is_done() else LOOKS
            return not looks

        last = time.thread_time()
        wait_until(look)
        drawing = time.thread_time()
        window.setUpdatesEnabled(True)
        self._app.draw()
        return {
            "answer": time.perf_counter() - began,
            "work": max(blocks),
            "drawing": time.thread_time() - drawing,
        }


def main(vault: Path, rounds: int) -> None:
    """Take every step so many times, and print what each took."""
    app = RunningApp(vault)
    wait_until(app.has_rows)
    wait_until(lambda: app.is_warm and app.is_idle)
    watch = Stopwatch(app)
    steps = StepsTaken(app, watch.step)
    for _ in range(rounds):
        steps.take()
    sys.stdout.write(json.dumps(watch.taken))
    app.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

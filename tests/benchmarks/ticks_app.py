"""A process: the app at work on a vault, its window's loop watched; prints the gaps as JSON.

A gap is the time between two ticks of a timer that wants to tick every millisecond. Keys are real
key events, at the pace of a fast typist.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import PersonId
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.search.search_page import SearchPage
from managernotes_ui.shell.page import PageName, Place
from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.running_app import RunningApp

KEY_MS = 60
SETTLED_MS = 1_500
SEARCHES = ("the handover", "team calm", "asked about pastry")
NOTE = "+win ran the handover calmly and wrote down what was open #handover"
NOTES = 5


class Watch(QObject):
    """Ticks, and keeps the gaps between its ticks: seconds, and those of them spent working.

    What is left of a gap was spent waiting, for the vault's thread or for other programs.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[tuple[float, float]] = []
        self._last = (0.0, 0.0)
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def over(self, work: Callable[[], None]) -> list[tuple[float, float]]:
        """Return the gaps while something goes on."""
        self.gaps = []
        self._last = self._now()
        self._timer.start()
        work()
        self._timer.stop()
        return self.gaps

    def _on_tick(self) -> None:
        now, last = self._now(), self._last
        self.gaps.append((now[0] - last[0], now[1] - last[1]))
        self._last = now

    @staticmethod
    def _now() -> tuple[float, float]:
        return time.perf_counter(), time.thread_time()


class Day:
    """What a manager does, one thing after another."""

    def __init__(self, vault: Path, person: PersonId) -> None:
        self._person = person
        self._app = RunningApp(vault)
        wait_until(self._app.has_rows)
        self._rest(SETTLED_MS)

    def nothing(self) -> None:
        """Wait: what the loop is like by itself."""
        self._rest(2 * SETTLED_MS)

    def open_person(self) -> None:
        """Open the page of whoever has the most notes, and wait for its rows."""
        self._app.go(Place(PageName.PERSON, person=self._person))
        page = self._app.page(PersonPage)
        wait_until(lambda: page.timeline.list.model().rowCount() > 0)
        self._rest(SETTLED_MS)

    def write(self) -> None:
        """Write notes about them, key by key, and save each."""
        field = self._app.page(PersonPage).composer.field
        for _ in range(NOTES):
            self._type(field, NOTE)
            QTest.keyClick(field, Qt.Key.Key_Return)
            self._rest(SETTLED_MS)

    def search(self) -> None:
        """Search for several things, key by key."""
        self._app.go(Place(PageName.SEARCH))
        line = self._app.page(SearchPage).box.line
        for words in SEARCHES:
            self._type(line, words)
            self._rest(SETTLED_MS)
            QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def end(self) -> None:
        """Close the window."""
        self._app.close()

    def _type(self, into: QWidget, text: str) -> None:
        into.setFocus()
        for letter in text:
            QTest.keyClicks(into, letter)
            self._rest(KEY_MS)

    def _rest(self, milliseconds: int) -> None:
        end = time.monotonic() + milliseconds / 1_000
        wait_until(lambda: time.monotonic() >= end)


def main(vault: Path, person: PersonId) -> None:
    """Spend the day and print what the loop was like during each part of it."""
    day, watch = Day(vault, person), Watch()
    parts = {
        "nothing": day.nothing,
        "open_person": day.open_person,
        "write": day.write,
        "search": day.search,
    }
    sys.stdout.write(json.dumps({name: watch.over(part) for name, part in parts.items()}))
    day.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), PersonId(UUID(sys.argv[2])))

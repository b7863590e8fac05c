"""Shows hostile texts in the note's page, the panel and the revisions, and takes the time.

Run as `python -m tests.faults.hostile_window FOLDER COUNT`; says on standard output, as JSON, the
longest that the window stood still and the longest that a preview took, and at which texts, by
their number, it stood still too long. A text that was slow is shown twice more, and its best time
counts: other programs share the computer.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from managernotes.clock import SystemClock
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.search_query import parse_query, parse_typing
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes.text.capture_line import parse_line, read_line
from managernotes.text.markdown_html import BUDGET_SECONDS, MarkdownRenderer
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.collector import MainThreadCollector
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.notes.note_page import NotePage
from managernotes_ui.notes.preview_maker import Preview
from managernotes_ui.notes.revision_pane import RevisionPane
from managernotes_ui.notes.word_diff import compare
from managernotes_ui.people.peek_panel_text import PeekText
from managernotes_ui.people.peek_panel_vm import beginning
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from tests.faults.hostile_texts import hostile_texts
from tests.faults.noting import noted_vault

STALL_SECONDS: Final = 0.1
SHOWN_SECONDS: Final = 2.5
TRIES: Final = 3
_PATIENCE_SECONDS: Final = 30.0
_LINE_BYTES: Final = 64
_EVERYTHING: Final = QEventLoop.ProcessEventsFlag.AllEvents

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Standstill:
    """How long the window took no key, and what it was doing."""

    seconds: float = 0.0
    doing: str = ""


class OwnTime:
    """A clock that stands still while this thread waits for a processor that others have.

    The rest is what a user of an idle computer waits for: our own work, and our own threads.
    """

    def __init__(self) -> None:
        self._schedule = os.open("/proc/thread-self/schedstat", os.O_RDONLY)

    def seconds(self) -> float:
        """Return the monotonic clock's seconds without those that others took."""
        waited = int(os.pread(self._schedule, _LINE_BYTES, 0).split()[1])
        return time.monotonic() - waited / 1e9


class Stage:
    """The widgets that show a note's text, on a real vault; and the longest turn of the loop."""

    def __init__(self, app: QApplication, vault: Path) -> None:
        self._app = app
        self._clock = OwnTime()
        self._theme = Theme()
        self._theme.apply(app)
        self._tasks, self._renders = TaskRunner(), TaskRunner()
        self._renderer = MarkdownRenderer()
        self.stalled = Standstill()
        noted = noted_vault(vault)
        self._session = Session(self.ask(self._tasks, noted.open), self._tasks, SystemClock())
        note = self.ask_vault(_first_note)
        self._page = NotePage(self._theme, self._session, Actions(), lambda _place: None)
        self._peek = PeekText(self._theme, "peek")
        self._pane = RevisionPane(self._theme, "pane", "", newer=True)
        self._previews: list[Preview] = []
        self._page._preview_vm.changed.connect(self._previews.append)
        for widget in (self._page, self._peek, self._pane):
            widget.resize(1224, 764)
            widget.show()
        self._page.show_place(Place(PageName.NOTE, None, note))
        self.turn_until(lambda: bool(self._previews))

    def show(self, text: str) -> tuple[Standstill, float]:
        """Show a text everywhere; return the longest standstill and the preview's time."""
        self.stalled = Standstill()
        self._previews.clear()
        began = time.monotonic()
        self._timed("editor", lambda: self._page._fields.fact.replace_text(text))
        self._page._preview_vm.refresh()
        self.turn_until(lambda: bool(self._previews), "preview")
        shown = time.monotonic() - began
        browser = self._page._preview.browser
        self.turn_until(lambda: not browser._slices.isActive(), "preview")
        short = beginning(text)[0]
        html = self.ask(self._renders, lambda: self._renderer.render(short, BUDGET_SECONDS))
        self._timed("panel", lambda: self._peek.show_html(html))
        rows = self.ask(self._renders, lambda: compare(text[: len(text) // 2], text))
        pieces = [row.newer for row in rows]
        self._timed(
            "revisions", lambda: self._pane.show_side(pieces, [row.differs for row in rows])
        )
        self.turn_until(lambda: True)
        return self.stalled, shown

    def read_as_line(self, text: str) -> None:
        """Take a text as a capture line and as a search, as the keys would bring it."""
        today = date.today()  # noqa: DTZ011  # the window's own day
        people = self.ask_vault(lambda workspace: workspace.people.list_people())
        self._timed("chips", lambda: read_line(text, people, today))
        self._timed("line", lambda: _refusable(lambda: parse_line(text, people, today)))
        query = parse_typing(text, today)
        self.ask_vault(lambda workspace: _refusable(lambda: workspace.search.search(query)))
        _refusable(lambda: parse_query(text, today))

    def ask(self, tasks: TaskRunner, work: Callable[[], T]) -> T:
        """Return what some work off this thread returns, or raise what it raises."""
        outcomes: list[T] = []
        errors: list[Exception] = []
        tasks.run(work, done=outcomes.append, failed=errors.append)
        self.turn_until(lambda: bool(outcomes or errors))
        if errors:
            raise errors[0]
        return outcomes[0]

    def ask_vault(self, work: Callable[[Workspace], T]) -> T:
        """Return what some work on the vault's thread returns."""
        return self.ask(self._tasks, lambda: work(self._session._workspace))

    def turn_until(self, happened: Callable[[], bool], doing: str = "events") -> None:
        """Let the event loop turn, once at least, and watch how long a turn takes."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            self._timed(doing, lambda: self._app.processEvents(_EVERYTHING))
            if happened():
                return
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(0.001)

    def close(self) -> None:
        """End the threads and the processes."""
        self._page._preview_vm.close()
        self._renderer.close()
        self._renders.close()
        self._session.close()

    def _timed(self, where: str, work: Callable[[], Any]) -> None:
        began = self._clock.seconds()
        work()
        self.stalled = max(self.stalled, Standstill(self._clock.seconds() - began, where))


def _first_note(workspace: Workspace) -> NoteId:
    return workspace.notes.add(
        NewObservation(
            text=NoteText(fact="x"), kind=Kind.LOOSE, occurred_on=workspace.ledger.today()
        )
    ).id


def _refusable(work: Callable[[], object]) -> None:
    try:
        work()
    except ManagerNotesError:
        return


def _shown(stage: Stage, text: str) -> tuple[Standstill, float]:
    stalled, shown = stage.show(text)
    for _ in range(TRIES - 1):
        if stalled.seconds <= STALL_SECONDS and shown <= SHOWN_SECONDS:
            break
        stage.show("something else")
        again = stage.show(text)
        stalled, shown = min(stalled, again[0]), min(shown, again[1])
    return stalled, shown


def main(folder: Path, count: int) -> None:
    """Show so many texts and say how it went."""
    app = QApplication([])
    collector = MainThreadCollector(app)
    with tempfile.TemporaryDirectory() as place, closing(Stage(app, Path(place))) as stage:
        stalls: list[Standstill] = []
        waits: list[float] = []
        for text in hostile_texts(folder, count):
            stalled, shown = _shown(stage, text)
            stage.stalled = Standstill()
            stage.read_as_line(text)
            stalls.append(max(stalled, stage.stalled))
            waits.append(shown)
    collector.close()
    slow = {n: asdict(one) for n, one in enumerate(stalls) if one.seconds > STALL_SECONDS}
    said = {
        "texts": len(stalls),
        "longest_stall": max(stalls).seconds,
        "slow": slow,
        "longest_wait": max(waits),
        "late": [number for number, wait in enumerate(waits) if wait > SHOWN_SECONDS],
    }
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

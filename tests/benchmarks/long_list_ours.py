"""A process: the product's timeline with every note of a vault; prints what it took as JSON."""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from managernotes.clock import SystemClock, today
from managernotes.domain.identity import NoteId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.people.timeline_model import TimelineModel
from managernotes_ui.people.timeline_shape import TimelineShape
from managernotes_ui.people.timeline_view import TimelineView
from managernotes_ui.people.timeline_words import TimelineWords
from managernotes_ui.style.theme import Theme
from tests.benchmarks.event_loop import wait_until
from tests.benchmarks.memory import resident_mebibytes
from tests.benchmarks.qt_stage import dressed_application, session_on
from tests.benchmarks.vaults import Twins

WIDTH, HEIGHT = 900, 700
JUMPS = 200


class Stage:
    """The list, and the vault that answers it."""

    def __init__(self, app: QApplication, theme: Theme, session: Session) -> None:
        self._app = app
        self._session = session
        self._missing = 0
        words = TimelineWords(DateWords(), lambda: today(SystemClock()))
        self.model = TimelineModel(words)
        self.model.texts_wanted.connect(self._on_texts_wanted)
        self.view = TimelineView(theme, self.model)
        self.view.resize(WIDTH, HEIGHT)

    def outline(self) -> TimelineShape:
        """Read every row's outline on the database thread, as a person's page does."""
        read: list[TimelineShape] = []
        self._session.read(
            lambda workspace: TimelineShape(workspace.notes.timeline_outline()), done=read.append
        )
        wait_until(lambda: bool(read))
        return read[0]

    def draw(self) -> None:
        """Draw what is in view now."""
        self.view.viewport().repaint()

    def complete(self) -> None:
        """Wait until the texts in view have come."""
        wait_until(lambda: not self._missing)

    def _on_texts_wanted(self, notes: list[NoteId]) -> None:
        self._missing += 1
        self._session.read(lambda workspace: workspace.notes.rows(notes), done=self._on_texts)

    def _on_texts(self, rows: object) -> None:
        self._missing -= 1
        self.model.take_texts(rows)  # type: ignore[arg-type]  # what `rows` returned


def main(arguments: Sequence[str]) -> None:
    """Show the list, jump about in it, and print the seconds and the MiB."""
    app, theme = dressed_application()
    session = session_on(Twins(Path(arguments[0])))
    stage = Stage(app, theme, session)
    gc.collect()
    before = resident_mebibytes()

    began = time.perf_counter()
    shape = stage.outline()
    read = time.perf_counter() - began

    began = time.perf_counter()
    stage.model.show(shape)
    stage.view.show()
    app.processEvents()
    stage.draw()
    shown = time.perf_counter() - began
    stage.complete()
    stage.draw()
    complete = time.perf_counter() - began

    jumps, texts = _jumps(stage)
    gc.collect()
    answer = {
        "read": read,
        "shown": shown,
        "complete": complete,
        "jumps": jumps,
        "texts": texts,
        "mebibytes": resident_mebibytes() - before,
    }
    sys.stdout.write(json.dumps(answer))
    session.close()


def _jumps(stage: Stage) -> tuple[list[float], list[float]]:
    """Return the seconds of each jump to anywhere, and until the texts stood there."""
    bar, chance = stage.view.verticalScrollBar(), random.Random(1)  # noqa: S311 - no secret
    jumps, texts = [], []
    for _ in range(JUMPS):
        place = chance.randrange(bar.maximum())
        began = time.perf_counter()
        bar.setValue(place)
        stage.draw()
        jumps.append(time.perf_counter() - began)
        stage.complete()
        stage.draw()
        texts.append(time.perf_counter() - began)
    return jumps, texts


if __name__ == "__main__":
    main(sys.argv[1:])

"""State behind the panel beside a timeline: which note it follows, and what that note says."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Sensitivity
from managernotes.errors import NotFoundError
from managernotes.text.markdown_html import BUDGET_SECONDS, MarkdownRenderer
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.notes.layout_limits import LayoutLimits
from managernotes_ui.notes.note_reading import OpenNote, read_note

FOLLOWS_AFTER_MS = 80
"""How long the selection rests before the panel follows it (SPEC §8)."""

LONGEST = 4_000
"""Characters of a text that the panel shows: what goes on is read in the note itself."""


@dataclass(frozen=True, slots=True)
class Peek:
    """A note as the panel shows it; a restricted one keeps its words until it is opened."""

    read: OpenNote
    fact: str = ""
    effect: str = ""
    reading: str = ""
    goes_on: bool = False
    is_withheld: bool = False


class PeekViewModel(QObject):
    """Reads on the vault's thread, renders on its own, and announces only the newest note.

    `turned` comes at once when another note is asked for: what was uncovered is covered then.
    """

    changed = Signal()
    turned = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: NoteId | None = None
        self._peek: Peek | None = None
        renderer = MarkdownRenderer()
        tasks = TaskRunner(self)
        tasks.set_interrupt(renderer.close)
        self._renderer, self._tasks = renderer, tasks
        self._soon = QTimer(self, interval=FOLLOWS_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.reload)
        session.notes_changed.connect(self.reload)
        session.discreet.changed.connect(self._on_discreet)
        # The connection outlives this object's Python side, so it ends the thread, not a method.
        self.destroyed.connect(lambda _gone=None: _end(renderer, tasks))

    @property
    def note(self) -> NoteId | None:
        """The note that the panel follows."""
        return self._wanted

    @property
    def peek(self) -> Peek | None:
        """What is on show, or None while there is nothing to show."""
        return self._peek

    def show_note(self, note: NoteId | None) -> None:
        """Follow a note, or none."""
        if note == self._wanted:
            return
        self._wanted = note
        self.turned.emit()
        if note is None:
            self._soon.stop()
            self._show(None)
        else:
            self._soon.start()

    @Slot()
    def reload(self) -> None:
        """Read the note again."""
        note = self._wanted
        if note is None:
            return
        self._session.read(
            lambda workspace: read_note(workspace, note),
            done=self._on_read,
            failed=self._on_failed,
            channel="peek",
        )

    @Slot()
    def _on_discreet(self) -> None:
        """Show no words with names in them until they are rendered with initials (SPEC §8)."""
        if self._session.discreet.is_on and not self._session.discreet.covers_texts:
            self._show(None)

    def _on_read(self, read: OpenNote) -> None:
        self._tasks.run(
            lambda: _rendered(self._renderer, read),
            done=self._on_rendered,
            failed=self._session.failed.emit,
            channel="peek",
        )

    def _on_rendered(self, peek: Peek) -> None:
        if peek.read.note.id == self._wanted:
            self._show(peek)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._wanted = None
            self._show(None)
        else:
            self._session.failed.emit(error)

    def _show(self, peek: Peek | None) -> None:
        if peek != self._peek:
            self._peek = peek
            self.changed.emit()


def beginning(text: str) -> tuple[str, bool]:
    """Return as much of a text as the panel shows, and whether it goes on."""
    text = text.strip()
    if len(text) <= LONGEST:
        return text, False
    shown = text[:LONGEST]
    for sign in ("\n\n", "\n", " "):
        cut = shown.rfind(sign)
        if cut > LONGEST // 2:
            return shown[:cut], True
    return shown, True


def _rendered(renderer: MarkdownRenderer, read: OpenNote) -> Peek:
    if read.note.sensitivity is Sensitivity.RESTRICTED:
        return Peek(read, is_withheld=True)
    words = read.note.text
    parts = [beginning(text) for text in (words.fact, words.effect, words.my_reading)]
    until = time.monotonic() + BUDGET_SECONDS
    texts = [text for text, _ in parts]
    html = [renderer.render(text, until - time.monotonic()) if text else "" for text in texts]
    limits = LayoutLimits(sum(map(len, html)))
    fact, effect, reading = map(limits.quick, texts, html)
    return Peek(read, fact, effect, reading, goes_on=any(cut for _, cut in parts))


def _end(renderer: MarkdownRenderer, tasks: TaskRunner) -> None:
    renderer.close()
    tasks.close()
    renderer.close()

"""Keeps what is being typed in the vault, so that a lock, a crash or Esc loses none of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

T = TypeVar("T")

AUTOSAVE_MS = 800
"""A letter is on its way to the vault at most so long after it was typed."""


@dataclass(slots=True)
class _Becoming:
    """A text that is being stored as a note; written and read on the database thread alone."""

    text: str
    is_note: bool = False

    def left_of(self, text: str) -> str:
        """Return what of a text is no note yet: it may have grown since."""
        return text.removeprefix(self.text) if self.is_note else text


class DraftKeeper(QObject):
    """Reads what was left in a slot of the drafts, then writes there what is typed.

    `kept` follows each write that is on disk, `failed` each one that is not; such a text stays
    in memory, also when another slot is opened, until `write` is asked for again.
    """

    found = Signal(str)
    kept = Signal()
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._slot = ""
        self._text = ""
        self._sent: str | None = ""
        self._on_disk = ""
        self._stranded: dict[str, str] = {}
        self._becoming: _Becoming | None = None
        self._soon = QTimer(self, interval=AUTOSAVE_MS, singleShot=True)
        self._soon.timeout.connect(self.write)

    @property
    def is_kept(self) -> bool:
        """Whether the text as it is now is on disk."""
        return self._text == self._on_disk

    @property
    def text(self) -> str:
        """The text that is no note yet."""
        return self._text

    def open(self, slot: str) -> None:
        """Turn to a slot; what was left in it comes by `found`."""
        self.write()
        if self._becoming is None and not self.is_kept:
            self._stranded[self._slot] = self._text
        self._slot, self._becoming = slot, None
        self._text = self._sent = self._on_disk = ""
        if slot in self._stranded:
            self._sent = None
            self._text = self._stranded.pop(slot)
            self.found.emit(self._text)
        else:
            self._session.read(
                lambda workspace: workspace.drafts.read(slot), done=partial(self._on_read, slot)
            )

    def type(self, text: str) -> None:
        """Take the text as it is now; it is written soon."""
        if text != self._text:
            self._text = text
            if not self._soon.isActive():
                self._soon.start()

    @Slot()
    def write(self) -> None:
        """Write the text now, unless it is written or on its way."""
        self._soon.stop()
        for slot, text in self._stranded.items():
            self._send(slot, text, None)
        if self._text != self._sent:
            self._sent = self._text
            self._send(self._slot, self._text, self._becoming)

    def become_note(
        self,
        store: Callable[[Workspace, str], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Let the text become a note: `store` gets the slot, to empty it in one transaction."""
        slot, becoming = self._slot, _Becoming(self._text)
        self._becoming, self._sent = becoming, self._text
        self._soon.stop()

        def work(workspace: Workspace) -> T:
            stored = store(workspace, slot)
            becoming.is_note = True
            return stored

        def stored(note: T) -> None:
            self._on_stored(becoming)
            done(note)

        def refused(error: Exception) -> None:
            self._on_refused(slot, becoming)
            failed(error)

        self._session.write(work, changes=Changed.NOTES, done=stored, failed=refused)

    def _on_stored(self, becoming: _Becoming) -> None:
        if self._becoming is becoming:
            self._sent = "" if self._sent == becoming.text else None
            self._text, self._on_disk = becoming.left_of(self._text), ""
            self._becoming = None
            if self._text:
                self._soon.start()

    def _on_refused(self, slot: str, becoming: _Becoming) -> None:
        if self._becoming is becoming:
            self._sent, self._becoming = None, None
            self._soon.start()
        elif slot == self._slot:
            self.found.emit(becoming.text)
        else:
            self._stranded[slot] = becoming.text

    def _send(self, slot: str, text: str, becoming: _Becoming | None) -> None:
        def keep(workspace: Workspace) -> str:
            left = becoming.left_of(text) if becoming else text
            workspace.drafts.keep(slot, left)
            return left

        self._session.write(
            keep,
            changes=Changed.NOTHING,
            done=partial(self._on_kept, slot),
            failed=lambda error: self._on_failed(
                slot, becoming.left_of(text) if becoming else text, error
            ),
        )

    def _on_read(self, slot: str, text: str) -> None:
        if slot == self._slot and text:
            self._on_disk = text
            if not self._text:
                self._text = self._sent = text
            self.found.emit(text)

    def _on_kept(self, slot: str, text: str) -> None:
        if slot == self._slot:
            self._on_disk = text
        elif self._stranded.get(slot) == text:
            del self._stranded[slot]
        self.kept.emit()

    def _on_failed(self, slot: str, text: str, error: Exception) -> None:
        if slot == self._slot:
            self._sent = None
        else:
            self._stranded[slot] = text
        self.failed.emit(error)

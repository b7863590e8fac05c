"""The quick line while the vault is locked: it can be sealed, and nothing else is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import Clock
from managernotes.clock import today as day_of_clock
from managernotes.errors import ManagerNotesError
from managernotes.services.sealed_capture import SealedCapture
from managernotes.text.capture_tokens import Mark
from managernotes.text.sealed_text import marks_of
from managernotes_ui.common.strings import sealed as strings
from managernotes_ui.common.tasks import TaskRunner


class SealedViewModel(QObject):
    """One line in memory until it is sealed on the disk; then `sealed` follows, else `refused`.

    `refused` brings a sentence, and the text stays as it was typed.
    """

    sealed = Signal()
    refused = Signal(str)
    line_replaced = Signal(str)

    def __init__(self, vault: Path, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = SealedCapture(vault, clock)
        self._clock = clock
        self._tasks: TaskRunner | None = None
        self._line = ""
        self._wanted: str | None = None

    @property
    def line(self) -> str:
        """The line as typed."""
        return self._line

    @property
    def today(self) -> date:
        """The day on which it is typed."""
        return day_of_clock(self._clock)

    @property
    def holds_text(self) -> bool:
        """Whether anything is typed that is not sealed yet."""
        return bool(self._line.strip())

    @property
    def marks(self) -> list[Mark]:
        """The tokens in the line, to be highlighted; no name is looked up."""
        return marks_of(self._line, self.today)

    def type(self, line: str) -> None:
        """Take the line as it is now."""
        self._line = line

    @Slot()
    def seal(self) -> None:
        """Seal the line as a note."""
        self._seal(self._inbox.take)

    @Slot()
    def keep(self) -> None:
        """Seal the line as it is, finished or not, so that leaving it loses nothing."""
        self._seal(self._inbox.take_unfinished)

    def _seal(self, take: Callable[[str], None]) -> None:
        if not self.holds_text or self._wanted is not None:
            return
        line = self._wanted = self._line
        self._tasks = TaskRunner(self)
        self._tasks.run(partial(take, line), done=self._on_sealed, failed=self._on_failed)

    def _on_sealed(self, _nothing: None) -> None:
        """Empty the line; what was typed on meanwhile stays."""
        self._line = self._line.removeprefix(self._ended())
        self.line_replaced.emit(self._line)
        self.sealed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._ended()
        words = str(error) if isinstance(error, ManagerNotesError) else strings.NOT_SEALED
        self.refused.emit(f"{words} {strings.STILL_HERE}")

    def _ended(self) -> str:
        """Let the worker go, and return the line that it was given."""
        if self._tasks is not None:
            self._tasks.close()
            self._tasks.deleteLater()
            self._tasks = None
        line, self._wanted = self._wanted or "", None
        return line

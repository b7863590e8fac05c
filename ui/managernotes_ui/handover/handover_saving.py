"""Makes the file of a hand-over, writes it once where the manager says, and notes it (S38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from managernotes.domain.handover import HandoverFormat, HandoverItem
from managernotes.domain.identity import PersonId
from managernotes.services.private_export import write_private_file
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.handover.handover_pdf import pdf_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFile:
    """What is to be written, and what the vault notes of it."""

    markdown: str
    format: HandoverFormat
    people: tuple[PersonId, ...]
    items: tuple[HandoverItem, ...]
    on: date


class HandoverSaving(QObject):
    """`done` brings the file's name; one file at a time."""

    done = Signal(str)
    failed = Signal(Exception)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = TaskRunner(self)
        self.is_busy = False
        tasks = self._tasks
        self.destroyed.connect(lambda _gone=None: tasks.close())

    def write(self, path: Path, file: HandoverFile) -> None:
        """Make the file off the UI thread, write it, then note it in the vault."""
        self.is_busy = True
        self._tasks.run(
            lambda: _content(file),
            done=lambda content: self._store(path, file, content),
            failed=self._on_failed,
        )

    def _store(self, path: Path, file: HandoverFile, content: bytes) -> None:
        def work(workspace: Workspace) -> None:
            write_private_file(path, content)
            workspace.handovers.keep(file.people, file.on, file.format, file.items)

        self._session.write(
            work,
            changes=Changed.NOTHING,
            done=lambda _none: self._on_done(path.name),
            failed=self._on_failed,
        )

    def _on_done(self, name: str) -> None:
        self.is_busy = False
        self.done.emit(name)

    def _on_failed(self, error: Exception) -> None:
        self.is_busy = False
        self.failed.emit(error)


def _content(file: HandoverFile) -> bytes:
    is_text = file.format is HandoverFormat.MARKDOWN
    return file.markdown.encode() if is_text else pdf_of(file.markdown)

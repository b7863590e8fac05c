"""One long work with the open vault's files, on a thread and a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Slot

from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Session
from managernotes_ui.common.tasks import TaskRunner

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


_CHANNEL = "beside"
"""Work of a channel is interrupted when its thread is closed."""


class Work(Protocol[T_co]):
    """What is done beside; `stop` ends it soon, from another thread."""

    def __call__(self) -> T_co:
        """Do it."""
        ...

    def stop(self) -> None:
        """Let it raise instead of going on."""
        ...


class WorkBeside(QObject):
    """Asks the vault for the work, and does it while the vault goes on; one at a time.

    When the vault closes, what is under way is stopped, and nobody is told of it.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks: TaskRunner | None = None
        session.closing.connect(self.close)

    def run(
        self,
        prepare: Callable[[Workspace], Work[T]],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Let `prepare` return the work on the vault's thread, and do that beside it."""

        def begin(work: Work[T]) -> None:
            self.close()
            self._tasks = TaskRunner(self)
            self._tasks.set_interrupt(work.stop)
            self._tasks.run(work, done=finished, failed=stopped, channel=_CHANNEL)

        def finished(outcome: T) -> None:
            self.close()
            done(outcome)

        def stopped(error: Exception) -> None:
            self.close()
            failed(error)

        self._session.read(prepare, done=begin, failed=failed)

    @Slot()
    def close(self) -> None:
        """End the thread."""
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None

"""Run core work off the UI thread, piece by piece, and deliver each outcome back on it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    channel: str


class TaskRunner(QObject):
    """One worker thread that owns the database connection, so its work is serial and ordered.

    Callbacks run on the thread that owns this object: the UI thread. A task may name a channel;
    a newer task of the same channel overtakes it: it is dropped while it waits, and interrupted
    while it runs. A task without a channel (every write) is never dropped and never interrupted.
    """

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake = threading.Condition()
        self._waiting: deque[_Task] = deque()
        self._running: _Task | None = None
        self._newest: dict[str, _Task] = {}
        self._interrupt: Callable[[], None] | None = None
        self._closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name="vault", daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and nothing runs; outcomes may still be on their way."""
        with self._wake:
            return not self._waiting and self._running is None

    def run(
        self,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        channel: str = "",
    ) -> None:
        """Queue work; one of the two callbacks follows, or neither when it was overtaken."""
        task = _Task(work, done, failed, channel)
        with self._wake:
            if self._closed:
                return
            if channel:
                self._overtake(channel)
                self._newest[channel] = task
            self._waiting.append(task)
            self._wake.notify()

    def set_interrupt(self, interrupt: Callable[[], None] | None) -> None:
        """Name what stops a running query; it is called only while an overtaken task runs."""
        with self._wake:
            self._interrupt = interrupt

    def settle(self, done: Callable[[], None]) -> None:
        """Drop every read, and call `done` once all that was written has had its outcome."""
        with self._wake:
            if self._closed:
                return
            self._drop_reads()
            self._newest.clear()
            self._waiting.append(_Task(_nothing, lambda _none: done(), _ignore, ""))
            self._wake.notify()

    def settle_here(self) -> None:
        """Do the same, and wait on this thread until all outcomes are delivered."""
        settled = threading.Event()
        with self._wake:
            if self._closed:
                return
            self._drop_reads()
            self._newest.clear()
            self._waiting.append(_Task(settled.set, _ignore, _ignore, ""))
            self._wake.notify()
        settled.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Finish what waits without a channel, run `last` on the worker thread, and stop.

        No callback is delivered after this call. Blocks until the worker has ended, because
        what was written must be on disk before the vault counts as locked.
        """
        with self._wake:
            if self._closed:
                return
            self._closed = True
            self._drop_reads()
            if last is not None:
                self._waiting.append(_Task(last, _ignore, _ignore, ""))
            self._wake.notify()
        self._thread.join()

    def _drop_reads(self) -> None:
        self._waiting = deque(task for task in self._waiting if not task.channel)
        if self._running is not None and self._running.channel and self._interrupt:
            self._interrupt()

    def _overtake(self, channel: str) -> None:
        self._waiting = deque(task for task in self._waiting if task.channel != channel)
        running = self._running
        if running is not None and running.channel == channel and self._interrupt:
            self._interrupt()

    def _serve(self) -> None:
        while True:
            with self._wake:
                self._running = None
                while not self._waiting:
                    if self._closed:
                        return
                    self._wake.wait()
                task = self._running = self._waiting.popleft()
            try:
                outcome = partial(task.done, task.work())
            except Exception as error:  # noqa: BLE001 - every failure is handed to `failed`
                outcome = partial(task.failed, error)
            if not self._closed:
                self._settled.emit((task, outcome))

    @Slot(object)
    def _deliver(self, settled: tuple[_Task, Callable[[], None]]) -> None:
        task, outcome = settled
        overtaken = task.channel and self._newest.get(task.channel) is not task
        if not self._closed and not overtaken:
            outcome()


def _nothing() -> None:
    """Do nothing, behind everything that was asked for before."""


def _ignore(_outcome: object) -> None:
    """Take the outcome of the last task of a closing runner: there is nobody to tell."""

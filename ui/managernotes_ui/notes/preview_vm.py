"""When the preview is made again: a moment after typing, off the UI thread, the newest only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes_ui.common.tasks import TaskRunner
from managernotes_ui.notes.preview_maker import Preview, PreviewMaker, PreviewRequest

AFTER_MS = 80
"""How long after a keystroke the preview begins; with the making it follows within 200 ms."""

_CHANNEL = "preview"


class PreviewViewModel(QObject):
    """Asks for the words when it is time, and announces what they look like."""

    changed = Signal(Preview)

    def __init__(
        self, maker: PreviewMaker, request: Callable[[], PreviewRequest], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._maker = maker
        self._request = request
        self._making: PreviewRequest | None = None
        self._again = False
        self._tasks = TaskRunner(self)
        self._tasks.set_interrupt(maker.stop)
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        # The connection outlives this object's Python side, so it ends the thread, not a method.
        tasks = self._tasks
        self.destroyed.connect(lambda _gone=None: _end(maker, tasks))

    def words_changed(self) -> None:
        """Make it again once the keys rest for a moment."""
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def refresh(self) -> None:
        """Make it again now."""
        self._soon.stop()
        self._again = False
        self._making = request = self._request()
        self._tasks.run(
            lambda: self._maker.make(request),
            done=self._on_made,
            failed=self._on_failed,
            channel=_CHANNEL,
        )

    @Slot()
    def catch_up(self) -> None:
        """Make it again because something else of the note is new, as it is when it was saved.

        A long text that is just being made is not begun anew for that: it would never be done.
        """
        if self._making is not None and self._making == self._request():
            self._again = True
        else:
            self.refresh()

    def close(self) -> None:
        """End the thread and the process that hold texts."""
        _end(self._maker, self._tasks)

    def _on_made(self, preview: Preview) -> None:
        self._making = None
        if self._again:
            self.refresh()
            return
        self.changed.emit(preview)
        if not preview.is_whole:
            self._soon.start()

    def _on_failed(self, error: Exception) -> None:
        self._making = None
        raise error


def _end(maker: PreviewMaker, tasks: TaskRunner) -> None:
    maker.stop()
    tasks.close()
    maker.stop()

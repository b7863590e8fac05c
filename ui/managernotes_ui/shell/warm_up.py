"""Loads the modules of pages not yet visited, one at a time, once the first rows are on show.

Each takes less than a frame; together they would keep the window from its first rows for as long
as everything else does (PERFORMANCE §1).
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

PACKAGES = (
    "widgets", "sharing", "today", "capture", "people", "shell", "talks", "conversations",
    "preparing", "meeting", "promises", "threads", "templates", "search", "notes", "settings",
)  # fmt: skip
FIRST_MS, NEXT_MS = 500, 20


class WarmUp(QObject):
    """Begins half a second after `start`, and is done some seconds later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules = _unloaded_modules()
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self._load_next)

    def start(self) -> None:
        """Begin, in a moment."""
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to load."""
        return not self._timer.isActive()

    @Slot()
    def _load_next(self) -> None:
        self._timer.setInterval(NEXT_MS)
        name = next(self._modules, None)
        if name is None:
            self._timer.stop()
        else:
            importlib.import_module(name)


def _unloaded_modules() -> Iterator[str]:
    """Yield the names of modules that nothing has loaded by the time each is asked for."""
    root = __package__.partition(".")[0]
    for name in PACKAGES:
        package = importlib.import_module(f"{root}.{name}")
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if module.name not in sys.modules:
                yield module.name

"""Loads the modules of pages not yet visited, and of what they ask, once the first rows show.

A few at a time take less than a frame; together they would keep the window from its first rows for
longer than everything else does (PERFORMANCE §1).
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

CORE = "managernotes"
CORE_PACKAGES = ("domain", "text", "practice", "practice.metrics", "storage", "services")
"""From the bottom up, so that no module brings many others along."""
PACKAGES = (
    "common", "common.strings", "widgets", "sharing", "today", "capture", "people", "shell",
    "talks", "conversations", "goals", "lessons", "standards", "reviews", "preparing", "meeting",
    "promises", "threads", "templates", "search", "notes", "settings", "handover", "inbox",
)  # fmt: skip
NOT_WANTED = ("sample_", "tour_")
"""What makes samples is asked for on the command line."""
FIRST_MS, NEXT_MS = 500, 20
AT_A_TIME_SECONDS = 0.003
"""After so long the window has its turn; the module under way is finished first."""


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
        began = time.perf_counter()
        while time.perf_counter() - began < AT_A_TIME_SECONDS:
            name = next(self._modules, None)
            if name is None:
                self._timer.stop()
                return
            importlib.import_module(name)


def _unloaded_modules() -> Iterator[str]:
    """Yield the names of modules that nothing has loaded by the time each is asked for."""
    root = __package__.partition(".")[0]
    packages = [f"{CORE}.{name}" for name in CORE_PACKAGES]
    packages += [f"{root}.{name}" for name in PACKAGES]
    for name in packages:
        package = importlib.import_module(name)
        for module in pkgutil.iter_modules(package.__path__, f"{name}."):
            short = module.name.rpartition(".")[2]
            if module.name not in sys.modules and not short.startswith(NOT_WANTED):
                yield module.name

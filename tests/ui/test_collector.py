"""Cycles are collected, and only on the UI thread."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from managernotes_ui.common.collector import MainThreadCollector
from managernotes_ui.common.tasks import TaskRunner


class Cycle:
    """Something that only the collector can free, and that tells where it was freed."""

    def __init__(self, freed_on: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: freed_on.append(threading.get_ident()))


def test_garbage_made_on_the_worker_is_freed_on_the_ui_thread(qtbot: QtBot) -> None:
    collector = MainThreadCollector()
    tasks = TaskRunner()
    freed_on: list[int] = []
    done: list[object] = []

    def litter() -> None:
        for _ in range(2_000):  # more than Python's own threshold
            Cycle(freed_on)

    tasks.run(litter, done=done.append, failed=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert freed_on == []
    collector.look()
    qtbot.waitUntil(lambda: bool(freed_on))
    assert set(freed_on) == {threading.get_ident()}
    tasks.close()
    collector.close()
    assert gc.isenabled()
    gc.disable()

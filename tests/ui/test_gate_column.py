"""The column of a gate page comes to rest: no layout asks for another one for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.services.keys import Protection
from managernotes_ui.unlock.gate_column import GateColumn
from managernotes_ui.unlock.gate_view import GateView
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.test_first_run_view import people_step, protection_step, recovery_step
from tests.ui.unlock_bench import GateBench, gate_bench, made_vault

SIZES = ((1280, 800), (800, 560), (1280, 300), (620, 380), (620, 440))
"""The third is shorter than any page, so the column scrolls; at the last two the width of a scroll
bar decides whether the text fits."""

AT_REST = 2
"""Layouts in half a second; a loop makes hundreds."""


class Count(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.requests = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let it pass."""
        self.requests += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


def requests_at_rest(column: GateColumn) -> int:
    """Return how many layouts are asked for in half a second in which nothing happens."""
    QTest.qWait(300)
    count = Count()
    column.content.installEventFilter(count)
    QTest.qWait(500)
    column.content.removeEventFilter(count)
    return count.requests


def first_step(_bench: GateBench, _gate: GateView) -> None:
    """Stay on the first page of the first run."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("go_to", [first_step, protection_step, recovery_step, people_step])
def test_every_page_of_the_first_run_comes_to_rest(
    bench: GateBench,
    tmp_path: Path,
    go_to: Callable[[GateBench, GateView], object],
    size: tuple[int, int],
) -> None:
    gate = bench.gate(tmp_path / "new" / "vault.db", MemoryKeyring())
    go_to(bench, gate)
    gate.resize(*size)
    assert isinstance(gate.page, GateColumn)
    assert requests_at_rest(gate.page) <= AT_REST


@pytest.mark.parametrize("size", SIZES)
def test_the_lock_comes_to_rest(bench: GateBench, tmp_path: Path, size: tuple[int, int]) -> None:
    vault = made_vault(tmp_path, Protection.PASSPHRASE)
    gate = bench.gate(vault.path, vault.keyring)
    gate.resize(*size)
    assert isinstance(gate.page, GateColumn)
    assert requests_at_rest(gate.page) <= AT_REST

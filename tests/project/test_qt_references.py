"""The pinned Qt neither loses nor leaks references to the constants it hands back.

PySide6 6.12.0 drops one reference to None per call, and Python 3.11 aborts when none is left.
On Python 3.12 and later these constants are immortal and the counts cannot move.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QListWidget
from pytestqt.qtbot import QtBot

CALLS = 1_000
TOLERANCE = 50


class _EmptyModel(QAbstractListModel):
    """A model whose every answer is None, and that counts how often it was asked."""

    asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802
        """Return one row, the same for every parent."""
        return 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return nothing for every role."""
        self.asked += 1
        return None


def _drift(call: Callable[[], object]) -> tuple[int, int, int]:
    constants = (None, True, False)
    before = [sys.getrefcount(constant) for constant in constants]
    for _ in range(CALLS):
        call()
    none, true, false = (
        sys.getrefcount(constant) - count for constant, count in zip(constants, before, strict=True)
    )
    return none, true, false


def _assert_steady(call: Callable[[], object]) -> None:
    assert max(abs(moved) for moved in _drift(call)) <= TOLERANCE


def test_adding_list_rows_keeps_the_constants(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    _assert_steady(lambda: rows.addItem("row"))


def test_setting_a_label_keeps_the_constants(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    _assert_steady(lambda: label.setText("text"))
    _assert_steady(lambda: label.setEnabled(True))
    _assert_steady(label.isEnabled)


def test_turning_the_event_loop_keeps_the_constants(qtbot: QtBot) -> None:
    _assert_steady(QApplication.processEvents)


def test_a_python_model_that_answers_none_keeps_the_constants(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    model = _EmptyModel(view)
    view.setModel(model)
    with qtbot.waitExposed(view):
        view.show()
    _assert_steady(view.viewport().repaint)
    assert model.asked > CALLS


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the constants are immortal from 3.12 on")
def test_the_count_would_show_a_lost_reference() -> None:
    kept: list[None] = []
    assert _drift(lambda: kept.append(None))[0] > TOLERANCE

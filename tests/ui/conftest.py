"""What every test of the window gets: garbage collected on this thread, as in the app itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

YOUNG_AND_MIDDLE = 1


@pytest.fixture(autouse=True)
def collect_here() -> Iterator[None]:
    """Keep the collector off the vault's thread, where it would destroy this one's widgets."""
    gc.disable()
    yield
    gc.collect(YOUNG_AND_MIDDLE)


@pytest.fixture(scope="session", autouse=True)
def leave_no_copy(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard before Python ends: Qt would destroy a Python object after that."""
    yield
    assert isinstance(qapp, QApplication)
    QGuiApplication.clipboard().clear()

"""The system locks or sleeps: the real app hears it over a real bus, and its window locks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.locking.system_events import SystemSource
from managernotes_ui.unlock.gate_view import GateView
from tests.core.fake_desktop import FakeLogind, PrivateBus, cover_screen, private_bus, until
from tests.core.raw_vault import outside_the_app
from tests.ui.app_bench import Bench, go_to_dana

pytestmark = [
    pytest.mark.dbus,
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's way"),
]


@pytest.fixture
def bus(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateBus]:
    with private_bus(home) as bus:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
        yield bus


@pytest.fixture
def logind(bus: PrivateBus) -> Iterator[FakeLogind]:
    logind = FakeLogind(bus.address)
    yield logind
    logind.end()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path, logind: FakeLogind) -> Iterator[Bench]:
    """Start the app, open its vault, and wait until it listens."""
    bench = Bench(qtbot, qapp, tmp_path / "vault.db")
    source: SystemSource = bench.app.obey_the_system()
    bench.opened()
    bench.wait(lambda: logind.is_delayed)
    QTest.qWait(50)
    yield bench
    source.close()
    bench.close()


@pytest.mark.parametrize(
    "tell",
    [
        lambda logind, _bus: logind.lock(),
        lambda logind, _bus: logind.hint(locked=True),
        lambda logind, _bus: logind.prepare_for_sleep(begins=True),
        lambda _logind, bus: cover_screen(bus.address, "org.freedesktop.ScreenSaver"),
        lambda _logind, bus: cover_screen(bus.address, "org.gnome.ScreenSaver"),
    ],
    ids=["session lock", "locked hint", "sleep", "screen saver", "GNOME's screen saver"],
)
def test_each_way_of_telling_locks_the_window(
    bench: Bench,
    logind: FakeLogind,
    bus: PrivateBus,
    tell: Callable[[FakeLogind, PrivateBus], None],
) -> None:
    tell(logind, bus)
    bench.wait(lambda: isinstance(bench.window.content, GateView))


def test_the_computer_sleeps_only_once_what_was_typed_is_on_disk(
    bench: Bench, logind: FakeLogind
) -> None:
    page = go_to_dana(bench, bench.opened())
    page.compose()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget() or page, "half a thought")
    busy = bench.open_elsewhere()
    with outside_the_app(busy.files, busy.key):
        logind.prepare_for_sleep(begins=True)
        bench.wait(lambda: not page.isVisible())
        QTest.qWait(200)
        assert logind.is_delayed, "it slept with a text not yet on disk"
    busy.close()
    bench.wait(lambda: not logind.is_delayed)
    drafts = bench.elsewhere(lambda workspace: workspace.drafts.read(f"capture:{bench.dana}"))
    assert drafts == "half a thought"


def test_a_locked_window_lets_the_computer_sleep_at_once(bench: Bench, logind: FakeLogind) -> None:
    bench.app.lock()
    bench.wait(lambda: isinstance(bench.window.content, GateView))
    logind.prepare_for_sleep(begins=False)
    assert until(lambda: logind.is_delayed)
    logind.prepare_for_sleep(begins=True)
    bench.wait(lambda: not logind.is_delayed)

"""Linux tells that it locks or sleeps: over a real message bus, from services of the test's own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, HeaderFields, message_bus, new_signal  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from managernotes_ui.locking.linux_signals import SCREEN_SAVERS
from managernotes_ui.locking.linux_source import LinuxSource
from managernotes_ui.locking.system_events import SystemEvents
from tests.core.fake_desktop import (
    MANAGER,
    OTHER_SESSION,
    FakeLogind,
    PrivateBus,
    cover_screen,
    private_bus,
    until,
)

pytestmark = [
    pytest.mark.dbus,
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's way"),
]
FAST_S = 0.05


class Heard:
    """A source that listens, and what it told."""

    def __init__(self, bus: str, session: str | None = None) -> None:
        self.events = SystemEvents()
        self.told: list[str] = []
        self.events.locked.connect(lambda: self.told.append("locked"))
        self.events.sleeping.connect(lambda: self.told.append("sleeping"))
        self.source = LinuxSource(bus, session or bus, pause_s=FAST_S)
        self.source.start(self.events)

    def hears(self, *wanted: str, patience_s: float = 5.0) -> bool:
        """Wait until it has told this."""

        def told() -> bool:
            QCoreApplication.processEvents()
            return tuple(self.told) == wanted

        return until(told, patience_s)

    def stays_silent(self) -> bool:
        """Whether a third of a second goes by in which it tells nothing."""
        return not self.hears("anything", patience_s=0.3) and self.told == []


@pytest.fixture
def bus(home: Path) -> Iterator[PrivateBus]:
    with private_bus(home) as bus:
        yield bus


@pytest.fixture
def logind(bus: PrivateBus) -> Iterator[FakeLogind]:
    logind = FakeLogind(bus.address)
    yield logind
    logind.end()


@pytest.fixture
def heard(qtbot: QtBot, bus: PrivateBus, logind: FakeLogind) -> Iterator[Heard]:
    heard = Heard(bus.address)
    assert until(lambda: logind.is_delayed), "it did not find logind"
    yield heard
    heard.source.close()


def test_a_session_that_is_asked_to_lock_locks(heard: Heard, logind: FakeLogind) -> None:
    logind.lock()
    assert heard.hears("locked")


def test_a_session_whose_screen_is_locked_locks(heard: Heard, logind: FakeLogind) -> None:
    logind.hint(locked=False)
    logind.hint(locked=True)
    assert heard.hears("locked")


def test_another_users_session_is_none_of_ours(heard: Heard, logind: FakeLogind) -> None:
    logind.lock(OTHER_SESSION)
    logind.hint(locked=True, session=OTHER_SESSION)
    assert heard.stays_silent()


def test_a_program_outside_of_every_session_locks_with_any(qtbot: QtBot, bus: PrivateBus) -> None:
    logind = FakeLogind(bus.address, session=None)
    heard = Heard(bus.address)
    assert until(lambda: logind.is_delayed)
    logind.lock(OTHER_SESSION)
    assert heard.hears("locked")
    heard.source.close()
    logind.end()


def test_the_sleep_waits_until_it_is_let_go_and_is_delayed_again_after_waking(
    heard: Heard, logind: FakeLogind
) -> None:
    assert logind.reasons[0] == ("sleep", "Manager Notes", "Saving what is typed", "delay")
    logind.prepare_for_sleep(begins=True)
    assert heard.hears("sleeping")
    assert logind.is_delayed
    heard.source.ready_to_sleep()
    assert until(lambda: not logind.is_delayed)
    logind.prepare_for_sleep(begins=False)
    assert until(lambda: logind.is_delayed)


@pytest.mark.parametrize("interface", SCREEN_SAVERS)
def test_a_screen_saver_that_covers_the_screen_locks(
    heard: Heard, bus: PrivateBus, interface: str
) -> None:
    assert until(lambda: threads("session bus") == 1)
    time.sleep(0.05)
    cover_screen(bus.address, interface, active=False)
    cover_screen(bus.address, interface)
    assert heard.hears("locked")


def test_somebody_else_on_the_system_bus_is_not_believed(heard: Heard, bus: PrivateBus) -> None:
    with open_dbus_connection(bus=bus.address) as stranger:
        for number in range(1, 9):
            to_us = new_signal(MANAGER, "PrepareForSleep", "b", (True,))
            to_us.header.fields[HeaderFields.destination] = f":1.{number}"
            stranger.send(to_us)
        stranger.send_and_get_reply(message_bus.GetId())
    assert heard.stays_silent()


def test_odd_messages_are_passed_over(heard: Heard, logind: FakeLogind, bus: PrivateBus) -> None:
    session = DBusAddress(
        "/org/freedesktop/login1/session/_32", interface="org.freedesktop.DBus.Properties"
    )
    odd = (
        new_signal(MANAGER, "PrepareForSleep", "s", ("yes",)),
        new_signal(MANAGER, "PrepareForSleep"),
        new_signal(MANAGER, "PrepareForSleep", "bb", (True, True)),
        new_signal(session, "PropertiesChanged", "s", ("org.freedesktop.login1.Session",)),
        new_signal(
            session,
            "PropertiesChanged",
            "sa{sv}as",
            ("org.freedesktop.login1.Session", {"LockedHint": ("s", "true")}, []),
        ),
        new_signal(session, "PropertiesChanged", "a{sv}", ({"a" * 100_000: ("s", "b" * 100_000)},)),
    )
    for message in odd:
        logind.send(message)
    assert heard.stays_silent()
    logind.lock()
    assert heard.hears("locked"), "it went deaf"


def test_a_bus_and_a_logind_that_are_started_anew_are_found_again(
    heard: Heard, bus: PrivateBus, logind: FakeLogind
) -> None:
    logind.end()
    second = FakeLogind(bus.address)
    assert until(lambda: second.is_delayed)
    second.end()
    bus.stop()
    time.sleep(0.2)
    bus.start()
    third = FakeLogind(bus.address)
    assert until(lambda: third.is_delayed)
    third.lock()
    assert heard.hears("locked")
    third.end()


def threads(name: str) -> int:
    """Return how many threads of a name there are."""
    return sum(thread.name == name for thread in threading.enumerate())


def test_a_computer_without_a_bus_is_left_in_peace(qtbot: QtBot, tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path / 'nothing'}"
    heard = Heard(nowhere)
    assert heard.stays_silent()
    began = time.monotonic()
    heard.source.close()
    assert time.monotonic() - began < 0.1
    assert until(lambda: threads("system bus") == threads("session bus") == 0)


def test_a_frozen_bus_holds_up_nobody(qtbot: QtBot, bus: PrivateBus) -> None:
    os.kill(bus.pid, signal.SIGSTOP)
    began = time.monotonic()
    heard = Heard(bus.address)
    heard.source.ready_to_sleep()
    assert time.monotonic() - began < 0.1
    time.sleep(0.3)
    began = time.monotonic()
    heard.source.close()
    assert time.monotonic() - began < 0.1
    os.kill(bus.pid, signal.SIGCONT)


def test_a_bus_that_takes_connections_and_says_nothing_holds_up_nobody(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = str(tmp_path / "mute")
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(place)
        mute.listen()
        heard = Heard(f"unix:path={place}")
        time.sleep(0.2)
        began = time.monotonic()
        heard.source.close()
        assert time.monotonic() - began < 0.1


def test_what_it_needs_is_not_loaded_with_the_window() -> None:
    asked = "import sys, managernotes_ui.app; sys.exit('jeepney' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], check=False, timeout=60)
    assert done.returncode == 0

"""A notification goes over a real message bus to a service of the test's own, and says little."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import (  # type: ignore[import-untyped]
    HeaderFields,
    MessageType,
    message_bus,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from managernotes_ui.common.notifier import DesktopNotifier, NoNotifier
from managernotes_ui.common.strings.rhythm import SOMETHING
from tests.core.fake_desktop import PrivateBus, private_bus, until

NAME = "org.freedesktop.Notifications"

pytestmark = [
    pytest.mark.dbus,
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's way"),
]


class FakeDesktop:
    """Owns the name of the notifications and keeps what it is asked to show."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self.shown: list[tuple[object, ...]] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Leave the bus."""
        self._connection.sock.shutdown(2)
        self._thread.join(5)
        self._connection.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError, ValueError, ConnectionError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    assert message.header.fields[HeaderFields.member] == "Notify"
                    self.shown.append(message.body)
                    self._connection.send(new_method_return(message, "u", (1,)))


@pytest.fixture
def bus(home: Path) -> Iterator[PrivateBus]:
    with private_bus(home) as bus:
        yield bus


def test_the_desktop_shows_the_one_sentence_and_nothing_else(bus: PrivateBus) -> None:
    desktop = FakeDesktop(bus.address)
    DesktopNotifier(bus.address).tell(SOMETHING)
    assert until(lambda: bool(desktop.shown), 5)
    desktop.end()
    [(app, _replaces, icon, words, body, actions, hints, _timeout)] = desktop.shown
    assert (app, icon, words, body, actions) == ("Manager Notes", "", SOMETHING, "", [])
    assert hints == {"transient": ("b", True)}


def test_without_anybody_who_shows_it_nothing_happens(bus: PrivateBus) -> None:
    before = threading.active_count()
    DesktopNotifier(bus.address).tell(SOMETHING)
    DesktopNotifier("unix:path=/nowhere/at-all").tell(SOMETHING)
    assert until(lambda: threading.active_count() <= before, 5)


def test_where_there_is_no_way_it_promises_nothing() -> None:
    notifier = NoNotifier()
    notifier.tell(SOMETHING)
    assert not notifier.is_possible

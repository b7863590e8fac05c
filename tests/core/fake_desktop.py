"""A desktop's services on a private bus: a logind and a screen saver that tests can lock."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from tests.core.keyring_session import KeyringSession

LOGIND = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", interface=f"{LOGIND}.Manager")
OUR_SESSION = "/org/freedesktop/login1/session/_32"
OTHER_SESSION = "/org/freedesktop/login1/session/_39"


class FakeLogind:
    """Owns logind's name, answers what it is asked, and keeps the delays that are taken."""

    def __init__(self, address: str, *, session: str | None = OUR_SESSION) -> None:
        self._connection = open_dbus_connection(bus=address, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName(LOGIND))
        self._session = session
        self._delays: list[int] = []
        self._guard = threading.Lock()
        self._ended = False
        self.reasons: list[tuple[object, ...]] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def is_delayed(self) -> bool:
        """Whether somebody holds up the sleep now."""
        with self._guard:
            return any(not _is_closed_elsewhere(end) for end in self._delays)

    def prepare_for_sleep(self, *, begins: bool) -> None:
        """Tell that the computer is about to sleep, or that it woke."""
        self.send(new_signal(MANAGER, "PrepareForSleep", "b", (begins,)))

    def lock(self, session: str = OUR_SESSION) -> None:
        """Ask a session to lock, as `loginctl lock-session` does."""
        self.send(new_signal(DBusAddress(session, interface=f"{LOGIND}.Session"), "Lock"))

    def hint(self, *, locked: bool, session: str = OUR_SESSION) -> None:
        """Tell that a session's screen is locked."""
        properties = DBusAddress(session, interface="org.freedesktop.DBus.Properties")
        body: tuple[object, ...] = (f"{LOGIND}.Session", {"LockedHint": ("b", locked)}, [])
        self.send(new_signal(properties, "PropertiesChanged", "sa{sv}as", body))

    def send(self, message: Message) -> None:
        """Send any message."""
        self._connection.send(message)

    def end(self) -> None:
        """Leave the bus."""
        if self._ended:
            return
        self._ended = True
        self._connection.sock.shutdown(2)
        self._thread.join(5)
        self._connection.close()
        for end in self._delays:
            os.close(end)

    def _serve(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            while not self._ended:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        match message.header.fields[HeaderFields.member]:
            case "Inhibit":
                self.reasons.append(message.body)
                ours, theirs = os.pipe()
                with self._guard:
                    self._delays.append(ours)
                self.send(new_method_return(message, "h", (theirs,)))
                os.close(theirs)
                return _nothing()
            case "GetSessionByPID" | "GetSession" if self._session is not None:
                return new_method_return(message, "o", (self._session,))
            case _:
                return new_error(message, f"{LOGIND}.NoSessionForPID")


def _nothing() -> Message:
    return new_signal(DBusAddress("/", interface="org.example.Nothing"), "Nothing")


def _is_closed_elsewhere(end: int) -> bool:
    """Whether the other end of a pipe is closed: then it is at its end at once."""
    os.set_blocking(end, False)
    try:
        return os.read(end, 1) == b""
    except BlockingIOError:
        return False


def cover_screen(address: str, interface: str, *, active: bool = True) -> None:
    """Tell, as a desktop's screen saver, that the screen is covered."""
    path = "/" + interface.replace(".", "/")
    with open_dbus_connection(bus=address) as connection:
        body = (active,)
        address_of = DBusAddress(path, interface=interface)
        connection.send(new_signal(address_of, "ActiveChanged", "b", body))
        connection.send_and_get_reply(message_bus.GetId())  # it is on its way by then


class PrivateBus:
    """A message bus of its own, which can be stopped and started at the same address."""

    def __init__(self, home: Path) -> None:
        self._session = KeyringSession(home)
        self.address = self._session.environment["DBUS_SESSION_BUS_ADDRESS"]
        self._session.start_bus()

    @property
    def pid(self) -> int:
        """The bus's process."""
        return self._session.bus_pid

    def stop(self) -> None:
        """End the bus, and everybody's connection with it."""
        self._session.close()
        Path(self.address.removeprefix("unix:path=")).unlink(missing_ok=True)

    def start(self) -> None:
        """Start it again."""
        self._session.start_bus()


@contextlib.contextmanager
def private_bus(home: Path) -> Iterator[PrivateBus]:
    """Run a bus for as long as the block lasts."""
    bus = PrivateBus(home)
    try:
        yield bus
    finally:
        bus.stop()


def until(happened: object, patience_s: float = 5.0) -> bool:
    """Wait until a question is answered with yes; whether it was."""
    assert callable(happened)
    deadline = time.monotonic() + patience_s
    while not happened():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True

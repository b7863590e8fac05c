"""A real Secret Service for tests: gnome-keyring on a private bus, in a throw-away home.

Run one with ``running_keyring(folder)`` and hand ``environment`` to whatever should meet
it; the folder then holds everything the daemon ever writes, so a test can search it for secrets.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import secretstorage
from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import (  # type: ignore[import-untyped]
    DBusConnection,
    open_dbus_connection,
)

_LOGIN_PASSWORD: Final = b"test"
_SERVICE: Final = "org.freedesktop.secrets"
_PATIENCE_SECONDS: Final = 10.0
_BUS: Final = DBusAddress(
    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
)

# No service folders: a stopped daemon stays stopped instead of being started again by the bus.
_BUS_CONFIGURATION: Final = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class KeyringSession:
    """One private bus with one gnome-keyring daemon, both started and ended by this object."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._socket = home / "run" / "bus"
        self._bus: subprocess.Popen[bytes] | None = None
        self._daemon: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The variables a process needs in order to meet this keyring and no other."""
        inherited = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
        return inherited | {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._socket}",
        }

    @property
    def daemon_pid(self) -> int:
        """The process id of the running daemon."""
        assert self._daemon is not None, "the daemon is stopped"
        return self._daemon.pid

    @property
    def bus_pid(self) -> int:
        """The process id of the running bus."""
        assert self._bus is not None, "the bus is stopped"
        return self._bus.pid

    def start_bus(self) -> None:
        """Start the private bus, without a keyring on it."""
        for name in ("share", "config", "cache", "run"):
            (self.home / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        configuration = self.home / "run" / "bus.conf"
        configuration.write_text(_BUS_CONFIGURATION.format(socket=self._socket), encoding="utf-8")
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--nofork", f"--config-file={configuration}"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_until(self._socket.exists, "the private bus did not start")

    def start_daemon(self) -> None:
        """Start the keyring, its login collection unlocked."""
        self._daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdin is not None
        self._daemon.stdin.write(_LOGIN_PASSWORD)
        self._daemon.stdin.close()
        _wait_until(self._is_served, "gnome-keyring did not come up")

    def freeze(self) -> None:
        """Stop the daemon's clock: it stays on the bus and answers nothing."""
        os.kill(self.daemon_pid, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen daemon go on."""
        os.kill(self.daemon_pid, signal.SIGCONT)

    def lock(self) -> None:
        """Lock the default collection, as a screen lock or the user may do."""
        with self._connection() as connection:
            secretstorage.get_default_collection(connection).lock()

    def labels(self) -> list[str]:
        """Return the visible label of every entry, which must never tell anything private."""
        with self._connection() as connection:
            entries = secretstorage.get_default_collection(connection).get_all_items()
            return [entry.get_label() for entry in entries]

    def clear(self) -> None:
        """Delete every entry, as if the keyring had been lost."""
        with self._connection() as connection:
            for entry in secretstorage.get_default_collection(connection).get_all_items():
                entry.delete()

    def stop_daemon(self) -> None:
        """End the keyring; the bus stays."""
        if self._daemon is not None:
            _end(self._daemon)
            self._daemon = None

    def close(self) -> None:
        """End both processes."""
        self.stop_daemon()
        if self._bus is not None:
            _end(self._bus)
            self._bus = None

    @contextmanager
    def _connection(self) -> Iterator[DBusConnection]:
        connection = open_dbus_connection(bus=f"unix:path={self._socket}")
        try:
            yield connection
        finally:
            connection.close()

    def _is_served(self) -> bool:
        question = new_method_call(_BUS, "NameHasOwner", "s", (_SERVICE,))
        with self._connection() as connection:
            return bool(connection.send_and_get_reply(question).body[0])


@contextmanager
def running_keyring(home: Path) -> Iterator[KeyringSession]:
    """Run a private bus with an unlocked keyring for as long as the block lasts."""
    session = KeyringSession(home)
    try:
        session.start_bus()
        session.start_daemon()
        yield session
    finally:
        session.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()


def _wait_until(happened: Callable[[], bool], complaint: str) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < deadline, complaint
        time.sleep(0.02)

"""One sentence through the system's own notifications, where the app knows how (SPEC §8).

The text never holds a name, a count or a word of the vault: whoever reads it learns only that the
app is there.
"""

from __future__ import annotations

import contextlib
import sys
import threading
from typing import Protocol

_APP = "Manager Notes"
_BUS = "SESSION"
_ANSWER_S = 5.0
_PATH, _NAME = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
_KEEP_AS_LONG_AS_YOU_LIKE = -1
_NO_TRACE = {"transient": ("b", True)}
"""Asks the desktop not to keep it in its list."""


class Notifier(Protocol):
    """Says a sentence outside of the window, without waiting for it."""

    @property
    def is_possible(self) -> bool:
        """Whether this system has a way that the app knows."""
        ...

    def tell(self, words: str) -> None:
        """Say it; nothing happens when nobody listens."""
        ...


class DesktopNotifier:
    """Linux: over D-Bus, from a thread of its own, so that a bus that hangs holds up nothing."""

    def __init__(self, bus: str = _BUS) -> None:
        self._bus = bus

    @property
    def is_possible(self) -> bool:
        """Whether this is a system with such a bus."""
        return sys.platform.startswith("linux")

    def tell(self, words: str) -> None:
        """Say it."""
        threading.Thread(target=self._send, args=(words,), daemon=True).start()

    def _send(self, words: str) -> None:
        # Without a bus, or without anybody on it who shows notifications, there is nobody to tell.
        with contextlib.suppress(Exception):
            from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]
            from jeepney.io.blocking import (  # type: ignore[import-untyped]
                open_dbus_connection,
            )

            address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
            body: tuple[object, ...] = (
                _APP,
                0,
                "",
                words,
                "",
                [],
                _NO_TRACE,
                _KEEP_AS_LONG_AS_YOU_LIKE,
            )
            message = new_method_call(address, "Notify", "susssasa{sv}i", body)
            with open_dbus_connection(bus=self._bus) as connection:
                connection.send_and_get_reply(message, timeout=_ANSWER_S)


class NoNotifier:
    """A system whose notifications the app does not know."""

    @property
    def is_possible(self) -> bool:
        """Say no, so that nothing is promised."""
        return False

    def tell(self, words: str) -> None:
        """Do nothing."""


def notifier_of_this_system() -> Notifier:
    """Return the one that fits."""
    return DesktopNotifier() if sys.platform.startswith("linux") else NoNotifier()

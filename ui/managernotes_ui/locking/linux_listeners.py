"""Who listens on Linux: one to logind on the system bus, one to the session's screen savers."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from typing import Any

from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    message_bus,
    new_method_call,
)
from jeepney.fds import FileDescriptor  # type: ignore[import-untyped]

from managernotes_ui.locking.linux_bus import Call
from managernotes_ui.locking.linux_signals import (
    LOGIND,
    LOGIND_PATH,
    MANAGER,
    PROPERTIES,
    SCREEN_SAVERS,
    SESSION,
    SESSIONS,
    Meaning,
    meaning_on_session_bus,
    meaning_on_system_bus,
)

WHO, WHY = "Manager Notes", "Saving what is typed"
"""What the system tells everybody about who delays its sleep; it names nothing private."""

_BUS = "org.freedesktop.DBus"
_MANAGER = DBusAddress(LOGIND_PATH, bus_name=LOGIND, interface=MANAGER)


class ScreenSaverListener:
    """Hears that the desktop's screen saver covers the screen."""

    def __init__(self, tell: Callable[[Meaning], None]) -> None:
        self._tell = tell
        self.rules = [
            MatchRule(type="signal", interface=name, member="ActiveChanged")
            for name in SCREEN_SAVERS
        ]

    def joined(self, call: Call) -> None:
        """Need nothing."""

    def heard(self, signal: Message, call: Call) -> None:  # noqa: ARG002 - a port's signature
        """Tell what it means."""
        fields = signal.header.fields
        found = meaning_on_session_bus(
            _text(fields, HeaderFields.interface), _text(fields, HeaderFields.member), signal.body
        )
        if found is not None:
            self._tell(found)

    def lost(self) -> None:
        """Hold nothing."""


class LogindListener:
    """Hears logind, and nobody else: any user of the computer may send a signal on this bus.

    `hold` takes the file that delays the sleep as long as it is open; None lets go of it.
    """

    def __init__(
        self, tell: Callable[[Meaning], None], hold: Callable[[FileDescriptor | None], None]
    ) -> None:
        self._tell = tell
        self._hold = hold
        self._owner: str | None = None
        self._session: str | None = None
        changed = MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged")
        changed.add_arg_condition(0, LOGIND)
        ours = {"type": "signal", "sender": LOGIND}
        self.rules = [
            changed,
            MatchRule(**ours, interface=MANAGER, member="PrepareForSleep"),
            MatchRule(**ours, interface=SESSION, member="Lock"),
            MatchRule(**ours, interface=PROPERTIES, path_namespace=SESSIONS.rstrip("/")),
        ]

    def joined(self, call: Call) -> None:
        """Find out who logind is and which session is ours, and delay sleep from now on."""
        answer = call(message_bus.GetNameOwner(LOGIND))
        self._meet(str(answer[0]) if answer else None, call)

    def heard(self, signal: Message, call: Call) -> None:
        """Tell what a signal of logind means; follow logind when it is started anew."""
        fields = signal.header.fields
        sender = fields.get(HeaderFields.sender)
        names = (_text(fields, HeaderFields.interface), _text(fields, HeaderFields.member))
        if sender == _BUS and names == (_BUS, "NameOwnerChanged") and signal.body[0] == LOGIND:
            self._meet(signal.body[2] or None, call)
        if sender is None or sender != self._owner:
            return
        path = _text(fields, HeaderFields.path)
        found = meaning_on_system_bus(*names, path, signal.body, self._session)
        if found is Meaning.AWAKE:
            self._delay_sleep(call)
        elif found is not None:
            self._tell(found)

    def lost(self) -> None:
        """Let go of what belonged to the bus that is gone."""
        self._owner = None
        self._hold(None)

    def _meet(self, owner: str | None, call: Call) -> None:
        self._owner = owner
        if owner is None:
            self._hold(None)
            return
        self._session = _own_session(call)
        self._delay_sleep(call)

    def _delay_sleep(self, call: Call) -> None:
        body = ("sleep", WHO, WHY, "delay")
        answer = call(new_method_call(_MANAGER, "Inhibit", "ssss", body))
        file = answer[0] if answer else None
        self._hold(file if isinstance(file, FileDescriptor) else None)


def _own_session(call: Call) -> str | None:
    """Return our session's path; None for a program that was started outside of every session."""
    asked = [new_method_call(_MANAGER, "GetSessionByPID", "u", (os.getpid(),))]
    if name := os.environ.get("XDG_SESSION_ID"):
        asked.append(new_method_call(_MANAGER, "GetSession", "s", (name,)))
    for question in asked:
        with contextlib.suppress(IndexError, TypeError):
            if answer := call(question):
                return str(answer[0])
    return None


def _text(fields: Any, name: HeaderFields) -> str:
    return str(fields.get(name) or "")

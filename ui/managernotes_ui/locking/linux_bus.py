"""Listens to one D-Bus message bus, on the thread that calls it, and comes back when it is gone."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from jeepney import (  # type: ignore[import-untyped]
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
)
from jeepney.bus import get_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection, prep_socket  # type: ignore[import-untyped]

CONNECT_S, ANSWER_S = 2.0, 5.0
LONGEST_PAUSE_S = 60.0

Call = Callable[[Message], "tuple[object, ...] | None"]
"""Ask something on the bus; None when it refuses or does not answer in time."""


class Listener(Protocol):
    """Who is told; all calls come on the bus's own thread."""

    @property
    def rules(self) -> Sequence[MatchRule]:
        """What it wants to hear."""
        ...

    def joined(self, call: Call) -> None:
        """Be told that the bus is there, and ask it what is needed."""
        ...

    def heard(self, signal: Message, call: Call) -> None:
        """Be told of a signal."""
        ...

    def lost(self) -> None:
        """Be told that the bus is gone."""
        ...


class Bus:
    """One bus by its address ("SYSTEM", "SESSION", or one in full).

    A bus that is absent, frozen or restarted costs this thread only; `close` ends it from another.
    """

    def __init__(self, address: str, listener: Listener, pause_s: float) -> None:
        self._address = address
        self._listener = listener
        self._first_pause_s = pause_s
        self._closed = threading.Event()
        self._guard = threading.Lock()
        self._socket: socket.socket | None = None
        self._aside: deque[Message] = deque()

    def serve(self) -> None:
        """Listen until it is closed."""
        pause = self._first_pause_s
        while not self._closed.is_set():
            # Whatever a bus does wrong, or a message on it: begin again on a new connection.
            with contextlib.suppress(Exception):
                self._listen()
                pause = self._first_pause_s
            self._listener.lost()
            self._closed.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)

    def close(self) -> None:
        """End the listening, wherever it waits."""
        with self._guard:
            self._closed.set()
            if self._socket is not None:
                with contextlib.suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)

    def _listen(self) -> None:
        raw = prep_socket(get_bus(self._address), enable_fds=True, timeout=CONNECT_S)
        with self._guard:
            self._socket = raw
            if self._closed.is_set():
                raw.close()
                return
        self._aside.clear()
        try:
            self._talk(DBusConnection(raw, enable_fds=True))
        finally:
            with self._guard:
                self._socket = None
                raw.close()

    def _talk(self, connection: DBusConnection) -> None:
        def call(question: Message) -> tuple[object, ...] | None:
            return self._call(connection, question)

        for rule in self._listener.rules:
            call(message_bus.AddMatch(rule))
        self._listener.joined(call)
        while not self._closed.is_set():
            signal = self._aside.popleft() if self._aside else connection.receive()
            if signal.header.message_type is MessageType.signal:
                self._listener.heard(signal, call)

    def _call(self, connection: DBusConnection, question: Message) -> tuple[object, ...] | None:
        serial = next(connection.outgoing_serial)
        connection.send(question, serial=serial)
        with contextlib.suppress(TimeoutError):
            while True:
                message = connection.receive(timeout=ANSWER_S)
                if message.header.fields.get(HeaderFields.reply_serial) == serial:
                    is_answer = message.header.message_type is MessageType.method_return
                    return tuple(message.body) if is_answer else None
                self._aside.append(message)
        return None

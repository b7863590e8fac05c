"""Linux: logind on the system bus, the desktop's screen saver on the session's, a thread for each.

Neither Qt's D-Bus nor any call of the window's thread is in it: a frozen bus holds up nobody.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from managernotes_ui.locking.system_events import SystemEvents

if TYPE_CHECKING:
    from jeepney.fds import FileDescriptor  # type: ignore[import-untyped]

    from managernotes_ui.locking.linux_bus import Bus, Listener
    from managernotes_ui.locking.linux_signals import Meaning


class LinuxSource:
    """Tells of both; what it needs is loaded on its own threads, after the window is there.

    `pause_s`: seconds until a bus that is not there is looked for again, doubled each time.
    """

    def __init__(
        self, system: str = "SYSTEM", session: str = "SESSION", pause_s: float = 1.0
    ) -> None:
        self._addresses = (system, session)
        self._pause_s = pause_s
        self._guard = threading.Lock()
        self._closed = False
        self._buses: list[Bus] = []
        self._delay: FileDescriptor | None = None
        self._tell: SystemEvents | None = None

    def start(self, tell: SystemEvents) -> None:
        """Begin to listen."""
        if self._tell is not None:
            return
        self._tell = tell
        system, session = self._addresses
        self._begin("system bus", system, self._logind)
        self._begin("session bus", session, self._screen_saver)

    def ready_to_sleep(self) -> None:
        """Let go of the delay; logind gives a new one after the sleep."""
        self._hold(None)

    def close(self) -> None:
        """End both threads, wherever they wait."""
        with self._guard:
            self._closed = True
            buses = tuple(self._buses)
        for bus in buses:
            bus.close()
        self._hold(None)

    def _begin(self, name: str, address: str, listener: Callable[[], Listener]) -> None:
        def serve() -> None:
            from managernotes_ui.locking.linux_bus import Bus

            bus = Bus(address, listener(), self._pause_s)
            with self._guard:
                if self._closed:
                    return
                self._buses.append(bus)
            bus.serve()

        threading.Thread(target=serve, name=name, daemon=True).start()

    def _logind(self) -> Listener:
        from managernotes_ui.locking.linux_listeners import LogindListener

        return LogindListener(self._on_meaning, self._hold)

    def _screen_saver(self) -> Listener:
        from managernotes_ui.locking.linux_listeners import ScreenSaverListener

        return ScreenSaverListener(self._on_meaning)

    def _hold(self, delay: FileDescriptor | None) -> None:
        with self._guard:
            before, self._delay = self._delay, None if self._closed else delay
        for done_with in (before, delay if self._closed else None):
            if done_with is not None:
                with contextlib.suppress(OSError):
                    done_with.close()

    def _on_meaning(self, meaning: Meaning) -> None:
        from managernotes_ui.locking.linux_signals import Meaning

        if self._closed or self._tell is None:
            return
        with contextlib.suppress(RuntimeError):  # the app is gone
            if meaning is Meaning.SLEEPING:
                self._tell.sleeping.emit()
            else:
                self._tell.locked.emit()

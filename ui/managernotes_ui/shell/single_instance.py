"""One window a vault: a second start asks the first to come forward, and ends.

The message between the two is one word, never content (SECURITY-DESIGN §5 row 17).
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from managernotes.errors import SilentWindowError

LockError = QLockFile.LockError
ANSWER_MS = 1000
PATIENCE_SECONDS = 20.0
"""How long a start waits for a window that another start is still opening."""

_LOOK_EVERY_SECONDS = 0.05


class Request(Enum):
    """What a second start may ask of the window that is there."""

    RAISE = b"raise"
    CAPTURE = b"capture"


class SingleInstance(QObject):
    """Holds the vault's window lock and hears what later starts ask for."""

    requested = Signal(Request)

    def __init__(self, vault: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "managernotes-" + hashlib.sha256(str(vault).encode()).hexdigest()[:16]
        self._folder = vault.parent
        self._lock = QLockFile(str(vault) + ".window.lock")
        self._lock.setStaleLockTime(0)
        self._callers: list[QLocalSocket] = []
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Become the one window; False when another process already is. Needs no application.

        Where nothing can be written there is no lock to take either: the window opens and says so.
        """
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._lock.tryLock(0) or self._lock.error() is not LockError.LockFailedError

    def claim_or_ask(self, request: Request, patience_seconds: float = PATIENCE_SECONDS) -> bool:
        """Become the one window; False once the window that is there was asked instead.

        Of many starts at once one is the window, and is asked by the others as soon as it
        listens. SilentWindowError when it does not answer for so long.
        """
        deadline = time.monotonic() + patience_seconds
        while not self.claim():
            if self.ask(request):
                return False
            if time.monotonic() > deadline:
                raise SilentWindowError
            time.sleep(_LOOK_EVERY_SECONDS)
        return True

    def listen(self) -> None:
        """Hear later starts; only the claimed window does, once the application is there."""
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def ask(self, request: Request) -> bool:
        """Ask the window that is there; False when it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(request.value)
        return socket.waitForBytesWritten(ANSWER_MS)

    def move_to(self, vault: Path) -> bool:
        """Become the one window of another vault instead of this one.

        False when that vault has its window, which is then asked to come forward.
        """
        there = SingleInstance(vault)
        if not there.claim():
            there.ask(Request.RAISE)
            return False
        self.release()
        self._name, self._folder, self._lock = there._name, there._folder, there._lock
        self.listen()
        return True

    def release(self) -> None:
        """Let the next start be the one window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_connection(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        self._callers.append(socket)
        socket.readyRead.connect(self._on_word)
        socket.disconnected.connect(self._on_word)

    @Slot()
    def _on_word(self) -> None:
        """Read what the callers have said; one who has hung up is let go."""
        for socket in tuple(self._callers):
            word = socket.readAll().data()
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._callers.remove(socket)
            for request in Request:
                if word == request.value:
                    self.requested.emit(request)

"""Fails on purpose in every corner of the app, each time with a text that must stay private.

Run as a script, without a display, with the text and a folder for the vault as its arguments; the
last line of stdout is the number of failures.
"""

from __future__ import annotations

import atexit
import gc
import logging
import subprocess
import sys
import threading
import time
import warnings
import weakref
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from managernotes.clock import SystemClock
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.quiet import keep_quiet
from managernotes.services.keys import OsKeyring, Protection
from managernotes.services.workspace import create_workspace
from managernotes.text.markdown_worker import MarkdownWorker, worker_command
from managernotes_ui.common.quiet_qt import keep_qt_quiet
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.tasks import TaskRunner
from tests.core.vault_fakes import CHEAP, MemoryKeyring

TEXT = sys.argv[1]


class PrivateError(Exception):
    """Quotes what nobody may read."""


def fail(*_arguments: object) -> Any:
    """Fail as a careless line of code does."""
    note = TEXT
    raise PrivateError(f"cannot store {note}")


class Corner(QWidget):
    """Fails when it is drawn, and when a key comes."""

    told = Signal()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        fail()

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        fail()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.User:
            fail()
        return False


class Rows(QAbstractListModel):
    """Fails when a view asks what a row says."""

    def rowCount(self, _parent: Any = None) -> int:  # noqa: N802 - Qt's name
        return 1

    def data(self, _index: QModelIndex | QPersistentModelIndex, _role: int = 0) -> Any:
        fail()


class Dying:
    """Fails when it is collected."""

    def __del__(self) -> None:
        fail()


def generator() -> Iterator[int]:
    """Fail when it is closed."""
    try:
        yield 1
    finally:
        fail()


def chained() -> None:
    """Fail because of another failure, with a note on it."""
    try:
        dict[str, str]().pop(TEXT)
    except KeyError as error:
        error.add_note(TEXT)
        raise ExceptionGroup(TEXT, [error, PrivateError(TEXT)]) from error


def spin(until: Callable[[], bool] = lambda: False, seconds: float = 0.3) -> None:
    """Handle events for a while, or until something is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QCoreApplication.processEvents()
        time.sleep(0.005)


def in_the_vault(folder: Path, failures: list[Exception]) -> None:
    """Fail in reads, writes, what follows them, and in the database itself."""
    workspace, _code = create_workspace(
        folder / "vault.db",
        Protection.PASSPHRASE,
        "words",
        clock=SystemClock(),
        keyring=MemoryKeyring(),
        cost=CHEAP,
    )
    person = workspace.people.add(NewPerson(display_name=TEXT))
    workspace.notes.add(
        NewObservation(
            text=NoteText(fact=TEXT),
            kind=Kind.WIN,
            people=(person.id,),
            occurred_on=date(2026, 11, 19),
        )
    )
    session = Session(workspace, TaskRunner(), SystemClock())
    session.failed.connect(failures.append)
    session.read(fail, done=fail)
    session.write(fail, changes=Changed.NOTES)
    session.read(lambda _workspace: TEXT, done=fail)
    session.read(lambda w: w.people.find(TEXT + "x"), done=fail)
    session.write(lambda w: w.people.add(NewPerson(display_name=TEXT)), changes=Changed.PEOPLE)
    session.write(lambda w: w.drafts.keep(TEXT, object()), changes=Changed.NOTHING)  # type: ignore[arg-type]
    spin(lambda: len(failures) >= 5, 10)
    session.close()


def in_helpers() -> None:
    """Fail in the processes that the core starts."""
    command = [sys.executable, "-m", "managernotes.vault.keyring_helper"]
    for question in (TEXT, f'{{"budget": 1, "do": "{TEXT}"}}'):
        done = subprocess.run(command, input=question, capture_output=True, text=True, check=False)
        sys.stderr.write(done.stdout + done.stderr)
    code = "from managernotes.text.markdown_worker import serve; serve()"
    broken = subprocess.run(
        [sys.executable, "-c", code],
        input=b"\x00\x00\x00\x05\xff\xfe" + TEXT.encode(),
        capture_output=True,
        check=False,
    )
    sys.stderr.write((broken.stdout + broken.stderr).decode("latin-1"))
    worker = MarkdownWorker(0.2, worker_command())
    worker.render("[" * 30_000 + TEXT, 0.2)
    worker.close()
    OsKeyring(command=("/nonexistent/" + TEXT,)).read(TEXT)


def provoke(call: Callable[[], object]) -> None:
    """Do something that fails inside Qt; where it fails back into Python, that is reported too."""
    try:
        call()
        spin()
    except PrivateError:
        sys.excepthook(*sys.exc_info())


def in_the_window() -> None:
    """Fail wherever Qt calls Python."""
    corner, view = Corner(), QListView()
    view.setModel(Rows(view))
    corner.told.connect(fail)
    qt = QCoreApplication.instance()
    assert qt is not None
    provoke(view.show)
    provoke(corner.show)
    provoke(corner.repaint)
    provoke(corner.told.emit)
    provoke(lambda: QTest.keyClick(corner, Qt.Key.Key_A))
    qt.installEventFilter(corner)
    provoke(lambda: QCoreApplication.postEvent(corner, QEvent(QEvent.Type.User)))
    qt.removeEventFilter(corner)
    provoke(lambda: QTimer.singleShot(0, fail))
    corner.destroyed.connect(fail)
    provoke(corner.deleteLater)
    view.setModel(None)


def in_python() -> None:
    """Fail where Python itself has to say it: threads, the collector, weak references."""
    for target in (fail, chained):
        thread = threading.Thread(target=target, name=TEXT)
        thread.start()
        thread.join()
    dying = Dying()
    watcher = weakref.ref(dying, fail)
    del dying
    going = generator()
    next(going)
    del going
    gc.collect()
    assert watcher() is None
    atexit.register(fail)
    warnings.warn(TEXT, stacklevel=1)
    logging.getLogger("a library").error("cannot parse %s", TEXT)
    sys.excepthook(PrivateError, PrivateError(TEXT), None)


def main() -> None:
    """Fail everywhere, and in the end of it all."""
    keep_quiet()
    keep_qt_quiet()
    app = QApplication([])
    failures: list[Exception] = []
    in_the_vault(Path(sys.argv[2]), failures)
    in_helpers()
    in_the_window()
    in_python()
    sys.stdout.write(f"{len(failures)}\n")
    sys.stdout.flush()
    app.quit()
    chained()


if __name__ == "__main__":
    main()

"""The encrypted database: with `cursor`, the only module that imports the driver.

The driver fails open in many ways (no key, another driver, an attached file: plain text on the
disk), so opening follows SECURITY-DESIGN §2.6 step by step and takes nothing for granted.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from sqlcipher3 import dbapi2

from managernotes.errors import (
    DamagedPagesError,
    TruncatedVaultError,
    VaultClosedError,
    VaultShutError,
)
from managernotes.vault import open_sequence, private_files
from managernotes.vault.cursor import Cursor, Values, driver_errors_translated
from managernotes.vault.data_key import DataKey
from managernotes.vault.driver_errors import StatementError, translated
from managernotes.vault.location import VaultFiles, look_at, refuse_unwritable
from managernotes.vault.page_seals import refuse_broken_seal
from managernotes.vault.place_watch import PlaceWatch
from managernotes.vault.states import PAGE_BYTES, judge, refuse_unready
from managernotes.vault.torn_pages import seal_unused_pages, was_cut_off
from managernotes.vault.waiting import FairWait

_SQL_ERROR: Final = "SQLITE_ERROR"
_STEPS_BETWEEN_LOOKS: Final = 2_000


class Connection:
    """An open vault. One thread uses it; only ``interrupt`` may be called from another."""

    def __init__(self, raw: Any, wait: FairWait, place: PlaceWatch | None = None) -> None:
        self._raw = raw
        self._wait = wait
        self.place = place or PlaceWatch()
        """Forbids to write to a file that came to the vault's place meanwhile."""
        self._open = True
        self._shut = False

    @property
    def user_version(self) -> int:
        """The number of the schema; 0 in a vault that has just been made."""
        return int(self.execute("PRAGMA user_version").fetchone()[0])

    @property
    def data_version(self) -> int:
        """A number that changes when another connection has changed the vault."""
        return int(self.execute("PRAGMA data_version").fetchone()[0])

    @property
    def is_shut(self) -> bool:
        """Tell whether nothing may be written."""
        return self._shut

    @property
    def in_transaction(self) -> bool:
        """Tell whether a transaction is under way."""
        return self._open and bool(self._raw.in_transaction)

    def execute(self, sql: str, values: Values = ()) -> Cursor:
        """Run one statement; values are always bound.

        Raises the errors of errors.py, or StatementError when the statement itself is wrong.
        """
        try:
            return Cursor(self._live().execute(sql, values))
        except dbapi2.Error as error:
            raise self._explained(error, sql, values) from None
        except MemoryError:  # what the driver says too when a broken page is in the way
            refuse_broken_seal(self._live())
            raise

    def executemany(self, sql: str, rows: Iterable[Values]) -> Cursor:
        """Run one statement for every row of values."""
        with driver_errors_translated():
            return Cursor(self._live().executemany(sql, rows))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what the block writes, or nothing of it.

        The write lock is taken at once; raises VaultBusyError when others keep it for 2 s,
        VaultShutError while the vault is shut for writing, and a VaultPlaceLostError when the
        file is not the one that was opened.
        """
        if self._shut:
            raise VaultShutError
        self.place.refuse_other()
        self._wait.before_write()
        self.execute("BEGIN IMMEDIATE")
        try:
            self.place.begun(lambda: self.data_version)
            yield
            self.place.committing()
            refuse_broken_seal(self._live())
            self.execute("COMMIT")
        except BaseException:
            # A full disk has rolled back by itself, and then there is nothing to roll back.
            if self.in_transaction:
                with contextlib.suppress(dbapi2.Error):
                    self._raw.execute("ROLLBACK")
            raise
        self._wait.wrote()
        self.place.committed()

    def shut_for_writing(self, *, shut: bool) -> None:
        """Let nothing be written any more, or again: for when a proof has failed (SPEC §7, 34)."""
        self.execute(f"PRAGMA query_only = {int(shut)}").fetchall()
        self._shut = shut

    @contextlib.contextmanager
    def opened_once(self) -> Iterator[None]:
        """Let the block write even so: what the vault remembers of its own proofs."""
        was = self._shut
        self.shut_for_writing(shut=False)
        try:
            yield
        finally:
            if self._open:
                self.shut_for_writing(shut=was)

    @contextlib.contextmanager
    def reading(self) -> Iterator[None]:
        """Let the block see the vault as it is at its first look; commits of others wait."""
        self.execute("BEGIN")
        try:
            self.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            yield
        finally:
            if self.in_transaction:
                self.execute("ROLLBACK")

    @contextlib.contextmanager
    def holding_writers(self) -> Iterator[None]:
        """Let others read and none write for as long as the block lasts; nothing is written here.

        Holding them at their start and not at their commit keeps the way free for new readers.
        """
        with self._not_only_querying():
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                if self.in_transaction:
                    self.execute("ROLLBACK")

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other connection out, even from reading, for as long as the block lasts.

        Raises VaultBusyError when one of them is at work for 2 s.
        """
        if self._shut:
            raise VaultShutError
        self.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        try:
            self.execute("BEGIN EXCLUSIVE")
            self.execute("COMMIT")  # in this mode the lock stays
            yield
        finally:
            if self._open:
                self.execute("PRAGMA locking_mode = NORMAL").fetchall()
                self.execute("SELECT count(*) FROM sqlite_master").fetchall()  # lets go of it

    def change_key(self, key: DataKey) -> None:
        """Encrypt the whole vault under another data key; about 0.7 s for 43 MiB.

        What comes of it when this raises is known only once the file is opened again.
        """
        with driver_errors_translated():
            open_sequence.change_key(self._live(), key)

    def interrupt(self) -> None:
        """Stop the statement under way, from any thread; it raises InterruptedQueryError."""
        with contextlib.suppress(dbapi2.ProgrammingError):  # closed meanwhile
            self._raw.interrupt()

    def copy_into(self, target: Path, keep_on: Callable[[], bool]) -> None:
        """Write a compact copy under the same key to a file that is there and empty.

        Between pages `keep_on` is asked; a no raises InterruptedQueryError.
        """
        raw = self._live()
        with self._not_only_querying():  # SQLite takes the copy for a change
            open_sequence.allow_copy_to(raw, target)
            raw.set_progress_handler(lambda: not keep_on(), _STEPS_BETWEEN_LOOKS)
            try:
                self.execute("VACUUM INTO ?", (str(target),))
            finally:
                raw.set_progress_handler(None, 0)
                open_sequence.forbid_attaching(raw)

    @contextlib.contextmanager
    def _not_only_querying(self) -> Iterator[None]:
        only = self.execute("PRAGMA query_only").fetchone()[0]
        self.execute("PRAGMA query_only = OFF")
        try:
            yield
        finally:
            if self._open:
                self.execute(f"PRAGMA query_only = {only}")

    def take_over(self, fresh: Connection) -> None:
        """Go on with what another connection opened; that one is not to be used any more."""
        self._raw.close()
        self._raw, self.place = fresh._raw, fresh.place
        self.shut_for_writing(shut=self._shut)

    def close(self) -> None:
        """Close the vault; later calls raise VaultClosedError. Closing twice is nothing."""
        self._open = False
        self._raw.close()

    def _live(self) -> Any:
        if not self._open:
            raise VaultClosedError
        return self._raw

    def _explained(self, error: Exception, sql: str, values: Values) -> Exception:
        """Translate an error; a statement that cannot even be prepared may say what is wrong.

        Preparing sees no values, so such a message quotes only our own SQL.
        """
        if getattr(error, "sqlite_errorname", "") == _SQL_ERROR:
            try:
                self._raw.execute(f"EXPLAIN {sql}", values)
            except dbapi2.Error as complaint:
                return StatementError(str(complaint))
        return translated(error)


def cipher_version() -> str:
    """Return the version of SQLCipher in use, empty when the driver does not encrypt."""
    return open_sequence.cipher_version(dbapi2)


def open_connection(
    files: VaultFiles, key: DataKey, *, driver: ModuleType = dbapi2, patience_seconds: float = 2.0
) -> Connection:
    """Open an existing vault with its data key, which has passed the envelope's check.

    Raises what states.py says of the file, DamagedPagesError, ForeignFileError, VaultBusyError,
    UnwritablePlaceError or WrongDriverError; the files are then as they were. Once it is open,
    modes are repaired and the strays of killed processes removed; after a write that was cut
    off, unused pages are sealed again.
    """
    open_sequence.refuse_plain_driver(driver)
    facts, cut_off = look_at(files), was_cut_off(files)
    if facts.database_bytes is not None:
        facts = replace(facts, envelope=True)  # the key is here already
    refuse_unready(judge(facts))
    refuse_unwritable(files)
    wait = FairWait(patience_seconds)
    with opening(files.database, wait, driver=driver) as raw:
        open_sequence.give_key(raw, key)
        _refuse_cut(files)
        open_sequence.refuse_foreign(raw)
        open_sequence.configure(raw)
        private_files.repair_modes(files)
        private_files.sweep_strays(files)
        if cut_off:
            seal_unused_pages(raw)
        return Connection(raw, wait, PlaceWatch(files.database))


def create_connection(
    files: VaultFiles, key: DataKey, *, driver: ModuleType = dbapi2
) -> Connection:
    """Create the database file, which must not exist, and open it; nothing is left on failure.

    Raises VaultExistsError, UnwritablePlaceError, DiskFullError or WrongDriverError.
    """
    open_sequence.refuse_plain_driver(driver)
    with private_files.system_errors_named():
        private_files.write_new_file(files.database, b"")
    try:
        wait = FairWait()
        with opening(files.database, wait, driver=driver) as raw:
            open_sequence.give_key(raw, key)
            open_sequence.configure(raw)
            raw.execute(f"PRAGMA application_id = {open_sequence.APPLICATION_ID}")
            return Connection(raw, wait)
    except BaseException:
        for path in (files.database, files.journal):
            path.unlink(missing_ok=True)
        raise


def fits(files: VaultFiles, key: DataKey) -> bool:
    """Tell whether the database is encrypted with this key; nothing is written.

    Raises what opening does, but for the damage that a wrong key looks like.
    """
    try:
        open_connection(files, key).close()
    except DamagedPagesError:
        return False
    return True


def _refuse_cut(files: VaultFiles) -> None:
    """Raise TruncatedVaultError for a part of a page; SQLite would notice only on reading it.

    Comes after the first read, which has taken back what an interrupted write left.
    """
    if files.database.stat().st_size % PAGE_BYTES:
        raise TruncatedVaultError


@contextlib.contextmanager
def opening(
    database: Path, wait: FairWait, *, mode: str = "mode=rw", driver: ModuleType = dbapi2
) -> Iterator[Any]:
    """Yield a raw connection to an existing file; it stays open only if the block succeeds."""
    with driver_errors_translated():
        place = f"{database.absolute().as_uri()}?{mode}"
        raw = driver.connect(place, uri=True, isolation_level=None)
        try:
            raw.set_busy_handler(wait.look_again)
            raw.row_factory = driver.Row
            yield raw
        except BaseException:
            raw.close()
            raise

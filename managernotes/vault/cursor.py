"""What a statement yields; no error of the driver gets past it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from sqlcipher3 import dbapi2

from managernotes.vault.driver_errors import translated
from managernotes.vault.page_seals import refuse_broken_seal

Values = Sequence[Any] | Mapping[str, Any]
_ROWS_AT_ONCE: Final = 200


class Row(Protocol):
    """One row, read by position or by column name."""

    def __getitem__(self, column: int | str, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...
    def keys(self) -> list[str]:
        """Return the names of the columns."""
        ...


class Cursor:
    """The result of one statement; reading it raises our errors, never the driver's."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw

    @property
    def rowcount(self) -> int:
        """How many rows the statement changed."""
        return int(self._raw.rowcount)

    @property
    def lastrowid(self) -> int | None:
        """The integer key of the row inserted last."""
        found: int | None = self._raw.lastrowid
        return found

    def fetchone(self) -> Any:
        """Return the next Row, or None after the last."""
        with driver_errors_translated():
            row = self._raw.fetchone()
            refuse_broken_seal(self._raw.connection)
            return row

    def fetchall(self) -> list[Row]:
        """Return the rows that are left."""
        with driver_errors_translated():
            rows: list[Row] = self._raw.fetchall()
            refuse_broken_seal(self._raw.connection)
            return rows

    def __iter__(self) -> Iterator[Row]:
        while rows := self._next_rows():
            yield from rows

    def _next_rows(self) -> list[Row]:
        """Return some rows, none of which comes from a page that does not fit its seal."""
        with driver_errors_translated():
            rows: list[Row] = self._raw.fetchmany(_ROWS_AT_ONCE)
            refuse_broken_seal(self._raw.connection)
            return rows


@contextlib.contextmanager
def driver_errors_translated() -> Iterator[None]:
    """Raise our error in the place of the driver's."""
    try:
        yield
    except dbapi2.Error as error:
        raise translated(error) from None
